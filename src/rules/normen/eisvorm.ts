import type { Breuk } from "#domain/breuk.ts";
import { formatBreuk } from "#domain/breuk.ts";
import type { Eis, EisOnderwerp, Vergelijking } from "#domain/eis.ts";
import type { Verwijzing, Waarde } from "#domain/waarde.ts";

type Enkelvoudig = Extract<Eis, { soort: "vergelijking" }>;

/** The same eis with every comparison that is asked changed; conditions stay as they are. */
function mapGevraagd(eis: Eis, change: (eis: Enkelvoudig) => Enkelvoudig): Eis {
  const inside = (part: Eis) => mapGevraagd(part, change);
  switch (eis.soort) {
    case "vergelijking":
      return change(eis);
    case "aanwezig":
      return eis;
    case "alle":
    case "een-van":
      return { ...eis, eisen: eis.eisen.map(inside) };
    case "niet":
      return { ...eis, eis: inside(eis.eis) };
    case "als": {
      const anders = eis.anders && inside(eis.anders);
      return { ...eis, dan: inside(eis.dan), ...(anders ? { anders } : {}) };
    }
    case "voor-elk":
      return { ...eis, geldt: inside(eis.geldt) };
  }
}

/** New ends that a decision gives: for what must be at least, and for what may be at most. */
export type Nieuwegrens = { readonly ondergrens?: Breuk; readonly bovengrens?: Breuk };

/** The same eis with the limits of a decision in place of its own. */
export function replaceGrens(eis: Eis, { ondergrens, bovengrens }: Nieuwegrens): Eis {
  return mapGevraagd(eis, (item) => {
    const { vergelijking } = item;
    const { soort } = vergelijking;
    const low = soort === "minstens" || soort === "meer-dan" ? ondergrens : undefined;
    const high = soort === "hoogstens" || soort === "minder-dan" ? bovengrens : undefined;
    const limit = low ?? high;
    if (!limit || !("waarde" in vergelijking)) return item;
    const waarde: Waarde = { soort: "getal", getal: limit, tekst: formatBreuk(limit) };
    return { ...item, vergelijking: { ...vergelijking, waarde } };
  });
}

/** The same eis with every figure in it pointed elsewhere, in conditions too. */
export function mapVerwijzingen(eis: Eis, change: (verwijzing: Verwijzing) => Verwijzing): Eis {
  const inside = (part: Eis) => mapVerwijzingen(part, change);
  switch (eis.soort) {
    case "vergelijking":
      return {
        ...eis,
        onderwerp: mapOnderwerp(eis.onderwerp, change),
        vergelijking: mapVergelijking(eis.vergelijking, change),
      };
    case "aanwezig":
      return { ...eis, wat: eis.wat.map(change) };
    case "alle":
    case "een-van":
      return { ...eis, eisen: eis.eisen.map(inside) };
    case "niet":
      return { ...eis, eis: inside(eis.eis) };
    case "als": {
      const anders = eis.anders && inside(eis.anders);
      return {
        ...eis,
        als: inside(eis.als),
        dan: inside(eis.dan),
        ...(anders ? { anders } : {}),
      };
    }
    case "voor-elk":
      return { ...eis, geldt: inside(eis.geldt) };
  }
}

function mapOnderwerp(
  onderwerp: EisOnderwerp,
  change: (verwijzing: Verwijzing) => Verwijzing,
): EisOnderwerp {
  switch (onderwerp.soort) {
    case "aantal":
      return { ...onderwerp, van: mapWaarde(onderwerp.van, change) };
    case "aandeel":
      return { ...onderwerp, teller: change(onderwerp.teller), noemer: change(onderwerp.noemer) };
    case "som":
      return { ...onderwerp, wat: change(onderwerp.wat) };
    // A term, a date and a code are facts of a moment of their own.
    case "duur":
    case "datum":
    case "kenmerk":
      return onderwerp;
  }
}

function mapVergelijking(
  vergelijking: Vergelijking,
  change: (verwijzing: Verwijzing) => Verwijzing,
): Vergelijking {
  if (vergelijking.soort === "tussen") {
    const { van, tot } = vergelijking;
    return { ...vergelijking, van: mapWaarde(van, change), tot: mapWaarde(tot, change) };
  }
  if (!("waarde" in vergelijking)) return vergelijking;
  return { ...vergelijking, waarde: mapWaarde(vergelijking.waarde, change) };
}

function mapWaarde(waarde: Waarde, change: (verwijzing: Verwijzing) => Verwijzing): Waarde {
  switch (waarde.soort) {
    case "verwijzing":
      return { ...waarde, verwijzing: change(waarde.verwijzing) };
    case "deel-van":
      return { ...waarde, van: change(waarde.van) };
    case "per": {
      const parts = Object.entries(waarde.is).map(
        ([name, part]) => [name, mapWaarde(part, change)] as const,
      );
      return { ...waarde, is: Object.fromEntries(parts) };
    }
    default:
      return waarde;
  }
}
