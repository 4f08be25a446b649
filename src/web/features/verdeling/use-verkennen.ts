import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type Blad, readBlad, verkenAdres } from "#contract/rekenblad/blad.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import { pushAdresLater, settleAdres } from "../../client/adresbalk.ts";
import type { Veldfout } from "./bewerken.ts";
import { withWijziging } from "./bladvraag.ts";
import { keepWeergave } from "./modus-adres.ts";
import type { Uitgerekend } from "./reken.ts";
import { useServerblad } from "./use-serverblad.ts";
import { useUitgerekend } from "./use-uitgerekend.ts";
import { ONGEWIJZIGD, useWijziging } from "./use-wijziging.ts";

/** A sheet as it stands: what was asked, the figures it has, and what came of it. */
export type Verkenning = {
  readonly blad: Blad;
  readonly data?: Rekenblad;
  readonly uitgerekend?: Uitgerekend;
  /** What is wrong; the last good outcome stays beside it. */
  readonly fouten: readonly Veldfout[];
  readonly bezig: boolean;
  /** Asks for another sheet; the address follows, and «vorige» in the browser undoes it. */
  readonly change: (next: Partial<Blad>) => void;
};

const NOTHING: ReadonlySet<string> = new Set();
const PEILDATUM = "2026-01-01";

export function useVerkennen(): Verkenning {
  const [blad, setBlad] = useState(readAddress);
  const { gevraagd, data, bezig, fouten: geweigerd, ask } = useServerblad(blad);
  const { wijziging, fouten } = useWijziging(blad, gevraagd, data, ask);
  const outcome = useUitgerekend(data, wijziging);

  useEffect(() => {
    const follow = () =>
      setBlad((known) => {
        const next = readAddress();
        return verkenAdres(next) === verkenAdres(known) ? known : next;
      });
    window.addEventListener("popstate", follow);
    return () => window.removeEventListener("popstate", follow);
  }, []);

  // What the sheet of the server itself lacks, nobody has; what a change lacks more, it may have.
  const lacking = useRef<ReadonlySet<string>>(NOTHING);
  useEffect(() => {
    if (!outcome) return;
    const gemist = outcome.ok ? outcome.uitgerekend.gemist : NOTHING;
    if (wijziging === ONGEWIJZIGD) lacking.current = gemist;
    else if (!outcome.ok || [...gemist].some((naam) => !lacking.current.has(naam))) ask(blad);
  }, [outcome, wijziging, blad, ask]);

  const shown = useMemo(
    () => (data && wijziging !== ONGEWIJZIGD ? withWijziging(data, wijziging) : data),
    [data, wijziging],
  );
  const change = useCallback((next: Partial<Blad>) => {
    settleAdres();
    const changed = { ...readAddress(), ...next };
    pushAdresLater(() => keepWeergave(verkenAdres(changed)));
    setBlad(changed);
  }, []);
  return {
    blad,
    ...(shown ? { data: shown } : {}),
    ...(outcome?.ok ? { uitgerekend: outcome.uitgerekend } : {}),
    fouten: [
      ...(geweigerd.length > 0 ? geweigerd : fouten),
      ...(outcome && !outcome.ok ? [{ tekst: nonsense(outcome.reden) }] : []),
    ],
    bezig,
    change,
  };
}

function readAddress(): Blad {
  const query = new URLSearchParams(window.location.search);
  return readBlad(query.get("document") ?? "", query, PEILDATUM);
}

function nonsense(reden: string): string {
  return `Met deze cijfers kan niet worden gerekend (${reden.replaceAll("-", " ")}). Kijk na wat u invulde.`;
}
