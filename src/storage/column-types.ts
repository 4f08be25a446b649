import type { ColumnType } from "kysely";

/** Whose a row is and who sees it: written by the database itself, but for sharing. */
export type EigendomKolommen = {
  readonly organisatie: ColumnType<string | null, never, never>;
  readonly persoon: ColumnType<string | null, never, never>;
  readonly zichtbaarheid: ColumnType<string | null, never, string>;
  readonly kring: ColumnType<string | null, never, string | null>;
};

/**
 * Types, by their number in PostgreSQL, that leave the database as text: whole numbers too
 * large for a float (20), exact numbers (1700), and dates (1082), which are days without a time.
 */
export const TEXT_TYPES: readonly number[] = [20, 1700, 1082];
