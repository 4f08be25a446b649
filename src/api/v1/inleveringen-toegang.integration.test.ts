import { beforeAll, expect, it } from "vitest";
import { type Account, createAccounts } from "#test/account.ts";
import type { Json } from "#test/api.ts";
import { asProgram } from "#test/api-proef.ts";
import { describeDatabases } from "#test/database.ts";
import { ORGANISATIES } from "#test/toegang.ts";

const OVERNEMEN = { besluit: "overnemen" };
const TERUG = { besluit: "terugdraaien", reden: "proef" };
const VAN_DORDRECHT = "Gemeente;Inwoners 1-1-2026\nDordrecht;120000\n";
const VAN_BEIDE = `${VAN_DORDRECHT}Zwijndrecht;45000\n`;

const LEVER = "/inleveringen?bestandsnaam=x.csv&afzender=proef&bron=proef";

describeDatabases("figures put in by somebody with an account", ({ db, eigenaar }) => {
  let dora: Account;
  let zwier: Account;
  let asked: ReturnType<typeof createAccounts>;
  beforeAll(async () => {
    asked = createAccounts(db(), eigenaar());
    dora = await asked.signIn(ORGANISATIES.dordrecht, "ambtelijk");
    zwier = await asked.signIn(ORGANISATIES.zwijndrecht, "ambtelijk");
  });
  const besluit = (wie: Account, id: string, wat: object) =>
    wie.api("POST", `/inleveringen/${id}/besluiten`, wat);

  it("F225 are of their own gemeente: another's are refused by name, in taking over and in undoing", async () => {
    const both = await dora.api("POST", LEVER, VAN_BEIDE);
    const { inlevering, geheim } = both.json;
    expect([both.status, geheim]).toEqual([201, undefined]);
    const refused = await besluit(dora, inlevering.id, OVERNEMEN);
    expect([refused.status, refused.json.detail]).toEqual([
      403,
      expect.stringContaining("Zwijndrecht."),
    ]);
    expect(refused.json.detail).not.toContain("Dordrecht");
    const own = (await dora.api("POST", LEVER, VAN_DORDRECHT)).json;
    expect((await besluit(zwier, own.inlevering.id, OVERNEMEN)).status).toBe(404);
    expect((await besluit(dora, own.inlevering.id, OVERNEMEN)).status).toBe(200);
    expect((await besluit(zwier, own.inlevering.id, TERUG)).status).toBe(403);
    expect((await besluit(dora, own.inlevering.id, TERUG)).status).toBe(200);
  });

  it("are nobody's who did not sign in", async () => {
    const answer = await asProgram(asked.app)(`/v1${LEVER}`, { method: "POST" });
    const { detail }: Json = await answer.json();
    expect([answer.status, detail]).toEqual([403, expect.stringContaining("Meld u aan")]);
  });
});
