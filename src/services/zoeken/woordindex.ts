import MiniSearch from "minisearch";

/** One thing that can be found: its name, and what else is said about it. */
export type Vindbaar<T> = {
  readonly ding: T;
  readonly naam: string;
  /** Its code or id: who knows that, types that. */
  readonly sleutel: string;
  readonly tekst: string;
};

/** What was found, best first; `lijktOp` where nothing has the words and these come near them. */
export type Gevonden<T> = { readonly dingen: readonly T[]; readonly lijktOp: boolean };

const WEEGT = { naam: 4, sleutel: 3, tekst: 1 };

/** Small letters without the marks above them: «Fryslân» is found by «fryslan». */
export function toKaal(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/**
 * Finds things by words: every word must stand in it somewhere, whole or as a beginning.
 *
 * Only where nothing has them all, a word may differ by a letter or so.
 */
export function createWoordindex<T>(alles: readonly Vindbaar<T>[]): (vraag: string) => Gevonden<T> {
  const index = new MiniSearch<Vindbaar<T> & { readonly id: number }>({
    fields: Object.keys(WEEGT),
    processTerm: (term) => toKaal(term) || null,
    searchOptions: { boost: WEEGT, combineWith: "AND" },
  });
  index.addAll(alles.map((one, id) => ({ ...one, id })));
  const search = (vraag: string, fuzzy: number) =>
    index
      .search(vraag, { prefix: (term) => term.length > 1, fuzzy })
      .flatMap(({ id }) => alles[Number(id)]?.ding ?? []);
  return (vraag) => {
    const dingen = search(vraag, 0);
    return dingen.length > 0 ? { dingen, lijktOp: false } : lookNear(search(vraag, 0.2));
  };
}

function lookNear<T>(dingen: readonly T[]): Gevonden<T> {
  return { dingen, lijktOp: dingen.length > 0 };
}
