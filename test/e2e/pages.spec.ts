import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "#api/app.tsx";
import { type Listening, listen } from "#api/server.ts";
import { loadBasis } from "#services/basis.service.ts";
import { readMeegeleverd } from "#sources/meegeleverd.ts";
import { connectBrowser, hasBrowser, NO_CHROMIUM } from "#test/chromium.ts";
import { RULES } from "./bruikbaar.ts";
import { silentDatabase } from "./silent-database.ts";

const EXAMPLE =
  "op=2026-01-01&cijfer.urgenten=420+tot+480&cijfer.mutatiegraad=4,5%25+tot+5,5%25&voorbeeld=ja";
const RUN = `regio=drechtsteden&${EXAMPLE}`;

const PAGES = [
  ["the first page", "/"],
  ["what is programmed", "/programmering"],
  ["living with care", "/zorg"],
  ["what was agreed", "/samenwerking"],
  ["watching over it", "/toezicht"],
  ["finding a place", "/transferpunt"],
  ["all documents", "/documenten"],
  ["a document", "/documenten/urgenten-bovengrens"],
  ["a document that is not carried out yet", "/documenten/wvrv-gemeente"],
  ["an indeling", "/documenten/mra"],
  ["a choice to be made", `/documenten/urgenten-bovengrens?${RUN}`],
  ["a choice that was made", `/documenten/urgenten-bovengrens?${RUN}&kies.wat-niet-past=open`],
  ["keys side by side", `/documenten/sleutel-inwoners?${RUN}&naast=sleutel-sociale-huur@1`],
  ["a run without figures", "/documenten/gmr-urgenten?regio=arnhem-nijmegen"],
  ["mistakes in a form", "/documenten/sleutel-inwoners?regio=drechtsteden&cijfer.urgenten=5.5"],
  ["all regions", "/regios"],
  ["a region", "/regios/mra"],
  ["all gemeenten", "/gemeenten"],
  ["all herindelingen", "/herindelingen"],
  ["a region beside another", "/regios/drechtsteden/naast?andere=holland-rijnland"],
  ["a series", "/reeksen?regio=drechtsteden&doel=5.000"],
  ["what is not known", "/wat-wij-niet-weten"],
  ["how complete a figure is", "/indicatoren/inwoners"],
  ["a herindeling", "/herindelingen?gebeurtenis=2027-01-01-GM0402&alsof=ja"],
  ["a gemeente", "/gemeenten/GM0402"],
  [
    "an account",
    `/uitleg?document=sleutel-inwoners@1&kolom=sleutel-inwoners@1&gemeente=GM0505&${RUN}`,
  ],
  ["the account of the whole", `/uitleg?document=urgenten-bovengrens@1&${RUN}`],
  ["open data", "/opendata"],
  ["open data that was looked for", "/opendata?zoek=bestaat-niet"],
  ["what was looked for", "/zoeken?q=sociale+huurwoningen+Gouda"],
  ["what was looked for in vain", "/zoeken?q=zzzz"],
  ["a page that is not there", "/regios/drechtstede"],
] as const;

let server: Listening;
let base: string;
const errors: unknown[] = [];

beforeAll(async () => {
  const shipped = readMeegeleverd();
  const app = createApp({
    basis: loadBasis(shipped),
    samenvoegingen: shipped.samenvoegingen(),
    db: silentDatabase(),
    https: false,
    invoer: true,
    versie: "proef",
    onError: (_, error) => errors.push(error),
  });
  server = await listen({ host: "127.0.0.1", port: 0 }, app.fetch);
  base = `http://127.0.0.1:${server.port}`;
});

afterAll(() => server.stop());

describe("every answer", () => {
  it.each(PAGES)("of %s carries the headers that keep a browser safe", async (_, path) => {
    const { headers } = await fetch(base + path);
    const csp = headers.get("content-security-policy") ?? "";
    expect(csp).toMatch(/^default-src 'none'; /);
    expect(csp).not.toMatch(/unsafe|\*|https?:/);
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("permissions-policy")).toContain("geolocation=()");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("strict-transport-security")).toBeNull();
  });

  it("lets a browser keep the stylesheet, whose name tells its text", async () => {
    const page = await (await fetch(base)).text();
    const path = /href="(\/stijl-[0-9a-f]{12}\.css)"/.exec(page)?.[1];
    const { headers, status } = await fetch(`${base}${path}`);
    expect([status, headers.get("cache-control")]).toEqual([
      200,
      "public, max-age=31536000, immutable",
    ]);
  });

  it("to a program that asks something unknown is a problem document", async () => {
    const answer = await fetch(`${base}/documenten/bestaat-niet`, {
      headers: { Accept: "application/json" },
    });
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(await answer.json()).toEqual({
      status: 404,
      title: "Niet gevonden",
      detail: "Er is geen document «bestaat-niet».",
    });
  });

  it("never shows what somebody put in an address as part of the page itself", async () => {
    const bad = encodeURIComponent('"><script>alert(1)</script>');
    for (const path of [`/regios/${bad}`, `/documenten/sleutel-inwoners?regio=${bad}`]) {
      expect(await (await fetch(base + path)).text()).not.toContain("<script");
    }
    expect(errors).toEqual([]);
  });

  it("has a name of its own for every view", async () => {
    const titles = await Promise.all(
      PAGES.map(async ([, path]) => {
        const page = await (await fetch(base + path)).text();
        return /<title>(.*?)<\/title>/.exec(page)?.[1];
      }),
    );
    expect(titles.filter((titel, i) => titles.indexOf(titel) !== i)).toEqual([]);
  });
});

