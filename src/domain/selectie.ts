import type { Eis } from "./eis.ts";

/**
 * A unit as a document names it: `GM0855 Tilburg`, a region, a corporatie, a group.
 *
 * `id` is the code where there is one; `naam` is what the writer wrote beside it.
 */
export type Eenheidnaam = { readonly id: string; readonly naam?: string };

/** For whom something holds; each key that is there narrows it. */
export type Selectie = {
  readonly bij?: readonly Eenheidnaam[];
  readonly waar?: Eis;
  readonly behalve?: readonly Eenheidnaam[];
};
