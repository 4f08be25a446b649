import type { Datum } from "#domain/peildatum.ts";
import type { Wie } from "#domain/toegang.ts";
import * as rules from "#rules/toegang/index.ts";

export type Handeling = rules.Handeling;

/** Whether who asks may do this, and why not: what the table of powers says, and nothing else. */
export function mag(
  wie: Wie,
  handeling: Handeling,
  waarover: Parameters<typeof rules.mag>[2],
  dag: Datum,
): ReturnType<typeof rules.mag> {
  return rules.mag(wie, handeling, waarover, dag);
}
