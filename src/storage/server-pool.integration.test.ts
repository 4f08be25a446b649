import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { createServerPool } from "#storage/server-pool.ts";
import { NO_POSTGRES, postgresUrl } from "#test/postgres.ts";

const reason = postgresUrl ? "" : `: ${NO_POSTGRES}`;

describe.skipIf(!postgresUrl)(`a connection that the database ends${reason}`, () => {
  it("between two statements of who has it fails the next one, and not the program", async () => {
    const pool = createServerPool(postgresUrl ?? "");
    const other = new pg.Client({ connectionString: postgresUrl });
    await other.connect();
    const client = await pool.connect();
    const { rows } = await client.query("select pg_backend_pid() as pid", []);
    const [{ pid }] = rows as [{ pid: number }];
    const unforeseen: unknown[] = [];
    const note = (error: unknown) => void unforeseen.push(error);
    process.on("uncaughtException", note);
    await other.query("select pg_terminate_backend($1)", [pid]);
    await wait(100);
    await expect(client.query("select 1", [])).rejects.toThrow();
    client.release();
    const again = await pool.connect();
    expect((await again.query("select 1 as een", [])).rows).toEqual([{ een: 1 }]);
    again.release();
    process.off("uncaughtException", note);
    expect(unforeseen).toEqual([]);
    await other.end();
    await pool.end();
  });
});
