import type { Blad } from "#contract/rekenblad/blad.ts";

/**
 * The run that the first page shows: three keys and a bound over the Drechtsteden.
 *
 * Inwoners and stock are real; what nobody delivers is made up here, and marked so wherever it shows.
 */
export const VOORBEELD: Omit<Blad, "op"> = {
  document: "sleutel-inwoners",
  regio: "drechtsteden",
  naast: ["sleutel-sociale-huur@1", "sleutel-mutaties@1", "urgenten-bovengrens@1"],
  cijfers: new Map([
    ["urgenten", "420 tot 480"],
    ["mutatiegraad", "4,5% tot 5,5%"],
  ]),
  keuzes: new Map(),
  wijzigingen: new Map(),
  voorbeeld: true,
};
