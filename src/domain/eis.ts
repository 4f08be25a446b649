import type { Verwijzing, Waarde } from "./waarde.ts";

/**
 * A question with yes, no or unknown for an answer: one subject with one comparison, or one
 * connective over other questions.
 */
export type Eis =
  | {
      readonly soort: "vergelijking";
      readonly onderwerp: EisOnderwerp;
      readonly vergelijking: Vergelijking;
    }
  | { readonly soort: "aanwezig"; readonly wat: readonly Verwijzing[] }
  | { readonly soort: "alle" | "een-van"; readonly eisen: readonly Eis[] }
  | { readonly soort: "niet"; readonly eis: Eis }
  | { readonly soort: "als"; readonly als: Eis; readonly dan: Eis; readonly anders?: Eis }
  | { readonly soort: "voor-elk"; readonly as: string; readonly geldt: Eis };

export type EisOnderwerp =
  | { readonly soort: "aantal"; readonly van: Waarde }
  | { readonly soort: "aandeel"; readonly teller: Verwijzing; readonly noemer: Verwijzing }
  | { readonly soort: "duur"; readonly van: Verwijzing; readonly tot?: Verwijzing }
  | { readonly soort: "datum"; readonly van: Verwijzing }
  | { readonly soort: "som"; readonly wat: Verwijzing; readonly over: string }
  | { readonly soort: "kenmerk"; readonly naam: string };

export const GRENZEN = ["beide", "van", "tot", "geen"] as const;
export type Grenzen = (typeof GRENZEN)[number];

export type Vergelijking =
  | {
      readonly soort:
        | "minstens"
        | "hoogstens"
        | "meer-dan"
        | "minder-dan"
        | "gelijk-aan"
        | "uiterlijk"
        | "vanaf";
      readonly waarde: Waarde;
    }
  | {
      readonly soort: "tussen";
      readonly van: Waarde;
      readonly tot: Waarde;
      /** Which ends belong to it; a parameter may decide, and left empty it matters only on the exact limit. */
      readonly grenzen:
        | { readonly soort: "vast"; readonly grenzen: Grenzen }
        | { readonly soort: "parameter"; readonly naam: string };
    }
  | { readonly soort: "is"; readonly codes: readonly string[] }
  | { readonly soort: "eensluidend" }
  | { readonly soort: "in-maanden"; readonly van: string; readonly tot: string };

/** Three-valued truth: what is not known is not no. */
export type Waarheid = "ja" | "nee" | "onbekend";
