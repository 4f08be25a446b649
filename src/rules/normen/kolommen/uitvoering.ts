import type { Waarheid } from "#domain/eis.ts";
import {
  bekendAdres,
  type Geheugen,
  isTeGroot,
  jaAdres,
  kolomAdres,
  neeAdres,
  type Recordtabel,
  recordAdres,
  vlakbytes,
} from "./geheugen.ts";
import type { Kern } from "./kern.ts";
import type { Kruis, Programma } from "./programma.ts";
import { setBit } from "./vorm.ts";

/** A program in memory, with the kernel that carries it out. */
export type Uitvoering = {
  readonly kern: Kern;
  readonly geheugen: Geheugen;
  readonly programma: Programma;
  readonly antwoorden: readonly Waarheid[][];
  /** Per column the largest number in it, either way. */
  readonly grootste: number[];
};

/** Carries out the whole program, year by year, and counts the verdicts. */
export function runAlles(uitvoering: Uitvoering): void {
  const { kern, geheugen } = uitvoering;
  const { plattegrond, vorm, woorden } = geheugen;
  const { records, tellingen } = plattegrond;
  const vlak = vlakbytes(vorm);
  woorden.fill(0, tellingen / 4, tellingen / 4 + 3 * plattegrond.normen);
  const exact = exactKruisen(uitvoering);
  for (let jaar = 0; jaar < vorm.jaren; jaar += 1) {
    const carryOut = (loop: Kern["kruis"], table: Recordtabel, blokken: number) => {
      const begin = recordAdres(table, jaar, 0);
      if (table.aantal > 0 && blokken > 0)
        loop(begin, begin + table.aantal * table.grootte, blokken, vlak);
    };
    for (const { plaats, antwoord } of uitvoering.programma.gegeven) {
      writeAntwoorden(uitvoering, plaats, antwoord, jaar);
    }
    carryOut(kern.kruis, records.kruis, vorm.breedte / 16);
    carryOut(kern.drempel, records.drempel, vorm.breedte / 16);
    for (const kruis of exact) writeExact(uitvoering, kruis, jaar);
    carryOut(kern.en, records.en, vlak / 16);
    carryOut(kern.oordeel, records.oordeel, vlak / 8);
  }
}

/** The comparisons whose products may be past 2^53. */
export function exactKruisen({ programma, grootste }: Uitvoering): readonly Kruis[] {
  return programma.kruisen.filter((kruis) => isExactNeeded(kruis, grootste));
}

/** Whether a comparison has to be done in BigInt, with what its columns now hold. */
export function isExactNeeded({ x, y, factoren }: Kruis, grootste: readonly number[]): boolean {
  return factoren.some(
    (year) => year && (isTeGroot(year.a, grootste[x] ?? 0) || isTeGroot(year.b, grootste[y] ?? 0)),
  );
}

function writeExact(uitvoering: Uitvoering, kruis: Kruis, jaar: number): void {
  const { vorm } = uitvoering.geheugen;
  for (let woord = 0; woord < vorm.woorden; woord += 1) {
    writeExactWoord(uitvoering.geheugen, kruis, jaar, woord);
  }
}

/** One word of a comparison in BigInt. */
export function writeExactWoord(
  geheugen: Geheugen,
  { x, y, plaats, factoren }: Kruis,
  jaar: number,
  woord: number,
): void {
  const { getallen, woorden } = geheugen;
  const year = factoren[jaar];
  if (!year) return;
  const at = (kolom: number, i: number) =>
    BigInt(getallen[kolomAdres(geheugen, kolom, jaar) / 8 + 32 * woord + i] ?? 0);
  const knownOf = (kolom: number) => woorden[bekendAdres(geheugen, kolom, jaar) / 4 + woord] ?? 0;
  const known = knownOf(x) & knownOf(y);
  let yes = 0;
  for (let i = 0; i < 32; i += 1) {
    if (year.a * at(x, i) >= year.b * at(y, i)) yes |= 1 << i;
  }
  woorden[jaAdres(geheugen, 2 * plaats, jaar) / 4 + woord] = yes & known;
  woorden[neeAdres(geheugen, 2 * plaats, jaar) / 4 + woord] = known & ~yes;
}

function writeAntwoorden(
  { geheugen, antwoorden }: Uitvoering,
  plaats: number,
  antwoord: number,
  jaar: number,
): void {
  const { vorm, woorden } = geheugen;
  const given = antwoorden[antwoord] ?? [];
  const yes = jaAdres(geheugen, 2 * plaats, jaar) / 4;
  const no = neeAdres(geheugen, 2 * plaats, jaar) / 4;
  woorden.fill(0, yes, yes + vorm.woorden);
  woorden.fill(0, no, no + vorm.woorden);
  for (let i = 0; i < vorm.gemeenten; i += 1) {
    const answer = given[jaar * vorm.gemeenten + i];
    if (answer === "onbekend") continue;
    setBit(woorden, answer === "ja" ? yes : no, i);
  }
}
