import type { Datum } from "./peildatum.ts";

/** What sort of body an account acts for; each has other powers. */
export type Organisatiesoort =
  | "rijk"
  | "provincie"
  | "gemeente"
  | "corporatie"
  | "huurdersorganisatie"
  | "zorgaanbieder"
  | "zorgkantoor"
  | "uitvoerder"
  | "regio"
  | "bureau";

/** In what capacity somebody acts for a body; which roles a body knows is in `ROLLEN_VAN`. */
export type Rol =
  | "minister"
  | "provinciale-staten"
  | "gedeputeerde-staten"
  | "raad"
  | "college"
  | "ambtelijk"
  | "kernteam"
  | "programmateam"
  | "medewerker"
  | "beheerder";

/** The sorts of bodies as people say them. */
export const SOORTNAMEN: Readonly<Record<Organisatiesoort, string>> = {
  rijk: "Rijk",
  provincie: "provincie",
  gemeente: "gemeente",
  corporatie: "corporatie",
  huurdersorganisatie: "huurdersorganisatie",
  zorgaanbieder: "zorgaanbieder",
  zorgkantoor: "zorgkantoor",
  uitvoerder: "uitvoerder",
  regio: "regio",
  bureau: "bureau",
};

/** The roles as people say them, after "namens" or "als". */
export const ROLNAMEN: Readonly<Record<Rol, string>> = {
  minister: "minister",
  "provinciale-staten": "Provinciale Staten",
  "gedeputeerde-staten": "Gedeputeerde Staten",
  raad: "raad",
  college: "college",
  ambtelijk: "ambtelijk",
  kernteam: "kernteam",
  programmateam: "programmateam",
  medewerker: "medewerker",
  beheerder: "beheerder",
};

const BEDRIJF: readonly Rol[] = ["medewerker", "beheerder"];

/** The roles that somebody can have for a body of a sort. */
export const ROLLEN_VAN: Readonly<Record<Organisatiesoort, readonly Rol[]>> = {
  rijk: ["minister", "ambtelijk", "beheerder"],
  provincie: ["provinciale-staten", "gedeputeerde-staten", "ambtelijk", "beheerder"],
  gemeente: ["raad", "college", "ambtelijk", "beheerder"],
  corporatie: BEDRIJF,
  huurdersorganisatie: BEDRIJF,
  zorgaanbieder: BEDRIJF,
  zorgkantoor: BEDRIJF,
  uitvoerder: BEDRIJF,
  regio: ["kernteam", "programmateam", "beheerder"],
  bureau: BEDRIJF,
};

export type Organisatie = {
  /** UUID. */
  readonly id: string;
  readonly soort: Organisatiesoort;
  readonly naam: string;
  /** The gemeente (`GM0505`), provincie (`PV28`) or region (`drechtsteden#drechtsteden`) it is of, where it is of one. */
  readonly gebied?: string;
  /** The last day it takes part; a bureau always has one. */
  readonly tot?: Datum;
};

/** That somebody acts for a body in a capacity, from a day up to and including a day. */
export type Mandaat = {
  /** UUID. */
  readonly id: string;
  readonly organisatie: Organisatie;
  readonly rol: Rol;
  readonly van: Datum;
  /** Without an end it runs on. */
  readonly tot?: Datum;
};

/**
 * That a body may use a power of another body, in its name: a gemeente lets one loket issue
 * urgentieverklaringen (F143).
 */
export type Bestuursmandaat = {
  /** UUID. */
  readonly id: string;
  /** The power, by its name in `data/bevoegdheden.yaml`: `urgentieverklaring`. */
  readonly over: string;
  readonly gever: Organisatie;
  /** The body that may use it, by UUID. */
  readonly aan: string;
  readonly van: Datum;
  readonly tot?: Datum;
  /** The decision it stands on. */
  readonly stuk: string;
};

/**
 * Who asks: nobody we know (the public), or a person with what they may act for today.
 *
 * Mandates that have not begun or have ended are not in `namens`: what somebody sees follows from
 * that list alone.
 */
export type Wie = {
  /** UUID; absent for the public. */
  readonly persoon?: string;
  /**
   * That a program asks, with a key that this person made: for the body and never for the person,
   * so what is only theirs is not there.
   */
  readonly programma?: true;
  readonly naam?: string;
  readonly namens: readonly Mandaat[];
  /** Mandates of before or after today: never a power today, only to say since or until when. */
  readonly nietVandaag?: readonly Mandaat[];
  /** The circles, by UUID, that the person or one of the bodies is in. */
  readonly kringen: readonly string[];
};

/** Whoever did not sign in. */
export const OPENBAAR: Wie = { namens: [], kringen: [] };

/** Who may see something, from narrow to wide; a region is everybody who has an account here. */
export const ZICHTBAARHEDEN = ["prive", "organisatie", "kring", "regio", "openbaar"] as const;
export type Zichtbaarheid = (typeof ZICHTBAARHEDEN)[number];

/** Whose something is, and how far it is shared. */
export type Eigendom = {
  /** UUID; absent for what a person without a body made. */
  readonly organisatie?: string;
  /** UUID of who made it. */
  readonly persoon?: string;
  readonly zichtbaarheid: Zichtbaarheid;
  /** UUID of the circle, where it is shared with one. */
  readonly kring?: string;
};
