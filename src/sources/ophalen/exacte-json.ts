import { type Breuk, breuk } from "#domain/breuk.ts";
import { vormfout } from "./ophaalfout.ts";

/** A number of a JSON text, as its digits stand there. */
export class Getal {
  readonly cijfers: string;
  constructor(cijfers: string) {
    this.cijfers = cijfers;
  }
}

const MARK = "\u{E000}getal:";
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/gs;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const MARKED = /\u{E000}getal:|\\u[eE]000getal:/u;

/**
 * Parses JSON in which every number keeps its own digits: a float would lose some of them.
 *
 * @param waar Where the text comes from, for whoever reads the refusal.
 * @throws Ophaalfout "vorm" where it is no JSON.
 */
export function parseExact(text: string, waar: string): unknown {
  if (MARKED.test(text)) throw vormfout(waar, "gewone JSON", "tekens die daar niet horen");
  const marked = text.replace(TOKEN, (token) =>
    token.startsWith('"') || !NUMBER.test(token) ? token : `"${MARK}${token}"`,
  );
  try {
    return JSON.parse(marked, (_, value: unknown) =>
      typeof value === "string" && value.startsWith(MARK)
        ? new Getal(value.slice(MARK.length))
        : value,
    );
  } catch {
    throw vormfout(waar, "JSON", text.slice(0, 60));
  }
}

const PARTS = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;
const LARGEST_EXPONENT = 30;

/** The exact value of the digits; undefined where they are no number, or one beyond all use. */
export function toBreuk(digits: string): Breuk | undefined {
  const match = PARTS.exec(digits);
  if (!match) return undefined;
  const [, sign, whole = "", decimals = "", exponent = "0"] = match;
  const shift = Number(exponent) - decimals.length;
  if (Math.abs(shift) > LARGEST_EXPONENT) return undefined;
  const units = BigInt(`${sign}${whole}${decimals}`);
  const scale = 10n ** BigInt(Math.abs(shift));
  return shift >= 0 ? breuk(units * scale) : breuk(units, scale);
}
