import type { Ordelijk } from "#contract/kader/knoop.ts";
import { type Laadresultaat, loadDocument } from "#contract/kader/load.ts";
import type { Scenario } from "#contract/kader/scenarios.ts";
import { applyWijzig } from "#contract/kader/wijzig.ts";
import { documentnaam } from "#domain/document.ts";
import type { Indeling } from "#domain/indeling.ts";
import { computeIndeling } from "#rules/indeling/index.ts";
import type { Basis } from "#services/basis.ts";
import { isKaart } from "./gegevens.ts";
import type { Omgeving } from "./omgeving.ts";
import { runScenario } from "./run-scenario.ts";
import { compareNamen, type Verschil } from "./vergelijken.ts";

/**
 * Runs one scenario of a document as it was written, with the scenario's own changes in it, and says
 * what came out otherwise than expected: nothing, and it is proven.
 */
export function proveScenario(
  scenario: Scenario,
  bestand: { readonly pad: string; readonly tekst: string },
  basis: Basis,
): readonly Verschil[] {
  const { kennis } = basis;
  const options = { bestand: bestand.pad, kennis };
  const wijzig = scenario.gegeven.get("wijzig");
  const read = isKaart(wijzig)
    ? applyWijzig(bestand.tekst, wijzig, options)
    : loadDocument(bestand.tekst, options);
  return runScenario(scenario, toGelezen(read), environmentOf(basis));
}

function toGelezen(read: Laadresultaat) {
  if (read.ok) return { ok: true as const, document: read.document };
  return { ok: false as const, teksten: read.fouten.map(({ tekst }) => tekst) };
}

function environmentOf(basis: Basis): Omgeving {
  return {
    bibliotheek: basis.bibliotheek,
    ...(basis.kennis.codelijsten ? { codelijsten: basis.kennis.codelijsten } : {}),
    provincies: basis.gemeenten.provincies,
    gebied: (naam, op) => {
      const found = basis.gebied(naam, op ?? "2026-01-01");
      return found.soort === "gevonden" ? found.gebied : undefined;
    },
    indeling: (document, verwacht, op) => checkIndeling(document, verwacht, op, basis),
  };
}

/** Members per region, by number or by name; what is not complete, and what is not certain. */
function checkIndeling(
  document: Indeling,
  verwacht: ReadonlyMap<string, Ordelijk>,
  op: string | undefined,
  { gemeenten }: Basis,
): readonly Verschil[] {
  const outcome = computeIndeling(document, op, gemeenten);
  return [...verwacht].flatMap(([key, tree]) => {
    if (key === "onvolledig") return compareNamen(key, tree, outcome.onvolledig);
    if (key === "onbepaald") return compareNamen(key, tree, outcome.onzeker);
    if (key === "leden" && isKaart(tree)) {
      return [...tree].flatMap(([naam, wanted]) => compareLeden(naam, wanted, outcome));
    }
    return [{ wat: key, verwacht: "bekend", gekregen: "onbekende sleutel" }];
  });
}

function compareLeden(
  naam: string,
  wanted: Ordelijk,
  outcome: ReturnType<typeof computeIndeling>,
): readonly Verschil[] {
  const leden = outcome.regios.find(({ id }) => id === naam)?.leden ?? [];
  const codes = leden.map(({ code }) => code);
  if (Array.isArray(wanted)) return compareNamen(`leden ${naam}`, wanted, codes);
  if (String(wanted) === String(codes.length)) return [];
  return [{ wat: `leden ${naam}`, verwacht: String(wanted), gekregen: String(codes.length) }];
}

/** `id@versie`, as a scenarios file names its document. */
export function provesDocument(
  document: string,
  found: { readonly id: string; readonly versie: number },
): boolean {
  return document === documentnaam(found);
}
