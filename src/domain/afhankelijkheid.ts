import type { Datum } from "./peildatum.ts";

/** A document that a run asked for: `x` follows the version in force, `x@2` never moves. */
export type Documentsteun = {
  readonly gevraagd: string;
  /** `id@versie`; absent where there was none. */
  readonly gevonden?: string;
};

/** A figure that a run asked for; what was not there counts as much as what was. */
export type Cijfersteun = {
  readonly indicator: string;
  readonly gebied: string;
  readonly gevonden: boolean;
};

/** A number that people set, in one of the documents of a run. */
export type Parametersteun = {
  readonly document: string;
  readonly naam: string;
  readonly leeg: boolean;
};

/** How often a run may come out otherwise though nothing changed but the day. */
export type Ritme = "jaar" | "halfjaar" | "dag";

/** Everything that one run leaned on: with all of it the same, its outcome is the same. */
export type Afhankelijkheid = {
  /** `id@versie` of the document that was carried out. */
  readonly document: string;
  readonly op?: string;
  readonly documenten: readonly Documentsteun[];
  /** The run looked through all documents, so that each new one may matter. */
  readonly alleDocumenten: boolean;
  readonly cijfers: readonly Cijfersteun[];
  readonly parameters: readonly Parametersteun[];
  /** First days on which it may come out otherwise, in order. */
  readonly dagen: readonly Datum[];
  readonly ritme: Ritme;
};

/** One thing that changed: a figure, a document that is new or edited, or the day. */
export type Wijziging =
  | { readonly soort: "cijfer"; readonly indicator: string; readonly gebied: string }
  | { readonly soort: "document"; readonly document: string }
  | { readonly soort: "dag"; readonly van: Datum; readonly tot: Datum };
