import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { makeLink } from "#services/toegang/geheim.ts";
import { insertKring } from "#storage/kring.repository.ts";
import { type Account, createAccounts } from "#test/account.ts";
import { appOn, type Json, person } from "#test/api.ts";
import { describeDatabases } from "#test/database.ts";
import { ORGANISATIES } from "#test/toegang.ts";

const BLAD = "document=urgenten-bovengrens&regio=drechtsteden&op=2026-01-01";
const CIJFERS = "&cijfer.mutatiegraad=5%25&cijfer.urgenten=450&kies.wat-niet-past=open";
const BRONNEN = { mutatiegraad: "corporaties", urgenten: "raming werkgroep" };
const VERZOEK = { naam: "na het overleg", adres: BLAD + CIJFERS, bronnen: BRONNEN };
const RONDE = { naam: "najaar", regio: "drechtsteden", op: "2026-01-01" };

describeDatabases("with accounts", ({ db, eigenaar }) => {
  let regio: Account;
  let dordrecht: Account;
  let raad: Account;
  let corporatie: Account;
  let kringlid: Account;
  let beide: Account;
  const kring = randomUUID();

  beforeAll(async () => {
    const { signIn } = createAccounts(db(), eigenaar());
    const { drechtsteden, dordrecht: gemeente, zwijndrecht } = ORGANISATIES;
    dordrecht = await signIn(gemeente, "ambtelijk");
    raad = await signIn(gemeente, "raad");
    const { persoon: door } = dordrecht;
    await insertKring(eigenaar(), { id: kring, naam: "overleg", organisatie: gemeente.id, door });
    regio = await signIn(drechtsteden, "programmateam", { kringen: [kring] });
    corporatie = await signIn(ORGANISATIES.corporatie, "medewerker");
    const inKring = { ...ORGANISATIES.corporatie, id: randomUUID(), naam: "corporatie Kring" };
    kringlid = await signIn(inKring, "medewerker", { kringen: [kring] });
    beide = await signIn([gemeente, zwijndrecht], "ambtelijk");
  });

  async function keepVersie(wie: Account, verzoek: object = VERZOEK): Promise<Json> {
    const begun = await wie.api("POST", "/versiereeksen");
    expect([begun.status, begun.json.geheim]).toEqual([201, undefined]);
    const kept = await wie.api("POST", `/versiereeksen/${begun.json.reeks}/versies`, verzoek);
    expect(kept.status, JSON.stringify(kept.json)).toBe(201);
    return kept.json;
  }

  const share = (wie: Account, id: string, zicht: object) =>
    wie.api("PUT", `/versies/${id}/zichtbaarheid`, zicht);

  it("F225 a version is kept by who may, and by nobody who only manages people or is not there", async () => {
    const { app, signIn } = createAccounts(db(), eigenaar());
    const manager = await signIn(ORGANISATIES.dordrecht, "beheerder");
    const refused = await manager.api("POST", "/versiereeksen");
    expect([refused.status, refused.json.detail]).toEqual([
      403,
      expect.stringMatching(
        /^U mag niet: een rekenblad als versie bewaren.*U handelt voor gemeente/,
      ),
    ]);
    const nobody = await person(app)("POST", "/versiereeksen");
    expect([nobody.status, nobody.json.detail]).toEqual([
      403,
      expect.stringContaining("Meld u aan"),
    ]);
    const { versie, reeks } = await keepVersie(dordrecht);
    const status = { status: "klaar voor bespreking" };
    for (const [method, path, body] of [
      ["POST", `/versiereeksen/${reeks}/versies`, VERZOEK],
      ["PATCH", `/versies/${versie}`, status],
      ["DELETE", `/versies/${versie}`, undefined],
      ["PUT", `/versies/${versie}/zichtbaarheid`, { zichtbaarheid: "openbaar" }],
    ] as const) {
      expect((await manager.api(method, path, body)).status, path).toBe(403);
    }
    expect((await dordrecht.api("PATCH", `/versies/${versie}`, status)).status).toBe(204);
  });

  it("a version is of the body first, and goes to a circle, the region and everybody by choice", async () => {
    const { versie } = await keepVersie(dordrecht);
    const sees = async (wie: Account) => (await wie.api("GET", `/versies/${versie}`)).status;
    const listed = async (wie: Account) => {
      const { json } = await wie.api("GET", "/versies");
      return json.items.some((item: Json) => item.versie === versie);
    };
    expect([await sees(raad), await sees(kringlid), await sees(corporatie)]).toEqual([
      200, 404, 404,
    ]);
    // Who is in no circle cannot share with one.
    const none = await share(dordrecht, versie, { zichtbaarheid: "kring", kring });
    expect([none.status, none.json.fouten]).toEqual([
      400,
      ["Noem bij «kring» een kring waarin u zit."],
    ]);
    expect((await share(dordrecht, versie, { zichtbaarheid: "regio" })).json.zichtbaarheid).toBe(
      "regio",
    );
    expect([await sees(corporatie), await listed(corporatie)]).toEqual([200, true]);
    const stranger = await share(corporatie, versie, { zichtbaarheid: "openbaar" });
    expect([stranger.status, stranger.json.detail]).toEqual([
      403,
      expect.stringContaining("van een andere organisatie"),
    ]);
    expect((await share(dordrecht, versie, { zichtbaarheid: "organisatie" })).status).toBe(200);
    expect([await sees(corporatie), await listed(corporatie), await listed(raad)]).toEqual([
      404,
      false,
      true,
    ]);
    const own = await keepVersie(regio);
    expect((await share(regio, own.versie, { zichtbaarheid: "kring", kring })).status).toBe(200);
    const { text } = await kringlid.browser.get("/verdeling/versies");
    expect(text).toMatch(
      /Door anderen met u gedeeld[\s\S]*na het overleg[\s\S]*regio Drechtsteden[\s\S]*kring «overleg»/,
    );
    expect((await corporatie.browser.get("/verdeling/versies")).text).not.toContain(
      "kring «overleg»",
    );
  });

  it("F224 a small count of a group stays within the body, by the API and by the form", async () => {
    const key = "plaatsingen-urgenten@GM0505";
    const keep = async (aantal: string) => {
      const adres = `document=sleutel-inwoners&regio=drechtsteden&op=2026-01-01&wijzig.stappen[0].sleutel.naar-rato-van=plaatsingen-urgenten&cijfer.${key}=${aantal}`;
      const kept = await keepVersie(dordrecht, {
        ...{ naam: "x", adres, bronnen: { [key]: "transferpunt" } },
      });
      return kept.versie;
    };
    const small = await keep("9");
    for (const zicht of [{ zichtbaarheid: "regio" }, { zichtbaarheid: "openbaar" }]) {
      const refused = await share(dordrecht, small, zicht);
      expect([refused.status, JSON.stringify(refused.json)]).toEqual([
        409,
        expect.stringContaining(`«plaatsingen-urgenten» is een klein of gevoelig aantal.`),
      ]);
      const form = { zichtbaar: zicht.zichtbaarheid };
      const page = await dordrecht.browser.post(`/verdeling/versies/${small}/delen`, form);
      expect([page.status, page.text]).toEqual([
        400,
        expect.stringContaining("is een klein of gevoelig aantal"),
      ]);
    }
    expect((await corporatie.api("GET", `/versies/${small}`)).status).toBe(404);
    expect((await share(dordrecht, small, { zichtbaarheid: "prive" })).status).toBe(200);
    const large = await share(dordrecht, await keep("10"), { zichtbaarheid: "regio" });
    expect(large.status).toBe(200);
  });

  it("what is shared is read by others, and they hear that it is not theirs to mark or throw away", async () => {
    const { versie, reeks } = await keepVersie(dordrecht);
    expect((await share(dordrecht, versie, { zichtbaarheid: "regio" })).status).toBe(200);
    // Whoever may keep versions of their own, as everybody here may.
    for (const wie of [corporatie, regio]) {
      const asked = [
        await wie.api("DELETE", `/versies/${versie}`),
        await wie.api("PATCH", `/versies/${versie}`, { status: "klaar voor bespreking" }),
        await wie.api("POST", `/versiereeksen/${reeks}/versies`, VERZOEK),
      ];
      expect(asked.map(({ status }) => status)).toEqual([403, 403, 403]);
    }
    const { status, json } = await raad.api("GET", `/versies/${versie}`);
    expect([status, json.status]).toEqual([200, "concept"]);
    // A colleague may: it is of their body.
    expect((await raad.api("DELETE", `/versies/${versie}`)).status).toBe(204);
    expect((await corporatie.api("GET", `/versies/${versie}`)).status).toBe(410);
  });

  it("a fund goes further and less far after it was made, with what was promised out of it", async () => {
    const form = { naam: "Fonds regio", doel: "", bedrag: "", van: "", tot: "2029", bron: "brief" };
    const made = await regio.browser.post("/fondsen/nieuw", { ...form, zichtbaar: "organisatie" });
    const at = made.location ?? "";
    const boeking = { jaar: "2028", bedrag: "10", wat: "Spoorzone", stuk: "brief van mei" };
    expect((await regio.browser.post(`${at}/boekingen`, boeking)).status).toBe(303);
    const sees = async (wie: Account) => (await wie.browser.get(at)).status;
    expect([await sees(kringlid), await sees(corporatie)]).toEqual([404, 404]);
    expect((await regio.browser.get(at)).text).toContain("Kies wie het ziet");
    const refused = await corporatie.browser.post(`${at}/delen`, { zichtbaar: "openbaar" });
    expect(refused.status).toBe(403);
    const shared = await regio.browser.post(`${at}/delen`, { zichtbaar: "kring", kring });
    expect([shared.status, shared.location]).toEqual([303, `${at}/delen?bewaard=ja`]);
    expect((await regio.browser.get(`${at}/delen?bewaard=ja`)).text).toMatch(
      /Wie ziet fonds «Fonds regio»\?[\s\S]*Nu ziet het: mijn organisatie en een kring/,
    );
    const seen = await kringlid.browser.get(at);
    expect(seen.text).toContain("Spoorzone");
    expect(seen.text).not.toMatch(/Kies wie het ziet|Een toezegging boeken/);
    expect(await sees(corporatie)).toBe(404);
    // Who keeps funds of their own is told nothing of what they may not see, and whose it is of what they may.
    const unseen = await dordrecht.browser.post(`${at}/delen`, { zichtbaar: "openbaar" });
    expect([unseen.status, unseen.text]).toEqual([404, expect.stringContaining("is er niet")]);
    expect((await regio.browser.post(`${at}/delen`, { zichtbaar: "regio" })).status).toBe(303);
    const theirs = await dordrecht.browser.post(`${at}/delen`, { zichtbaar: "openbaar" });
    expect([theirs.status, theirs.text]).toEqual([
      403,
      expect.stringContaining("Dit is van een andere organisatie"),
    ]);
    const id = at.replace("/fondsen/", "");
    const { status, json } = await regio.api("PUT", `/fondsen/${id}/zichtbaarheid`, {
      zichtbaarheid: "organisatie",
    });
    expect([status, json.zichtbaarheid, json.links]).toEqual([200, "organisatie", []]);
    expect(await sees(kringlid)).toBe(404);
  });

  it("a fund is shared by whoever may keep funds for the body that it is of", async () => {
    const { signIn } = createAccounts(db(), eigenaar());
    const { dordrecht: gemeente, corporatie: ander } = ORGANISATIES;
    // For the gemeente only managing people; for another body something else.
    const manager = await signIn([gemeente], "beheerder");
    const form = { naam: "Fonds", doel: "", bedrag: "", van: "", tot: "2029", bron: "brief" };
    const made = await dordrecht.browser.post("/fondsen/nieuw", { ...form, zichtbaar: "regio" });
    const id = (made.location ?? "").replace("/fondsen/", "");
    const refused = await manager.api("PUT", `/fondsen/${id}/zichtbaarheid`, {
      zichtbaarheid: "openbaar",
    });
    expect([refused.status, refused.json.detail]).toEqual([
      403,
      expect.stringMatching(/^U mag niet: een fonds bijhouden/),
    ]);
    expect((await raad.api("GET", `/fondsen/${id}/zichtbaarheid`)).json.zichtbaarheid).toBe(
      "regio",
    );
    expect(
      (await (await signIn(ander, "medewerker")).browser.get(made.location ?? "")).status,
    ).toBe(200);
  });

  it("F223 a figure without a source keeps a version within the body that made it", async () => {
    const { versie } = await keepVersie(dordrecht, { ...VERZOEK, bronnen: {} });
    const refused = await share(dordrecht, versie, { zichtbaarheid: "regio" });
    expect([refused.status, refused.json.fouten]).toEqual([
      409,
      ["«mutatiegraad» heeft geen bron.", "«urgenten» heeft geen bron."],
    ]);
    expect((await share(dordrecht, versie, { zichtbaarheid: "prive" })).status).toBe(200);
    expect((await raad.api("GET", `/versies/${versie}`)).status).toBe(404);
    const page = await dordrecht.browser.post(`/verdeling/versies/${versie}/delen`, {
      zichtbaar: "openbaar",
    });
    expect([page.status, page.text]).toEqual([
      400,
      expect.stringContaining("«Urgente huishoudens» heeft geen bron"),
    ]);
  });

  it("no new secret link is made, and one of before opens what it opened until it is withdrawn", async () => {
    const { versie, reeks } = await keepVersie(dordrecht);
    const refused = await dordrecht.api("POST", `/versiereeksen/${reeks}/kringen`, { naam: "x" });
    expect([refused.status, refused.json.detail]).toEqual([
      403,
      expect.stringContaining("deelt u met accounts"),
    ]);
    const links = await eigenaar()
      .selectFrom("toegangslink")
      .selectAll()
      .where("onderwerp", "=", reeks)
      .execute();
    expect(links.map(({ ingetrokken_op }) => ingetrokken_op === null)).toEqual([false]);

    // A link of before, to what now has an owner.
    const old = await makeLink(eigenaar(), { onderwerp: reeks, recht: "beheren" });
    const { app } = createAccounts(db(), eigenaar());
    await share(dordrecht, versie, { zichtbaarheid: "openbaar" });
    const holder = person(app, old.geheim);
    expect((await holder("GET", `/versiereeksen/${reeks}`)).json.recht).toBe("beheren");
    const path = `/verdeling/versies/${versie}/delen`;
    const page = await dordrecht.browser.get(path);
    expect(page.text).toContain("Geheime links van vroeger");
    expect((await dordrecht.browser.post(path, { intrekken: old.id })).status).toBe(303);
    // What everybody may see stays to be read; the secret gives no more than that now.
    expect((await holder("GET", `/versiereeksen/${reeks}`)).json.recht).toBe("lezen");
    await share(dordrecht, versie, { zichtbaarheid: "organisatie" });
    expect((await holder("GET", `/versiereeksen/${reeks}`)).status).toBe(404);
    expect((await dordrecht.api("GET", `/versiereeksen/${reeks}`)).json.recht).toBe("beheren");
    expect((await dordrecht.browser.get(path)).text).not.toContain("Geheime links van vroeger");
  });

  it("F225 a round is held by who has that power over all of its gemeenten", async () => {
    for (const [wie, why] of [
      [dordrecht, /^U mag niet: een correctieronde beginnen/],
      [corporatie, /Wie dat mag: provincie \(ambtelijk\); regio/],
    ] as const) {
      const refused = await wie.api("POST", "/correctierondes", RONDE);
      expect([refused.status, refused.json.detail]).toEqual([403, expect.stringMatching(why)]);
    }
    const elsewhere = await regio.api("POST", "/correctierondes", {
      ...RONDE,
      regio: "holland-rijnland",
    });
    expect([elsewhere.status, elsewhere.json.detail]).toEqual([
      403,
      expect.stringMatching(/^U handelt voor regio Drechtsteden. Daar hoort niet bij: /),
    ]);
    const begun = await regio.api("POST", "/correctierondes", RONDE);
    expect(begun.status).toBe(201);
    expect(JSON.stringify(begun.json)).not.toContain("geheim");
  });

  it("F225 a gemeente reacts in a round on its own figures, by its account alone", async () => {
    const { ronde } = (await regio.api("POST", "/correctierondes", RONDE)).json;
    const path = `/correctierondes/${ronde}`;
    const own = await dordrecht.api("GET", `${path}/cijfers`);
    expect([own.status, own.json.gemeente]).toEqual([200, "GM0505"]);
    const correctie = {
      ...{ indicator: "inwoners", cel: [], waarde: "121.000", moment: "2026-01-01" },
      ...{ bron: "eigen telling", peildatum: "2026-01-01" },
    };
    expect((await dordrecht.api("POST", `${path}/reacties`, { correctie })).status).toBe(201);
    const other = await dordrecht.api("POST", `${path}/reacties`, {
      gemeente: "GM0642",
      correctie,
    });
    expect([other.status, other.json.detail]).toEqual([
      403,
      expect.stringContaining("Daar hoort niet bij: Zwijndrecht"),
    ]);
    for (const wie of [raad, corporatie, regio]) {
      const refused = await wie.api("POST", `${path}/reacties`, {});
      expect([refused.status, refused.json.detail]).toEqual([
        403,
        expect.stringContaining("Wie dat mag: gemeente (college, ambtelijk)"),
      ]);
    }
    // One officer of two gemeenten says for which.
    const both = await beide.api("GET", `${path}/cijfers`);
    expect([both.status, both.json.detail]).toEqual([
      403,
      expect.stringMatching(/meer gemeenten.*Dordrecht, Zwijndrecht/),
    ]);
    expect((await beide.api("POST", `${path}/reacties`, { gemeente: "GM0642" })).status).toBe(201);
    const { json } = await beide.api("GET", path);
    expect(json.nakijken).toEqual(["GM0505", "GM0642"]);
    const said = json.gemeenten.filter(({ reacties }: Json) => reacties.length > 0);
    expect(said.map(({ naam, reacties }: Json) => [naam, reacties[0].wie])).toEqual([
      ["Dordrecht", "gemeente Dordrecht"],
      ["Zwijndrecht", "gemeente Zwijndrecht"],
    ]);
    // A round that a gemeente may not see is no round for it.
    expect(
      (await regio.api("PUT", `${path}/zichtbaarheid`, { zichtbaarheid: "organisatie" })).status,
    ).toBe(200);
    expect((await dordrecht.api("GET", `${path}/cijfers`)).status).toBe(404);
  });

  it("F225 the words of a region are chosen by who has that power there", async () => {
    const refused = await corporatie.api("POST", "/woordenlijsten", { regio: "drechtsteden" });
    expect([refused.status, refused.json.detail]).toEqual([
      403,
      expect.stringContaining("U mag niet: de woorden van een regio kiezen"),
    ]);
    const begun = await regio.api("POST", "/woordenlijsten", { regio: "drechtsteden" });
    expect([begun.status, begun.json.geheim]).toEqual([201, undefined]);
    const path = `/woordenlijsten/${begun.json.lijst}`;
    const woorden = { woorden: { "evenwichtige-verdeling": "fair share" }, van: 0 };
    const reader = await dordrecht.api("PUT", path, woorden);
    expect([reader.status, reader.json.detail]).toEqual([
      403,
      expect.stringContaining("van een andere organisatie"),
    ]);
    expect((await regio.api("PUT", path, woorden)).json.versie).toBe(1);
  });

  it("without accounts everybody keeps, opens and shares with secret links as before", async () => {
    const anybody = person(appOn(db()));
    const reeks = await anybody("POST", "/versiereeksen");
    expect([reeks.status, typeof reeks.json.geheim]).toEqual([201, "string"]);
    const ronde = await anybody("POST", "/correctierondes", RONDE);
    expect([ronde.status, ronde.json.gemeenten.length, typeof ronde.json.beheer.geheim]).toEqual([
      201,
      7,
      "string",
    ]);
    const lijst = await anybody("POST", "/woordenlijsten", { regio: "drechtsteden" });
    expect([lijst.status, typeof lijst.json.geheim]).toEqual([201, "string"]);
    const { geheim, reeks: id } = reeks.json;
    const kring = await person(appOn(db()), geheim)("POST", `/versiereeksen/${id}/kringen`, {
      naam: "x",
    });
    expect([kring.status, typeof kring.json.geheim]).toEqual([201, "string"]);
  });
});
