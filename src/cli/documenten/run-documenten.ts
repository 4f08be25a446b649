import { basename } from "node:path";
import { formatFout } from "#contract/kader/fout.ts";
import { HOOGSTE_GROOTTE } from "#contract/kader/leesfout.ts";
import { parseDocumentnaam } from "#domain/document.ts";
import { importDocuments } from "#services/kader/eigen-documenten.service.ts";
import type { Database } from "#storage/database.ts";
import { listEigenDocumenten } from "#storage/eigen-document.repository.ts";
import { findDocument } from "#storage/kader.repository.ts";
import type { Asked } from "../command.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import { readText } from "../open-document.ts";
import type { Surroundings } from "../surroundings.ts";
import { tellProgress } from "../tell-progress.ts";
import { UsageError } from "../usage-error.ts";

/** Own documents of this installation: which there are, in, and out again. */
export async function runDocumenten(asked: Asked, around: Surroundings): Promise<ExitCode> {
  const [task, ...words] = asked.words;
  if (task === undefined) return withDatabase(around, (db) => list(db, around));
  if (task === "inlezen" && words.length > 0) return withDatabase(around, bringIn(words, around));
  if (task === "tekst" && words.length === 1) return showText(words[0] ?? "", around);
  throw new UsageError([
    `Onbekend: «documenten ${asked.words.join(" ")}». Er is «documenten», «documenten inlezen <bestand> …» en «documenten tekst <document>».`,
  ]);
}

async function withDatabase<T>(
  around: Surroundings,
  work: (db: Database["db"]) => Promise<T>,
): Promise<T> {
  const database = await around.openDatabase("woonregie documenten", tellProgress(around));
  try {
    return await work(database.db);
  } finally {
    await database.close();
  }
}

async function list(db: Database["db"], { write }: Surroundings): Promise<ExitCode> {
  const all = [...(await listEigenDocumenten(db)).values()];
  if (all.length === 0) {
    write(
      "Er zijn nog geen eigen documenten. Lees er een in met «woonregie documenten inlezen».\n",
    );
  }
  for (const versies of all) {
    const newest = versies.at(-1);
    if (!newest) continue;
    const { id, versie, soort, status, titel } = newest;
    write(`${id}@${versie}  ${soort}, ${status}: ${titel}\n`);
  }
  return EXIT.gedaan;
}

function bringIn(paths: readonly string[], around: Surroundings) {
  const bestanden = paths.map((path) => ({
    bestand: path,
    tekst: readText(path, HOOGSTE_GROOTTE),
  }));
  return async (db: Database["db"]): Promise<ExitCode> => {
    const done = await importDocuments({ db, basis: await around.loadBasis() }, bestanden);
    if (done.soort === "fouten") {
      throw new UsageError([...done.fouten.map(formatFout), "Er is niets bewaard."]);
    }
    for (const { id, versie, titel, nieuw } of done.documenten) {
      around.write(`${nieuw ? "Bewaard" : "Stond er al"}: ${id}@${versie}  ${titel}\n`);
    }
    return EXIT.gedaan;
  };
}

/** What ships needs no database; only other names are looked for there. */
async function showText(naam: string, around: Surroundings): Promise<ExitCode> {
  const basis = await around.loadBasis();
  const tekst = basis.tekstVan(naam) ?? (await withDatabase(around, (db) => ownText(db, naam)));
  if (tekst === undefined) {
    throw new UsageError([
      `Er is geen document «${basename(naam)}». Met «woonregie documenten» ziet u de eigen documenten, met «woonregie bibliotheek» die zijn meegeleverd.`,
    ]);
  }
  around.write(tekst);
  return EXIT.gedaan;
}

async function ownText(db: Database["db"], naam: string): Promise<string | undefined> {
  const parts = parseDocumentnaam(naam);
  const found = parts && (await findDocument(db, parts.id, parts.versie));
  return found?.tekst;
}
