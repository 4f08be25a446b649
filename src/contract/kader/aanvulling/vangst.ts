import { formatPad, type Pad } from "../fout.ts";

/** What stands around a place in a text, also in one that cannot be read yet. */
export type Plek = {
  /**
   * `sleutel`: a key of the block at `pad` is written here; `waarde`: what stands at `pad` itself;
   * `begin`: the first word of an item of a list, which may become either.
   */
  readonly soort: "sleutel" | "waarde" | "begin";
  readonly pad: Pad;
  /** Where the word that is being written begins. */
  readonly van: number;
  /** What stands of it before the place that was asked. */
  readonly woord: string;
};

/** What is gathered while a text is gone through once. */
export type Vangst = {
  readonly tekst: string;
  /** The place that was asked. */
  readonly bij: number;
  plek: Plek | undefined;
  readonly sleutels: Map<string, string[]>;
  readonly waarden: Map<string, string>;
};

/** Where the text in quotes that begins here ends, behind its closing sign; without one, its line. */
export function endOfQuote(tekst: string, at: number): number {
  const pattern = tekst[at] === '"' ? /"(?:[^"\\]|\\[\s\S])*"/y : /'(?:[^']|'')*'/y;
  pattern.lastIndex = at;
  const found = pattern.exec(tekst);
  if (found) return at + found[0].length;
  const eol = tekst.indexOf("\n", at);
  return eol === -1 ? tekst.length : eol;
}

export function unquote(text: string): string {
  if (/^".*"$/s.test(text)) return text.slice(1, -1).replace(/\\(["\\])/g, "$1");
  if (/^'.*'$/s.test(text)) return text.slice(1, -1).replaceAll("''", "'");
  return text;
}

export function noteSleutel({ sleutels }: Vangst, pad: Pad, naam: string): void {
  const key = formatPad(pad);
  const known = sleutels.get(key);
  if (known) known.push(naam);
  else sleutels.set(key, [naam]);
}

/** Remembers the place that was asked where it lies in this word. */
export function noteAt(
  vangst: Vangst,
  soort: Plek["soort"],
  pad: Pad,
  van: number,
  tot: number,
): void {
  const { bij, tekst } = vangst;
  if (bij < van || bij > tot) return;
  vangst.plek = { soort, pad, van, woord: tekst.slice(van, bij) };
}
