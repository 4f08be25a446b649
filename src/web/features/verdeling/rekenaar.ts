import type { Rekenblad } from "#domain/rekenblad.ts";
import type { Wijziging } from "./bladvraag.ts";
import type { Werkantwoord, Werkvraag } from "./reken-worker.ts";

/** Works out bands beside the page, one question at a time. */
export type Rekenaar = {
  /** Sends a sheet ahead of the questions about it. */
  readonly prepare: (blad: Rekenblad) => void;
  /** Breaks off what nobody waits for any more; tells undefined where no worker can be had. */
  readonly ask: (
    blad: Rekenblad,
    wijziging: Wijziging,
    tell: (antwoord: Werkantwoord | undefined) => void,
  ) => void;
  readonly stop: () => void;
};

/** Starts a worker and keeps it: to start one costs more than most sheets, and so does the sheet. */
export function startRekenaar(): Rekenaar {
  let worker = spawn();
  let known: Rekenblad | undefined;
  let busy = false;
  const prepare = (blad: Rekenblad) => {
    if (busy || known === blad) return;
    known = blad;
    worker.postMessage({ blad } satisfies Werkvraag);
  };
  const ask: Rekenaar["ask"] = (blad, wijziging, tell) => {
    if (busy) {
      worker.terminate();
      worker = spawn();
      known = undefined;
    }
    busy = true;
    worker.onmessage = ({ data }: MessageEvent<Werkantwoord>) => {
      busy = false;
      tell(data);
    };
    worker.onerror = () => tell(undefined);
    const vraag: Werkvraag = { wijziging, ...(known === blad ? {} : { blad }) };
    known = blad;
    worker.postMessage(vraag);
  };
  return { prepare, ask, stop: () => worker.terminate() };
}

function spawn(): Worker {
  return new Worker(new URL("./reken-worker.ts", import.meta.url), { type: "module" });
}
