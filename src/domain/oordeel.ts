import type { Breuk } from "./breuk.ts";
import type { Eis, Grenzen, Vergelijking, Waarheid } from "./eis.ts";
import type { Bron, DocumentStatus, Orgaan } from "./kop.ts";
import type { Datum } from "./peildatum.ts";
import type { Fase } from "./toets.ts";
import type { GebruiktCijfer, Melding, Ontbrekend } from "./uitkomst.ts";

/** What a toets says of one eis of one unit (docs/taal.md 2.4). */
export const OORDELEN = [
  "voldoet",
  "voldoet-niet",
  "ingroeipad",
  "afgeweken-met-uitleg",
  "uitleg-ontbreekt",
  "niet-van-toepassing",
  "onbepaald",
  "onvolledig",
] as const;
export type Oordeel = (typeof OORDELEN)[number];

/** Said beside a verdict in these very words; other remarks are sentences. */
export const BOVEN_NORM = "boven-norm";
export const MET_ONTHEFFING = "met-ontheffing";

/**
 * The smallest whole number of units that must be of this sort, or must no longer be, so that the
 * eis holds. All other figures stay as they are, the total of a share too.
 */
export type Gat = {
  readonly aantal: bigint;
  readonly richting: "erbij" | "eraf";
  readonly cijfer: string;
};

/** One side of a comparison: its name, and what it came to where that is known. */
export type Zijde = {
  readonly naam: string;
  readonly waarde?: Breuk;
  /** A code, date or term, and the text of a limit as it was written. */
  readonly tekst?: string;
};

export type Grens = Zijde & {
  /** The name of the parameter that holds it. */
  readonly parameter?: string;
  /** The whole number that just meets it, of this total: 66,667 of 100,000 at two thirds. */
  readonly nodig?: bigint;
};

/** What a comparison laid side by side; a share is compared crosswise with its whole. */
export type Vergelijkingsverslag = {
  readonly soort: Vergelijking["soort"];
  readonly onderwerp: Zijde;
  readonly van?: Zijde;
  readonly grenzen: readonly Grens[];
  /** Which ends belong to a `tussen`; absent where nobody has said. */
  readonly einden?: Grenzen;
  /** Its figures are rough enough to lie on the other side of the limit as well. */
  readonly binnenMarge: boolean;
  /** Whether the subject is counted in whole units, so that a number can be short. */
  readonly telbaar: boolean;
};

/**
 * What evaluating an eis saw: the same tree as the eis, without the branches that were not asked.
 */
export type Eisverslag = {
  /** The key path in the document. */
  readonly pad: string;
  readonly soort: Eis["soort"];
  readonly waarheid: Waarheid;
  /** The condition of an `als` decides what is asked, and is itself not asked. */
  readonly rol: "gevraagd" | "voorwaarde";
  /** The unit or cell, inside a `voor-elk`. */
  readonly van?: string;
  readonly vergelijking?: Vergelijkingsverslag;
  /** What an `aanwezig` did not find. */
  readonly afwezig?: readonly string[];
  readonly delen: readonly Eisverslag[];
  /** Of this node alone: what was missing, what people must set first, and what was read. */
  readonly ontbreekt: readonly Ontbrekend[];
  readonly meldingen: readonly Melding[];
  readonly gebruikt: readonly GebruiktCijfer[];
};

/** What already lies fixed in a contract: it counts, and is not offered to change. */
export type Vastgelegd = {
  readonly cijfer: string;
  readonly totaal: Breuk;
  readonly vast: Breuk;
  /** Of which nobody said whether it lies fixed. */
  readonly onbekend: Breuk;
  readonly aanpasbaar: Breuk;
};

/** A decision that replaces the limit of an eis for its term. */
export type Ontheffingsbesluit = {
  readonly eis: string;
  /** For whom; absent for all. */
  readonly eenheid?: string;
  readonly orgaan: string;
  readonly ondergrens?: Breuk;
  readonly bovengrens?: Breuk;
  readonly van?: Datum;
  readonly tot?: Datum;
  /** Names of the pieces that are there, of those that the document asks. */
  readonly stukken: readonly string[];
};

export type Eisoordeel = {
  readonly eis: string;
  readonly fase?: Fase;
  readonly oordeel: Oordeel;
  readonly gat?: Gat;
  readonly opmerkingen: readonly string[];
  /** Why it was departed from, in somebody's own words. */
  readonly uitleg?: string;
  readonly ontheffing?: Ontheffingsbesluit;
  readonly vastgelegd?: Vastgelegd;
  readonly verslag: Eisverslag;
  /** What keeps it from being known: figures, and names of what people must set. */
  readonly ontbreekt: readonly Ontbrekend[];
  readonly onbepaald: readonly string[];
};

export type Toetseenheid = {
  readonly id: string;
  readonly naam: string;
  readonly deelregio?: string;
  readonly oordelen: readonly Eisoordeel[];
};

/** A document on one side of a botsing, with what it asks. */
export type Botsingskant = {
  readonly document: string;
  readonly titel: string;
  readonly grens: string;
  readonly bron: Bron;
  readonly status: DocumentStatus;
  readonly orgaan?: Orgaan;
};

/** Two documents that apply at once ask different things of the same: reported, never settled. */
export type Botsing = {
  /** `wvrv-regio@1#sociaal` */
  readonly eis: string;
  readonly naam: string;
  /** It asks more, or something that cannot be laid beside it by its limit. */
  readonly hoe: "strenger" | "anders";
  readonly eigen: Botsingskant;
  readonly norm: Botsingskant;
};

/** Years, months and days up to a day. */
export type Resttijd = {
  readonly jaren: number;
  readonly maanden: number;
  readonly dagen: number;
};

/** Where the transition stands; empty where nobody has said when it starts. */
export type Overgangsstand = {
  readonly start?: Datum;
  /** The last day. */
  readonly tot?: Datum;
  readonly loopt?: boolean;
  readonly nog?: Resttijd;
};

/** The outcome of a toets, with all that its account needs. */
export type ToetsUitkomst = {
  readonly document: string;
  readonly titel: string;
  readonly bron: Bron;
  readonly gebied: string;
  readonly niveau: string;
  readonly op?: string;
  readonly meetperiode?: string;
  readonly eenheden: readonly Toetseenheid[];
  readonly overgang?: Overgangsstand;
  readonly botsingen: readonly Botsing[];
  /** The norm that this document adds to, carried out on the same figures. */
  readonly norm?: ToetsUitkomst;
  readonly meldingen: readonly Melding[];
  readonly gebruikt: readonly GebruiktCijfer[];
  readonly opmerkingen: readonly string[];
};
