import { writeFileSync } from "node:fs";
import { arch, cpus, platform, totalmem } from "node:os";
import type { Rekengebied } from "#domain/gebied.ts";
import { type Basis, readBasis } from "./basiscijfers.ts";
import { OPGAVE } from "./documenten.ts";
import { type CalcInvoer, findCalc } from "./peers/calc.ts";
import { findNumpy, type NumpyInvoer } from "./peers/numpy.ts";
import type { Gevonden, Tegenspeler } from "./peers/tegenspeler.ts";
import { benchFile } from "./plaats.ts";
import { runBelasting } from "./proeven/belasting.ts";
import { runEenCijfer } from "./proeven/een-cijfer.ts";
import { EEN_MARGE, runEenMarge } from "./proeven/een-marge.ts";
import { runGrenzen } from "./proeven/grenzen.ts";
import { BESTANDEN, runInlezen } from "./proeven/inlezen.ts";
import { runLader } from "./proeven/lader.ts";
import { runEchteNormen, runNormen, runNormwijziging } from "./proeven/normen.ts";
import { runScherm, SCHERMEN } from "./proeven/scherm.ts";
import { runServer } from "./proeven/server.ts";
import { runStukken } from "./proeven/stukken.ts";
import { runBandbreedte, runMetGrenzen, runTabel, SLEUTELS } from "./proeven/tabel.ts";
import { runTraject } from "./proeven/traject.ts";
import { runEenJaar, runTienJaren } from "./proeven/twee-marges.ts";
import { buildJaren, buildProblemen, type Problemen } from "./tabellen.ts";
import { formatVerslag, type Proefverslag } from "./verslag.ts";

type Spelers = readonly Tegenspeler[];

/** A case, with the peers that it is measured against. */
type Proef = {
  readonly naam: string;
  readonly tegen: readonly Peernaam[];
  /** It takes the whole machine for a minute: only where it is asked for by name. */
  readonly alleenGenoemd?: boolean;
  readonly run: (peers: Spelers) => Promise<Proefverslag>;
};

type Peernaam = "numpy" | "calc";

/**
 * Runs all cases, or those whose name holds a word that was given; prints each as it is done.
 *
 * @returns false where an outcome differs from that of a peer that solves the same problem.
 */
export async function runBench(args: readonly string[]): Promise<boolean> {
  const words = args.filter((word) => !word.startsWith("--"));
  const basis = readBasis();
  const problemen = buildProblemen(basis);
  const proeven = proevenFor(basis, problemen).filter(({ naam, alleenGenoemd }) =>
    words.length === 0 ? !alleenGenoemd : words.some((word) => naam.includes(word)),
  );
  const found = await findPeers(new Set(proeven.flatMap(({ tegen }) => tegen)), basis, problemen);
  const head = [describeRun(), ...[...found.values()].map(describePeer)].join("\n");
  console.info(`# Hoe snel rekent Woonregie?\n\n${head}\n`);
  const reports: Proefverslag[] = [];
  try {
    for (const { tegen, run } of proeven) {
      const report = await run(tegen.flatMap((naam) => presentIn(found, naam)));
      console.info(formatVerslag([report]));
      reports.push(report);
    }
  } finally {
    for (const naam of found.keys()) for (const peer of presentIn(found, naam)) peer.close();
  }
  if (args.includes("--schrijf")) writeResults(head, reports);
  return sayVerdict(reports);
}

function proevenFor(basis: Basis, problemen: Problemen): readonly Proef[] {
  const years = buildJaren(problemen);
  const bands = [
    { regio: "mra", doel: 16 },
    { regio: "nederland", doel: 50 },
  ] as const;
  return [
    ...EEN_MARGE.map(
      (soort): Proef => ({
        naam: `een-marge-${soort}`,
        tegen: soort === "grootste-rest" ? ["numpy", "calc"] : ["numpy"],
        run: (peers) => runEenMarge(soort, problemen, peers),
      }),
    ),
    { naam: "twee-marges", tegen: [], run: () => runTienJaren(years) },
    { naam: "twee-marges-jaar", tegen: [], run: () => runEenJaar(years) },
    { naam: "tabel", tegen: ["numpy", "calc"], run: (peers) => runTabel(basis, peers) },
    ...bands.map(
      (band): Proef => ({
        naam: `bandbreedte-${band.regio}`,
        tegen: ["numpy"],
        run: (peers) => runBandbreedte(band, basis, peers),
      }),
    ),
    { naam: "bandbreedte-grenzen", tegen: [], run: () => runMetGrenzen(basis) },
    { naam: "lader", tegen: [], run: runLader },
    { naam: "stukken", tegen: [], run: runStukken },
    { naam: "grenzen", tegen: [], run: () => runGrenzen(basis.nederland) },
    ...BESTANDEN.map(
      (soort): Proef => ({ naam: `inlezen-${soort}`, tegen: [], run: () => runInlezen(soort) }),
    ),
    { naam: "server", tegen: [], alleenGenoemd: true, run: runServer },
    { naam: "belasting", tegen: [], alleenGenoemd: true, run: runBelasting },
    { naam: "een-cijfer", tegen: [], run: runEenCijfer },
    { naam: "traject", tegen: [], run: runTraject },
    // These start their own numpy: its input is built only when they are asked.
    { naam: "normen", tegen: [], run: () => runNormen(basis.nederland) },
    { naam: "normen-echt", tegen: [], run: () => runEchteNormen(basis.nederland, basis.cijfers) },
    { naam: "normen-wijziging", tegen: [], run: () => runNormwijziging(basis.nederland) },
    ...SCHERMEN.map(
      (proef): Proef => ({
        naam: `scherm-${proef.rijen}`,
        tegen: [],
        run: () => runScherm(proef),
      }),
    ),
  ];
}

