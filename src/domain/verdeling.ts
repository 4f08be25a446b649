import type { Breuk } from "./breuk.ts";
import type { Kop, Verloop } from "./kop.ts";
import type { Selectie } from "./selectie.ts";
import type { Sleutel } from "./sleutel.ts";
import type { Verwijzing, Waarde } from "./waarde.ts";

/** How fractions become whole; the divisor methods by the names of the literature. */
export const AFRONDINGSMETHODEN = [
  "grootste-rest",
  "sainte-lague",
  "dhondt",
  "adams",
  "huntington-hill",
  "omhoog",
  "omlaag",
  "rekenkundig",
  "tweezijdig",
  "geen",
] as const;
export type Afrondingsmethode = (typeof AFRONDINGSMETHODEN)[number];

/** A method written in the document, or the parameter that holds it. */
export type Methodekeuze =
  | { readonly soort: "vast"; readonly methode: Afrondingsmethode }
  | { readonly soort: "parameter"; readonly naam: string };

export type Afronding = {
  readonly methode: Methodekeuze;
  /** Only tweezijdig: the sum per unit; without it the result before rounding, made whole. */
  readonly rijtotaal?: Verwijzing;
  readonly per: "uitkomst" | "sleuteldeel";
  readonly halven: "naar-boven" | "naar-even";
  /** `laten`, `grootste`, or the id of a unit. */
  readonly restant: string;
  readonly veelvoud: bigint;
};

/** What people may choose for what does not fit inside the bounds. */
export const KEUZEN = ["later", "compenseren", "extra-aanbod", "anderen", "open"] as const;
export type Keuze = (typeof KEUZEN)[number];

export type WatNietPast = {
  readonly keuze: Keuze;
  readonly hoe?: string;
  readonly eigenaar?: string;
};

export type Voorwaarde = {
  readonly soort: "minstens" | "hoogstens" | "precies";
  readonly waarde: Waarde;
  readonly voor?: Selectie;
  readonly reden?: string;
};

export type Herverdeling = { readonly naarRatoVan?: Verwijzing; readonly onder?: Selectie };

/** `gemeenten`, `corporaties`, an axis in the plural; `van` says inside what it is divided. */
export type Over = { readonly wat: string; readonly van?: string };

/** How equal claims are told apart, in order; what is still equal is `besluit-nodig`. */
export type Standregel =
  | { readonly soort: "grootste-basis" | "kleinste-basis" }
  | { readonly soort: "volgorde"; readonly eenheden: readonly string[] };

export type Stap = {
  readonly naam?: string;
  readonly over?: Over;
  readonly voor?: Selectie;
  readonly sleutel?: Sleutel;
  readonly voorwaarden: readonly Voorwaarde[];
  readonly watNietPast?: WatNietPast;
  readonly herverdeling?: Herverdeling;
  readonly ruil?: { readonly tussen?: Selectie; readonly besluitVan?: string };
  readonly optellen?: string;
  readonly afronding: Afronding;
  /** Empty where the document says `besluit-nodig`. */
  readonly gelijkeStanden: readonly Standregel[];
};

/** A part of the opgave: a number of its own, a share of `aantal`, or what remains. */
export type OpgaveDeel =
  | { readonly soort: "waarde"; readonly waarde: Waarde }
  | { readonly soort: "rest" };

export type Opgave = {
  readonly aantal?: Waarde;
  readonly eenheid?: string;
  readonly per?: string;
  readonly is: Readonly<Record<string, OpgaveDeel>>;
  /** jaar, halfjaar, eenmalig, or a periode. */
  readonly periode: string;
  readonly doelgroep: readonly string[];
  readonly uit?: Verwijzing;
  readonly behoefte?: Waarde | { readonly soort: "onbekend" };
  readonly als: "opgave" | "maximum";
  readonly heel: Methodekeuze;
};

export type Ingroeipad = {
  readonly van: Sleutel;
  readonly vanaf: string;
  readonly doel: string;
  readonly verloop: Verloop;
  readonly daarna?: { readonly aandeel: Waarde; readonly vanaf: Waarde };
};

export type Vereffening = {
  readonly werkelijk: Verwijzing;
  readonly tegen: "werkelijk-totaal" | "eigen-opgave";
  readonly wijze?: "volgende-periode" | "geld";
  readonly bedrag?: Waarde;
  readonly drempel?: Breuk;
  readonly tegenrekening?: string;
};

/** Who takes which part (docs/taal.md 2.3). */
export type Verdeling = Kop & {
  readonly soort: "verdeling";
  readonly opgave: Opgave;
  readonly stappen: readonly Stap[];
  readonly ingroeipad?: Ingroeipad;
  readonly vereffening?: Vereffening;
  readonly ernaast: readonly Verwijzing[];
};
