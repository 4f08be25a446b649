import type { ColumnType } from "kysely";

/** The tables of where bodies are told that something happened, and what was sent. */
export type WebhookTables = {
  readonly webhook: WebhookTable;
  readonly webhook_geheim: WebhookgeheimTable;
  readonly webhook_bericht: WebhookberichtTable;
};

export type WebhookTable = {
  readonly id: string;
  readonly organisatie: string;
  readonly adres: string;
  readonly host: string;
  readonly soorten: readonly string[];
  /** The last line of the change log that it was told of. */
  readonly gelezen_tot: ColumnType<string, number | string, number>;
  readonly gemaakt_door: ColumnType<string, string | undefined, never>;
  readonly gemaakt_op: ColumnType<Date, Date | undefined, never>;
  readonly uit_op: ColumnType<Date | null, never, Date>;
  readonly uit_reden: ColumnType<string | null, never, string>;
  readonly uit_door: ColumnType<string | null, never, string>;
};

/** The newest of a webhook signs; the app writes here and never reads. */
type WebhookgeheimTable = {
  readonly nummer: ColumnType<string, never, never>;
  readonly webhook: string;
  readonly geheim: string;
  readonly gemaakt_op: ColumnType<Date, never, never>;
};

export type WebhookberichtTable = {
  readonly id: string;
  readonly webhook: string;
  /** The line of the change log that it tells of; null for a trial. */
  readonly wijziging: ColumnType<string | null, number | null, never>;
  readonly soort: string;
  /** JSON, as it is sent. */
  readonly bericht: string;
  readonly gemaakt_op: Date;
  readonly uitkomst: ColumnType<string, never, string>;
  readonly pogingen: ColumnType<number, never, number>;
  readonly status: ColumnType<number | null, never, number | null>;
  readonly fout: ColumnType<string | null, never, string | null>;
  readonly volgende_op: Date;
  /** Until then somebody is sending it. */
  readonly bezig_tot: ColumnType<Date | null, never, Date | null>;
  readonly klaar_op: ColumnType<Date | null, never, Date | null>;
};
