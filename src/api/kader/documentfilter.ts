import type { RegieDocument } from "#domain/document.ts";
import type { Basis } from "#services/basis.ts";
import { type Zinmaker, zinAlsTekst } from "#services/kader/zin.ts";

/** What is looked for among the documents; an empty text asks nothing. */
export type Documentfilter = {
  readonly zoek: string;
  readonly soort: string;
  readonly onderwerp: string;
  readonly spoor: string;
  /** `eigen` or `bibliotheek`. */
  readonly van: string;
};

export function readDocumentfilter(query: URLSearchParams): Documentfilter {
  const text = (naam: string) => query.get(naam)?.trim().slice(0, 200) ?? "";
  return {
    zoek: text("zoek"),
    soort: text("soort"),
    onderwerp: text("onderwerp"),
    spoor: text("spoor"),
    van: text("van"),
  };
}

/** The documents that are looked for; every word must stand in name, title, sentence or source. */
export function filterDocuments(
  { bibliotheek, isEigen }: Basis,
  zin: Zinmaker,
  { zoek, soort, onderwerp, spoor, van }: Documentfilter,
): readonly RegieDocument[] {
  const words = zoek.toLowerCase().split(/\s+/).filter(Boolean);
  return bibliotheek
    .list()
    .filter((document) => soort === "" || document.soort === soort)
    .filter((document) => onderwerp === "" || document.onderwerp === onderwerp)
    .filter((document) => spoor === "" || `${document.spoor ?? ""}` === spoor)
    .filter(({ id }) => van === "" || isEigen(id) === (van === "eigen"))
    .filter((document) => {
      if (words.length === 0) return true;
      const { id, titel, bron } = document;
      const text = [id, titel, bron.stuk, zinAlsTekst(zin(document))].join(" ").toLowerCase();
      return words.every((word) => text.includes(word));
    });
}
