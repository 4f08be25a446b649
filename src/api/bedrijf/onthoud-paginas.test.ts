import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { createApp } from "#api/app.tsx";
import { databaseThatAnswers } from "#test/antwoordende-database.ts";
import { aSite } from "#test/api-proef.ts";
import { allowStyles } from "../security-headers.ts";
import { ALTIJD_OPEN } from "./levensloop.ts";
import { rememberPages } from "./onthoud-paginas.ts";

function counted() {
  let made = 0;
  let now = new Date("2026-11-30T12:00:00Z");
  let away = false;
  const db = databaseThatAnswers(() => [{ nummer: "1" }]);
  const app = new Hono();
  const levensloop = { ...ALTIJD_OPEN, alleenLezenSinds: () => (away ? now : undefined) };
  app.use(rememberPages(levensloop, () => now));
  const page = () => {
    made += 1;
    return `<p>${made}</p>`;
  };
  app.get("/regios", (c) => c.html(page()));
  app.get("/regios/weg", (c) => c.html(page(), 404));
  app.get("/regios/gegevens", (c) => c.json({ made: page() }));
  app.get("/regios/koek", (c) => c.html(page(), 200, { "Set-Cookie": "a=b" }));
  app.get("/documenten/nieuw", (c) => c.html(`<p>${allowStyles(c) && page()}</p>`));
  app.get("/bronnen", (c) => c.html(page()));
  app.get("/documenten/:naam", async (c) => {
    await db.selectFrom("stand").select("nummer").execute();
    return c.html(page());
  });
  return {
    ask: async (path: string, init: RequestInit = {}) => (await app.request(path, init)).text(),
    made: () => made,
    on: (moment: string) => {
      now = new Date(moment);
    },
    lose: () => {
      away = true;
    },
  };
}

describe("a page for everybody", () => {
  it("is made once", async () => {
    const { ask, made } = counted();
    expect([await ask("/regios"), await ask("/regios"), made()]).toEqual([
      "<p>1</p>",
      "<p>1</p>",
      1,
    ]);
  });

  it("is another with another question, and on another day", async () => {
    const { ask, made, on } = counted();
    await ask("/regios");
    await ask("/regios?op=2027-01-01");
    on("2026-12-01T12:00:00Z");
    await ask("/regios");
    expect(made()).toBe(3);
  });

  it.each([
    ["Cookie", "sessie=1"],
    ["Authorization", "Bearer x"],
    ["X-API-Key", "x"],
  ])("is made for themselves for who says who they are: %s", async (name, value) => {
    const { ask, made } = counted();
    await ask("/regios", { headers: { [name]: value } });
    await ask("/regios");
    await ask("/regios", { headers: { [name]: value } });
    expect(made()).toBe(3);
  });

  it.each([
    ["/documenten/eigen", "asked the database"],
    ["/documenten/nieuw", "has a word for its styles that holds this once"],
    ["/regios/weg", "is not there"],
    ["/regios/gegevens", "is no page"],
    ["/regios/koek", "is for one browser"],
    ["/bronnen", "is not one of those that everybody may see"],
  ])("is made anew where it is not one: %s %s", async (path) => {
    const { ask, made } = counted();
    await ask(path);
    await ask(path);
    expect(made()).toBe(2);
  });

  it("is made anew while nothing can be kept, and that is not remembered", async () => {
    const { ask, made, lose } = counted();
    await ask("/regios");
    lose();
    await ask("/regios");
    expect(made()).toBe(2);
  });

  it("has all the headers that it had the first time", async () => {
    const app = createApp(aSite());
    const [first, again] = [await app.request("/regios"), await app.request("/regios")];
    const headers = (answer: Response) =>
      Object.fromEntries([...answer.headers].filter(([name]) => name !== "x-request-id"));
    expect(headers(again)).toEqual(headers(first));
    expect(headers(again)["content-security-policy"]).toContain("default-src 'none'");
    expect(await again.text()).toBe(await first.text());
  });
});
