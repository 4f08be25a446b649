import type { ColumnType } from "kysely";
import type { EigendomKolommen } from "#storage/column-types.ts";

/** Written by the database itself, when the row is made. */
type MadeAt = ColumnType<Date, never, never>;

/** The tables of deliveries of figures. */
export type InleveringTables = {
  readonly inlevering: InleveringTable;
  readonly inlevering_bestand: { readonly inlevering: string; readonly bytes: Uint8Array };
  readonly inlevering_gebeurtenis: {
    readonly nummer: ColumnType<string, never, never>;
    readonly inlevering: string;
    readonly soort: string;
    readonly reden: string | null;
    readonly op: MadeAt;
  };
  readonly inlevering_voorrang: {
    readonly inlevering: string;
    readonly indicator: string;
    readonly moment: string | null;
    /** Where the figures come from that it goes before: `meegeleverd`, or a delivery. */
    readonly boven: string;
    readonly reden: string;
  };
  readonly koppelgeheugen: {
    readonly organisatie: ColumnType<string | null, never, never>;
    readonly afzender_sleutel: string;
    readonly handtekening: string;
    readonly koppeling: string;
    readonly bewaard_op: ColumnType<Date, never, Date>;
  };
};

/** Texts of JSON hold what `domain/inlevering` names. */
export type InleveringTable = EigendomKolommen & {
  readonly id: string;
  readonly stand: ColumnType<string, string | undefined, string>;
  /** Moves with every change of a concept, so that nobody writes over another. */
  readonly wijziging: ColumnType<number, number | undefined, number>;
  readonly afzender: string;
  readonly afzender_sleutel: string;
  readonly bestandsnaam: string;
  readonly sha256: string;
  readonly grootte: number;
  readonly kop: string;
  readonly koppelingen: ColumnType<string, string | undefined, string>;
  readonly verbeteringen: ColumnType<string, string | undefined, string>;
  readonly bevestigingen: ColumnType<string, string | undefined, string>;
  readonly keuzes: ColumnType<string, string | undefined, string>;
  readonly uitkomst: ColumnType<string | null, undefined, string>;
  readonly verslag: ColumnType<string | null, undefined, string>;
  /** The order in which deliveries were taken over. */
  readonly volgnummer: ColumnType<string | null, undefined, string>;
  readonly gemaakt_op: MadeAt;
  readonly vervalt_op: Date;
  readonly afgerond_op: ColumnType<Date | null, undefined, Date>;
};