describe.skipIf(!hasBrowser)(`in a browser${hasBrowser ? "" : `: ${NO_CHROMIUM}`}`, () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await connectBrowser();
    const context = await browser.newContext();
    page = await context.newPage();
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  });
  afterAll(() => browser.close());

  async function open(path: string, width: number): Promise<void> {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(base + path);
  }

  it.each(PAGES)(
    "%s is well formed, fits a telephone, and axe has no objection",
    async (_, path) => {
      await open(path, 1280);
      expect(await page.locator("h1").count()).toBe(1);
      expect(await page.locator("html").getAttribute("lang")).toBe("nl");
      for (const landmark of ["header", "nav", "main", "footer"]) {
        expect(await page.locator(landmark).count()).toBe(1);
      }
      const axe = new AxeBuilder({ page }).withTags(RULES).setLegacyMode(true);
      const { violations } = await axe.analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);

      await page.setViewportSize({ width: 390, height: 844 });
      const tooWide = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
      expect(await page.evaluate(tooWide)).toBe(0);
    },
  );

  it("the keyboard reaches everything, first of all the way past the menu", async () => {
    await open(`/documenten/urgenten-bovengrens?${RUN}`, 1280);
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toContain("Naar de inhoud");
    const wanted = await page
      .locator("a[href], input, select, button, summary, [tabindex='0']")
      .evaluateAll((all) => all.length);
    const reached = await page.evaluate(`(() => {
      const seen = new Set();
      for (const element of document.querySelectorAll("a[href], input, select, button, [tabindex='0']")) {
        element.focus();
        if (document.activeElement === element && element.tabIndex >= 0) seen.add(element);
      }
      return seen.size;
    })()`);
    expect(reached).toBe(wanted);
  });

  it("has its seven words on one line below the name on a desk, and on two lines on a telephone", async () => {
    const lines = () =>
      page.evaluate<number>(
        "new Set([...document.querySelectorAll('header li')].map((li) => li.offsetTop)).size",
      );
    await open("/toezicht", 1280);
    expect(await lines()).toBe(1);
    const [name, word] = await Promise.all(
      ["header .merk", "header li a"].map((what) => page.locator(what).first().boundingBox()),
    );
    // Above them is all the room for who one is, whatever the length of the name.
    expect(word?.x).toBe(name?.x);
    expect((word?.y ?? 0) - (name?.y ?? 0)).toBeGreaterThan(24);
    expect((word?.y ?? 99) + (word?.height ?? 99)).toBeLessThan(112);
    await open("/toezicht", 390);
    expect(await lines()).toBe(2);
  });

  it("from a number one comes to its figure, its date and its source", async () => {
    await open("/", 1280);
    await page
      .getByRole("link", { name: /hoe komt dit tot stand\? Dordrecht, Naar rato van inw/ })
      .click();
    await expect
      .poll(() => page.locator("h1").textContent())
      .toBe("Dordrecht: hoe komt dit tot stand?");
    const account = await page.locator("#verantwoording").textContent();
    expect(account).toContain("122.847 van 298.653");
    expect(account).toContain("1 januari 2025");
    expect(account).toContain("CBS, 37230NED");
    expect(account).toContain("voorbeeld, verzonnen");
    await page.getByRole("link", { name: /CBS, 37230NED/ }).click();
    await expect.poll(() => page.url()).toContain("/gemeenten/GM0505#inwoners");
  });

  it("a person chooses a region, fills in what is missing, and gets the numbers", async () => {
    await open("/documenten/sleutel-inwoners", 1280);
    await page.getByLabel("Regio", { exact: true }).selectOption("twente");
    await page.getByRole("button", { name: "Reken uit" }).click();
    expect(await page.getByText("Nog geen uitkomst: er ontbreken cijfers").count()).toBe(1);
    await page.getByLabel("Urgente huishoudens").fill("900 tot 1.100");
    await page.getByRole("button", { name: "Reken uit" }).click();
    expect(await page.getByText("Zelf ingevuld, niet nagegaan:").count()).toBe(1);
    expect(await page.locator("#uitkomst tbody tr").count()).toBe(14);
    expect(await page.locator("#uitkomst tfoot").textContent()).toContain("1.000 (900–1.100)");
  });

  it("breaks no rule of its own: no error reached the console", () => {
    expect(errors.filter((error) => !`${error}`.includes("404"))).toEqual([]);
  });
});
