import { Kysely, PostgresDialect } from "kysely";
import { describe, expect, it } from "vitest";
import type { Tables } from "#storage/schema.ts";
import { basis } from "#test/basis.ts";
import { createApp, createStartingApp } from "./app.tsx";
import type { Site } from "./site.ts";

const SECRET = "geheim wachtwoord";

function unreachable(): Kysely<Tables> {
  const connect = () => Promise.reject(new Error(SECRET));
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: { connect, end: async () => {} } }),
  });
}

const shipped = basis;
const told: [string, unknown][] = [];
const site: Site = {
  basis: shipped,
  samenvoegingen: [],
  db: unreachable(),
  https: false,
  invoer: true,
  versie: "proef",
  onError: (number, error) => told.push([number, error]),
};

const asProgram = { headers: { Accept: "application/json" } };

describe("while everything is being read in", () => {
  const app = createStartingApp({ https: false, versie: "proef" });

  it("every page says so, and to come back", async () => {
    const answer = await app.request("/documenten/sleutel-inwoners");
    expect([answer.status, answer.headers.get("Retry-After")]).toEqual([503, "5"]);
    expect(await answer.text()).toContain("Woonregie start op");
  });

  it("a program gets it as a problem document", async () => {
    const answer = await app.request("/gereed", asProgram);
    expect(answer.headers.get("Content-Type")).toContain("application/problem+json");
    expect(await answer.json()).toMatchObject({ status: 503 });
  });

  it("it is alive, so that nobody ends it", async () => {
    const answer = await app.request("/gezondheid");
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { naam: "woonregie", versie: "proef", status: "start op" },
    ]);
  });
});

describe("when something goes wrong", () => {
  const broken = {
    ...shipped,
    regios: () => {
      throw new Error(SECRET);
    },
  };
  const app = createApp({ ...site, basis: broken });

  it("the reader gets a number to tell, and nothing of the inside", async () => {
    const answer = await app.request("/gemeenten/GM0505");
    const page = await answer.text();
    const [number, error] = told.at(-1) ?? [];
    expect(answer.status).toBe(500);
    expect(number).toMatch(/^[0-9a-f]{8}$/);
    expect(page).toContain(`nummer ${number}`);
    expect(page).not.toContain(SECRET);
    expect(error).toMatchObject({ message: SECRET });
    expect(answer.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
  });
});

describe("behind https", () => {
  it("a browser is told never to come without", async () => {
    const answer = await createApp({ ...site, https: true }).request("/regios");
    expect(answer.headers.get("Strict-Transport-Security")).toBe(
      "max-age=31536000; includeSubDomains",
    );
  });
});

describe("a document", () => {
  it("keeps its address by version, and answers to its name alone", async () => {
    const app = createApp(site);
    const [named, exact] = await Promise.all(
      ["/documenten/drechtsteden", "/documenten/drechtsteden@1"].map((path) => app.request(path)),
    );
    expect([named?.status, exact?.status]).toEqual([200, 200]);
    expect((await app.request("/documenten/drechtsteden@9")).status).toBe(404);
  });
});

describe("who may do what", () => {
  it("F225 is one page, made of the table that is checked, for everybody to read", async () => {
    const answer = await createApp(site).request("/wie-mag-wat");
    const page = (await answer.text()).replace(/<[^>]+>/g, "|").replace(/\|+/g, "|");
    expect(answer.status).toBe(200);
    expect(page).toContain(
      "|een urgentieverklaring afgeven|Dit staat vast, maar Woonregie heeft er nog geen scherm voor. Het komt met het transferpunt.|gemeente: college|in het eigen gebied|uitvoerder: medewerker|in het gebied van wie er een bestuursmandaat voor gaf|",
    );
    expect(page).toContain("|de afbakening van een woningbouwregio|PS|de gemeenten|");
  });
});
