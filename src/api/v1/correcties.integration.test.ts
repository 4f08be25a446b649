import type { Hono } from "hono";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { appOn, type Json, person } from "#test/api.ts";
import { describeDatabases } from "#test/database.ts";

const RONDE = { naam: "november", regio: "drechtsteden", op: "2026-01-01", organisator: "bureau" };
const CORRECTIE = {
  indicator: "inwoners",
  waarde: "121.000",
  moment: "2025-01-01",
  bron: "BRP van de gemeente",
  peildatum: "2025-01-01",
};

async function openedRonde(app: Hono) {
  const { json } = await person(app)("POST", "/correctierondes", RONDE);
  const linkOf = (gemeente: string) => {
    const { geheim } = json.gemeenten.find((item: Json) => item.gemeente === gemeente);
    return person(app, geheim);
  };
  return { ...json, linkOf, path: `/correctierondes/${json.ronde}` };
}

async function figuresOf(app: Hono, ronde: string) {
  const sheet = "document=sleutel-inwoners&regio=drechtsteden&op=2026-01-01";
  const { json } = await person(app)("GET", `/rekenbladen?${sheet}&ronde=${ronde}`);
  return json.waarnemingen.filter(
    ({ indicator, gebied, moment }: Json) =>
      indicator === "inwoners" && gebied === "GM0505" && moment === "2025-01-01",
  );
}

