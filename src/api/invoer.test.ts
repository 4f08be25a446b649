import { type Context, Hono } from "hono";
import { describe, expect, it } from "vitest";
import { OPENBAAR, type Wie } from "#domain/toegang.ts";
import { aMandaat, aWie, ORGANISATIES } from "#test/toegang.ts";
import { onlyWithInvoer, openPoort, refuseOtherSites } from "./invoer.ts";

const HERE = "http://localhost";

function aServer(invoer: boolean) {
  const app = new Hono();
  app.use(refuseOtherSites());
  app.post(
    "/inlezen",
    onlyWithInvoer(openPoort({ invoer }), "cijfers-inleveren", (c, why) => c.text(why, 403)),
    (c) => c.text("gelezen"),
  );
  return async (headers: Readonly<Record<string, string>>) => {
    const form = { "Content-Type": "application/x-www-form-urlencoded" };
    const request = { method: "POST", headers: { ...form, ...headers } };
    const answer = await app.request(`${HERE}/inlezen`, request);
    return { status: answer.status, text: await answer.text() };
  };
}

describe("putting something in", () => {
  it("is possible from a page of this site", async () => {
    expect(await aServer(true)({ Origin: HERE })).toEqual({ status: 200, text: "gelezen" });
  });

  it("is refused to a form of another site, with the browser of who may", async () => {
    for (const headers of [
      { Origin: "https://elders.example", "Sec-Fetch-Site": "cross-site" },
      { Origin: "null" },
    ]) {
      const answer = await aServer(true)(headers);
      expect(answer.status).toBe(403);
      expect(answer.text).toContain("andere site");
    }
  });

  it("over the API is possible for a program, which has no page, and not for a form of another site", async () => {
    const app = new Hono();
    app.use(refuseOtherSites());
    app.post("/v1/inleveringen", (c) => c.text("gelezen"));
    const ask = (headers: Readonly<Record<string, string>>) =>
      app.request(`${HERE}/v1/inleveringen`, {
        method: "POST",
        headers: { "Content-Type": "multipart/form-data", ...headers },
      });
    expect((await ask({})).status).toBe(200);
    expect((await ask({ Origin: "https://elders.example" })).status).toBe(403);
    expect((await ask({ "Sec-Fetch-Site": "cross-site" })).status).toBe(403);
  });

  it("is off where others reach the server and nobody has an account, and says who turns it on", async () => {
    const page = await aServer(false)({ Origin: HERE });
    expect(page).toMatchObject({ status: 403, text: expect.stringContaining("WOONREGIE_INVOER") });
    const program = await aServer(false)({ Origin: HERE, Accept: "application/json" });
    expect(JSON.parse(program.text)).toMatchObject({ status: 403, title: "Dit kunt u hier niet" });
  });

  it("F225 is a power once there are accounts: of the body, whatever the server is set to", async () => {
    const toegang = { nu: () => new Date("2026-03-01T12:00:00Z") };
    const ask = async (wie: Wie, invoer: boolean) => {
      const app = new Hono();
      app.use(async (c, next) => {
        c.set("wie", wie);
        await next();
      });
      const refuse = (c: Context, why: string) => c.text(why, 403);
      const poort = openPoort({ invoer, toegang });
      app.post("/inlezen", onlyWithInvoer(poort, "cijfers-inleveren", refuse), (c) => c.text("ja"));
      return (await app.request("/inlezen", { method: "POST" })).text();
    };
    const officer = aWie(aMandaat(ORGANISATIES.dordrecht, "ambtelijk"));
    const raad = aWie(aMandaat(ORGANISATIES.dordrecht, "raad"));
    expect(await ask(officer, false)).toBe("ja");
    expect(await ask(OPENBAAR, true)).toContain("Meld u aan");
    expect(await ask(raad, true)).toContain("U mag niet: cijfers inleveren");
  });
});
