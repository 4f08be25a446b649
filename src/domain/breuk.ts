/**
 * An exact fraction. Always in lowest terms, `noemer` above zero.
 *
 * Every number between a file and an outcome is a Breuk: shares such as 2/3 and
 * 30% have no exact float, and a norm is decided on its last unit.
 */
export type Breuk = { readonly teller: bigint; readonly noemer: bigint };

export const NUL: Breuk = { teller: 0n, noemer: 1n };
export const EEN: Breuk = { teller: 1n, noemer: 1n };

/**
 * The fraction teller/noemer in lowest terms.
 *
 * @throws RangeError where the noemer is zero.
 */
export function breuk(teller: bigint | number, noemer: bigint | number = 1n): Breuk {
  const n = BigInt(teller);
  const d = BigInt(noemer);
  if (d === 1n) return { teller: n, noemer: 1n };
  if (d === 0n) throw new RangeError("een breuk met noemer nul bestaat niet");
  if (d > 0n && d < LIMIT && n < LIMIT && n > -LIMIT) return inNumbers(n, d);
  const divisor = gcd(n < 0n ? -n : n, d < 0n ? -d : d);
  const sign = d < 0n ? -1n : 1n;
  return { teller: (sign * n) / divisor, noemer: (sign * d) / divisor };
}

/** Below this, whole numbers are exact as Number too, and many times faster there. */
const LIMIT = 2n ** 53n;

function inNumbers(n: bigint, d: bigint): Breuk {
  const above = Number(n);
  const below = Number(d);
  const divisor = gcdOfNumbers(above < 0 ? -above : above, below);
  if (divisor === 1) return { teller: n, noemer: d };
  return { teller: BigInt(above / divisor), noemer: BigInt(below / divisor) };
}

export function add(a: Breuk, b: Breuk): Breuk {
  if (b.teller === 0n) return a;
  if (a.teller === 0n) return b;
  if (a.noemer === b.noemer) return breuk(a.teller + b.teller, a.noemer);
  return breuk(a.teller * b.noemer + b.teller * a.noemer, a.noemer * b.noemer);
}

export function subtract(a: Breuk, b: Breuk): Breuk {
  return add(a, { teller: -b.teller, noemer: b.noemer });
}

export function multiply(a: Breuk, b: Breuk): Breuk {
  return breuk(a.teller * b.teller, a.noemer * b.noemer);
}

/** a ÷ b. @throws RangeError where b is zero; callers say whose figure it was. */
export function divide(a: Breuk, b: Breuk): Breuk {
  return breuk(a.teller * b.noemer, a.noemer * b.teller);
}

export function negate(a: Breuk): Breuk {
  return { teller: -a.teller, noemer: a.noemer };
}

/** Below zero, zero or above zero as a is less than, equal to or more than b. */
export function compare(a: Breuk, b: Breuk): -1 | 0 | 1 {
  const same = a.noemer === b.noemer;
  const left = same ? a.teller : a.teller * b.noemer;
  const right = same ? b.teller : b.teller * a.noemer;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function equals(a: Breuk, b: Breuk): boolean {
  return a.teller === b.teller && a.noemer === b.noemer;
}

export function isZero(a: Breuk): boolean {
  return a.teller === 0n;
}

export function isPositive(a: Breuk): boolean {
  return a.teller > 0n;
}

export function isNegative(a: Breuk): boolean {
  return a.teller < 0n;
}

export function isWhole(a: Breuk): boolean {
  return a.noemer === 1n;
}

export function smallest(a: Breuk, b: Breuk): Breuk {
  return compare(a, b) <= 0 ? a : b;
}

export function largest(a: Breuk, b: Breuk): Breuk {
  return compare(a, b) >= 0 ? a : b;
}

export function sum(list: Iterable<Breuk>): Breuk {
  let total = NUL;
  for (const item of list) total = add(total, item);
  return total;
}

/** The whole number at or below a. */
export function floor(a: Breuk): bigint {
  const quotient = a.teller / a.noemer;
  return a.teller < 0n && quotient * a.noemer !== a.teller ? quotient - 1n : quotient;
}

/** The whole number at or above a. */
export function ceil(a: Breuk): bigint {
  return -floor(negate(a));
}

/** The nearest whole number; exact halves up (away from minus infinity), or to the even one. */
export function round(a: Breuk, halven: "naar-boven" | "naar-even" = "naar-boven"): bigint {
  const below = floor(a);
  const twice = 2n * (a.teller - below * a.noemer);
  if (twice < a.noemer) return below;
  if (twice > a.noemer) return below + 1n;
  return halven === "naar-boven" || below % 2n !== 0n ? below + 1n : below;
}

/** For drawing and sorting on a screen only, never for an outcome. */
export function toNumber(a: Breuk): number {
  const whole = a.teller / a.noemer;
  const rest = a.teller - whole * a.noemer;
  return Number(whole) + Number(rest) / Number(a.noemer);
}

const NUMBER = /^(-?\d+(?:\.\d+)?)(?:\/(\d+(?:\.\d+)?))?(\s*%)?$/;

/**
 * Reads `178`, `1.5`, `2/3`, `1.3/1000`, `30 %` or `30%` exactly.
 *
 * @returns undefined where the text is no such number (a decimal comma, a word, a zero noemer).
 */
export function parseBreuk(text: string): Breuk | undefined {
  const match = NUMBER.exec(text.trim());
  if (!match) return undefined;
  const above = decimal(match[1] ?? "0");
  const below = decimal(match[2] ?? "1");
  if (isZero(below)) return undefined;
  const value = divide(above, below);
  return match[3] ? divide(value, breuk(100n)) : value;
}

/** The exact text that `parseBreuk` reads back: `178`, `16610.04` or `1/3`. */
export function formatBreuk(a: Breuk): string {
  if (a.noemer === 1n) return `${a.teller}`;
  const places = decimalPlaces(a.noemer);
  return places === undefined ? `${a.teller}/${a.noemer}` : formatDecimal(a, places);
}

function formatDecimal(a: Breuk, places: number): string {
  const scaled = (a.teller * 10n ** BigInt(places)) / a.noemer;
  const digits = `${scaled < 0n ? -scaled : scaled}`.padStart(places + 1, "0");
  const sign = scaled < 0n ? "-" : "";
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** How many decimals write 1/noemer exactly; undefined where none do. */
function decimalPlaces(noemer: bigint): number | undefined {
  let rest = noemer;
  let twos = 0;
  let fives = 0;
  while (rest % 2n === 0n) {
    rest /= 2n;
    twos += 1;
  }
  while (rest % 5n === 0n) {
    rest /= 5n;
    fives += 1;
  }
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

function decimal(text: string): Breuk {
  const [whole = "0", decimals = ""] = text.split(".");
  return breuk(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}

function gcd(a: bigint, b: bigint): bigint {
  let x = a;
  let y = b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}

/** The greatest common divisor of two whole numbers, 0 ≤ a and 0 < b, both below 2^53. */
export function gcdOfNumbers(a: number, b: number): number {
  let x = a;
  let y = b;
  while (y !== 0) {
    // Exact: below 2^53 a quotient never rounds up to a whole number that it is not.
    const rest = x - Math.floor(x / y) * y;
    x = y;
    y = rest;
  }
  return x;
}

/** The same text for the same value, with the fractions in it exact: to know it by, not to read. */
export function exactTekst(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "bigint" ? `${part}n` : part,
  );
}
