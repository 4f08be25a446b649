import type { ColumnType, Generated } from "kysely";

export type OphaalTables = {
  readonly ophaaltaak: OphaaltaakTable;
  readonly ophaalblad: {
    readonly taak: string;
    readonly deel: string;
    readonly nummer: number;
    readonly adres: string;
    readonly inhoud: Uint8Array;
    readonly bewaard_op: ColumnType<Date, never, never>;
  };
};

type OphaaltaakTable = {
  readonly id: string;
  /** JSON. */
  readonly vraag: string;
  readonly vanzelf: boolean;
  readonly stand: Generated<string>;
  readonly stap: Nullable<string>;
  readonly gedaan: Generated<number>;
  readonly totaal: Nullable<number>;
  readonly stop_gevraagd: Generated<boolean>;
  readonly bezig_bij: Nullable<string>;
  readonly fout: Nullable<string>;
  /** JSON. */
  readonly uitkomst: Nullable<string>;
  /** JSON: what stood where figures were put, to put it back. */
  readonly vorige: Nullable<string>;
  readonly teruggezet_op: Moment;
  readonly gemaakt_op: ColumnType<Date, never, never>;
  readonly begonnen_op: Moment;
  readonly bijgewerkt_op: ColumnType<Date, never, Date>;
  readonly klaar_op: Moment;
};

type Nullable<T> = ColumnType<T | null, T | null | undefined, T | null>;
type Moment = ColumnType<Date | null, never, Date | null>;
