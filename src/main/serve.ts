import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createApp, createStartingApp } from "#api/app.tsx";
import type { Bewaking, Logboek } from "#api/bedrijf/bewaking.ts";
import { ONBEWAAKT } from "#api/bedrijf/bewaking.ts";
import type { Levensloop } from "#api/bedrijf/levensloop.ts";
import { readScherm } from "#api/scherm/scherm.ts";
import { type Listening, listen } from "#api/server.ts";
import type { Site } from "#api/site.ts";
import { layBasis, loadBasis } from "#services/basis.service.ts";
import type { Basis } from "#services/basis.ts";
import { readInBasis } from "#services/basis-inlezen.service.ts";
import { readEigen } from "#services/eigen.ts";
import { createZinmaker } from "#services/kader/zin.ts";
import { ONGETELD } from "#services/toegang/tellers.ts";
import type { Toegang } from "#services/toegang/toegang.ts";
import { createGedeeldVerbruik } from "#services/toegang/verbruik.ts";
import type { Webhooknet } from "#services/webhook/webhooks.service.ts";
import { addEigen, type Meegeleverd, readMeegeleverd } from "#sources/meegeleverd.ts";
import {
  type Database,
  databasePlace,
  type OpenStep,
  openDatabase,
  type WatchedDatabase,
} from "#storage/database.ts";
import { listVaststellingen } from "#storage/vaststelling.repository.ts";
import { type Databasewacht, watchDatabase } from "./database-wacht.ts";
import { createEigenZicht } from "./eigen-zicht.ts";
import { createLivingApp, type LivingApp } from "./living-app.ts";
import { createMeters, type Meters } from "./metingen.ts";
import { hostOphalen } from "./ophalen.ts";
import type { Progress } from "./progress.ts";
import type { Settings } from "./settings.ts";
import { addressOf } from "./start-problem.ts";
import { sweepVersies } from "./sweep-versies.ts";
import { createToegang } from "./toegang.ts";
import { describeToestand } from "./toestand.ts";
import { hostWebhooks } from "./webhooks.ts";

/** A server that runs; `stop` lets go of port, database and folder. */
export type Serving = {
  readonly port: number;
  /** Where it is measured; absent where nobody asked for that. */
  readonly metingen?: number;
  readonly stop: () => Promise<void>;
};

type Environment = Readonly<Record<string, string | undefined>>;

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
  env: Environment,
  { progress, logboek }: { readonly progress: Progress; readonly logboek: Logboek },
): Promise<Serving> {
  const shipped = readMeegeleverd();
  const versie = readVersion(shipped.root);
  const meters = settings.metingen ? await createMeters(versie) : undefined;
  const bewaking = { logboek, metingen: meters?.metingen ?? ONBEWAAKT.metingen };
  const host = settings.host === "localhost" ? "127.0.0.1" : settings.host;
  const starting = createStartingApp({ https: settings.https, versie, bewaking });
  const open: Listening[] = [await listen({ host, port: settings.port }, starting.fetch)];
  const endAll = () => Promise.all(open.map(({ stop }) => stop()));
  try {
    if (settings.metingen && meters) open.push(await listen(settings.metingen, meters.handler));
    const database = await openDatabase(databasePlace(env, "woonregie start"), {
      onProgress: (step) => progress.tell(STEPS[step]),
    });
    const filling = { shipped, versie, settings, env, progress, bewaking };
    return await fill(open, database, { ...filling, ...(meters && { meters }) });
  } catch (error) {
    await endAll();
    throw error;
  }
}

type Filling = {
  readonly shipped: Meegeleverd;
  readonly versie: string;
  readonly settings: Settings;
  readonly env: Environment;
  readonly progress: Progress;
  readonly bewaking: Bewaking;
  readonly meters?: Meters;
};

async function fill(
  [listening, measuring]: readonly Listening[],
  database: WatchedDatabase,
  filling: Filling,
): Promise<Serving> {
  if (!listening) throw new Error("nothing listens");
  const { shipped, settings, progress, bewaking, meters } = filling;
  const { logboek } = bewaking;
  const wacht = watchDatabase({
    bereik: database.bereik,
    onChange: (toestand, error) => describeToestand(logboek, toestand, error),
  });
  meters?.volg(database.bereik, wacht);
  const loop = createLoop(wacht);
  const site = siteOf(database, filling, loop.levensloop);
  try {
    await readIn(database.eigenaar, shipped, progress);
    tellUnreadable(shipped, progress);
    const here = addressOf({ host: settings.host, port: listening.port });
    const { toegang, before } = await createToegang(database.eigenaar, here, settings);
    const living = await createLivingApp({
      readStand: wacht.vraagStand,
      build: timed(() => site.build(toegang), meters),
      onError: (error) => logboek.fout("Opnieuw inlezen lukt niet", error),
    });
    loop.follow(living);
    listening.answerWith(before(living.handler));
  } catch (error) {
    wacht.stop();
    await database.close();
    throw error;
  }
  site.ophalen.begin();
  const endSweep = sweepVersies(database.eigenaar, settings, (error) =>
    logboek.fout("Opruimen lukt niet", error),
  );
  const endWebhooks = hostWebhooks({
    ...{ db: database.eigenaar, net: webhooknetOf(settings), werkt: settings.taken },
    onError: (error) => logboek.fout("Webhooks bezorgen lukt niet", error),
  });
  const stop = async () => {
    loop.end();
    listening.windDown();
    await wait(settings.uitloop * 1000);
    await listening.stop();
    await site.ophalen.stop();
    await endSweep();
    await endWebhooks();
    wacht.stop();
    await database.close();
    await measuring?.stop();
  };
  return { port: listening.port, ...(measuring && { metingen: measuring.port }), stop };
}

