import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { removeHerhalingen } from "#storage/herhaling.repository.ts";
import { appOn } from "#test/api.ts";
import { describeDatabases } from "#test/database.ts";

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
