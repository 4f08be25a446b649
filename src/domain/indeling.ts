import type { Bron, Kop, Zekerheid } from "./kop.ts";
import type { Datum } from "./peildatum.ts";
import type { Eenheidnaam } from "./selectie.ts";

export type Lid = {
  readonly gemeente: Eenheidnaam;
  readonly zekerheid: Zekerheid;
  readonly bron?: string;
  readonly sinds?: Datum;
  readonly tot?: Datum;
};

export type Regio = {
  readonly titel: string;
  readonly gemeenten: readonly Lid[];
  readonly deelregios: Readonly<Record<string, readonly Eenheidnaam[]>>;
  readonly zekerheid: Zekerheid;
  readonly bron?: string;
};

/** An announced or past change of gemeenten; shown, and not applied before its date. */
export type Herindeling = {
  readonly datum: Datum;
  readonly van: readonly Eenheidnaam[];
  readonly naar: readonly Eenheidnaam[];
  readonly bron?: string | Bron;
  readonly zekerheid: Zekerheid;
};

/** A division of gemeenten into regions (docs/taal.md 2.2a). */
export type Indeling = Kop & {
  readonly soort: "indeling";
  /** woningbouwregio, woningmarktregio, samenwerking, or the id of another set such as corop. */
  readonly soortRegio: string;
  readonly optie?: "voorkeursoptie" | "alternatief" | "bestaand";
  readonly peildatum: Datum;
  readonly regios: Readonly<Record<string, Regio>>;
  /** Provincie ids or gemeenten that must each be in a region. */
  readonly volledigVoor: readonly Eenheidnaam[];
  readonly herindelingen: readonly Herindeling[];
};
