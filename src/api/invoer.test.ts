import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { onlyWithInvoer, refuseOtherSites } from "./invoer.ts";

const HERE = "http://localhost";

function aServer(invoer: boolean) {
  const app = new Hono();
  app.use(refuseOtherSites());
  app.post(
    "/inlezen",
    onlyWithInvoer(invoer, (c, why) => c.text(why, 403)),
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
    expect(JSON.parse(program.text)).toMatchObject({ status: 403, title: "Inlezen staat uit" });
  });
});
