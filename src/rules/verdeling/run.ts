import type { Lezer } from "#rules/cijfers/lezer.ts";
import type { Hoek } from "#rules/cijfers/rekenvraag.ts";
import type { Ruimte } from "./hoeken.ts";
import type { Hoekuitkomst } from "./hoekuitkomst.ts";
import type { Loop } from "./loop.ts";
import type { Verdelingsvraag } from "./stapcontext.ts";

/** A run with all that a report or a comparison asks of it afterwards. */
export type Run = {
  readonly vraag: Verdelingsvraag;
  readonly loop: Loop;
  /** The reader of the steps; what it misses blocks. */
  readonly lezer: Lezer;
  /** The reader of what lies beside; what it misses blocks nothing. */
  readonly zijlezer: Lezer;
  /** Of what units get; none where only the middles are asked. */
  readonly ruimte: Ruimte;
  /** Of what is divided: its ends are read and need no run. */
  readonly opgaveruimte: Ruimte;
  readonly hoek: (hoek: Hoek) => Hoekuitkomst | undefined;
};
