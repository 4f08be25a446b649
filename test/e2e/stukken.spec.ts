import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bytesOf, connectBrowser, hasBrowser, NO_CHROMIUM } from "#test/chromium.ts";
import { makeVarFolder, startServing } from "./serving.ts";

const SHEET =
  "/verdeling/verkennen?document=urgenten-bovengrens&regio=drechtsteden&op=2026-01-01&cijfer.mutatiegraad=5%25&naast=sleutel-inwoners&eigen=GM0505";

describe.skipIf(!hasBrowser)(`papers${hasBrowser ? "" : `: ${NO_CHROMIUM}`}`, () => {
  let browser: Browser;
  let page: Page;
  let base: string;
  const asked: string[] = [];

  beforeAll(async () => {
    const serving = startServing({ varFolder: makeVarFolder() });
    [browser, base] = await Promise.all([connectBrowser(), serving.address()]);
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on("request", (request) => asked.push(request.url()));
  });
  afterAll(() => browser.close());

  /** The name and the first signs of the file that comes of a click. */
  async function take(from: Locator): Promise<readonly [string, string]> {
    const [download] = await Promise.all([page.waitForEvent("download"), from.click()]);
    const bytes = await bytesOf(download);
    return [download.suggestedFilename(), bytes.subarray(0, 4).toString("latin1")];
  }

  it("come from the list under a sheet, the own A4 first, by keyboard and for a reader too", async () => {
    await page.goto(base + SHEET);
    const own = page.getByRole("link", { name: "A4 voor Dordrecht als PDF" });
    await own.focus();
    expect(await take(own)).toEqual([
      "woonregie-drechtsteden-urgenten-2026-01-01-a4-dordrecht.pdf",
      "%PDF",
    ]);
    const word = page.getByRole("link", { name: "Oplegger voor het overleg als Word" });
    expect(await take(word)).toEqual([
      "woonregie-drechtsteden-urgenten-2026-01-01-oplegger.docx",
      "PK\u0003\u0004",
    ]);
    const { violations } = await new AxeBuilder({ page })
      .include("section[aria-labelledby=exporteer-kop]")
      .analyze();
    expect(violations).toEqual([]);
  });

  it("of a kept version come with its secret, which stands in no address", async () => {
    await page.getByRole("button", { name: "Bewaar als versie" }).click();
    await page.getByLabel("Naam van deze versie").fill("eerste");
    await page.getByRole("button", { name: "Bewaar", exact: true }).click();
    await page.getByRole("heading", { name: /^Bewaard als versie/ }).waitFor();
    const link = await page.getByLabel(/^Uw link van versie/).inputValue();
    await page.goto(link);
    const button = page.getByRole("button", {
      name: "Nota met cijfers, bronnen en verantwoording als PDF",
    });
    expect(await take(button)).toEqual(["nota.pdf", "%PDF"]);
    const secret = new URL(link).hash.replace(/^#/, "");
    expect(secret.length).toBeGreaterThan(20);
    expect(asked.some((url) => url.includes("/uitvoer/versies/"))).toBe(true);
    expect(asked.filter((url) => url.split("#")[0]?.includes(secret))).toEqual([]);
  });
});
