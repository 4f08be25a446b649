import type { Breuk } from "#domain/breuk.ts";
import type { Waarheid } from "#domain/eis.ts";
import { herhaal } from "./bijwerken.ts";
import {
  bekendAdres,
  type Geheugen,
  jaAdres,
  kolomAdres,
  loadKolommen,
  loadRecords,
  type Normvraag,
  neeAdres,
  OORDELEN,
  oordeelAdres,
  planGeheugen,
  tellingAdres,
} from "./geheugen.ts";
import { indexGevolgen } from "./gevolgen.ts";
import type { Kern, Kernmaker } from "./kern.ts";
import { createKern } from "./kern-wasm.ts";
import { toGetal } from "./kolom.ts";
import type { Kolommen } from "./kolommen.ts";
import { buitenKern, limitsOf } from "./kruislings.ts";
import { runAlles, type Uitvoering } from "./uitvoering.ts";
import { hasBit, setBit } from "./vorm.ts";

/** What the kernel says of one norm, one gemeente and one year (docs/taal.md 2.4). */
export const KERNOORDELEN = ["voldoet", "voldoet-niet", "niet-van-toepassing", "onbekend"] as const;
export type Kernoordeel = (typeof KERNOORDELEN)[number];

/** How many gemeenten and years have each verdict; together all of them. */
export type Telling = Readonly<Record<Kernoordeel, number>>;

/** Many norms over all gemeenten and years at once. */
export type Normentabel = {
  /** Asks everything again. */
  readonly evaluate: () => void;
  /**
   * One figure is another, or no longer known: asks again only what uses it.
   *
   * @returns false, with nothing changed, where the column cannot hold the figure exactly.
   */
  readonly change: (
    kolom: number,
    gemeente: number,
    jaar: number,
    waarde: Breuk | undefined,
  ) => boolean;
  /** The same for an answer that was given from outside. */
  readonly changeAntwoord: (
    antwoord: number,
    gemeente: number,
    jaar: number,
    waarheid: Waarheid,
  ) => void;
  readonly verdict: (norm: number, gemeente: number, jaar: number) => Kernoordeel;
  readonly counts: (norm: number) => Telling;
  /** What is worked out, and how: for the account and for measuring. */
  readonly omvang: Omvang;
};

export type Omvang = {
  readonly kern: Kern["soort"];
  readonly normen: number;
  readonly kolommen: number;
  /** Comparisons, each once; of which so many crosswise, for the kernel is not exact for them. */
  readonly vergelijkingen: number;
  readonly buitenKern: number;
  /** Questions that `evaluateEis` answered one by one. */
  readonly antwoorden: number;
};

/** Norms over columns, worked out once; both as `vertaalEis` and the reader made them. */
export function createNormentabel(
  normen: readonly Normvraag[],
  kolommen: Kolommen,
  maakKern: Kernmaker = createKern,
): Normentabel {
  const uitvoering = load(normen, kolommen, maakKern);
  const { geheugen, programma } = uitvoering;
  const gevolgen = indexGevolgen(programma, normen);
  runAlles(uitvoering);
  return {
    evaluate: () => runAlles(uitvoering),
    change: (kolom, gemeente, jaar, waarde) => {
      const wrote = writeGetal(uitvoering, kolommen, { kolom, gemeente, jaar }, waarde);
      if (wrote === "anders") {
        herhaal(uitvoering, normen, gevolgen.ofKolom(kolom), { jaar, woord: gemeente >>> 5 });
      }
      return wrote !== "past niet";
    },
    changeAntwoord: (antwoord, gemeente, jaar, waarheid) => {
      if (!writeAntwoord(uitvoering, { antwoord, gemeente, jaar }, waarheid)) return;
      herhaal(uitvoering, normen, gevolgen.ofAntwoord(antwoord), { jaar, woord: gemeente >>> 5 });
    },
    verdict: (norm, gemeente, jaar) => readOordeel(geheugen, norm, gemeente, jaar),
    counts: (norm) => readTelling(geheugen, norm),
    omvang: {
      kern: uitvoering.kern.soort,
      normen: normen.length,
      kolommen: kolommen.alleKolommen().length,
      vergelijkingen: programma.kruisen.length + programma.drempels.length,
      buitenKern: buitenKern(programma.kruisen, uitvoering.limieten, uitvoering.uitersten).length,
      antwoorden: programma.gegeven.length,
    },
  };
}

