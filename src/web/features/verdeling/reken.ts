import { createBibliotheek } from "#domain/document.ts";
import type { Invulling } from "#domain/invulling.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import { createCijferbron, type Waarneming } from "#domain/waarneming.ts";
import { overlay, spread } from "#rules/cijfers/eigen-cijfers.ts";
import {
  type Bijcijfers,
  comparePairs,
  type Kolom,
  layBeside,
  type Paar,
  readBijcijfers,
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
  /** Only the middles: how far a number may be off is still being worked out. */
  readonly voorlopig: boolean;
};

/**
 * Works out a sheet, with the same rules as the server.
 *
 * @throws RuleError where a figure makes no sense, a negative one for instance.
 */
export function reckon(blad: Rekenblad, wijziging: Wijziging = {}): Uitgerekend {
  const { vraag, beside } = questionOf(blad, wijziging);
  const tabel = layBeside(vraag, beside);
  return {
    document: vraag.document,
    gebied: blad.gebied,
    kolommen: tabel.kolommen,
    paren: comparePairs(tabel),
    bij: readBijcijfers(vraag),
    voorlopig: false,
  };
}

/** The middles alone, for what must be seen at once. */
export function reckonMiddles(blad: Rekenblad, wijziging: Wijziging = {}): Uitgerekend {
  const { vraag, beside } = questionOf(blad, wijziging);
  const tabel = layBeside({ ...vraag, alleenMidden: true }, beside);
  return {
    document: vraag.document,
    gebied: blad.gebied,
    kolommen: tabel.kolommen,
    paren: [],
    bij: readBijcijfers(vraag),
    voorlopig: true,
  };
}

/** Beyond so many cells a full run takes longer than a frame, and goes to a worker. */
const MOST_AT_ONCE = 150;

export function isLarge({ gebied, sleutels }: Rekenblad): boolean {
  return gebied.eenheden.length * sleutels.length > MOST_AT_ONCE;
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
