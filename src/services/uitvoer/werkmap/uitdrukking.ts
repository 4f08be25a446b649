import {
  add,
  type Breuk,
  breuk,
  ceil,
  compare,
  divide,
  floor,
  formatBreuk,
  isNegative,
  isZero,
  largest,
  multiply,
  NUL,
  smallest,
  subtract,
  sum,
} from "#domain/breuk.ts";

/** How a formula is written: what stands between arguments, and on which sheet it stands. */
export type Schrijfwijze = { readonly scheiding: "," | ";"; readonly blad: string };

/** A number that a spreadsheet works out, with what it comes to exactly. */
export type Uitdrukking = {
  readonly schrijf: (wijze: Schrijfwijze) => string;
  readonly waarde: () => Breuk;
};

/** The same for something that is so or not so. */
export type Bewering = {
  readonly schrijf: (wijze: Schrijfwijze) => string;
  readonly geldt: () => boolean;
};

/** Thrown where what we reckon cannot be said in formulas that give the same with doubles. */
export class Onzegbaar extends Error {
  override readonly name = "Onzegbaar";
}

/**
 * How far doubles may be off, and how far exact numbers must lie apart to be told apart for certain.
 *
 * Parts of a region lie at least one divided by its inhabitants apart: for the whole country that
 * is 5 × 10⁻⁸.
 */
const SPELING = "1E-9";
const ZEKER = breuk(1, 100_000_000);
/** Above this a double has no room left for nine decimals. */
const GROOTST = breuk(1_000_000);

export function getal(waarde: Breuk): Uitdrukking {
  return { schrijf: () => writeNumber(waarde), waarde: () => waarde };
}

/** A fraction that has no decimals is written as the division that it is. */
function writeNumber(waarde: Breuk): string {
  const text = formatBreuk(waarde);
  return /^\d/.test(text) && !text.includes("/") ? text : `(${text})`;
}

export function plus(...delen: readonly Uitdrukking[]): Uitdrukking {
  return {
    schrijf: (wijze) => `(${delen.map((deel) => deel.schrijf(wijze)).join("+")})`,
    waarde: () => sum(delen.map((deel) => deel.waarde())),
  };
}

export function min(a: Uitdrukking, b: Uitdrukking): Uitdrukking {
  return between("-", a, b, subtract);
}

export function maal(a: Uitdrukking, b: Uitdrukking): Uitdrukking {
  return between("*", a, b, multiply);
}

/** @throws Onzegbaar where it divides by nought. */
export function gedeeld(a: Uitdrukking, b: Uitdrukking): Uitdrukking {
  return between("/", a, b, (x, y) => {
    if (isZero(y)) throw new Onzegbaar("delen door nul");
    return divide(x, y);
  });
}

function between(
  teken: string,
  a: Uitdrukking,
  b: Uitdrukking,
  reken: (x: Breuk, y: Breuk) => Breuk,
): Uitdrukking {
  return {
    schrijf: (wijze) => `(${a.schrijf(wijze)}${teken}${b.schrijf(wijze)})`,
    waarde: () => reken(a.waarde(), b.waarde()),
  };
}

export function grootste(...delen: readonly Uitdrukking[]): Uitdrukking {
  return call("MAX", delen, (list) => list.reduce(largest));
}

export function kleinste(...delen: readonly Uitdrukking[]): Uitdrukking {
  return call("MIN", delen, (list) => list.reduce(smallest));
}

function call(
  naam: string,
  delen: readonly Uitdrukking[],
  reken: (list: readonly Breuk[]) => Breuk,
): Uitdrukking {
  return {
    schrijf: (wijze) =>
      `${naam}(${delen.map((deel) => deel.schrijf(wijze)).join(wijze.scheiding)})`,
    waarde: () => reken(delen.map((deel) => deel.waarde())),
  };
}

/** The whole number at or below; a number that is a hair below it counts as it. */
export function heel(a: Uitdrukking): Uitdrukking {
  return {
    schrijf: (wijze) => `INT(${a.schrijf(wijze)}+${SPELING})`,
    waarde: () => {
      const exact = certain(a.waarde());
      const below = breuk(floor(exact));
      apart(exact, below);
      apart(exact, breuk(floor(exact) + 1n));
      return below;
    },
  };
}

