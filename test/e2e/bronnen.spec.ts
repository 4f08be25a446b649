import { existsSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readMeegeleverd } from "#sources/meegeleverd.ts";
import { zetCbs, zetPdok } from "#test/bronantwoorden.ts";
import { type Bronserver, startBronserver, status, stil } from "#test/bronserver.ts";
import { connectBrowser, hasBrowser, NO_CHROMIUM } from "#test/chromium.ts";
import { RULES } from "./bruikbaar.ts";
import { makeVarFolder, type ServingProcess, startServing } from "./serving.ts";

const GEMEENTEN = readMeegeleverd().gemeenten.list("2025-01-01");
const VOORRAAD = GEMEENTEN.map(({ code }, index) => ({
  ...{ gebied: code, periode: "2025JJ00", waarde: `${30_000 + index}` },
}));
const CBS = {
  perioden: [
    ["2024JJ00", "Definitief"],
    ["2025JJ00", "Voorlopig"],
  ],
  dimensies: { Gebruiksfunctie: [["A045364", "Woning"]] },
} as const;

const varFolder = makeVarFolder();
let bron: Bronserver;
let server: ServingProcess;
let base: string;

async function start(): Promise<void> {
  const env = { WOONREGIE_NETWERK: "ja", WOONREGIE_PROEFBRON: bron.origin };
  server = startServing({ varFolder, env });
  base = await server.address();
}

beforeAll(async () => {
  bron = await startBronserver();
  zetPdok(bron, { gemeenten: GEMEENTEN, jaar: 2025 });
  zetCbs(bron, { ...CBS, rijen: VOORRAAD, perBlad: 100 });
  await start();
});

afterAll(async () => {
  server.process.kill("SIGTERM");
  await server.ended;
  await bron.sluit();
});

const text = async (path: string) => (await fetch(`${base}${path}`)).text();
const soon = (test: () => Promise<unknown>) => expect.poll(test, { timeout: 30_000 });

async function send(path: string, form: Readonly<Record<string, string>> = {}) {
  const headers = { Origin: base, "Content-Type": "application/x-www-form-urlencoded" };
  const body = new URLSearchParams(form);
  return fetch(`${base}${path}`, { method: "POST", headers, body });
}

describe("fetching beside a server that runs", () => {
  it("gets borders by itself at a first start, and the map becomes real without a restart", async () => {
    expect(await text("/v1/kaarten?regio=drechtsteden")).toMatch(/"soort":"(schematisch|grenzen)"/);
    await soon(() => text("/v1/kaarten?regio=drechtsteden")).toContain('"soort":"grenzen"');
    expect(existsSync(join(varFolder, "kaarten/gemeenten-2025.geojson"))).toBe(true);
    expect(await text("/bronnen")).toMatch(/Gemeentegrenzen van 2025[\s\S]*klaar/);
  });

  it("says in words what a source that fails did, and goes on when it is asked", async () => {
    bron.zet("/cbs/85984NED", status(404));
    const answer = await send("/bronnen/cbs-tabel", { tabel: "85984NED" });
    expect(answer.url).toContain("/bronnen/taken/");
    const task = new URL(answer.url).pathname;
    await soon(() => text(task)).toContain("kent dit niet (404)");
    zetCbs(bron, { ...CBS, tabel: "85984NED", rijen: VOORRAAD });
    await send(`${task}/hervat`);
    await soon(() => text(task)).toContain("Kies wat u wilt ophalen");
  });

  it("stops what is busy, keeps what came in, and survives a server that is killed", async () => {
    const looked = await send("/bronnen/cbs-tabel", { tabel: "81955NED" });
    const table = new URL(looked.url).pathname;
    await soon(() => text(table)).toContain("Kies wat u wilt ophalen");
    const ask = {
      ...{ maat: "M000001", indicator: "woningvoorraad", stand: "begin" },
      ...{ periode: "2025JJ00", niveau: "gemeente", "dimensie.Gebruiksfunctie": "A045364" },
    };
    bron.zet("/cbs/81955NED/Observations", stil);
    const asked = await send(table.replace("taken", "cbs"), ask);
    const task = new URL(asked.url).pathname;
    await soon(() => text(task)).toContain("Cijfers ophalen (gemeente)");
    server.process.kill("SIGKILL");
    await server.ended;
    zetCbs(bron, { ...CBS, rijen: VOORRAAD, perBlad: 100 });
    await start();
    await soon(() => text(task)).toContain("Per cijfer, gebied en moment");
    const gemeente = await text("/gemeenten/GM0505");
    expect(gemeente).toContain("CBS StatLine, 81955NED");

    bron.zet("/cbs/81955NED/Observations", stil);
    const again = new URL((await send(`${task}/opnieuw`)).url).pathname;
    await soon(() => text(again)).toContain("Cijfers ophalen (gemeente)");
    await send(`${again}/stop`);
    await soon(() => text(again)).toContain("Ga verder waar het was");

    await send(`${task}/terug`);
    expect(await text("/gemeenten/GM0505")).not.toContain("CBS StatLine, 81955NED");
  });
});

