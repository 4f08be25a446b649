/** A file that an export can be, as it is chosen by its name: `rekenblad.xlsx`, `kaart.png`. */
export type Uitvoersoort = {
  readonly naam: string;
  readonly titel: string;
  /** As what: «Excel», «PNG». */
  readonly vorm: string;
  /** What people want it for, behind the title. */
  readonly waarvoor: string;
  readonly type: string;
};

const REKENEN = "om verder te rekenen";
const PLAKKEN = "om te plakken in een stuk of presentatie";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const ODS = "application/vnd.oasis.opendocument.spreadsheet";
const CSV = "text/csv; charset=utf-8";
const SVG = "image/svg+xml; charset=utf-8";
const PNG = "image/png";
const GEOJSON = "application/geo+json";

/** Everything a sheet can leave as, in the order in which people look for it. */
export const UITVOERSOORTEN: readonly Uitvoersoort[] = [
  soort("rekenblad.xlsx", "Rekenblad met formules", "Excel", REKENEN, XLSX),
  soort("rekenblad.ods", "Rekenblad met formules", "LibreOffice (ODS)", REKENEN, ODS),
  soort("uitkomst.csv", "Uitkomst", "csv", "om in te lezen in een ander programma", CSV),
  soort("cijfers.csv", "Cijfers", "csv", "om na te kijken of aan te vullen", CSV),
  soort("tabel.png", "Tabel", "PNG", PLAKKEN, PNG),
  soort("tabel.svg", "Tabel", "SVG", PLAKKEN, SVG),
  soort("staven.png", "Staven", "PNG", PLAKKEN, PNG),
  soort("staven.svg", "Staven", "SVG", PLAKKEN, SVG),
  soort("kaart.png", "Kaart", "PNG", PLAKKEN, PNG),
  soort("kaart.svg", "Kaart", "SVG", PLAKKEN, SVG),
  soort("gebied.geojson", "Gemeenten", "GeoJSON", "om er elders een kaart van te maken", GEOJSON),
];

function soort(
  naam: string,
  titel: string,
  vorm: string,
  waarvoor: string,
  type: string,
): Uitvoersoort {
  return { naam, titel, vorm, waarvoor, type };
}

/** The same by what they show, each with the forms it is in. */
export function listUitvoer(): readonly (readonly [Uitvoersoort, ...Uitvoersoort[]])[] {
  const groups = new Map<string, [Uitvoersoort, ...Uitvoersoort[]]>();
  for (const item of UITVOERSOORTEN) {
    const known = groups.get(item.titel);
    if (known) known.push(item);
    else groups.set(item.titel, [item]);
  }
  return [...groups.values()];
}
