import type { Breuk } from "#domain/breuk.ts";
import { GRENS, greatestDivisor } from "./kolom.ts";
import { type Factoren, niet, ONBEKEND, type Schrijver, type Vraag } from "./programma.ts";

/** A number per year; undefined in a year for which nobody knows it. */
export type Jaargetallen = readonly (Breuk | undefined)[];

/** One side of a comparison: a number per year, or that times a column. */
export type Kant = {
  readonly maal: Jaargetallen;
  readonly kolom?: { readonly nummer: number; readonly schaal: bigint };
};

/**
 * Whether the left is at least the right, as a question over columns: crosswise, with whole
 * factors, and against a number as one whole limit.
 *
 * @returns undefined where neither side has a column, or a number times a column is not above zero.
 */
export function minstens(links: Kant, rechts: Kant, schrijver: Schrijver): Vraag | undefined {
  const years = links.maal.map((l, jaar) => factorsOf([links, l], [rechts, rechts.maal[jaar]]));
  if (years.every((year) => year === undefined)) return ONBEKEND;
  const [x, y] = [links.kolom, rechts.kolom];
  if (x && y) return schrijver.kruis(x.nummer, y.nummer, years);
  // a·x ≥ b is x ≥ b ÷ a made whole upwards.
  if (x) {
    const limits = years.map((year) => limitOf(year, ({ a, b }) => [b, a], 0n));
    return limits.includes("geen") ? undefined : schrijver.drempel(x.nummer, limits.map(known));
  }
  // a ≥ b·y is not: y > a ÷ b, which is y at least the next whole number.
  if (y) {
    const limits = years.map((year) => limitOf(year, ({ a, b }) => [a, b], 1n));
    return limits.includes("geen")
      ? undefined
      : niet(schrijver.drempel(y.nummer, limits.map(known)));
  }
  return undefined;
}

type Deel = readonly [Kant, Breuk | undefined];

/** The smallest whole factors that bring both sides to the same denominator. */
function factorsOf([links, l]: Deel, [rechts, r]: Deel): Factoren | undefined {
  if (!l || !r) return undefined;
  const a = l.teller * r.noemer * (rechts.kolom?.schaal ?? 1n);
  const b = r.teller * l.noemer * (links.kolom?.schaal ?? 1n);
  const divisor = greatestDivisor(greatestDivisor(0n, a), b);
  return divisor === 0n ? { a, b } : { a: a / divisor, b: b / divisor };
}

/** No figure reaches 2^53 either way, so a limit further off says the same as that one. */
function limitOf(
  year: Factoren | undefined,
  parts: (factoren: Factoren) => readonly [bigint, bigint],
  next: 0n | 1n,
): number | undefined | "geen" {
  if (!year) return undefined;
  const [above, below] = parts(year);
  if (below <= 0n) return "geen";
  const whole = next === 1n ? floorOf(above, below) + 1n : -floorOf(-above, below);
  return Number(whole > GRENS ? GRENS : whole < -GRENS ? -GRENS : whole);
}

function floorOf(above: bigint, below: bigint): bigint {
  const quotient = above / below;
  return above < 0n && quotient * below !== above ? quotient - 1n : quotient;
}

function known(limit: number | undefined | "geen"): number | undefined {
  return limit === "geen" ? undefined : limit;
}
