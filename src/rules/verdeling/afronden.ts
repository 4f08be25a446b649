import {
  add,
  type Breuk,
  breuk,
  ceil,
  compare,
  divide,
  floor,
  isNegative,
  isZero,
  largest,
  multiply,
  NUL,
  round,
  smallest,
  subtract,
  sum,
} from "#domain/breuk.ts";
import type { Afrondingsmethode } from "#domain/verdeling.ts";
import { allocateByDivisor, type Grens } from "./divisor.ts";
import { type OpenStand, type Standgegevens, settleTie } from "./gelijke-stand.ts";
import { allocateLargestRemainder, type Toebedeling } from "./largest-remainder.ts";

/** How one step makes its numbers whole, worked out from the document. */
export type Afrondingswijze = {
  readonly methode: Afrondingsmethode;
  readonly halven: "naar-boven" | "naar-even";
  /** `laten`, `grootste`, or the id of a unit that takes a difference with the total. */
  readonly restant: string;
  readonly veelvoud: bigint;
  /** Whether a total that is not whole is rounded down: a maximum is never passed. */
  readonly hoogstens?: boolean;
};

/** What is to be made whole: parts that add up to `totaal`, their weights, and whole bounds. */
export type Afrondingsvraag = {
  readonly totaal: Breuk;
  readonly delen: readonly Breuk[];
  readonly gewichten: readonly Breuk[];
  readonly grenzen: readonly Grens[];
};

export type Afgerond = { readonly aantallen: readonly Breuk[]; readonly open?: OpenStand };

/** Whether bounds hold for the whole numbers, and not only before rounding. */
export function roundsWithinBounds(methode: Afrondingsmethode): boolean {
  return (
    methode !== "omhoog" && methode !== "omlaag" && methode !== "rekenkundig" && methode !== "geen"
  );
}

/**
 * Makes the parts of one total whole by the method of the step.
 *
 * With largest remainders and the divisor methods the sum is the total, made whole itself where it
 * is not: the nearest multiple, halves up, or down for a maximum. `omhoog`, `omlaag` and
 * `rekenkundig` round each unit alone. A difference goes where `restant` says.
 */
export function makeWhole(
  vraag: Afrondingsvraag,
  wijze: Afrondingswijze,
  gegevens: Standgegevens,
): Afgerond {
  if (wijze.methode === "geen") return { aantallen: vraag.delen };
  const unit = breuk(wijze.veelvoud);
  const scaled = wijze.veelvoud === 1n ? vraag : scaleDown(vraag, unit);
  const outcome = allocate(scaled, wijze, gegevens);
  const aantallen = outcome.aantallen.map((number) => multiply(breuk(number), unit));
  if (outcome.open) return { aantallen, open: outcome.open };
  return placeRestant(aantallen, vraag, wijze, gegevens);
}

function allocate(
  { totaal, delen, gewichten, grenzen }: Afrondingsvraag,
  wijze: Afrondingswijze,
  gegevens: Standgegevens,
): Toebedeling {
  const heel = wijze.hoogstens ? floor(totaal) : round(totaal);
  switch (wijze.methode) {
    case "omhoog":
      return { aantallen: delen.map(ceil) };
    case "omlaag":
      return { aantallen: delen.map(floor) };
    case "rekenkundig":
      return { aantallen: delen.map((deel) => round(deel, wijze.halven)) };
    case "sainte-lague":
    case "dhondt":
    case "adams":
    case "huntington-hill": {
      const start = delen.map((deel) => round(deel));
      const { methode } = wijze;
      const found = allocateByDivisor(methode, heel, gewichten, grenzen, start, gegevens);
      return found ?? allocateLargestRemainder(heel, delen, gegevens);
    }
    default:
      return allocateLargestRemainder(heel, delen, gegevens);
  }
}

function scaleDown({ totaal, delen, gewichten, grenzen }: Afrondingsvraag, unit: Breuk) {
  return {
    totaal: divide(totaal, unit),
    delen: delen.map((deel) => divide(deel, unit)),
    gewichten,
    grenzen: grenzen.map(({ onder, boven }) => ({
      onder: ceil(divide(breuk(onder), unit)),
      ...(boven === undefined ? {} : { boven: floor(divide(breuk(boven), unit)) }),
    })),
  };
}

/**
 * Puts what rounding left over, or took too much, where the document says, as far as bounds leave
 * room there: with `grootste` at the largest, and what it cannot hold at the next.
 */
function placeRestant(
  aantallen: readonly Breuk[],
  { totaal, grenzen }: Afrondingsvraag,
  { restant }: Afrondingswijze,
  gegevens: Standgegevens,
): Afgerond {
  let left = subtract(totaal, sum(aantallen));
  if (restant === "laten") return { aantallen };
  const placed = [...aantallen];
  const waiting = new Set(
    restant === "grootste" ? aantallen.keys() : [gegevens.ids.indexOf(restant)],
  );
  waiting.delete(-1);
  while (!isZero(left) && waiting.size > 0) {
    for (const unit of waiting) {
      if (isZero(roomFor(left, placed[unit], grenzen[unit]))) waiting.delete(unit);
    }
    const tied = largestOf(waiting, aantallen);
    const { winners, open } = settleTie(tied, Math.min(1, tied.length), gegevens);
    if (open) return { aantallen: placed, open };
    for (const unit of winners) {
      const part = roomFor(left, placed[unit], grenzen[unit]);
      placed[unit] = add(placed[unit] ?? NUL, part);
      left = subtract(left, part);
      waiting.delete(unit);
    }
  }
  return { aantallen: placed };
}

/** How much of a difference one unit can take, or give where it is below zero. */
function roomFor(difference: Breuk, number: Breuk = NUL, grens?: Grens): Breuk {
  if (isNegative(difference)) {
    const least = subtract(breuk(grens?.onder ?? 0n), number);
    return smallest(largest(difference, least), NUL);
  }
  if (grens?.boven === undefined) return difference;
  return largest(smallest(difference, subtract(breuk(grens.boven), number)), NUL);
}

function largestOf(among: ReadonlySet<number>, aantallen: readonly Breuk[]): readonly number[] {
  let found: number[] = [];
  for (const unit of among) {
    const order = compare(aantallen[unit] ?? NUL, aantallen[found[0] ?? unit] ?? NUL);
    if (order > 0) found = [unit];
    else if (order === 0) found.push(unit);
  }
  return found;
}
