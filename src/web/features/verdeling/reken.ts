import type { Rekenblad } from "#domain/rekenblad.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import {
  type Aanspraak,
  type Bijcijfers,
  comparePairs,
  type Kolom,
  layBeside,
  type Paar,
  readBijcijfers,
  readRustAlOp,
} from "#rules/verdeling/index.ts";
import { questionOf, type Wijziging } from "./bladvraag.ts";

/** A sheet worked out: keys side by side, how they stand to each other, and what lies beside them. */
export type Uitgerekend = {
  readonly document: Verdeling;
  readonly gebied: Rekenblad["gebied"];
  readonly kolommen: readonly [Kolom, ...Kolom[]];
  readonly paren: readonly Paar[];
  readonly bij: Bijcijfers;
  /** Other claims on the supply, for the region together. */
  readonly rustAlOp: readonly Aanspraak[];
  /** Only the middles: how far a number may be off is still being worked out. */
  readonly voorlopig: boolean;
  /** What was asked and does not lie on this sheet: nobody has it, or only the server does. */
  readonly gemist: ReadonlySet<string>;
  /** The sheet before the last change, whose room on the page is kept while bands are on their way. */
  readonly vorige?: Uitgerekend;
};

/**
 * Works out a sheet, with the same rules as the server.
 *
 * @throws RuleError where a figure makes no sense, a negative one for instance.
 */
export function reckon(blad: Rekenblad, wijziging: Wijziging = {}): Uitgerekend {
  const { vraag, beside, readGemist } = questionOf(blad, wijziging);
  const tabel = layBeside(vraag, beside);
  return {
    document: vraag.document,
    gebied: blad.gebied,
    kolommen: tabel.kolommen,
    paren: comparePairs(tabel),
    bij: readBijcijfers(vraag),
    rustAlOp: readRustAlOp(vraag),
    gemist: readGemist(),
    voorlopig: false,
  };
}

/** The middles alone, for what must be seen at once. */
export function reckonMiddles(blad: Rekenblad, wijziging: Wijziging = {}): Uitgerekend {
  const { vraag, beside, readGemist } = questionOf(blad, wijziging);
  const tabel = layBeside({ ...vraag, alleenMidden: true }, beside);
  return {
    document: vraag.document,
    gebied: blad.gebied,
    kolommen: tabel.kolommen,
    paren: comparePairs(tabel).filter(({ vergelijking }) => vergelijking.melding),
    bij: readBijcijfers(vraag),
    rustAlOp: readRustAlOp(vraag),
    gemist: readGemist(),
    voorlopig: true,
  };
}

/** What a whole run adds to one of the middles; the account of a number is that of the middle. */
export type Banden = {
  readonly kolommen: readonly (Omit<Kolom, "uitkomst"> & {
    readonly uitkomst: Omit<Kolom["uitkomst"], (typeof GEDEELD)[number]>;
  })[];
  readonly paren: readonly Paar[];
};

/** The same in a run of the middles and in a whole one, and most of its weight. */
const GEDEELD = ["gebruikt", "stappen", "ernaast", "jaren"] as const;

export function bandsOf({ kolommen, paren }: Uitgerekend): Banden {
  return {
    kolommen: kolommen.map((kolom) => {
      const { gebruikt: _, stappen: __, ernaast: ___, jaren: ____, ...uitkomst } = kolom.uitkomst;
      return { ...kolom, uitkomst };
    }),
    paren,
  };
}

/** A sheet of middles with the bands that were worked out beside it, as a whole run gives it. */
export function withBands(middles: Uitgerekend, { kolommen, paren }: Banden): Uitgerekend {
  const [first, ...others] = middles.kolommen.map((kolom, index): Kolom => {
    const banden = kolommen[index];
    if (!banden) return kolom;
    const uitkomst = { ...kolom.uitkomst, ...banden.uitkomst };
    return { ...banden, document: kolom.document, uitkomst };
  });
  return {
    ...middles,
    kolommen: first ? [first, ...others] : middles.kolommen,
    paren,
    voorlopig: false,
  };
}

/** Beyond so many cells a full run takes longer than a frame, and goes to a worker. */
const MOST_AT_ONCE = 24;

/** What is seen first may take longer: nothing stands there yet that would move. */
const MOST_AT_FIRST = 150;

/** Whether the middles of a sheet come before the whole of it. */
export function isLarge({ gebied, sleutels }: Rekenblad, changed: boolean): boolean {
  return gebied.eenheden.length * sleutels.length > (changed ? MOST_AT_ONCE : MOST_AT_FIRST);
}
