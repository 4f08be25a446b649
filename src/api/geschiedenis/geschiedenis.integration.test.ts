import { randomUUID } from "node:crypto";
import type { Hono } from "hono";
import { beforeAll, expect, it } from "vitest";
import type { Wie } from "#domain/toegang.ts";
import { alsWie, asWie } from "#storage/als-wie.ts";
import { deleteEigenDocument } from "#storage/eigen-document.repository.ts";
import { deelOnderwerp } from "#storage/eigendom.repository.ts";
import { storeDocument } from "#storage/kader.repository.ts";
import { insertReeks } from "#storage/rekenversie.repository.ts";
import { zegWaarom } from "#storage/wijziging.repository.ts";
import { appOn, type Json } from "#test/api.ts";
import { describeDatabases } from "#test/database.ts";
import { openSessie, toegangVan } from "#test/sessies.ts";
import { type Bevolking, plantBevolking } from "#test/toegang.ts";

describeDatabases("what happened to the work of a body", ({ db, eigenaar }) => {
  let app: Hono;
  let people: Bevolking;
  const cookies = new Map<Wie, string>();

  beforeAll(async () => {
    people = await plantBevolking(eigenaar());
    app = appOn(db(), { toegang: toegangVan(eigenaar()) });
    for (const wie of [people.maker, people.collega, people.vreemde]) {
      cookies.set(wie, await openSessie(eigenaar(), wie));
    }
  });

  async function see(wie: Wie | undefined, path: string) {
    const cookie = wie ? (cookies.get(wie) ?? "") : "";
    const answer = await app.request(path, { headers: { Cookie: cookie } });
    return { status: answer.status, text: await answer.text() };
  }

  async function ask(wie: Wie | undefined, query = ""): Promise<Json> {
    const { text } = await see(wie, `/v1/wijzigingen${query}`);
    return JSON.parse(text);
  }

  async function share(id: string) {
    await alsWie(people.maker, () => insertReeks(db(), id));
    await asWie(db(), people.collega, async (tx) => {
      await zegWaarom(tx, "het overleg vroeg erom");
      await deelOnderwerp(tx, "versiereeks", id, { zichtbaarheid: "regio" });
    });
  }

  it("F027 is told with old and new, who, when and why, to that body and to nobody else", async () => {
    const id = randomUUID();
    await share(id);
    const { aantal, items } = await ask(people.maker, `?onderwerp=versiereeks&sleutel=${id}`);
    expect([aantal, items]).toEqual([
      2,
      [
        {
          ...{ nummer: expect.any(Number), op: expect.stringMatching(/Z$/) },
          ...{ onderwerp: "versiereeks", wat: "rekenblad", sleutel: id, soort: "gewijzigd" },
          door: { persoon: "Proef", organisatie: "Eerste" },
          reden: "het overleg vroeg erom",
          velden: [
            {
              veld: "wie het ziet",
              was: "de eigen organisatie",
              wordt: "iedereen met een account hier",
            },
          ],
        },
        expect.objectContaining({ soort: "gemaakt", sleutel: id }),
      ],
    ]);
    for (const other of [people.vreemde, undefined]) {
      expect(await ask(other, `?sleutel=${id}`)).toMatchObject({ aantal: 0, items: [] });
    }
    const page = await see(people.collega, `/geschiedenis?sleutel=${id}`);
    expect(page.text).toMatch(/de eigen organisatie → iedereen met een account hier/);
    expect((await see(people.vreemde, `/geschiedenis?sleutel=${id}`)).text).not.toContain(
      "Proef, Eerste",
    );
    expect((await see(undefined, "/geschiedenis")).status).toBe(403);
  });

  it("says that something was thrown away, and nothing of what it was", async () => {
    const id = `weg-${randomUUID()}`;
    await alsWie(people.maker, async () => {
      await storeDocument(db(), {
        ...{ id, versie: 1, soort: "verdeling", status: "concept", herkomst: "eigen" },
        ...{ titel: "Stille titel", tekst: "stille tekst" },
      });
      await deleteEigenDocument(db(), id);
    });
    const { items } = await ask(people.maker, `?sleutel=${id}`);
    expect(items[0]).toMatchObject({ soort: "verwijderd", velden: [] });
    const { text } = await see(people.maker, `/geschiedenis?onderwerp=document&sleutel=${id}`);
    expect(text).toContain("document weggegooid");
    expect(text).toContain("de inhoud is er niet meer");
    expect(text).not.toMatch(/stille t/i);
  });

  it("comes in pages and by day, with the addresses of the pages beside it", async () => {
    for (let count = 0; count < 3; count += 1) await share(randomUUID());
    const first = await ask(people.maker, "?onderwerp=versiereeks&perPagina=2");
    const second = await ask(people.maker, "?onderwerp=versiereeks&perPagina=2&pagina=2");
    expect(first.items).toHaveLength(2);
    expect(first.links.volgende).toContain("pagina=2");
    expect(second.items[0].nummer).toBeLessThan(first.items[1].nummer);
    const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" });
    const dag = today.format(new Date(first.items[0].op));
    const { aantal } = await ask(people.maker, `?van=${dag}&tot=${dag}`);
    expect(aantal).toBeGreaterThanOrEqual(first.aantal);
    expect((await ask(people.maker, "?tot=2020-01-01")).aantal).toBe(0);
    const wrong = await see(people.maker, "/geschiedenis?van=gisteren");
    expect([wrong.status, wrong.text.includes("Deze vraag klopt nog niet")]).toEqual([400, true]);
    expect(wrong.text).toContain("Van: «gisteren» is geen dag");
    // A field for days would be empty: what was typed stays, and can be mended.
    expect(wrong.text).toMatch(/<input type="text" id="van" name="van" value="gisteren"/);
    expect(wrong.text).toMatch(/<input type="date" id="tot"/);
  });
});
