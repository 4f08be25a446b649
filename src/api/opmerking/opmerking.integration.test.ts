import { beforeAll, describe, expect, it } from "vitest";
import { type Account, createAccounts } from "#test/account.ts";
import { describeDatabases } from "#test/database.ts";
import { ORGANISATIES } from "#test/toegang.ts";

const VRAAG = {
  ...{ gemeente: "GM0505", adres: "/gemeenten/GM0505", waarover: "aantal woningen" },
  tekst: "Klopt dit aantal?",
};

describeDatabases("a remark about a gemeente, on the screen and in the API", (database) => {
  let people: Readonly<Record<"regio" | "college" | "raad" | "provincie" | "buur", Account>>;
  let app: ReturnType<typeof createAccounts>["app"];
  beforeAll(async () => {
    const accounts = createAccounts(database.db(), database.eigenaar());
    app = accounts.app;
    const { drechtsteden, dordrecht, zuidHolland, zwijndrecht } = ORGANISATIES;
    people = {
      regio: await accounts.signIn(drechtsteden, "kernteam"),
      college: await accounts.signIn(dordrecht, "college"),
      raad: await accounts.signIn(dordrecht, "raad"),
      provincie: await accounts.signIn(zuidHolland, "ambtelijk"),
      buur: await accounts.signIn(zwijndrecht, "ambtelijk"),
    };
  });

  async function make(zichtbaarheid: string): Promise<string> {
    const { location } = await people.regio.browser.post("/opmerkingen/nieuw", {
      ...VRAAG,
      zichtbaarheid,
    });
    const id = /^\/opmerkingen\/([0-9a-f-]{36})$/.exec(location)?.[1];
    if (!id) throw new Error(`there is no remark at «${location}»`);
    return id;
  }

  it("is not found by a provincie or another gemeente, in the words of what is not there, until the gemeente has seen it", async () => {
    const id = await make("regio");
    const nothing = "00000000-0000-4000-8000-00000000dead";
    for (const who of [people.provincie, people.buur]) {
      const [page, none] = [
        await who.browser.get(`/opmerkingen/${id}`),
        await who.browser.get(`/opmerkingen/${nothing}`),
      ];
      expect(page.status).toBe(404);
      expect(page.text.replaceAll(id, "")).toBe(none.text.replaceAll(nothing, ""));
      expect(await who.api("GET", `/opmerkingen/${id}`)).toEqual(
        await who.api("GET", `/opmerkingen/${nothing}`),
      );
      expect((await who.browser.get("/opmerkingen")).text).not.toContain(id);
    }
    const answer = { tekst: "Nee, het zijn er meer." };
    const answered = await people.college.browser.post(`/opmerkingen/${id}/antwoorden`, answer);
    expect(answered.location).toBe(`/opmerkingen/${id}`);
    for (const who of [people.provincie, people.buur, people.regio]) {
      const { status, text } = await who.browser.get(`/opmerkingen/${id}`);
      expect(status).toBe(200);
      expect(text).toMatch(
        /Klopt dit aantal\?[\s\S]*Antwoord van gemeente Dordrecht[\s\S]*Nee, het/,
      );
      const { json } = await who.api("GET", `/opmerkingen/${id}`);
      expect(json.antwoorden).toMatchObject([{ tekst: "Nee, het zijn er meer." }]);
    }
    expect((await app.request(`/opmerkingen/${id}`)).status).toBe(404);
  });

  it("waits on the first page of the gemeente, and its answer on that of the maker", async () => {
    const id = await make("organisatie");
    const waits = async (who: Account) => (await who.browser.get("/")).text.includes(id);
    expect([await waits(people.college), await waits(people.raad)]).toEqual([true, true]);
    expect([await waits(people.provincie), await waits(people.regio)]).toEqual([false, false]);
    await people.college.browser.post(`/opmerkingen/${id}/antwoorden`, { tekst: "Dank." });
    expect([await waits(people.college), await waits(people.regio)]).toEqual([false, true]);
  });

  it("is seen and answered by the college and its officers, and not by the raad or another", async () => {
    const id = await make("openbaar");
    const seen = await people.raad.browser.post(`/opmerkingen/${id}/gezien`);
    expect([seen.status, (await people.raad.browser.get(`/opmerkingen/${id}`)).status]).toEqual([
      403, 200,
    ]);
    expect((await people.buur.api("PUT", `/opmerkingen/${id}/gezien`)).status).toBe(404);
    expect((await people.regio.api("PUT", `/opmerkingen/${id}/gezien`)).status).toBe(403);
    const { status, json } = await people.college.api("PUT", `/opmerkingen/${id}/gezien`);
    expect([status, json.gezienOp !== undefined]).toEqual([200, true]);
    expect((await app.request(`/opmerkingen/${id}`)).status).toBe(200);
    const again = await people.college.api("PUT", `/opmerkingen/${id}/gezien`);
    expect(again.json.gezienOp).toBe(json.gezienOp);
  });

  it("tells all that is wrong with it at once, and keeps what was typed", async () => {
    const { status, text } = await people.regio.browser.post("/opmerkingen/nieuw", {
      ...{ gemeente: "GM0363", adres: "https://elders.nl", waarover: "", tekst: "getypt" },
      zichtbaarheid: "kring",
    });
    expect(status).toBe(422);
    for (const part of [
      "heeft hier nog geen account",
      "begint met",
      "waar het over gaat",
      "kring",
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toContain("getypt</textarea>");
    const { json } = await people.regio.api("POST", "/opmerkingen", {
      ...VRAAG,
      ...{ adres: "//elders.nl", tekst: " ", zichtbaarheid: "regio" },
    });
    expect(json.status).toBe(400);
    expect(JSON.stringify(json)).toContain("Schrijf uw opmerking op.");
  });

  it("takes the address of a page as a browser shows it", async () => {
    const { status, text } = await people.regio.browser.post("/opmerkingen/nieuw", {
      ...{ gemeente: "GM0505", adres: "http://localhost/gemeenten/GM0505?op=2026" },
      ...{ waarover: "", tekst: "getypt", zichtbaarheid: "regio" },
    });
    expect(status).toBe(422);
    expect(text).toContain('value="/gemeenten/GM0505?op=2026"');
    expect(text).not.toContain("Noem een pagina van deze site");
  });

  it("is made by nobody who did not sign in", async () => {
    expect((await app.request("/opmerkingen/nieuw")).headers.get("Location")).toContain(
      "/aanmelden?terug=",
    );
    const made = await app.request("/v1/opmerkingen", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ ...VRAAG, zichtbaarheid: "openbaar" }),
    });
    expect(made.status).toBe(403);
  });

  describe("of somebody who acts for more gemeenten", () => {
    it("is answered for the gemeente that it is about", async () => {
      const accounts = createAccounts(database.db(), database.eigenaar());
      const { zwijndrecht, dordrecht } = ORGANISATIES;
      const both = await accounts.signIn([zwijndrecht, dordrecht], "ambtelijk");
      const id = await make("regio");
      const { json } = await both.api("POST", `/opmerkingen/${id}/antwoorden`, { tekst: "Ja." });
      expect(json.antwoorden).toMatchObject([{ van: "gemeente Dordrecht", tekst: "Ja." }]);
    });
  });
});
