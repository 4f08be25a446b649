import type { Ordelijk } from "#contract/kader/knoop.ts";
import { type Breuk, equals } from "#domain/breuk.ts";
import type { Loting, Rangorde } from "#domain/rangorde.ts";
import type { Puntentelling, RangordeUitkomst } from "#domain/rangorde-uitkomst.ts";
import { createCijferbron } from "#domain/waarneming.ts";
import { computeRangorde } from "#rules/rangorde/index.ts";
import { type Checks, meldingChecks, meldingenVan, runChecks } from "./checks.ts";
import {
  gebiedOf,
  isKaart,
  readCijfers,
  readIngevuld,
  readKandidaten,
  unitId,
} from "./gegevens.ts";
import type { Omgeving, Scenario } from "./omgeving.ts";
import { compareBoom, compareNamen, type Verschil, wrong } from "./vergelijken.ts";

/** What each key under `verwacht` of a rangorde compares; only what is named is compared. */
const CHECKS: Checks<RangordeUitkomst> = {
  volgorde: compareVolgorde,
  punten: (verwacht, { kandidaten }) =>
    compareBoom("punten", verwacht, ([who = "", naam]) => {
      const punten = kandidaten.find(({ id }) => id === who)?.punten;
      const part = naam ? punten?.delen.find((deel) => deel.naam === naam) : punten;
      return part && settled(part);
    }),
  "niet-toegelaten": (verwacht, uitkomst) =>
    compareNamen("niet-toegelaten", verwacht, withStand("niet-toegelaten", uitkomst)),
  "nader-onderzoek": (verwacht, uitkomst) =>
    compareNamen("nader-onderzoek", verwacht, withStand("nader-onderzoek", uitkomst)),
  termijn: compareTermijn,
  "te-laat": (verwacht, { kandidaten }) =>
    compareNamen(
      "te-laat",
      verwacht,
      kandidaten.flatMap(({ id, termijnen }) =>
        termijnen.flatMap(({ naam, stand }) => (stand === "te-laat" ? [`${naam} van ${id}`] : [])),
      ),
    ),
  "besluit-nodig": (verwacht, { meldingen }) =>
    compareNamen(
      "besluit-nodig",
      verwacht,
      meldingenVan(meldingen, "besluit-nodig").flatMap(({ kandidaten }) => kandidaten),
    ),
  ...meldingChecks(({ meldingen }) => meldingen),
};

/** Runs one scenario of a rangorde, and says what came out otherwise than expected. */
export function runRangorde(
  { gegeven, verwacht, op }: Scenario,
  document: Rangorde,
  { bibliotheek }: Omgeving,
): readonly Verschil[] {
  const kandidaten = readKandidaten(gegeven.get("kandidaten"));
  const waarnemingen = [...kandidaten, ...readCijfers(gegeven.get("cijfers"))];
  const ingevuld = readIngevuld(gegeven.get("ingevuld"), document);
  if (!ingevuld.ok) return wrong("ingevuld", ingevuld.fouten);
  const uitkomst = computeRangorde({
    document,
    gebied: gebiedOf(kandidaten.length > 0 ? kandidaten : waarnemingen),
    cijfers: createCijferbron(waarnemingen),
    bibliotheek,
    ingevuld: ingevuld.invulling,
    lotingen: readLotingen(gegeven.get("loting")),
    ...(op === undefined ? {} : { op }),
  });
  return [
    ...runChecks(CHECKS, verwacht, uitkomst),
    ...(verwacht.has("volgorde") ? unexpected(verwacht, uitkomst) : []),
  ];
}

/** Lots as the grammar of a scenarios file let them through. */
function readLotingen(tree: Ordelijk | undefined): readonly Loting[] {
  return (Array.isArray(tree) ? tree : []).flatMap((lot: Ordelijk) => {
    if (!isKaart(lot)) return [];
    const order = lot.get("volgorde");
    const volgorde = Array.isArray(order) ? order.map((name) => unitId(String(name))) : [];
    return [{ door: String(lot.get("door")), op: String(lot.get("op")), volgorde }];
  });
}

/** The order as names, with those who share places in a list inside it. */
function compareVolgorde(verwacht: Ordelijk, { plaatsen }: RangordeUitkomst): readonly Verschil[] {
  const wanted = (Array.isArray(verwacht) ? verwacht : [verwacht]).map((item: Ordelijk) =>
    Array.isArray(item) ? item.map((name) => unitId(String(name))).sort() : [unitId(String(item))],
  );
  const got = plaatsen.map(({ kandidaten }) => [...kandidaten].sort());
  const [left, right] = [wanted, got].map((groups) => groups.map(namesOf).join(", "));
  if (left === right) return [];
  return [{ wat: "volgorde", verwacht: left ?? "", gekregen: right ?? "" }];
}

function namesOf(names: readonly string[]): string {
  return names.length === 1 ? names.join() : `[${names.join(", ")}]`;
}

function compareTermijn(verwacht: Ordelijk, { kandidaten }: RangordeUitkomst): readonly Verschil[] {
  if (!isKaart(verwacht)) return wrong("termijn", ["geen blok"]);
  return [...verwacht].flatMap(([who, terms]) => {
    const own = kandidaten.find(({ id }) => id === unitId(who))?.termijnen ?? [];
    return [...(isKaart(terms) ? terms : [])].flatMap(([naam, dag]) => {
      const due = own.find((item) => item.naam === naam)?.uiterlijk ?? "niets";
      const wat = `termijn ${naam} van ${who}`;
      return due === String(dag) ? [] : [{ wat, verwacht: String(dag), gekregen: due }];
    });
  });
}

function settled({ laag, hoog }: Pick<Puntentelling, "laag" | "hoog">): Breuk | undefined {
  return laag && hoog && equals(laag, hoog) ? laag : undefined;
}

function withStand(
  soort: "niet-toegelaten" | "nader-onderzoek",
  { kandidaten }: RangordeUitkomst,
): readonly string[] {
  return kandidaten.filter(({ toelating }) => toelating.soort === soort).map(({ id }) => id);
}

/** A case that expects an order and got something to decide must say so itself. */
function unexpected(
  verwacht: ReadonlyMap<string, Ordelijk>,
  uitkomst: RangordeUitkomst,
): readonly Verschil[] {
  const asked = uitkomst.meldingen.filter(({ soort }) => !verwacht.has(soort));
  const out = (["niet-toegelaten", "nader-onderzoek"] as const).filter(
    (soort) => !verwacht.has(soort) && withStand(soort, uitkomst).length > 0,
  );
  return [...asked.map(({ soort }) => soort), ...out].map((wat) => ({
    wat,
    verwacht: "niets",
    gekregen: "wel",
  }));
}
