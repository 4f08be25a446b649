import type { Ordelijk } from "#contract/kader/knoop.ts";
import { breuk } from "#domain/breuk.ts";
import type { Eisoordeel, ToetsUitkomst } from "#domain/oordeel.ts";
import type { Fase, Toets } from "#domain/toets.ts";
import { FASEN } from "#domain/toets.ts";
import { createCijferbron } from "#domain/waarneming.ts";
import { computeToets, type Uitleg } from "#rules/normen/index.ts";
import { axesIn } from "#services/toets/assen.ts";
import { readBesluit } from "#services/toets/besluit.ts";
import { type Checks, meldingChecks, runChecks } from "./checks.ts";
import { gebiedOf, isKaart, readCijfers, readIngevuld, unitId } from "./gegevens.ts";
import type { Omgeving, Scenario } from "./omgeving.ts";
import { compareGetal, compareNamen, compareTekst, type Verschil, wrong } from "./vergelijken.ts";

/** What each key under `verwacht` of a toets compares; only what is named is compared. */
const CHECKS: Checks<ToetsUitkomst> = {
  oordeel: (verwacht, uitkomst) =>
    perEis("oordeel", verwacht, uitkomst, (wat, wanted, { oordeel }) =>
      wanted === oordeel ? [] : [{ wat, verwacht: String(wanted), gekregen: oordeel }],
    ),
  gat: (verwacht, uitkomst) =>
    perEis("gat", verwacht, uitkomst, (wat, wanted, { oordeel, gat }) =>
      compareGetal(wat, wanted, gatOf(oordeel, gat)),
    ),
  opmerking: checkOpmerking,
  botsing: (verwacht, { botsingen }) =>
    compareNamen(
      "botsing",
      verwacht,
      botsingen.map(({ eis }) => eis),
    ),
  ...meldingChecks(({ meldingen }) => meldingen),
};

/** Runs one scenario of a toets, and says what came out otherwise than expected. */
export function runToets(
  { gegeven, verwacht, op }: Scenario,
  document: Toets,
  omgeving: Omgeving,
): readonly Verschil[] {
  const waarnemingen = readCijfers(gegeven.get("cijfers"));
  const named = gegeven.get("gebied");
  const region = typeof named === "string" ? omgeving.gebied(named, op) : undefined;
  if (named !== undefined && !region) return wrong("gebied", ["een onbekende regio"]);
  const ingevuld = readIngevuld(gegeven.get("ingevuld"), document);
  if (!ingevuld.ok) return wrong("ingevuld", ingevuld.fouten);
  const besluiten = readBesluiten(gegeven.get("besluiten"));
  if (besluiten.fouten.length > 0) return wrong("besluiten", besluiten.fouten);
  const fase = FASEN.find((known) => known === gegeven.get("fase"));
  const uitkomst = computeToets({
    document,
    gebied: region ?? gebiedOf(waarnemingen),
    cijfers: createCijferbron(waarnemingen),
    bibliotheek: omgeving.bibliotheek,
    ingevuld: ingevuld.invulling,
    niveau: String(gegeven.get("niveau") ?? document.niveau[0] ?? ""),
    uitleg: readUitleg(gegeven.get("uitleg")),
    besluiten: besluiten.besluiten,
    assen: axesIn(document, omgeving.codelijsten),
    ...(fase ? { fase } : {}),
    ...(op === undefined ? {} : { op }),
  });
  return runChecks(CHECKS, verwacht, uitkomst);
}

function readUitleg(tree: Ordelijk | undefined): readonly Uitleg[] {
  if (!isKaart(tree)) return [];
  return [...tree].map(([key, text]) => ({ ...splitName(key), tekst: String(text) }));
}

/** `sociaal`, or `A.sociaal` for one unit. */
function splitName(key: string): Pick<Uitleg, "eis" | "eenheid"> {
  const parts = key.split(".");
  const eis = parts.at(-1) ?? key;
  return parts.length === 1 ? { eis } : { eis, eenheid: unitId(parts.slice(0, -1).join(".")) };
}

function readBesluiten(tree: Ordelijk | undefined) {
  const list = Array.isArray(tree) ? tree : [];
  const read = list.map((item: Ordelijk) => {
    const entries = isKaart(item) ? [...item].map(([key, text]) => [key, String(text)]) : [];
    return readBesluit(Object.fromEntries(entries));
  });
  return {
    besluiten: read.flatMap((item) => ("besluit" in item ? [item.besluit] : [])),
    fouten: read.flatMap((item) => ("fouten" in item ? item.fouten : [])),
  };
}

type Compare = (wat: string, wanted: Ordelijk, oordeel: Eisoordeel) => readonly Verschil[];

/** Compares per eis; `A.sociaal` is that of one unit, `sociaal.realisatie` that of one fase. */
function perEis(
  wat: string,
  verwacht: Ordelijk,
  uitkomst: ToetsUitkomst,
  compare: Compare,
): readonly Verschil[] {
  if (!isKaart(verwacht)) return [{ wat, verwacht: "per eis", gekregen: "iets anders" }];
  return [...verwacht].flatMap(([key, wanted]) => {
    const found = findOordelen(key, uitkomst);
    if (found.length === 0)
      return [{ wat: `${wat} ${key}`, verwacht: "een eis", gekregen: "geen" }];
    return found.flatMap((oordeel) => compare(`${wat} ${key}`, wanted, oordeel));
  });
}

function findOordelen(key: string, { eenheden }: ToetsUitkomst): readonly Eisoordeel[] {
  const parts = key.split(".");
  const fase: Fase | undefined = FASEN.find((known) => known === parts.at(-1));
  const rest = fase && parts.length > 1 ? parts.slice(0, -1) : parts;
  const { eis, eenheid } = splitName(rest.join("."));
  return eenheden
    .filter(({ id }) => eenheid === undefined || id === eenheid)
    .flatMap(({ oordelen }) =>
      oordelen.filter((item) => item.eis === eis && (rest === parts || item.fase === fase)),
    );
}

/** What is met is none short. */
function gatOf(oordeel: Eisoordeel["oordeel"], gat: Eisoordeel["gat"]) {
  if (gat) return breuk(gat.aantal);
  return oordeel === "voldoet" ? breuk(0n) : undefined;
}

/** One text for all, a list of them, or one per eis. */
function checkOpmerking(verwacht: Ordelijk, uitkomst: ToetsUitkomst): readonly Verschil[] {
  if (isKaart(verwacht)) {
    return perEis("opmerking", verwacht, uitkomst, (wat, wanted, { opmerkingen }) =>
      compareTekst(wat, wanted, opmerkingen),
    );
  }
  const said = [
    ...uitkomst.opmerkingen,
    ...uitkomst.eenheden.flatMap(({ oordelen }) => oordelen.flatMap((item) => item.opmerkingen)),
  ];
  const wanted: readonly Ordelijk[] = Array.isArray(verwacht) ? verwacht : [verwacht];
  return wanted.flatMap((text) => compareTekst("opmerking", text, said));
}
