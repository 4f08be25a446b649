/** What sort of body an account acts for; the words of `ontwerp`: each has other powers. */
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

/** In what capacity somebody acts for a body; which roles a body knows is in the table of powers. */
export type Rol =
  | "provinciale-staten"
  | "gedeputeerde-staten"
  | "raad"
  | "college"
  | "ambtelijk"
  | "kernteam"
  | "programmateam"
  | "medewerker"
  | "beheerder";

export type Organisatie = {
  /** UUID. */
  readonly id: string;
  readonly soort: Organisatiesoort;
  readonly naam: string;
  /** The gemeente (`GM0505`), provincie (`PV28`) or region (`drechtsteden#drechtsteden`) it is of, where it is of one. */
  readonly gebied?: string;
  /** The last day it takes part; a bureau always has one. `YYYY-MM-DD`. */
  readonly tot?: string;
};

/** That somebody acts for a body in a capacity, from a day up to and including a day. */
export type Mandaat = {
  readonly organisatie: Organisatie;
  readonly rol: Rol;
  /** `YYYY-MM-DD`, both; without an end it runs on. */
  readonly van: string;
  readonly tot?: string;
};

/**
 * Who asks: nobody we know (the public), or a person with what they may act for today.
 *
 * Mandates that have not begun or have ended are not in it.
 */
export type Wie = {
  /** UUID; absent for the public. */
  readonly persoon?: string;
  readonly naam?: string;
  readonly namens: readonly Mandaat[];
  /** The circles, by UUID, that the person or one of the bodies is in. */
  readonly kringen: readonly string[];
};

/** Whoever did not sign in. */
export const OPENBAAR: Wie = { namens: [], kringen: [] };