function webhooknetOf({ webhookHosts = [] }: Settings): Webhooknet {
  return { hosts: new Set(webhookHosts) };
}

/** What the server knows of itself, from its first answer to its last. */
function createLoop(wacht: Databasewacht) {
  let living: LivingApp | undefined;
  let ended = false;
  const levensloop: Levensloop = {
    alleenLezenSinds: () => {
      const { soort, sinds } = wacht.toestand();
      return soort === "open" ? undefined : sinds;
    },
    cijfersBij: () => living?.upToDate() ?? false,
    stopt: () => ended,
  };
  return {
    levensloop,
    follow: (app: LivingApp) => {
      living = app;
    },
    end: () => {
      ended = true;
    },
  };
}

/** What answers, to be made as often as a figure or a document changes. */
function siteOf(database: Database, filling: Filling, levensloop: Levensloop) {
  const { shipped, versie, settings, env, bewaking } = filling;
  const { db } = database;
  const verbruik = createGedeeldVerbruik(database.eigenaar);
  const { logboek } = bewaking;
  // Where somebody may have put real borders; without them maps are schematic.
  const kaartenmap = join(env.WOONREGIE_VAR || "var", "kaarten");
  const sjablonenmap = join(env.WOONREGIE_VAR || "var", "sjablonen");
  const readOpenbaar = async () => addEigen(shipped, await readEigen(db));
  const basisOf = async (meegeleverd: Meegeleverd) =>
    loadBasis(meegeleverd, kaartenmap, await listVaststellingen(db));
  const readBasis = async () => basisOf(await readOpenbaar());
  const proefbron = env.WOONREGIE_PROEFBRON;
  const ophalen = hostOphalen({
    ...{ root: shipped.root, database, kaartenmap, readBasis },
    ...{ netwerk: settings.netwerk, werkt: settings.taken },
    ...(proefbron === undefined || proefbron === "" ? {} : { proefbron }),
    onError: (error) => logboek.fout("Ophalen lukt niet", error),
  });
  const scherm = readScherm();
  const make = async (
    toegang: Toegang | undefined,
    basis: Basis,
    own: Pick<Site, "eigenZicht" | "zinOnder">,
  ) =>
    createApp({
      ...own,
      ...{ basis, samenvoegingen: shipped.samenvoegingen(), db, versie, verbruik },
      ...(scherm ? { scherm } : {}),
      ...(toegang ? { toegang } : {}),
      https: settings.https,
      invoer: settings.invoer,
      sjablonenmap,
      ophalen: ophalen.kamer,
      webhooks: webhooknetOf(settings),
      uitgever: settings.uitgever,
      bewaking,
      levensloop,
      onError: (number, error) => logboek.fout(`Fout ${number}:`, error, { number }),
    }).fetch;
  // Made anew with the site of everybody, because that changes whenever a document does.
  const build = async (toegang: Toegang | undefined) => {
    const openbaar = await readOpenbaar();
    // What it passes on to the site of one person was counted already.
    const inner = toegang && { ...toegang, tellers: ONGETELD };
    const basis = await basisOf(openbaar);
    const zinOnder = { bibliotheek: basis.bibliotheek, zin: createZinmaker(basis) };
    const onder = { meegeleverd: openbaar, basis };
    const makeEigen = async (meegeleverd: Meegeleverd) =>
      make(inner, layBasis(onder, meegeleverd, await listVaststellingen(db)), { zinOnder });
    const eigenZicht = createEigenZicht(db, { openbaar, make: makeEigen });
    return make(toegang, basis, { zinOnder, eigenZicht });
  };
  return { build, ophalen };
}

function timed<T>(build: () => Promise<T>, meters: Meters | undefined): () => Promise<T> {
  return async () => {
    const begun = performance.now();
    const made = await build();
    meters?.opgebouwd((performance.now() - begun) / 1000);
    return made;
  };
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

function readVersion(root: string): string {
  const { version }: { version: string } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  );
  return version;
}