describe.skipIf(!hasBrowser)(
  `the sources on a screen${hasBrowser ? "" : `: ${NO_CHROMIUM}`}`,
  () => {
    let browser: Browser;
    let page: Page;
    beforeAll(async () => {
      browser = await connectBrowser();
      page = await browser.newPage({
        viewport: { width: 1280, height: 900 },
        javaScriptEnabled: false,
      });
    });
    afterAll(() => browser.close());

    const violations = async () => {
      // Axe needs the page's own scripts: the same page, where they are allowed.
      const context = await browser.newContext();
      const same = await context.newPage();
      await same.goto(page.url());
      const { violations: found } = await new AxeBuilder({ page: same }).withTags(RULES).analyze();
      await context.close();
      return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    };
    const sideways = async () => {
      await page.setViewportSize({ width: 390, height: 800 });
      const wide = await page.locator("html").evaluate((html) => html.scrollWidth);
      await page.setViewportSize({ width: 1280, height: 900 });
      return wide;
    };
    const click = (name: string) => page.getByRole("button", { name }).click();

    it("lets a person choose a table, a measure and a year, and shows what changed, without scripts", async () => {
      zetCbs(bron, { ...CBS, rijen: VOORRAAD });
      await page.goto(`${base}/cijfers`);
      await page.getByRole("link", { name: "Ophalen bij de bron" }).click();
      expect(await violations()).toEqual([]);
      expect(await sideways()).toBeLessThanOrEqual(390);

      await page.getByRole("link", { name: "Cijfers van CBS kiezen" }).click();
      expect(await violations()).toEqual([]);
      expect(await sideways()).toBeLessThanOrEqual(390);
      await page.getByLabel("Naam van de tabel").fill("bestaat niet!");
      await click("Kijk wat er in deze tabel staat");
      expect(await page.getByRole("alert").textContent()).toContain("geen naam van een tabel");
      await page.getByLabel("Naam van de tabel").fill("81955NED");
      await click("Kijk wat er in deze tabel staat");
      const reload = async () => {
        await page.reload();
        return page.locator("main").textContent();
      };
      await soon(reload).toContain("Kies wat u wilt ophalen");
      await page.getByRole("link", { name: "Kies wat u wilt ophalen" }).click();
      expect(await violations()).toEqual([]);
      expect(await sideways()).toBeLessThanOrEqual(390);
      expect(await page.getByLabel("Beginstand voorraad").isChecked()).toBe(true);
      await click("Haal deze cijfers op");
      expect(await page.getByRole("alert").textContent()).toContain("Kies ten minste één periode");
      await page.getByLabel("2025").check();
      await click("Haal deze cijfers op");
      await soon(reload).toContain("Per cijfer, gebied en moment");
      expect(await violations()).toEqual([]);
      expect(await sideways()).toBeLessThanOrEqual(390);
      expect(
        await page
          .getByRole("row", { name: /Woningvoorraad gemeente 1 januari 2025/ })
          .textContent(),
      ).toContain("342");

      await click("Maak ongedaan");
      expect(await page.locator("main").textContent()).toContain("ongedaan gemaakt");
    });

    it("takes borders from a file, and says what is wrong with one that is not whole", async () => {
      await page.goto(`${base}/bronnen`);
      await page.getByLabel("Jaar van de grenzen").last().fill("2025");
      await page.getByLabel("Bestand").setInputFiles({
        ...{ name: "half.geojson", mimeType: "application/geo+json" },
        buffer: Buffer.from('{"type":"FeatureCollection","features":[]}'),
      });
      await click("Lees de grenzen in");
      expect(await page.getByRole("alert").textContent()).toContain("«features»");
      expect(await violations()).toEqual([]);
    });
  },
);