function load(normen: readonly Normvraag[], kolommen: Kolommen, maakKern: Kernmaker): Uitvoering {
  const programma = kolommen.schrijver.programma();
  const all = kolommen.alleKolommen();
  const plattegrond = planGeheugen(kolommen.vorm, all.length, programma, normen.length);
  const kern = maakKern(plattegrond.bytes);
  const geheugen: Geheugen = {
    vorm: kolommen.vorm,
    plattegrond,
    getallen: new Float64Array(kern.buffer),
    woorden: new Uint32Array(kern.buffer),
  };
  loadKolommen(geheugen, all);
  loadRecords(geheugen, programma, normen);
  const uitersten = {
    kleinste: all.map(({ getallen }) => getallen.reduce((least, one) => Math.min(least, one), 0)),
    grootste: all.map(({ getallen }) => getallen.reduce((most, one) => Math.max(most, one), 0)),
  };
  const antwoorden = kolommen.alleAntwoorden().map((given) => [...given]);
  return {
    kern,
    geheugen,
    programma,
    antwoorden,
    uitersten,
    limieten: limitsOf(programma.kruisen),
  };
}

type Cel = { readonly kolom: number; readonly gemeente: number; readonly jaar: number };

function writeGetal(
  { geheugen, uitersten }: Uitvoering,
  kolommen: Kolommen,
  { kolom, gemeente, jaar }: Cel,
  waarde: Breuk | undefined,
): "anders" | "gelijk" | "past niet" {
  const schaal = kolommen.alleKolommen()[kolom]?.schaal;
  const getal = waarde && schaal ? toGetal(waarde, schaal) : 0;
  if (getal === undefined || schaal === undefined) return "past niet";
  const { getallen, woorden } = geheugen;
  const at = kolomAdres(geheugen, kolom, jaar) / 8 + gemeente;
  const known = bekendAdres(geheugen, kolom, jaar) / 4;
  const isKnown = waarde !== undefined;
  if (getallen[at] === getal && hasBit(woorden, known, gemeente) === isKnown) return "gelijk";
  getallen[at] = getal;
  setBit(woorden, known, gemeente, isKnown);
  const { kleinste, grootste } = uitersten;
  kleinste[kolom] = Math.min(kleinste[kolom] ?? 0, getal);
  grootste[kolom] = Math.max(grootste[kolom] ?? 0, getal);
  return "anders";
}

/** False where the answer was the same already. */
function writeAntwoord(
  { geheugen, programma, antwoorden }: Uitvoering,
  { antwoord, gemeente, jaar }: Omit<Cel, "kolom"> & { readonly antwoord: number },
  waarheid: Waarheid,
): boolean {
  const given = antwoorden[antwoord];
  const plaats = programma.gegeven.find((item) => item.antwoord === antwoord)?.plaats;
  const at = jaar * geheugen.vorm.gemeenten + gemeente;
  if (!given || plaats === undefined || given[at] === waarheid) return false;
  given[at] = waarheid;
  setBit(geheugen.woorden, jaAdres(geheugen, 2 * plaats, jaar) / 4, gemeente, waarheid === "ja");
  setBit(geheugen.woorden, neeAdres(geheugen, 2 * plaats, jaar) / 4, gemeente, waarheid === "nee");
  return true;
}

function readOordeel(
  geheugen: Geheugen,
  norm: number,
  gemeente: number,
  jaar: number,
): Kernoordeel {
  const first = oordeelAdres(geheugen, norm, jaar) / 4;
  const { vlakwoorden } = geheugen.vorm;
  const planes = KERNOORDELEN.slice(0, OORDELEN);
  const found = planes.find((_, kind) =>
    hasBit(geheugen.woorden, first + kind * vlakwoorden, gemeente),
  );
  return found ?? "onbekend";
}

function readTelling(geheugen: Geheugen, norm: number): Telling {
  const { gemeenten, jaren } = geheugen.vorm;
  const at = tellingAdres(geheugen, norm) / 4;
  const [voldoet = 0, niet = 0, buiten = 0] = geheugen.woorden.subarray(at, at + 3);
  return {
    voldoet,
    "voldoet-niet": niet,
    "niet-van-toepassing": buiten,
    onbekend: gemeenten * jaren - voldoet - niet - buiten,
  };
}
