import type { ColumnType } from "kysely";
import type { EigendomKolommen } from "#storage/column-types.ts";

/** The tables of funds and what was promised out of them. */
export type FondsTables = {
  readonly fonds: FondsTable;
  readonly fondsboeking: FondsboekingTable;
};

export type FondsTable = Omit<EigendomKolommen, "zichtbaarheid" | "kring"> & {
  readonly zichtbaarheid: ColumnType<string | null, string | undefined, string>;
  readonly kring: ColumnType<string | null, string | null | undefined, string | null>;
  readonly id: string;
  readonly naam: string;
  readonly doel: string;
  /** Exact text: euros with at most two decimals. */
  readonly bedrag: string | null;
  readonly van: number | null;
  readonly tot: number;
  readonly bron: string;
  readonly gemaakt_op: ColumnType<Date, never, never>;
};

export type FondsboekingTable = {
  readonly id: string;
  readonly fonds: string;
  readonly jaar: number;
  readonly bedrag: string;
  readonly wat: string;
  readonly stuk: string;
  readonly op: ColumnType<Date, never, never>;
  readonly terug_op: ColumnType<Date | null, never, Date>;
  readonly terug_reden: ColumnType<string | null, never, string>;
};
