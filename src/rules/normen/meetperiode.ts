import type { Eis } from "#domain/eis.ts";
import { parsePeriode } from "#domain/peildatum.ts";
import type { Melding } from "#domain/uitkomst.ts";
import type { Formule, Verwijzing } from "#domain/waarde.ts";
import { verwijzingenIn } from "#rules/cijfers/formule.ts";
import type { Lezer } from "#rules/cijfers/lezer.ts";
import { mapVerwijzingen } from "./eisvorm.ts";
import { createToetslezer, type Toetsvraag, wordOf } from "./toetsvraag.ts";

/** Over which periode is measured, or what people must set before anybody can tell. */
export type Meetperiode = {
  readonly periode?: string;
  readonly meldingen: readonly Melding[];
};

/** The periode of a toets: written, held by a parameter, or none at all. */
export function readMeetperiode(vraag: Toetsvraag): Meetperiode {
  const { meetperiode } = vraag.document;
  if (meetperiode === undefined) return { meldingen: [] };
  if (parsePeriode(meetperiode)) return { periode: meetperiode, meldingen: [] };
  const { lezer } = createToetslezer(vraag);
  const periode = wordOf(lezer, meetperiode);
  return { ...(periode ? { periode } : {}), meldingen: lezer.verslag().meldingen };
}

/**
 * The same eis, with what is counted over a periode asked over this one.
 *
 * A stock, and a figure that says its own moment, stay as they are.
 */
export function measureOver(eis: Eis, periode: string | undefined, vraag: Toetsvraag): Eis {
  if (periode === undefined) return eis;
  const { lezer } = createToetslezer(vraag);
  const { afgeleid } = vraag.document;
  return mapVerwijzingen(eis, (verwijzing): Verwijzing => {
    if (verwijzing.tijd || !isFlow(verwijzing.naam, afgeleid, lezer)) return verwijzing;
    return { ...verwijzing, tijd: { soort: "in", periode } };
  });
}

/** Whether everything in a figure is counted over a periode. */
function isFlow(naam: string, afgeleid: Readonly<Record<string, Formule>>, lezer: Lezer): boolean {
  const formule = afgeleid[naam];
  if (!formule) return lezer.indicator(naam)?.meetmoment === "periode";
  return verwijzingenIn(formule).every(
    (part) => part.tijd === undefined && isFlow(part.naam, afgeleid, lezer),
  );
}
