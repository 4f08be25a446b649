import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { findNearest } from "#contract/kader/nearest.ts";
import { UITVOERSOORTEN } from "#contract/rekenblad/uitvoer.ts";
import { toOpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import { describeInBasis } from "#services/kader/documentzin.ts";
import { ENGINE_VERSIE } from "#services/kader/engine-versie.ts";
import { createVormzoeker } from "#services/ogc/gebiedsvorm.ts";
import { makeUitvoerblad } from "#services/uitvoer/maak-uitvoerblad.ts";
import { schrijfUitvoer } from "#services/uitvoer/schrijf-uitvoer.ts";
import type { Uitvoerblad } from "#services/uitvoer/uitvoerblad.ts";
import { askBeside } from "#services/verdeling/ernaast.ts";
import { dayOf } from "#services/verdeling/opdracht.ts";
import type { Verdeeltabel } from "#services/verdeling/verdeling.service.ts";
import type { Asked } from "../command.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import type { Surroundings } from "../surroundings.ts";
import { commandLine } from "../text/command-line.ts";
import { assertGood } from "../usage-error.ts";
import { computeRequest } from "../verdeel/compute-request.ts";
import { type Request, readRequest } from "../verdeel/read-request.ts";
import { STUKNAMEN, type Stukbestand, writeAsked } from "./stukken.ts";
import { WAS_WORDT, writeWasWordt } from "./was-wordt.ts";

/** Writes a verdeling to files, each under a name that says what it is. */
export async function runExporteer(asked: Asked, around: Surroundings): Promise<ExitCode> {
  const soorten = readSoorten(asked.all("als"));
  const basis = toOpenbareBasis(await around.loadBasis());
  const beside = soorten.filter((naam) => WAS_WORDT.includes(naam));
  const own = soorten.filter((naam) => !WAS_WORDT.includes(naam));
  const map = asked.one("naar") ?? ".";
  await mkdir(map, { recursive: true });
  const keep = async ({ naam, bytes }: Stukbestand) => {
    const naar = join(map, naam);
    await writeFile(naar, bytes);
    around.write(`${naar}\n`);
  };
  if (beside.length > 0) {
    for (const made of await writeWasWordt(beside, asked, basis, around)) await keep(made);
  }
  if (own.length > 0) {
    const request = readRequest(asked, basis, around.now());
    for await (const made of writeVerdeling(own, request, asked, around)) await keep(made);
    for (const text of request.opmerkingen) around.warn(`Let op: ${text}\n`);
  }
  return EXIT.gedaan;
}

/** Each file that was asked, as it is made. */
async function* writeVerdeling(
  names: readonly string[],
  request: Request,
  asked: Asked,
  around: Surroundings,
): AsyncGenerator<Stukbestand> {
  const tabel = computeRequest(request);
  const command = commandLine("verdeel", asked, KEPT);
  const uitvoer = toUitvoer(request, tabel, asked, command);
  const { gebied } = tabel.vraag;
  const vormen = createVormzoeker(request.basis);
  for (const naam of names) {
    const made = STUKNAMEN.includes(naam)
      ? await writeAsked(naam, uitvoer, request, asked, around)
      : await schrijfUitvoer(naam, uitvoer, {
          adres: command,
          kaart: () => request.basis.kaart(gebied, dayOf(request.op)),
          vormen,
        });
    if (made) yield made;
  }
}

/** What people say for short. */
const KORT: Readonly<Record<string, string>> = {
  xlsx: "rekenblad.xlsx",
  ods: "rekenblad.ods",
  csv: "uitkomst.csv",
  svg: "tabel.svg",
  png: "tabel.png",
  geojson: "gebied.geojson",
};

function readSoorten(asked: readonly string[]): readonly string[] {
  const known = [...UITVOERSOORTEN.map(({ naam }) => naam), ...STUKNAMEN, ...WAS_WORDT];
  const names = [...new Set((asked.length > 0 ? asked : ["ods"]).map((als) => KORT[als] ?? als))];
  const wrong = names.filter((naam) => !known.includes(naam));
  assertGood(
    wrong.map((naam) => {
      const nearest = findNearest(naam, [...known, ...Object.keys(KORT)]);
      const hint = nearest ? ` Bedoelt u «${nearest}»?` : "";
      return `--als ${naam}\n  Zo'n bestand is er niet.${hint} Kies uit: ${known.join(", ")}.`;
    }),
  );
  return names;
}

/** On the command line the way back to a view is the line that shows it. */
function toUitvoer(
  { basis, cijfers }: Request,
  { vraag, kolommen }: Verdeeltabel,
  asked: Asked,
  command: string,
): Uitvoerblad {
  const [first, ...others] = kolommen.map(({ document, uitkomst }, i) => {
    const own = i === 0 ? vraag : askBeside(vraag, document);
    return { vraag: own, uitkomst, zin: describeInBasis(document, basis, own.ingevuld) };
  });
  if (!first) throw new RangeError("a table has at least one key");
  return makeUitvoerblad({
    bibliotheek: basis.bibliotheek,
    sleutels: [first, ...others],
    keuzes: asked.all("vul").map((text) => {
      const [naam = "", ...waarde] = text.split("=");
      return { naam, waarde: waarde.join("=") };
    }),
    wijzigingen: [],
    voorbeeld: cijfers.some(({ status }) => status === "voorbeeld"),
    kanttekeningen: [],
    herkomst: { soort: "blad", adres: command, engineVersie: ENGINE_VERSIE },
  });
}

/** Options on which the numbers hang. */
const KEPT = ["regio", "op", "cijfer", "cijfers", "vul", "naast"] as const;
