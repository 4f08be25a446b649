import { randomUUID } from "node:crypto";
import { type RawBuilder, sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import type { Wie } from "#domain/toegang.ts";
import { meldAanwezig, removeAfwezigen } from "#storage/aanwezig.repository.ts";
import { alsWie } from "#storage/als-wie.ts";
import { deelDocument } from "#storage/eigen-document.repository.ts";
import { insertFonds } from "#storage/fonds.repository.ts";
import { insertInlevering } from "#storage/inlevering.repository.ts";
import { storeDocument } from "#storage/kader.repository.ts";
import { insertLijst } from "#storage/woordenlijst.repository.ts";
import { appOn } from "#test/api.ts";
import { describeDatabases } from "#test/database.ts";
import { openSessie, toegangVan } from "#test/sessies.ts";
import { type Bevolking, plantBevolking } from "#test/toegang.ts";

describeDatabases("who has a document open", ({ db, eigenaar }) => {
  let people: Bevolking;
  let id = "";
  const cookies = new Map<Wie, string>();

  beforeAll(async () => {
    people = await plantBevolking(eigenaar());
    for (const wie of [people.maker, people.collega, people.vreemde]) {
      cookies.set(wie, await openSessie(eigenaar(), wie));
    }
    id = `samen-${randomUUID()}`;
    await alsWie(people.maker, () =>
      storeDocument(db(), {
        ...{ id, versie: 1, soort: "verdeling", status: "concept", titel: "Proef" },
        ...{ herkomst: "eigen", tekst: "id: proef\nversie: 1\n" },
      }),
    );
  });

  // Each time another server on the same database.
  const ask = (wie: Wie | undefined, path: string, init: RequestInit = {}) =>
    appOn(db(), { toegang: toegangVan(eigenaar()) }).request(path, {
      ...init,
      headers: { Cookie: wie ? (cookies.get(wie) ?? "") : "", ...init.headers },
    });
  async function say(wie: Wie | undefined, tab: string, weg = false) {
    const answer = await ask(wie, `/documenten/${id}/aanwezig`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Sec-Fetch-Site": "same-origin" },
      body: JSON.stringify({ tab, weg }),
    });
    const text = await answer.text();
    return { status: answer.status, tekst: answer.status === 200 ? JSON.parse(text).tekst : "" };
  }
  const open = async (wie: Wie | undefined) =>
    (await ask(wie, `/documenten/${id}/bewerken`)).text();
  /** As if they last said so a while ago. */
  const age = (since: RawBuilder<unknown>) =>
    sql`update aanwezig set gezien_op = clock_timestamp() - ${since}`.execute(eigenaar());

  it("is told to each other on any server, and without a script as the page is opened", async () => {
    const [one, two] = [randomUUID(), randomUUID()];
    expect(await say(people.maker, one)).toEqual({ status: 200, tekst: "" });
    expect((await say(people.collega, two)).tekst).toMatch(
      /^Ook hier: Proef \(Eerste\), sinds \d\d:\d\d\.$/,
    );
    expect((await say(people.maker, one)).tekst).toContain("Ook hier: Proef (Eerste)");
    expect(await open(people.maker)).toMatch(/aria-live="polite"[^>]*>Ook hier: Proef \(Eerste\)/);
    // A second tab of the same person is nobody else.
    await say(people.maker, randomUUID());
    expect((await say(people.collega, two)).tekst.match(/Proef/g)).toHaveLength(1);
  });

  it("is gone as somebody leaves, and within a minute where they only fell away", async () => {
    const [one, two] = [randomUUID(), randomUUID()];
    await eigenaar().deleteFrom("aanwezig").execute();
    await say(people.maker, one);
    await say(people.collega, two);
    expect((await say(people.collega, two, true)).status).toBe(204);
    expect((await say(people.maker, one)).tekst).toBe("");
    await say(people.collega, two);
    await age(sql`interval '40 seconds'`);
    expect(await open(people.maker)).toContain("Ook hier");
    await age(sql`interval '46 seconds'`);
    expect(await open(people.maker)).not.toContain("Ook hier");
    await removeAfwezigen(eigenaar());
    expect(await eigenaar().selectFrom("aanwezig").select("tab").execute()).toEqual([]);
  });

  it("is told to nobody who may not see the document, and never to the public", async () => {
    const tab = randomUUID();
    await say(people.maker, tab);
    for (const wie of [people.vreemde, undefined]) {
      expect((await say(wie, randomUUID())).status).toBe(404);
      expect(await open(wie)).not.toContain("Ook hier");
    }
    await alsWie(people.maker, () => deelDocument(db(), id, { zichtbaarheid: "openbaar" }));
    // Another body is told that somebody is there, and not who works here.
    expect(await open(people.vreemde)).toContain("Ook hier: iemand van Eerste");
    expect(await open(people.vreemde)).not.toContain("Proef (");
    expect(await open(undefined)).not.toContain("Ook hier");
    expect((await say(undefined, randomUUID())).status).toBe(404);
    const rows = await db().selectFrom("aanwezig").selectAll().execute();
    expect(rows).toEqual([]);
    await alsWie(people.maker, () => deelDocument(db(), id, { zichtbaarheid: "organisatie" }));
    // A tab is of who opened it: another can neither say that it is there, nor that it went.
    await say(people.collega, tab);
    await say(people.collega, tab, true);
    expect(await open(people.collega)).toContain("Ook hier");
  });

  it("is told of a word list, a fund and a delivery as well, to whoever may see it", async () => {
    const [lijst, fonds, levering] = [randomUUID(), randomUUID(), randomUUID()];
    await alsWie(people.maker, async () => {
      await insertLijst(db(), { id: lijst, regio: "drechtsteden" });
      await db().updateTable("woordenlijst").set({ zichtbaarheid: "organisatie" }).execute();
      await insertFonds(db(), { id: fonds, naam: "Proef", doel: "", tot: 2029, bron: "brief" });
      await insertInlevering(db(), {
        ...{ id: levering, afzender: "proef", afzenderSleutel: "proef", bestandsnaam: "a.csv" },
        ...{
          sha256: "0".repeat(64),
          bytes: new Uint8Array([1]),
          vervaltOp: new Date("2099-01-01"),
        },
        kop: { afzender: "proef", bron: "proef" },
      });
    });
    const there = async (wie: Wie | undefined, path: string) => {
      const answer = await ask(wie, `${path}/aanwezig`, {
        method: "POST",
        headers: { "Content-Type": "application/json", "Sec-Fetch-Site": "same-origin" },
        body: JSON.stringify({ tab: randomUUID() }),
      });
      const text = await answer.text();
      return answer.status === 200 ? JSON.parse(text).tekst : answer.status;
    };
    for (const path of [
      `/verdeling/woordenlijsten/${lijst}`,
      `/fondsen/${fonds}`,
      `/inleveringen/${levering}`,
    ]) {
      expect(await there(people.maker, path), path).toBe("");
      expect(await there(people.collega, path), path).toMatch(/^Ook hier: Proef \(Eerste\)/);
      expect([403, 404], path).toContain(await there(people.vreemde, path));
      expect([403, 404], path).toContain(await there(undefined, path));
    }
    const page = async (wie: Wie | undefined, path: string) => (await ask(wie, path)).text();
    // Who may not book there only reads it, and is told of nobody at work.
    expect(await page(people.collega, `/fondsen/${fonds}`)).not.toContain("ook-hier");
    expect(await page(people.collega, `/verdeling/woordenlijsten/${lijst}`)).toContain("Ook hier");
    expect(await page(undefined, `/verdeling/woordenlijsten/${lijst}`)).not.toContain("ook-hier");
    // Whoever is at the one is not told of at the other, though the id were the same.
    expect(await page(people.collega, `/verdeling/woordenlijsten/${fonds}`)).not.toContain(
      "ook-hier",
    );
    // The policies of the things themselves say so, whatever a program asks.
    const seen = await alsWie(people.vreemde, () =>
      db().selectFrom("aanwezig").selectAll().execute(),
    );
    expect(seen.filter(({ soort }) => soort !== "document")).toEqual([]);
    const say = alsWie(people.vreemde, () =>
      meldAanwezig(db(), { tab: randomUUID(), soort: "fonds", id: fonds, naam: "Vreemd" }),
    );
    await expect(say).rejects.toThrow("row-level security");
  });

  it("is said in the shape that was agreed, or refused with what it should be", async () => {
    const answer = await ask(people.maker, `/documenten/${id}/aanwezig`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: "{}",
    });
    expect(answer.status).toBe(400);
  });
});
