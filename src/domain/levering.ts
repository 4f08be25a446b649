import type { Datum } from "./peildatum.ts";

/** A delivery of figures of one indicator, as it is told to whoever wants to use them. */
export type Cijferlevering = {
  readonly indicator: string;
  /** Absent where each figure names its own. */
  readonly moment?: string;
  /** The line that every figure of it carries as its source. */
  readonly bron: string;
  /** As it was written down when the figures came; absent where nobody did. */
  readonly licentie?: string;
  /** The day of the file, or on which it was read in here. */
  readonly datum: Datum;
};
