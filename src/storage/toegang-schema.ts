import type { ColumnType } from "kysely";

/** Written by the database itself, when the row is made. */
type MadeAt = ColumnType<Date, never, never>;
/** A day as text. */
type Dag = ColumnType<string, string, never>;
type Misschien<T> = ColumnType<T | null, T | null | undefined, never>;
/** Empty until it ends. */
type Later<T> = ColumnType<T | null, never, T>;

/** The tables of bodies, people, mandates, circles and sign-in. */
export type ToegangTables = {
  readonly organisatie: OrganisatieTable;
  readonly persoon: PersoonTable;
  readonly mandaat: MandaatTable;
  readonly bestuursmandaat: BestuursmandaatTable;
  readonly kring: KringTable;
  readonly kringlid: KringlidTable;
  readonly sessie: SessieTable;
  readonly aanmelding: AanmeldingTable;
};

export type OrganisatieTable = {
  readonly id: string;
  readonly soort: string;
  readonly naam: string;
  readonly gebied: string | null;
  readonly tot: string | null;
  readonly gemaakt_op: MadeAt;
};

export type PersoonTable = {
  readonly id: string;
  readonly issuer: string | null;
  readonly sub: string | null;
  readonly naam: string;
  readonly email: string | null;
  readonly gemaakt_op: MadeAt;
  readonly uitgeschakeld_op: ColumnType<Date | null, never, Date | null>;
};

type MandaatTable = {
  readonly id: string;
  readonly persoon: string;
  readonly organisatie: string;
  readonly rol: string;
  readonly van: Dag;
  readonly tot: Misschien<string>;
  readonly gegeven_door: Misschien<string>;
  readonly gegeven_op: MadeAt;
  readonly beeindigd_door: Later<string>;
  readonly beeindigd_op: Later<Date>;
};

type BestuursmandaatTable = {
  readonly id: string;
  readonly over: string;
  readonly gever: string;
  readonly aan: string;
  readonly van: Dag;
  readonly tot: Misschien<string>;
  readonly stuk: string;
  readonly gegeven_door: Misschien<string>;
  readonly gegeven_op: MadeAt;
  readonly beeindigd_door: Later<string>;
  readonly beeindigd_op: Later<Date>;
};

type KringTable = {
  readonly id: string;
  readonly naam: string;
  readonly organisatie: string;
  readonly gemaakt_door: Misschien<string>;
  readonly gemaakt_op: MadeAt;
  readonly gesloten_op: Later<Date>;
};

type KringlidTable = {
  readonly id: string;
  readonly kring: string;
  readonly persoon: Misschien<string>;
  readonly organisatie: Misschien<string>;
  readonly toegevoegd_door: Misschien<string>;
  readonly toegevoegd_op: MadeAt;
  readonly verwijderd_door: Later<string>;
  readonly verwijderd_op: Later<Date>;
};

export type SessieTable = {
  readonly id: string;
  readonly sha256: string;
  readonly persoon: string;
  /** What the browser calls itself, for whoever looks where they are signed in. */
  readonly apparaat: string;
  readonly acr: string | null;
  readonly gemaakt_op: Date;
  readonly gezien_op: Date;
  readonly verloopt_op: Date;
  readonly beeindigd_op: Later<Date>;
};

type AanmeldingTable = {
  /** Of the state that travels along. */
  readonly sha256: string;
  /** The sha256 of the secret that the browser keeps meanwhile. */
  readonly browser: string;
  readonly nonce: string;
  readonly verifier: string;
  /** The page to go back to, of this site. */
  readonly terug: string;
  readonly verloopt_op: Date;
};
