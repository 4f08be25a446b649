import type { Kop } from "./kop.ts";
import type { Waarde } from "./waarde.ts";

export type Partij = {
  readonly wie: string;
  readonly soort?: string;
  readonly rol?: string;
  readonly status?: string;
  readonly standpunt?: string;
  readonly kanttekening?: string;
  /** The piece that shows what it takes; without it nobody is `definitief`. */
  readonly haalbaarheid?: string;
};

export type Onderdeel = {
  readonly spoor: 1 | 2 | 3 | 4;
  readonly thema?: string;
  readonly reikwijdte?: "verbetering" | "vernieuwing" | "transformatie";
  readonly inhoud:
    | { readonly soort: "document"; readonly document: string }
    | {
        readonly soort: "niet-berekenbaar";
        readonly wat: string;
        readonly eigenaar: string;
        readonly beoordeeldDoor?: string;
      };
  readonly landtIn?: {
    readonly instrument: string;
    readonly voorElk?: string;
    readonly uiterlijk?: Waarde;
  };
  readonly binding?: "vrijblijvend" | "intentie" | "bindend";
  readonly deelonderwerp?: string;
};

/** What agreements on cooperation are about (spoor 4). */
export const DEELONDERWERPEN = [
  "procesorganisatie",
  "financien",
  "monitoring",
  "evaluatie",
  "kennis",
  "naleving",
] as const;

export const MONITORVELDEN = [
  "wanneer",
  "hoe",
  "definities",
  "registraties",
  "uitvoering",
  "terugkoppeling",
] as const;

/** What did we agree? (docs/taal.md 2.7) */
export type Kader = Kop & {
  readonly soort: "kader";
  readonly partijen: readonly Partij[];
  readonly aantalPartijen?: number;
  readonly onderdelen: Readonly<Record<string, Onderdeel>>;
  readonly monitoring: Readonly<Partial<Record<(typeof MONITORVELDEN)[number], string>>>;
  readonly evaluatie?:
    | { readonly soort: "datums"; readonly datums: readonly Waarde[] }
    | { readonly soort: "elke"; readonly elke: Waarde }
    | { readonly soort: "parameter"; readonly naam: string };
  readonly naleving?: { readonly traject?: string; readonly vereffening?: string };
};
