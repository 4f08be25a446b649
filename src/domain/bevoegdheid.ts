import type { Orgaan, Zekerheid } from "./kop.ts";

/** Who may decide on something: a region layer, an instrument, a number. */
export type Bevoegdheid = {
  /** `woningbouwregio`, `huisvestingsverordening`. */
  readonly over: string;
  readonly titel: string;
  /** Any one of these. */
  readonly organen: readonly Orgaan[];
  /** With whom it is talked over first. */
  readonly naOverlegMet?: string;
  readonly zekerheid: Zekerheid;
  readonly bron: string;
  readonly toelichting?: string;
};
