import type { Kaart } from "#contract/api/kaarten.ts";
import { UITVOERSOORTEN } from "#contract/rekenblad/uitvoer.ts";
import type { Vormzoeker } from "#services/ogc/gebiedsvorm.ts";
import { dayOf } from "#services/verdeling/opdracht.ts";
import { kaartbeeld } from "./beeld/kaartbeeld.ts";
import { type Beeld, omlijst } from "./beeld/omlijsting.ts";
import { toPng } from "./beeld/png.ts";
import { staafbeeld } from "./beeld/staafbeeld.ts";
import { tabelbeeld } from "./beeld/tabelbeeld.ts";
import { bestandsnaam } from "./bestandsnaam.ts";
import { cijfersCsv, uitkomstCsv } from "./csv.ts";
import { toGeojson } from "./geojson.ts";
import type { Uitvoerblad } from "./uitvoerblad.ts";
import { toOds } from "./werkmap/ods.ts";
import { maakWerkmap } from "./werkmap/werkmap.ts";
import { toXlsx } from "./werkmap/xlsx.ts";

/** What a writer needs besides the sheet itself. */
export type Uitvoeromgeving = {
  /** Where one gets back to the view, whole. */
  readonly adres: string;
  readonly kaart: () => Kaart;
  readonly vormen: Vormzoeker;
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
  if (wat === "gebied") {
    return toGeojson(uitvoer, omgeving.vormen, dayOf(uitvoer.op), omgeving.adres);
  }
  const svg = omlijst(uitvoer, beeldOf(wat, uitvoer, omgeving), omgeving.adres);
  return ext === "png" ? toPng(svg) : svg;
}

function beeldOf(wat: string, uitvoer: Uitvoerblad, { kaart, kolom }: Uitvoeromgeving): Beeld {
  if (wat === "tabel") return tabelbeeld(uitvoer);
  if (wat === "staven") return staafbeeld(uitvoer);
  const asked = uitvoer.kolommen.find(({ naam }) => naam === kolom);
  return kaartbeeld(kaart(), asked ?? uitvoer.kolommen[0]);
}
