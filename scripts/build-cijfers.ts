/**
 * Makes the csv of each delivery in data/cijfers/leveringen.yaml from the raw base table.
 *
 * A cell that is empty in the raw table gives no row: missing stays missing. Whole percents become
 * a deel (29 becomes 0.29) and whole thousands of euros become euros, exactly.
 *
 * node --import tsx scripts/build-cijfers.ts <folder with raw material>
 */
import { join } from "node:path";
import { type CsvRow, cell, rawFolder, readCsv, writeCsv } from "./csv-table.ts";

/** What a raw column holds, and how it is carried over when gemeenten were merged. */
type Kolom = {
  readonly bestand: string;
  readonly kolom: string;
  readonly soort: "aantal" | "getal" | "procent" | "duizend";
  /** Which flag says that the figure was put together from more than one old gemeente. */
  readonly samengevoegd?: "samengevoegd_na_2021" | "samengevoegd_na_2022";
  /** Weight used in that case; without one the figures were added up. */
  readonly gewicht?: string;
};

const NA_2021 = {
  samengevoegd: "samengevoegd_na_2021",
  gewicht: "de woningvoorraad eind 2020",
} as const;
const NA_2022 = {
  samengevoegd: "samengevoegd_na_2022",
  gewicht: "de woningvoorraad van 2022",
} as const;
const OPGETELD_2021 = { samengevoegd: "samengevoegd_na_2021" } as const;
const OPGETELD_2022 = { samengevoegd: "samengevoegd_na_2022" } as const;

const KOLOMMEN: readonly Kolom[] = [
  { bestand: "inwoners-2021-01-01", kolom: "inwoners_2021", soort: "aantal", ...OPGETELD_2021 },
  { bestand: "inwoners-2022-01-01", kolom: "inwoners_2022", soort: "aantal", ...OPGETELD_2022 },
  { bestand: "inwoners-2024-01-01", kolom: "inwoners_2024", soort: "aantal" },
  { bestand: "inwoners-2025-01-01", kolom: "inwoners_2025", soort: "aantal" },
  {
    bestand: "woningvoorraad-2022-01-01",
    kolom: "woningvoorraad_2022",
    soort: "aantal",
    ...OPGETELD_2022,
  },
  { bestand: "woningvoorraad-2024-01-01", kolom: "woningvoorraad_2024", soort: "aantal" },
  { bestand: "woningvoorraad-2025-01-01", kolom: "woningvoorraad_2025", soort: "aantal" },
  { bestand: "nieuwbouw-2024", kolom: "nieuwbouw_2024", soort: "aantal" },
  { bestand: "verkoopprijs-gemiddeld-2024", kolom: "verkoopprijs_gem_2024", soort: "aantal" },
  { bestand: "koop-aandeel-2021-01-01", kolom: "koop_pct_2021", soort: "procent", ...NA_2021 },
  { bestand: "koop-aandeel-2022-01-01", kolom: "koop_pct_2022", soort: "procent", ...NA_2022 },
  { bestand: "huur-aandeel-2021-01-01", kolom: "huur_pct_2021", soort: "procent", ...NA_2021 },
  {
    bestand: "corporatie-aandeel-2021-01-01",
    kolom: "corporatie_pct_2021",
    soort: "procent",
    ...NA_2021,
  },
  {
    bestand: "onbewoond-aandeel-2021-01-01",
    kolom: "onbewoond_pct_2021",
    soort: "procent",
    ...NA_2021,
  },
  {
    bestand: "woz-gemiddeld-2021-01-01",
    kolom: "woz_gem_x1000_2021",
    soort: "duizend",
    ...NA_2021,
  },
  {
    bestand: "woz-gemiddeld-2022-01-01",
    kolom: "woz_gem_x1000_2022",
    soort: "duizend",
    ...NA_2022,
  },
  {
    bestand: "huishoudensgrootte-2021-01-01",
    kolom: "huishoudensgrootte_2021",
    soort: "getal",
  },
  { bestand: "stedelijkheid-2021-01-01", kolom: "stedelijkheid_2021", soort: "aantal" },
  { bestand: "land-km2-2021-01-01", kolom: "land_km2_2021", soort: "getal", ...OPGETELD_2021 },
];

/**
 * Gemeenten whose share of corporatie homes is improbably low in the source (in 2018 too): it
 * probably counts their corporatie homes, or a part of them, as other rent. Not corrected.
 */
const VERDACHT = new Set(["GM0060", "GM0277", "GM0339", "GM0432", "GM1598"]);
const VERDACHT_TEKST =
  "onwaarschijnlijk laag: de bron telt corporatiewoningen hier vermoedelijk (deels) als overige huur; niet gecorrigeerd";

const basis = readCsv(join(rawFolder(), "gemeenten-basis.csv"));

for (const kolom of KOLOMMEN) {
  const rows = basis.filter((row) => cell(row, kolom.kolom) !== "").map((row) => regel(kolom, row));
  writeCsv(
    `data/cijfers/${kolom.bestand}.csv`,
    ["gebied", "waarde", "laag", "hoog", "opmerking"],
    rows,
  );
}

function regel(kolom: Kolom, row: CsvRow): string[] {
  const tiental = tienden(cell(row, kolom.kolom), kolom);
  const gewogen = kolom.gewicht !== undefined && isSamengevoegd(kolom, row);
  const [laag, hoog] = grenzen(kolom, tiental, gewogen);
  return [
    cell(row, "gemeentecode"),
    kolom.soort === "aantal" || kolom.soort === "getal"
      ? Number(cell(row, kolom.kolom)).toString()
      : schaal(kolom, tiental),
    laag,
    hoog,
    opmerking(kolom, row),
  ];
}

/** The figure in tenths of a percent or of a thousand euro, as a whole number. */
function tienden(text: string, kolom: Kolom): number {
  const whole = Math.round(Number(text) * 10);
  const precise = kolom.soort === "procent" || kolom.soort === "duizend";
  if (precise && Math.abs(whole / 10 - Number(text)) > 1e-9) {
    throw new Error(`${kolom.kolom}: ${text} heeft meer dan één decimaal.`);
  }
  return whole;
}

function schaal({ soort }: Kolom, tiental: number): string {
  return soort === "procent" ? (tiental / 1000).toString() : (tiental * 100).toString();
}

/**
 * An own low and high where the margin of the indicator does not fit: a weighted figure is twice
 * as uncertain, and a share that was rounded to zero cannot be below it.
 */
function grenzen(kolom: Kolom, tiental: number, gewogen: boolean): readonly [string, string] {
  if (gewogen) return [schaal(kolom, tiental - 10), schaal(kolom, tiental + 10)];
  if (kolom.soort === "procent" && tiental === 0) return ["0", schaal(kolom, 5)];
  return ["", ""];
}

function opmerking(kolom: Kolom, row: CsvRow): string {
  const delen: string[] = [];
  if (isSamengevoegd(kolom, row)) {
    const jaar = kolom.samengevoegd?.slice(-4);
    delen.push(
      kolom.gewicht === undefined
        ? `samengevoegd na ${jaar}: opgeteld over de vroegere gemeenten`
        : `samengevoegd na ${jaar}: gewogen met ${kolom.gewicht}`,
    );
  }
  if (kolom.kolom === "corporatie_pct_2021" && VERDACHT.has(cell(row, "gemeentecode"))) {
    delen.push(VERDACHT_TEKST);
  }
  return delen.join("; ");
}

function isSamengevoegd({ samengevoegd }: Kolom, row: CsvRow): boolean {
  return samengevoegd !== undefined && cell(row, samengevoegd) === "1";
}
