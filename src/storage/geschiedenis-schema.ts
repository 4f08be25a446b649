import type { ColumnType } from "kysely";

/** The tables of what happened; of changes only the database itself writes. */
export type GeschiedenisTables = {
  readonly herhaling: HerhalingTable;
  readonly wijziging: WijzigingTable;
  readonly wijzigingketen: Ketenkop;
  readonly inzage: InzageTable;
  readonly inzageketen: Ketenkop;
  readonly inzage_opgeruimd: InzageOpgeruimdTable;
  readonly ketencontrole: KetencontroleTable;
};

type Ketenkop = { readonly een: boolean; readonly nummer: string; readonly hash: string };

type InzageOpgeruimdTable = {
  /** The last day of which lines went. */
  readonly tot: string;
  /** The number and the hash of the last line that went: the rest follows on it. */
  readonly laatste: ColumnType<string, never, never>;
  readonly hash: ColumnType<string, never, never>;
  readonly regels: ColumnType<string, never, never>;
  readonly op: ColumnType<Date, never, never>;
};

type InzageTable = {
  readonly nummer: ColumnType<string, never, never>;
  readonly trace_id: string;
  readonly operatie: string;
  readonly ouder: string | null;
  readonly naam: string;
  readonly verwerking: string;
  readonly betrokkene: string;
  readonly betrokkene_soort: string;
  /** Milliseconds since 1970. */
  readonly begin_ms: ColumnType<string, number, never>;
  readonly eind_ms: ColumnType<string, number, never>;
  readonly status: string;
  readonly vorige: ColumnType<string, never, never>;
  readonly hash: ColumnType<string, never, never>;
};

type KetencontroleTable = {
  readonly id: ColumnType<string, never, never>;
  readonly op: ColumnType<Date, never, never>;
  readonly wijzigingen: ColumnType<string, number, never>;
  readonly heel: boolean;
};

type HerhalingTable = {
  readonly sleutel: string;
  readonly verzoek: string;
  readonly persoon: ColumnType<string | null, never, never>;
  readonly status: ColumnType<number | null, never, number>;
  readonly antwoord: ColumnType<Uint8Array | null, never, Uint8Array>;
  readonly gemaakt_op: ColumnType<Date, never, never>;
  readonly poging: string;
  readonly begonnen_op: ColumnType<Date, never, Date>;
  /** The first change that was kept, by table and name. */
  readonly gevolg: ColumnType<string | null, never, never>;
};

export type WijzigingTable = {
  readonly nummer: string;
  readonly tabel: string;
  readonly sleutel: string;
  readonly soort: string;
  /** JSON. */
  readonly oud: string | null;
  readonly nieuw: string | null;
  readonly persoon: string | null;
  readonly namens: string | null;
  /** The body that the row is of. */
  readonly eigenaar: string | null;
  readonly reden: string | null;
  readonly op: Date;
  readonly vorige: string;
  readonly hash: string;
};
