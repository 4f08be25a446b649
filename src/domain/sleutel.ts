import type { Breuk } from "./breuk.ts";
import type { Verwijzing, Waarde } from "./waarde.ts";

/** A proportion: gives every unit a weight of zero or more, made into shares of one. */
export type Sleutel =
  | {
      readonly soort: "naar-rato-van";
      readonly van: Verwijzing;
      readonly bijtrekken?: { readonly naar: Sleutel; readonly sterkte: Waarde };
    }
  | { readonly soort: "omgekeerd-naar-rato-van"; readonly van: Verwijzing }
  | { readonly soort: "gelijk" }
  | { readonly soort: "vast"; readonly delen: readonly VastDeel[] }
  | { readonly soort: "gewogen"; readonly delen: readonly GewogenDeel[] }
  | { readonly soort: "factoren"; readonly basis: Sleutel; readonly factoren: readonly Factor[] }
  | { readonly soort: "herkomst"; readonly matrix: Verwijzing; readonly anders: Sleutel }
  | { readonly soort: "op-volgorde"; readonly rangorde: string }
  | { readonly soort: "uitkomst-van"; readonly document: string }
  | { readonly soort: "per"; readonly as: string; readonly is: Readonly<Record<string, Sleutel>> }
  | { readonly soort: "nader-te-bepalen"; readonly waarom: string };

/** A fixed part of one unit: a share of one, or a number of the opgave. */
export type VastDeel = { readonly eenheid: string; readonly deel: Breuk; readonly tekst: string };

export type GewogenDeel = { readonly gewicht: Waarde; readonly sleutel: Sleutel };

/**
 * A figure that a weight is multiplied with.
 *
 * With `schaal` the lowest figure of the region becomes `laagste` and the highest `hoogste`,
 * linear in between; without it the figure itself is the factor.
 */
export type Factor = {
  readonly van: Verwijzing;
  readonly schaal?: { readonly laagste: Breuk; readonly hoogste: Breuk };
};
