import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { PglitePool } from "#storage/pglite-pool.ts";
import { openFreshPglite } from "#test/database.ts";

let pool: PglitePool;

beforeAll(async () => {
  pool = await openFreshPglite();
  await pool.exec(`
    create table proef (naam text primary key);
    create role beperkt;
    grant select on proef to beperkt;
  `);
});

beforeEach(() => pool.exec("truncate proef"));

afterAll(() => pool.end());

async function names(): Promise<readonly string[]> {
  const { rows } = await pool.query<{ naam: string }>("select naam from proef order by naam");
  return rows.map(({ naam }) => naam);
}

describe("the embedded database behind its pool", () => {
  it("keeps work beside a transaction out of it, and out of its role", async () => {
    const client = await pool.connect();
    await client.query("begin", []);
    await client.query("set local role beperkt", []);
    const beside = pool.query("insert into proef values ($1)", ["taak"]);
    await expect(client.query("insert into proef values ('binnen')", [])).rejects.toThrow(
      "permission denied",
    );
    await client.query("rollback", []);
    client.release();

    await beside;
    expect(await names()).toEqual(["taak"]);
  });

  it("serves those who wait in the order in which they came", async () => {
    const client = await pool.connect();
    const order: number[] = [];
    const waiting = [1, 2, 3].map(async (number) => {
      await pool.query("select 1");
      order.push(number);
    });
    expect(order).toEqual([]);
    client.release();
    await Promise.all(waiting);
    expect(order).toEqual([1, 2, 3]);
  });

  it("rolls back what is left open", async () => {
    const client = await pool.connect();
    await client.query("begin", []);
    await client.query("insert into proef values ('vergeten')", []);
    client.release();
    expect(await names()).toEqual([]);
  });

  it("is free again after an error", async () => {
    await expect(pool.query("select * from bestaat_niet")).rejects.toThrow("bestaat_niet");
    expect(await names()).toEqual([]);
  });

  it("hears nothing more from a client that was given back", async () => {
    const client = await pool.connect();
    client.release();
    client.release();
    await expect(client.query("select 1", [])).rejects.toThrow("released before");
  });

  it("refuses who waited a minute, and goes on serving the others", async () => {
    const client = await pool.connect();
    vi.useFakeTimers();
    const late = expect(pool.query("select 1")).rejects.toMatchObject({
      reason: "verbinding-komt-niet-vrij",
    });
    vi.advanceTimersByTime(60_000);
    vi.useRealTimers();
    await late;
    client.release();
    expect(await names()).toEqual([]);
  });
});
