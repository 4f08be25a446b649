import type { Breuk } from "./breuk.ts";
import type { Eis } from "./eis.ts";
import type { Kop } from "./kop.ts";
import type { Datum } from "./peildatum.ts";
import type { Waarde } from "./waarde.ts";

/** Points: the first of a list that holds, or so many per whole unit of a term. */
export type Puntenregel =
  | {
      readonly soort: "eerste-die-geldt";
      readonly treden: readonly { readonly als: Eis; readonly punten: Breuk }[];
    }
  | {
      readonly soort: "per-eenheid";
      readonly punten: Breuk;
      readonly per: Waarde;
      readonly van: Waarde;
    };

export type Trede =
  | { readonly soort: "trede"; readonly naam: string; readonly als: Eis }
  | { readonly soort: "open"; readonly reden: string };

export type Ordening =
  | { readonly soort: "eerst"; readonly eis: Eis }
  | { readonly soort: "hoogste" | "laagste"; readonly waarde: Waarde }
  | { readonly soort: "treden"; readonly treden: readonly Trede[] };

export type GelijkeStand =
  | { readonly soort: "besluit-nodig" }
  | { readonly soort: "loting"; readonly door: string }
  | { readonly soort: "volgorde"; readonly volgorde: readonly Ordening[] };

/** Who goes first? (docs/taal.md 2.5) */
export type Rangorde = Kop & {
  readonly soort: "rangorde";
  readonly van: string;
  readonly voor: string;
  readonly toelating?: Eis;
  readonly punten: Readonly<Record<string, Puntenregel>>;
  readonly volgorde: readonly Ordening[];
  readonly gelijkeStanden: GelijkeStand;
  readonly termijn: Readonly<
    Record<string, { readonly binnen: Waarde; readonly na: string; readonly anders?: string }>
  >;
};

/** A lot that was drawn elsewhere and recorded: by whom, when, and the order that came out. */
export type Loting = {
  readonly door: string;
  readonly op: Datum;
  readonly volgorde: readonly string[];
};
