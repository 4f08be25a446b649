import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createKysely } from "#storage/kysely.ts";
import { MIGRATIONS, migrate } from "#storage/migrate.ts";
import { createServerPool } from "#storage/server-pool.ts";
import { createVrager } from "#test/beproeving/vraag.ts";
import { type Bronserver, startBronserver, status } from "#test/bronserver.ts";
import { createDatabase, NO_POSTGRES, postgresUrl } from "#test/postgres.ts";
import {
  startVerbreekbareVerbinding,
  type VerbreekbareVerbinding,
} from "#test/verbreekbare-verbinding.ts";
import { makeEmptyVarFolder, type ServingProcess, startServing } from "./serving.ts";

const DOCUMENT = `soort: verdeling
id: samen-geschreven
titel: Samen geschreven
onderwerp: urgenten
spoor: 2
bron: werkgroep
status: concept
opgave: { aantal: urgenten, uit: vrijkomende-sociale-huurwoningen }
stappen: [{ over: gemeenten, sleutel: { naar-rato-van: inwoners } }]
`;

const json = { "Content-Type": "application/json", Accept: "application/json" };
const post = (address: string, body: unknown, method = "POST") =>
  fetch(address, { method, headers: json, body: JSON.stringify(body) });

function sendForm(base: string, path: string, form: Readonly<Record<string, string>>) {
  const headers = { Origin: base };
  return fetch(`${base}${path}`, { method: "POST", headers, body: new URLSearchParams(form) });
}

const told = (server: ServingProcess) =>
  server
    .said()
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line));

const reason = postgresUrl ? "" : `: ${NO_POSTGRES}`;

