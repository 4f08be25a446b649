import { randomUUID } from "node:crypto";
import type { Hono } from "hono";
import type { Transaction } from "kysely";
import { expect, it } from "vitest";
import type { Organisatie } from "#domain/toegang.ts";
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
import { appOn, type Json } from "#test/api.ts";
import { describeDatabases } from "#test/database.ts";
import { ORGANISATIES } from "#test/toegang.ts";

type Tx = Transaction<Tables>;

/** Two officers, each of an own gemeente, on one server. */
async function open(tx: Tx) {
  const dienst = createAanmelddienst();
  const app = appOn(tx, { toegang: aToegang(tx, dienst) });
  const officer = async (sub: string, organisatie: Organisatie) => {
    const persoon = randomUUID();
    await insertOrganisatie(tx, organisatie);
    await insertPersoon(tx, { id: persoon, naam: sub, account: { issuer: ISSUER, sub } });
    const mandaat = { id: randomUUID(), persoon, organisatie: organisatie.id, van: "2020-01-01" };
    await insertMandaat(tx, { ...mandaat, rol: "ambtelijk" });
    const browser = createBrowser(app);
    await signInWith(browser, dienst, { wie: { sub, name: sub } });
    return asProgram(app, browser.cookies.get("sessie") ?? "");
  };
  const { dordrecht, zwijndrecht } = ORGANISATIES;
  return {
    app,
    dora: await officer("dora", dordrecht),
    zwier: await officer("zwier", zwijndrecht),
  };
}

function asProgram(app: Hono, sessie: string) {
  const headers = { Cookie: `sessie=${sessie}`, Origin: "http://localhost" };
  const ask = async (path: string, body: string, own: object) => {
    const request = { method: "POST", body, headers: { ...headers, ...own } };
    const answer = await app.request(`http://localhost/v1${path}`, request);
    const json: Json = await answer.json();
    return { status: answer.status, json };
  };
  return {
    lever: (csv: string) =>
      ask("/inleveringen?bestandsnaam=x.csv&afzender=proef&bron=proef", csv, {
        "Content-Type": "application/octet-stream",
      }),
    besluit: (id: string, besluit: object, geheim = "") =>
      ask(`/inleveringen/${id}/besluiten`, JSON.stringify(besluit), {
        "Content-Type": "application/json",
        Authorization: `Bearer ${geheim}`,
      }),
  };
}

const OVERNEMEN = { besluit: "overnemen" };
const TERUG = { besluit: "terugdraaien", reden: "proef" };
const VAN_DORDRECHT = "Gemeente;Inwoners 1-1-2026\nDordrecht;120000\n";
const VAN_BEIDE = `${VAN_DORDRECHT}Zwijndrecht;45000\n`;

describeDatabases("figures put in by somebody with an account", ({ alone }) => {
  it(
    "F225 are of their own gemeente: another's are refused by name, in taking over and in undoing",
    alone(async (tx) => {
      const { dora, zwier } = await open(tx);
      const both = await dora.lever(VAN_BEIDE);
      const { inlevering, geheim } = both.json;
      expect(both.status).toBe(201);
      const refused = await dora.besluit(inlevering.id, OVERNEMEN, geheim);
      expect([refused.status, refused.json.detail]).toEqual([
        403,
        expect.stringContaining("Zwijndrecht."),
      ]);
      expect(refused.json.detail).not.toContain("Dordrecht");
      const own = (await dora.lever(VAN_DORDRECHT)).json;
      expect((await dora.besluit(own.inlevering.id, OVERNEMEN, own.geheim)).status).toBe(200);
      expect((await zwier.besluit(own.inlevering.id, TERUG)).status).toBe(403);
      expect((await dora.besluit(own.inlevering.id, TERUG)).status).toBe(200);
    }),
  );

  it(
    "are nobody's who did not sign in",
    alone(async (tx) => {
      const { app } = await open(tx);
      const answer = await asProgram(app, "verzonnen").lever(VAN_DORDRECHT);
      expect([answer.status, answer.json.detail]).toEqual([
        403,
        expect.stringContaining("Meld u aan"),
      ]);
    }),
  );
});
