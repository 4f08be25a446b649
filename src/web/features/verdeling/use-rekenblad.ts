import { useEffect, useState } from "react";
import { type Bladantwoord, fetchRekenblad } from "../../client/fetch-rekenblad.ts";

export type Bladstand = { readonly soort: "laden" } | Bladantwoord;

const UNREACHABLE =
  "De server is niet te bereiken. Wat u invulde, blijft hier staan. Probeer het opnieuw.";

/** The rekenblad behind a query, as the server makes it. */
export function useRekenblad(query: string): Bladstand {
  const [stand, setStand] = useState<Bladstand>({ soort: "laden" });
  useEffect(() => {
    const stop = new AbortController();
    fetchRekenblad(query, stop.signal).then(setStand, (error: unknown) => {
      if (stop.signal.aborted) return;
      console.error(error);
      setStand({ soort: "fout", fouten: [UNREACHABLE] });
    });
    return () => stop.abort();
  }, [query]);
  return stand;
}
