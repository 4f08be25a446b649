import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Kysely } from "kysely";
import { openDatabase } from "#storage/database.ts";
import { createKysely } from "#storage/kysely.ts";
import type { Tables } from "#storage/schema.ts";
import { createServerPool } from "#storage/server-pool.ts";
import { createDienst } from "./dienst.ts";
import type { Databasesoort } from "./opstelling.ts";
import { startMachine } from "./postgres.ts";

export type { Databasesoort } from "./opstelling.ts";

/** Servers on one database, that many write to at once. */
export type Samenstel = {
  readonly versie: string;
  readonly adressen: readonly (() => string)[];
  /** Looks at the database itself, after the last of all writing. */
  readonly bekijk: (
    look: (eigenaar: Kysely<Tables>) => Promise<readonly string[]>,
  ) => Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
};

type Bouw = {
  readonly database: Databasesoort;
  readonly gebouwd: string;
  readonly gevuld?: string;
};

/** Two servers on PostgreSQL, one on the embedded database; undefined where that is not here. */
export async function zetSamenOp({
  database,
  gebouwd,
  gevuld,
}: Bouw): Promise<Samenstel | undefined> {
  const machine = database === "postgresql" ? await startMachine() : undefined;
  if (database === "postgresql" && !machine) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "woonregie-beproeving-"));
  const varFolder = join(folder, "var");
  if (gevuld !== undefined) cpSync(gevuld, varFolder, { recursive: true });
  const where = { WOONREGIE_VAR: varFolder, ...(machine ? { DATABASE_URL: machine.url } : {}) };
  const env = { ...where, WOONREGIE_NETWERK: "nee" };
  const servers = (machine ? [1, 2] : [1]).map(() => createDienst({ gebouwd, env }));
  for (const server of servers) await server.start();
  const stopServers = () => Promise.all(servers.map(({ stop }) => stop()));
  return {
    versie: machine ? `PostgreSQL ${machine.versie}` : "PGlite",
    adressen: servers.map(({ adres }) => adres),
    bekijk: async (look) => {
      await stopServers();
      if (!machine) {
        const { eigenaar, close } = await openDatabase({ varFolder, what: "beproeving" });
        return look(eigenaar).finally(close);
      }
      const eigenaar = createKysely(createServerPool(machine.url));
      return look(eigenaar).finally(() => eigenaar.destroy());
    },
    stop: async () => {
      await Promise.all(servers.map(({ dood }) => dood()));
      await machine?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
