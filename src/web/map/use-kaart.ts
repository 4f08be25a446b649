import { useEffect, useState } from "react";
import type { Kaart } from "#contract/api/kaarten.ts";

/** A map, what keeps it from being there, or neither yet. */
export type Kaartstand =
  | { readonly soort: "kaart"; readonly kaart: Kaart }
  | { readonly soort: "fout"; readonly tekst: string }
  | { readonly soort: "bezig" };

const UNREACHABLE = "De kaart is nu niet op te halen. De cijfers staan in de tabel.";

/** Asks the server for the shapes of a region on a day; the browser keeps what it got. */
export function useKaart(regio: string, op: string): Kaartstand {
  const [stand, setStand] = useState<Kaartstand>({ soort: "bezig" });
  useEffect(() => {
    const stop = new AbortController();
    fetchKaart(regio, op, stop.signal).then(setStand, () => {
      if (!stop.signal.aborted) setStand({ soort: "fout", tekst: UNREACHABLE });
    });
    return () => stop.abort();
  }, [regio, op]);
  return stand;
}

async function fetchKaart(regio: string, op: string, signal: AbortSignal): Promise<Kaartstand> {
  const response = await fetch(`/v1/kaarten?${new URLSearchParams({ regio, op })}`, {
    signal,
    headers: { Accept: "application/json" },
  });
  const body: unknown = await response.json();
  if (response.ok) return { soort: "kaart", kaart: body as Kaart };
  const detail = typeof body === "object" && body && "detail" in body ? `${body.detail}` : "";
  return { soort: "fout", tekst: `Er is hier geen kaart. ${detail}`.trim() };
}
