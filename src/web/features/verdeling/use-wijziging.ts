import { useEffect, useMemo, useState } from "react";
import { type Blad, verkenAdres } from "#contract/rekenblad/blad.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import type { Veldfout } from "./bewerken.ts";
import type { Wijziging } from "./bladvraag.ts";

export const ONGEWIJZIGD: Wijziging = {};

type Loader = typeof import("./bewerken.ts");

type Goed = { readonly of: Rekenblad; readonly wijziging: Wijziging };

const NONE: readonly Veldfout[] = [];

/**
 * What was changed since the server made the sheet, read in the same paint as the change itself.
 *
 * A change that cannot be read leaves the one before; what the figures of the sheet do not suffice
 * for is asked of the server with `ask`.
 */
export function useWijziging(
  blad: Blad,
  gevraagd: Blad | undefined,
  data: Rekenblad | undefined,
  ask: (blad: Blad) => void,
): { readonly wijziging: Wijziging; readonly fouten: readonly Veldfout[] } {
  const loader = useLoader(gevraagd, blad);
  const [goed, setGoed] = useState<Goed>();
  const suffices = gevraagd !== undefined && suffice(gevraagd, blad);
  useEffect(() => {
    if (gevraagd && gevraagd !== blad && !isSameSheet(gevraagd, blad)) ask(blad);
  }, [gevraagd, blad, ask]);

  const read = useMemo(() => {
    if (!data || !suffices) return undefined;
    if (gevraagd === blad) return { ok: true, wijziging: ONGEWIJZIGD } as const;
    return loader?.readWijziging(blad, data);
  }, [blad, gevraagd, data, suffices, loader]);
  if (data && read?.ok && (goed?.of !== data || goed.wijziging !== read.wijziging)) {
    setGoed({ of: data, wijziging: read.wijziging });
  }
  const last = goed && goed.of === data ? goed.wijziging : ONGEWIJZIGD;
  return {
    wijziging: read?.ok ? read.wijziging : last,
    fouten: read && !read.ok ? read.fouten : NONE,
  };
}

/** The loader is most of the weight of the app: fetched when the page stands and is quiet, or asked. */
function useLoader(gevraagd: Blad | undefined, blad: Blad): Loader | undefined {
  const [loader, setLoader] = useState<Loader>();
  const stands = gevraagd !== undefined;
  const needed = stands && gevraagd !== blad;
  useEffect(() => {
    if (loader || !stands) return;
    const fetchIt = () => {
      import("./bewerken.ts").then(setLoader, () => undefined);
    };
    const timer = setTimeout(fetchIt, needed ? 0 : QUIET_MS);
    return () => clearTimeout(timer);
  }, [loader, stands, needed]);
  return loader;
}

const QUIET_MS = 300;

/** Whether the figures that are here serve for what was typed; keys beside it may still be on their way. */
function suffice(gevraagd: Blad, blad: Blad): boolean {
  return (
    bareAdres({ ...gevraagd, naast: [] }) === bareAdres({ ...blad, naast: [] }) &&
    [...gevraagd.cijfers.keys()].every((key) => blad.cijfers.has(key))
  );
}

function isSameSheet(gevraagd: Blad, blad: Blad): boolean {
  return bareAdres(gevraagd) === bareAdres(blad) && suffice(gevraagd, blad);
}

/** What a sheet asks of the server, whatever was typed on it. */
function bareAdres(blad: Blad): string {
  const { gemeente: _, alternatief: __, ...rest } = blad;
  const empty = new Map<string, string>();
  return verkenAdres({ ...rest, cijfers: empty, keuzes: empty, wijzigingen: empty });
}
