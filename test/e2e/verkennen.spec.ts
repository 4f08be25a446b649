import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page, Request, Route } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connectBrowser, hasBrowser, NO_CHROMIUM } from "#test/chromium.ts";
import { RULES } from "./bruikbaar.ts";
import { type Schermserver, serveScherm } from "./serving-scherm.ts";

const SHEET = "/verdeling/verkennen?document=urgenten-bovengrens&op=2026-01-01";
const CHOICE = `${SHEET}&regio=drechtsteden&cijfer.mutatiegraad=4,5%25+tot+5,5%25&cijfer.urgenten=450&voorbeeld=ja`;
const EXAMPLE = `${CHOICE}&kies.wat-niet-past=open`;
const THIRTY = `${SHEET}&regio=mra&cijfer.mutatiegraad=4,5%25+tot+5,5%25&naast=sleutel-inwoners@1&cijfer.urgenten=1400`;
const ALL = `${SHEET}&regio=nederland&cijfer.mutatiegraad=4,5%25+tot+5,5%25&kies.wat-niet-past=open`;

/** Every move of what stands on the page, also those that a browser forgives right after a key. */
const WATCH_MOVES = `{
  globalThis.moved = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) {
      moved.push([value, ...sources.map(({ node }) => node?.outerHTML?.slice(0, 80) ?? node?.textContent)]);
    }
  }).observe({ type: "layout-shift" });
  globalThis.nextFrame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));
}`;

/** A browser reports what a server refuses, or that it is gone; these tests bring that about. */
const EXPECTED = /status of 400|ERR_CONNECTION_REFUSED/;

