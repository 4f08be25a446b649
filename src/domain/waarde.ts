import type { Breuk } from "./breuk.ts";
import type { Datum, Duur } from "./peildatum.ts";

/** A level of government at which a figure is taken, other than that of the unit itself. */
export const NIVEAUS = ["gemeente", "deelregio", "regio", "provincie", "nederland"] as const;
export type Niveau = (typeof NIVEAUS)[number];

/** Moments that follow from the run: its periode, or the one before. */
export const RELATIEVE_MOMENTEN = [
  "begin-periode",
  "einde-periode",
  "begin-vorig-jaar",
  "vorige-periode",
] as const;
export type RelatiefMoment = (typeof RELATIEVE_MOMENTEN)[number];

/** Which moment of a figure is meant; without one it is the latest not after the run's `op`. */
export type Tijdstip =
  | { readonly soort: "op"; readonly datum: Datum }
  | { readonly soort: "in"; readonly periode: string }
  | { readonly soort: "relatief"; readonly moment: RelatiefMoment };

/**
 * A pointer to a figure: indicator, parameter or `afgeleid` of that name.
 *
 * `pad` holds what stands after the points: a cell of a split (`woningen.sociale-huur`), or for
 * the reserved name `uitkomst` an earlier step, an onderdeel, or both.
 */
export type Verwijzing = {
  readonly naam: string;
  readonly pad: readonly string[];
  readonly van?: Niveau;
  readonly tijd?: Tijdstip;
};

/** How much, how long, when: everything that may stand where docs/taal.md says *waarde*. */
export type Waarde =
  | { readonly soort: "getal"; readonly getal: Breuk; readonly tekst: string }
  | { readonly soort: "band"; readonly van: Breuk; readonly tot: Breuk }
  | { readonly soort: "duur"; readonly duur: Duur }
  | { readonly soort: "datum"; readonly datum: Datum }
  | { readonly soort: "verwijzing"; readonly verwijzing: Verwijzing }
  | { readonly soort: "deel-van"; readonly deel: Deel; readonly van: Verwijzing }
  | { readonly soort: "evenredig"; readonly aan: Verwijzing }
  | { readonly soort: "per"; readonly as: string; readonly is: Readonly<Record<string, Waarde>> };

/** The first half of `30 % van x` or `hoogste-deel van x`: a number, or the name of a parameter. */
export type Deel =
  | { readonly soort: "getal"; readonly getal: Breuk; readonly tekst: string }
  | { readonly soort: "parameter"; readonly naam: string };

/** `+ - * /` over figures and numbers; the only arithmetic in the language. */
export type Formule =
  | { readonly soort: "getal"; readonly getal: Breuk }
  | { readonly soort: "verwijzing"; readonly verwijzing: Verwijzing }
  | {
      readonly soort: "bewerking";
      readonly teken: "+" | "-" | "*" | "/";
      readonly links: Formule;
      readonly rechts: Formule;
    };
