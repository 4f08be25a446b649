import {
  type Bibliotheek,
  documentnaam,
  parseDocumentnaam,
  type RegieDocument,
} from "#domain/document.ts";
import type { Invulling } from "#domain/invulling.ts";
import { createZincontext, describeDocument, zinAlsTekst } from "#rules/kader/index.ts";
import type { Basis } from "#services/basis.ts";

/**
 * The sentence that one document is, as a line of text, with the titles of what it points to.
 *
 * Only documents that the text itself names are looked up: reading all of them takes a second.
 */
export function describeInBasis(
  document: RegieDocument,
  basis: Basis,
  ingevuld?: Invulling,
): string {
  const tekst = basis.tekstVan(documentnaam(document)) ?? "";
  const context = createZincontext(namedIn(tekst, basis.bibliotheek));
  return zinAlsTekst(describeDocument(document, ingevuld ? { ...context, ingevuld } : context));
}

/** The part of the library that a text can be about: a document is named by its id. */
function namedIn(tekst: string, bibliotheek: Bibliotheek): Bibliotheek {
  const words = new Set(tekst.match(/[a-z0-9][a-z0-9-]*(?:@\d+)?/g));
  const found = [...words].flatMap((word) => {
    const id = parseDocumentnaam(word)?.id;
    return (id && bibliotheek.find(id)) || [];
  });
  return { find: bibliotheek.find, list: () => [...new Set(found)] };
}
