import { createHash, randomUUID } from "node:crypto";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { createTellers } from "#services/toegang/tellers.ts";
import {
  createEigenVerbruik,
  createGedeeldVerbruik,
  type Verbruik,
} from "#services/toegang/verbruik.ts";
import { tellGevraagd } from "#storage/gevraagd.ts";
import type { Connection } from "#storage/transaction.ts";
import { describeDatabases } from "#test/database.ts";

const NU = 1_800_000_000_000;

async function times(verbruik: Verbruik, naam: string, grens: number, asked: number) {
  const all = await Promise.all(Array.from({ length: asked }, () => verbruik(naam, grens)));
  return all.filter((wait) => wait === undefined).length;
}

describeDatabases("how often may be asked", ({ db, eigenaar }) => {
  it("is counted over two servers together: never more, and hardly less", async () => {
    const naam = randomUUID();
    const servers = [1, 2].map(() => createGedeeldVerbruik(eigenaar(), () => NU));
    let through = 0;
    for (let turn = 0; turn < 60; turn += 1) {
      for (const server of servers) through += await times(server, naam, 200, 5);
    }
    expect(through).toBe(200);
  });

  it("is whole again the next minute, and leaves nothing of the minute before", async () => {
    let now = NU;
    const naam = randomUUID();
    const server = createGedeeldVerbruik(eigenaar(), () => now);
    expect(await times(server, naam, 3, 5)).toBe(3);
    expect(await server(naam, 3)).toBe(60 - (NU % 60_000) / 1000);
    now += 60_000;
    expect(await times(server, naam, 3, 5)).toBe(3);
    const left = async () => {
      const { rows } = await sql<{ sleutel: string }>`
        select distinct minuut from verbruik`.execute(eigenaar());
      return rows.length;
    };
    await expect.poll(left).toBe(1);
  });

  it("asks the database seldom, and not as part of what is asked", async () => {
    const naam = randomUUID();
    const server = createGedeeldVerbruik(eigenaar(), () => NU);
    const { uitkomst, gevraagd } = await tellGevraagd(() => times(server, naam, 1_000, 50));
    expect([uitkomst, gevraagd]).toEqual([50, false]);
    const sleutel = createHash("sha256").update(naam).digest("hex");
    const { rows } = await sql<{ gegeven: number }>`
      select gegeven from verbruik where sleutel = ${sleutel}`.execute(eigenaar());
    expect(rows).toEqual([{ gegeven: 50 }]);
  });

  it("is nobody's to read", async () => {
    const { rows } = await sql`select * from verbruik`.execute(db());
    expect(rows).toEqual([]);
  });
});

describe("how often may be asked while the database is away", () => {
  const away = () => {
    throw new Error("the database is away");
  };
  const gone = new Proxy({}, { get: away }) as unknown as Connection;

  it("is counted by the server alone, and nobody is refused for it", async () => {
    const server = createGedeeldVerbruik(gone, () => NU);
    expect(await times(server, "a", 10, 25)).toBe(10);
    expect(
      await times(
        createEigenVerbruik(() => NU),
        "a",
        10,
        25,
      ),
    ).toBe(10);
  });

  it("tells which of the limits was reached", async () => {
    const grenzen = { persoon: 1, organisatie: 5, adres: 5, aanmelden: 5 };
    const tellers = createTellers(
      grenzen,
      createEigenVerbruik(() => NU),
    );
    const wie = [["persoon", "p"] as const, ["organisatie", "o"] as const];
    expect(await tellers.tel(wie)).toBeUndefined();
    expect(await tellers.tel(wie)).toMatchObject({ soort: "persoon" });
  });
});
