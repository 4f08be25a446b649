import type { Breuk } from "./breuk.ts";
import type { Parameter } from "./kop.ts";
import type { Herkomst } from "./verantwoording.ts";
import type { Keuze } from "./verdeling.ts";

/** An outcome with the room its inputs leave it; laag and hoog equal midden where nothing is rough. */
export type Bandbreedte = { readonly laag: Breuk; readonly midden: Breuk; readonly hoog: Breuk };

/** A figure that a document needs and nobody delivered. */
export type Ontbrekend = {
  readonly cijfer: string;
  readonly van?: string;
  readonly moment?: string;
  /** What sources say that contradict each other: it is there more than once, and nothing settles it. */
  readonly botst?: readonly { readonly bron: string; readonly waarde: string }[];
};

/** What one choice for what does not fit would do: the numbers, and whose part would grow. */
export type Keuzegevolg = {
  readonly keuze: Keuze;
  /** Absent where the choice cannot be carried out; `waarom` then says why. */
  readonly uitkomst?: readonly { readonly eenheid: string; readonly aantal: Breuk }[];
  readonly groeit: readonly string[];
  readonly open: Breuk;
  readonly waarom?: string;
};

/** How an outcome can be other than a number (docs/taal.md 1.4). */
export type Melding =
  | { readonly soort: "onvolledig"; readonly ontbreekt: readonly Ontbrekend[] }
  | {
      readonly soort: "onbepaald";
      readonly wat: string;
      readonly parameter?: Parameter;
      readonly waarom: string;
    }
  | {
      readonly soort: "besluit-nodig";
      readonly wat: "wat-niet-past";
      readonly stap: string;
      readonly pastNiet: Breuk;
      readonly aanDeGrens: readonly string[];
      readonly keuzes: readonly Keuzegevolg[];
    }
  | {
      readonly soort: "besluit-nodig";
      readonly wat: "gelijke-stand";
      readonly stap: string;
      readonly onderdeel?: string;
      readonly kandidaten: readonly string[];
      /** How many of the candidates get one more. */
      readonly teVerdelen: number;
    }
  | {
      readonly soort: "onhaalbaar";
      readonly tekst: string;
      /** Key paths of the smallest set of voorwaarden that collides. */
      readonly botsend: readonly string[];
      readonly uitweg: readonly string[];
    }
  | { readonly soort: "geweigerd"; readonly regel: string; readonly reden: string }
  | { readonly soort: "niet-te-onderscheiden"; readonly document: string; readonly cijfer: string };

/** One cell below a unit: an onderdeel, a corporatie, or both. */
export type Celuitkomst = { readonly pad: readonly string[]; readonly aantal: Bandbreedte };

export type Eenheiduitkomst = {
  readonly id: string;
  readonly naam: string;
  readonly deelregio?: string;
  readonly aantal: Bandbreedte;
  /** Only where the unit's number is split further. */
  readonly cellen: readonly Celuitkomst[];
  /** Supply it is taken from, what is left for regulier woningzoekenden, and the part used. */
  readonly aanbod?: Bandbreedte;
  readonly over?: Bandbreedte;
  readonly deelVanAanbod?: Bandbreedte;
  /** What of this unit could not be placed. */
  readonly open: Breuk;
  readonly saldo?: Breuk;
  readonly bedrag?: Breuk;
};

/** A figure of the opgave or laid beside the result, with where it comes from. */
export type Naastliggend = {
  readonly cijfer: string;
  readonly eenheid: string;
  readonly waarde?: Bandbreedte;
  readonly kenmerk?: string;
  readonly herkomst: readonly Herkomst[];
};

export type Jaaruitkomst = {
  readonly periode: string;
  readonly eenheden: readonly Eenheiduitkomst[];
  readonly opgave: Breuk;
  readonly open: Breuk;
};

/** How a sleutel came to the share of one unit: `eigen` of `totaal`, or parts with their weights. */
export type Sleutelregel = {
  readonly wat: string;
  readonly eigen?: Breuk;
  readonly totaal?: Breuk;
  readonly gewicht?: Breuk;
  readonly aandeel?: Breuk;
  /** Where it stands in the order by which the step fills up; then there are no shares. */
  readonly plaats?: string;
  readonly delen?: readonly Sleutelregel[];
};

/** What a step did with one unit in one onderdeel; the account is built from these. */
export type Celverslag = {
  readonly pad: readonly string[];
  readonly onderdeel: string;
  /** The share of this unit; with `sleutel` how it came about, absent in a corner. */
  readonly aandeel: Breuk;
  readonly sleutel?: Sleutelregel;
  /** The part without bounds, before rounding. */
  readonly zonderGrens: Breuk;
  readonly ondergrens?: Breuk;
  readonly bovengrens?: Breuk;
  /** After bounds and herverdeling, before rounding. */
  readonly onafgerond: Breuk;
  readonly uitkomst: Breuk;
  readonly open: Breuk;
  /** Taken over from others, or given to them, because a bound moved something. */
  readonly verschoven: Breuk;
};

export type Stapverslag = {
  readonly pad: string;
  readonly naam?: string;
  readonly periode?: string;
  readonly afronding: string;
  readonly cellen: readonly Celverslag[];
  readonly opmerkingen: readonly string[];
};

/** A source figure that an outcome rests on. */
export type GebruiktCijfer = Herkomst & {
  readonly cel: readonly string[];
  readonly waarde?: Bandbreedte;
  readonly kenmerk?: string;
};

/** The outcome of a verdeling, with all that its account needs. */
export type VerdelingUitkomst = {
  readonly document: string;
  readonly gebied: string;
  readonly op?: string;
  readonly eenheid: string;
  readonly opgave?: {
    readonly aantal: Bandbreedte;
    readonly onderdelen: Readonly<Record<string, Bandbreedte>>;
    readonly aanbod?: Bandbreedte;
    /** Opgave as a part of the supply. */
    readonly deelVanAanbod?: Bandbreedte;
    readonly behoefte?: Bandbreedte | "onbekend";
    readonly verschil?: Bandbreedte;
    readonly maximum: boolean;
    readonly ruimte?: Breuk;
  };
  readonly eenheden: readonly Eenheiduitkomst[];
  readonly open: Bandbreedte;
  readonly jaren: readonly Jaaruitkomst[];
  /** Accounts beside the units: `open`, `rijk`; with those of the units they add up to zero. */
  readonly tegenrekeningen: Readonly<Record<string, Breuk>>;
  readonly ernaast: readonly {
    readonly eenheid: string;
    readonly cijfers: readonly Naastliggend[];
  }[];
  readonly meldingen: readonly Melding[];
  readonly stappen: readonly Stapverslag[];
  readonly gebruikt: readonly GebruiktCijfer[];
  readonly aannames: readonly string[];
};
