import { type Breuk, breuk, formatBreuk, isWhole, multiply, parseBreuk } from "#domain/breuk.ts";
import { quote } from "../fout.ts";
import { type Gelezen, gelezen, ongelezen } from "./gelezen.ts";

/** A number with the text it was written as. */
export type Getal = { readonly getal: Breuk; readonly tekst: string };

/** Digits beyond this add nothing to a figure and cost time with every step. */
const LANGSTE_GETAL = 60;

/** Reads `178`, `1.5`, `2/3` or `30 %` exactly; a decimal comma gets its own advice. */
export function readGetal(text: string): Gelezen<Getal> {
  const trimmed = text.trim();
  if (trimmed.length > LANGSTE_GETAL) {
    return ongelezen(
      `${quote(trimmed)} is te lang voor een getal. Schrijf hoogstens ${LANGSTE_GETAL} tekens.`,
    );
  }
  const getal = parseBreuk(trimmed);
  if (getal) return gelezen({ getal, tekst: trimmed });
  if (/^-?\d+,\d+(\s*%)?$/.test(trimmed)) return ongelezen(kommaTekst(trimmed));
  if (/^-?\d{1,3}([.,]\d{3})+(\s*%)?$/.test(trimmed)) {
    const digits = trimmed.replaceAll(/[.,]/g, "");
    return ongelezen(`${quote(trimmed)} is geen getal. Schrijf het zonder punten: ${digits}.`);
  }
  if (/^-?[\d.]+\/0+(\.0+)?$/.test(trimmed)) {
    return ongelezen(`${quote(trimmed)} deelt door nul. Schrijf een ander getal onder de streep.`);
  }
  return ongelezen(`${quote(trimmed)} is geen getal. Schrijf het zo: 178, 1.5, 2/3 of 30 %.`);
}

/** What to write instead of a number with a decimal comma. */
export function kommaTekst(text: string): string {
  const point = text.replace(",", ".");
  const getal = parseBreuk(point);
  const advice = getal ? `Schrijf een punt (${point})${fraction(getal)}.` : "Schrijf een punt.";
  return `${quote(text)} is geen getal. ${advice}`;
}

function fraction(getal: Breuk): string {
  if (isWhole(getal)) return "";
  return ` of een breuk (${getal.teller}/${getal.noemer})`;
}

/** `99 %` where that is exact in at most four decimals, else a fraction such as `2/3`. */
export function formatDeel(deel: Breuk): string {
  const percent = formatBreuk(multiply(deel, breuk(100n)));
  return /^-?\d+(\.\d{1,4})?$/.test(percent) ? `${percent} %` : formatBreuk(deel);
}

/** A whole number of at least `least`. */
export function readGeheel(text: string, least = 1): Gelezen<number> {
  const value = Number(text);
  if (/^\d{1,9}$/.test(text) && value >= least) return gelezen(value);
  const hint = least === 0 ? "0, 1, 2 …" : `${least}, ${least + 1}, ${least + 2} …`;
  return ongelezen(`${quote(text)} kan hier niet. Schrijf een heel getal: ${hint}`);
}
