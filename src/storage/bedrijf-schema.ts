import type { ColumnType } from "kysely";

export type BedrijfTables = { readonly apisleutel: ApisleutelTable };

export type ApisleutelTable = {
  readonly id: string;
  readonly organisatie: string;
  readonly naam: string;
  readonly sha256: string;
  readonly begin: string;
  readonly rol: string;
  readonly rechten: readonly string[];
  readonly gemaakt_door: string;
  readonly gemaakt_op: ColumnType<Date, Date | undefined, never>;
  /** A day, as text. */
  readonly tot: string;
  readonly laatst_gebruikt_op: ColumnType<Date | null, never, never>;
  readonly ingetrokken_door: ColumnType<string | null, never, string>;
  readonly ingetrokken_op: ColumnType<Date | null, never, Date>;
};
