import type { Breuk } from "./breuk.ts";
import type { Onderdeel, Partij } from "./kader.ts";
import type { DocumentStatus, Soort } from "./kop.ts";
import type { Oordeel } from "./oordeel.ts";
import type { Datum } from "./peildatum.ts";
import type { Melding, Ontbrekend } from "./uitkomst.ts";

/** How an agreement goes (docs/rekenwijze/kader.md); what is missing is never `gemist`. */
export const VOORTGANGEN = ["op-koers", "in-gevaar", "gemist", "niet-te-beoordelen"] as const;
export type Voortgang = (typeof VOORTGANGEN)[number];

/** The document counts, or why not: `niet-actief` where the monitoring is not agreed. */
export type Kaderstatus = "actief" | "niet-actief" | "nog-niet-van-kracht" | "vervallen";

/** Something that landed in an instrument, as somebody recorded it. */
export type Landing = {
  readonly onderdeel: string;
  /** For whom, by id; absent where it is asked once for all. */
  readonly eenheid?: string;
  readonly instrument?: string;
  /** Where it stands there, an article or page; without it nothing has landed. */
  readonly plaats?: string;
  readonly op: Datum;
};

/** A report of an evaluation; `over` names the evaluation where that is not plain. */
export type Evaluatieverslag = { readonly op: Datum; readonly over?: Datum };

/** What a party decided since the document was written. */
export type Partijbesluit = {
  readonly wie: string;
  readonly op: Datum;
  readonly status?: string;
  readonly standpunt?: string;
  readonly kanttekening?: string;
  readonly haalbaarheid?: string;
};

export type Partijstand = Partij & {
  /** Only who is to sign, and did. */
  readonly gebonden: boolean;
  /** The last decision that was counted. */
  readonly sinds?: Datum;
};

/** One unit laid beside what was agreed, in one periode or by one eis. */
export type Meting = {
  readonly eenheid: string;
  readonly naam: string;
  /** The periode of a verdeling, the eis of a toets, the step of a traject. */
  readonly wat: string;
  readonly voortgang: Voortgang;
  /** For the whole term; a `hoogstens` where nobody may go past it. */
  readonly afgesproken?: Breuk;
  readonly hoogstens?: boolean;
  /** The part of it for the days that the figure covers. */
  readonly gevraagd?: Breuk;
  readonly gedaan?: Breuk;
  /** The last day that the figure covers. */
  readonly totEnMet?: Datum;
  /** What a toets says of it in its own words. */
  readonly oordeel?: Oordeel;
  readonly waarom?: string;
};

/** How binding it was meant, and how binding it is as long as signatures lack (F219). */
export type Bindingstand = {
  readonly gezegd: NonNullable<Onderdeel["binding"]>;
  readonly telt: NonNullable<Onderdeel["binding"]>;
  readonly wachtOp: readonly string[];
};

export type Landingregel = {
  readonly eenheid?: string;
  readonly naam?: string;
  readonly stand: "geland" | "komt" | "te-laat" | "zonder-termijn";
  readonly plaats?: string;
  readonly op?: Datum;
};

export type Landingstand = {
  readonly instrument: string;
  readonly voorElk?: string;
  /** The last day; absent where none was agreed, or `onbepaald` names the parameter. */
  readonly uiterlijk?: Datum;
  readonly onbepaald?: string;
  readonly regels: readonly Landingregel[];
  /** All have landed. */
  readonly geborgd: boolean;
};

export type Onderdeelstand = {
  readonly naam: string;
  readonly spoor: 1 | 2 | 3 | 4;
  readonly thema?: string;
  readonly reikwijdte?: string;
  readonly deelonderwerp?: string;
  readonly loopt: "loopt" | "niet-berekenbaar" | "loopt-niet";
  readonly soort?: Soort;
  /** `id@versie` of the document, or what cannot be computed. */
  readonly document?: string;
  readonly wat?: string;
  readonly eigenaar?: string;
  readonly beoordeeldDoor?: string;
  readonly voortgang: Voortgang;
  /** Why it is so, and above all what lacks to say it; sentence parts in Dutch. */
  readonly waarom: readonly string[];
  readonly metingen: readonly Meting[];
  readonly ontbreekt: readonly Ontbrekend[];
  readonly meldingen: readonly Melding[];
  readonly binding?: Bindingstand;
  readonly landing?: Landingstand;
};

export type Spoorstand = {
  readonly spoor: 1 | 2 | 3 | 4;
  readonly onderdelen: readonly string[];
  /** The reach may differ per spoor (F098). */
  readonly reikwijdten: readonly string[];
};

/** One evaluation: to come, held, or passed without a report. */
export type Evaluatiestand = {
  readonly dag: Datum;
  readonly stand: "komt" | "gehouden" | "te-laat";
  readonly verslag?: Datum;
};

export type Nalevingstand = {
  readonly traject?: string;
  readonly vereffening?: string;
  /** The onderdelen that are `gemist`: only then does it follow. */
  readonly aanleiding: readonly string[];
};

/** Where an agreement stands on a day, with nobody ranked. */
export type Kaderstand = {
  readonly document: string;
  readonly titel: string;
  readonly documentstatus: DocumentStatus;
  readonly gebied: string;
  readonly op: Datum;
  readonly status: Kaderstatus;
  /** What keeps it from being active: `monitoring.definities`. */
  readonly blokkade: readonly string[];
  readonly partijen: readonly Partijstand[];
  /** How many parties there are to be, where the document counts them. */
  readonly aantalPartijen?: number;
  readonly sporen: readonly Spoorstand[];
  readonly themas: readonly { readonly thema: string; readonly onderdelen: readonly string[] }[];
  /** The six deelonderwerpen of spoor 4, and which of them has an onderdeel. */
  readonly deelonderwerpen: readonly { readonly naam: string; readonly gedekt: boolean }[];
  readonly onderdelen: readonly Onderdeelstand[];
  readonly evaluaties: readonly Evaluatiestand[];
  readonly naleving?: Nalevingstand;
  /** `landt-in van verdeling-urgenten`: what an agreement still needs to hold. */
  readonly ontbreekt: readonly string[];
  /** `evaluatie 2026-01-01`, `landing van verdeling-urgenten bij GM0505`. */
  readonly teLaat: readonly string[];
  readonly opmerkingen: readonly string[];
  readonly meldingen: readonly Melding[];
};
