import type { Aanwezigen, Aanwezigheid } from "#contract/api/aanwezig.ts";

const ELKE_MS = 20_000;
const TAB = crypto.randomUUID();

const place = document.getElementById("ook-hier");
const adres = place?.dataset.adres;
if (place && adres) follow(place, adres);

/**
 * Says every twenty seconds that this tab has the page open, and shows who else has.
 *
 * The server made the place where it stands; where that is not there, nobody is signed in.
 */
function follow(place: HTMLElement, adres: string): void {
  const beat = async () => {
    const told = await tell(adres, { tab: TAB, weg: false });
    // Told anew only where it changed: whoever listens to the page hears it once.
    if (told !== undefined && place.textContent !== told) place.textContent = told;
  };
  const leave = () => {
    const gone: Aanwezigheid = { tab: TAB, weg: true };
    navigator.sendBeacon(adres, new Blob([JSON.stringify(gone)], { type: "application/json" }));
  };
  beat();
  setInterval(beat, ELKE_MS);
  window.addEventListener("pagehide", leave);
  window.addEventListener("pageshow", beat);
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
