import { randomUUID } from "node:crypto";
import { type RawBuilder, sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import type { Wie } from "#domain/toegang.ts";
import { removeAfwezigen } from "#storage/aanwezig.repository.ts";
import { alsWie } from "#storage/als-wie.ts";
import { deelDocument } from "#storage/eigen-document.repository.ts";
import { storeDocument } from "#storage/kader.repository.ts";
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
    expect(await open(people.maker)).toMatch(/aria-live="polite">Ook hier: Proef \(Eerste\)/);
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

  it("is said in the shape that was agreed, or refused with what it should be", async () => {
    const answer = await ask(people.maker, `/documenten/${id}/aanwezig`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: "{}",
    });
    expect(answer.status).toBe(400);
  });
});