describeDatabases("a round over a region", ({ alone }) => {
  it(
    "shows who has seen or corrected its figures, and of others that nobody has looked yet",
    alone(async (tx) => {
      const app = appOn(tx);
      const { path, linkOf } = await openedRonde(app);
      await linkOf("GM0505")("POST", `${path}/reacties`, { correctie: CORRECTIE, wie: "wonen" });
      await linkOf("GM0590")("POST", `${path}/reacties`, {});
      const { json } = await person(app)("GET", path);
      const stand = Object.fromEntries(
        json.gemeenten.map((item: Json) => [item.gemeente, [item.stand, item.opmerking]]),
      );
      expect(stand).toMatchObject({
        GM0505: ["gecorrigeerd", undefined],
        GM0590: ["gezien", undefined],
        GM0523: ["niet gereageerd", "nog niet nagekeken"],
      });
      const [reactie] = json.gemeenten.find((item: Json) => item.gemeente === "GM0505").reacties;
      expect(reactie.was[0].bron).toContain("CBS");
      expect(reactie.wordt).toMatchObject({ bron: CORRECTIE.bron, moment: "2025-01-01" });
    }),
  );

  it(
    "says by which day gemeenten can react, where somebody named one",
    alone(async (tx) => {
      const app = appOn(tx);
      const { json } = await person(app)("POST", "/correctierondes", {
        ...RONDE,
        uiterlijk: "2099-12-10",
      });
      const shown = await person(app)("GET", `/correctierondes/${json.ronde}`);
      expect(shown.json.uiterlijk).toBe("2099-12-10");
      const { path } = await openedRonde(app);
      expect((await person(app)("GET", path)).json).not.toHaveProperty("uiterlijk");
      const past = { ...RONDE, uiterlijk: "2026-01-31" };
      expect((await person(app)("POST", "/correctierondes", past)).json.fouten).toEqual([
        "De laatste dag om te reageren, 31 januari 2026, is al voorbij. Kies vandaag of later.",
      ]);
      const wrong = { ...RONDE, uiterlijk: "10 december" };
      expect((await person(app)("POST", "/correctierondes", wrong)).status).toBe(400);
    }),
  );

  it(
    "gives a correction to later sheets of the round, and to no other",
    alone(async (tx) => {
      const app = appOn(tx);
      const { path, ronde, linkOf } = await openedRonde(app);
      const other = await openedRonde(app);
      const ask = linkOf("GM0505");
      await ask("POST", `${path}/reacties`, { correctie: CORRECTIE });
      await ask("POST", `${path}/reacties`, { correctie: { ...CORRECTIE, waarde: "122.000" } });
      const [now, ...more] = await figuresOf(app, ronde);
      expect(more).toEqual([]);
      expect(now).toMatchObject({
        bron: CORRECTIE.bron,
        inhoud: { waarde: { teller: { $: "122000" } } },
      });
      expect((await figuresOf(app, other.ronde))[0].bron).toContain("CBS");
      const own = (await ask("GET", `${path}/cijfers`)).json;
      expect(own.gemeente).toBe("GM0505");
      expect(JSON.stringify(own.cijfers)).toContain("122000");
    }),
  );

  it(
    "counts on the pages of a document and of an account too, for who names the round",
    alone(async (tx) => {
      const app = appOn(tx);
      const { path, ronde, linkOf } = await openedRonde(app);
      await linkOf("GM0505")("POST", `${path}/reacties`, { correctie: CORRECTIE });
      const query = "regio=drechtsteden&op=2026-01-01&cijfer.urgenten=450";
      const page = async (address: string) => (await app.request(address)).text();
      const uitleg = `/uitleg?document=sleutel-inwoners&gemeente=GM0505&${query}`;
      expect(await page(`${uitleg}&ronde=${ronde}`)).toMatch(/121\.000[\s\S]*BRP van de gemeente/);
      expect(await page(uitleg)).not.toContain("121.000");
      const sheet = await page(`/documenten/sleutel-inwoners?${query}&ronde=${ronde}`);
      expect(sheet).toContain("Nagekeken door gemeenten");
      expect(sheet).toContain("BRP van de gemeente");
      const unknown = await page(`/documenten/sleutel-inwoners?${query}&ronde=${"0".repeat(32)}`);
      expect(unknown).toContain("Er is geen correctieronde");
    }),
  );

  it(
    "lets a link speak for its own gemeente alone, and a lost one be replaced",
    alone(async (tx) => {
      const app = appOn(tx);
      const { path, beheer, linkOf } = await openedRonde(app);
      const manager = person(app, beheer.geheim);
      const unknown = await person(app)("POST", `${path}/reacties`, {});
      for (const answer of [
        await manager("POST", `${path}/reacties`, {}),
        await person(app, "x".repeat(43))("POST", `${path}/reacties`, {}),
        await linkOf("GM0505")("POST", "/correctierondes/geen/reacties", {}),
        await linkOf("GM0505")("POST", `${path}/links`, { gemeente: "GM0505" }),
      ]) {
        expect([answer.status, answer.json]).toEqual([404, unknown.json]);
      }
      const renewed = await manager("POST", `${path}/links`, { gemeente: "GM0505" });
      expect((await linkOf("GM0505")("POST", `${path}/reacties`, {})).status).toBe(404);
      const again = person(app, renewed.json.geheim);
      expect((await again("POST", `${path}/reacties`, {})).status).toBe(201);
    }),
  );

  it(
    "refuses a correction without a source, that is no number, or that counts few people (F224)",
    alone(async (tx) => {
      const { path, linkOf } = await openedRonde(appOn(tx));
      const correctie = { ...CORRECTIE, waarde: "12.3", bron: " " };
      const { status, json } = await linkOf("GM0505")("POST", `${path}/reacties`, { correctie });
      expect([status, json.fouten.length]).toEqual([400, 2]);
      expect(json.detail).toContain("Er staat geen bron bij.");
      const wrong = { ...CORRECTIE, indicator: "inwoonrs" };
      const other = await linkOf("GM0505")("POST", `${path}/reacties`, { correctie: wrong });
      expect(other.json.detail).toContain("Er is geen cijfer «inwoonrs».");
      const few = { ...CORRECTIE, indicator: "plaatsingen-urgenten", waarde: "9", moment: "2025" };
      const small = await linkOf("GM0505")("POST", `${path}/reacties`, { correctie: few });
      expect(small.json.detail).toContain("klein of gevoelig aantal");
    }),
  );

  it(
    "never changes what was said",
    alone(async (tx) => {
      const { path, linkOf } = await openedRonde(appOn(tx));
      await linkOf("GM0505")("POST", `${path}/reacties`, { correctie: CORRECTIE });
      await expect(sql`update correctiereactie set was = '[]'`.execute(tx)).rejects.toThrow(
        "verandert nooit",
      );
    }),
  );

  it(
    "has beside it a word list, that changes labels and never codes, and keeps every version (F093)",
    alone(async (tx) => {
      const app = appOn(tx);
      const { json } = await person(app)("POST", "/woordenlijsten", { regio: "drechtsteden" });
      const path = `/woordenlijsten/${json.lijst}`;
      const keeper = person(app, json.geheim);
      const woorden = { "evenwichtige-verdeling": "fair share", aandachtsgroep: "doelgroep" };
      await keeper("PUT", path, { woorden, van: 0, wie: "kernteam" });
      await keeper("PUT", path, { woorden: { ...woorden, aandachtsgroep: "groep" }, van: 1 });
      expect((await person(app)("GET", path)).json).toMatchObject({
        versie: 2,
        woorden: { "evenwichtige-verdeling": "fair share", aandachtsgroep: "groep" },
      });
      expect((await person(app)("GET", `${path}?versie=1`)).json.woorden).toEqual(woorden);

      const late = await keeper("PUT", path, { woorden: {}, van: 1 });
      expect([late.status, late.json.detail]).toEqual([409, expect.stringContaining("versie 2")]);
      const wrong = await keeper("PUT", path, { woorden: { aandachtsgroup: "x" }, van: 2 });
      expect(wrong.json.detail).toContain(
        "Er is geen code «aandachtsgroup». Bedoelt u «aandachtsgroep»?",
      );
      expect((await person(app)("PUT", path, { woorden: {}, van: 2 })).status).toBe(404);

      const sheet = "document=sleutel-inwoners&regio=drechtsteden&op=2026-01-01";
      const plain = (await person(app)("GET", `/rekenbladen?${sheet}`)).json;
      const own = (await person(app)("GET", `/rekenbladen?${sheet}&woorden=${json.lijst}`)).json;
      expect(own).toEqual({ ...plain, woorden: (await person(app)("GET", path)).json.woorden });
    }),
  );
});
