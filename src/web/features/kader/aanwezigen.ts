import { useEffect } from "react";
import type { Aanwezigen, Aanwezigheid } from "#contract/api/aanwezig.ts";

const ELKE_MS = 20_000;

/**
 * Says every twenty seconds that this tab has the document open, and shows who else has.
 *
 * The server made the place where it stands; where that is not there, nobody is signed in.
 */
export function useAanwezigen(id: string, tab: string): void {
  useEffect(() => {
    const place = document.getElementById("ook-hier");
    if (!place || id === "") return;
    const address = `/documenten/${id}/aanwezig`;
    const beat = async () => {
      const told = await tell(address, { tab, weg: false });
      // Told anew only where it changed: whoever listens to the page hears it once.
      if (told !== undefined && place.textContent !== told) place.textContent = told;
    };
    const leave = () => {
      const gone: Aanwezigheid = { tab, weg: true };
      navigator.sendBeacon(address, new Blob([JSON.stringify(gone)], { type: "application/json" }));
    };
    beat();
    const timer = setInterval(beat, ELKE_MS);
    window.addEventListener("pagehide", leave);
    window.addEventListener("pageshow", beat);
    return () => {
      clearInterval(timer);
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("pageshow", beat);
      leave();
    };
  }, [id, tab]);
}

/** Undefined where the server did not say: what stands there is then left. */
async function tell(address: string, said: Aanwezigheid): Promise<string | undefined> {
  try {
    const answer = await fetch(address, {
      method: "POST",
      cache: "no-store",
      headers: { Accept: "application/json", "Content-Type": "application/json" },
      body: JSON.stringify(said),
    });
    return answer.ok ? ((await answer.json()) as Aanwezigen).tekst : undefined;
  } catch {
    return undefined;
  }
}
