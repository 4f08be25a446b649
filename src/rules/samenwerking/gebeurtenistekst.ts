import { formatMoment } from "#domain/notatie.ts";
import type { Traject } from "#domain/traject.ts";
import type { Gebeurtenis } from "#domain/trajectstand.ts";

/** An event as a message names it: `«besluit-woningbouwregio, gs, PV27, 10 maart 2026»`. */
export function noemGebeurtenis(gebeurtenis: Gebeurtenis): string {
  const { stap, stuk, genodigde, orgaan, naar, klaar, op, voor } = gebeurtenis;
  const day = op ?? klaar;
  const parts = [
    stap,
    stuk,
    genodigde,
    orgaan,
    naar && `naar ${naar}`,
    klaar && "klaar",
    ...Object.values(voor),
    day && formatMoment(day),
  ];
  return `«${parts.filter(Boolean).join(", ")}»`;
}

/** The title of a step as a message names it. */
export function noemStap(naam: string, { stappen }: Pick<Traject, "stappen">): string {
  const titel = stappen.find((stap) => stap.naam === naam)?.titel;
  return titel === undefined ? `«${naam}»` : `«${titel}» (${naam})`;
}
