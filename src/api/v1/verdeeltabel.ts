import { type Zinmaker, zinAlsTekst } from "#services/kader/zin.ts";
import { readBijcijfers } from "#services/verdeling/bijcijfers.ts";
import { comparePairs } from "#services/verdeling/paren.ts";
import { explainUitkomst } from "#services/verdeling/uitleg.ts";
import type { Verdeeltabel } from "#services/verdeling/verdeling.service.ts";
import { badRequest } from "../problem.ts";

/** Asks for the account of the whole. */
const GEHEEL = "geheel";

/** Keys side by side as the API gives them; with `uitleg` the account of the first. */
export function toVerdeeltabel(
  tabel: Verdeeltabel,
  op: string,
  zin: Zinmaker,
  uitleg: string | undefined,
) {
  const { vraag, kolommen } = tabel;
  const naamVan = (place: number) => kolommen[place]?.uitkomst.document;
  const { nu } = readBijcijfers(vraag);
  return {
    op,
    gebied: vraag.gebied,
    kolommen: kolommen.map(({ document, uitkomst }, place) => ({
      document: uitkomst.document,
      titel: document.titel,
      status: document.status,
      zin: zinAlsTekst(zin(document, place === 0 ? vraag.ingevuld : undefined)),
      uitkomst,
    })),
    vergelijkingen: comparePairs(tabel).map(({ eerste, tweede, vergelijking }) => ({
      eerste: naamVan(eerste),
      tweede: naamVan(tweede),
      binnenDeOnzekerheid: vergelijking.binnenDeOnzekerheid,
      melding: vergelijking.melding,
    })),
    nu: nu && { cijfer: nu.cijfer, waarden: Object.fromEntries(nu.waarden) },
    verantwoording: uitleg === undefined ? undefined : explain(tabel, uitleg),
  };
}

function explain({ vraag, kolommen: [first] }: Verdeeltabel, uitleg: string) {
  if (uitleg === GEHEEL) return explainUitkomst(first.uitkomst);
  if (vraag.gebied.eenheden.some(({ id }) => id === uitleg)) {
    return explainUitkomst(first.uitkomst, uitleg);
  }
  throw badRequest("Deze vraag klopt niet", [
    `In de inhoud, «verantwoording»: «${uitleg}» doet niet mee. Schrijf «${GEHEEL}» of de code van een gemeente van deze regio.`,
  ]);
}
