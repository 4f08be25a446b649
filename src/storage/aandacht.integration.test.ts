import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import type { Wie } from "#domain/toegang.ts";
import { type Aandachtsvraag, listAandachtsfeiten } from "#storage/aandacht.repository.ts";
import { alsWie, asWie } from "#storage/als-wie.ts";
import { noteBezoek, readMeldingkeuzes, writeMeldingkeuze } from "#storage/bezoek.repository.ts";
import { insertReactie, insertRonde } from "#storage/correctie.repository.ts";
import { deelOnderwerp } from "#storage/eigendom.repository.ts";
import { insertInlevering } from "#storage/inlevering.repository.ts";
import { countZonderMandaat, endMandaat } from "#storage/lidmaatschap.repository.ts";
import { insertMandaat } from "#storage/mandaat.repository.ts";
import { insertReeks, insertVersie } from "#storage/rekenversie.repository.ts";
import { insertLink } from "#storage/toegang.repository.ts";
import { describeDatabases } from "#test/database.ts";
import { type Bevolking, type Bewoner, plantBevolking } from "#test/toegang.ts";

const VANDAAG = "2026-11-30";

function vraagVan(wie: Wie, own: Partial<Aandachtsvraag> = {}): Aandachtsvraag {
  return {
    ...{ persoon: wie.persoon ?? "", gemeenten: [], gebieden: [], vandaag: VANDAAG },
    organisaties: wie.namens.map(({ organisatie }) => organisatie.id),
    ...{ sinds: new Date("2026-01-01"), horizon: "2026-12-30", taken: true, sleutels: true },
    ...own,
  };
}

