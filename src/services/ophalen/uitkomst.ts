import type { Cbstabel } from "#sources/cbs/tabel.ts";

/** What one delivery that was put in changed. */
export type Leveringuitkomst = {
  readonly id: string;
  readonly indicator: string;
  readonly niveau: string;
  readonly moment: string;
  readonly status: "vast" | "voorlopig";
  readonly getallen: number;
  /** Delivered as unknown: the source has no figure, or keeps it secret. */
  readonly onbekend: number;
  readonly nieuw: number;
  readonly gewijzigd: number;
  readonly verdwenen: number;
  readonly gelijk: number;
  /** False where it is not known which gemeenten there were: whether it is whole is not known either. */
  readonly nagekeken: boolean;
  /** Codes of gebieden that exist and of which nothing came. */
  readonly ontbreekt: readonly string[];
  /** Codes of gebieden with a figure that do not exist at that moment, and were left out. */
  readonly buiten: readonly string[];
  /** Some of what changed; none of a figure about a group of people (F224). */
  readonly voorbeelden: readonly Wijziging[];
};

/** Exact text of a figure before and after; absent where there was none. */
export type Wijziging = { readonly gebied: string; readonly was?: string; readonly wordt?: string };

export type Cijferuitkomst = {
  readonly soort: "cijfers";
  readonly leveringen: readonly Leveringuitkomst[];
  /** Moments that were asked for and of which the source has nothing: flagged, not nought. */
  readonly leeg: readonly { readonly niveau: string; readonly periode: string }[];
  readonly meldingen: readonly string[];
};

export type Grensuitkomst = {
  readonly soort: "grenzen";
  readonly jaar: number;
  readonly bestand: string;
  readonly sha256: string;
  readonly aantal: number;
  readonly vervangen: boolean;
  readonly meldingen: readonly string[];
};

/** A woondealregio as the source has it, beside the region of ours that is most like it. */
export type Woondealvergelijking = {
  readonly naam: string;
  readonly gemeenten: readonly string[];
  readonly lijktOp?: string;
  readonly alleenBron: readonly string[];
  readonly alleenHier: readonly string[];
};

export type Kaartuitkomst = Omit<Cijferuitkomst, "soort"> & {
  readonly soort: "woningbouwkaart";
  readonly woondealregios: readonly Woondealvergelijking[];
  /** Regions whose own total is not the sum of their gemeenten. */
  readonly sommen: readonly {
    readonly naam: string;
    readonly som: string;
    readonly totaal: string;
  }[];
};

export type Tabeluitkomst = { readonly soort: "tabel"; readonly tabel: Cbstabel };

/** What came of fetching. */
export type Ophaaluitkomst = Cijferuitkomst | Grensuitkomst | Kaartuitkomst | Tabeluitkomst;
