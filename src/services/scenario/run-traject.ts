import { readGebeurtenis } from "#contract/kader/gebeurtenis.ts";
import type { Ordelijk } from "#contract/kader/knoop.ts";
import type { Rekengebied } from "#domain/gebied.ts";
import type { Traject } from "#domain/traject.ts";
import type { Gebeurtenis, Gebrek, Trajectstand } from "#domain/trajectstand.ts";
import { createCijferbron } from "#domain/waarneming.ts";
import { computeTrajectstand } from "#rules/samenwerking/index.ts";
import { type Checks, meldingChecks, meldingenVan, runChecks } from "./checks.ts";
import { gebiedOf, isKaart, readCijfers, readIngevuld } from "./gegevens.ts";
import type { Omgeving, Scenario } from "./omgeving.ts";
import { compareNamen, compareTekst, compareWoord, type Verschil, wrong } from "./vergelijken.ts";

/** What each key under `verwacht` of a traject compares; only what is named is compared. */
const CHECKS: Checks<Trajectstand> = {
  stap: (verwacht, { stap }) => compareWoord("stap", verwacht, stap),
  status: (verwacht, { status }) => compareWoord("status", verwacht, status),
  "te-laat": (verwacht, { teLaat }) =>
    compareNamen(
      "te-laat",
      verwacht,
      teLaat.map(({ stap }) => stap),
    ),
  blokkade: (verwacht, { blokkade }) =>
    compareNamen("blokkade", verwacht, blokkade.map(gebrektekst)),
  ontbreekt: (verwacht, { ontbreekt }) =>
    compareNamen("ontbreekt", verwacht, ontbreekt.map(gebrektekst)),
  opmerking: (verwacht, { opmerkingen }) =>
    (Array.isArray(verwacht) ? verwacht : [verwacht]).flatMap((tekst) =>
      compareTekst("opmerking", tekst, opmerkingen),
    ),
  ...meldingChecks(({ meldingen }) => meldingen),
};

/** Runs one scenario of a traject, and says what came out otherwise than expected. */
export function runTraject(
  { gegeven, verwacht, op }: Scenario,
  document: Traject,
  omgeving: Omgeving,
): readonly Verschil[] {
  const waarnemingen = readCijfers(gegeven.get("cijfers"));
  const gebied = gebiedFor(gegeven.get("gebied") ?? document.gebied, op, omgeving);
  const ingevuld = readIngevuld(gegeven.get("ingevuld"), document);
  if (!ingevuld.ok) return wrong("ingevuld", ingevuld.fouten);
  if (gebied === "onbekend") return wrong("gebied", ["een onbekende regio"]);
  const { gebeurtenissen, fouten } = readGebeurtenissen(gegeven.get("gebeurtenissen"), document);
  if (fouten.length > 0) return wrong("gebeurtenissen", fouten);
  const stand = computeTrajectstand({
    document,
    gebied: gebied ?? gebiedOf(waarnemingen),
    cijfers: createCijferbron(waarnemingen),
    bibliotheek: omgeving.bibliotheek,
    ingevuld: ingevuld.invulling,
    gebeurtenissen,
    provincies: omgeving.provincies ?? [],
    proef: true,
    ...(op === undefined ? {} : { op }),
  });
  return [...runChecks(CHECKS, verwacht, stand), ...unexpectedRefusals(verwacht, stand)];
}

/** A case in which something was refused must say so itself. */
function unexpectedRefusals(
  verwacht: ReadonlyMap<string, Ordelijk>,
  { meldingen }: Trajectstand,
): readonly Verschil[] {
  if (verwacht.has("geweigerd")) return [];
  return meldingenVan(meldingen, "geweigerd").flatMap(({ reden }) => wrong("geweigerd", [reden]));
}

/** A region by name, or the units that the document itself lists. */
function gebiedFor(
  named: Ordelijk | Traject["gebied"],
  op: string | undefined,
  { gebied }: Omgeving,
): Rekengebied | "onbekend" | undefined {
  if (named === undefined) return undefined;
  if (typeof named === "string") return gebied(named, op) ?? "onbekend";
  if (!Array.isArray(named)) return undefined;
  const eenheden = named.map(({ id, naam = id }: { id: string; naam?: string }) => ({ id, naam }));
  return {
    id: "eigen-gebied",
    titel: "de gemeenten van het document",
    eenheden,
    deelregios: {},
    onzeker: [],
  };
}

function readGebeurtenissen(
  tree: Ordelijk | undefined,
  document: Traject,
): { readonly gebeurtenissen: readonly Gebeurtenis[]; readonly fouten: readonly string[] } {
  const read = (Array.isArray(tree) ? tree : []).map((item: Ordelijk) => {
    const velden = isKaart(item) ? [...item].map(([key, value]) => [key, String(value)]) : [];
    return readGebeurtenis(Object.fromEntries(velden), document);
  });
  return {
    gebeurtenissen: read.flatMap((item) => (item.ok ? [item.gebeurtenis] : [])),
    fouten: read.flatMap((item) => (item.ok ? [] : item.fouten)),
  };
}

function gebrektekst({ tekst }: Gebrek): string {
  return tekst;
}