describeDatabases("what may ask for attention", ({ db, eigenaar }) => {
  let people: Bevolking;
  beforeAll(async () => {
    people = await plantBevolking(eigenaar());
  });

  const facts = (wie: Wie, own: Partial<Aandachtsvraag> = {}) =>
    alsWie(wie, () => listAandachtsfeiten(db(), vraagVan(wie, own)));
  const titles = async (wie: Wie, soort: string, own: Partial<Aandachtsvraag> = {}) =>
    (await facts(wie, own)).filter((feit) => feit.soort === soort).map(({ titel }) => titel);

  async function makeVersie(wie: Bewoner, naam: string, vervaltOp: string): Promise<string> {
    const [reeks, id] = [randomUUID(), randomUUID()];
    await asWie(db(), wie, async (tx) => {
      await insertReeks(tx, reeks);
      const link = { id: randomUUID(), onderwerp: reeks, recht: "beheren" as const };
      const sha256 = randomUUID().replaceAll("-", "").repeat(2);
      await insertLink(tx, { ...link, sha256 });
      await insertVersie(tx, {
        ...{ id, reeks, opslagsleutel: sha256, verzoek: sha256 },
        ...{ gemaaktOp: new Date(), gemaaktMet: link.id, vervaltOp: new Date(vervaltOp) },
        inhoud: { naam, adres: "", regio: "drechtsteden", ongebronde: [], bevriezingen: [] },
        gebeurtenissen: [],
      });
    });
    return id;
  }

  it("is nothing for who asks where nothing was made", async () => {
    expect(await facts(people.vreemde, { gemeenten: ["GM0001"], gebieden: ["PV28"] })).toEqual([]);
  });

  it("is a round for a gemeente until it has reacted, with the day that was named", async () => {
    const ronde = randomUUID();
    await asWie(db(), people.maker, async (tx) => {
      await insertRonde(tx, {
        ...{ id: ronde, naam: "najaar", regio: "drechtsteden", op: "2026-01-01" },
        uiterlijk: "2026-12-10",
      });
      for (const gemeente of ["GM0505", "GM0642"]) {
        const sha256 = randomUUID().replaceAll("-", "").repeat(2);
        await insertLink(tx, {
          ...{ id: randomUUID(), sha256, onderwerp: ronde, recht: "nakijken", gemeente },
        });
      }
    });
    const asked = () => facts(people.vreemde, { gemeenten: ["GM0505"] });
    expect(await asked()).toMatchObject([
      { soort: "ronde", id: ronde, titel: "najaar", wie: "GM0505", uiterlijk: "2026-12-10" },
    ]);
    const link = await eigenaar()
      .selectFrom("toegangslink")
      .select("id")
      .where("onderwerp", "=", ronde)
      .where("gemeente", "=", "GM0505")
      .executeTakeFirstOrThrow();
    await alsWie(people.vreemde, () =>
      insertReactie(db(), {
        ...{ id: randomUUID(), ronde, gemeente: "GM0505", link: link.id, soort: "gezien" },
      }),
    );
    expect(await asked()).toEqual([]);
    expect(await titles(people.vreemde, "ronde", { gemeenten: ["GM0642"] })).toEqual(["najaar"]);
  });

  it("is a version of one's own that lapses within the time, and not of another", async () => {
    await makeVersie(people.maker, "bijna weg", "2026-12-05");
    await makeVersie(people.maker, "nog lang", "2027-12-05");
    expect(await titles(people.maker, "versie verloopt")).toEqual(["bijna weg"]);
    expect(await titles(people.collega, "versie verloopt")).toEqual(["bijna weg"]);
    expect(await titles(people.kringlid, "versie verloopt")).toEqual([]);
  });

  it("is a version once it is shared with a circle that one is in, from that moment", async () => {
    const id = await makeVersie(people.maker, "gedeeld", "2099-01-01");
    expect(await titles(people.kringlid, "versie gedeeld")).toEqual([]);
    const before = new Date(Date.now() - 60_000);
    await alsWie(people.maker, () =>
      deelOnderwerp(db(), "rekenversie", id, { zichtbaarheid: "kring", kring: people.kring }),
    );
    const now = { sinds: before };
    expect(await titles(people.kringlid, "versie gedeeld", now)).toEqual(["gedeeld"]);
    expect(await titles(people.maker, "versie gedeeld", now)).toEqual([]);
    expect(await titles(people.vreemde, "versie gedeeld", now)).toEqual([]);
    const later = { sinds: new Date(Date.now() + 60_000) };
    expect(await titles(people.kringlid, "versie gedeeld", later)).toEqual([]);
  });

  it("is a delivery of one's own body that waits", async () => {
    await asWie(db(), people.maker, (tx) =>
      insertInlevering(tx, {
        ...{ id: randomUUID(), afzender: "proef", afzenderSleutel: "p", bestandsnaam: "plan.csv" },
        ...{ sha256: "0".repeat(64), bytes: new Uint8Array([1]) },
        ...{ vervaltOp: new Date("2099-01-01"), kop: { afzender: "proef", bron: "proef" } },
      }),
    );
    expect(await titles(people.collega, "levering")).toEqual(["plan.csv"]);
    expect(await titles(people.kringlid, "levering")).toEqual([]);
  });

  it("is what could not be fetched, until it was asked for again", async () => {
    const vraag = JSON.stringify({ soort: "pdok", jaar: 2026 });
    const add = (stand: string) =>
      sql`insert into ophaaltaak (id, vraag, stand, fout, bijgewerkt_op)
        values (gen_random_uuid(), ${vraag}, ${stand}, ${stand === "mislukt" ? "weg" : null},
          ${new Date(`${VANDAAG}T08:00:00Z`)})`.execute(eigenaar());
    await add("mislukt");
    expect(await titles(people.maker, "taak")).toEqual(["pdok"]);
    expect(await titles(people.maker, "taak", { taken: false })).toEqual([]);
    await add("wacht");
    expect(await titles(people.maker, "taak")).toEqual([]);
  });

  it("is a bureau of one's own area that stops soon", async () => {
    const add = (naam: string, tot: string) =>
      sql`insert into organisatie (id, soort, naam, gebied, tot)
        values (gen_random_uuid(), 'bureau', ${naam}, 'proef#proef', ${tot})`.execute(eigenaar());
    await add("bijna", "2026-12-15");
    await add("later", "2027-12-15");
    const own = { gebieden: ["proef#proef"] };
    expect(await titles(people.maker, "bureau", own)).toEqual(["bijna"]);
    expect(await titles(people.maker, "bureau", { gebieden: ["PV28"] })).toEqual([]);
  });

  it("is somebody whose only mandate ended, and nobody who still has one", async () => {
    const { persoon, namens } = people.kringlid;
    const organisatie = namens[0]?.organisatie.id ?? "";
    const id = randomUUID();
    const van = "2020-01-01";
    await insertMandaat(eigenaar(), { id, persoon, organisatie, rol: "medewerker", van });
    const asked = () => countZonderMandaat(eigenaar(), [organisatie], VANDAAG);
    expect(await asked()).toEqual([]);
    await endMandaat(eigenaar(), organisatie, { id, door: persoon, op: new Date("2026-11-02") });
    expect(await asked()).toEqual([{ organisatie, aantal: 1, sinds: "2026-11-02" }]);
    expect(await countZonderMandaat(eigenaar(), [randomUUID()], VANDAAG)).toEqual([]);
  });

  describe("what somebody chose, and when they were here", () => {
    it("is theirs alone", async () => {
      const read = (wie: Wie) => alsWie(wie, () => readMeldingkeuzes(db()));
      await alsWie(people.maker, async () => {
        await writeMeldingkeuze(db(), "gedeeld", "niet");
        await writeMeldingkeuze(db(), "gedeeld", "dagoverzicht");
      });
      expect([...(await read(people.maker))]).toEqual([["gedeeld", "dagoverzicht"]]);
      expect((await read(people.collega)).size).toBe(0);
      const forAnother = alsWie(people.collega, () =>
        sql`insert into meldingkeuze (persoon, soort, keuze)
          values (${people.maker.persoon}, 'taak', 'niet')`.execute(db()),
      );
      await expect(forAnother).rejects.toMatchObject({ code: "42501" });
      const seen = await alsWie(people.collega, () =>
        db().selectFrom("bezoek").select("gezien_op").execute(),
      );
      expect(seen).toEqual([]);
    });

    it("is a new visit after a pause, and the same one before", async () => {
      const note = (time: string) =>
        alsWie(people.vreemde, () => noteBezoek(db(), new Date(`2026-11-30T${time}:00Z`)));
      expect(await note("08:00")).toBeUndefined();
      expect(await note("08:20")).toBeUndefined();
      expect(await note("10:00")).toEqual(new Date("2026-11-30T08:20:00Z"));
      expect(await note("10:29")).toEqual(new Date("2026-11-30T08:20:00Z"));
    });
  });
});
