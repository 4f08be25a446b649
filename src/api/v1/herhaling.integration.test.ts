import { createHash, randomUUID } from "node:crypto";
import { sql } from "kysely";
import { expect, it } from "vitest";
import {
  dropHerhaling,
  type Herhaling,
  keepAntwoord,
  removeHerhalingen,
  takeHerhaling,
} from "#storage/herhaling.repository.ts";
import { alsPoging } from "#storage/poging.ts";
import { insertLijst } from "#storage/woordenlijst.repository.ts";
import { createAccounts } from "#test/account.ts";
import { appOn, type Json } from "#test/api.ts";
import { describeDatabases } from "#test/database.ts";
import { ORGANISATIES } from "#test/toegang.ts";

describeDatabases("a request with an Idempotency-Key", ({ db, eigenaar }) => {
  const post = async (path: string, key: string, body: unknown = {}) => {
    const answer = await appOn(db()).request(`/v1${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Idempotency-Key": key },
      body: JSON.stringify(body),
    });
    const { status, headers } = answer;
    return { status, again: headers.get("Idempotency-Replayed"), text: await answer.text() };
  };
  const count = async () => {
    const { rows } = await sql<{ aantal: number }>`
      select count(*)::int as aantal from woordenlijst`.execute(eigenaar());
    return rows[0]?.aantal;
  };
  const LIJST = { regio: "drechtsteden" };
  const hex = (text: string) => createHash("sha256").update(text).digest("hex");
  const pogingOf = (taken: Herhaling) => (taken.soort === "nieuw" ? taken.poging : "");
  const keepSomething = async (poging: string) => {
    const id = randomUUID();
    await alsPoging(poging, () => insertLijst(db(), { id, regio: "drechtsteden" }));
    return id;
  };

  it("has one effect and one answer, however often it is sent", async () => {
    const key = randomUUID();
    const before = (await count()) ?? 0;
    const first = await post("/woordenlijsten", key, LIJST);
    expect(first).toMatchObject({ status: 201, again: null });
    for (const _ of [1, 2, 3]) {
      expect(await post("/woordenlijsten", key, LIJST)).toEqual({ ...first, again: "true" });
    }
    expect(await count()).toBe(before + 1);
  });

  it("has one effect where it is sent many times at once", async () => {
    const key = randomUUID();
    const before = (await count()) ?? 0;
    const all = await Promise.all(
      Array.from({ length: 8 }, () => post("/woordenlijsten", key, LIJST)),
    );
    expect(await count()).toBe(before + 1);
    const good = all.filter(({ status }) => status === 201);
    expect(new Set(good.map(({ text }) => text)).size).toBe(1);
    // The others came before there was an answer, and hear to come back.
    expect(all.filter(({ status }) => status !== 201 && status !== 409)).toEqual([]);
    expect((await post("/woordenlijsten", key, LIJST)).text).toBe(good[0]?.text);
  });

  it("is the same request at another server", async () => {
    const key = randomUUID();
    const at = async (host: string) => {
      const answer = await appOn(db()).request(`http://${host}/v1/woordenlijsten`, {
        method: "POST",
        headers: { "Content-Type": "application/json", "Idempotency-Key": key },
        body: JSON.stringify(LIJST),
      });
      return [answer.status, await answer.text()];
    };
    expect(await at("een.nl:3000")).toEqual(await at("twee.nl:4000"));
  });

  it("is refused for another request, and is another key for another address", async () => {
    const key = randomUUID();
    await post("/woordenlijsten", key, LIJST);
    const other = await post("/woordenlijsten", key, { regio: "rijnmond" });
    expect(other.status).toBe(409);
    expect(other.text).toContain("hoort bij een andere vraag");
    expect((await post("/versiereeksen", key)).status).toBe(201);
  });

  it("may be used again where nothing came of it", async () => {
    const key = randomUUID();
    expect((await post("/woordenlijsten", key, { regio: "nergens" })).status).toBe(400);
    expect((await post("/woordenlijsten", key, LIJST)).status).toBe(201);
  });

  it("is told where it is too short to be one", async () => {
    expect(await post("/woordenlijsten", "kort", LIJST)).toMatchObject({ status: 400 });
  });

  it("counts on every address under which something is made", async () => {
    const app = appOn(db());
    const { paths }: Json = await (await app.request("/v1/openapi.json")).json();
    const making = Object.entries<Json>(paths).flatMap(([path, { post: said }]) =>
      said?.responses["201"] ? [path.replaceAll(/\{\w+\}/g, randomUUID())] : [],
    );
    expect(making.length).toBeGreaterThan(8);
    // One that is too short is refused before anything else; where none is looked at, it is not.
    for (const path of making) {
      const answer = await post(path.replace(/^\/v1/, ""), "kort");
      expect(answer.status, path).toBe(400);
      expect(answer.text.toLowerCase(), path).toContain("idempotency-key");
    }
  });

  it("keeps no secret of a link, nor the key, where anybody can read it", async () => {
    const key = randomUUID();
    const { text } = await post("/versiereeksen", key);
    const { geheim } = JSON.parse(text) as { readonly geheim: string };
    const { rows } = await sql<{ rij: string }>`
      select h::text || encode(antwoord, 'escape') as rij from herhaling h`.execute(eigenaar());
    const all = rows.map(({ rij }) => rij).join("\n");
    expect(all.length).toBeGreaterThan(100);
    expect(all).not.toContain(geheim);
    expect(all).not.toContain(key);
  });

  it("that was broken off without effect is done by who sends it again, and by nobody else", async () => {
    const names = { sleutel: hex(randomUUID()), verzoek: hex("vraag") };
    const first = await takeHerhaling(db(), names);
    expect(await takeHerhaling(db(), names)).toEqual({ soort: "bezig" });
    const second = await takeHerhaling(db(), names, -1);
    expect([first.soort, second.soort]).toEqual(["nieuw", "nieuw"]);

    // The first was only slow, and comes to keep something now.
    await expect(keepSomething(pogingOf(first))).rejects.toThrow("taken over");
    const before = (await count()) ?? 0;
    await keepSomething(pogingOf(second));
    expect(await count()).toBe(before + 1);
    await keepAntwoord(db(), pogingOf(first), { status: 200, antwoord: new Uint8Array([1]) });
    expect(await takeHerhaling(db(), names)).toEqual({ soort: "bezig" });
  });

  it("that was broken off after its effect is never done again, and says what it did", async () => {
    const names = { sleutel: hex(randomUUID()), verzoek: hex("vraag") };
    const poging = pogingOf(await takeHerhaling(db(), names));
    const lijst = await keepSomething(poging);
    // What the server does where it hears of an error: the connection may have broken at the very end.
    await dropHerhaling(db(), poging);
    const again = await takeHerhaling(db(), names, -1);
    expect(again).toEqual({ soort: "zonder-antwoord", gevolg: `woordenlijst ${lijst}` });
  });

  it("says to who sends it again what was done, where its answer is lost", async () => {
    const key = randomUUID();
    await post("/woordenlijsten", key, LIJST);
    await sql`update herhaling set status = null, antwoord = null,
      begonnen_op = now() - interval '1 minute'`.execute(eigenaar());
    const before = await count();
    const again = await post("/woordenlijsten", key, LIJST);
    expect([again.status, JSON.parse(again.text).gevolg]).toEqual([
      409,
      expect.stringMatching(/^woordenlijst [0-9a-f-]{36}$/),
    ]);
    expect(await count()).toBe(before);
  });

  it("of one is nothing to another: with the same key and question each gets an own answer", async () => {
    const { app, signIn } = createAccounts(db(), eigenaar());
    const people = [
      await signIn(ORGANISATIES.dordrecht, "ambtelijk"),
      await signIn(ORGANISATIES.zwijndrecht, "ambtelijk"),
    ];
    const key = randomUUID();
    const made = [];
    for (const { browser } of [...people, ...people]) {
      const answer = await app.request("http://localhost/v1/versiereeksen", {
        method: "POST",
        headers: {
          ...{ "Content-Type": "application/json", "Idempotency-Key": key },
          ...{ Cookie: `sessie=${browser.cookies.get("sessie")}`, Origin: "http://localhost" },
        },
        body: "{}",
      });
      const { reeks } = (await answer.json()) as { readonly reeks: string };
      made.push([answer.status, reeks, answer.headers.get("Idempotency-Replayed")]);
    }
    const [one, other] = made;
    expect(new Set([one?.[1], other?.[1]]).size).toBe(2);
    expect(made).toEqual([
      ...[one, other].map((first) => [201, first?.[1], null]),
      ...[one, other].map((first) => [201, first?.[1], "true"]),
    ]);
  });

  it("is forgotten after its time", async () => {
    await post("/versiereeksen", randomUUID());
    expect(await removeHerhalingen(eigenaar(), new Date(Date.now() + 60_000))).toBeGreaterThan(0);
    expect(await removeHerhalingen(eigenaar(), new Date(Date.now() + 60_000))).toBe(0);
  });
});

