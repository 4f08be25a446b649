import type { Waarheid } from "./eis.ts";
import type { Datum } from "./peildatum.ts";
import type { Melding } from "./uitkomst.ts";

/** One thing that happened in a traject, as somebody recorded it. */
export type Gebeurtenis = {
  readonly stap: string;
  /** When; only a made-up case may leave it out, and then the order of writing counts. */
  readonly op?: Datum;
  /** Evidence that came in. */
  readonly stuk?: string;
  /** Who decided, or who chose where it goes on. */
  readonly orgaan?: string;
  /** The day from which people call the step done, whatever lacks; never where the law asks more. */
  readonly klaar?: Datum;
  readonly naar?: string;
  /** The role of somebody who was invited. */
  readonly genodigde?: string;
  readonly reden?: string;
  /** For whom, by axis: `{ provincie: "PV24 Flevoland" }`. */
  readonly voor: Readonly<Record<string, string>>;
};

/** What a step still lacks: `verslag van amsterdam`, `besluit van PV24 Flevoland`, `pas-als`. */
export type Gebrek = {
  readonly soort: "bewijs" | "besluit" | "poort" | "verklaring";
  readonly tekst: string;
  /** Of whom something is missing, where it is asked of each. */
  readonly van?: string;
  /** Who that is by name, for a reader. */
  readonly naam?: string;
  /** The gate is not passed because a figure or parameter is missing. */
  readonly onbekend?: boolean;
  /** From this day on its term has passed unanswered, and it lacks no more. */
  readonly vervaltOp?: Datum;
};

/** How a step came to its end. */
export type Afloop = "klaar" | "verklaard" | "overgeslagen" | "telt-als-gedaan";

/** One time that a traject stood at a step, from the day it came until the day it left. */
export type Bezoek = {
  readonly stap: string;
  readonly van?: Datum;
  readonly tot?: Datum;
  readonly afloop: Afloop;
  readonly reden?: string;
  /** What lacked when people went on. */
  readonly gebrek: readonly Gebrek[];
};

export type Stapstatus = "klaar" | "nu" | "komt" | "overgeslagen";

export type Termijnstand = {
  /** The last day; absent where `onbepaald` says why. */
  readonly uiterlijk?: Datum;
  readonly onbepaald?: string;
  /** Days after the last day at which the step ended, or stands open. */
  readonly dagenTeLaat?: number;
  /** How the last day was counted, where that is not plain. */
  readonly toelichting?: string;
};

/** A way on from a step. */
export type Vervolg = {
  readonly naar: string;
  readonly titel: string;
  /** The body that decides it, with a reason; without it the way goes by itself. */
  readonly door?: string;
  readonly als?: Waarheid;
};

export type Stapstand = {
  readonly naam: string;
  readonly titel: string;
  readonly trekker: string;
  readonly wettelijk?: string;
  readonly status: Stapstatus;
  readonly sinds?: Datum;
  readonly klaarOp?: Datum;
  readonly afloop?: Afloop;
  readonly reden?: string;
  readonly gebrek: readonly Gebrek[];
  readonly termijn?: Termijnstand;
  readonly genodigden: readonly string[];
};

/** A decision may fall before the lock opens; its effect does not. */
export type Vergrendelstand = {
  readonly wat: string;
  readonly tot?: Datum;
  /** The last decision, once all of them fell. */
  readonly besloten?: Datum;
  /** The later of the two; absent where either is open. */
  readonly werktVanaf?: Datum;
  readonly onbepaald?: string;
};

export type Taak = {
  readonly taak: string;
  readonly eenheid?: string;
  readonly landtIn?: string;
  readonly uiterlijk?: Datum;
};

/** Where a traject stands on a day, who is to move, and what lacks, blocks or is late. */
export type Trajectstand = {
  readonly document: string;
  readonly gebied: string;
  readonly op?: Datum;
  /** The step it stands at, or `einde`. */
  readonly stap: string;
  readonly status: "loopt" | "geblokkeerd" | "klaar";
  readonly stappen: readonly Stapstand[];
  /** What the law still asks of this step; empty where the step is no must. */
  readonly blokkade: readonly Gebrek[];
  /** What lacks in this step, with which people may go on. */
  readonly ontbreekt: readonly Gebrek[];
  /** In the order of the document. */
  readonly teLaat: readonly {
    readonly stap: string;
    readonly uiterlijk: Datum;
    readonly dagen: number;
  }[];
  readonly vervolg: readonly Vervolg[];
  readonly aanZet: readonly string[];
  readonly vergrendeld?: Vergrendelstand;
  readonly taken: readonly Taak[];
  readonly bezoeken: readonly Bezoek[];
  readonly opmerkingen: readonly string[];
  readonly meldingen: readonly Melding[];
};
