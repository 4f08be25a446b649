import type { Kolom } from "./kolom.ts";

import { JA, type Kruis, type Programma, type Vraag } from "./programma.ts";
import { quotient } from "./quotient.ts";
import { setBit, type Vorm } from "./vorm.ts";

/** A norm in a program: its eis, and the question whether it applies. */
export type Normvraag = { readonly eis: Vraag; readonly toepassing: Vraag };

/** The bytes that the kernel works on, and where everything lies in them. */
export type Geheugen = {
  readonly vorm: Vorm;
  readonly plattegrond: Plattegrond;
  readonly getallen: Float64Array;
  readonly woorden: Uint32Array;
};

/** First bytes of each part, and how long the parts are that come per year. */
export type Plattegrond = {
  readonly kolommen: number;
  readonly bekend: number;
  readonly vlakken: number;
  readonly oordelen: number;
  readonly tellingen: number;
  readonly records: Readonly<Record<Recordsoort, Recordtabel>>;
  readonly bytes: number;
  readonly ligging: readonly number[];
  readonly normen: number;
};

type Recordsoort = "kruis" | "drempel" | "en" | "oordeel";

/** Records of one kind: so many a year, of so many bytes each. */
export type Recordtabel = {
  readonly begin: number;
  readonly aantal: number;
  readonly grootte: number;
};

/** Bytes of a record, as scripts/kolomkern.ts reads them. */
const RECORD = { kruis: 32, drempel: 24, en: 20, oordeel: 24 } as const;

/** Yes and no; met, not met and not applicable. */
const PLANES = 2;
export const OORDELEN = 3;

const FLOAT = 8;
const WORD = 4;
const ALIGN = 16;

/** Where everything lies for this program over so many columns. */
export function planGeheugen(
  vorm: Vorm,
  kolommen: number,
  programma: Programma,
  normen: number,
): Plattegrond {
  let next = 0;
  const take = (bytes: number): number => {
    const begin = next;
    next = Math.ceil((begin + bytes) / ALIGN) * ALIGN;
    return begin;
  };
  const { jaren, breedte } = vorm;
  const vlak = vlakbytes(vorm);
  const records = (soort: Recordsoort, aantal: number): Recordtabel => ({
    begin: take(jaren * aantal * RECORD[soort]),
    aantal,
    grootte: RECORD[soort],
  });
  return {
    kolommen: take(kolommen * jaren * breedte * FLOAT),
    // One more: the plane of what nobody knows, for years without a limit.
    bekend: take((kolommen * jaren + 1) * vlak),
    vlakken: take(jaren * programma.ligging.length * PLANES * vlak),
    oordelen: take(jaren * normen * OORDELEN * vlak),
    tellingen: take(normen * OORDELEN * WORD),
    records: {
      kruis: records("kruis", programma.kruisen.length),
      drempel: records("drempel", programma.drempels.length),
      en: records("en", programma.enen.length),
      oordeel: records("oordeel", normen),
    },
    ligging: programma.ligging,
    normen,
    bytes: next,
  };
}

/** Bytes of one plane. */
export function vlakbytes({ vlakwoorden }: Vorm): number {
  return vlakwoorden * WORD;
}

/** First byte of the numbers of a column in a year. */
export function kolomAdres({ plattegrond, vorm }: Geheugen, kolom: number, jaar: number): number {
  return plattegrond.kolommen + (kolom * vorm.jaren + jaar) * vorm.breedte * FLOAT;
}

/** First byte of what is known of a column in a year. */
export function bekendAdres({ plattegrond, vorm }: Geheugen, kolom: number, jaar: number): number {
  return plattegrond.bekend + (kolom * vorm.jaren + jaar) * vlakbytes(vorm);
}

/** First byte of the plane in which a question is yes; that of no is `neeAdres`. */
export function jaAdres({ plattegrond, vorm }: Geheugen, vraag: Vraag, jaar: number): number {
  const { ligging } = plattegrond;
  const place = jaar * ligging.length + (ligging[vraag >> 1] ?? 0);
  return plattegrond.vlakken + (place * PLANES + (vraag & 1)) * vlakbytes(vorm);
}

export function neeAdres(geheugen: Geheugen, vraag: Vraag, jaar: number): number {
  return jaAdres(geheugen, vraag ^ 1, jaar);
}

/** First byte of the first of the three planes of verdicts of a norm. */
export function oordeelAdres({ plattegrond, vorm }: Geheugen, norm: number, jaar: number): number {
  return plattegrond.oordelen + (jaar * plattegrond.normen + norm) * OORDELEN * vlakbytes(vorm);
}

/** First byte of the three counts of a norm. */
export function tellingAdres({ plattegrond }: Geheugen, norm: number): number {
  return plattegrond.tellingen + norm * OORDELEN * WORD;
}

