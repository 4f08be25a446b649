import { RuleError } from "#domain/errors.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import { reckon, type Uitgerekend, type Wijziging } from "./reken.ts";

/** A sheet to work out beside the page; answers carry the number of their question. */
export type Werkvraag = {
  readonly nummer: number;
  readonly blad: Rekenblad;
  readonly wijziging: Wijziging;
};

export type Werkantwoord =
  | { readonly nummer: number; readonly ok: true; readonly uitgerekend: Uitgerekend }
  | { readonly nummer: number; readonly ok: false; readonly reden: string };

self.addEventListener("message", ({ data }: MessageEvent<Werkvraag>) => {
  const { nummer, blad, wijziging } = data;
  self.postMessage(answer(nummer, blad, wijziging));
});

function answer(nummer: number, blad: Rekenblad, wijziging: Wijziging): Werkantwoord {
  try {
    return { nummer, ok: true, uitgerekend: reckon(blad, wijziging) };
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return { nummer, ok: false, reden: error.reason };
  }
}
