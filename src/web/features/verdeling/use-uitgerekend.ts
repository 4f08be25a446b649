import { useEffect, useMemo, useRef, useState } from "react";
import { RuleError } from "#domain/errors.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import type { Wijziging } from "./bladvraag.ts";
import { isLarge, reckon, reckonMiddles, type Uitgerekend, withBands } from "./reken.ts";
import type { Werkantwoord } from "./reken-worker.ts";
import { type Rekenaar, startRekenaar } from "./rekenaar.ts";
import { afterPaint } from "./use-later.ts";

export type Poging =
  | { readonly ok: true; readonly uitgerekend: Uitgerekend }
  | { readonly ok: false; readonly reden: string };

type Geheel = { readonly of: Poging; readonly poging: Poging };

/**
 * A sheet worked out: a small one at once, of a large one first the middles, and the bands when a
 * worker has them, so that the page answers within a frame or two.
 */
export function useUitgerekend(
  data: Rekenblad | undefined,
  wijziging: Wijziging,
): Poging | undefined {
  const first = useMemo(() => data && tryFirst(data, wijziging), [data, wijziging]);
  const [whole, setWhole] = useState<Geheel>();
  const rekenaar = useRef<Rekenaar>(undefined);

  useEffect(() => () => rekenaar.current?.stop(), []);
  useEffect(() => {
    if (!data || !isLarge(data, true)) return;
    // Before it is needed: a worker is slow to start, and the sheet is long.
    const timer = setTimeout(() => {
      rekenaar.current ??= startRekenaar();
      rekenaar.current.prepare(data);
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [data]);
  useEffect(() => {
    if (!data || !first?.ok) return;
    if (!first.uitgerekend.voorlopig) return setWhole({ of: first, poging: first });
    const middles = first.uitgerekend;
    // After the middles are on the screen: nothing here may come before them.
    return afterPaint(() => {
      rekenaar.current ??= startRekenaar();
      rekenaar.current.ask(data, wijziging, (got) => {
        setWhole({ of: first, poging: toPoging(got, middles, data, wijziging) });
      });
    });
  }, [data, wijziging, first]);

  return useMemo(() => first && latest(first, whole), [first, whole]);
}

const QUIET_MS = 300;

/** Without a worker the page itself works it out: late rather than never. */
function toPoging(
  got: Werkantwoord | undefined,
  middles: Uitgerekend,
  data: Rekenblad,
  wijziging: Wijziging,
): Poging {
  if (!got) return attempt(() => reckon(data, wijziging));
  return got.ok ? { ok: true, uitgerekend: withBands(middles, got.banden) } : got;
}

/** The whole run where it is there; else the middles, in the room that the sheet before took. */
function latest(first: Poging, whole: Geheel | undefined): Poging {
  if (whole?.of === first) return whole.poging;
  if (!first.ok || !whole?.poging.ok || !first.uitgerekend.voorlopig) return first;
  return { ok: true, uitgerekend: { ...first.uitgerekend, vorige: whole.poging.uitgerekend } };
}

function tryFirst(data: Rekenblad, wijziging: Wijziging): Poging {
  const changed = Object.keys(wijziging).length > 0;
  return attempt(() => (isLarge(data, changed) ? reckonMiddles : reckon)(data, wijziging));
}

function attempt(work: () => Uitgerekend): Poging {
  try {
    return { ok: true, uitgerekend: work() };
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return { ok: false, reden: error.reason };
  }
}
