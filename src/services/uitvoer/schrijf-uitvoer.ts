import type { Kaart } from "#contract/api/kaarten.ts";
import { kaartbeeld } from "./beeld/kaartbeeld.ts";
import { type Beeld, omlijst } from "./beeld/omlijsting.ts";
import { toPng } from "./beeld/png.ts";
import { staafbeeld } from "./beeld/staafbeeld.ts";
import { tabelbeeld } from "./beeld/tabelbeeld.ts";
import { bestandsnaam } from "./bestandsnaam.ts";
import { cijfersCsv, uitkomstCsv } from "./csv.ts";
import type { Uitvoerblad } from "./uitvoerblad.ts";
import { toOds } from "./werkmap/ods.ts";
import { maakWerkmap } from "./werkmap/werkmap.ts";
import { toXlsx } from "./werkmap/xlsx.ts";

/** A file that an export can be, as it is chosen by its name: `rekenblad.xlsx`, `kaart.png`. */
export type Uitvoersoort = {
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
];

function soort(naam: string, titel: string, waarvoor: string, type: string): Uitvoersoort {
  return { naam, titel, waarvoor, type };
}

/** What a writer needs besides the sheet itself. */
export type Uitvoeromgeving = {
  /** Where one gets back to the view, whole. */
  readonly adres: string;
  readonly kaart: () => Kaart;
  /** `id@versie` of the key that a map shows; the first where it is absent. */
  readonly kolom?: string;
};

export type Uitvoerbestand = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly naam: string;
};

/** Writes an export as the file of that name; undefined where there is no such file. */
export async function schrijfUitvoer(
  naam: string,
  uitvoer: Uitvoerblad,
  omgeving: Uitvoeromgeving,
): Promise<Uitvoerbestand | undefined> {
  const known = UITVOERSOORTEN.find((item) => item.naam === naam);
  if (!known) return undefined;
  const [wat = "", ext = ""] = naam.split(".");
  const written = await write(wat, ext, uitvoer, omgeving);
  return {
    bytes:
      typeof written === "string" ? new TextEncoder().encode(written) : new Uint8Array(written),
    type: known.type,
    naam: bestandsnaam(uitvoer, ext, wat === "rekenblad" ? undefined : wat),
  };
}

async function write(
  wat: string,
  ext: string,
  uitvoer: Uitvoerblad,
  omgeving: Uitvoeromgeving,
): Promise<string | Uint8Array> {
  if (wat === "rekenblad") {
    const werkmap = maakWerkmap(uitvoer, omgeving.adres);
    return ext === "ods" ? toOds(werkmap) : toXlsx(werkmap);
  }
  if (wat === "uitkomst") return uitkomstCsv(uitvoer);
  if (wat === "cijfers") return cijfersCsv(uitvoer);
  const svg = omlijst(uitvoer, beeldOf(wat, uitvoer, omgeving), omgeving.adres);
  return ext === "png" ? toPng(svg) : svg;
}

function beeldOf(wat: string, uitvoer: Uitvoerblad, { kaart, kolom }: Uitvoeromgeving): Beeld {
  if (wat === "tabel") return tabelbeeld(uitvoer);
  if (wat === "staven") return staafbeeld(uitvoer);
  const asked = uitvoer.kolommen.find(({ naam }) => naam === kolom);
  return kaartbeeld(kaart(), asked ?? uitvoer.kolommen[0]);
}
