import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { OPENBAAR, type Wie } from "#domain/toegang.ts";
import { alsWie, asWie } from "#storage/als-wie.ts";
import { insertRonde } from "#storage/correctie.repository.ts";
import { type Deling, deelOnderwerp } from "#storage/eigendom.repository.ts";
import { insertFonds } from "#storage/fonds.repository.ts";
import { insertOpmerking } from "#storage/opmerking.repository.ts";
import type { GebiedTable } from "#storage/schema.ts";
import { describeDatabases } from "#test/database.ts";
import { type Bevolking, plantBevolking } from "#test/toegang.ts";
import { zoekBewaard } from "./zoek-bewaard.service.ts";

describeDatabases("searching what people made", ({ db, eigenaar }) => {
  let people: Bevolking;
  beforeAll(async () => {
    people = await plantBevolking(eigenaar());
  });

  async function makeRonde(naam: string, kring?: string): Promise<string> {
    const id = randomUUID();
    await asWie(db(), people.maker, async (tx) => {
      await insertRonde(tx, { id, naam, regio: "drechtsteden", op: "2026-01-01" });
      const deling: Deling = kring
        ? { zichtbaarheid: "kring", kring }
        : { zichtbaarheid: "organisatie" };
      await deelOnderwerp(tx, "correctieronde", id, deling);
    });
    return id;
  }

  const zoek = (wie: Wie, vraag: string) => alsWie(wie, () => zoekBewaard(db(), vraag, 40));
  const ids = async (wie: Wie, vraag: string) => (await zoek(wie, vraag)).map(({ id }) => id);

  it("finds it for whom may see it, and for nobody else", async () => {
    const naam = `Cijfers Fryslân ${randomUUID()}`;
    const own = await makeRonde(naam);
    const shared = await makeRonde(naam, people.kring);
    expect(new Set(await ids(people.maker, naam))).toEqual(new Set([own, shared]));
    expect(new Set(await ids(people.collega, naam))).toEqual(new Set([own, shared]));
    expect(await ids(people.kringlid, naam)).toEqual([shared]);
    expect(await ids(people.vreemde, naam)).toEqual([]);
    expect(await ids(OPENBAAR, naam)).toEqual([]);
  });

  it("says what it is, whose and of when, and needs every word in any writing", async () => {
    const mark = randomUUID();
    const id = await makeRonde(`Súdwest ${mark}`);
    const [found] = await zoek(people.maker, `sudwest DRECHTSTEDEN ${mark}`);
    expect(found).toMatchObject({ id, soort: "correctieronde", bij: "drechtsteden" });
    expect(found?.organisatie).toBe("Eerste");
    expect(found?.op).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(await ids(people.maker, `sudwest elders ${mark}`)).toEqual([]);
  });

  it("takes a sign that means anything to the database as that sign", async () => {
    const mark = randomUUID();
    const id = await makeRonde(`30% van ${mark}`);
    await makeRonde(`30 van ${mark}`);
    expect(await ids(people.maker, `30% ${mark}`)).toEqual([id]);
    expect(await ids(people.maker, `3_% ${mark}`)).toEqual([]);
    expect(await ids(people.maker, "\\")).toEqual([]);
    expect(await ids(people.maker, "  ")).toEqual([]);
  });

  it("finds a remark for its maker's body, and not for others before the gemeente saw it", async () => {
    const waarover = `Inwoners ${randomUUID()}`;
    const id = randomUUID();
    await eigenaar()
      .insertInto("gebied")
      .values({ code: "GM0505", soort: "gemeente", naam: "Dordrecht" } as GebiedTable)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await alsWie(people.maker, () =>
      insertOpmerking(db(), {
        ...{ id, gemeente: "GM0505", adres: "/gemeenten/GM0505", waarover, tekst: "Klopt dit?" },
        zichtbaarheid: "regio",
      }),
    );
    expect(await ids(people.collega, `dordrecht ${waarover}`)).toEqual([id]);
    expect(await ids(people.vreemde, waarover)).toEqual([]);
  });

  it("finds a fund for whom it is shared with", async () => {
    const [id, naam] = [randomUUID(), `Fonds ${randomUUID()}`];
    const geld = { naam, doel: "Grootschalige locaties", tot: 2029, bron: "brief" };
    await alsWie(people.maker, () => insertFonds(db(), { ...geld, id }));
    expect(await ids(people.collega, `grootschalige ${naam}`)).toEqual([id]);
    expect(await ids(people.vreemde, naam)).toEqual([]);
  });

  it("never finds what only a secret link opens", async () => {
    const naam = randomUUID();
    await insertRonde(db(), { id: randomUUID(), naam, regio: "drechtsteden", op: "2026-01-01" });
    expect(await ids(people.maker, naam)).toEqual([]);
    expect(await ids(OPENBAAR, naam)).toEqual([]);
  });
});
