import {
  add,
  type Breuk,
  breuk,
  ceil,
  compare,
  divide,
  floor,
  isZero,
  multiply,
  NUL,
  round,
  subtract,
  sum,
} from "#domain/breuk.ts";
import type { Afrondingsmethode } from "#domain/verdeling.ts";
import { allocateByDivisor, type Grens } from "./divisor.ts";
import type { OpenStand, Standgegevens } from "./gelijke-stand.ts";
import { allocateLargestRemainder, type Toebedeling } from "./largest-remainder.ts";

/** How one step makes its numbers whole, worked out from the document. */
export type Afrondingswijze = {
  readonly methode: Afrondingsmethode;
  readonly halven: "naar-boven" | "naar-even";
  /** `laten`, `grootste`, or the id of a unit that takes a difference with the total. */
  readonly restant: string;
  readonly veelvoud: bigint;
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
 * With largest remainders and the divisor methods the sum is the total (rounded to the nearest
 * multiple where it is no multiple itself); `omhoog`, `omlaag` and `rekenkundig` round each unit
 * alone, and a difference goes where `restant` says.
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
  return { aantallen: placeRestant(aantallen, vraag, wijze, gegevens) };
}

function allocate(
  { totaal, delen, gewichten, grenzen }: Afrondingsvraag,
  wijze: Afrondingswijze,
  gegevens: Standgegevens,
): Toebedeling {
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
      const found = allocateByDivisor(methode, round(totaal), gewichten, grenzen, start, gegevens);
      return found ?? allocateLargestRemainder(round(totaal), delen, gegevens);
    }
    default:
      return allocateLargestRemainder(round(totaal), delen, gegevens);
  }
}

function scaleDown({ totaal, delen, gewichten, grenzen }: Afrondingsvraag, unit: Breuk) {
  return {
    totaal: breuk(floor(divide(totaal, unit))),
    delen: delen.map((deel) => divide(deel, unit)),
    gewichten,
    grenzen: grenzen.map(({ onder, boven }) => ({
      onder: ceil(divide(breuk(onder), unit)),
      ...(boven === undefined ? {} : { boven: floor(divide(breuk(boven), unit)) }),
    })),
  };
}

/** Puts what rounding left over, or took too much, where the document says. */
function placeRestant(
  aantallen: readonly Breuk[],
  { totaal, gewichten }: Afrondingsvraag,
  { restant }: Afrondingswijze,
  { ids }: Standgegevens,
): readonly Breuk[] {
  const difference = subtract(totaal, sum(aantallen));
  if (restant === "laten" || isZero(difference)) return aantallen;
  const receiver = restant === "grootste" ? largestOf(aantallen, gewichten) : ids.indexOf(restant);
  return aantallen.map((number, unit) => (unit === receiver ? add(number, difference) : number));
}

function largestOf(aantallen: readonly Breuk[], gewichten: readonly Breuk[]): number {
  let found = 0;
  for (const unit of aantallen.keys()) {
    const order =
      compare(aantallen[unit] ?? NUL, aantallen[found] ?? NUL) ||
      compare(gewichten[unit] ?? NUL, gewichten[found] ?? NUL);
    if (order > 0) found = unit;
  }
  return found;
}
