/** A file that an export can be, as it is chosen by its name: `rekenblad.xlsx`, `kaart.png`. */
type Uitvoersoort = {
  readonly naam: string;
  readonly titel: string;
  /** What people want it for, behind the title. */
  readonly waarvoor: string;
  readonly type: string;
};

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const ODS = "application/vnd.oasis.opendocument.spreadsheet";
const CSV = "text/csv; charset=utf-8";
const SVG = "image/svg+xml; charset=utf-8";
const PNG = "image/png";
const GEOJSON = "application/geo+json";

/** Everything a sheet can leave as, in the order in which people look for it. */
export const UITVOERSOORTEN: readonly Uitvoersoort[] = [
  soort("rekenblad.xlsx", "Excel", "om verder te rekenen, met formules", XLSX),
  soort("rekenblad.ods", "LibreOffice (ODS)", "om verder te rekenen, met formules", ODS),
  soort("uitkomst.csv", "Uitkomst als csv", "om in te lezen in een ander programma", CSV),
  soort("cijfers.csv", "Cijfers als csv", "om na te kijken of aan te vullen", CSV),
  soort("tabel.png", "Tabel als plaatje", "om te plakken in een stuk of presentatie", PNG),
  soort("tabel.svg", "Tabel als tekening (SVG)", "om te plakken, blijft scherp", SVG),
  soort("staven.png", "Staven als plaatje", "om te plakken in een stuk of presentatie", PNG),
  soort("staven.svg", "Staven als tekening (SVG)", "om te plakken, blijft scherp", SVG),
  soort("kaart.png", "Kaart als plaatje", "om te plakken in een stuk of presentatie", PNG),
  soort("kaart.svg", "Kaart als tekening (SVG)", "om te plakken, blijft scherp", SVG),
  soort("gebied.geojson", "GeoJSON", "om er elders een kaart van te maken", GEOJSON),
];

function soort(naam: string, titel: string, waarvoor: string, type: string): Uitvoersoort {
  return { naam, titel, waarvoor, type };
}
