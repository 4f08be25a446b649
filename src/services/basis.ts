import type { Kennis } from "#contract/kader/kennis.ts";
import type { Begrip } from "#domain/begrip.ts";
import type { Bibliotheek } from "#domain/document.ts";
import type { Gemeentelijst, Rekengebied } from "#domain/gebied.ts";
import type { Herindelingen } from "#domain/herindeling.ts";
import type { Cijferlevering } from "#domain/levering.ts";
import type { Vaststelling } from "#domain/vaststelling.ts";
import type { Cijferbron } from "#domain/waarneming.ts";
import type { Kaartmaker } from "./kaart/kaartmaker.ts";
import type { Vormenbron } from "./kaart/vormenbron.ts";

/** What a run stands on: documents, figures and regions, wherever they come from. */
export type Basis = {
  readonly bibliotheek: Bibliotheek;
  /** The writer's own text of a document, by `id` or `id@versie`. */
  readonly tekstVan: (naam: string) => string | undefined;
  /** Whether a document of this id is one of the installation's own, also where it cannot be read. */
  readonly isEigen: (id: string) => boolean;
  /** As they were delivered; `cijfersOp` gives them in the gemeenten of a day. */
  readonly cijfers: Cijferbron;
  /** Every change of gemeenten that is known, announced ones too. */
  readonly herindelingen: Herindelingen;
  readonly gemeenten: Gemeentelijst;
  readonly kennis: Kennis;
  /** A region by its name or by `indeling@versie#regio`, with its members on that day. */
  readonly gebied: (naam: string, op: string) => Gebiedszoeking;
  readonly nederland: (op: string) => Rekengebied;
  /** The shapes of a region on that day, for a screen. */
  readonly kaart: Kaartmaker;
  /** The borders of gemeenten as they were delivered, for whoever draws them elsewhere. */
  readonly vormen: Vormenbron;
  /** Of which deliveries the figures are, also those that are not for everybody. */
  readonly leveringen: () => readonly Cijferlevering[];
  /** What bodies of government adopted of these documents, also what was ended. */
  readonly vaststellingen: readonly Vaststelling[];
  /** The words of the field, with what they mean here. */
  readonly begrippen: () => readonly Begrip[];
  /** Every region that can be named. */
  readonly regios: () => readonly Regiovermelding[];
};

export type Gebiedszoeking =
  | { readonly soort: "gevonden"; readonly gebied: Rekengebied }
  | { readonly soort: "onbekend"; readonly dichtstbij?: string }
  /** More indelingen know a region of that name. */
  | { readonly soort: "meer"; readonly mogelijk: readonly string[] };

export type Regiovermelding = {
  readonly naam: string;
  readonly titel: string;
  /** `id@versie` of the indeling. */
  readonly indeling: string;
  readonly soortRegio: string;
  readonly aantal: number;
};
