import type { Connection } from "#storage/transaction.ts";
import type { Vorige } from "./bewaren.ts";
import type { Ophaaluitkomst } from "./uitkomst.ts";

/** All that was fetched and found good; nothing of it is kept until `bewaar`, which does so whole. */
export type Opgehaald = {
  readonly bewaar: (tx: Connection) => Promise<Bewaard>;
};

export type Bewaard = {
  readonly uitkomst: Ophaaluitkomst;
  readonly vorige?: readonly Vorige[];
};
