import { useEffect, useRef, useState } from "react";
import type { Lezing } from "./bericht.ts";
import type { Lezer } from "./lezer.ts";

/** How long somebody must pause before a text is read: less than one notices. */
const RUST_MS = 150;

/** Where the reading of a text stands. */
export type Leesstand = {
  readonly lezing?: Lezing;
  /** The last one without mistakes, whose sentence stays while a line is half written. */
  readonly goed?: Lezing;
  readonly bezig: boolean;
  /** What the reader must know could not be fetched. */
  readonly onbereikbaar: boolean;
};

/** Reads a text as it is written; of many changes only the last one is told. */
export function useLezing(lezer: Lezer, tekst: string, id: string, van: number): Leesstand {
  const [stand, setStand] = useState<Leesstand>({ bezig: true, onbereikbaar: false });
  const last = useRef(0);
  useEffect(() => {
    last.current += 1;
    const mine = last.current;
    setStand((known) => (known.bezig ? known : { ...known, bezig: true }));
    const timer = setTimeout(async () => {
      const lezing = await lezer.ask("lees", { tekst, id, van });
      if (mine !== last.current) return;
      setStand((known) =>
        lezing
          ? {
              lezing,
              bezig: false,
              onbereikbaar: false,
              ...spread(lezing.document ? lezing : known.goed),
            }
          : { ...known, bezig: false, onbereikbaar: true },
      );
    }, RUST_MS);
    return () => clearTimeout(timer);
  }, [lezer, tekst, id, van]);
  return stand;
}

function spread(goed: Lezing | undefined): Pick<Leesstand, "goed"> {
  return goed ? { goed } : {};
}
