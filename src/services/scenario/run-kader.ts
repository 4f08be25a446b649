import { readKaderfeiten } from "#contract/kader/kaderfeiten.ts";
import type { Boom, Ordelijk } from "#contract/kader/knoop.ts";
import type { Kader } from "#domain/kader.ts";
import type { Kaderstand, Onderdeelstand } from "#domain/kaderstand.ts";
import { parseMoment } from "#domain/peildatum.ts";
import { createCijferbron } from "#domain/waarneming.ts";
import { runKaderstand } from "#services/kaderstand/kaderstand.service.ts";
import { readKaderinvulling } from "#services/kaderstand/opdracht.ts";
import { type Checks, meldingChecks, runChecks } from "./checks.ts";
import { gebiedOf, isKaart, readCijfers, toPlain, unitId } from "./gegevens.ts";
import type { Omgeving, Scenario } from "./omgeving.ts";
import {
  compareNamen,
  compareTekst,
  compareWoord,
  formatOntbrekend,
  type Verschil,
  wrong,
} from "./vergelijken.ts";

/** What each key under `verwacht` of a kader compares; only what is named is compared. */
const CHECKS: Checks<Kaderstand> = {
  status: (verwacht, { status }) => compareWoord("status", verwacht, status),
  blokkade: (verwacht, { blokkade }) => compareNamen("blokkade", verwacht, blokkade),
  ontbreekt: (verwacht, { ontbreekt }) => compareNamen("ontbreekt", verwacht, ontbreekt),
  "te-laat": (verwacht, { teLaat }) => compareNamen("te-laat", verwacht, teLaat),
  ...meldingChecks(allMeldingen),
  onvolledig: (verwacht, stand) =>
    compareNamen(
      "onvolledig",
      verwacht,
      stand.onderdelen.flatMap(({ ontbreekt }) => ontbreekt.map(formatOntbrekend)),
    ),
  opmerking: (verwacht, stand) =>
    (Array.isArray(verwacht) ? verwacht : [verwacht]).flatMap((text) =>
      compareTekst("opmerking", text, remarksOf(stand)),
    ),
  oordeel: (verwacht, stand) =>
    isKaart(verwacht)
      ? [...verwacht].flatMap(([key, wanted]) => compareOordeel(key, wanted, stand))
      : wrong("oordeel", ["geen lijst van onderdelen"]),
};

/** Runs one scenario of a kader, and says what came out otherwise than expected. */
export function runKader(
  { gegeven, verwacht, op }: Scenario,
  document: Kader,
  omgeving: Omgeving,
): readonly Verschil[] {
  const waarnemingen = readCijfers(gegeven.get("cijfers"));
  const named = gegeven.get("gebied");
  const region = typeof named === "string" ? omgeving.gebied(named, op) : undefined;
  const day = op === undefined ? DEFAULT_DAY : parseMoment(op)?.tot;
  const { bibliotheek, provincies = [], codelijsten } = omgeving;
  const ingevuld = readKaderinvulling(plainOf(gegeven.get("ingevuld")), document, bibliotheek);
  const feiten = readKaderfeiten(factsOf(gegeven), unitId);
  const fouten = [
    ...(named !== undefined && !region ? [`een onbekende regio: ${String(named)}`] : []),
    ...(day === undefined ? [`geen dag: ${op}`] : []),
    ...ingevuld.fouten,
    ...(feiten.ok ? [] : feiten.fouten),
  ];
  if (!feiten.ok || day === undefined || fouten.length > 0) return wrong("gegeven", fouten);
  const stand = runKaderstand({
    ...feiten.feiten,
    document,
    gebied: region ?? gebiedOf(waarnemingen),
    cijfers: createCijferbron(waarnemingen),
    bibliotheek,
    op: day,
    ingevuld: ingevuld.ingevuld,
    gebeurtenissen: new Map(),
    provincies,
    ...(codelijsten ? { codelijsten } : {}),
  });
  return runChecks(CHECKS, verwacht, stand);
}

/** The day of a case that names none; a made-up case reads no clock. */
const DEFAULT_DAY = "2026-01-01";

const FACTS = ["geland", "verslagen", "besluiten"];

function factsOf(gegeven: ReadonlyMap<string, Ordelijk>): Readonly<Record<string, Boom>> {
  const found = FACTS.flatMap((key) => {
    const tree = gegeven.get(key);
    return tree === undefined ? [] : [[key, toPlain(tree)] as const];
  });
  return Object.fromEntries(found);
}

function plainOf(tree: Ordelijk | undefined): Readonly<Record<string, Boom>> {
  if (!isKaart(tree)) return {};
  return Object.fromEntries([...tree].map(([key, value]) => [key, toPlain(value)]));
}

/** `urgenten` is how an onderdeel goes, `urgenten.A` how one unit does in it. */
function compareOordeel(key: string, wanted: Ordelijk, stand: Kaderstand): readonly Verschil[] {
  const [naam = "", ...rest] = key.split(".");
  const onderdeel = stand.onderdelen.find((part) => part.naam === naam);
  const found = onderdeel && voortgangOf(onderdeel, rest.join("."));
  return compareWoord(`oordeel ${key}`, wanted, found ?? "niets");
}

function voortgangOf({ voortgang, metingen }: Onderdeelstand, unit: string): string | undefined {
  if (unit === "") return voortgang;
  return metingen.findLast(({ eenheid }) => eenheid === unitId(unit))?.voortgang;
}

function allMeldingen({ meldingen, onderdelen }: Kaderstand) {
  return [...meldingen, ...onderdelen.flatMap((part) => part.meldingen)];
}

/** Remarks, why an onderdeel cannot be judged, and what parties wish to be said beside it. */
function remarksOf({ opmerkingen, onderdelen, partijen }: Kaderstand): readonly string[] {
  return [
    ...opmerkingen,
    ...onderdelen.flatMap(({ waarom }) => waarom),
    ...onderdelen.flatMap(({ naam, binding }) => (binding ? [`${naam} is ${binding.telt}`] : [])),
    ...partijen.map(({ wie, standpunt }) => `${wie}: ${standpunt ?? "geen standpunt"}`),
    ...partijen.flatMap(({ wie, kanttekening }) =>
      kanttekening ? [`${wie}: ${kanttekening}`] : [],
    ),
  ];
}
