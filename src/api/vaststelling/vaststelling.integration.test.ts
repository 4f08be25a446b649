import { createHash } from "node:crypto";
import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { createBibliotheek } from "#domain/document.ts";
import type { Organisatie } from "#domain/toegang.ts";
import { insertBevriezing } from "#storage/bevriezing.repository.ts";
import { storeDocument } from "#storage/kader.repository.ts";
import { removeVervallen } from "#storage/rekenversie-kring.repository.ts";
import { listVaststellingen } from "#storage/vaststelling.repository.ts";
import { type Account, createAccounts } from "#test/account.ts";
import { appOn, type Json } from "#test/api.ts";
import { basis } from "#test/basis.ts";
import { describeDatabases } from "#test/database.ts";
import { ORGANISATIES } from "#test/toegang.ts";

const BLAD = "document=urgenten-bovengrens&regio=drechtsteden&op=2026-01-01";
const ADRES = `${BLAD}&cijfer.mutatiegraad=5%25&cijfer.urgenten=450&kies.wat-niet-past=open`;
const BRONNEN = { mutatiegraad: "corporaties", urgenten: "raming" };
const STUK = {
  titel: "Raadsbesluit urgentie",
  kenmerk: "RV-2026-114",
  link: "https://dordrecht.example/rv",
};
const BESLUIT = { datum: "2026-03-03", stuk: STUK };
const DOCUMENT = "urgenten-bovengrens@1";
const INDELING = "drechtsteden@1";
const PROGRAMMA = "drechtsteden-programma@1";

const UTRECHT: Organisatie = {
  ...{ id: "00000000-0000-4000-8000-000000000099", soort: "gemeente" },
  ...{ naam: "gemeente Utrecht", gebied: "GM0344" },
};