describe.skipIf(!postgresUrl)(`two servers and two workers on one database${reason}`, () => {
  let database: Awaited<ReturnType<typeof createDatabase>>;
  let bron: Bronserver;
  let all: readonly ServingProcess[];
  let webs: readonly string[];

  beforeAll(async () => {
    database = await createDatabase(postgresUrl ?? "");
    bron = await startBronserver();
    const varFolder = makeEmptyVarFolder();
    const around = {
      DATABASE_URL: database.url,
      WOONREGIE_NETWERK: "ja",
      WOONREGIE_PROEFBRON: bron.origin,
      WOONREGIE_LOG: "json",
      WOONREGIE_UITLOOP: "1",
    };
    // All at the same moment, on a database without a table.
    all = ["nee", "nee", "ja", "ja"].map((taken) =>
      startServing({ varFolder, env: { ...around, WOONREGIE_TAKEN: taken } }),
    );
    const addresses = await Promise.all(all.map(({ address }) => address()));
    webs = addresses.slice(0, 2);
  }, 120_000);

  afterAll(async () => {
    for (const { process } of all ?? []) process.kill("SIGTERM");
    await Promise.all((all ?? []).map(({ ended }) => ended));
    await bron?.sluit();
    await database?.drop();
  });

  const [here, there] = [() => webs[0] ?? "", () => webs[1] ?? ""];

  async function inDatabase<T>(work: (db: ReturnType<typeof createKysely>) => Promise<T>) {
    const db = createKysely(createServerPool(database.url));
    return work(db).finally(() => db.destroy());
  }

  it("have the tables made by one of them", async () => {
    const done = await inDatabase((db) => db.selectFrom("migratie").select("naam").execute());
    expect(done.map(({ naam }) => naam).sort()).toEqual(MIGRATIONS.map(({ name }) => name));
    const busy = all.filter((server) =>
      told(server).some(({ message }) => /inlezen: 0/.test(message)),
    );
    expect(busy).toHaveLength(1);
  });

  it("show at once what was kept at the other", async () => {
    expect((await fetch(`${there()}/documenten/samen-geschreven`)).status).toBe(404);
    const kept = await post(`${here()}/v1/documenten`, { tekst: DOCUMENT });
    expect(kept.status).toBe(201);
    const page = await fetch(`${there()}/documenten/samen-geschreven`);
    expect([page.status, await page.text()]).toEqual([
      200,
      expect.stringContaining("Samen geschreven"),
    ]);

    const tekst = DOCUMENT.replace("Samen geschreven", "Bij de ander veranderd");
    const changed = await post(
      `${there()}/v1/documenten/samen-geschreven`,
      { tekst, van: 1 },
      "PUT",
    );
    expect(changed.status).toBe(200);
    const back = await fetch(`${here()}/documenten/samen-geschreven`);
    expect(await back.text()).toContain("Bij de ander veranderd");
  });

  it("do each task once, whoever was asked for it", async () => {
    const tables = Array.from({ length: 4 }, (_, index) => `8000${index}NED`);
    for (const table of tables) bron.zet(`/cbs/${table}`, status(404));
    const asked = await Promise.all(
      tables.map((tabel, index) =>
        sendForm(webs[index % 2] ?? "", "/bronnen/cbs-tabel", { tabel }),
      ),
    );
    const tasks = asked.map(({ url }) => new URL(url).pathname);
    expect(new Set(tasks).size).toBe(tables.length);
    for (const task of tasks) {
      const page = async () => (await fetch(`${there()}${task}`)).text();
      await expect.poll(page, { timeout: 60_000, interval: 250 }).toContain("kent dit niet (404)");
    }
    const counts = tables.map(
      (table) => bron.gevraagd().filter((path) => path === `/cbs/${table}`).length,
    );
    expect(counts).toEqual(tables.map(() => 1));
    const own = await inDatabase((db) =>
      db.selectFrom("ophaaltaak").select("id").where("vanzelf", "=", true).execute(),
    );
    expect(own).toHaveLength(1);
  }, 90_000);

  it("let through together what one may ask in a minute, and no more", async () => {
    const minute = () => Math.floor(Date.now() / 60_000);
    // From an address that nothing else asks from; again where the minute ended half-way.
    const askAll = async (attempt: number): Promise<readonly number[]> => {
      const begun = minute();
      const askers = webs.map((base) =>
        createVrager(() => base.replace("localhost", "127.0.0.1"), `127.5.0.${attempt}`),
      );
      const seen: number[] = [];
      for (let turn = 0; turn < 70; turn += 1) {
        const vraag = { json: { regio: "drechtsteden" } };
        const both = await Promise.all(
          askers.map((ask) => ask("POST", "/v1/woordenlijsten", vraag)),
        );
        seen.push(...both.map((answer) => (answer.soort === "antwoord" ? answer.status : 0)));
      }
      return minute() === begun || attempt > 3 ? seen : askAll(attempt + 1);
    };
    const seen = await askAll(1);
    const counted = [201, 429].map((code) => seen.filter((status) => status === code).length);
    expect(counted).toEqual([120, 20]);
  }, 120_000);

  it("go on while a later version changes the tables: no request fails", async () => {
    const later = {
      name: "9999-van-later",
      statements: [
        "alter table woordenlijst add column proef text not null default 'zo'",
        "create index woordenlijst_proef on woordenlijst (proef)",
        "alter table document add column proef integer",
        "update document set proef = 1",
        "select pg_sleep(1)",
      ],
    };
    let busy = true;
    const seen: number[] = [];
    const repeat = async (ask: () => Promise<Response>) => {
      while (busy) {
        const answer = await ask();
        seen.push(answer.status);
        await answer.text();
        await wait(60);
      }
    };
    const load = webs.flatMap((base) => [
      repeat(() => fetch(`${base}/documenten/samen-geschreven`)),
      repeat(() => fetch(`${base}/v1/documenten/samen-geschreven`)),
      repeat(() => post(`${base}/v1/woordenlijsten`, { regio: "drechtsteden" })),
    ]);
    await wait(300);
    const before = seen.length;
    const change = (db: ReturnType<typeof createKysely>) =>
      migrate(db, "van de test", () => {}, { stappen: [...MIGRATIONS, later] });
    const changed = inDatabase(change).then(() => seen.length - before);
    await Promise.allSettled([changed]);
    await wait(300);
    busy = false;
    await Promise.all(load);
    expect(await changed).toBeGreaterThan(10);
    expect(before).toBeGreaterThan(0);
    expect(seen.filter((code) => code >= 400)).toEqual([]);
    expect((await fetch(`${here()}/gereed`)).status).toBe(200);
  }, 60_000);

  it("write one line of JSON per event, and no address that was asked", async () => {
    const lines = all.flatMap((server) => server.said().trim().split("\n"));
    expect(lines.filter((line) => !/^\{"time":.*\}$/.test(line))).toEqual([]);
    expect(lines.join("\n")).not.toContain("samen-geschreven");
    expect(told(all[0] as ServingProcess)).toContainEqual(
      expect.objectContaining({ method: "GET", route: "/documenten/:naam", status: 200 }),
    );
  });

  it("finish what they are asked before they end", async () => {
    const [first] = all;
    const asked = Promise.all(
      Array.from({ length: 5 }, () => fetch(`${here()}/documenten/samen-geschreven?regio=mra`)),
    );
    await wait(20);
    first?.process.kill("SIGTERM");
    expect((await asked).map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200]);
    expect(await first?.ended).toBe(0);
    expect((await fetch(`${there()}/gereed`)).status).toBe(200);
  });
});

