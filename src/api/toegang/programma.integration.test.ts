import { createHash, randomUUID } from "node:crypto";
import type { Hono } from "hono";
import { beforeAll, describe, expect, it } from "vitest";
import { makeLink } from "#services/toegang/geheim.ts";
import { createTellers } from "#services/toegang/tellers.ts";
import { dagVan } from "#services/toegang/toegang.ts";
import { alsWie, asWie } from "#storage/als-wie.ts";
import { insertSleutel } from "#storage/apisleutel.repository.ts";
import { deelDocument } from "#storage/eigen-document.repository.ts";
import { deelOnderwerp } from "#storage/eigendom.repository.ts";
import { storeDocument } from "#storage/kader.repository.ts";
import { insertReeks } from "#storage/rekenversie.repository.ts";
import { appOn, type Json } from "#test/api.ts";
import { describeDatabases } from "#test/database.ts";
import { openSessie, toegangVan } from "#test/sessies.ts";
import { type Bevolking, type Bewoner, plantBevolking } from "#test/toegang.ts";

describeDatabases("a program with a key", ({ db, eigenaar }) => {
  let people: Bevolking;
  let app: Hono;
  let geheim: string;

  beforeAll(async () => {
    people = await plantBevolking(eigenaar());
    app = appOn(db(), { toegang: toegangVan(eigenaar()) });
    // Who made the key acts for another body too, as one officer may for several gemeenten.
    for (const wie of [people.maker, people.vreemde]) await openSessie(eigenaar(), wie);
    await alsoActsFor(people.maker, people.vreemde);
    geheim = await makeKey(people.maker);
  });

  async function alsoActsFor(wie: Bewoner, ander: Bewoner): Promise<void> {
    const [mandaat] = ander.namens;
    await eigenaar()
      .insertInto("mandaat")
      .values({
        ...{ id: randomUUID(), persoon: wie.persoon, rol: "medewerker", van: "2020-01-01" },
        organisatie: mandaat?.organisatie.id ?? "",
      })
      .execute();
  }

  async function makeKey(wie: Bewoner): Promise<string> {
    const made = `woonregie_${randomUUID()}`;
    await alsWie(wie, () =>
      insertSleutel(db(), {
        ...{ id: randomUUID(), naam: "proef", begin: "woonregie_", rol: "medewerker" as const },
        organisatie: wie.namens[0]?.organisatie.id ?? "",
        sha256: createHash("sha256").update(made, "utf8").digest("hex"),
        rechten: ["lezen", "documenten-bewaren", "versies-bewaren"] as const,
        ...{ gemaaktDoor: wie.persoon, gemaaktOp: new Date(), tot: "2099-01-01" },
      }),
    );
    return made;
  }

  async function ask(path: string, method = "GET"): Promise<{ status: number; json: Json }> {
    const headers = { "X-API-Key": geheim, "Idempotency-Key": randomUUID() };
    const answer = await app.request(`/v1${path}`, { method, headers });
    const text = await answer.text();
    return { status: answer.status, json: text ? JSON.parse(text) : undefined };
  }

  async function makeDocument(wie: Bewoner): Promise<string> {
    const id = `proef-${randomUUID()}`;
    await alsWie(wie, () =>
      storeDocument(db(), {
        ...{ id, versie: 1, soort: "verdeling", status: "concept", titel: "Proef" },
        ...{ herkomst: "eigen", tekst: `id: ${id}` },
      }),
    );
    return id;
  }

  async function makeReeks(wie: Bewoner): Promise<string> {
    const id = randomUUID();
    await asWie(db(), wie, async (tx) => {
      await insertReeks(tx, id);
      await makeLink(tx, { onderwerp: id, recht: "beheren" });
    });
    return id;
  }

  /** The same person, while they work for their other body. */
  const elders = (): Bewoner => ({ ...people.maker, namens: people.vreemde.namens, kringen: [] });

  describe("sees what its body sees, and not what only who made it does", () => {
    it("of documents", async () => {
      const [own, other] = [await makeDocument(people.collega), await makeDocument(elders())];
      const hidden = await makeDocument(people.maker);
      await alsWie(people.maker, () => deelDocument(db(), hidden, { zichtbaarheid: "prive" }));
      const see = async (id: string) => (await ask(`/documenten/${id}/zichtbaarheid`)).status;
      expect([await see(own), await see(other), await see(hidden)]).toEqual([200, 404, 404]);
    });

    it("of versions", async () => {
      const [own, other] = [await makeReeks(people.collega), await makeReeks(elders())];
      const hidden = await makeReeks(people.maker);
      await alsWie(people.maker, () =>
        deelOnderwerp(db(), "versiereeks", hidden, { zichtbaarheid: "prive" }),
      );
      const see = async (id: string) => (await ask(`/versiereeksen/${id}`)).status;
      expect([await see(own), await see(other), await see(hidden)]).toEqual([200, 404, 404]);
    });

    it("of what changed, where no person is named either", async () => {
      const [own, other] = [await makeDocument(people.collega), await makeDocument(elders())];
      const told = async (id: string) =>
        (await ask(`/wijzigingen?onderwerp=document&sleutel=${id}`)).json.items;
      expect(await told(own)).toMatchObject([{ door: { organisatie: "Eerste" } }]);
      expect(JSON.stringify(await told(own))).not.toContain('"persoon"');
      expect(await told(other)).toEqual([]);
      const { json } = await ask("/wijzigingen?perPagina=100");
      expect(json.items.map(({ sleutel }: Json) => sleutel)).not.toContain(`${other} 1`);
    });
  });

  it("opens nothing more once who made it acts for the body no more", async () => {
    const vertrekt = { ...people.collega };
    await openSessie(eigenaar(), vertrekt);
    const before = geheim;
    geheim = await makeKey(vertrekt);
    expect((await ask("/versies")).status).not.toBe(401);
    await eigenaar()
      .updateTable("mandaat")
      .set({ beeindigd_op: new Date(), beeindigd_door: people.maker.persoon })
      .where("persoon", "=", vertrekt.persoon)
      .execute();
    expect((await ask("/versies")).status).toBe(401);
    geheim = before;
  });

  it("opens nothing more after the last day of the body", async () => {
    const body = people.maker.namens[0]?.organisatie.id ?? "";
    const stop = (tot: string | null) =>
      eigenaar().updateTable("organisatie").set({ tot }).where("id", "=", body).execute();
    await stop(dagVan(new Date()));
    expect((await ask("/versies")).status).not.toBe(401);
    await stop("2026-01-01");
    expect((await ask("/versies")).status).toBe(401);
    await stop(null);
  });

  it("gets nothing that a proxy may keep for others", async () => {
    const cookie = await openSessie(eigenaar(), { ...people.kringlid, namens: [] });
    const kept = async (path: string, headers: Record<string, string> = {}) =>
      (await app.request(path, { headers })).headers.get("Cache-Control");
    expect(await kept("/ogc/v1")).toBe("no-cache");
    expect(await kept("/ogc/v1", { "X-API-Key": geheim })).toBe("private, no-cache");
    expect(await kept("/ogc/v1", { Cookie: cookie })).toBe("private, no-cache");
    expect(await kept("/v1/documenten", { Cookie: cookie })).toBe("no-store");
    expect(await kept("/account", { Cookie: cookie })).toBe("no-store");
  });

  it("is counted by itself, so that it keeps who made it from nothing", async () => {
    const grenzen = { persoon: 2, organisatie: 1_000, adres: 3, aanmelden: 60 };
    const toegang = { ...toegangVan(eigenaar()), tellers: createTellers(grenzen) };
    const busy = appOn(db(), { toegang });
    const cookie = await openSessie(eigenaar(), { ...people.maker, namens: [] });
    const with_ = async (headers: Record<string, string>) =>
      (await busy.request("/v1/gebieden?perPagina=1", { headers })).status;
    for (const expected of [200, 200, 429]) {
      expect(await with_({ "X-API-Key": geheim })).toBe(expected);
    }
    expect(await with_({ Cookie: cookie })).toBe(200);
    // One that opens nothing counts for the address that it came from: keys cannot be guessed fast.
    for (const expected of [401, 401, 401, 429]) {
      expect(await with_({ "X-API-Key": `woonregie_${randomUUID()}` })).toBe(expected);
    }
  });
});

