/** A word of the field, as it is meant here. */
export type Begrip = {
  /** As it is looked up: `sleutel (verdeelsleutel)`, `woningbouwregio, woningmarktregio`. */
  readonly begrip: string;
  readonly betekenis: string;
  readonly bron: string;
};
