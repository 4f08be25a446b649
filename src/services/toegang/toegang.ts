import type { Connection } from "#storage/transaction.ts";
import type { Aanbieder } from "./aanbieder.ts";
import type { Inzagelogboek } from "./inzage.ts";
import type { Tellers } from "./tellers.ts";

/** How people come in here. Without it there are no accounts: everybody is the public. */
export type Toegang = {
  /** Where accounts are kept. Who asks is not known yet when these are read. */
  readonly db: Connection;
  readonly aanbieder: Aanbieder;
  /** Where people find this installation, without a slash at the end. */
  readonly adres: string;
  /** The moment it is. */
  readonly nu: () => Date;
  /** Milliseconds after which a session that nobody used ends. */
  readonly rust: number;
  /** Milliseconds after which every session ends. */
  readonly langst: number;
  readonly tellers: Tellers;
  /** Where it is kept whose account was looked at. */
  readonly inzage: Inzagelogboek;
  /** The people one can be without a password; only where nobody else can come. */
  readonly demo?: boolean;
};

const DAG = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" });

/** The calendar day in the Netherlands: a mandate begins and ends there. */
export function dagVan(moment: Date): string {
  return DAG.format(moment);
}
