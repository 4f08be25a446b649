import { type Breuk, parseBreuk } from "#domain/breuk.ts";

/**
 * The number that a spreadsheet shows for a double: its shortest decimal text, exactly.
 *
 * `0.1` is one tenth, and not the double that lies nearest to it. Undefined for what is no number.
 */
export function exactOf(getal: number): Breuk | undefined {
  if (!Number.isFinite(getal)) return undefined;
  return parseBreuk(withoutExponent(String(getal)));
}

function withoutExponent(text: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = "", whole = "", decimals = "", power = "0"] = match;
  const point = whole.length + Number(power);
  const digits = whole + decimals;
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  if (point >= digits.length) return `${sign}${digits.padEnd(point, "0")}`;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}
