import type { Breuk } from "./breuk.ts";
import type { Eigendom } from "./toegang.ts";

/** Money for one purpose, that can be promised up to and including a year. */
export type Fonds = {
  /** UUID. */
  readonly id: string;
  readonly naam: string;
  /** What it is for. */
  readonly doel: string;
  /** Euros, in whole cents; absent where nobody said how much there is. */
  readonly bedrag?: Breuk;
  /** The first year in which can be booked; absent where that is not said. */
  readonly van?: number;
  /** The last year in which can be booked. */
  readonly tot: number;
  /** The piece that says so. */
  readonly bron: string;
  readonly eigendom?: Eigendom;
  readonly gemaaktOp: Date;
};

/** An amount promised out of a fund, in a year. It is never changed; another one takes it back. */
export type Boeking = {
  /** UUID. */
  readonly id: string;
  readonly jaar: number;
  /** Euros, in whole cents; above zero. */
  readonly bedrag: Breuk;
  /** What it is promised to. */
  readonly wat: string;
  /** The decision or letter that it stands on. */
  readonly stuk: string;
  readonly op: Date;
  /** When and why it was taken back; it then counts no more. */
  readonly terug?: { readonly op: Date; readonly reden: string };
};
