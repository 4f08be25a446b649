import { writeFileSync } from "node:fs";
import { arch, cpus, platform, totalmem } from "node:os";
import { join } from "node:path";
import { type Basis, readBasis } from "./basiscijfers.ts";
import { OPGAVE } from "./documenten.ts";
import { type CalcInvoer, findCalc } from "./peers/calc.ts";
import { findNumpy, type NumpyInvoer } from "./peers/numpy.ts";
import type { Gevonden, Tegenspeler } from "./peers/tegenspeler.ts";
import { EEN_MARGE, runEenMarge } from "./proeven/een-marge.ts";
import { runLader } from "./proeven/lader.ts";
import { runBandbreedte, runTabel, SLEUTELS } from "./proeven/tabel.ts";
import { runEenJaar, runTienJaren } from "./proeven/twee-marges.ts";
import { buildJaren, buildProblemen, type Problemen } from "./tabellen.ts";
import { formatVerslag, type Proefverslag } from "./verslag.ts";

type Spelers = readonly Tegenspeler[];

/** A case, with the peers that it is measured against. */
type Proef = {
  readonly naam: string;
  readonly tegen: readonly Peernaam[];
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
  const proeven = proevenFor(basis, problemen).filter(
    ({ naam }) => words.length === 0 || words.some((word) => naam.includes(word)),
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
    { naam: "30", gebied: basis.metropool, doel: 16 },
    { naam: "342", gebied: basis.nederland, doel: 50 },
  ];
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
        naam: `bandbreedte-${band.naam}`,
        tegen: ["numpy"],
        run: (peers) => runBandbreedte(band, basis, peers),
      }),
    ),
    { naam: "lader", tegen: [], run: runLader },
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
  const tabel = SLEUTELS.map(({ bestand }) => basis.heel(bestand));
  return {
    gewichten: { a1: lijst.map(({ groep }) => gewichten[groep] ?? []), tabel },
    totalen: { a1: lijst.map(({ totaal }) => totaal), tabel: tabel.map(() => OPGAVE) },
    grenzen: { a1: { onder: lijst.map((p) => p.onder), boven: lijst.map((p) => p.boven) } },
    banden: {
      "30": {
        totaal: OPGAVE,
        ...bandOf(
          basis,
          basis.metropool.eenheden.map(({ id }) => id),
        ),
      },
      "342": {
        totaal: OPGAVE,
        ...bandOf(
          basis,
          basis.nederland.eenheden.map(({ id }) => id),
        ),
      },
    },
  };
}

/** Homes times the share of corporaties, half a percentage point down and up, in thousandths. */
function bandOf({ nederland, heel, cijfers }: Basis, ids: readonly string[]) {
  const homes = heel("woningvoorraad-2024-01-01.csv");
  const thousandths = ids.map((id) => {
    const found = cijfers.find("corporatie-aandeel", id)[0]?.inhoud;
    const share = found?.soort === "getal" ? found.waarde : { teller: 0n, noemer: 1n };
    return Number((share.teller * 1000n) / share.noemer);
  });
  const own = ids.map((id) => homes[nederland.eenheden.findIndex((unit) => unit.id === id)] ?? 0);
  const times = (by: number) => own.map((n, i) => n * Math.max(0, (thousandths[i] ?? 0) + by));
  return { laag: times(-5), hoog: times(5) };
}

function calcInput(basis: Basis, { gewichten, lijst }: Problemen): CalcInvoer {
  const tabel = SLEUTELS.map(({ bestand }) => basis.heel(bestand));
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
    "Alle kanten rekenen op dezelfde invoer, om beurten, in zeven rondes. «Tijd» is het midden van die rondes; «tegen de eerste» is het midden van de verhouding per ronde: boven 1 is langzamer dan de eerste regel, onder 1 sneller.",
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
  writeFileSync(join(import.meta.dirname, "RESULTATEN.md"), text);
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
