/** How often may be asked in a minute; of an address only by who did not sign in. */
export type Grenswaarden = {
  readonly persoon: number;
  readonly organisatie: number;
  readonly adres: number;
  /** Of signing in, by one address. */
  readonly aanmelden: number;
};

/** Room for a person who clicks fast, for a whole organisation, and for a meeting behind one address. */
const GRENSWAARDEN: Grenswaarden = {
  persoon: 600,
  organisatie: 6_000,
  adres: 3_000,
  aanmelden: 60,
};

/** Who asked too often: which limit, and in how many seconds they may come back. */
export type Overschrijding = { readonly soort: keyof Grenswaarden; readonly seconden: number };

/** Counts who asks how often, in the memory of this server. */
export type Tellers = {
  /** Counts one request for each of these; tells where one of them is over its limit. */
  readonly tel: (
    wie: readonly (readonly [soort: keyof Grenswaarden, wie: string])[],
  ) => Overschrijding | undefined;
};

/** Counts nothing, and lets everybody through. */
export const ONGETELD: Tellers = { tel: () => undefined };

const MINUUT = 60_000;

/**
 * Counters that begin again every minute.
 *
 * Several servers each count for themselves: together they let through as many times more.
 */
export function createTellers(
  grenzen: Grenswaarden = GRENSWAARDEN,
  now: () => number = () => performance.now(),
): Tellers {
  let from = now();
  let asked = new Map<string, number>();
  return {
    tel: (wie) => {
      if (now() - from >= MINUUT) {
        from = now();
        asked = new Map();
      }
      let over: keyof Grenswaarden | undefined;
      for (const [soort, naam] of wie) {
        const key = `${soort} ${naam}`;
        const times = (asked.get(key) ?? 0) + 1;
        asked.set(key, times);
        if (times > grenzen[soort]) over ??= soort;
      }
      if (over === undefined) return undefined;
      return { soort: over, seconden: Math.max(1, Math.ceil((from + MINUUT - now()) / 1000)) };
    },
  };
}
