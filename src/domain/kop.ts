import type { Breuk } from "./breuk.ts";
import type { Datum, Duur } from "./peildatum.ts";
import type { Eenheidnaam } from "./selectie.ts";
import type { Formule } from "./waarde.ts";

export const SOORTEN = [
  "indicator",
  "indeling",
  "verdeling",
  "toets",
  "rangorde",
  "traject",
  "kader",
] as const;
export type Soort = (typeof SOORTEN)[number];

export const STANDEN = [
  "beleidsstreven",
  "wetsvoorstel",
  "ontwerpbesluit",
  "geldend",
  "beleid",
] as const;

/** Where a document comes from: the piece, the place in it, and what that piece was at the time. */
export type Bron = {
  readonly stuk: string;
  readonly plaats?: string;
  readonly stand: (typeof STANDEN)[number];
  readonly link?: string;
};

export const ONDERWERPEN = [
  "woningbouw",
  "betaalbaarheid",
  "aandachtsgroepen",
  "ouderen",
  "urgenten",
  "uitstroom",
  "vergunninghouders",
  "arbeidsmigranten",
  "studenten",
  "woonwagens",
  "doorstroming",
  "zorg",
  "samenwerking",
  "toezicht",
  "indeling",
  "algemeen",
] as const;
export type Onderwerp = (typeof ONDERWERPEN)[number];

export const LAGEN = ["woningbouwregio", "woningmarktregio", "geen"] as const;
export type Laag = (typeof LAGEN)[number];

export const ORGANEN = ["wetgever", "minister", "ps", "gs", "raad", "college", "regio"] as const;
export type Orgaan = (typeof ORGANEN)[number];

/** To whom a rule speaks: an instructieregel binds Rijk and provincie, one binds the gemeente. */
export const ADRESSATEN = ["rijk", "provincie", "regio", "gemeente", "corporatie"] as const;
type Adressaat = (typeof ADRESSATEN)[number];

export const STATUSSEN = [
  "voorbeeld",
  "concept",
  "voorgenomen",
  "vastgesteld",
  "geldend",
  "vervallen",
] as const;
export type DocumentStatus = (typeof STATUSSEN)[number];

export const ZEKERHEDEN = ["vast", "aanname", "onzeker"] as const;
export type Zekerheid = (typeof ZEKERHEDEN)[number];

export type Besluit = { readonly orgaan: Orgaan; readonly datum: Datum; readonly stuk: string };

/** What a parameter holds: a number, or with the eenheden datum, duur, periode, grenzen and methode that. */
export type Parameterwaarde =
  | { readonly soort: "getal"; readonly getal: Breuk; readonly tekst: string }
  | { readonly soort: "band"; readonly van: Breuk; readonly tot: Breuk }
  | { readonly soort: "datum"; readonly datum: Datum }
  | { readonly soort: "duur"; readonly duur: Duur }
  | { readonly soort: "woord"; readonly woord: string };

/** How a parameter or a sleutel moves between two periodes. */
export type Verloop =
  | { readonly soort: "lineair" }
  | { readonly soort: "sprongen"; readonly aantal: number }
  /** How far along, from 0 to 1, per periode. */
  | { readonly soort: "per-jaar"; readonly is: Readonly<Record<string, Breuk>> };

/**
 * A number that people set.
 *
 * With `zekerheid: onzeker` there is never a `waarde`: the outcome is `onbepaald` until a person
 * fills it in, and `tussen` only limits what may be filled in. Otherwise `tussen` is the range
 * the number lies in and gives a bandwidth.
 */
export type Parameter = {
  readonly eenheid: string;
  readonly waarde?: Parameterwaarde;
  readonly zekerheid: Zekerheid;
  readonly tussen?: { readonly van: Breuk; readonly tot: Breuk };
  readonly mogelijk: readonly { readonly waarde: Parameterwaarde; readonly bron: string }[];
  readonly bron?: Bron;
  readonly zet?: string;
  readonly toelichting?: string;
  readonly ingroeipad?: {
    readonly van: Breuk;
    readonly naar: Breuk;
    readonly vanaf: string;
    readonly doel: string;
    readonly verloop: Verloop;
  };
};

/** The head that all seven soorten share (docs/taal.md 2.1). */
export type Kop = {
  readonly id: string;
  readonly versie: number;
  readonly titel: string;
  readonly toelichting?: string;
  readonly bron: Bron;
  readonly onderwerp: Onderwerp;
  /** Follows from the onderwerp where the document does not say it. */
  readonly laag: Laag;
  /** One region by name (`drechtsteden`, `drechtsteden@1#drechtsteden`), or units. */
  readonly gebied?: string | readonly Eenheidnaam[];
  readonly orgaan?: Orgaan;
  /** Who has to keep to it; absent where the document does not say. */
  readonly gerichtTot?: readonly Adressaat[];
  readonly status: DocumentStatus;
  readonly besluit?: Besluit;
  readonly spoor?: 1 | 2 | 3 | 4;
  readonly geldigVan?: Datum;
  readonly geldigTot?: Datum;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly afgeleid: Readonly<Record<string, Formule>>;
};
