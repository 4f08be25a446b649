import type { Breuk } from "#domain/breuk.ts";

/** One unit in a herverdeling: where it stands, its bounds, and its weight in giving and taking. */
export type Deelnemer = {
  readonly stand: Breuk;
  /** At least zero: nobody goes below nothing. */
  readonly onder: Breuk;
  readonly boven?: Breuk;
  /** Zero for who neither gives nor takes. */
  readonly gewicht: Breuk;
};
