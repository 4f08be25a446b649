import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "#storage/database.ts";
import { createKysely } from "#storage/kysely.ts";
import { createServerPool } from "#storage/server-pool.ts";
import { createDienst, type Dienst } from "./dienst.ts";
import { type Beeld, kijk } from "./kijk.ts";
import { startMachine } from "./postgres.ts";

export type Databasesoort = "pglite" | "postgresql";

/** Something that is killed, and how all answers again after that. */
export type Slachtoffer = {
  readonly naam: string;
  readonly dood: (kans: number) => Promise<void>;
  readonly weerop: () => Promise<void>;
};

/** Woonregie with its database, as processes, and everything in it that can be killed. */
export type Opstelling = {
  readonly versie: string;
  readonly server: Dienst;
  readonly slachtoffers: readonly Slachtoffer[];
  /** Where one cannot look while a server runs: only then. */
  readonly kijkenAlleenBijStilstand: boolean;
  readonly kijk: () => Promise<Beeld>;
  readonly stop: () => Promise<void>;
};

type Bouw = { readonly gebouwd: string; readonly bron: string; readonly gevuld?: string };

/** @returns undefined where this computer does not have that database. */
export function zetOp(soort: Databasesoort, bouw: Bouw): Promise<Opstelling | undefined> {
  return soort === "pglite" ? zetMapOp(bouw) : zetMachineOp(bouw);
}

const serverDood = (server: Dienst, naam: string): Slachtoffer => ({
  naam,
  dood: server.dood,
  weerop: server.start,
});

/** The server is the database: they die together. */
async function zetMapOp({ gebouwd, bron, gevuld }: Bouw): Promise<Opstelling> {
  const folder = mkdtempSync(join(tmpdir(), "woonregie-beproeving-"));
  const varFolder = join(folder, "var");
  if (gevuld !== undefined) cpSync(gevuld, varFolder, { recursive: true });
  const env = { WOONREGIE_VAR: varFolder, ...aanBron(bron) };
  const server = createDienst({ gebouwd, env });
  return {
    versie: "PGlite",
    server,
    slachtoffers: [serverDood(server, "server (met database en werker)")],
    kijkenAlleenBijStilstand: true,
    kijk: async () => {
      const { eigenaar, close } = await openDatabase({ varFolder, what: "beproeving" });
      return kijk(eigenaar).finally(close);
    },
    stop: async () => {
      await server.dood();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function zetMachineOp({ gebouwd, bron }: Bouw): Promise<Opstelling | undefined> {
  const machine = await startMachine();
  if (!machine) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "woonregie-beproeving-"));
  const around = { WOONREGIE_VAR: folder, DATABASE_URL: machine.url, ...aanBron(bron) };
  const server = createDienst({ gebouwd, env: { ...around, WOONREGIE_TAKEN: "nee" } });
  const werker = createDienst({ gebouwd, env: { ...around, WOONREGIE_TAKEN: "ja" } });
  await werker.start();
  return {
    versie: `PostgreSQL ${machine.versie}`,
    server,
    slachtoffers: [
      serverDood(server, "server"),
      serverDood(werker, "werker"),
      { naam: "database (hoofdproces)", dood: machine.doodHoofd, weerop: async () => {} },
      { naam: "database (één verbinding)", dood: machine.doodEen, weerop: async () => {} },
    ],
    kijkenAlleenBijStilstand: false,
    kijk: async () => {
      const eigenaar = createKysely(createServerPool(machine.url));
      return kijk(eigenaar).finally(() => eigenaar.destroy());
    },
    stop: async () => {
      await Promise.all([server.dood(), werker.dood()]);
      await machine.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function aanBron(bron: string) {
  return { WOONREGIE_NETWERK: "ja", WOONREGIE_PROEFBRON: bron };
}
