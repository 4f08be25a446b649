/** Terms under which something may be passed on, known by their address. */
export type Licentie = {
  readonly naam: string;
  /** In the list of licences of the EU. */
  readonly uri: string;
  /** Where people read it. */
  readonly uitleg: string;
};

const EU = "http://publications.europa.eu/resource/authority/licence";

export const CC_BY: Licentie = {
  naam: "CC BY 4.0",
  uri: `${EU}/CC_BY_4_0`,
  uitleg: "https://creativecommons.org/licenses/by/4.0/deed.nl",
};

/** Of everything that was written for Woonregie itself. */
export const EUPL: Licentie = {
  naam: "EUPL-1.2",
  uri: `${EU}/EUPL_1_2`,
  uitleg: "https://eupl.eu/1.2/nl/",
};

/** From what asks nothing to what asks most: each may be passed on under those that come after it. */
const BEKEND: readonly Licentie[] = [
  {
    naam: "CC0 1.0",
    uri: `${EU}/CC0`,
    uitleg: "https://creativecommons.org/publicdomain/zero/1.0/deed.nl",
  },
  CC_BY,
  EUPL,
];

/** What people write down for the same licence, in small letters and digits only. */
const SCHRIJFWIJZEN: Readonly<Record<string, string>> = {
  cc0: "CC0 1.0",
  cc010: "CC0 1.0",
  ccby: "CC BY 4.0",
  ccby4: "CC BY 4.0",
  ccby40: "CC BY 4.0",
  eupl12: "EUPL-1.2",
};

/** The licence that was written down; undefined where it is none of those that let others use it. */
export function findLicentie(tekst: string | undefined): Licentie | undefined {
  const key = (tekst ?? "").toLowerCase().replace(/[^a-z0-9]/g, "");
  return BEKEND.find(({ naam }) => naam === SCHRIJFWIJZEN[key]);
}

/** The one under which parts of different licences may be passed on together. */
export function strengste(licenties: readonly Licentie[]): Licentie | undefined {
  return BEKEND.findLast((licentie) => licenties.includes(licentie));
}
