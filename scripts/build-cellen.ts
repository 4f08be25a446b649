/**
 * Makes data/kaarten/cellen-2024.json from what stands in data already: a schematic map, for as long
 * as nobody brought real borders.
 *
 * node --import tsx scripts/build-cellen.ts
 */
import { readFileSync, writeFileSync } from "node:fs";
import { toRijksdriehoek } from "#services/kaart/rijksdriehoek.ts";
import { parseCsv } from "#sources/csv.ts";
import { readGemeentekaart, readLandkaart } from "#sources/kaarten.ts";
import { makeCellen } from "./kaart-cellen.ts";

/** Metres per unit of the map. */
const RASTER = 10;
const OPPERVLAK = "data/cijfers/land-km2-2021-01-01.csv";

const { zwaartepunten, bron } = readGemeentekaart(".");
const oppervlak = new Map(
  parseCsv(readFileSync(OPPERVLAK, "utf8"), OPPERVLAK).map((cell) => [
    cell("gebied"),
    Number(cell("waarde")),
  ]),
);
const plekken = Object.entries(zwaartepunten).map(([code, punt]) => ({
  code,
  punt: toRijksdriehoek(punt),
  oppervlak: oppervlak.get(code) ?? 0,
}));
const missing = plekken.filter(({ oppervlak: size }) => !(size > 0)).map(({ code }) => code);
if (missing.length > 0) throw new Error(`no land area of ${missing.join(", ")}`);

const land = readLandkaart(".").ringen.map((ring) => ring.map(toRijksdriehoek));
const cellen = makeCellen(land, plekken, RASTER);
const head = {
  bron,
  licentie: "CC BY 4.0",
  peildatum: "2024-01-01",
  toelichting:
    "schematisch: het land verdeeld rond het midden van elke gemeente, zo groot als zij ongeveer is; ringen in tientallen meters Rijksdriehoek, vul met evenodd",
};
const lines = [...cellen].map(([code, ringen]) => `    "${code}": ${JSON.stringify(ringen)}`);
writeFileSync(
  "data/kaarten/cellen-2024.json",
  `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "cellen": {\n${lines.join(",\n")}\n  }\n}\n`,
);
