import { createBibliotheek } from "#domain/document.ts";
import type { Invulling } from "#domain/invulling.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import { createCijferbron, type Waarneming } from "#domain/waarneming.ts";
import { overlay, spread } from "#rules/cijfers/eigen-cijfers.ts";
import {
  type Aanspraak,
  type Bijcijfers,
  comparePairs,
  type Kolom,
  layBeside,
  type Paar,
  readBijcijfers,
  readRustAlOp,
  type Verdelingsvraag,
} from "#rules/verdeling/index.ts";

/** What people changed on the sheet since the server made it. */
export type Wijziging = {
  readonly document?: Verdeling;
  readonly ingevuld?: Invulling;
  /** Figures of one's own, which go before those of the sheet. */
  readonly cijfers?: readonly Waarneming[];
};

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
  const { vraag: asked, beside } = questionOf(blad, wijziging);
  const { vraag, gemist } = noteMissing(asked);
  const tabel = layBeside(vraag, beside);
  return {
    document: vraag.document,
    gebied: blad.gebied,
    kolommen: tabel.kolommen,
    paren: comparePairs(tabel),
    bij: readBijcijfers(vraag),
    rustAlOp: readRustAlOp(vraag),
    gemist,
    voorlopig: false,
  };
}

/** The middles alone, for what must be seen at once. */
export function reckonMiddles(blad: Rekenblad, wijziging: Wijziging = {}): Uitgerekend {
  const { vraag: asked, beside } = questionOf(blad, wijziging);
  const { vraag, gemist } = noteMissing(asked);
  const tabel = layBeside({ ...vraag, alleenMidden: true }, beside);
  return {
    document: vraag.document,
    gebied: blad.gebied,
    kolommen: tabel.kolommen,
    paren: comparePairs(tabel).filter(({ vergelijking }) => vergelijking.melding),
    bij: readBijcijfers(vraag),
    rustAlOp: readRustAlOp(vraag),
    gemist,
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

/** The same question, with a note of every document and figure that is asked and not there. */
function noteMissing(vraag: Verdelingsvraag) {
  const gemist = new Set<string>();
  const { bibliotheek, cijfers } = vraag;
  const find = (naam: string) => {
    const found = bibliotheek.find(naam);
    if (!found) gemist.add(naam);
    return found;
  };
  const findFigure = (indicator: string, gebied: string) => {
    const found = cijfers.find(indicator, gebied);
    if (found.length === 0) gemist.add(`${indicator} ${gebied}`);
    return found;
  };
  const noted = { ...vraag, bibliotheek: { ...bibliotheek, find }, cijfers: { find: findFigure } };
  return { vraag: noted, gemist };
}

/** The sheet as it is with what people changed on it, for all that reads it beside the numbers. */
export function withWijziging(
  blad: Rekenblad,
  { document, ingevuld, cijfers = [] }: Wijziging,
): Rekenblad {
  const { vraag } = questionOf(blad, { cijfers });
  const own = spread(cijfers, blad.gebied, vraag.bibliotheek);
  const asked = new Map(
    [...own, ...blad.waarnemingen].map(({ indicator, gebied }) => [
      `${indicator} ${gebied}`,
      [indicator, gebied] as const,
    ]),
  );
  return {
    ...blad,
    sleutels: blad.sleutels.map((sleutel, i) =>
      i === 0 && document ? { ...sleutel, document } : sleutel,
    ),
    waarnemingen:
      own.length === 0
        ? blad.waarnemingen
        : [...asked.values()].flatMap(([naam, gebied]) => vraag.cijfers.find(naam, gebied)),
    ingevuld: ingevuld ?? blad.ingevuld,
  };
}

type Vraag = { readonly vraag: Verdelingsvraag; readonly beside: readonly Verdeling[] };

/** What the first key is asked on this sheet, and the keys laid beside it. */
export function questionOf(blad: Rekenblad, wijziging: Wijziging): Vraag {
  const [first, ...beside] = blad.sleutels.map(({ document }) => document);
  if (!first) throw new Error("a sheet has at least one key");
  const document = wijziging.document ?? first;
  const bibliotheek = createBibliotheek([document, ...beside, ...blad.documenten]);
  const own = spread(wijziging.cijfers ?? [], blad.gebied, bibliotheek);
  return {
    beside,
    vraag: {
      document,
      gebied: blad.gebied,
      ...(blad.nederland ? { nederland: blad.nederland } : {}),
      cijfers: overlay(own, createCijferbron(blad.waarnemingen)),
      op: blad.op,
      bibliotheek,
      ingevuld: wijziging.ingevuld ?? blad.ingevuld,
    },
  };
}
