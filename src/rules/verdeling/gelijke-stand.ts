import { type Breuk, compare } from "#domain/breuk.ts";
import type { Standregel } from "#domain/verdeling.ts";

/** What tells equal claims apart: the weight in the sleutel, and the id for a written order. */
export type Standgegevens = {
  readonly ids: readonly string[];
  readonly basis: readonly Breuk[];
  readonly regels: readonly Standregel[];
};

/** Units that no rule of the document tells apart, and how many of them get one more. */
export type OpenStand = { readonly kandidaten: readonly number[]; readonly teVerdelen: number };

/**
 * Gives `places` of the tied units one each, by the rules of the document in order.
 *
 * What is still equal after the last rule comes back as `open`: people decide, and never the
 * order of a file.
 */
export function settleTie(
  tied: readonly number[],
  places: number,
  gegevens: Standgegevens,
): { readonly winners: readonly number[]; readonly open?: OpenStand } {
  if (places >= tied.length) return { winners: tied };
  if (places === 0) return { winners: [] };
  for (const [index, regel] of gegevens.regels.entries()) {
    const order = orderBy(regel, gegevens);
    const ranked = tied.toSorted(order);
    const last = ranked[places - 1] as number;
    const ahead = ranked.filter((unit) => order(unit, last) < 0);
    const level = ranked.filter((unit) => order(unit, last) === 0);
    if (ahead.length + level.length === places) return { winners: [...ahead, ...level] };
    if (level.length === tied.length) continue;
    const rest = { ...gegevens, regels: gegevens.regels.slice(index + 1) };
    const inner = settleTie(level, places - ahead.length, rest);
    return { ...inner, winners: [...ahead, ...inner.winners] };
  }
  return { winners: [], open: { kandidaten: tied, teVerdelen: places } };
}

/** Who goes first under one rule: below zero for a before b. */
function orderBy(
  regel: Standregel,
  { ids, basis }: Standgegevens,
): (a: number, b: number) => number {
  if (regel.soort === "volgorde") {
    const rank = (unit: number) => {
      const place = regel.eenheden.indexOf(ids[unit] ?? "");
      return place === -1 ? regel.eenheden.length : place;
    };
    return (a, b) => rank(a) - rank(b);
  }
  const sign = regel.soort === "grootste-basis" ? -1 : 1;
  return (a, b) => sign * compare(basis[a] as Breuk, basis[b] as Breuk);
}
