import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Rekengebied } from "#domain/gebied.ts";
import { createKaartmaker } from "#services/kaart/kaartmaker.ts";
import { readMeegeleverd } from "#sources/meegeleverd.ts";
import { measure, ownLoper } from "../meting.ts";
import { benchFile } from "../plaats.ts";
import type { Proefverslag } from "../verslag.ts";

/** Borders of the country as their source gave them; not part of the product. */
const BESTAND = "../../shared/data/gemeenten-geojson-2024/gemeente_gegeneraliseerd_2024.geojson";
const TITEL = "Grenzen van 342 gemeenten, van bestand tot kaart";
const HOOGSTENS = 25;

/** From a file with borders to what a screen draws, beside what parsing the JSON alone takes. */
export async function runGrenzen(nederland: Rekengebied): Promise<Proefverslag> {
  const source = benchFile(BESTAND);
  if (!existsSync(source)) return skipped();
  const folder = mkdtempSync(join(tmpdir(), "woonregie-bench-"));
  const file = join(folder, "gemeenten-2024.geojson");
  copyFileSync(source, file);
  const { cellenkaart, gemeenten } = readMeegeleverd();
  const draw = () =>
    createKaartmaker({ cellen: cellenkaart, gemeenten, map: folder })(nederland, "2024-12-31");
  const kaart = draw();
  const metingen = await measure([
    ownLoper("alleen het bestand lezen en ontleden", () => JSON.parse(readFileSync(file, "utf8"))),
    ownLoper("Woonregie, van bestand tot kaart", () => JSON.stringify(draw())),
  ]);
  rmSync(folder, { recursive: true });
  const size = (text: string) => new Intl.NumberFormat("nl-NL").format(text.length);
  const ratio = metingen[1]?.verhouding?.midden ?? Number.POSITIVE_INFINITY;
  const drawn = kaart.gemeenten.length;
  return {
    titel: TITEL,
    invoer: `${size(readFileSync(source, "latin1"))} bytes, echt: de gegeneraliseerde grenzen van 2024. Lezen, nakijken, omrekenen naar het Rijksdriehoeksstelsel, gedeelde grenzen vinden, vereenvoudigen en een plek voor elke naam zoeken. De kaart is ${size(JSON.stringify(kaart))} tekens. Dit gebeurt één keer na een start of na nieuwe grenzen; daarna blijft de kaart in het geheugen.`,
    metingen,
    vergelijking: [
      `${drawn} van ${nederland.eenheden.length} gemeenten getekend uit echte grenzen`,
    ],
    doelen: [
      {
        tekst: `hoogstens ${HOOGSTENS} keer zo lang als het bestand ontleden`,
        gehaald: ratio <= HOOGSTENS,
      },
    ],
    klopt: drawn === nederland.eenheden.length && kaart.soort === "grenzen",
  };
}

function skipped(): Proefverslag {
  return {
    titel: TITEL,
    invoer: "Overgeslagen: het bestand met grenzen hoort niet bij het product en is hier niet.",
    metingen: [],
    vergelijking: [],
    doelen: [],
    klopt: true,
  };
}