describeDatabases("what a body of government adopts", ({ db, eigenaar }) => {
  let raad: Account;
  let college: Account;
  let ambtelijk: Account;
  let gs: Account;
  let ps: Account;
  let corporatie: Account;
  let raadElders: Account;
  let signIn: ReturnType<typeof createAccounts>["signIn"];

  beforeAll(async () => {
    ({ signIn } = createAccounts(db(), eigenaar()));
    const { dordrecht, zuidHolland } = ORGANISATIES;
    raad = await signIn(dordrecht, "raad");
    college = await signIn(dordrecht, "college");
    ambtelijk = await signIn(dordrecht, "ambtelijk");
    gs = await signIn(zuidHolland, "gedeputeerde-staten");
    ps = await signIn(zuidHolland, "provinciale-staten");
    corporatie = await signIn(ORGANISATIES.corporatie, "medewerker");
    raadElders = await signIn(UTRECHT, "raad");
    for (const naam of [DOCUMENT, INDELING, PROGRAMMA]) {
      const document = basis.bibliotheek.find(naam);
      if (!document) throw new Error(`${naam} ships`);
      const { id, versie, soort, status, titel } = document;
      const tekst = basis.tekstVan(naam) ?? "";
      const row = { id, versie, soort, status, titel, tekst, herkomst: "meegeleverd" } as const;
      await storeDocument(eigenaar(), row);
    }
  });

  const legVast = (wie: Account, what: object) =>
    wie.api("POST", "/vaststellingen", { ...BESLUIT, ...what });
  const verordening = { document: DOCUMENT, over: "huisvestingsverordening" };

  it("F225 GS cannot adopt a huisvestingsverordening, and hear who can", async () => {
    const refused = await legVast(gs, verordening);
    expect([refused.status, refused.json.detail]).toEqual([
      403,
      "Over een huisvestingsverordening gaat: de raad. U handelt als Gedeputeerde Staten.",
    ]);
  });

  it("F225 a college cannot adopt what the raad adopts, nor an officer anything", async () => {
    const refused = await legVast(college, verordening);
    expect([refused.status, refused.json.detail]).toEqual([
      403,
      "Over een huisvestingsverordening gaat: de raad. U handelt als college.",
    ]);
    const officer = await legVast(ambtelijk, verordening);
    expect([officer.status, officer.json.detail]).toEqual([
      403,
      expect.stringMatching(
        /^U mag niet: een document vaststellen.*Over een huisvestingsverordening gaat: de raad\.$/,
      ),
    ]);
    const page = await ambtelijk.browser.get(`/documenten/${DOCUMENT}/vaststellen`);
    expect(page.text).toContain("U mag niet: een document vaststellen");
    expect(page.text).not.toContain("Leg dit besluit vast");
    expect((await ambtelijk.browser.get(`/documenten/${DOCUMENT}`)).text).not.toContain(
      "Leg een besluit vast",
    );
    expect((await raad.browser.get(`/documenten/${DOCUMENT}`)).text).toContain(
      "Leg een besluit vast",
    );
  });

  it("F225 a corporatie cannot set a region, and PS can for their own provincie", async () => {
    const region = { document: INDELING, over: "woningbouwregio" };
    for (const wie of [corporatie, gs, raad]) {
      const refused = await legVast(wie, region);
      expect([refused.status, refused.json.detail]).toEqual([
        403,
        expect.stringContaining("Over de afbakening van een woningbouwregio gaat: PS."),
      ]);
    }
    expect((await legVast(ps, region)).status).toBe(201);
  });

  it("F225 is adopted by the power that the document itself names, and by no other", async () => {
    const documents = basis.bibliotheek
      .list()
      .map((document) =>
        document.soort === "indeling" && document.id === "drechtsteden"
          ? { ...document, soortRegio: "woningbouwregio" as const }
          : document,
      );
    const changed = { ...basis, bibliotheek: createBibliotheek(documents) };
    const accounts = createAccounts(db(), eigenaar(), { basis: changed });
    const council = await accounts.signIn(ORGANISATIES.dordrecht, "raad");
    const other = await legVast(council, { document: INDELING, over: "omgevingsvisie" });
    expect([other.status, other.json.fouten]).toEqual([
      400,
      [expect.stringContaining("Dit document gaat over de afbakening van een woningbouwregio")],
    ]);
  });

  it("F225 is in the body's own area, by a mandate that held on the day of the decision", async () => {
    const { versie } = await keepVersie(raad);
    const what = { versie, over: "huisvestingsverordening" };
    const { dordrecht } = ORGANISATIES;
    const later = await signIn(dordrecht, "raad", { van: "2026-06-01" });
    const early = await legVast(later, what);
    expect([early.status, early.json.detail]).toEqual([
      403,
      expect.stringMatching(/begint op 1 juni 2026\. Op 3 maart 2026 geldt het nog niet\.$/),
    ]);
    const ended = await signIn(dordrecht, "raad", { tot: "2026-03-04" });
    const past = await legVast(ended, verordening);
    expect([past.status, past.json.detail]).toEqual([
      403,
      expect.stringMatching(
        /^Uw mandaat als raad van gemeente Dordrecht liep tot en met 4 maart 2026\./,
      ),
    ]);
    const other = await legVast(raadElders, { ...verordening, organisatie: dordrecht.id });
    expect([other.status, other.json.detail]).toEqual([
      403,
      "U handelt niet voor deze organisatie. Over een huisvestingsverordening gaat: de raad.",
    ]);
    const elders = await legVast(raadElders, { document: PROGRAMMA, over: "omgevingsvisie" });
    expect([elders.status, elders.json.detail]).toEqual([
      403,
      expect.stringMatching(
        /^U handelt voor gemeente Utrecht, en dit gaat over een ander gebied\./,
      ),
    ]);
    expect((await legVast(raad, { document: PROGRAMMA, over: "omgevingsvisie" })).status).toBe(201);
  });

  async function keepVersie(wie: Account): Promise<Json> {
    const { reeks } = (await wie.api("POST", "/versiereeksen")).json;
    const verzoek = { naam: "raadsvoorstel", adres: ADRES, bronnen: BRONNEN };
    const kept = await wie.api("POST", `/versiereeksen/${reeks}/versies`, verzoek);
    expect(kept.status, JSON.stringify(kept.json)).toBe(201);
    return kept.json;
  }

  it("needs a day that came, and a decision that can be found: all that is wrong is told at once", async () => {
    const refused = await raad.api("POST", "/vaststellingen", {
      ...verordening,
      ...{ datum: "2999-01-01", stuk: { titel: " ", kenmerk: "", link: "ftp://x", sha256: "abc" } },
    });
    expect([refused.status, refused.json.fouten]).toEqual([
      400,
      [
        expect.stringContaining("1 januari 2999 komt nog"),
        expect.stringContaining("Besluit: dit is nog leeg"),
        expect.stringContaining("Kenmerk: dit is nog leeg"),
        expect.stringContaining("Webadres: dit is geen adres"),
        expect.stringContaining("een sha256 heeft 64 tekens"),
      ],
    ]);
    const nowhere = await legVast(raad, { ...verordening, stuk: { titel: "x", kenmerk: "y" } });
    expect(nowhere.json.fouten).toEqual([expect.stringContaining("Zeg waar het besluit staat")]);
    const unknown = await legVast(raad, { ...verordening, over: "verordening" });
    expect(unknown.json.fouten).toEqual([expect.stringContaining("niet bekend welk orgaan")]);
  });

  it("fixes exactly one text of a document, is told wherever it is shown, and ends by another decision", async () => {
    const made = await legVast(raad, verordening);
    const sha256 = createHash("sha256")
      .update(basis.tekstVan(DOCUMENT) ?? "", "utf8")
      .digest("hex");
    expect(made.json).toMatchObject({
      ...{ document: DOCUMENT, kenmerk: sha256, over: "huisvestingsverordening", orgaan: "raad" },
      ...{ vanWie: "gemeente Dordrecht", datum: "2026-03-03", stuk: STUK },
    });
    expect((await legVast(raad, verordening)).status).toBe(409);
    const said = "Vastgesteld door de raad van de gemeente Dordrecht op 3 maart 2026";
    const site = async () => {
      const vaststellingen = await listVaststellingen(db());
      return appOn(db(), { basis: { ...basis, vaststellingen } });
    };
    for (const path of [
      `/documenten/${DOCUMENT}`,
      `/documenten/${DOCUMENT.split("@")[0]}/geschiedenis`,
      "/documenten",
      `/zoeken?q=${DOCUMENT}`,
      "/verdeling?regio=drechtsteden&op=2026-01-01&onderwerp=urgenten&spoor=2",
    ]) {
      expect(await (await (await site()).request(path)).text(), path).toContain(said);
    }
    const { vaststellingen } = (await (
      await (await site()).request(`/v1/documenten/${DOCUMENT}`)
    ).json()) as Json;
    expect(vaststellingen).toEqual([made.json]);
    // Another text of the same name was not adopted.
    const changed = appOn(db(), {
      basis: { ...basis, tekstVan: () => "anders", vaststellingen: await listVaststellingen(db()) },
    });
    expect(await (await changed.request("/documenten")).text()).not.toContain(said);

    const own = await raad.browser.get(`/vaststellingen/${made.json.id}`);
    expect(own.text).toContain("Leg de intrekking vast");
    expect((await college.browser.get(`/vaststellingen/${made.json.id}`)).text).not.toContain(
      "Leg de intrekking vast",
    );
    const path = `/vaststellingen/${made.json.id}/intrekkingen`;
    expect((await college.api("POST", path, BESLUIT)).status).toBe(403);
    const before = await raad.api("POST", path, { ...BESLUIT, datum: "2026-03-02" });
    expect(before.json.fouten).toEqual([expect.stringContaining("Intrekken kan niet eerder")]);
    const ended = await raad.api("POST", path, { ...BESLUIT, datum: "2026-05-01" });
    expect([ended.status, ended.json.ingetrokken.datum]).toEqual([201, "2026-05-01"]);
    expect((await raad.api("POST", path, { ...BESLUIT, datum: "2026-05-02" })).status).toBe(409);
    const page = await (await (await site()).request(`/documenten/${DOCUMENT}`)).text();
    expect(page).toMatch(/<strong>(?!Vastgesteld)[\s\S]*Ingetrokken<\/strong> op 1 mei 2026/);
    expect((await legVast(raad, { ...verordening, datum: "2026-06-01" })).status).toBe(201);
  });

  it("fixes exactly one kept version, which then stays, whoever wants it gone", async () => {
    const { versie, hash } = await keepVersie(raad);
    const page = await raad.browser.post(`/verdeling/versies/${versie}/vaststellen`, {
      ...{
        onder: "",
        datum: "2026-03-03",
        titel: STUK.titel,
        kenmerk: STUK.kenmerk,
        link: STUK.link,
      },
    });
    expect([page.status, page.text]).toEqual([
      400,
      expect.stringContaining("niet bekend welk orgaan"),
    ]);
    const form = (await raad.browser.get(`/verdeling/versies/${versie}/vaststellen`)).text;
    const [, onder = ""] = /value="([^"]* huisvestingsverordening)"/.exec(form) ?? [];
    const done = await raad.browser.post(`/verdeling/versies/${versie}/vaststellen`, {
      ...{ onder, datum: "2026-03-03", titel: STUK.titel, kenmerk: STUK.kenmerk, link: STUK.link },
    });
    expect(done.status).toBe(303);
    const { json } = await raad.api("GET", `/versies/${versie}`);
    expect(json.vaststellingen).toMatchObject([{ versie, kenmerk: hash, orgaan: "raad" }]);
    const picture = await raad.browser.get(`/verdeling/uitvoer/versies/${versie}/kaart.svg`);
    expect(picture.text).toContain("Vastgesteld door de raad van");
    expect(picture.text).not.toContain("oncept");
    const gone = await raad.api("DELETE", `/versies/${versie}`);
    expect([gone.status, gone.json.title]).toEqual([409, "Deze versie is vastgesteld"]);
    await removeVervallen(eigenaar(), new Date("2099-01-01"));
    expect((await raad.api("GET", `/versies/${versie}`)).status).toBe(200);
    const direct = sql`update rekenversie set weg_op = now(), weg_reden = 'vervallen' where id = ${versie}`;
    await expect(direct.execute(eigenaar())).rejects.toThrow("is vastgesteld en blijft");
  });

  it("is never edited, not even by who owns the tables, and stands in the change log", async () => {
    const { id } = (await legVast(college, { document: DOCUMENT, over: "vhp" })).json;
    for (const statement of [
      sql`update vaststelling set datum = '2020-01-01' where id = ${id}`,
      sql`delete from vaststelling where id = ${id}`,
    ]) {
      await expect(statement.execute(eigenaar())).rejects.toThrow("verandert nooit");
    }
    const text = sql`update document set tekst = 'x' where id || '@' || versie = ${DOCUMENT}`;
    await expect(text.execute(eigenaar())).rejects.toThrow(
      /is vastgesteld|is \w+ en verandert niet/,
    );
    const logged = await eigenaar()
      .selectFrom("wijziging")
      .select(["soort", "nieuw"])
      .where("tabel", "=", "vaststelling")
      .where("sleutel", "=", id)
      .execute();
    expect(logged).toEqual([{ soort: "gemaakt", nieuw: expect.stringContaining("RV-2026-114") }]);
  });

  it("is not told of a version that one may not see", async () => {
    const { versie } = await keepVersie(raad);
    const { id } = (await legVast(raad, { versie, over: "budget" })).json;
    const list = async (wie: Account) =>
      (await wie.api("GET", `/vaststellingen?versie=${versie}`)).json.aantal;
    expect([await list(college), await list(corporatie)]).toEqual([1, 0]);
    expect((await corporatie.api("GET", `/vaststellingen/${id}`)).status).toBe(404);
    expect(
      (await corporatie.api("POST", `/vaststellingen/${id}/intrekkingen`, BESLUIT)).status,
    ).toBe(404);
  });

  it("is no frozen outcome under a hash alone: its page leads to the version of it, or to keeping one", async () => {
    const { versie } = await keepVersie(raad);
    const { bevriezingen } = await eigenaar()
      .selectFrom("rekenversie_inhoud")
      .select("bevriezingen")
      .where("versie", "=", versie)
      .executeTakeFirstOrThrow();
    const [frozen] = JSON.parse(bevriezingen);
    const { hash } = await insertBevriezing(eigenaar(), frozen);
    const own = (await raad.browser.get(`/verdeling/bevroren/${hash}`)).text;
    expect(own).toContain("Precies deze uitkomst is al bewaard");
    expect(own).toContain(`href="/verdeling/versies/${versie}/vaststellen"`);
    expect((await raad.browser.get(`/verdeling/versies/${versie}/vaststellen`)).status).toBe(200);
    // Another learns nothing of that version, and how it is done.
    const { text } = await corporatie.browser.get(`/verdeling/bevroren/${hash}`);
    expect(text).not.toContain(versie);
    expect(text).toContain("Een bevroren uitkomst is van niemand");
    const [, query = ""] = /href="\/verdeling\/verkennen\?([^"]*)"/.exec(text) ?? [];
    const sheet = new URLSearchParams(query.replaceAll("&amp;", "&"));
    expect(sheet.get("kies.wat-niet-past")).toBe("open");
    const read = await corporatie.api("GET", `/rekenbladen?${sheet}`);
    expect(read.status, JSON.stringify(read.json).slice(0, 300)).toBe(200);
    // Where there are no accounts nobody adopts anything.
    const without = await appOn(eigenaar()).request(`/verdeling/bevroren/${hash}`);
    expect(await without.text()).not.toContain("Vastleggen dat dit is vastgesteld");
  });
});
