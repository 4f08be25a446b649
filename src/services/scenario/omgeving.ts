import type { Ordelijk } from "#contract/kader/knoop.ts";
import type { Bibliotheek, RegieDocument } from "#domain/document.ts";
import type { Rekengebied } from "#domain/gebied.ts";
import type { Indeling } from "#domain/indeling.ts";
import type { Verschil } from "./vergelijken.ts";

/** One case of a scenarios file, as it was written. */
export type Scenario = {
  readonly naam: string;
  readonly op?: string;
  readonly gegeven: ReadonlyMap<string, Ordelijk>;
  readonly verwacht: ReadonlyMap<string, Ordelijk>;
};

/** What a scenario runs in: the other documents, and the regions that can be named. */
export type Omgeving = {
  readonly bibliotheek: Bibliotheek;
  readonly gebied: (naam: string, op: string | undefined) => Rekengebied | undefined;
  /** For the names behind the codes of a gebied. */
  readonly provincies?: readonly { readonly code: string; readonly naam: string }[];
  /** Code list → its codes, for a question put to each of them. */
  readonly codelijsten?: ReadonlyMap<string, readonly string[]>;
  /** Carries out an indeling and says what came out otherwise than expected. */
  readonly indeling: (
    document: Indeling,
    verwacht: ReadonlyMap<string, Ordelijk>,
    op: string | undefined,
  ) => readonly Verschil[];
};

/** A document after the scenario's `wijzig`, or the messages with which it is refused. */
export type Gelezen =
  | { readonly ok: true; readonly document: RegieDocument }
  | { readonly ok: false; readonly teksten: readonly string[] };
