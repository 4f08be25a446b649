import { useEffect, useMemo, useRef, useState } from "react";
import { RuleError } from "#domain/errors.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import { isLarge, reckon, reckonMiddles, type Uitgerekend, type Wijziging } from "./reken.ts";
import type { Werkantwoord, Werkvraag } from "./reken-worker.ts";

export type Poging =
  | { readonly ok: true; readonly uitgerekend: Uitgerekend }
  | { readonly ok: false; readonly reden: string };

/**
 * A sheet worked out: a small one at once, of a large one first the middles, and the bands when a
 * worker has them, so that the page answers within a frame or two.
 */
export function useUitgerekend(
  data: Rekenblad | undefined,
  wijziging: Wijziging,
): Poging | undefined {
  const first = useMemo(() => data && tryFirst(data, wijziging), [data, wijziging]);
  const [whole, setWhole] = useState<{ readonly of: Poging; readonly poging: Poging }>();
  const worker = useRef<Worker>(undefined);
  const asked = useRef(0);

  useEffect(() => () => worker.current?.terminate(), []);
  useEffect(() => {
    if (!data || !first?.ok || !first.uitgerekend.voorlopig) return;
    // A run that nobody waits for any more is broken off.
    worker.current?.terminate();
    const own = new Worker(new URL("./reken-worker.ts", import.meta.url), { type: "module" });
    worker.current = own;
    asked.current += 1;
    const question: Werkvraag = { nummer: asked.current, blad: data, wijziging };
    own.addEventListener("message", ({ data: got }: MessageEvent<Werkantwoord>) => {
      if (got.nummer !== asked.current) return;
      setWhole({ of: first, poging: got });
    });
    own.postMessage(question);
  }, [data, wijziging, first]);

  return whole && whole.of === first ? whole.poging : first;
}

function tryFirst(data: Rekenblad, wijziging: Wijziging): Poging {
  try {
    const uitgerekend = isLarge(data) ? reckonMiddles(data, wijziging) : reckon(data, wijziging);
    return { ok: true, uitgerekend };
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return { ok: false, reden: error.reason };
  }
}
