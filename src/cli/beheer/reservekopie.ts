import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { formatExact } from "#domain/notatie.ts";
import { checkReservekopie } from "#storage/reservekopie/lees.ts";
import { writeReservekopie } from "#storage/reservekopie/schrijf.ts";
import { restoreReservekopie } from "#storage/reservekopie/zet-terug.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import type { Surroundings } from "../surroundings.ts";
import { tellProgress } from "../tell-progress.ts";
import { UsageError } from "../usage-error.ts";

/** Writes all that people put in to one file. */
export async function runBackup(bestand: string, around: Surroundings): Promise<ExitCode> {
  const path = resolve(bestand);
  if (existsSync(path)) {
    throw new UsageError([`${path} is er al. Kies een naam die er nog niet is.`]);
  }
  const database = await around.openDatabase("woonregie beheer backup", tellProgress(around));
  try {
    const about = { woonregie: around.version, gemaakt: around.now().toISOString() };
    const { rijen, sha256 } = await writeReservekopie(database.eigenaar, path, about);
    around.write(`Reservekopie geschreven: ${path}\n`);
    around.write(`  ${formatExact(`${rijen}`)} rijen, kenmerk ${sha256}\n`);
    around.write("Oefen het terugzetten: «woonregie beheer herstel» in een lege map.\n");
    return EXIT.gedaan;
  } finally {
    await database.close();
  }
}

/** Puts a backup back in an empty database, and brings the tables up to date after. */
export async function runHerstel(bestand: string, around: Surroundings): Promise<ExitCode> {
  const path = resolve(bestand);
  const { kop } = await checkReservekopie(path);
  const tot = kop.migraties.at(-1);
  const what = "woonregie beheer herstel";
  const then = await around.openDatabase(what, tellProgress(around), tot);
  let rijen = 0;
  try {
    rijen = await restoreReservekopie(then.eigenaar, path);
  } finally {
    await then.close();
  }
  // An older backup has older tables: the steps since then are taken on what came back.
  const now = await around.openDatabase(what, tellProgress(around));
  await now.close();
  around.write(
    `Teruggezet: ${formatExact(`${rijen}`)} rijen, geschreven op ${kop.gemaakt.slice(0, 10)} met Woonregie ${kop.woonregie}.\n`,
  );
  around.write("Kijk het na met «woonregie beheer controleer».\n");
  return EXIT.gedaan;
}
