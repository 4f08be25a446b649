import type { ColumnType } from "kysely";

/** What was adopted, and what ended that; a row is never changed. */
export type VaststellingTables = {
  readonly vaststelling: {
    readonly id: string;
    readonly soort: "vaststelling" | "intrekking";
    readonly van: string | null;
    readonly document_id: string | null;
    readonly document_versie: number | null;
    readonly versie: string | null;
    readonly kenmerk: string;
    readonly over: string;
    readonly orgaan: string;
    readonly datum: string;
    readonly stuk_titel: string;
    readonly stuk_kenmerk: string;
    readonly stuk_link: string | null;
    readonly stuk_sha256: string | null;
    readonly organisatie: string;
    /** Who recorded it: written by the database itself. */
    readonly persoon: ColumnType<string, never, never>;
    readonly mandaat: string;
    readonly vastgelegd_op: ColumnType<Date, never, never>;
  };
};
