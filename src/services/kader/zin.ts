import { documentnaam, type RegieDocument } from "#domain/document.ts";
import type { Invulling } from "#domain/invulling.ts";
import { createZincontext, describeDocument, type Zin } from "#rules/kader/index.ts";
import type { Basis } from "#services/basis.ts";
import { lazy } from "#sources/lazy.ts";

export { isEditable, type Zin, zinAlsTekst } from "#rules/kader/index.ts";

/** The sentence that a document is, with what people filled in where they did. */
export type Zinmaker = (document: RegieDocument, ingevuld?: Invulling) => Zin;

/** The documents of one layer, and how they are said there. */
export type Zinlaag = Pick<Basis, "bibliotheek"> & { readonly zin: Zinmaker };

/**
 * Says documents of a lower layer as that layer does, and those that were laid on it with all titles.
 *
 * What everybody sees so reads the same to everybody, and is put into words once.
 */
export function createGelaagdeZinmaker({ bibliotheek, zin }: Zinlaag, boven: Basis): Zinmaker {
  const own = createZinmaker(boven);
  return (document, ingevuld) => {
    const isBelow = bibliotheek.find(documentnaam(document)) === document;
    return isBelow && !ingevuld ? zin(document) : own(document, ingevuld);
  };
}

/** Says documents with the titles that the basis gives figures, regions, gemeenten and each other. */
export function createZinmaker({ bibliotheek, gemeenten, kennis }: Basis): Zinmaker {
  const op = kennis.peildatum ?? "";
  const context = lazy(() => ({
    ...createZincontext(bibliotheek),
    namen: Object.fromEntries(gemeenten.list(op).map(({ code, naam }) => [code, naam])),
  }));
  const known = new WeakMap<RegieDocument, Zin>();
  return (document, ingevuld) => {
    if (ingevuld) return describeDocument(document, { ...context(), ingevuld });
    const zin = known.get(document) ?? describeDocument(document, context());
    known.set(document, zin);
    return zin;
  };
}
