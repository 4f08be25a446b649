import type { ColumnType } from "kysely";

/** Who has something open now; nothing of it is kept. */
export type AanwezigTables = { readonly aanwezig: AanwezigTable };

type AanwezigTable = {
  /** A tab of a browser. */
  readonly tab: string;
  readonly soort: string;
  /** Which one, whatever it is. */
  readonly document: string;
  readonly persoon: ColumnType<string, never, never>;
  readonly naam: string;
  readonly organisatie: string | null;
  readonly sinds: ColumnType<Date, never, never>;
  readonly gezien_op: ColumnType<Date, never, unknown>;
};
