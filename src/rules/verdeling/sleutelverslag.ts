import { type Breuk, breuk, EEN, NUL, sum } from "#domain/breuk.ts";
import type { Factor, GewogenDeel, Sleutel } from "#domain/sleutel.ts";
import type { Sleutelregel } from "#domain/uitkomst.ts";
import type { Verwijzing } from "#domain/waarde.ts";
import { partFor, readVerwijzing, readWaarde } from "#rules/normen/waarde.ts";
import { sharesOf } from "./sleutel.ts";
import type { Sleutelvraag } from "./sleutelvraag.ts";

/** What a sleutel meant for one unit: by number, as in the vak. */
export type Sleuteluitleg = (unit: number) => Sleutelregel;

/**
 * Says per unit how a sleutel came to its share: its own figure, of how much together, and for a
 * composed sleutel each part.
 *
 * Reads again what the sleutel read, so it can be asked only after the shares were found.
 */
export function explainSleutel(sleutel: Sleutel, vraag: Sleutelvraag): Sleuteluitleg {
  switch (sleutel.soort) {
    case "naar-rato-van":
      return byFigure(sleutel, vraag);
    case "omgekeerd-naar-rato-van":
      return figure(`omgekeerd naar rato van ${nameOf(sleutel.van)}`, sleutel.van, vraag);
    case "gelijk":
      return () => ({ wat: "gelijk", eigen: EEN, totaal: breuk(vraag.plekken.length) });
    case "gewogen":
      return weighted(sleutel.delen, vraag);
    case "factoren":
      return withFactors(sleutel.basis, sleutel.factoren, vraag);
    case "per": {
      const part = partFor(sleutel.is, vraag.geheel);
      return part ? explainSleutel(part, vraag) : () => ({ wat: `per ${sleutel.as}` });
    }
    case "nader-te-bepalen": {
      const { sleutel: filled } = vraag.pas.ingevuld;
      return filled ? explainSleutel(filled, vraag) : () => ({ wat: "sleutel nog te bepalen" });
    }
    default: {
      const wat = WORDS[sleutel.soort];
      return () => ({ wat });
    }
  }
}

const WORDS = {
  vast: "in vaste delen",
  herkomst: "terug naar de gemeente van herkomst",
  "op-volgorde": "op volgorde",
  "uitkomst-van": "naar rato van een andere verdeling",
} as const;

function byFigure(
  sleutel: Extract<Sleutel, { soort: "naar-rato-van" }>,
  vraag: Sleutelvraag,
): Sleuteluitleg {
  const own = figure(`naar rato van ${nameOf(sleutel.van)}`, sleutel.van, vraag);
  const { bijtrekken } = sleutel;
  if (!bijtrekken) return own;
  const target = explainSleutel(bijtrekken.naar, vraag);
  const shares = sharesOf(bijtrekken.naar, vraag);
  const strength = readWaarde(bijtrekken.sterkte, vraag.geheel, vraag.lezer);
  return (unit) => ({
    ...own(unit),
    delen: [
      {
        ...target(unit),
        wat: `bijgetrokken naar: ${target(unit).wat}`,
        ...(strength ? { gewicht: strength } : {}),
        ...(shares?.[unit] ? { aandeel: shares[unit] } : {}),
      },
    ],
  });
}

function weighted(delen: readonly GewogenDeel[], vraag: Sleutelvraag): Sleuteluitleg {
  const parts = delen.map(({ gewicht, sleutel }) => ({
    weight: readWaarde(gewicht, vraag.geheel, vraag.lezer),
    shares: sharesOf(sleutel, vraag),
    explain: explainSleutel(sleutel, vraag),
  }));
  return (unit) => ({
    wat: "gewogen",
    delen: parts.map(({ weight, shares, explain }) => ({
      ...explain(unit),
      ...(weight ? { gewicht: weight } : {}),
      ...(shares?.[unit] ? { aandeel: shares[unit] } : {}),
    })),
  });
}

function withFactors(
  basis: Sleutel,
  factoren: readonly Factor[],
  vraag: Sleutelvraag,
): Sleuteluitleg {
  const own = explainSleutel(basis, vraag);
  const factors = factoren.map(({ van, schaal }) => {
    const wat = `bijgesteld voor ${nameOf(van)}${schaal ? ", op een schaal" : ""}`;
    return figure(wat, van, vraag, false);
  });
  return (unit) => ({ ...own(unit), delen: factors.map((factor) => factor(unit)) });
}

function figure(
  wat: string,
  van: Verwijzing,
  vraag: Sleutelvraag,
  withTotal = true,
): Sleuteluitleg {
  const list = vraag.plekken.map((plek): Breuk => readVerwijzing(van, plek, vraag.lezer) ?? NUL);
  const totaal = withTotal ? { totaal: sum(list) } : {};
  return (unit) => ({ wat, eigen: list[unit] ?? NUL, ...totaal });
}

function nameOf({ naam, pad, van }: Verwijzing): string {
  return `${[naam, ...pad].join(".")}${van ? ` van ${van}` : ""}`;
}
