/** What is still to be put in the address bar. */
let waiting: { readonly make: () => string; readonly cancel: () => void } | undefined;

/**
 * Puts an address in the bar when what goes with it is on the screen: to put it there takes as long
 * as a small sheet takes, and nobody waits for it.
 */
export function pushAdresLater(make: () => string): void {
  settleAdres();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(settleAdres);
  });
  const cancel = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
  waiting = { make, cancel };
}

/** Puts in the bar what still waits: before it is read, or another goes over it. */
export function settleAdres(): void {
  if (!waiting) return;
  const { make, cancel } = waiting;
  waiting = undefined;
  cancel();
  window.history.pushState(null, "", make());
}

/** The address of what is on the screen, also where the bar does not say it yet. */
export function adresNow(): string {
  const { href } = window.location;
  return waiting ? new URL(waiting.make(), href).href : href;
}

if (typeof window !== "undefined") window.addEventListener("pagehide", settleAdres);
