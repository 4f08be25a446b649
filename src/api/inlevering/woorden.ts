import { formatBreuk } from "#domain/breuk.ts";
import type { Bevinding } from "#domain/inlevering.ts";
import { formatExact, formatMoment } from "#domain/notatie.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import type { Basis } from "#services/basis.ts";

/** What a group of remarks is about, as a heading. */
const TITELS: Readonly<Record<string, string>> = {
  streepje: "Een streepje is gelezen als onbekend",
  negatief: "Minder dan nul",
  "niet-heel": "Geen heel getal",
  "dubbel-gelijk": "Twee keer hetzelfde cijfer",
  "totaal-klopt-niet": "Een totaal klopt niet met de regels",
  "ver-van-vorige": "Ver van het vorige cijfer",
  "gemeente-ontbreekt": "Een gemeente ontbreekt",
  "gemeente-opgeheven": "Een gemeente die is opgegaan in een andere",
  "gemeente-niet-dan": "Een gemeente die er toen niet was",
};

export function titelVan(code: string): string {
  return TITELS[code] ?? code;
}

/** What was delivered, as readers write it. */
export function toonInhoud(inhoud: Waarneming["inhoud"]): string {
  switch (inhoud.soort) {
    case "getal": {
      const { waarde, laag, hoog } = inhoud;
      const room = laag && hoog ? ` (${toon(laag)}–${toon(hoog)})` : "";
      return toon(waarde) + room;
    }
    case "kenmerk":
      return inhoud.code;
    case "duur":
      return `${inhoud.duur.aantal} ${inhoud.duur.maat}`;
    case "datum":
      return formatMoment(inhoud.datum);
    case "onbekend":
      return "onbekend";
  }
}

function toon(waarde: Parameters<typeof formatBreuk>[0]): string {
  return formatExact(formatBreuk(waarde));
}

/** A figure by its title, with its part and its moment. */
export function cijfernaam(
  {
    indicator,
    cel = [],
    moment,
  }: Partial<Pick<Waarneming, "cel" | "moment">> & { readonly indicator: string },
  { bibliotheek }: Basis,
): string {
  const titel = bibliotheek.find(indicator)?.titel ?? indicator;
  const when = moment ? ` van ${formatMoment(moment)}` : "";
  return [titel, ...cel].join(", ") + when;
}

/** `1 cijfer`, `3 cijfers`. */
export function aantalVan(aantal: number, een: string, meer: string): string {
  return `${aantal} ${aantal === 1 ? een : meer}`;
}

/** A moment as readers say it, of a row that a database wrote. */
export function toonDag(iso: string): string {
  return formatMoment(iso.slice(0, 10));
}

/** The name of the field in which a cell is mended. */
export function celveld({ rij = 0, kolom = 0, blad }: Bevinding["waar"]): string {
  return `cel.${rij}.${kolom}.${blad}`;
}
