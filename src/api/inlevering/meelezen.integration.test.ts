import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { insertKring } from "#storage/kring.repository.ts";
import { type Account, createAccounts } from "#test/account.ts";
import { describeDatabases } from "#test/database.ts";
import { ORGANISATIES } from "#test/toegang.ts";

const LEVER = "/inleveringen?bestandsnaam=x.csv&afzender=Team%20Wonen&bron=eigen%20telling";
const CIJFERS =
  "Gemeente;Inwoners 1-1-2026;Plaatsingen urgenten 2025\nDordrecht;120017;7\nZwijndrecht;45000;35\n";

describeDatabases("a concept that is shared", ({ db, eigenaar }) => {
  let dora: Account;
  let raad: Account;
  let zwier: Account;
  let vreemd: Account;
  const kring = randomUUID();

  beforeAll(async () => {
    const { signIn } = createAccounts(db(), eigenaar());
    const { dordrecht, zwijndrecht, corporatie } = ORGANISATIES;
    raad = await signIn(dordrecht, "raad");
    const { persoon: door } = raad;
    await insertKring(eigenaar(), { id: kring, naam: "overleg", organisatie: dordrecht.id, door });
    dora = await signIn(dordrecht, "ambtelijk", { kringen: [kring] });
    zwier = await signIn(zwijndrecht, "ambtelijk", { kringen: [kring] });
    vreemd = await signIn(corporatie, "medewerker");
  });

  async function deliver(text = CIJFERS): Promise<string> {
    const { status, json } = await dora.api("POST", LEVER, text);
    expect(status, JSON.stringify(json)).toBe(201);
    return json.inlevering.id;
  }

  const share = (id: string, zicht: object) =>
    dora.api("PUT", `/inleveringen/${id}/zichtbaarheid`, zicht);

  it("F225 is read by its circle: what it is, whose, and its figures, and nothing to press", async () => {
    const id = await deliver();
    const at = `/inleveringen/${id}`;
    expect((await zwier.browser.get(at)).status).toBe(404);
    expect((await share(id, { zichtbaarheid: "kring", kring })).status).toBe(200);
    const { status, text } = await zwier.browser.get(at);
    expect(status).toBe(200);
    const main = /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? "";
    expect(main).toMatch(
      /Concept: er geldt nog niets[\s\S]*Team Wonen[\s\S]*eigen telling[\s\S]*van gemeente Dordrecht, die haar deelt met: kring «overleg»/,
    );
    expect(main).toContain("120.017");
    expect(main).not.toMatch(/<form|<button|\/kolommen|\/bestand|\/delen/);
    expect((await zwier.browser.get("/inleveringen")).text).toMatch(
      new RegExp(`Door anderen met u gedeeld[\\s\\S]*${at}[\\s\\S]*kring «overleg»`),
    );
    expect((await vreemd.browser.get(at)).status).toBe(404);
    expect((await vreemd.browser.get("/inleveringen")).text).not.toContain(id);
    await share(id, { zichtbaarheid: "organisatie" });
    expect((await zwier.browser.get(at)).status).toBe(404);
  });

  it("F224 shows a reader no count of a group, in no place and on no channel", async () => {
    const id = await deliver("Gemeente;Plaatsingen urgenten 2025\nDordrecht;7\nZwijndrecht;x-37\n");
    await share(id, { zichtbaarheid: "regio" });
    const own = await dora.browser.get(`/inleveringen/${id}`);
    expect(own.text).toMatch(/class="getal">7</);
    expect(own.text).toContain("x-37");
    const { text } = await zwier.browser.get(`/inleveringen/${id}`);
    expect(text).toContain("Een deel is niet te tonen");
    expect(text).toContain("niet te tonen</td>");
    expect(text).not.toMatch(/x-37|class="getal">7</);
    const { status, json } = await zwier.api("GET", `/inleveringen/${id}`);
    expect([status, json.stand, json.cijfers[0].aantal]).toEqual([200, "concept", 1]);
    expect(JSON.stringify(json)).not.toContain("x-37");
    expect((await zwier.browser.get(`/inleveringen/${id}/bestand`)).status).toBe(404);
    expect((await zwier.browser.get(`/inleveringen/${id}/opmerkingen`)).status).toBe(404);
  });

  it("is changed by nobody but its own body", async () => {
    const id = await deliver();
    await share(id, { zichtbaarheid: "regio" });
    for (const wat of ["kolommen", "antwoorden", "kiezen", "overnemen", "terugleggen"]) {
      const sent = await zwier.browser.post(`/inleveringen/${id}/${wat}`, { wijziging: "0" });
      expect(sent.status, wat).toBe(403);
    }
    const decided = await zwier.api("POST", `/inleveringen/${id}/besluiten`, {
      besluit: "terugleggen",
    });
    expect(decided.status).toBe(404);
    expect((await dora.api("GET", `/inleveringen/${id}`)).json.stand).toBe("concept");
  });

  it("is read by a colleague who may not put figures in, with why", async () => {
    const id = await deliver();
    const { text } = await raad.browser.get(`/inleveringen/${id}`);
    expect(text).toContain("Deze levering is van uw organisatie. U kunt haar lezen. U mag niet:");
    expect(text).toMatch(/class="getal">7</);
    expect(text).not.toMatch(/Neem over|Leg terug/);
    expect((await raad.browser.get(`/inleveringen/${id}/kolommen`)).text).toContain(
      "U kunt haar lezen",
    );
    const own = await dora.browser.get("/inleveringen");
    expect(own.text).toMatch(/Nog niet klaar[\s\S]*Van uw organisatie/);
    expect((await dora.browser.get(`/inleveringen/${id}`)).text).toContain(
      "Wie ziet deze levering?",
    );
  });

  it("says so while its columns are not settled", async () => {
    const id = await deliver("Naam;Iets\nDordrecht;12\nZwijndrecht;14\n");
    await share(id, { zichtbaarheid: "regio" });
    const { status, text } = await zwier.browser.get(`/inleveringen/${id}`);
    expect(status).toBe(200);
    expect(text).toContain("Er zijn nog geen cijfers te zien");
  });
});
