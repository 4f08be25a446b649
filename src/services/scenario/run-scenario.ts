import type { Ordelijk } from "#contract/kader/knoop.ts";
import { type Breuk, parseBreuk } from "#domain/breuk.ts";
import type { Bibliotheek, RegieDocument } from "#domain/document.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import { createCijferbron } from "#domain/waarneming.ts";
import { createLezer } from "#rules/cijfers/lezer.ts";
import { plekVan } from "#rules/cijfers/rekenvraag.ts";
import {
  compareVerdelingen,
  computeVerdeling,
  type Verdelingsvraag,
  type Verloopgegevens,
} from "#rules/verdeling/index.ts";
import {
  gebiedOf,
  isKaart,
  readCijfers,
  readIngevuld,
  readKandidaten,
  unitId,
} from "./gegevens.ts";
import type { Gelezen, Omgeving, Scenario } from "./omgeving.ts";
import { runKader } from "./run-kader.ts";
import { runRangorde } from "./run-rangorde.ts";
import { runToets } from "./run-toets.ts";
import { runTraject } from "./run-traject.ts";
import {
  compareBand,
  compareGetal,
  compareNamen,
  compareTekst,
  formatOntbrekend,
  unknownKey,
  type Verschil,
} from "./vergelijken.ts";
import { checkVerdeling } from "./verwachting.ts";

/** Runs one scenario of one document, and says what came out otherwise than expected. */
export function runScenario(
  scenario: Scenario,
  gelezen: Gelezen,
  omgeving: Omgeving,
): readonly Verschil[] {
  const fout = scenario.verwacht.get("fout");
  if (fout !== undefined) return compareTekst("fout", fout, gelezen.ok ? [] : gelezen.teksten);
  if (!gelezen.ok) {
    return [{ wat: "document", verwacht: "geen fouten", gekregen: gelezen.teksten.join(" | ") }];
  }
  const { document } = gelezen;
  switch (document.soort) {
    case "verdeling":
      return runVerdeling(scenario, document, omgeving);
    case "indicator":
      return runIndicator(scenario, document, omgeving);
    case "indeling":
      return omgeving.indeling(document, scenario.verwacht, scenario.op);
    case "toets":
      return runToets(scenario, document, omgeving);
    case "rangorde":
      return runRangorde(scenario, document, omgeving);
    case "traject":
      return runTraject(scenario, document, omgeving);
    case "kader":
      return runKader(scenario, document, omgeving);
  }
}

function runVerdeling(
  scenario: Scenario,
  document: Verdeling,
  omgeving: Omgeving,
): readonly Verschil[] {
  const read = toVraag(scenario, document, omgeving);
  if ("verschil" in read) return [read.verschil];
  const { vraag } = read;
  const beside = besideOf(scenario.gegeven.get("naast"), omgeving.bibliotheek);
  const vergelijkingen = beside.map((other) => compareVerdelingen(vraag, other));
  return checkVerdeling(scenario.verwacht, { uitkomst: computeVerdeling(vraag), vergelijkingen });
}

/** What a scenario asks of a verdeling, or why it cannot be asked. */
export function toVraag(
  { gegeven, op }: Scenario,
  document: Verdeling,
  omgeving: Pick<Omgeving, "gebied" | "bibliotheek">,
): { readonly vraag: Verdelingsvraag } | { readonly verschil: Verschil } {
  const waarnemingen = [
    ...readCijfers(gegeven.get("cijfers")),
    ...readKandidaten(gegeven.get("kandidaten")),
  ];
  const named = gegeven.get("gebied");
  const region = typeof named === "string" ? omgeving.gebied(named, op) : undefined;
  if (named !== undefined && !region) {
    const gekregen = "een onbekende regio";
    return { verschil: { wat: "gebied", verwacht: String(named), gekregen } };
  }
  const ingevuld = readIngevuld(gegeven.get("ingevuld"), document);
  if (!ingevuld.ok) {
    const gekregen = ingevuld.fouten.join(" | ");
    return { verschil: { wat: "ingevuld", verwacht: "leesbaar", gekregen } };
  }
  const vraag: Verdelingsvraag = {
    document,
    gebied: region ?? gebiedOf(waarnemingen),
    cijfers: createCijferbron(waarnemingen),
    bibliotheek: omgeving.bibliotheek,
    ingevuld: ingevuld.invulling,
    verloop: readVerloop(gegeven),
    ...(op === undefined ? {} : { op }),
  };
  return { vraag };
}

