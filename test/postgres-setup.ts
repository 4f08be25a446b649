import type { TestProject } from "vitest/node";
import { findPostgres } from "#test/find-postgres.ts";
import { startPostgres } from "#test/postgres-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly postgresUrl: string | undefined;
  }
}

/**
 * Gives the integration tests one PostgreSQL server for the whole run.
 *
 * `DATABASE_URL_TEST` names an existing one; else a fresh one starts, on any system that
 * has the programs. Where neither works, the reason is printed and tests skip.
 */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const existing = process.env.DATABASE_URL_TEST;
  if (existing) {
    project.provide("postgresUrl", existing);
    return undefined;
  }

  try {
    const binaries = await findPostgres();
    if (!binaries) throw new Error("Er is geen PostgreSQL op deze computer.");
    const server = await startPostgres(binaries);
    project.provide("postgresUrl", server.url);
    return server.stop;
  } catch (error) {
    console.warn(`Tests op PostgreSQL worden overgeslagen. ${error}`);
    project.provide("postgresUrl", undefined);
    return undefined;
  }
}
