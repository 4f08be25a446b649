import { describe, expect, it } from "vitest";
import { createApp } from "#api/app.tsx";
import { MIGRATIONS } from "#storage/migrate.ts";
import { databaseThatAnswers } from "#test/antwoordende-database.ts";
import { aSite } from "#test/api-proef.ts";
import { ALTIJD_OPEN, type Levensloop } from "./levensloop.ts";

const DONE = MIGRATIONS.map(({ name }) => ({ naam: name }));
const there = (done: readonly object[]) =>
  databaseThatAnswers((text) => (/to_regclass/.test(text) ? [{ bestaat: true }] : done));

const ask = (own: Partial<Levensloop>, db = there(DONE), path = "/gereed") =>
  createApp(aSite({ db, levensloop: { ...ALTIJD_OPEN, ...own } })).request(path);

describe("whether the server is alive", () => {
  it("does not hang on the database: starting again would mend nothing", async () => {
    const answer = await createApp(aSite()).request("/gezondheid");
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { naam: "woonregie", versie: "proef", status: "gezond" },
    ]);
  });
});

describe("whether the server can be sent people", () => {
  it("is so where database, tables and figures are as they should be", async () => {
    const answer = await ask({});
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      status: "gereed",
      controles: { database: "antwoordt", tabellen: "bij", cijfers: "ingelezen" },
    });
  });

  it("is so beside a newer program that already changed the tables", async () => {
    expect((await ask({}, there([...DONE, { naam: "9999-van-later" }]))).status).toBe(200);
  });

  it("tells at once all that is not well", async () => {
    const answer = await ask(
      { stopt: () => true, cijfersBij: () => false },
      there(DONE.slice(0, -1)),
    );
    expect([answer.status, answer.headers.get("Retry-After")]).toEqual([503, "5"]);
    expect(await answer.json()).toMatchObject({
      title: "Niet gereed",
      fouten: [
        "server: stopt",
        `tabellen: lopen achter (${DONE.at(-1)?.naam})`,
        "cijfers: worden opnieuw ingelezen",
      ],
    });
  });

  it("is so for reading alone where the database is away", async () => {
    const without = createApp(aSite());
    const [all, reading] = [
      await without.request("/gereed"),
      await without.request("/gereed?voor=lezen"),
    ];
    expect(await all.json()).toMatchObject({ status: 503, fouten: ["database: antwoordt niet"] });
    expect(reading.status).toBe(200);
    expect(await reading.json()).toMatchObject({ status: "alleen-lezen" });
  });

  it("is not so for reading either where it stops", async () => {
    expect((await ask({ stopt: () => true }, there(DONE), "/gereed?voor=lezen")).status).toBe(503);
  });
});
