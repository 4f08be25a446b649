import type { Waarheid } from "#domain/eis.ts";
import {
  type Geheugen,
  jaAdres,
  neeAdres,
  type Recordtabel,
  recordAdres,
  vlakbytes,
} from "./geheugen.ts";
import type { Kern } from "./kern.ts";
import { buitenKern, type Uitersten, writeKruislings } from "./kruislings.ts";
import type { Kruis, Programma } from "./programma.ts";
import { setBit } from "./vorm.ts";

/** A program in memory, with the kernel that carries it out. */
export type Uitvoering = {
  readonly kern: Kern;
  readonly geheugen: Geheugen;
  readonly programma: Programma;
  readonly antwoorden: readonly Waarheid[][];
  readonly uitersten: Uitersten;
  /** As `limitsOf` gives them. */
  readonly limieten: readonly number[];
};

/** Carries out the whole program, year by year, and counts the verdicts. */
export function runAlles(uitvoering: Uitvoering): void {
  const { kern, geheugen } = uitvoering;
  const { plattegrond, vorm, woorden } = geheugen;
  const { records, tellingen } = plattegrond;
  const vlak = vlakbytes(vorm);
  woorden.fill(0, tellingen / 4, tellingen / 4 + 3 * plattegrond.normen);
  const outside = buitenKern(
    uitvoering.programma.kruisen,
    uitvoering.limieten,
    uitvoering.uitersten,
  );
  for (let jaar = 0; jaar < vorm.jaren; jaar += 1) {
    const carryOut = (loop: Kern["kruis"], table: Recordtabel, blokken: number) => {
      const begin = recordAdres(table, jaar, 0);
      if (table.aantal > 0 && blokken > 0)
        loop(begin, begin + table.aantal * table.grootte, blokken, vlak);
    };
    for (const { plaats, antwoord } of uitvoering.programma.gegeven) {
      writeAntwoorden(uitvoering, plaats, antwoord, jaar);
    }
    carryOut(kern.kruis, records.kruis, vorm.woorden);
    carryOut(kern.drempel, records.drempel, vorm.woorden);
    for (const kruis of outside) writeKruis(uitvoering, kruis, jaar);
    carryOut(kern.en, records.en, vlak / 16);
    carryOut(kern.oordeel, records.oordeel, vlak / 8);
  }
}

function writeKruis({ geheugen }: Uitvoering, kruis: Kruis, jaar: number): void {
  for (let woord = 0; woord < geheugen.vorm.woorden; woord += 1) {
    writeKruislings(geheugen, kruis, jaar, woord);
  }
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
