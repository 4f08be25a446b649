import type { Netwerk } from "./adres.ts";

/** Where each source answers; without a slash at the end. */
export type Bronadressen = {
  readonly cbs: string;
  readonly pdok: string;
  readonly woningbouwkaart: string;
};

const BRONNEN: Bronadressen = {
  cbs: "https://datasets.cbs.nl/odata/v1/CBS",
  pdok: "https://api.pdok.nl/cbs/gebiedsindelingen/ogc/v1",
  woningbouwkaart: "https://nationalewoningbouwkaart.nl",
};

/** What of the network is used: the sources themselves, or one server on this machine in their place. */
export type Bronnet = { readonly adressen: Bronadressen; readonly netwerk: Netwerk };

const LOOPBACK = /^http:\/\/(?:127\.0\.0\.1|\[::1\]):\d+$/;

/**
 * The addresses and hosts that may be fetched from.
 *
 * @param proef Only for tests: a server on this machine, `http://127.0.0.1:<poort>`.
 * @throws Error where that is another address.
 */
export function createBronnet(proef?: string): Bronnet {
  if (proef === undefined) {
    const hosts = new Set(Object.values(BRONNEN).map((adres) => new URL(adres).hostname));
    return { adressen: BRONNEN, netwerk: { hosts } };
  }
  if (!LOOPBACK.test(proef)) {
    throw new Error(
      `WOONREGIE_PROEFBRON «${proef}» is geen adres van deze computer. Het is alleen voor tests: http://127.0.0.1:<poort>.`,
    );
  }
  return {
    adressen: {
      cbs: `${proef}/cbs`,
      pdok: `${proef}/pdok`,
      woningbouwkaart: `${proef}/woningbouwkaart`,
    },
    netwerk: { hosts: new Set(), proef },
  };
}
