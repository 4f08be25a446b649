import type { Opengegevens } from "#services/opendata/opendata.service.ts";

/** The datasets in which every word stands somewhere: title, description, keyword, source or column. */
export function searchDatasets(
  all: readonly Opengegevens[],
  zoek: string,
): readonly Opengegevens[] {
  const words = toPlain(zoek)
    .split(/\s+/)
    .filter((word) => word !== "");
  return all.filter(({ dataset }) => {
    const { id, titel, omschrijving, trefwoorden, bronnen, makers, kolommen } = dataset;
    const names = kolommen.map(({ naam }) => naam);
    const text = toPlain(
      [id, titel, omschrijving, ...trefwoorden, ...bronnen, ...makers, ...names].join(" "),
    );
    return words.every((word) => text.includes(word));
  });
}

/** Small letters without the marks above them: «Fryslân» is found by «fryslan». */
function toPlain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