/** An indicator gives its figure per unit, with its band. */
function runIndicator(
  { gegeven, verwacht, op }: Scenario,
  document: Extract<RegieDocument, { soort: "indicator" }>,
  { bibliotheek }: Omgeving,
): readonly Verschil[] {
  const waarnemingen = readCijfers(gegeven.get("cijfers"));
  const withOwn: Bibliotheek = {
    ...bibliotheek,
    find: (naam) => (naam === document.id ? document : bibliotheek.find(naam)),
  };
  const lezer = createLezer({
    document,
    gebied: gebiedOf(waarnemingen),
    cijfers: createCijferbron(waarnemingen),
    bibliotheek: withOwn,
    ingevuld: { parameters: {} },
    ...(op === undefined ? {} : { op }),
  });
  const bandOf = (unit: string) => lezer.band({ naam: document.id, pad: [] }, plekVan([unit]));
  return [...verwacht].flatMap(([key, tree]) => {
    if (key === "onvolledig") return compareMissing(tree, waarnemingen, bandOf, lezer);
    if (!isKaart(tree)) return unknownKey(key);
    return [...tree].flatMap(([name, value]) => {
      const band = bandOf(unitId(name));
      if (key === "band") return compareBand(`band ${name}`, value, band);
      return key === "uitkomst"
        ? compareGetal(`uitkomst ${name}`, value, band?.midden)
        : unknownKey(key);
    });
  });
}

function compareMissing(
  tree: Ordelijk,
  waarnemingen: ReturnType<typeof readCijfers>,
  bandOf: (unit: string) => unknown,
  lezer: ReturnType<typeof createLezer>,
): readonly Verschil[] {
  for (const { id } of gebiedOf(waarnemingen).eenheden) bandOf(id);
  return compareNamen("onvolledig", tree, lezer.verslag().ontbreekt.map(formatOntbrekend));
}

function readVerloop(gegeven: ReadonlyMap<string, Ordelijk>): Verloopgegevens {
  const used = numberOf(gegeven.get("al-toegewezen"));
  const offered = numberOf(gegeven.get("aanbod"));
  const werkelijk = gegeven.get("werkelijk");
  const before = isKaart(werkelijk) ? werkelijk.get("saldo-vorige-periode") : undefined;
  const ruil = readRuil(gegeven.get("ruil"));
  return {
    ...(used ? { alToegewezen: used } : {}),
    ...(offered ? { aanbod: offered } : {}),
    ...(isKaart(before) ? { saldoVorigePeriode: numbersOf(before) } : {}),
    ...(ruil ? { ruil } : {}),
  };
}

function readRuil(tree: Ordelijk | undefined): Verloopgegevens["ruil"] {
  if (isKaart(tree)) {
    const nieuw = tree.get("nieuw");
    return isKaart(nieuw) ? { soort: "nieuw", aantallen: numbersOf(nieuw) } : undefined;
  }
  if (!Array.isArray(tree)) return undefined;
  const lijst = tree.flatMap((move) => {
    if (!isKaart(move)) return [];
    const aantal = numberOf(move.get("aantal"));
    const [van, naar] = [unitId(String(move.get("van"))), unitId(String(move.get("naar")))];
    return aantal ? [{ van, naar, aantal }] : [];
  });
  return { soort: "verschuivingen", lijst };
}

function numbersOf(kaart: ReadonlyMap<string, Ordelijk>): Readonly<Record<string, Breuk>> {
  const entries = [...kaart].flatMap(([name, value]) => {
    const number = numberOf(value);
    return number ? [[unitId(name), number] as const] : [];
  });
  return Object.fromEntries(entries);
}

function numberOf(tree: Ordelijk | undefined): Breuk | undefined {
  return typeof tree === "string" ? parseBreuk(tree) : undefined;
}

function besideOf(tree: Ordelijk | undefined, bibliotheek: Bibliotheek): readonly Verdeling[] {
  const names = Array.isArray(tree) ? tree.map(String) : [];
  return names.flatMap((name) => {
    const found = bibliotheek.find(name);
    return found?.soort === "verdeling" ? [found] : [];
  });
}
