import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import type { Gemeten, Logvelden } from "./bewaking.ts";
import { currentVerzoek } from "./verzoek.ts";
import { watchRequests } from "./watch-requests.ts";

function watched() {
  const lines: Logvelden[] = [];
  const measured: Gemeten[] = [];
  let running = 0;
  const app = new Hono();
  app.use(
    watchRequests({
      logboek: {
        meld: () => {},
        fout: () => {},
        verzoek: (velden) => lines.push({ ...velden, request_id: currentVerzoek()?.id }),
      },
      metingen: {
        begin: () => {
          running += 1;
        },
        klaar: (gemeten) => {
          running -= 1;
          measured.push(gemeten);
        },
      },
    }),
  );
  app.get("/geheim/:link", (c) => c.text("open"));
  app.get("/gereed", (c) => c.text("", c.req.query("nu") ? 503 : 200));
  app.use(async (_, next) => next());
  app.get("/kapot", () => {
    throw new Error("kapot");
  });
  app.onError((_, c) => c.text("er ging iets mis", 500));
  return { app, lines, measured, running: () => running };
}

describe("a request that is watched", () => {
  it("says its name in the answer, in the log and to nobody its address", async () => {
    const { app, lines, measured } = watched();
    const headers = { "X-Request-Id": "van-de-proxy" };
    const answer = await app.request("/geheim/s3cr3t?code=s3cr3t", { headers });
    expect(answer.headers.get("X-Request-Id")).toBe("van-de-proxy");
    expect(lines).toMatchObject([
      { method: "GET", route: "/geheim/:link", status: 200, request_id: "van-de-proxy" },
    ]);
    expect(JSON.stringify([lines, measured])).not.toContain("s3cr3t");
  });

  it("is counted also where it fails, or is nowhere", async () => {
    const { app, measured, lines, running } = watched();
    await app.request("/kapot");
    await app.request("/bestaat/niet");
    expect(measured).toMatchObject([
      { route: "/kapot", status: 500 },
      { route: "/*", status: 404 },
    ]);
    expect(lines).toHaveLength(2);
    expect(running()).toBe(0);
  });

  it("makes no line where it only feels the pulse, unless that is not well", async () => {
    const { app, lines } = watched();
    await app.request("/gereed");
    expect(lines).toEqual([]);
    await app.request("/gereed?nu=niet");
    expect(lines).toMatchObject([{ route: "/gereed", status: 503 }]);
  });

  it("is one request where it is handed on to a site for whoever is signed in", async () => {
    const { app, lines, measured } = watched();
    const outer = watched();
    outer.app.use("/eigen/*", async (c) => app.fetch(new Request(c.req.url.replace("/eigen", ""))));
    const answer = await outer.app.request("/eigen/geheim/s3cr3t");
    expect(await answer.text()).toBe("open");
    expect([lines, measured]).toEqual([[], []]);
    expect(outer.measured).toMatchObject([{ route: "/geheim/:link", status: 200 }]);
  });

  it("does not make a name of every word that is sent as a method", async () => {
    const { app, measured } = watched();
    await app.request("/geheim/x", { method: "VERZONNEN" });
    expect(measured).toMatchObject([{ method: "_OTHER", status: 404 }]);
  });
});
