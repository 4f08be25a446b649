import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectBrowser, hasBrowser, NO_CHROMIUM } from "#test/chromium.ts";
import { RULES } from "./bruikbaar.ts";
import { makeVarFolder, startServing } from "./serving.ts";

const SHEET =
  "document=sleutel-inwoners@1&naast=sleutel-sociale-huur@1&op=2026-01-01&cijfer.urgenten=420+tot+480&cijfer.mutatiegraad=4,5%25+tot+5,5%25&voorbeeld=ja";

let browser: Browser;
let base: string;

beforeAll(async () => {
  base = await startServing({ varFolder: makeVarFolder() }).address();
  if (hasBrowser) browser = await connectBrowser();
});

afterAll(() => browser?.close());

async function openMap(regio: string, width = 1280): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${base}/verdeling/verkennen?${SHEET}&regio=${encodeURIComponent(regio)}`);
  await page.waitForSelector(".kaartvlak svg");
  return page;
}

describe.skipIf(!hasBrowser)(`the map on the sheet${hasBrowser ? "" : ` (${NO_CHROMIUM})`}`, () => {
  it.each([1280, 390])("has no accessibility violations at %i px", async (width) => {
    const page = await openMap("mra#mra", width);
    const { violations } = await new AxeBuilder({ page })
      .include("figure.kaart")
      .withTags(RULES)
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    await page.close();
  });

  it("goes round by alphabet with the arrows, says name and number, and opens the account", async () => {
    const page = await openMap("drechtsteden#drechtsteden");
    const focused = () => page.evaluate("document.activeElement.getAttribute('aria-label')");
    expect(await page.locator(".gemeente[tabindex='0']").count()).toBe(1);
    await page.locator(".gemeente[tabindex='0']").focus();
    expect(await focused()).toMatch(/^Alblasserdam: \d+% \(\d+–\d+%\)$/);
    await page.keyboard.press("ArrowRight");
    expect(await focused()).toMatch(/^Dordrecht: /);
    await page.keyboard.press("End");
    expect(await focused()).toMatch(/^Zwijndrecht: /);
    await page.keyboard.press("ArrowDown");
    expect(await focused()).toMatch(/^Alblasserdam: /);
    await page.keyboard.press("Enter");
    await page.waitForSelector("#uitleg-kop");
    expect(await page.textContent("#uitleg-kop")).toContain("Alblasserdam");
    await page.close();
  });

  it("leads to a table that is there", async () => {
    const page = await openMap("drechtsteden#drechtsteden");
    const target = await page.getAttribute("figure.kaart figcaption a", "href");
    expect(await page.locator(`${target}`).count()).toBe(1);
    await page.close();
  });

  it("has a colour per class that a reader without colour can tell apart", async () => {
    const page = await openMap("drechtsteden#drechtsteden");
    const tints = (await page.evaluate(
      "[1,2,3,4,5].map(n => getComputedStyle(document.documentElement).getPropertyValue('--tint-' + n))",
    )) as string[];
    const grey = tints.map(luminance);
    for (const [i, light] of grey.slice(1).entries()) {
      expect((grey[i] ?? 0) / light).toBeGreaterThan(1.3);
    }
    await page.close();
  });
});

/** Of `#rrggbb`, with what eyes and paper add to it. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const part = Number.parseInt(colour.trim().slice(i, i + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
}
