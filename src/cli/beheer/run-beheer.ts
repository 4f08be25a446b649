import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { formatExact } from "#domain/notatie.ts";
import { type Database, databasePlace } from "#storage/database.ts";
import { readToestand, type Toestand } from "#storage/toestand.repository.ts";
import type { Asked } from "../command.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import type { Surroundings } from "../surroundings.ts";
import { tellProgress } from "../tell-progress.ts";
import { beside } from "../text/wrap.ts";
import { UsageError } from "../usage-error.ts";
import { runControleer } from "./controleer.ts";
import { runInzagelogboek } from "./inzagelogboek.ts";
import { runOrganisatie } from "./organisatie.ts";
import { runBackup, runHerstel } from "./reservekopie.ts";

type Alleen = (asked: Asked, around: Surroundings) => Promise<ExitCode>;

const ALLEEN: ReadonlyMap<string, Alleen> = new Map<string, Alleen>([
  ["", (_, around) => runState(undefined, around)],
  ["inlezen", (_, around) => runState("inlezen", around)],
  ["migreer", (_, around) => runState("migreer", around)],
  ["controleer", (_, around) => runControleer(around)],
  ["inzagelogboek", runInzagelogboek],
]);

type MetNaam = (naam: string, asked: Asked, around: Surroundings) => Promise<ExitCode>;

const MET_NAAM: ReadonlyMap<string, MetNaam> = new Map<string, MetNaam>([
  ["backup", (bestand, _, around) => runBackup(bestand, around)],
  ["herstel", (bestand, _, around) => runHerstel(bestand, around)],
  ["organisatie", runOrganisatie],
]);

/** Tells what the database holds, brings what ships into it, keeps it and puts it back. */
export async function runBeheer(asked: Asked, around: Surroundings): Promise<ExitCode> {
  const [task = "", file, ...others] = asked.words;
  const withFile = MET_NAAM.get(task);
  if (withFile && file !== undefined && others.length === 0) return withFile(file, asked, around);
  const alone = ALLEEN.get(task);
  if (alone && file === undefined) return alone(asked, around);
  const wrong = asked.words.join(" ");
  throw new UsageError([
    `Onbekend: «beheer ${wrong}». Er is «beheer», «beheer inlezen», «beheer migreer», «beheer controleer», «beheer inzagelogboek», «beheer backup <bestand>», «beheer herstel <bestand>» en «beheer organisatie <naam>».`,
  ]);
}

async function runState(
  task: "inlezen" | "migreer" | undefined,
  around: Surroundings,
): Promise<ExitCode> {
  const place = databasePlace(around.env, "woonregie beheer");
  if (
    task === undefined &&
    "varFolder" in place &&
    !existsSync(join(place.varFolder, "database"))
  ) {
    around.write(
      `In ${resolve(place.varFolder)} is nog geen database. Met «woonregie start» of «woonregie beheer inlezen» wordt zij gemaakt.\n`,
    );
    return EXIT.gedaan;
  }
  const database = await around.openDatabase("woonregie beheer", tellProgress(around));
  try {
    if (task === "inlezen") await readIn(database, around);
    const where = "url" in place ? "de server van DATABASE_URL" : resolve(place.varFolder);
    around.write(
      `${describe(where, database, await readToestand(database.eigenaar), around).join("\n")}\n`,
    );
    return EXIT.gedaan;
  } finally {
    await database.close();
  }
}

async function readIn(database: Database, around: Surroundings): Promise<void> {
  around.warn("Cijfers en documenten worden ingelezen …\n");
  const { gebieden, leveringen, documenten, geweigerd } = await around.readIn(database, () => {});
  const read = gebieden + leveringen + documenten;
  around.write(
    read === 0
      ? "Alles was al ingelezen.\n"
      : `Ingelezen: ${leveringen} leveringen van cijfers en ${documenten} documenten.\n`,
  );
  for (const { naam, reden } of geweigerd) {
    around.warn(`Niet ingelezen: ${naam} (${reden}). In de database staat een andere tekst.\n`);
  }
}

const LABEL = 18;

function describe(
  where: string,
  { kind }: Database,
  { versie, grootteInBytes, migraties, aantallen }: Toestand,
  { width, version }: Surroundings,
): readonly string[] {
  const megabytes = Math.round(grootteInBytes / 1_000_000);
  const line = (label: string, text: string) => beside(label, text, LABEL, width);
  const count = (number: number) => formatExact(`${number}`);
  const soort = kind === "pglite" ? "ingebouwde database" : "PostgreSQL-server";
  return [
    ...line("Database", `${where} (${soort}, PostgreSQL ${versie}, ${megabytes} MB)`),
    ...(kind === "pglite" ? line("In gebruik door", "niemand anders") : []),
    ...line("Woonregie", `${version}, tabellen bijgewerkt tot en met ${migraties.at(-1) ?? "–"}`),
    ...line("Gebieden", count(aantallen.gebied)),
    ...line(
      "Cijfers",
      `${count(aantallen.waarneming)} uit ${count(aantallen.levering)} leveringen`,
    ),
    ...line("Documenten", count(aantallen.document)),
    ...line("Uitkomsten", `${count(aantallen.bevriezing)} bevroren`),
  ];
}
