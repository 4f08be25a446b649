import {
  bekendAdres,
  jaAdres,
  kolomAdres,
  type Normvraag,
  neeAdres,
  OORDELEN,
  oordeelAdres,
  tellingAdres,
} from "./geheugen.ts";
import type { Gevolg } from "./gevolgen.ts";
import { writeKruislings } from "./kruislings.ts";
import type { Drempel, En } from "./programma.ts";
import type { Uitvoering } from "./uitvoering.ts";
import { countBits } from "./vorm.ts";

/** The 32 gemeenten of one year among which one figure changed. */
export type Plek = { readonly jaar: number; readonly woord: number };

/** Asks again what follows from a change, for one word of one year, and mends the counts. */
export function herhaal(
  uitvoering: Uitvoering,
  normen: readonly Normvraag[],
  gevolg: Gevolg,
  plek: Plek,
): void {
  const { jaar, woord } = plek;
  for (const kruis of gevolg.kruisen) writeKruislings(uitvoering.geheugen, kruis, jaar, woord);
  for (const drempel of gevolg.drempels) herhaalDrempel(uitvoering, drempel, plek);
  for (const en of gevolg.enen) herhaalEn(uitvoering, en, plek);
  for (const norm of gevolg.normen) {
    const vraag = normen[norm];
    if (vraag) herhaalOordeel(uitvoering, norm, vraag, plek);
  }
}

function herhaalDrempel(
  uitvoering: Uitvoering,
  { x, plaats, grenzen }: Drempel,
  { jaar, woord }: Plek,
): void {
  const { geheugen } = uitvoering;
  const limit = grenzen[jaar];
  if (limit === undefined) return;
  const from = kolomAdres(geheugen, x, jaar) / 8 + 32 * woord;
  const known = geheugen.woorden[bekendAdres(geheugen, x, jaar) / 4 + woord] ?? 0;
  let yes = 0;
  for (let i = 0; i < 32; i += 1) {
    if ((geheugen.getallen[from + i] ?? 0) >= limit) yes |= 1 << i;
  }
  writeVraag(uitvoering, plaats, { jaar, woord }, yes & known, known & ~yes);
}

function herhaalEn(uitvoering: Uitvoering, { plaats, a, b }: En, plek: Plek): void {
  const [first, second] = [readVraag(uitvoering, a, plek), readVraag(uitvoering, b, plek)];
  writeVraag(uitvoering, plaats, plek, first.ja & second.ja, first.nee | second.nee);
}

function readVraag({ geheugen }: Uitvoering, vraag: number, { jaar, woord }: Plek) {
  return {
    ja: geheugen.woorden[jaAdres(geheugen, vraag, jaar) / 4 + woord] ?? 0,
    nee: geheugen.woorden[neeAdres(geheugen, vraag, jaar) / 4 + woord] ?? 0,
  };
}

function writeVraag(
  { geheugen }: Uitvoering,
  plaats: number,
  { jaar, woord }: Plek,
  ja: number,
  nee: number,
): void {
  geheugen.woorden[jaAdres(geheugen, 2 * plaats, jaar) / 4 + woord] = ja;
  geheugen.woorden[neeAdres(geheugen, 2 * plaats, jaar) / 4 + woord] = nee;
}

function herhaalOordeel(
  uitvoering: Uitvoering,
  norm: number,
  { eis, toepassing }: Normvraag,
  plek: Plek,
): void {
  const { geheugen } = uitvoering;
  const { woorden, vorm } = geheugen;
  const asked = readVraag(uitvoering, eis, plek);
  const applies = readVraag(uitvoering, toepassing, plek);
  const fresh = [asked.ja & applies.ja, asked.nee & applies.ja, applies.nee];
  const first = oordeelAdres(geheugen, norm, plek.jaar) / 4 + plek.woord;
  const counts = tellingAdres(geheugen, norm) / 4;
  for (let kind = 0; kind < OORDELEN; kind += 1) {
    const at = first + kind * vorm.vlakwoorden;
    const bits = fresh[kind] ?? 0;
    const gained = countBits(bits) - countBits(woorden[at] ?? 0);
    woorden[at] = bits;
    woorden[counts + kind] = (woorden[counts + kind] ?? 0) + gained;
  }
}
