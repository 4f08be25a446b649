import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadDocument } from "#contract/kader/load.ts";
import { loadScenarios } from "#contract/kader/scenarios.ts";
import { applyWijzig } from "#contract/kader/wijzig.ts";
import { readBlad } from "#contract/rekenblad/blad.ts";
import { readIngevuld } from "#contract/rekenblad/ingevuld.ts";
import { applyWijzigingen } from "#contract/rekenblad/wijzigingen.ts";
import { documentnaam } from "#domain/document.ts";
import { RuleError } from "#domain/errors.ts";
import type { Stap } from "#domain/verdeling.ts";
import { layBeside } from "#rules/verdeling/index.ts";
import { loadBasis } from "#services/basis.service.ts";
import { toOpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import { describeInBasis } from "#services/kader/documentzin.ts";
import { isKaart } from "#services/scenario/gegevens.ts";
import { toVraag } from "#services/scenario/run-scenario.ts";
import { uitvoerVanBlad } from "#services/uitvoer/maak-uitvoerblad.ts";
import type { Uitvoerblad } from "#services/uitvoer/uitvoerblad.ts";
import { computeTabel, type Verdeeltabel } from "#services/verdeling/verdeling.service.ts";
import { readMeegeleverd } from "#sources/meegeleverd.ts";

const meegeleverd = readMeegeleverd();

/** The open basis that ships, read once for every test of a file. */
const basis = toOpenbareBasis(loadBasis(meegeleverd));

/** An export of a sheet as its address has it, `regio=…&cijfer.urgenten=450`; with other steps. */
export function uitvoerVan(
  naam: string,
  query: string,
  anders?: (stap: Stap) => Stap,
): Uitvoerblad {
  const blad = readBlad(naam, new URLSearchParams(query), "2026-01-01");
  const shipped = basis.bibliotheek.find(naam);
  const changed =
    blad.wijzigingen.size > 0
      ? applyWijzigingen(basis.tekstVan(naam) ?? "", blad.wijzigingen, basis.kennis)
      : undefined;
  if (changed && !changed.ok) throw new Error(changed.fouten.join(" "));
  const written = changed ? changed.document : shipped;
  if (written?.soort !== "verdeling") throw new Error(`${naam} is no verdeling`);
  const document = anders ? { ...written, stappen: written.stappen.map(anders) } : written;
  const { cijfers, ingevuld, fouten } = readIngevuld(blad, document, basis);
  if (fouten.length > 0) throw new Error(JSON.stringify(fouten));
  const { regio, op, naast } = blad;
  const read = computeTabel(basis, { document, regio, op, cijfers, ingevuld }, naast);
  if (!read.ok) throw new Error(read.fouten.join(" "));
  return exportOf(read.tabel, naam, query);
}

function exportOf(tabel: Verdeeltabel, naam: string, query: string): Uitvoerblad {
  const blad = readBlad(naam, new URLSearchParams(query), "2026-01-01");
  return uitvoerVanBlad(basis, blad, tabel, (item, ingevuld) =>
    describeInBasis(item, basis, ingevuld),
  );
}

/** Every scenario of a verdeling in the library that comes to numbers, as an export of it. */
export function scenarioUitvoer(): readonly {
  readonly naam: string;
  readonly blad: Uitvoerblad;
}[] {
  const omgeving = {
    bibliotheek: basis.bibliotheek,
    gebied: (naam: string, op: string | undefined) => {
      const found = basis.gebied(naam, op ?? "2026-01-01");
      return found.soort === "gevonden" ? found.gebied : undefined;
    },
  };
  return meegeleverd.documenten.bestanden.flatMap((bestand) => {
    const pad = bestand.scenarios;
    const own = bestand.lees();
    if (!pad || !own.ok || own.document.soort !== "verdeling") return [];
    const text = readFileSync(join(meegeleverd.root, pad), "utf8");
    const read = loadScenarios(text, { bestand: pad, kennis: meegeleverd.kennis });
    if (!read.ok) throw new Error(`${pad} cannot be read`);
    return read.scenarios.flatMap((scenario) => {
      const wijzig = scenario.gegeven.get("wijzig");
      const options = { bestand: bestand.pad, kennis: meegeleverd.kennis };
      const loaded = isKaart(wijzig)
        ? applyWijzig(bestand.tekst(), wijzig, options)
        : loadDocument(bestand.tekst(), options);
      if (!loaded.ok || loaded.document.soort !== "verdeling") return [];
      const asked = toVraag(scenario, loaded.document, omgeving);
      if ("verschil" in asked) return [];
      const tabel = tryTabel(asked.vraag);
      if (!tabel || tabel.kolommen[0].uitkomst.eenheden.length === 0) return [];
      const naam = documentnaam(loaded.document);
      return [{ naam: `${naam}: ${scenario.naam}`, blad: exportOf(tabel, naam, "regio=scenario") }];
    });
  });
}

function tryTabel(vraag: Parameters<typeof layBeside>[0]): Verdeeltabel | undefined {
  try {
    return layBeside(vraag, []);
  } catch (error) {
    if (error instanceof RuleError) return undefined;
    throw error;
  }
}
