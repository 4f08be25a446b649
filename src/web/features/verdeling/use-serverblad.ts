import { useCallback, useEffect, useState } from "react";
import { type Blad, verkenAdres } from "#contract/rekenblad/blad.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import { fetchRekenblad } from "../../client/fetch-rekenblad.ts";
import type { Veldfout } from "./bewerken.ts";

/** The figures that the server gave, for which sheet, and what it said of the one asked last. */
export type Serverblad = {
  readonly data?: Rekenblad;
  /** The sheet that `data` is of. */
  readonly gevraagd?: Blad;
  readonly bezig: boolean;
  readonly fouten: readonly Veldfout[];
  /** Asks for another sheet; the one before is broken off. */
  readonly ask: (blad: Blad) => void;
};

type Stand = Omit<Serverblad, "ask" | "bezig"> & {
  /** The sheet that was answered last, well or not. */
  readonly van?: Blad;
};

const UNREACHABLE =
  "De server is niet te bereiken. Wat u invulde, blijft staan. Het rekenblad rekent verder met de cijfers die er al zijn.";

const NONE: readonly Veldfout[] = [];

/** Keeps the sheet that the server gave; where it cannot be reached, the last one stays. */
export function useServerblad(blad: Blad): Serverblad {
  const [vraag, setVraag] = useState(blad);
  const [stand, setStand] = useState<Stand>({ fouten: [] });
  useEffect(() => {
    const stop = new AbortController();
    const refuse = (...fouten: readonly string[]) =>
      setStand((known) => ({ ...known, van: vraag, fouten: fouten.map((tekst) => ({ tekst })) }));
    fetchRekenblad(queryOf(vraag), stop.signal).then(
      (got) => {
        if (got.soort === "fout") refuse(...got.fouten);
        else setStand({ data: got.blad, gevraagd: vraag, van: vraag, fouten: [] });
      },
      () => {
        if (!stop.signal.aborted) refuse(UNREACHABLE);
      },
    );
    return () => stop.abort();
  }, [vraag]);
  const ask = useCallback((next: Blad) => setVraag(next), []);
  const { van, fouten, ...rest } = stand;
  // What was wrong with a sheet that is not here any more, is not wrong with this one.
  return { ...rest, fouten: van === blad ? fouten : NONE, bezig: van !== vraag, ask };
}

function queryOf(blad: Blad): string {
  return new URL(verkenAdres(blad), window.location.origin).search.slice(1);
}
