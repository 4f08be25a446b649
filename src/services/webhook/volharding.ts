const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** How long after each attempt that failed; after the last of these it is given up. */
const RUST = [1, 5, 30, 2 * 60, 12 * 60];

const MEESTE_OPGEGEVEN = 20;
const STILTE_DAGEN = 7;

/** When a message is tried again after so many attempts; undefined where it is given up. */
export function volgendePoging(pogingen: number, nu: Date): Date | undefined {
  const minutes = RUST[pogingen - 1];
  return minutes === undefined ? undefined : new Date(nu.getTime() + minutes * MINUTE_MS);
}

/** What went wrong at a webhook since something last arrived there. */
export type Stilte = {
  /** Messages that were given up. */
  readonly opgegeven: number;
  /** When the oldest message was made that did not arrive. */
  readonly sinds?: Date;
};

/** Why a webhook is switched off; undefined where it stays on. */
export function redenVoorUit({ opgegeven, sinds }: Stilte, nu: Date): string | undefined {
  if (opgegeven >= MEESTE_OPGEGEVEN) {
    return `${opgegeven} berichten na elkaar kwamen niet aan.`;
  }
  if (sinds && nu.getTime() - sinds.getTime() >= STILTE_DAGEN * DAY_MS) {
    return `In ${STILTE_DAGEN} dagen kwam geen bericht aan.`;
  }
  return undefined;
}
