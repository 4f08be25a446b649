import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import type { Opmerkingdeling } from "#domain/opmerking.ts";
import { OPENBAAR, type Wie } from "#domain/toegang.ts";
import { listAandachtsfeiten } from "#storage/aandacht.repository.ts";
import { alsWie, asWie } from "#storage/als-wie.ts";
import {
  findOpmerking,
  insertAntwoord,
  insertOpmerking,
  listOpmerkingen,
  markGezien,
} from "#storage/opmerking.repository.ts";
import { describeDatabases } from "#test/database.ts";
import { type Bevolking, type Bewoner, plantBevolking } from "#test/toegang.ts";

const CODE = "GM0999";

describeDatabases("a remark about a gemeente", ({ db, eigenaar }) => {
  let people: Bevolking;
  let gemeente: Bewoner;
  beforeAll(async () => {
    people = await plantBevolking(eigenaar());
    const other = await plantBevolking(eigenaar());
    gemeente = other.vreemde;
    await sql`update organisatie set soort = 'gemeente', gebied = ${CODE}
      where id = ${bodyOf(gemeente)}::uuid`.execute(eigenaar());
  });

  const bodyOf = (wie: Wie) => wie.namens[0]?.organisatie.id ?? "";
  const sees = async (wie: Wie, id: string) =>
    (await alsWie(wie, () => findOpmerking(db(), id))) !== undefined;

  async function make(zichtbaarheid: Opmerkingdeling): Promise<string> {
    const id = randomUUID();
    await alsWie(people.maker, () =>
      insertOpmerking(db(), {
        ...{ id, gemeente: CODE, adres: `/gemeenten/${CODE}`, waarover: "aantal" },
        ...{ tekst: "klopt dit?", zichtbaarheid },
        ...(zichtbaarheid === "kring" ? { kring: people.kring } : {}),
      }),
    );
    return id;
  }

  const see = (id: string) =>
    alsWie(gemeente, () => markGezien(db(), id, { persoon: gemeente.persoon, op: new Date() }));

  const AFTER: Readonly<Record<Opmerkingdeling, readonly string[]>> = {
    organisatie: [],
    kring: ["kringlid"],
    regio: ["kringlid", "vreemde"],
    openbaar: ["kringlid", "vreemde", "openbaar"],
  };

  it.each(Object.keys(AFTER) as Opmerkingdeling[])(
    "for «%s» is seen by its makers and that gemeente alone, until the gemeente has seen it",
    async (deling) => {
      const id = await make(deling);
      const others = { kringlid: people.kringlid, vreemde: people.vreemde, openbaar: OPENBAAR };
      const insiders = [people.maker, people.collega, gemeente];
      for (const wie of insiders) expect(await sees(wie, id)).toBe(true);
      for (const wie of Object.values(others)) expect(await sees(wie, id)).toBe(false);
      await see(id);
      for (const wie of insiders) expect(await sees(wie, id)).toBe(true);
      for (const [name, wie] of Object.entries(others)) {
        expect(await sees(wie, id), name).toBe(AFTER[deling].includes(name));
      }
    },
  );

  it("carries the answer of the gemeente for everybody who sees it, and keeps it as it was", async () => {
    const id = await make("openbaar");
    const answer = { id: randomUUID(), opmerking: id, organisatie: bodyOf(gemeente), tekst: "nee" };
    await asWie(db(), gemeente, async (tx) => {
      await markGezien(tx, id, { persoon: gemeente.persoon, op: new Date() });
      await insertAntwoord(tx, answer);
    });
    const found = await findOpmerking(db(), id);
    expect(found?.antwoorden).toMatchObject([{ tekst: "nee", van: "Derde" }]);
    const changed = sql`update opmerking_antwoord set tekst = 'ja'`.execute(eigenaar());
    await expect(changed).rejects.toThrow("verandert nooit");
    const rewritten = sql`update opmerking set tekst = 'anders' where id = ${id}`;
    await expect(rewritten.execute(eigenaar())).rejects.toThrow("verandert nooit");
  });

  it("is not answered before it is seen, nor by anybody but the gemeente", async () => {
    const id = await make("regio");
    const answer = (wie: Wie, organisatie = bodyOf(wie)) =>
      alsWie(wie, () =>
        insertAntwoord(db(), { id: randomUUID(), opmerking: id, organisatie, tekst: "ja" }),
      );
    await expect(answer(gemeente)).rejects.toMatchObject({ code: "42501" });
    await see(id);
    for (const wie of [people.maker, people.kringlid, people.vreemde]) {
      await expect(answer(wie)).rejects.toMatchObject({ code: "42501" });
      await expect(answer(wie, bodyOf(gemeente))).rejects.toMatchObject({ code: "42501" });
    }
    await answer(gemeente);
  });

  it("is marked as seen by nobody else, and made in no other name", async () => {
    const id = await make("openbaar");
    for (const wie of [people.maker, people.vreemde, OPENBAAR]) {
      const { persoon = people.maker.persoon } = wie;
      await alsWie(wie, () => markGezien(db(), id, { persoon, op: new Date() }));
    }
    expect(await sees(people.vreemde, id)).toBe(false);
    const inOtherName = alsWie(people.vreemde, () =>
      sql`insert into opmerking (id, gemeente, adres, waarover, tekst, organisatie, zichtbaarheid)
        values (gen_random_uuid(), ${CODE}, '/', 'x', 'x', ${bodyOf(people.maker)}, 'openbaar')`.execute(
        db(),
      ),
    );
    await expect(inOtherName).rejects.toMatchObject({ code: "42501" });
    const seenAtOnce = alsWie(people.maker, () =>
      sql`insert into opmerking (id, gemeente, adres, waarover, tekst, zichtbaarheid, gezien_op, gezien_door)
        values (gen_random_uuid(), ${CODE}, '/', 'x', 'x', 'openbaar', now(), ${people.maker.persoon})`.execute(
        db(),
      ),
    );
    await expect(seenAtOnce).rejects.toMatchObject({ code: "42501" });
  });

  it("is in no list and no count of somebody who may not see it, and asks the gemeente for attention", async () => {
    const id = await make("openbaar");
    const listed = async (wie: Wie) =>
      (await alsWie(wie, () => listOpmerkingen(db(), { gemeente: CODE, hoogstens: 100 }))).some(
        (one) => one.id === id,
      );
    expect([await listed(people.collega), await listed(gemeente)]).toEqual([true, true]);
    expect([await listed(people.vreemde), await listed(OPENBAAR)]).toEqual([false, false]);
    const facts = async (wie: Bewoner, gemeenten: readonly string[]) =>
      (
        await alsWie(wie, () =>
          listAandachtsfeiten(db(), {
            ...{ persoon: wie.persoon, organisaties: [bodyOf(wie)], gemeenten, gebieden: [] },
            ...{ sinds: new Date("2026-01-01"), vandaag: "2026-11-30", horizon: "2026-12-30" },
            ...{ taken: false, sleutels: false },
          }),
        )
      ).filter((feit) => feit.id === id);
    expect(await facts(gemeente, [CODE])).toMatchObject([{ soort: "opmerking", wie: "Eerste" }]);
    expect(await facts(people.vreemde, [CODE])).toEqual([]);
    const organisatie = bodyOf(gemeente);
    await see(id);
    await alsWie(gemeente, () =>
      insertAntwoord(db(), { id: randomUUID(), opmerking: id, organisatie, tekst: "ja" }),
    );
    expect(await facts(gemeente, [CODE])).toEqual([]);
    expect(await facts(people.maker, [])).toMatchObject([{ soort: "antwoord", wie: "Derde" }]);
  });

  describe("in the change log", () => {
    it("stands as made and seen, without its text", async () => {
      const id = await make("openbaar");
      await see(id);
      const rows = await eigenaar()
        .selectFrom("wijziging")
        .select(["soort", "oud", "nieuw"])
        .where("tabel", "=", "opmerking")
        .where("sleutel", "=", id)
        .orderBy("nummer")
        .execute();
      expect(rows.map(({ soort }) => soort)).toEqual(["gemaakt", "gewijzigd"]);
      expect(JSON.stringify(rows)).not.toContain("klopt dit");
    });
  });
});
