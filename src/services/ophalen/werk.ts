import type { Bibliotheek } from "#domain/document.ts";
import type { Gemeentelijst } from "#domain/gebied.ts";
import type { Regiovermelding } from "#services/basis.ts";
import type { Cbskennis } from "#sources/cbs/kennis.ts";
import type { Bladenmap } from "#sources/ophalen/bladzijden.ts";
import type { Bronadressen } from "#sources/ophalen/bronadressen.ts";
import type { Ophaler } from "#sources/ophalen/ophaler.ts";
import type { Voortgang } from "#storage/ophaaltaak.repository.ts";
import type { Connection } from "#storage/transaction.ts";

/** What fetching stands on, whatever is fetched. */
export type Ophaalgrond = {
  readonly db: Connection;
  readonly ophaler: Ophaler;
  readonly adressen: Bronadressen;
  readonly cbs: Cbskennis;
  readonly bibliotheek: Bibliotheek;
  readonly gemeenten: Gemeentelijst;
  readonly peildatum: string;
  readonly regios: () => readonly Regioleden[];
  /** Where borders stand that the map reads. */
  readonly kaartenmap: string;
  readonly now: () => Date;
};

/** A region of ours with its gemeenten. */
export type Regioleden = Pick<Regiovermelding, "indeling" | "naam" | "titel"> & {
  readonly gemeenten: readonly string[];
};

/** One task that is being done. */
export type Werk = {
  readonly grond: Ophaalgrond;
  readonly signal: AbortSignal;
  /** Tells people how far it is. */
  readonly meld: (voortgang: Voortgang) => Promise<void>;
  /** The source is busy. */
  readonly wacht: (ms: number) => void;
  /** Where pages of a part of the task are kept. */
  readonly map: (deel: string) => Bladenmap;
};
