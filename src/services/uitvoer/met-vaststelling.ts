import { describeVastgesteld, type Vaststelling } from "#domain/vaststelling.ts";
import type { Uitvoerblad } from "./uitvoerblad.ts";

/**
 * A kept version that a body adopted: every file and paper says by whom, when and where that is
 * written, instead of that it is a concept. What was ended by another decision is a concept again.
 */
export function withVaststelling(
  blad: Uitvoerblad,
  vaststellingen: readonly Vaststelling[],
): Uitvoerblad {
  const held = vaststellingen.filter(({ ingetrokken }) => ingetrokken === undefined);
  const status = describeVastgesteld(held);
  if (status === undefined) return blad;
  const pieces = held.map(({ stuk }) => `Het besluit: ${stuk.titel} (${stuk.kenmerk}).`);
  const kanttekeningen = [...blad.kanttekeningen, ...pieces];
  return { ...blad, status, kanttekeningen, concept: false, vastgesteld: true };
}
