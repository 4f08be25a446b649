import { compareRang, isExact, type Rang } from "./rang.ts";

/** A candidate with where it stands under each line of the volgorde. */
export type Ranglid = { readonly id: string; readonly rangen: readonly Rang[] };

/** How two candidates stand to each other: what can still be, and the first line that tells. */
export type Paar = {
  readonly voor: boolean;
  readonly gelijk: boolean;
  readonly na: boolean;
  /** Both are surely in the open rank: people decide, and no later line. */
  readonly open: boolean;
  /** The first line under which they are not surely equal. */
  readonly regel?: number;
};

/** Candidates that nothing sets apart, or nothing yet. */
export type Ranggroep = {
  readonly leden: readonly Ranglid[];
  readonly stand: "vast" | "gelijk" | "open" | "onbeslist";
};

/**
 * Lays two candidates side by side, line by line.
 *
 * A line counts only where all before it can be equal. What is unknown is never settled here: as
 * long as both orders are possible, both are told.
 */
export function comparePaar(a: Ranglid, b: Ranglid): Paar {
  const so: { voor: boolean; na: boolean; gelijk: boolean; regel?: number } = {
    voor: false,
    na: false,
    gelijk: false,
  };
  for (const [i, own] of a.rangen.entries()) {
    const other = b.rangen[i];
    if (!other) break;
    const possible = compareRang(own, other);
    so.voor ||= possible.voor;
    so.na ||= possible.na;
    if (possible.voor || possible.na) so.regel ??= i;
    if (!possible.gelijk) return { ...so, open: false };
    const open = bothOpen(own, other);
    if (open === "ja") return { ...so, gelijk: true, open: !so.voor && !so.na };
    // Where both may turn out to be in the open rank, no later line takes that away.
    so.gelijk ||= open === "misschien";
  }
  return { ...so, gelijk: true, open: false };
}

function bothOpen(a: Rang, b: Rang): Rang["open"] {
  if (a.open === "nee" || b.open === "nee") return "nee";
  return a.open === "ja" && b.open === "ja" ? "ja" : "misschien";
}

/**
 * Candidates in groups, first to last. Whoever is in one group goes surely before whoever is in the
 * next; inside a group nothing sets them apart, or something must be known first.
 *
 * Those of whom all is known are sorted; only the others are laid beside everyone.
 */
export function orderGroepen(leden: readonly Ranglid[]): readonly Ranggroep[] {
  const [known, unknown] = splitKnown(leden);
  const classes = sortKnown(known);
  const groups = merge([...classes, ...unknown.map((lid) => [lid])], classes.length);
  return groups
    .toSorted(([a], [b]) => (a && b ? orderOf(comparePaar(a, b)) : 0))
    .map((group) => ({ leden: group, stand: standOf(group) }));
}

/** Below zero where the first surely goes before the second. */
function orderOf({ voor, na }: Paar): number {
  return Number(na) - Number(voor);
}

/**
 * Those who can be sorted, and those who must be laid beside everyone: a line of theirs is unknown,
 * or of another kind than that of the others, as a term in weeks among terms in months.
 */
function splitKnown(leden: readonly Ranglid[]): readonly [readonly Ranglid[], readonly Ranglid[]] {
  const kinds = (leden[0]?.rangen ?? []).map((_, i) => {
    const found = leden.flatMap(({ rangen }) => rangen[i]?.soort ?? []);
    return found.includes("maanden") ? "maanden" : found[0];
  });
  const isKnown = ({ rangen }: Ranglid) =>
    rangen.every((rang, i) => rang.soort === kinds[i] && (rang.maanden || isExact(rang)));
  return [leden.filter(isKnown), leden.filter((lid) => !isKnown(lid))];
}

function sortKnown(known: readonly Ranglid[]): readonly (readonly Ranglid[])[] {
  const classes: Ranglid[][] = [];
  for (const lid of known.toSorted((a, b) => orderOf(comparePaar(a, b)))) {
    const last = classes.at(-1);
    const [first] = last ?? [];
    if (last && first && orderOf(comparePaar(first, lid)) === 0) last.push(lid);
    else classes.push([lid]);
  }
  return classes;
}

/** Joins groups of which the order is not certain; the first `sorted` of them are, among themselves. */
function merge(
  groups: readonly (readonly Ranglid[])[],
  sorted: number,
): readonly (readonly Ranglid[])[] {
  const parent = groups.map((_, i) => i);
  const root = (i: number): number => {
    const above = parent[i] ?? i;
    return above === i ? i : root(above);
  };
  for (let i = sorted; i < groups.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const [a, b] = [groups[i]?.[0], groups[j]?.[0]];
      if (!a || !b || root(i) === root(j)) continue;
      const { voor, na, gelijk } = comparePaar(a, b);
      if (gelijk || (voor && na)) parent[root(i)] = root(j);
    }
  }
  const joined = new Map<number, Ranglid[]>();
  for (const [i, group] of groups.entries()) {
    const key = root(i);
    joined.set(key, [...(joined.get(key) ?? []), ...group]);
  }
  return [...joined.values()];
}

function standOf([first, ...others]: readonly Ranglid[]): Ranggroep["stand"] {
  if (!first || others.length === 0) return "vast";
  const pairs = others.map((other) => comparePaar(first, other));
  if (pairs.some(({ voor, na }) => voor || na)) return "onbeslist";
  return pairs.every(({ open }) => open) ? "open" : "gelijk";
}

/** Those in a group of whom it is certain that nothing sets them apart, two or more at a time. */
export function tiesIn({ leden }: Ranggroep): readonly (readonly Ranglid[])[] {
  const [known, unknown] = splitKnown(leden);
  const classes: Ranglid[][] = sortKnown(known).map((group) => [...group]);
  for (const lid of unknown) {
    const same = classes.find(([first]) => {
      const pair = first && comparePaar(first, lid);
      return pair?.gelijk && !pair.voor && !pair.na;
    });
    if (same) same.push(lid);
    else classes.push([lid]);
  }
  return classes.filter(({ length }) => length > 1);
}
