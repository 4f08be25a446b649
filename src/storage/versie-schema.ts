import type { ColumnType } from "kysely";
import type { EigendomKolommen } from "#storage/column-types.ts";

/** Written by the database itself, when the row is made. */
type MadeAt = ColumnType<Date, never, never>;

/** The tables of versions, links, correction rounds and word lists. */
export type VersieTables = {
  readonly toegangslink: ToegangslinkTable;
  readonly versiereeks: EigendomKolommen & { readonly id: string; readonly gemaakt_op: MadeAt };
  readonly rekenversie: RekenversieTable;
  readonly rekenversie_inhoud: RekenversieInhoudTable;
  readonly versiegebeurtenis: VersiegebeurtenisTable;
  readonly rekenversie_kring: RekenversieKringTable;
  readonly correctieronde: CorrectierondeTable;
  readonly correctiereactie: CorrectiereactieTable;
  readonly woordenlijst: EigendomKolommen & {
    readonly id: string;
    readonly regio: string;
    readonly gemaakt_op: MadeAt;
  };
  readonly woordenlijst_versie: WoordenlijstVersieTable;
};

type ToegangslinkTable = {
  readonly id: string;
  readonly sha256: string;
  /** The versiereeks, correctieronde or woordenlijst that it opens. */
  readonly onderwerp: string;
  readonly recht: string;
  readonly naam: string | null;
  readonly gemeente: string | null;
  readonly gemaakt_op: MadeAt;
  readonly ingetrokken_op: ColumnType<Date | null, Date | null | undefined, Date>;
};

export type RekenversieTable = EigendomKolommen & {
  readonly id: string;
  readonly reeks: string;
  readonly nummer: number;
  readonly vorige: string | null;
  readonly hash: string;
  readonly status: ColumnType<string, string | undefined, string>;
  /** How often the status was set. */
  readonly gezet: ColumnType<number, never, number>;
  readonly opslagsleutel: string;
  readonly verzoek: string;
  readonly gemaakt_op: Date;
  readonly gemaakt_met: string;
  readonly vervalt_op: Date;
  readonly weg_op: Date | null;
  readonly weg_met: string | null;
  readonly weg_reden: string | null;
  /** Since when it is seen by those who see it now; written by the database itself. */
  readonly gedeeld_op: ColumnType<Date | null, never, never>;
};

export type RekenversieInhoudTable = {
  readonly versie: string;
  readonly naam: string;
  readonly maker: string | null;
  readonly adres: string;
  readonly regio: string;
  readonly ongebronde: string;
  readonly bevriezingen: string;
};

export type VersiegebeurtenisTable = {
  readonly versie: string;
  readonly plaats: number;
  readonly pad: string;
  readonly van: string | null;
  readonly naar: string | null;
  readonly wie: string | null;
  readonly op: Date;
};

type RekenversieKringTable = {
  readonly versie: string;
  readonly kring: string;
  readonly gedeeld_op: MadeAt;
  readonly gedeeld_met: string;
};

export type CorrectierondeTable = EigendomKolommen & {
  readonly id: string;
  readonly naam: string;
  readonly regio: string;
  readonly op: string;
  readonly organisator: string | null;
  /** By when gemeenten are asked to react. */
  readonly uiterlijk: ColumnType<string | null, string | null | undefined, never>;
  readonly gemaakt_op: MadeAt;
};

export type CorrectiereactieTable = {
  readonly id: string;
  readonly volgnummer: ColumnType<string, never, never>;
  readonly ronde: string;
  readonly gemeente: string;
  readonly soort: string;
  readonly wie: string | null;
  readonly link: string;
  readonly waarneming: string | null;
  readonly was: string | null;
  readonly peildatum: string | null;
  readonly op: MadeAt;
};

export type WoordenlijstVersieTable = {
  readonly lijst: string;
  readonly versie: number;
  readonly woorden: string;
  readonly wie: string | null;
  readonly link: string;
  readonly gemaakt_op: MadeAt;
};
