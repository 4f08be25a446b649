import type { ColumnType } from "kysely";

/** Written by the database itself, when the row is made. */
type MadeAt = ColumnType<Date, never, never>;
/** Who made it, and for which body: written by the database itself. */
type Maker = ColumnType<string, never, never>;

/** The tables of remarks about gemeenten, and of what asks for somebody's attention. */
export type AandachtTables = {
  readonly opmerking: OpmerkingTable;
  readonly opmerking_antwoord: AntwoordTable;
  readonly meldingkeuze: {
    readonly persoon: Maker;
    readonly soort: string;
    readonly keuze: string;
  };
  readonly bezoek: {
    readonly persoon: Maker;
    readonly gezien_op: Date;
    readonly vorige_op: ColumnType<Date | null, never, Date | null>;
  };
};

export type OpmerkingTable = {
  readonly id: string;
  readonly gemeente: string;
  /** The page of this site that it is about. */
  readonly adres: string;
  readonly waarover: string;
  readonly tekst: string;
  readonly organisatie: Maker;
  readonly persoon: Maker;
  readonly zichtbaarheid: string;
  readonly kring: string | null;
  readonly gemaakt_op: MadeAt;
  readonly gezien_op: ColumnType<Date | null, never, Date>;
  readonly gezien_door: ColumnType<string | null, never, string>;
};

type AntwoordTable = {
  readonly id: string;
  readonly volgnummer: ColumnType<string, never, never>;
  readonly opmerking: string;
  readonly tekst: string;
  /** The gemeente that answers: somebody may act for more of them. */
  readonly organisatie: ColumnType<string, string, never>;
  readonly persoon: Maker;
  readonly gemaakt_op: MadeAt;
};
