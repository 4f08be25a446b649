import { createBibliotheek } from "#domain/document.ts";
import type { Invulling } from "#domain/invulling.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import { createCijferbron, type Waarneming } from "#domain/waarneming.ts";
import { overlay, spread } from "#rules/cijfers/eigen-cijfers.ts";
import {
  type Bijcijfers,
  comparePairs,
  layBeside,
  type Paar,
  readBijcijfers,
  type Verdeeltabel,
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
  readonly tabel: Verdeeltabel;
  readonly paren: readonly Paar[];
  readonly bij: Bijcijfers;
};

/**
 * Works out a sheet, with the same rules as the server.
 *
 * @throws RuleError where a figure makes no sense, a negative one for instance.
 */
export function reckon(blad: Rekenblad, wijziging: Wijziging = {}): Uitgerekend {
  const [first, ...beside] = blad.sleutels.map(({ document }) => document);
  if (!first) throw new Error("a sheet has at least one key");
  const document = wijziging.document ?? first;
  const bibliotheek = createBibliotheek([document, ...beside, ...blad.documenten]);
  const own = spread(wijziging.cijfers ?? [], blad.gebied, bibliotheek);
  const tabel = layBeside(
    {
      document,
      gebied: blad.gebied,
      ...(blad.nederland ? { nederland: blad.nederland } : {}),
      cijfers: overlay(own, createCijferbron(blad.waarnemingen)),
      op: blad.op,
      bibliotheek,
      ingevuld: wijziging.ingevuld ?? blad.ingevuld,
    },
    beside,
  );
  return { tabel, paren: comparePairs(tabel), bij: readBijcijfers(tabel.vraag) };
}
