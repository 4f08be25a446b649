import type { RegieDocument } from "#domain/document.ts";
import type { Invulling } from "#domain/invulling.ts";
import { createZincontext, describeDocument, type Zin } from "#rules/kader/index.ts";
import type { Basis } from "#services/basis.ts";

export { isEditable, type Zin, zinAlsTekst } from "#rules/kader/index.ts";

/** The sentence that a document is, with what people filled in where they did. */
export type Zinmaker = (document: RegieDocument, ingevuld?: Invulling) => Zin;

/** Says documents with the titles that the basis gives figures, regions, gemeenten and each other. */
export function createZinmaker({ bibliotheek, gemeenten, kennis }: Basis): Zinmaker {
  const op = kennis.peildatum ?? "";
  const context = {
    ...createZincontext(bibliotheek),
    namen: Object.fromEntries(gemeenten.list(op).map(({ code, naam }) => [code, naam])),
  };
  const known = new WeakMap<RegieDocument, Zin>();
  return (document, ingevuld) => {
    if (ingevuld) return describeDocument(document, { ...context, ingevuld });
    const zin = known.get(document) ?? describeDocument(document, context);
    known.set(document, zin);
    return zin;
  };
}
