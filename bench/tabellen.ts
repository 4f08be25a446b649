import type { Basis } from "./basiscijfers.ts";
import { createToeval } from "./toeval.ts";

/** Totals to be divided over all gemeenten, each with whole weights and whole bounds. */
export type Probleem = {
  readonly totaal: number;
  /** Which row of weights; problems of one group in several years share one. */
  readonly groep: number;
  readonly onder: readonly number[];
  readonly boven: readonly number[];
};

export type Problemen = {
  readonly gewichten: readonly (readonly number[])[];
  readonly lijst: readonly Probleem[];
};

const GROUPS = 14;
const YEARS = 10;

/**
 * A1: 14 groups in 10 years over all gemeenten.
 *
 * Real: inhabitants, homes and homes of corporaties per gemeente. Generated: how a group mixes
 * those three (whole percents), its total per year, and the bounds (for about 15 % of the
 * gemeenten a floor a third above its part, for 15 % a cap a third below).
 */
export function buildProblemen(basis: Basis): Problemen {
  const chance = createToeval(20_261_120);
  const figures = realFigures(basis);
  const gewichten = Array.from({ length: GROUPS }, () => {
    const first = Math.floor(chance() * 101);
    const second = Math.floor(chance() * (101 - first));
    const mix = [first, second, 100 - first - second];
    return basis.nederland.eenheden.map((_, i) =>
      figures.reduce((sum, figure, k) => sum + (mix[k] ?? 0) * (figure[i] ?? 0), 0),
    );
  });
  const lijst = gewichten.flatMap((weights, groep) => {
    const start = 200 + Math.floor(chance() * 20_000);
    return Array.from({ length: YEARS }, (_, year) => {
      const totaal = Math.floor(start * (1 + 0.03 * year)) + Math.floor(chance() * 50);
      return { totaal, groep, ...boundsFor(weights, totaal, chance) };
    });
  });
  return { gewichten, lijst };
}

/** Inhabitants, homes, and homes of corporaties (stock × share, rounded to whole homes). */
function realFigures({ heel, corporatiedeel }: Basis): readonly (readonly number[])[] {
  const homes = heel("woningvoorraad", "2024-01-01");
  const owned = homes.map((number, i) =>
    Math.round((number * (corporatiedeel[i]?.midden ?? 0)) / 10_000),
  );
  return [heel("inwoners", "2024-01-01"), homes, owned];
}

function boundsFor(weights: readonly number[], totaal: number, chance: () => number) {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const onder: number[] = [];
  const boven: number[] = [];
  for (const weight of weights) {
    const part = (totaal * weight) / sum;
    const draw = chance();
    onder.push(draw < 0.15 ? Math.ceil(part * 1.3) : 0);
    boven.push(draw > 0.85 ? Math.floor(part * 0.7) : Number.MAX_SAFE_INTEGER);
  }
  return { onder, boven };
}

/** A2: one year, with whole totals per gemeente and per group, and whole bounds per cell. */
export type Jaar = {
  readonly gewichten: readonly (readonly number[])[];
  readonly rijen: readonly number[];
  readonly kolommen: readonly number[];
  readonly onder: readonly (readonly number[])[];
  readonly boven: readonly (readonly number[])[];
};

/**
 * A2: ten years of all gemeenten × 14 groups.
 *
 * The weights are those of A1. The sums per gemeente come from another table, drawn at random
 * around the first; so do the bounds (10 % floors, 10 % caps), which makes them bite and leaves
 * at least that other table.
 */
export function buildJaren({ gewichten, lijst }: Problemen): readonly Jaar[] {
  const chance = createToeval(14_342);
  const units = gewichten[0]?.length ?? 0;
  const weights = Array.from({ length: units }, (_, i) => gewichten.map((own) => own[i] ?? 0));
  return Array.from({ length: YEARS }, (_, year) => {
    const kolommen = gewichten.map((_, g) => lijst[g * YEARS + year]?.totaal ?? 0);
    const cells = drawTable(weights, kolommen, chance);
    const rijen = cells.map((row) => row.reduce((sum, cell) => sum + cell, 0));
    const draws = cells.map((row) => row.map(() => chance()));
    return {
      gewichten: weights,
      rijen,
      kolommen,
      onder: cells.map((row, i) => row.map((x, g) => ((draws[i]?.[g] ?? 0.5) < 0.1 ? x : 0))),
      boven: cells.map((row, i) =>
        row.map((x, g) => ((draws[i]?.[g] ?? 0.5) > 0.9 ? x : Number.POSITIVE_INFINITY)),
      ),
    };
  });
}

/** Whole numbers near the parts by weight, up to 20 % off, with the columns exact. */
function drawTable(
  weights: readonly (readonly number[])[],
  kolommen: readonly number[],
  chance: () => number,
): readonly (readonly number[])[] {
  const cells = weights.map((row) => row.map(() => 0));
  for (const [g, totaal] of kolommen.entries()) {
    const bent = weights.map((row) => (row[g] ?? 0) * (0.8 + 0.4 * chance()));
    const sum = bent.reduce((total, weight) => total + weight, 0);
    let before = 0;
    let running = 0;
    for (const [i, weight] of bent.entries()) {
      running += (weight * totaal) / sum;
      const upTo = i === bent.length - 1 ? totaal : Math.round(running);
      const row = cells[i];
      if (row) row[g] = upTo - before;
      before = upTo;
    }
  }
  return cells;
}
