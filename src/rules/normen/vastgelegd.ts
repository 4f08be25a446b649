import { add, type Breuk, isZero, NUL, subtract } from "#domain/breuk.ts";
import type { Eis, EisOnderwerp } from "#domain/eis.ts";
import type { Vastgelegd } from "#domain/oordeel.ts";
import type { Fase } from "#domain/toets.ts";
import type { Verwijzing } from "#domain/waarde.ts";
import { evaluateEis } from "./eis.ts";
import { type Beoordeelde, createToetslezer, placeOf, type Toetsvraag } from "./toetsvraag.ts";
import { readVerwijzing } from "./waarde.ts";

/**
 * What of the figure that an eis counts already lies fixed, over the items it is counted of.
 *
 * It counts in the verdict as anything else does; only what is left is offered to change (F011).
 * Items of which nobody said whether they lie fixed are kept apart. Undefined where a figure is
 * missing, or where nobody said anything of any item.
 */
export function readVastgelegd(
  eis: Eis,
  beoordeelde: Beoordeelde,
  fase: Fase | undefined,
  vraag: Toetsvraag,
): Vastgelegd | undefined {
  const { vastgelegd } = vraag.document;
  const counted = vastgelegd && countedIn(eis);
  if (!counted) return undefined;
  const parts = itemsOf(beoordeelde, vraag).map((pad) => {
    const context = createToetslezer(vraag);
    const plek = placeOf(pad, fase);
    return {
      aantal: readVerwijzing(counted, plek, context),
      vast: evaluateEis(vastgelegd, plek, context),
    };
  });
  const known = parts.flatMap(({ aantal, vast }) => (aantal ? [{ aantal, vast }] : []));
  if (known.length < parts.length || parts.every(({ vast }) => vast === "onbekend")) {
    return undefined;
  }
  const totalOf = (truth?: string): Breuk =>
    known
      .filter(({ vast }) => truth === undefined || vast === truth)
      .reduce((total, { aantal }) => add(total, aantal), NUL);
  const [totaal, vast, onbekend] = [totalOf(), totalOf("ja"), totalOf("onbekend")];
  if (isZero(totaal)) return undefined;
  const aanpasbaar = subtract(subtract(totaal, vast), onbekend);
  const cijfer = [counted.naam, ...counted.pad].join(".");
  return { cijfer, totaal, vast, onbekend, aanpasbaar };
}

/** The items that are counted: the units of a whole, else the unit itself. */
function itemsOf({ pad }: Beoordeelde, { gebied }: Toetsvraag): readonly (readonly string[])[] {
  const [unit] = pad;
  const members = gebied.eenheden.filter(
    ({ deelregio }) => unit === undefined || deelregio === unit,
  );
  return members.length === 0 ? [pad] : members.map(({ id }) => [id]);
}

/** The figure of which a part is asked: the whole of a share, or what is counted itself. */
function countedIn(eis: Eis): Verwijzing | undefined {
  switch (eis.soort) {
    case "vergelijking":
      return wholeOf(eis.onderwerp);
    case "alle":
    case "een-van":
      return eis.eisen.map(countedIn).find((found) => found !== undefined);
    case "niet":
      return countedIn(eis.eis);
    case "als":
      return countedIn(eis.dan) ?? (eis.anders && countedIn(eis.anders));
    case "voor-elk":
      return countedIn(eis.geldt);
    case "aanwezig":
      return undefined;
  }
}

function wholeOf(onderwerp: EisOnderwerp): Verwijzing | undefined {
  if (onderwerp.soort === "aandeel") return onderwerp.noemer;
  if (onderwerp.soort === "som") return onderwerp.wat;
  if (onderwerp.soort !== "aantal" || onderwerp.van.soort !== "verwijzing") return undefined;
  return onderwerp.van.verwijzing;
}
