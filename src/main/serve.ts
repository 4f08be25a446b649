import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createApp, createStartingApp } from "#api/app.tsx";
import { readScherm } from "#api/scherm/scherm.ts";
import { type Listening, listen } from "#api/server.ts";
import { loadBasis } from "#services/basis.service.ts";
import { readInBasis } from "#services/basis-inlezen.service.ts";
import { readEigen } from "#services/eigen.ts";
import { addEigen, type Meegeleverd, readMeegeleverd } from "#sources/meegeleverd.ts";
import { type Database, databasePlace, type OpenStep, openDatabase } from "#storage/database.ts";
import { readStand } from "#storage/stand.repository.ts";
import { createLivingApp } from "./living-app.ts";
import { hostOphalen } from "./ophalen.ts";
import type { Progress } from "./progress.ts";
import type { Settings } from "./settings.ts";
import { sweepVersies } from "./sweep-versies.ts";

/** A server that runs; `stop` lets go of port, database and folder. */
export type Serving = { readonly port: number; readonly stop: () => Promise<void> };

const STEPS: Readonly<Record<OpenStep, string>> = {
  aanmaken: "  Database aanmaken (alleen de eerste keer, enkele seconden)",
  openen: "  Database openen",
  bijwerken: "  Database bijwerken",
};

/**
 * Starts the server: port first, so that it is known at once when that is taken, then database,
 * figures and documents. Until all is there it answers that it is starting.
 *
 * @throws ListenError, StorageError.
 */
export async function serve(
  settings: Settings,
  env: Readonly<Record<string, string | undefined>>,
  progress: Progress,
): Promise<Serving> {
  const shipped = readMeegeleverd();
  const versie = readVersion(shipped.root);
  const host = settings.host === "localhost" ? "127.0.0.1" : settings.host;
  const starting = createStartingApp({ https: settings.https, versie });
  const listening = await listen({ host, port: settings.port }, starting.fetch);
  try {
    const database = await openDatabase(databasePlace(env, "woonregie start"), {
      onProgress: (step) => progress.tell(STEPS[step]),
    });
    // Where somebody may have put real borders; without them maps are schematic.
    const kaartenmap = join(env.WOONREGIE_VAR || "var", "kaarten");
    const sjablonenmap = join(env.WOONREGIE_VAR || "var", "sjablonen");
    const proefbron = env.WOONREGIE_PROEFBRON;
    const filling = { shipped, kaartenmap, sjablonenmap, versie, settings, progress };
    return await fill(listening, database, { ...filling, ...(proefbron && { proefbron }) });
  } catch (error) {
    await listening.stop();
    throw error;
  }
}

type Filling = {
  readonly shipped: Meegeleverd;
  readonly kaartenmap: string;
  readonly sjablonenmap: string;
  readonly versie: string;
  readonly settings: Settings;
  readonly progress: Progress;
  readonly proefbron?: string;
};

async function fill(listening: Listening, database: Database, filling: Filling): Promise<Serving> {
  const { shipped, kaartenmap, sjablonenmap, versie, settings, progress, proefbron } = filling;
  const { db, eigenaar } = database;
  const readBasis = async () => loadBasis(addEigen(shipped, await readEigen(db)), kaartenmap);
  const ophalen = hostOphalen({
    ...{ root: shipped.root, database, kaartenmap, readBasis, netwerk: settings.netwerk },
    ...(proefbron === undefined ? {} : { proefbron }),
    onError: (error) => reportError("ophalen", error),
  });
  try {
    await readIn(eigenaar, shipped, progress);
    tellUnreadable(shipped, progress);
    const scherm = readScherm();
    const build = async () => {
      const basis = await readBasis();
      const site = { basis, samenvoegingen: shipped.samenvoegingen(), db, versie };
      return createApp({
        ...site,
        ...(scherm ? { scherm } : {}),
        https: settings.https,
        invoer: settings.invoer,
        sjablonenmap,
        ophalen: ophalen.kamer,
        uitgever: settings.uitgever,
        onError: reportError,
      }).fetch;
    };
    const onError = (error: unknown) => reportError("opnieuw inlezen", error);
    listening.answerWith(await createLivingApp({ readStand: () => readStand(db), build, onError }));
  } catch (error) {
    await database.close();
    throw error;
  }
  ophalen.begin();
  const endSweep = sweepVersies(eigenaar, (error) => reportError("opruimen", error));
  const stop = async () => {
    await listening.stop();
    await ophalen.stop();
    await endSweep();
    await database.close();
  };
  return { port: listening.port, stop };
}

async function readIn(db: Database["db"], shipped: Meegeleverd, progress: Progress): Promise<void> {
  const { geweigerd } = await readInBasis(db, shipped, (done, total) =>
    progress.count("  Basiscijfers en documenten inlezen:", done, total),
  );
  for (const { naam } of geweigerd) {
    progress.tell(
      `  ${naam}: in de database staat een andere tekst met die naam; die blijft staan.`,
    );
  }
}

/** Reads every document now, so that no visitor waits for it. */
function tellUnreadable(shipped: Meegeleverd, progress: Progress): void {
  const files = new Set(shipped.documenten.fouten().map(({ bestand }) => bestand));
  for (const file of files) progress.tell(`  ${file} is niet te lezen en telt niet mee.`);
}

function reportError(number: string, error: unknown): void {
  console.error(`Fout ${number}:`, error);
}

function readVersion(root: string): string {
  const { version }: { version: string } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  );
  return version;
}