describe.skipIf(!hasBrowser)(`the sheet${hasBrowser ? "" : `: ${NO_CHROMIUM}`}`, () => {
  let browser: Browser;
  let server: Schermserver;
  let context: BrowserContext;
  let page: Page;
  let errors: string[];

  beforeAll(async () => {
    [browser, server] = await Promise.all([connectBrowser(), serveScherm()]);
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });
  beforeEach(async () => {
    page = await context.newPage();
    errors = [];
    page.on("console", (message) => {
      if (message.type() === "error" && !EXPECTED.test(message.text())) errors.push(message.text());
    });
    page.on("pageerror", (error) => errors.push(error.message));
  });
  afterEach(async () => {
    await page.close();
    expect([...errors, ...server.errors]).toEqual([]);
  });

  async function open(path: string): Promise<void> {
    await page.goto(server.base + path);
    await page.locator(".uitkomst, .melding").first().waitFor();
  }

  /** Until the bands are there. */
  const settled = () =>
    page.getByText("Hoe ver getallen kunnen afwijken").waitFor({ state: "detached" });

  const total = () => page.locator(".uitkomst tfoot tr").last().textContent();

  async function divide(text: string): Promise<void> {
    await page.locator(".zin button").first().click();
    await page.locator(".deelveld input").fill(text);
    await page.locator(".deelveld input").press("Enter");
  }

  async function axe(): Promise<readonly string[]> {
    const builder = new AxeBuilder({ page }).withTags(RULES).setLegacyMode(true);
    const { violations } = await builder.analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }

  async function tooWide(): Promise<number> {
    return page.evaluate<number>(
      "document.documentElement.scrollWidth - document.documentElement.clientWidth",
    );
  }

  const nothing = () => Promise.resolve();

  const STATES: readonly (readonly [string, string, () => Promise<void>])[] = [
    ["with outcomes", THIRTY, settledRow],
    ["with the control of a part open", EXAMPLE, () => page.locator(".zin button").first().click()],
    ["with an account open", EXAMPLE, () => page.locator("[data-uitleg]").first().click()],
    ["with a choice to be made", CHOICE, nothing],
    ["with a mistake", `${EXAMPLE}&wijzig.opgave.aantal=veel`, nothing],
    [
      "without one figure",
      `${SHEET.replace("urgenten-bovengrens", "gmr-urgenten")}&regio=arnhem-nijmegen`,
      nothing,
    ],
    [
      "with another indeling beside",
      `${EXAMPLE}&alternatief=rivierenland@1%23rivierenland`,
      nothing,
    ],
    ["on the beamer", `${THIRTY}&modus=beamer`, nothing],
    ["principle first", `${EXAMPLE}&modus=principe`, nothing],
    ["on paper", `${EXAMPLE}&modus=afdruk`, nothing],
  ];

  function settledRow(): Promise<void> {
    return page.locator(".uitkomst tbody .bereik:not(.wacht)").first().waitFor();
  }

  /** A telephone, and a screen of 1280 px at 400%. */
  const NARROW = [390, 320];

  it.each(STATES)(
    "%s: axe has no objection, it fits a telephone and 400%",
    async (_, path, act) => {
      await page.goto(server.base + path);
      await page.locator("#scherm > :not([role=status])").first().waitFor();
      await act();
      expect(await axe()).toEqual([]);
      for (const width of NARROW) {
        await page.setViewportSize({ width, height: 844 });
        expect(await tooWide(), `${width} px`).toBe(0);
      }
      await page.setViewportSize({ width: 1280, height: 900 });
    },
  );

  it("holds three keys, what a bound moved and what lies beside, without a scroll bar", async () => {
    const three = "naast=sleutel-inwoners@1&naast=sleutel-sociale-huur@1";
    await page.setViewportSize({ width: 1280, height: 900 });
    await open(`${CHOICE}&kies.wat-niet-past=anderen&${three}`);
    await settledRow();
    const heads = await page.locator(".uitkomst thead th").allTextContents();
    expect(heads.filter((head) => head.includes("huishoudens"))).toHaveLength(3);
    expect(heads.join()).toMatch(/erbij of eraf.*kanttekening/);
    const hidden = await page.evaluate<number>(
      "((tabel) => tabel.scrollWidth - tabel.clientWidth)(document.querySelector('.tabel'))",
    );
    expect(hidden).toBe(0);
  });

  it("shows the outcome as it would be after an announced herindeling, beside it and only when asked", async () => {
    await open(THIRTY);
    await settledRow();
    const asked = page.getByText("Reken alsof de herindeling van 1 januari 2027 doorgaat");
    await asked.waitFor();
    const row = page.locator(".na-herindeling tr", { hasText: "Hilversum en Wijdemeren, exact" });
    expect(await row.isVisible()).toBe(false);
    await asked.click();
    const own = async (naam: string) => {
      const before = page.locator(".uitkomst tbody tr", { hasText: naam }).first();
      return Number(await before.locator(".getalknop").nth(1).textContent());
    };
    const after = Number(
      /\d+/.exec((await row.locator(".getal").first().textContent()) ?? "")?.[0],
    );
    expect(after).toBe((await own("Hilversum")) + (await own("Wijdemeren")));
    expect(await axe()).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await tooWide()).toBe(0);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it("bands come where they stood before, and move nothing", async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/reken-worker-*", async (route) => {
      await held;
      await route.continue();
    });
    await open(THIRTY);
    await divide("440 tot 480");
    await page.getByText("Hoe ver getallen kunnen afwijken, komt zo.").waitFor();
    await page.evaluate(WATCH_MOVES);
    release();
    await expect.poll(total).toContain("460 (440–480)");
    expect(await page.evaluate("nextFrame().then(() => moved)")).toEqual([]);
  });

  it("goes on while the server is gone, says so where it is needed, and mends when it is back", async () => {
    await open(EXAMPLE);
    await settled();
    const gone = (route: Route) => route.abort("connectionrefused");
    await page.route("**/v1/**", gone);
    await divide("200");
    await expect.poll(total).toContain("200");
    expect(await page.getByRole("alert").count()).toBe(0);
    const list = page.getByLabel("Leg een sleutel ernaast");
    await list.selectOption({ label: "Naar rato van sociale huurwoningen" });
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").textContent()).toContain("Wat u invulde, blijft staan");
    await divide("300");
    await expect.poll(total).toContain("300");
    await page.unroute("**/v1/**", gone);
    await list.selectOption({ label: "Naar rato van inwoners" });
    await page.getByRole("columnheader", { name: "Naar rato van inwoners" }).waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
    expect(await total()).toContain("300");
  });

  it("the browser undoes a change, and its address brings it back in another tab", async () => {
    await open(EXAMPLE);
    await divide("200 tot 300");
    await expect.poll(total).toContain("250 (200–300)");
    await page.waitForURL(/200/);
    const address = page.url();
    await page.goBack();
    await expect.poll(total).toContain("450 (420–480)");
    const other = await context.newPage();
    await other.goto(address);
    await other.locator(".uitkomst").waitFor();
    expect(await other.locator(".uitkomst tfoot").textContent()).toContain("250 (200–300)");
    await other.close();
    expect(await total()).toContain("450 (420–480)");
  });

  it("shows 342 gemeenten, and a change in all of them", async () => {
    await open(ALL);
    expect(await page.locator(".uitkomst tbody tr").count()).toBe(342);
    await divide("4.400 tot 4.800");
    await expect.poll(total).toContain("4.600");
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  it("asks for at most 200 kB of JavaScript before anything is seen", async () => {
    const fresh = await browser.newPage();
    const needed = await listScripts(server.base, EXAMPLE);
    const first: Request[] = [];
    // All that the page does not begin with is held back: the first rows have to do without it.
    const held: Route[] = [];
    await fresh.route(/\.js$/, async (route) => {
      const { pathname } = new URL(route.request().url());
      if (!needed.has(pathname)) return void held.push(route);
      first.push(route.request());
      await route.continue();
    });
    await fresh.goto(server.base + EXAMPLE, { waitUntil: "commit" });
    await fresh.locator(".uitkomst tbody tr").first().waitFor();
    const sizes = await Promise.all(first.map((script) => script.sizes()));
    const bytes = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
    await Promise.all(held.map((route) => route.abort()));
    await fresh.close();
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(200_000);
  });

  it("keeps a gemeente with a name of thirty letters within a telephone", async () => {
    const long = "Sint-Philipslandambachtsgemeen";
    expect(long).toHaveLength(30);
    await page.route("**/v1/rekenbladen?*", async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replaceAll('"naam":"Dordrecht"', `"naam":"${long}"`);
      await route.fulfill({ response: answer, body });
    });
    await page.setViewportSize({ width: 390, height: 844 });
    await open(`${EXAMPLE}&eigen=GM0505`);
    await page.getByText(long).first().waitFor();
    expect(await tooWide()).toBe(0);
  });
});

/** The scripts that a page begins with: those it names, and what these cannot run without. */
async function listScripts(base: string, path: string): Promise<ReadonlySet<string>> {
  const html = await (await fetch(base + path)).text();
  const found = new Set(
    [...html.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, src]) => `${src}`),
  );
  for (const script of found) {
    const text = await (await fetch(base + script)).text();
    for (const [, name] of text.matchAll(/(?:from|import)"(\.\/[^"]+\.js)"/g)) {
      found.add(new URL(`${name}`, base + script).pathname);
    }
  }
  return found;
}