/** The whole number at or above. */
export function heelOmhoog(a: Uitdrukking): Uitdrukking {
  return {
    schrijf: (wijze) => `(-INT(${SPELING}-${a.schrijf(wijze)}))`,
    waarde: () => {
      const exact = certain(a.waarde());
      apart(exact, breuk(ceil(exact)));
      apart(exact, breuk(ceil(exact) - 1n));
      return breuk(ceil(exact));
    },
  };
}

export function alsDan(als: Bewering, dan: Uitdrukking, anders: Uitdrukking): Uitdrukking {
  return {
    schrijf: (wijze) =>
      `IF(${[als, dan, anders].map((deel) => deel.schrijf(wijze)).join(wijze.scheiding)})`,
    waarde: () => (als.geldt() ? dan : anders).waarde(),
  };
}

/** Where people must decide first; in a spreadsheet #N/A, which nothing hides. */
export const BESLUIT_NODIG: Uitdrukking = {
  schrijf: () => "NA()",
  waarde: () => {
    throw new Onzegbaar("hier moeten mensen kiezen");
  },
};

/** Whether a is more than b; doubles that are a hair apart are the same number. */
export function meer(a: Uitdrukking, b: Uitdrukking): Bewering {
  return {
    schrijf: (wijze) => `(${a.schrijf(wijze)}>${b.schrijf(wijze)}+${SPELING})`,
    geldt: () => order(a.waarde(), b.waarde()) > 0,
  };
}

export function hoogstens(a: Uitdrukking, b: Uitdrukking): Bewering {
  return {
    schrijf: (wijze) => `(${a.schrijf(wijze)}<=${b.schrijf(wijze)}+${SPELING})`,
    geldt: () => order(a.waarde(), b.waarde()) <= 0,
  };
}

export function evenveel(a: Uitdrukking, b: Uitdrukking): Bewering {
  return {
    schrijf: (wijze) => `(ABS(${a.schrijf(wijze)}-${b.schrijf(wijze)})<=${SPELING})`,
    geldt: () => order(a.waarde(), b.waarde()) === 0,
  };
}

export function en(...delen: readonly Bewering[]): Bewering {
  return all("AND", delen, (list) => list.every(Boolean));
}

export function of(...delen: readonly Bewering[]): Bewering {
  return all("OR", delen, (list) => list.some(Boolean));
}

function all(
  naam: string,
  delen: readonly Bewering[],
  reken: (list: readonly boolean[]) => boolean,
): Bewering {
  return {
    schrijf: (wijze) =>
      `${naam}(${delen.map((deel) => deel.schrijf(wijze)).join(wijze.scheiding)})`,
    geldt: () => reken(delen.map((deel) => deel.geldt())),
  };
}

/** Compares as the formulas will. @throws Onzegbaar where they could see it otherwise. */
export function order(a: Breuk, b: Breuk): -1 | 0 | 1 {
  apart(certain(a), certain(b));
  return compare(a, b);
}

function apart(a: Breuk, b: Breuk): void {
  const distance = subtract(a, b);
  const size = isNegative(distance) ? subtract(NUL, distance) : distance;
  if (!isZero(size) && compare(size, ZEKER) < 0) {
    throw new Onzegbaar("twee getallen verschillen minder dan een rekenblad kan onderscheiden");
  }
}

function certain(a: Breuk): Breuk {
  if (a.noemer === 1n || compare(a, GROOTST) < 0) return a;
  throw new Onzegbaar("een getal is te groot om er nauwkeurig mee te rekenen");
}

/** A running total of cells that do not stand together. */
export function somVan(delen: readonly Uitdrukking[]): Uitdrukking {
  if (delen.length === 0) return getal(NUL);
  if (delen.length === 1 && delen[0]) return delen[0];
  return call("SUM", delen, (list) => list.reduce(add));
}
