import { describe, expect, it } from "vitest";
import { createApp } from "#api/app.tsx";
import { StorageError } from "#storage/storage-error.ts";
import { databaseThatAnswers } from "#test/antwoordende-database.ts";
import { aSite } from "#test/api-proef.ts";
import { ALTIJD_OPEN } from "./levensloop.ts";

const refused = () => new StorageError("database-weg", {});
const broken = () => new Error("Connection terminated unexpectedly");

function away(error: () => Error) {
  const told: unknown[] = [];
  const db = databaseThatAnswers(() => {
    throw error();
  });
  const levensloop = { ...ALTIJD_OPEN, alleenLezenSinds: () => new Date() };
  const app = createApp(aSite({ db, levensloop, onError: (...what) => told.push(what) }));
  return { app, told };
}

const LONG = `\ngemeente;plaatsingen\nDordrecht;12\n${"Zwijndrecht;4\n".repeat(10)}`;

function delivery(): FormData {
  const form = new FormData();
  form.set("afzender", 'Afdeling "Wonen" <van hier>');
  form.set("bron", "eigen telling");
  form.set("plaksel", LONG);
  return form;
}

const send = (app: ReturnType<typeof away>["app"], body: FormData, headers: object = {}) =>
  app.request("/inleveringen/nieuw", {
    method: "POST",
    body,
    headers: { Origin: "http://localhost", ...headers },
  });

describe("while the database is away", () => {
  it("pages from memory answer, and say that nothing can be kept now", async () => {
    const { app } = away(refused);
    const answer = await app.request("/regios");
    expect([answer.status, answer.headers.get("Woonregie-Stand")]).toEqual([200, "alleen-lezen"]);
    expect(await answer.text()).toContain("Nu alleen lezen.");
    const outcome = await app.request("/documenten/sleutel-inwoners?regio=drechtsteden");
    expect(outcome.status).toBe(200);
  });

  it("a page that is only in the database says so, and is nobody's fault", async () => {
    const { app, told } = away(refused);
    const answer = await app.request("/inleveringen/01234567-89ab-7def-8123-456789abcdef");
    expect([answer.status, answer.headers.get("Retry-After")]).toEqual([503, "5"]);
    expect(await answer.text()).toContain("De database antwoordt nu niet");
    expect(told).toEqual([]);
  });

  it("what somebody typed comes back in a form that can be sent again", async () => {
    const { app } = away(refused);
    const answer = await send(app, delivery());
    const page = await answer.text();
    expect([answer.status, answer.headers.get("Retry-After")]).toEqual([503, "5"]);
    expect(page).toContain("Er is niets bewaard en niets veranderd.");
    expect(page).toContain('<form method="post" action="/inleveringen/nieuw"');
    expect(page).toContain('value="Afdeling &quot;Wonen&quot; &lt;van hier&gt;"');
    // A browser sends its own line ends, and takes one away at the beginning of a textarea.
    const asSeen = page.replaceAll("\r\n", "\n");
    expect(asSeen).toContain(`name="plaksel" rows="8">\n${LONG}</textarea>`);
  });

  it("a file has to be chosen again, for a page cannot hold it", async () => {
    const { app } = away(refused);
    const form = delivery();
    form.delete("plaksel");
    form.set("bestand", new File(["gemeente;x\nDordrecht;1\n"], "cijfers.csv"));
    const page = await (await send(app, form)).text();
    expect(page).toContain('enctype="multipart/form-data"');
    expect(page).toContain('<input type="file" id="opnieuw-bestand" name="bestand"');
  });

  it("a program is told the same, and when to come back", async () => {
    const { app } = away(refused);
    const answer = await app.request(
      "/v1/verdelingen/0123abcd0123abcd0123abcd0123abcd0123abcd0123abcd0123abcd0123abcd",
      {
        headers: { Accept: "application/json" },
      },
    );
    expect([answer.status, answer.headers.get("Retry-After")]).toEqual([503, "5"]);
    expect(answer.headers.get("Content-Type")).toContain("application/problem+json");
  });

  it("nobody is told that nothing was kept where it broke off on the way", async () => {
    const { app } = away(broken);
    const page = await (await send(app, delivery())).text();
    expect(page).toContain("Misschien is het gelukt, misschien niet.");
    expect(page).not.toContain("niets veranderd");
  });
});

describe("an error that has nothing to do with that", () => {
  it("stays an error", async () => {
    const { app, told } = away(() => new Error("kapot"));
    expect((await send(app, delivery())).status).toBe(500);
    expect(told).toHaveLength(1);
  });
});
