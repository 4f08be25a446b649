/** A sign of life of the database. */
export type Teken = {
  /** The number that moves whenever a figure or a document does; only equal or not means something. */
  readonly stand: string;
  /** It answers, and takes no changes: a copy that another server is ahead of. */
  readonly alleenLezen: boolean;
};

/** Asks for the sign, on any connection. */
export const TEKEN =
  "select nummer, current_setting('transaction_read_only') = 'on' as alleen_lezen from stand";

/** @throws Error where the table is there and empty. */
export function toTeken(rows: readonly unknown[]): Teken {
  const [row] = rows as readonly { readonly nummer: unknown; readonly alleen_lezen: boolean }[];
  if (!row) throw new Error("the table stand holds no row");
  return { stand: `${row.nummer}`, alleenLezen: row.alleen_lezen };
}
