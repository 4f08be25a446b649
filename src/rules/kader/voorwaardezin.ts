import type { Keuze, Stap, Voorwaarde } from "#domain/verdeling.ts";
import type { Waarde } from "#domain/waarde.ts";
import type { Ruimte } from "./context.ts";
import { describeSelectie, describeWie } from "./selectiezin.ts";
import { describeVerwijzing, describeWaarde } from "./waardezin.ts";
import { clean, field, phrase, series, type Zin } from "./zin.ts";

/** Where a step stands in the document, and what it divides over. */
export type Stapplaats = {
  /** `stappen[0]` */
  readonly pad: string;
  /** One unit of the step: "gemeente". */
  readonly eenheid: string;
  /** All of them: "gemeenten". */
  readonly eenheden: string;
  /** How long the ingroeipad of the document lasts: "4 jaar". */
  readonly ingroei?: string;
};

/** "met per gemeente hoogstens 30% van …" */
export function describeVoorwaarden(stap: Stap, plaats: Stapplaats, ruimte: Ruimte): Zin {
  if (stap.voorwaarden.length === 0) return [];
  const items = stap.voorwaarden.map((voorwaarde, i) => {
    const place = { ...plaats, pad: `${plaats.pad}.voorwaarden[${i}]` };
    return describeVoorwaarde(voorwaarde, place, ruimte);
  });
  return phrase("met", series(items, ", en"));
}

function describeVoorwaarde(
  { soort, waarde, voor, reden }: Voorwaarde,
  { pad, eenheid }: Stapplaats,
  ruimte: Ruimte,
): Zin {
  return phrase(
    soort === "hoogstens" && !isOfWhole(waarde) ? `per ${eenheid}` : undefined,
    soort,
    describeWaarde(waarde, `${pad}.${soort}`, ruimte),
    voor && describeSelectie(voor, `${pad}.voor`, ruimte),
    reden === undefined ? undefined : phrase("(want", field(clean(reden), `${pad}.reden`), ")"),
  );
}

/** Whether a bound names the level it is of itself. */
function isOfWhole(waarde: Waarde): boolean {
  if (waarde.soort === "verwijzing") return waarde.verwijzing.van !== undefined;
  return waarde.soort === "deel-van" && waarde.van.van !== undefined;
}

/** What does not fit, and who gives or takes when a bound moves something. */
export function describeVerschuiving(stap: Stap, plaats: Stapplaats, ruimte: Ruimte): Zin {
  const chosen = stap.watNietPast ?? ruimte.context.ingevuld?.watNietPast;
  const others = needsKeuze(stap) && chosen?.keuze === "anderen";
  const lifts = stap.voorwaarden.some(isLift);
  const how = describeHerverdeling(stap, plaats, lifts ? "van" : "bij", others, ruimte);
  const told = lifts || others || stap.herverdeling !== undefined;
  return phrase(
    describeKeuze(stap, plaats, ruimte),
    told ? phrase(others && !lifts ? "," : "; wat verschuift,", how) : undefined,
  );
}

function isLift({ soort, waarde }: Voorwaarde): boolean {
  return soort === "minstens" || (soort === "precies" && !isNought(waarde) && !isOutcome(waarde));
}

function isNought(waarde: Waarde): boolean {
  return waarde.soort === "getal" && waarde.getal.teller === 0n;
}

function isOutcome(waarde: Waarde): boolean {
  return waarde.soort === "verwijzing" && waarde.verwijzing.naam === "uitkomst";
}

/** A bound from above leaves something over; a unit that keeps what it has does not. */
function needsKeuze({ voorwaarden, watNietPast }: Stap): boolean {
  return (
    watNietPast !== undefined ||
    voorwaarden.some(
      ({ soort, waarde }) => soort === "hoogstens" || (soort === "precies" && !isOutcome(waarde)),
    )
  );
}

function describeKeuze(stap: Stap, { pad, ingroei }: Stapplaats, ruimte: Ruimte): Zin | undefined {
  if (!needsKeuze(stap)) return undefined;
  const upper = stap.voorwaarden.some(({ soort }) => soort === "hoogstens");
  const lead = upper ? "; wat daarboven komt:" : "; wat overblijft:";
  const place = `${pad}.wat-niet-past`;
  const chosen = stap.watNietPast ?? ruimte.context.ingevuld?.watNietPast;
  if (!chosen) return phrase(lead, field("keuze nodig", place, "keuze-nodig"));
  const { keuze, hoe, eigenaar } = chosen;
  return phrase(
    lead,
    field(keuzetekst(keuze, ingroei), stap.watNietPast ? `${place}.keuze` : place),
    hoe === undefined ? undefined : phrase(", namelijk", field(hoe, `${place}.hoe`)),
    eigenaar === undefined ? undefined : phrase("(door", field(eigenaar, `${place}.eigenaar`), ")"),
  );
}

function keuzetekst(keuze: Keuze, ingroei: string | undefined): string {
  switch (keuze) {
    case "later":
      return ingroei ? `groeit in ${ingroei} in` : "schuift door naar de volgende periode";
    case "compenseren":
      return "achteraf verrekenen";
    case "extra-aanbod":
      return "extra aanbod";
    case "anderen":
      return "komt bij de anderen";
    case "open":
      return "staat open";
  }
}

function describeHerverdeling(
  stap: Stap,
  { pad, eenheden }: Stapplaats,
  direction: "van" | "bij",
  others: boolean,
  ruimte: Ruimte,
): Zin {
  const { naarRatoVan, onder } = stap.herverdeling ?? {};
  const place = `${pad}.herverdeling`;
  const ratio = naarRatoVan
    ? phrase("naar rato van", describeVerwijzing(naarRatoVan, `${place}.naar-rato-van`, ruimte))
    : phrase(stap.sleutel ? "met dezelfde sleutel" : "naar rato van wat zij al hebben");
  const wie = onder && describeWie(onder, `${place}.onder`, eenheden, ruimte);
  if (others && direction === "bij") return phrase(wie && phrase("namelijk bij", wie), ratio);
  const moves = others ? "komt van of gaat naar" : `komt ${direction}`;
  return phrase(moves, wie ?? "de anderen", ",", ratio);
}
