/** The table while it is worked on, as flat arrays of `rows × columns`. */
export type Werktabel = {
  readonly rows: number;
  readonly columns: number;
  readonly counts: Float64Array;
  readonly weights: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
};
