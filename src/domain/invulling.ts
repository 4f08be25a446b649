import type { Parameterwaarde } from "./kop.ts";
import type { Sleutel } from "./sleutel.ts";
import type { WatNietPast } from "./verdeling.ts";
import type { Waarde } from "./waarde.ts";

/**
 * What a person filled in for one run, where the document leaves it to people.
 *
 * Who, when, why and with which source is kept beside it when the run is frozen.
 */
export type Invulling = {
  readonly parameters: Readonly<Record<string, Parameterwaarde>>;
  readonly sleutel?: Sleutel;
  readonly behoefte?: Waarde;
  readonly watNietPast?: WatNietPast;
  /** The order in which people settled an equal claim. */
  readonly gelijkeStanden?: readonly string[];
};

export const NIETS_INGEVULD: Invulling = { parameters: {} };
