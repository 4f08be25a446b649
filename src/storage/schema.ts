import type { ColumnType } from "kysely";
import type { AandachtTables } from "#storage/aandacht-schema.ts";
import type { AanwezigTables } from "#storage/aanwezig-schema.ts";
import type { BedrijfTables } from "#storage/bedrijf-schema.ts";
import type { EigendomKolommen } from "#storage/column-types.ts";
import type { FondsTables } from "#storage/fonds-schema.ts";
import type { GeschiedenisTables } from "#storage/geschiedenis-schema.ts";
import type { InleveringTables } from "#storage/inlevering-schema.ts";
import type { OphaalTables } from "#storage/ophaal-schema.ts";
import type { ToegangTables } from "#storage/toegang-schema.ts";
import type { VaststellingTables } from "#storage/vaststelling-schema.ts";
import type { VersieTables } from "#storage/versie-schema.ts";
import type { WebhookTables } from "#storage/webhook-schema.ts";

/** Written by the database itself, when the row is made. */
type MadeAt = ColumnType<Date, never, never>;

export type Tables = AandachtTables &
  AanwezigTables &
  BedrijfTables &
  FondsTables &
  GeschiedenisTables &
  InleveringTables &
  OphaalTables &
  ToegangTables &
  VaststellingTables &
  VersieTables &
  WebhookTables & {
    readonly migratie: { readonly naam: string; readonly uitgevoerd_op: MadeAt };
    readonly gebied: GebiedTable;
    readonly levering: LeveringTable;
    readonly waarneming: WaarnemingTable;
    readonly document: DocumentTable;
    readonly bevriezing: BevriezingTable;
    readonly verbruik: VerbruikTable;
    readonly stand: { readonly een: boolean; readonly nummer: string };
  };

/** How often something was asked in a minute, by the sha256 of who asked. */
type VerbruikTable = {
  readonly sleutel: string;
  readonly minuut: string;
  readonly gegeven: number;
  readonly laatst: number;
};

export type GebiedTable = {
  readonly code: string;
  readonly soort: string;
  readonly naam: string;
  readonly provincie: string | null;
  readonly corop: string | null;
  readonly sinds: string | null;
  readonly tot: string | null;
  /** Degrees, for drawing only. */
  readonly lon: number | null;
  readonly lat: number | null;
};

export type LeveringTable = {
  readonly id: string;
  readonly indicator: string;
  readonly moment: string | null;
  readonly bron: string;
  readonly licentie: string | null;
  readonly peildatum: string | null;
  readonly betrouwbaarheid: string | null;
  readonly status: string | null;
  readonly toelichting: string | null;
  readonly sha256: string | null;
  readonly ingelezen_op: MadeAt;
  /** The delivery by people that it came with; absent for what ships, and for live sources. */
  readonly inlevering: ColumnType<string | null, string | null | undefined, never>;
  /** False while the delivery is undone: it stays, and does not count. */
  readonly telt: ColumnType<boolean, boolean | undefined, boolean>;
};

export type WaarnemingTable = {
  readonly levering: string;
  readonly indicator: string;
  readonly cel: readonly string[];
  readonly gebied: string;
  readonly moment: string | null;
  readonly soort: string;
  /** Exact text: `178`, `16610.04`, `1/3`. */
  readonly waarde: string | null;
  readonly laag: string | null;
  readonly hoog: string | null;
  /** The code, the date, or the term as text. */
  readonly kenmerk: string | null;
  readonly opmerking: string | null;
};

export type DocumentTable = EigendomKolommen & {
  readonly id: string;
  readonly versie: number;
  readonly soort: string;
  readonly status: string;
  readonly titel: string;
  readonly herkomst: string;
  readonly tekst: Uint8Array;
  readonly sha256: string;
  readonly bewaard_op: ColumnType<Date, never, Date>;
  /** Since when it is seen by those who see it now; written by the database itself. */
  readonly gedeeld_op: ColumnType<Date | null, never, never>;
};

export type BevriezingTable = {
  readonly hash: string;
  readonly document_id: string;
  readonly document_versie: number;
  readonly document_tekst: Uint8Array;
  readonly cijfers: string;
  readonly engine_versie: string;
  readonly op: string;
  readonly gebied: string;
  readonly ingevuld: string;
  readonly uitkomst: string;
  readonly bevroren_op: MadeAt;
};
