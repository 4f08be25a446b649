import type { Overgang } from "#domain/herindeling.ts";
import type { Datum } from "#domain/peildatum.ts";
import type { Cijferbron, Waarneming } from "#domain/waarneming.ts";

/** Figures of one indicator that came together: the same text for the same source and moment. */
export function leveringOf({ bron, moment }: Waarneming): string {
  return `${bron}|${moment ?? ""}`;
}

/** Gemeenten that are no more, with the day on which they ended. */
export function listEnded(overgangen: readonly Overgang[]): ReadonlyMap<string, Datum> {
  const staying = new Set(
    overgangen.filter(({ van, naar }) => van === naar).map(({ datum, van }) => `${datum} ${van}`),
  );
  const ended = new Map<string, Datum>();
  for (const { van, datum } of overgangen) {
    if (staying.has(`${datum} ${van}`)) continue;
    const known = ended.get(van);
    if (known === undefined || datum < known) ended.set(van, datum);
  }
  return ended;
}

/**
 * Deliveries that are in the gemeenten of before a herindeling, with the first day that is not yet
 * in them.
 *
 * A delivery says so itself: where a gemeente stands in it that is no more, all of it is in the
 * gemeenten of before the day on which that one ended. Of a delivery without such a gemeente
 * nothing is known, and it counts as it is.
 */
export function findOldLeveringen(
  cijfers: Cijferbron,
  indicator: string,
  ended: ReadonlyMap<string, Datum>,
): ReadonlyMap<string, Datum> {
  const old = new Map<string, Datum>();
  for (const [code, datum] of ended) {
    for (const waarneming of cijfers.find(indicator, code)) {
      const key = leveringOf(waarneming);
      const known = old.get(key);
      if (known === undefined || datum < known) old.set(key, datum);
    }
  }
  return old;
}
