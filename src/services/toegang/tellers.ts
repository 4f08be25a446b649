import { createEigenVerbruik, type Verbruik } from "./verbruik.ts";

/** How often may be asked in a minute; of an address only by who did not sign in. */
export type Grenswaarden = {
  readonly persoon: number;
  readonly organisatie: number;
  readonly adres: number;
  /** Of signing in, by one address. */
  readonly aanmelden: number;
};

/** Room for a person who clicks fast, for a whole organisation, and for a meeting behind one address. */
export const GRENSWAARDEN: Grenswaarden = {
  persoon: 600,
  organisatie: 6_000,
  adres: 3_000,
  aanmelden: 60,
};

/** Who asked too often: which limit, and in how many seconds they may come back. */
export type Overschrijding = { readonly soort: keyof Grenswaarden; readonly seconden: number };

/** Counts who asks how often. */
export type Tellers = {
  /** Counts one request for each of these; tells where one of them is over its limit. */
  readonly tel: (
    wie: readonly (readonly [soort: keyof Grenswaarden, wie: string])[],
  ) => Promise<Overschrijding | undefined>;
};

/** Counts nothing, and lets everybody through. */
export const ONGETELD: Tellers = { tel: async () => undefined };

/** Counters that begin again every minute; shared between servers where `verbruik` is. */
export function createTellers(
  grenzen: Grenswaarden = GRENSWAARDEN,
  verbruik: Verbruik = createEigenVerbruik(),
): Tellers {
  return {
    tel: async (wie) => {
      const counted = wie.map(async ([soort, naam]) => {
        const seconden = await verbruik(`${soort} ${naam}`, grenzen[soort]);
        return seconden === undefined ? undefined : { soort, seconden };
      });
      return (await Promise.all(counted)).find((over) => over !== undefined);
    },
  };
}