/** Writes the columns, and what is true of every gemeente. */
export function loadKolommen(geheugen: Geheugen, kolommen: readonly Kolom[]): void {
  const { vorm, getallen, woorden } = geheugen;
  for (const [nummer, kolom] of kolommen.entries()) {
    for (let jaar = 0; jaar < vorm.jaren; jaar += 1) {
      const from = jaar * vorm.gemeenten;
      const year = kolom.getallen.subarray(from, from + vorm.gemeenten);
      getallen.set(year, kolomAdres(geheugen, nummer, jaar) / FLOAT);
      const known = bekendAdres(geheugen, nummer, jaar) / WORD;
      for (let i = 0; i < vorm.gemeenten; i += 1) {
        if (kolom.bekend[from + i] === 1) setBit(woorden, known, i);
      }
    }
  }
  for (let jaar = 0; jaar < vorm.jaren; jaar += 1) {
    const all = jaAdres(geheugen, JA, jaar) / WORD;
    for (let i = 0; i < vorm.gemeenten; i += 1) setBit(woorden, all, i);
  }
}

/** Writes what the kernel is to do, per year. */
export function loadRecords(
  geheugen: Geheugen,
  programma: Programma,
  normen: readonly Normvraag[],
): void {
  for (let jaar = 0; jaar < geheugen.vorm.jaren; jaar += 1) {
    loadKruisen(geheugen, programma.kruisen, jaar);
    loadDrempels(geheugen, programma, jaar);
    loadEnen(geheugen, programma, jaar);
    loadOordelen(geheugen, normen, jaar);
  }
}

/** First byte of the record at this place in a year. */
export function recordAdres(
  { begin, aantal, grootte }: Recordtabel,
  jaar: number,
  place: number,
): number {
  return begin + (jaar * aantal + place) * grootte;
}

function loadKruisen(geheugen: Geheugen, kruisen: readonly Kruis[], jaar: number): void {
  const { plattegrond, getallen, woorden } = geheugen;
  const nobody = unknownPlane(geheugen);
  for (const [place, { x, y, plaats, factoren }] of kruisen.entries()) {
    const record = recordAdres(plattegrond.records.kruis, jaar, place);
    const year = factoren[jaar];
    getallen[record / FLOAT] = year ? quotient(year) : 0;
    woorden.set(
      [
        kolomAdres(geheugen, x, jaar),
        kolomAdres(geheugen, y, jaar),
        year ? bekendAdres(geheugen, x, jaar) : nobody,
        year ? bekendAdres(geheugen, y, jaar) : nobody,
        jaAdres(geheugen, 2 * plaats, jaar),
      ],
      record / WORD + 2,
    );
  }
}

function loadDrempels(geheugen: Geheugen, { drempels }: Programma, jaar: number): void {
  const { plattegrond, getallen, woorden } = geheugen;
  for (const [place, { x, plaats, grenzen }] of drempels.entries()) {
    const record = recordAdres(plattegrond.records.drempel, jaar, place);
    const limit = grenzen[jaar];
    getallen[record / FLOAT] = limit ?? 0;
    const known = limit === undefined ? unknownPlane(geheugen) : bekendAdres(geheugen, x, jaar);
    woorden.set(
      [kolomAdres(geheugen, x, jaar), known, jaAdres(geheugen, 2 * plaats, jaar)],
      record / WORD + 2,
    );
  }
}

function loadEnen(geheugen: Geheugen, { enen }: Programma, jaar: number): void {
  const table = geheugen.plattegrond.records.en;
  for (const [place, { plaats, a, b }] of enen.entries()) {
    const planes = [...planesOf(geheugen, a, b, jaar), jaAdres(geheugen, 2 * plaats, jaar)];
    geheugen.woorden.set(planes, recordAdres(table, jaar, place) / WORD);
  }
}

function loadOordelen(geheugen: Geheugen, normen: readonly Normvraag[], jaar: number): void {
  const table = geheugen.plattegrond.records.oordeel;
  for (const [norm, { eis, toepassing }] of normen.entries()) {
    geheugen.woorden.set(
      [
        ...planesOf(geheugen, eis, toepassing, jaar),
        oordeelAdres(geheugen, norm, jaar),
        tellingAdres(geheugen, norm),
      ],
      recordAdres(table, jaar, norm) / WORD,
    );
  }
}

function planesOf(geheugen: Geheugen, a: Vraag, b: Vraag, jaar: number): readonly number[] {
  return [a, b].flatMap((vraag) => [
    jaAdres(geheugen, vraag, jaar),
    neeAdres(geheugen, vraag, jaar),
  ]);
}

function unknownPlane({ plattegrond, vorm }: Geheugen): number {
  return plattegrond.vlakken - vlakbytes(vorm);
}
