import type { Normvraag } from "./geheugen.ts";
import type { Drempel, En, Kruis, Programma } from "./programma.ts";

/** All that has to be asked again when one column or answer changes, in the order to do it. */
export type Gevolg = {
  readonly kruisen: readonly Kruis[];
  readonly drempels: readonly Drempel[];
  readonly enen: readonly En[];
  readonly normen: readonly number[];
};

/** What depends on what: from columns and answers to the norms that use them. */
export type Gevolgen = {
  readonly ofKolom: (kolom: number) => Gevolg;
  readonly ofAntwoord: (antwoord: number) => Gevolg;
};

/** The index of a program; made in one go, so that the first change is as quick as the next. */
export function indexGevolgen(programma: Programma, normen: readonly Normvraag[]): Gevolgen {
  const kruisen = groupBy(programma.kruisen, ({ x, y }) => [x, y]);
  const drempels = groupBy(programma.drempels, ({ x }) => [x]);
  const enen = groupBy(programma.enen, ({ a, b }) => [a >> 1, b >> 1]);
  const users = groupBy([...normen.keys()], (norm) => {
    const { eis = 0, toepassing = 0 } = normen[norm] ?? {};
    return [eis >> 1, toepassing >> 1];
  });
  const plaatsVan = new Map(programma.gegeven.map((item) => [item.antwoord, item.plaats]));
  const follow = (plaatsen: readonly number[]): Pick<Gevolg, "enen" | "normen"> => {
    const touched = new Set(plaatsen);
    const found = new Set<En>();
    for (const plaats of touched) {
      for (const en of enen.get(plaats) ?? []) {
        found.add(en);
        touched.add(en.plaats);
      }
    }
    const hit = new Set([...touched].flatMap((plaats) => users.get(plaats) ?? []));
    // A place is above those that it is made of.
    return { enen: [...found].sort((a, b) => a.plaats - b.plaats), normen: [...hit] };
  };
  return {
    ofKolom: (kolom) => {
      const own = { kruisen: kruisen.get(kolom) ?? [], drempels: drempels.get(kolom) ?? [] };
      const places = [...own.kruisen, ...own.drempels].map(({ plaats }) => plaats);
      return { ...own, ...follow(places) };
    },
    ofAntwoord: (antwoord) => {
      const plaats = plaatsVan.get(antwoord);
      return { kruisen: [], drempels: [], ...follow(plaats === undefined ? [] : [plaats]) };
    },
  };
}

function groupBy<T>(
  items: readonly T[],
  keysOf: (item: T) => readonly number[],
): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}