describeDatabases("something that two people change", ({ db }) => {
  const ask = async (
    method: string,
    path: string,
    { body, match, geheim }: { body?: unknown; match?: string; geheim?: string } = {},
  ) => {
    const answer = await appOn(db()).request(`/v1${path}`, {
      method,
      headers: {
        "Content-Type": "application/json",
        ...(match === undefined ? {} : { "If-Match": match }),
        ...(geheim === undefined ? {} : { Authorization: `Bearer ${geheim}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      etag: answer.headers.get("ETag") ?? "",
      json: JSON.parse(text || "{}"),
    };
  };
  const TEKST = (titel: string) => `soort: verdeling
id: twee-mensen
titel: '${titel}'
onderwerp: urgenten
spoor: 2
bron: werkgroep
status: concept
opgave: { aantal: urgenten, uit: vrijkomende-sociale-huurwoningen }
stappen:
  - over: gemeenten
    sleutel: { naar-rato-van: inwoners }
`;

  it("is how far a version is: of two that read the same, one is first", async () => {
    const reeks = (await ask("POST", "/versiereeksen")).json;
    const { geheim } = reeks;
    const made = await appOn(db()).request(`/v1/versiereeksen/${reeks.reeks}/versies`, {
      method: "POST",
      headers: {
        ...{ "Content-Type": "application/json", "Idempotency-Key": randomUUID() },
        Authorization: `Bearer ${geheim}`,
      },
      body: JSON.stringify({
        naam: "eerste",
        adres:
          "document=urgenten-bovengrens&regio=drechtsteden&op=2026-01-01&cijfer.mutatiegraad=5%25&cijfer.urgenten=450&kies.wat-niet-past=open",
        bronnen: { mutatiegraad: "jaarverslag", urgenten: "raming" },
      }),
    });
    const { versie } = (await made.json()) as { readonly versie: string };
    const path = `/versies/${versie}`;
    const seen: string[] = [];
    for (const status of ["klaar voor bespreking", "concept", "klaar voor bespreking"]) {
      const { etag: match } = await ask("GET", path, { geheim });
      seen.push(match);
      const both = await Promise.all(
        [1, 2, 3].map(() => ask("PATCH", path, { body: { status }, match, geheim })),
      );
      expect(both.map((answer) => answer.status).toSorted()).toEqual([204, 412, 412]);
      const refused = both.find((answer) => answer.status === 412);
      expect(refused?.json.nieuwste).toEqual({ status });
    }
    // Sent once more after others put it back: what it was built on is not what stands there now.
    const late = await ask("PATCH", path, {
      body: { status: "concept" },
      match: seen[1] ?? "",
      geheim,
    });
    expect([late.status, new Set(seen).size]).toEqual([412, 3]);
  });

  it("is a word list: who read an older one hears what it is now, and nothing is kept", async () => {
    const { json } = await ask("POST", "/woordenlijsten", { body: { regio: "drechtsteden" } });
    const { lijst, geheim } = json;
    const path = `/woordenlijsten/${lijst}`;
    const { etag: read } = await ask("GET", path);
    const words = (label: string, van: number) => ({
      woorden: { "evenwichtige-verdeling": label },
      van,
    });
    const first = await ask("PUT", path, { body: words("eerlijk", 0), match: read, geheim });
    expect(first.status).toBe(200);
    const late = await ask("PUT", path, { body: words("anders", 1), match: read, geheim });
    expect(late).toMatchObject({ status: 412, json: { nieuwste: { versie: 1 } } });
    const again = await ask("PUT", path, { body: words("anders", 1), match: first.etag, geheim });
    expect(again.status).toBe(200);
    expect((await ask("GET", path)).json.woorden).toEqual({ "evenwichtige-verdeling": "anders" });
  });

  it("is an own document: both are told, with what differs", async () => {
    const made = await ask("POST", "/documenten", { body: { tekst: TEKST("Eerste"), van: 0 } });
    if (made.status !== 201) throw new Error(JSON.stringify(made.json));
    const put = (titel: string, match: string) =>
      ask("PUT", "/documenten/twee-mensen", { body: { tekst: TEKST(titel), van: 99 }, match });
    const one = await put("Van de een", made.etag);
    expect(one).toMatchObject({ status: 200, json: { versie: 2 } });
    const other = await put("Van de ander", made.etag);
    expect(other.status).toBe(412);
    expect(other.json.nieuwste).toMatchObject({ versie: 2 });
    expect(other.json.verschillen).toContainEqual({
      pad: "titel",
      links: "Van de een",
      rechts: "Van de ander",
    });
    expect(await put("Van de ander", one.etag)).toMatchObject({ status: 200, json: { versie: 3 } });
    expect((await put("x", `W/${one.etag}`)).status).toBe(412);
  });
});