describe.skipIf(!postgresUrl)(`a server whose database goes away${reason}`, () => {
  let database: Awaited<ReturnType<typeof createDatabase>>;
  let way: VerbreekbareVerbinding;
  let server: ServingProcess;
  let base: string;

  beforeAll(async () => {
    database = await createDatabase(postgresUrl ?? "");
    way = await startVerbreekbareVerbinding(database.url);
    const env = { DATABASE_URL: way.url, WOONREGIE_LOG: "json", WOONREGIE_METINGEN: "0" };
    server = startServing({ varFolder: makeEmptyVarFolder(), env });
    base = await server.address();
  }, 120_000);

  afterAll(async () => {
    server?.process.kill("SIGKILL");
    await server?.ended;
    await way?.sluit();
    await database?.drop();
  });

  const ready = async (query = "") => (await fetch(`${base}/gereed${query}`)).status;
  const soon = (what: () => Promise<unknown>) =>
    expect.poll(what, { timeout: 20_000, interval: 100 });

  async function onlyReads() {
    const page = await fetch(`${base}/documenten/sleutel-inwoners?regio=drechtsteden`);
    expect([page.status, page.headers.get("Woonregie-Stand")]).toEqual([200, "alleen-lezen"]);
    expect(await page.text()).toContain("Nu alleen lezen.");
    const computed = await post(`${base}/v1/verdelingen`, {
      document: "sleutel-inwoners",
      regio: "drechtsteden",
    });
    expect(computed.status).toBe(200);
    expect([await ready("?voor=lezen"), (await fetch(`${base}/gezondheid`)).status]).toEqual([
      200, 200,
    ]);
  }

  async function keepsNothing() {
    const begun = performance.now();
    const refused = await sendForm(base, "/documenten/nieuw", { tekst: DOCUMENT, doen: "bewaar" });
    expect([refused.status, refused.headers.get("Retry-After")]).toEqual([503, "5"]);
    expect(await refused.text()).toContain("id: samen-geschreven");
    const program = await post(`${base}/v1/documenten`, { tekst: DOCUMENT });
    expect([program.status, program.headers.get("Retry-After")]).toEqual([503, "5"]);
    expect(performance.now() - begun).toBeLessThan(5_000);
  }

  it("goes on reading, keeps nothing, says so, and is whole again by itself", async () => {
    expect(await ready()).toBe(200);
    await way.verbreek();
    await soon(ready).toBe(503);
    await onlyReads();
    await keepsNothing();
    expect(told(server)).toContainEqual(
      expect.objectContaining({ level: "fout", database: "weg" }),
    );

    await way.herstel();
    await soon(ready).toBe(200);
    const kept = await post(`${base}/v1/documenten`, { tekst: DOCUMENT });
    expect(kept.status).toBe(201);
    const page = await fetch(`${base}/documenten/samen-geschreven`);
    expect([page.status, page.headers.get("Woonregie-Stand")]).toEqual([200, null]);
    expect(told(server)).toContainEqual(
      expect.objectContaining({ level: "info", database: "open" }),
    );
  }, 60_000);

  it("does so too where the database does not refuse, but says nothing any more", async () => {
    way.zwijg();
    await soon(async () => (await fetch(`${base}/regios`)).headers.get("Woonregie-Stand")).toBe(
      "alleen-lezen",
    );
    await onlyReads();
    await keepsNothing();

    await way.herstel();
    await soon(ready).toBe(200);
    const tekst = DOCUMENT.replace("Samen geschreven", "Na de stilte");
    const kept = await post(`${base}/v1/documenten/samen-geschreven`, { tekst, van: 1 }, "PUT");
    expect(kept.status).toBe(200);
    expect(await (await fetch(`${base}/documenten/samen-geschreven`)).text()).toContain(
      "Na de stilte",
    );
  }, 60_000);

  it("shows in its measurements that the database is there", async () => {
    const address = /Metingen op (http:[^"]+)/.exec(server.said())?.[1] ?? "";
    const text = await (await fetch(address)).text();
    expect(text).toContain("woonregie_database_available 1");
    expect(text).toMatch(/http_server_request_duration_seconds_count\{[^}]*status_code="503"\} \d/);
    expect((await fetch(`${base}/metrics`)).status).toBe(404);
  });
});
