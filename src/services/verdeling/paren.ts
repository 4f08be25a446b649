import { compareVerdelingen, type Vergelijking } from "#rules/verdeling/index.ts";
import type { Verdeeltabel } from "./verdeling.service.ts";

/** How two keys of a table stand to each other; the first comes before the second in the table. */
export type Paar = {
  readonly eerste: number;
  readonly tweede: number;
  readonly vergelijking: Vergelijking;
};

/** Every two keys of a table compared: none of them is the measure for the others. */
export function comparePairs({ vraag, kolommen }: Verdeeltabel): readonly Paar[] {
  return kolommen.flatMap(({ document }, eerste) =>
    kolommen.slice(eerste + 1).map(({ document: other, vergelijking: known }, i) => {
      const tweede = eerste + 1 + i;
      const vergelijking =
        eerste === 0 && known ? known : compareVerdelingen({ ...vraag, document }, other);
      return { eerste, tweede, vergelijking };
    }),
  );
}