/** Starts the peers that are needed, and only those: LibreOffice takes a while to build its sheets. */
async function findPeers(
  needed: ReadonlySet<Peernaam>,
  basis: Basis,
  problemen: Problemen,
): Promise<ReadonlyMap<Peernaam, Gevonden>> {
  const found = new Map<Peernaam, Gevonden>();
  if (needed.has("numpy")) found.set("numpy", await findNumpy(numpyInput(basis, problemen)));
  if (needed.has("calc")) found.set("calc", await findCalc(calcInput(basis, problemen)));
  return found;
}

function presentIn(found: ReadonlyMap<Peernaam, Gevonden>, naam: Peernaam): Spelers {
  const peer = found.get(naam);
  return peer?.soort === "aanwezig" ? [peer.speler] : [];
}

function numpyInput(basis: Basis, { gewichten, lijst }: Problemen): NumpyInvoer {
  const tabel = sleutelcijfers(basis);
  return {
    gewichten: { a1: lijst.map(({ groep }) => gewichten[groep] ?? []), tabel },
    totalen: { a1: lijst.map(({ totaal }) => totaal), tabel: tabel.map(() => OPGAVE) },
    grenzen: { a1: { onder: lijst.map((p) => p.onder), boven: lijst.map((p) => p.boven) } },
    banden: {
      mra: { totaal: OPGAVE, ...bandOf(basis, basis.metropool) },
      nederland: { totaal: OPGAVE, ...bandOf(basis, basis.nederland) },
    },
  };
}

/** Homes times the low and the high end of the share of corporaties. */
function bandOf({ nederland, heel, corporatiedeel }: Basis, { eenheden }: Rekengebied) {
  const homes = heel("woningvoorraad", "2024-01-01");
  const places = eenheden.map(({ id }) => nederland.eenheden.findIndex((unit) => unit.id === id));
  const times = (end: "laag" | "hoog") =>
    places.map((i) => (homes[i] ?? 0) * (corporatiedeel[i]?.[end] ?? 0));
  return { laag: times("laag"), hoog: times("hoog") };
}

/** The figures of the keys, as plain numbers. */
function sleutelcijfers(basis: Basis): readonly (readonly number[])[] {
  return SLEUTELS.map(({ cijfer, moment }) => basis.heel(cijfer, moment));
}

function calcInput(basis: Basis, { gewichten, lijst }: Problemen): CalcInvoer {
  const tabel = sleutelcijfers(basis);
  return {
    a1: { gewichten, problemen: lijst.map(({ totaal, groep }) => [totaal, groep] as const) },
    tabel: { gewichten: tabel, problemen: tabel.map((_, k) => [OPGAVE, k] as const) },
  };
}

function describeRun(): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  const date = new Intl.DateTimeFormat("nl-NL", { dateStyle: "long" }).format(new Date());
  return [
    `Gemeten op ${date} met Node ${process.versions.node}, op een machine met ${cpus().length} rekenkernen (${arch()}, ${platform()}) en ${memory} GB geheugen.`,
    "Alle kanten rekenen op dezelfde invoer, om beurten, in zeven rondes (in drie waar één keer seconden duurt). «Tijd» is het midden van die rondes; «tegen de eerste» is het midden van de verhouding per ronde: boven 1 is langzamer dan de eerste regel, onder 1 sneller.",
    "",
  ].join("\n");
}

function describePeer(peer: Gevonden): string {
  if (peer.soort === "afwezig") {
    return `- ${peer.naam} is hier niet en doet niet mee. Zo komt het er wel: ${peer.hoe}`;
  }
  return `- ${peer.speler.naam} doet mee${peer.bouw ? ` (${peer.bouw})` : ""}`;
}

function writeResults(head: string, reports: readonly Proefverslag[]): void {
  const text = `# Hoe snel rekent Woonregie?\n\nDit bestand is geschreven door \`npm run bench -- --schrijf\`.\n\n${head}\n\n${formatVerslag(reports)}`;
  writeFileSync(benchFile("RESULTATEN.md"), text);
}

function sayVerdict(reports: readonly Proefverslag[]): boolean {
  const wrong = reports.filter(({ klopt }) => !klopt);
  for (const { titel } of wrong) console.error(`Uitkomsten verschillen: ${titel}`);
  const goals = reports.flatMap(({ doelen }) => doelen);
  const reached = goals.filter(({ gehaald }) => gehaald).length;
  console.info(
    `${reached} van ${goals.length} doelen gehaald, ${wrong.length} proeven met verschillen`,
  );
  return wrong.length === 0;
}
