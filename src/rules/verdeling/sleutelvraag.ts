import type { Breuk } from "#domain/breuk.ts";
import type { Plek } from "#rules/cijfers/rekenvraag.ts";
import type { Eislezer } from "#rules/normen/eis.ts";
import type { Pas } from "./stapcontext.ts";

/** Where a sleutel is laid: the units of one group, in one onderdeel. */
export type Sleutelvraag = {
  readonly pas: Pas;
  readonly lezer: Eislezer;
  readonly plekken: readonly Plek[];
  /** The group itself, for weights and strengths. */
  readonly geheel: Plek;
  readonly totaal: Breuk;
  readonly pad: string;
  readonly opmerkingen: string[];
};
