import { RuleError } from "#domain/errors.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import type { Wijziging } from "./bladvraag.ts";
import { type Banden, bandsOf, reckon } from "./reken.ts";

/** A change to work out beside the page; the sheet itself goes along only where it is another. */
export type Werkvraag = { readonly blad?: Rekenblad; readonly wijziging?: Wijziging };

export type Werkantwoord =
  | { readonly ok: true; readonly banden: Banden }
  | { readonly ok: false; readonly reden: string };

let sheet: Rekenblad | undefined;

self.addEventListener("message", ({ data }: MessageEvent<Werkvraag>) => {
  sheet = data.blad ?? sheet;
  if (sheet && data.wijziging) self.postMessage(answer(sheet, data.wijziging));
});

function answer(blad: Rekenblad, wijziging: Wijziging): Werkantwoord {
  try {
    return { ok: true, banden: bandsOf(reckon(blad, wijziging)) };
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return { ok: false, reden: error.reason };
  }
}
