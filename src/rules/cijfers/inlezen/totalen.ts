import { type Breuk, equals, formatBreuk, subtract, sum } from "#domain/breuk.ts";
import type { Bevinding, Gelezencijfer } from "#domain/inlevering.ts";
import { formatExact, formatVerschil } from "#domain/notatie.ts";
import { parseMoment } from "#domain/peildatum.ts";
import type { Inleeskennis } from "./kennis.ts";
import type { Bladlezing, Totaalcel } from "./lees-blad.ts";
import { opmerking, toBevinding } from "./melding.ts";

/**
 * Holds each row of a total against the sum of what it sums, and tells where they differ.
 *
 * Only where the sum can be made: of figures that add up, with every number known, in a column
 * without faults, and for a provincie or the country only where all its gemeenten stand in the file.
 */
export function toetsTotalen(
  { totalen, cijfers, bevindingen }: Pick<Bladlezing, "totalen" | "cijfers" | "bevindingen">,
  kennis: Inleeskennis,
): readonly Bevinding[] {
  const faulty = new Set(
    bevindingen.filter(({ ernst }) => ernst === "fout").map(({ waar }) => waar.kolom),
  );
  const byFigure = new Map<string, Gelezencijfer[]>();
  for (const cijfer of totalen.length > 0 ? cijfers : []) {
    const { indicator, moment = "", cel } = cijfer.waarneming;
    const key = keyOf(indicator, moment, cel);
    byFigure.set(key, [...(byFigure.get(key) ?? []), cijfer]);
  }
  return totalen.flatMap((totaal) => {
    const gebied = totaal.gebiedskolom;
    if (faulty.has(totaal.waar.kolom) || faulty.has(gebied)) return [];
    const own = byFigure.get(keyOf(totaal.indicator.id, totaal.moment, totaal.cel)) ?? [];
    const found = checkTotaal(totaal, own, kennis);
    return found ? [found] : [];
  });
}

function keyOf(indicator: string, moment: string, cel: readonly string[]): string {
  return [indicator, moment, ...cel].join("|");
}

function checkTotaal(
  { van, indicator, moment, inhoud, waar }: Totaalcel,
  all: readonly Gelezencijfer[],
  kennis: Inleeskennis,
): Bevinding | undefined {
  if (inhoud.soort !== "getal" || !indicator.optelbaar || van === "gemiddelde") return undefined;
  const wanted = members(van, moment, kennis);
  const own = wanted ? all.filter(({ waarneming }) => wanted.includes(waarneming.gebied)) : all;
  const numbers = own.flatMap(({ waarneming }) =>
    waarneming.inhoud.soort === "getal" ? [waarneming.inhoud.waarde] : [],
  );
  const complete = own.length > 0 && numbers.length === own.length;
  if (!complete || (wanted && wanted.length > own.length)) return undefined;
  const total = sum(numbers);
  if (equals(total, inhoud.waarde)) return undefined;
  const melding = opmerking("totaal-klopt-niet", describe(inhoud.waarde, total, own.length));
  return toBevinding(melding, waar, formatBreuk(inhoud.waarde), indicator.id);
}

/** The gemeenten that a total must be of; undefined where it is of whatever stands in the sheet. */
function members(van: string, moment: string, kennis: Inleeskennis): readonly string[] | undefined {
  if (van === "alles") return undefined;
  const all = kennis.gemeenten.list(parseMoment(moment)?.van ?? kennis.peildatum);
  const own = van === "nederland" ? all : all.filter(({ provincie }) => provincie === van);
  return own.map(({ code }) => code);
}

function describe(told: Breuk, total: Breuk, aantal: number): string {
  const [here, summed] = [told, total].map((number) => formatExact(formatBreuk(number)));
  const verschil = formatVerschil(subtract(told, total), 4);
  return `Het totaal is ${here}, en de ${aantal} gemeenten samen zijn ${summed}: een verschil van ${verschil}. Staat er een gemeente niet in, of is een getal anders?`;
}