describeDatabases("somebody whose mandate ended", ({ db, eigenaar }) => {
  it.each(["prive", "organisatie", "kring"] as const)(
    "does not see what they made for that body, shared as «%s»",
    async (zichtbaarheid) => {
      const { maker, kring } = await plantBevolking(eigenaar());
      const id = randomUUID();
      await asWie(db(), maker, async (tx) => {
        await insertReeks(tx, id);
        const deling = zichtbaarheid === "kring" ? { zichtbaarheid, kring } : { zichtbaarheid };
        await deelOnderwerp(tx, "versiereeks", id, deling);
      });
      const read = (wie: Bewoner) =>
        alsWie(wie, () =>
          db().selectFrom("versiereeks").select("id").where("id", "=", id).execute(),
        );
      const log = (wie: Bewoner) =>
        alsWie(wie, () =>
          db().selectFrom("wijziging").select("sleutel").where("sleutel", "=", id).execute(),
        );
      expect([await read(maker), (await log(maker)).length > 0]).toEqual([[{ id }], true]);
      const weg = { ...maker, namens: [], kringen: [] };
      expect([await read(weg), await log(weg)]).toEqual([[], []]);
    },
  );
});

describeDatabases("what only its maker sees", ({ db, eigenaar }) => {
  it("is no news to a colleague: each version of it that is made, or thrown away", async () => {
    const { maker, collega } = await plantBevolking(eigenaar());
    const id = `stil-${randomUUID()}`;
    const store = (versie: number) =>
      alsWie(maker, () =>
        storeDocument(db(), {
          ...{ id, versie, soort: "verdeling", status: "concept", titel: "Proef" },
          ...{ herkomst: "eigen", tekst: `id: ${id}\nversie: ${versie}` },
        }),
      );
    const told = (wie: Bewoner) =>
      alsWie(wie, () =>
        db()
          .selectFrom("wijziging")
          .select("sleutel")
          .where("sleutel", "like", `${id} %`)
          .execute(),
      );
    await store(1);
    const shared = (await told(collega)).length;
    expect(shared).toBe(1);
    await alsWie(maker, () => deelDocument(db(), id, { zichtbaarheid: "prive" }));
    await store(2);
    // That it is seen no more is told: it was there a moment ago.
    expect([(await told(collega)).length, (await told(maker)).length]).toEqual([2, 3]);
  });
});
