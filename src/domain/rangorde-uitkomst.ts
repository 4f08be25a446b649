import type { Breuk } from "./breuk.ts";
import type { Datum } from "./peildatum.ts";
import type { GebruiktCijfer, Melding, Ontbrekend } from "./uitkomst.ts";

/** What must be known, or set by people, before something can be said. */
export type Nodig = {
  readonly ontbreekt: readonly Ontbrekend[];
  readonly onbepaald: readonly Extract<Melding, { soort: "onbepaald" }>[];
};

/** A piece of an account in words, with the key path in the document that says so. */
export type Reden = { readonly tekst: string; readonly pad: string };

/**
 * What one part of the points gives; `laag` and `hoog` differ where it hangs on something unknown,
 * and an end that could lie anywhere is absent.
 */
export type Puntendeel = {
  readonly naam: string;
  readonly laag?: Breuk;
  readonly hoog?: Breuk;
  readonly uitleg: Reden;
  readonly nodig: Nodig;
};

export type Puntentelling = {
  readonly laag?: Breuk;
  readonly hoog?: Breuk;
  readonly delen: readonly Puntendeel[];
};

/** How a candidate stands under one line of the volgorde: "woont in regio is ja": "ja". */
export type Rangregel = { readonly pad: string; readonly wat: string; readonly waarde: string };

/** What set a place before the next one, or keeps the two from being set apart. */
export type Beslissing = {
  readonly pad: string;
  readonly wat: string;
  readonly eigen: string;
  readonly volgende: string;
};

/**
 * One or more places in the order.
 *
 * `vast`: one candidate. `gelijk`: the document does not set them apart. `open`: they are in a rank
 * that the document leaves open. `onbeslist`: something must be known first.
 */
export type Plaats = {
  readonly van: number;
  readonly tot: number;
  readonly stand: "vast" | "gelijk" | "open" | "onbeslist";
  readonly kandidaten: readonly string[];
  /** Absent at the last place. */
  readonly beslissing?: Beslissing;
  /** How a tie was settled that put this candidate here: a lot, or people. */
  readonly beslecht?: string;
};

export type Termijnstand = {
  readonly naam: string;
  readonly stand: "op-tijd" | "te-laat" | "loopt" | "onbekend";
  readonly uiterlijk?: Datum;
  /** When it was done. */
  readonly gedaan?: Datum;
  readonly dagenTeLaat?: number;
  /** What the document says of whom it is too late for. */
  readonly anders?: string;
  readonly ontbreekt: readonly Ontbrekend[];
  readonly pad: string;
};

export type Toelatingsstand =
  | { readonly soort: "toegelaten"; readonly redenen: readonly Reden[] }
  | { readonly soort: "niet-toegelaten"; readonly redenen: readonly Reden[] }
  /** Neither admitted nor refused: something must be known first. */
  | { readonly soort: "nader-onderzoek"; readonly nodig: Nodig };

export type Kandidaatuitkomst = {
  readonly id: string;
  readonly naam: string;
  readonly toelating: Toelatingsstand;
  /** Only of who is admitted, and where the document gives points. */
  readonly punten?: Puntentelling;
  readonly regels: readonly Rangregel[];
  readonly termijnen: readonly Termijnstand[];
};

export type Rangmelding =
  | Extract<Melding, { soort: "onvolledig" | "onbepaald" | "geweigerd" }>
  | {
      readonly soort: "besluit-nodig";
      readonly wat: "gelijke-stand" | "open-trede" | "loting";
      readonly kandidaten: readonly string[];
      /** Why people decide, and which body where the document names one. */
      readonly waarom: string;
    };

/** The outcome of a rangorde; candidates in the order in which they were given, places in theirs. */
export type RangordeUitkomst = {
  readonly document: string;
  readonly op?: string;
  readonly plaatsen: readonly Plaats[];
  readonly kandidaten: readonly Kandidaatuitkomst[];
  readonly meldingen: readonly Rangmelding[];
  readonly gebruikt: readonly GebruiktCijfer[];
};
