import { useCallback, useEffect, useRef, useState } from "react";
import { type Blad, readBlad, verkenAdres } from "#contract/rekenblad/blad.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import { fetchRekenblad } from "../../client/fetch-rekenblad.ts";
import type { Veldfout } from "./bewerken.ts";
import { keepWeergave } from "./modus-adres.ts";
import type { Uitgerekend, Wijziging } from "./reken.ts";
import { useUitgerekend } from "./use-uitgerekend.ts";

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

const PEILDATUM = "2026-01-01";
const UNREACHABLE =
  "De server is niet te bereiken. Wat u invulde, blijft staan. Het rekenblad rekent verder met de cijfers die er al zijn.";

export function useVerkennen(): Verkenning {
  const [blad, setBlad] = useState(readAddress);
  const [data, setData] = useState<Rekenblad>();
  const [wijziging, setWijziging] = useState<Wijziging>({});
  const [fouten, setFouten] = useState<readonly Veldfout[]>([]);
  const [bezig, setBezig] = useState(true);
  const held = useRef<Rekenblad>(undefined);

  useEffect(() => {
    const follow = () =>
      setBlad((known) => {
        const next = readAddress();
        return verkenAdres(next) === verkenAdres(known) ? known : next;
      });
    window.addEventListener("popstate", follow);
    return () => window.removeEventListener("popstate", follow);
  }, []);

  // What can be reckoned with the figures that are here is painted at once; the server fills in.
  useEffect(() => {
    const stop = new AbortController();
    const known = held.current;
    if (known && isSameSheet(known, blad))
      readHere(blad, known, stop.signal, setWijziging, setFouten);
    setBezig(true);
    const answer = fetchRekenblad(queryOf(blad), stop.signal);
    answer.then(
      (got) => {
        setBezig(false);
        if (got.soort === "fout") return setFouten(got.fouten.map((tekst) => ({ tekst })));
        held.current = got.blad;
        setData(got.blad);
        setWijziging({});
        setFouten([]);
      },
      () => {
        if (stop.signal.aborted) return;
        setBezig(false);
        setFouten([{ tekst: UNREACHABLE }]);
      },
    );
    return () => stop.abort();
  }, [blad]);

  const outcome = useUitgerekend(data, wijziging);
  const change = useCallback((next: Partial<Blad>) => {
    const changed = { ...readAddress(), ...next };
    window.history.pushState(null, "", keepWeergave(verkenAdres(changed)));
    setBlad(changed);
  }, []);
  return {
    blad,
    ...(data ? { data } : {}),
    ...(outcome?.ok ? { uitgerekend: outcome.uitgerekend } : {}),
    fouten: outcome && !outcome.ok ? [...fouten, { tekst: nonsense(outcome.reden) }] : fouten,
    bezig,
    change,
  };
}

function readAddress(): Blad {
  const query = new URLSearchParams(window.location.search);
  return readBlad(query.get("document") ?? "", query, PEILDATUM);
}

function queryOf(blad: Blad): string {
  return new URL(verkenAdres(blad), window.location.origin).search.slice(1);
}

/** The figures that are here still serve: only what was typed is otherwise. */
function isSameSheet(known: Rekenblad, { document, op }: Blad): boolean {
  const first = known.sleutels[0]?.document;
  return (
    known.op === op && (first?.id === document || `${first?.id}@${first?.versie}` === document)
  );
}

async function readHere(
  blad: Blad,
  known: Rekenblad,
  signal: AbortSignal,
  setWijziging: (wijziging: Wijziging) => void,
  setFouten: (fouten: readonly Veldfout[]) => void,
): Promise<void> {
  const { readWijziging } = await import("./bewerken.ts");
  if (signal.aborted) return;
  const read = readWijziging(blad, known);
  if (read.ok) setWijziging(read.wijziging);
  else setFouten(read.fouten);
}

function nonsense(reden: string): string {
  return `Met deze cijfers kan niet worden gerekend (${reden.replaceAll("-", " ")}). Kijk na wat u invulde.`;
}
