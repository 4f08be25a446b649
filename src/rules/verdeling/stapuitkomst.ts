import type { Breuk } from "#domain/breuk.ts";
import type { Celverslag, Melding, Stapverslag } from "#domain/uitkomst.ts";
import type { Afrondingsmethode } from "#domain/verdeling.ts";
import type { Stand } from "./stand.ts";
import type { Stapopzet } from "./stap.ts";

/** What stays open of one unit in one onderdeel. */
export type OpenDeel = {
  readonly pad: readonly string[];
  readonly onderdeel: string;
  readonly aantal: Breuk;
};

export type Stapuitkomst =
  | {
      readonly soort: "gedaan";
      readonly stand: Stand;
      readonly open: readonly OpenDeel[];
      readonly openTotaal: Breuk;
      readonly verslag: Stapverslag;
    }
  | { readonly soort: "gestopt"; readonly meldingen: readonly Melding[] };

/** The report of a step for the account. */
export function reportOf(
  { stap, index, vakken }: Stapopzet,
  methode: Afrondingsmethode,
  cellen: readonly Celverslag[],
  periode?: string,
  resten: readonly string[] = [],
): Stapverslag {
  return {
    pad: `stappen[${index}]`,
    ...(stap.naam ? { naam: stap.naam } : {}),
    ...(periode ? { periode } : {}),
    afronding: methode,
    cellen,
    opmerkingen: [...new Set([...vakken.flatMap(({ opmerkingen }) => opmerkingen), ...resten])],
  };
}
