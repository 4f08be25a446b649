import { isZero } from "#domain/breuk.ts";
import type { Rekengebied } from "#domain/gebied.ts";
import { formatGetal, listWords } from "#domain/notatie.ts";
import type { Pakketcel, Pakketkolom } from "#services/pakket/pakket.service.ts";
import type { Ruilafspraak } from "#services/pakket/vraag.ts";

/** What a task is called, by the name of its document. */
type Titelgever = (document: string) => string;

/** What stands over against what this gemeente has, as it was agreed; said too where nothing was. */
export function tegenover(
  id: string,
  kolommen: readonly Pakketkolom[],
  gebied: Rekengebied,
  ruil: readonly Ruilafspraak[],
  titelVan: Titelgever,
): string {
  const naamVan = (code: string) => gebied.eenheden.find((item) => item.id === code)?.naam ?? code;
  const columns = kolommen.map(({ indicator }) => indicator);
  const own = ruil.filter(({ tegen }) => tegen !== undefined && columns.includes(tegen));
  const told = own.flatMap(({ van, naar, aantal, document }) => {
    const part = `${formatGetal(aantal)} van «${titelVan(document)}»`;
    if (van === id) return [`${naamVan(naar)} neemt ${part} over`];
    return naar === id ? [`neemt ${part} over van ${naamVan(van)}`] : [];
  });
  if (told.length > 0) return listWords(told);
  return kolommen.some(({ cellen }) => hasPlaces(cellen.get(id))) ? "geen afspraak ingevuld" : "";
}

function hasPlaces(cel: Pakketcel | undefined): boolean {
  return cel?.soort === "bekend" && !isZero(cel.band.hoog);
}
