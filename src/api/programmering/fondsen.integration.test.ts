import { randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { expect, it } from "vitest";
import type { Organisatie, Rol } from "#domain/toegang.ts";
import { insertMandaat } from "#storage/mandaat.repository.ts";
import { insertOrganisatie } from "#storage/organisatie.repository.ts";
import { insertPersoon } from "#storage/persoon.repository.ts";
import type { Tables } from "#storage/schema.ts";
import {
  aToegang,
  createAanmelddienst,
  createBrowser,
  ISSUER,
  signInWith,
} from "#test/aanmelddienst.ts";
import { appOn } from "#test/api.ts";
import { describeDatabases } from "#test/database.ts";
import { ORGANISATIES } from "#test/toegang.ts";

const { rijk, dordrecht, corporatie } = ORGANISATIES;

const FONDS = {
  ...{ naam: "Grootschalige locaties", doel: "Extra woningen", bedrag: "5 miljard", van: "2025" },
  ...{ tot: "2029", bron: "Platform31 2025, hoofdstuk 2", zichtbaar: "regio" },
};
const BOEKING = { jaar: "2029", bedrag: "1,25 miljoen", wat: "Spoorzone", stuk: "brief van 1 mei" };

/** Somebody of the Rijk, of a gemeente and of a corporatie, each in a browser of their own. */
async function open(db: Kysely<Tables>, eigenaar: Kysely<Tables>) {
  const dienst = createAanmelddienst();
  const app = appOn(db, { toegang: aToegang(eigenaar, dienst) });
  const as = async (body: Organisatie, rol: Rol) => {
    const [persoon, organisatie] = [randomUUID(), randomUUID()];
    // Of one area there is one body, and every test has bodies of its own.
    await insertOrganisatie(eigenaar, { id: organisatie, soort: body.soort, naam: body.naam });
    const account = { issuer: ISSUER, sub: persoon };
    await insertPersoon(eigenaar, { id: persoon, naam: persoon, account });
    const mandaat = { id: randomUUID(), persoon, organisatie, rol };
    await insertMandaat(eigenaar, { ...mandaat, van: "2020-01-01" });
    const browser = createBrowser(app);
    await signInWith(browser, dienst, { wie: { sub: persoon, name: persoon } });
    return browser;
  };
  const riks = await as(rijk, "ambtelijk");
  return { riks, dora: await as(dordrecht, "ambtelijk"), cor: await as(corporatie, "medewerker") };
}

describeDatabases("the fund register", ({ db, eigenaar, alone }) => {
  it("F020 takes no booking in 2030 out of what is there up to and including 2029", async () => {
    const { riks } = await open(db(), eigenaar());
    const made = await riks.post("/fondsen/nieuw", FONDS);
    expect(made.status).toBe(303);
    const at = made.location ?? "";
    const refused = await riks.post(`${at}/boekingen`, { ...BOEKING, jaar: "2030" });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain(
      "«Grootschalige locaties» loopt tot en met 2029. In 2030 kan niets worden geboekt.",
    );
    expect(refused.text).toContain('value="Spoorzone"');
    expect((await riks.get(at)).text).toContain("Er is nog niets toegezegd");
    expect((await riks.post(`${at}/boekingen`, BOEKING)).status).toBe(303);
    const { text } = await riks.get(at);
    expect(text).toMatch(/Toegezegd<\/dt><dd>€ 1\.250\.000<[\s\S]*€ 4\.998\.750\.000/);
  });

  it(
    "F020 holds in the database itself, whatever program asks",
    alone(async (tx) => {
      const id = randomUUID();
      await sql`insert into fonds (id, naam, doel, tot, bron) values (${id}, 'Proef', '', 2029, 'brief')`.execute(
        tx,
      );
      const book = (jaar: number) =>
        sql`insert into fondsboeking (id, fonds, jaar, bedrag, wat, stuk)
          values (${randomUUID()}, ${id}, ${jaar}, 1, 'proef', 'brief')`.execute(tx);
      await book(2029);
      await expect(book(2030)).rejects.toMatchObject({ code: "WR002" });
    }),
  );

  it("never loses a booking: it is taken back once, with a reason, and stays to be read", async () => {
    const { riks } = await open(db(), eigenaar());
    const at = (await riks.post("/fondsen/nieuw", FONDS)).location ?? "";
    await riks.post(`${at}/boekingen`, BOEKING);
    const [, boeking] = /boekingen\/([0-9a-f-]{36})\/terug/.exec((await riks.get(at)).text) ?? [];
    const back = `${at}/boekingen/${boeking}/terug`;
    expect((await riks.post(back, { reden: " " })).status).toBe(400);
    expect((await riks.post(back, { reden: "Plan gaat niet door" })).status).toBe(303);
    const { text } = await riks.get(at);
    expect(text).toMatch(/<s>€ 1\.250\.000<\/s>[\s\S]*Plan gaat niet door/);
    expect(text).toMatch(/Nog over<\/dt><dd>€ 5\.000\.000\.000/);
    expect((await riks.post(back, { reden: "nog eens" })).status).toBe(404);
    const change = sql`update fondsboeking set bedrag = 2 where id = ${boeking}`.execute(
      eigenaar(),
    );
    await expect(change).rejects.toThrow("een boeking verandert niet");
  });

  it("is read by those it is shared with, and written by the body it is of", async () => {
    const { riks, dora, cor } = await open(db(), eigenaar());
    const at = (await riks.post("/fondsen/nieuw", FONDS)).location ?? "";
    expect((await dora.get(at)).text).not.toContain("Een toezegging boeken");
    expect((await riks.get(at)).text).toContain(`data-adres="${at}/aanwezig"`);
    expect((await dora.get(at)).text).not.toContain("ook-hier");
    expect((await cor.get("/fondsen")).text).toContain("Grootschalige locaties");
    expect((await dora.post(`${at}/boekingen`, BOEKING)).status).toBe(404);
    expect((await cor.post(`${at}/boekingen`, BOEKING)).status).toBe(403);
    expect((await cor.get("/fondsen/nieuw")).status).toBe(403);
  });

  it("tells everything that is wrong with a fund at once, and keeps what was typed", async () => {
    const { riks } = await open(db(), eigenaar());
    const wrong = { ...FONDS, naam: "", bedrag: "veel", van: "2031", bron: "" };
    const { status, text } = await riks.post("/fondsen/nieuw", wrong);
    expect(status).toBe(400);
    for (const part of [
      "Naam: vul dit in",
      "«veel» is geen bedrag",
      "2029 ligt voor het eerste jaar, 2031",
      "Bron: vul dit in",
      'value="veel"',
    ]) {
      expect(text).toContain(part);
    }
  });
});
