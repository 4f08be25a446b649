import { AxeBuilder } from "@axe-core/playwright";
import { readOds } from "hucre/ods";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bytesOf, connectBrowser, hasBrowser, NO_CHROMIUM } from "#test/chromium.ts";
import { makeVarFolder, startServing } from "./serving.ts";

const VRAAG = "document=sleutel-inwoners&regio=drechtsteden&op=2026-01-01&cijfer.urgenten=450";

describe.skipIf(!hasBrowser)(`the door${hasBrowser ? "" : `: ${NO_CHROMIUM}`}`, () => {
  let browser: Browser;
  let page: Page;
  let base: string;
  const asked: string[] = [];

  beforeAll(async () => {
    const serving = startServing({ varFolder: makeVarFolder() });
    [browser, base] = await Promise.all([connectBrowser(), serving.address()]);
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on("request", (request) => asked.push(request.url()));
  });
  afterAll(() => browser.close());

  const ods = "Rekenblad met formules als LibreOffice (ODS)";

  it("gives a sheet by the keyboard as a file that says what it is", async () => {
    await page.goto(`${base}/verdeling/verkennen?${VRAAG}`);
    const link = page.getByRole("link", { name: ods });
    await link.focus();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.keyboard.press("Enter"),
    ]);
    expect(download.suggestedFilename()).toBe("woonregie-drechtsteden-urgenten-2026-01-01.ods");
    const { sheets } = await readOds(await bytesOf(download));
    expect(sheets[0]?.rows.flat().join(" ")).toContain(`${base}/verdeling/verkennen?`);
    const { violations } = await new AxeBuilder({ page }).include("main").analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it("fits on a telephone, and stands as links on the page without script", async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
    await page.setViewportSize({ width: 1280, height: 900 });
    const quiet = await browser.newContext({ javaScriptEnabled: false });
    const still = await quiet.newPage();
    await still.goto(`${base}/documenten/sleutel-inwoners?${VRAAG}`);
    const href = await still.getByRole("link", { name: "Kaart als SVG" }).getAttribute("href");
    await quiet.close();
    const svg = await fetch(base + href);
    expect(await svg.text()).toContain("Dordrecht");
  });

  it("opens a kept version with its secret, which stands in no address", async () => {
    const start = async (pad: string, inhoud: unknown, geheim = "") => {
      const answer = await fetch(`${base}/v1/${pad}`, {
        method: "POST",
        headers: {
          "Content-Type": "application/json",
          "Idempotency-Key": "een-keer-bewaren",
          ...(geheim ? { Authorization: `Bearer ${geheim}` } : {}),
        },
        body: JSON.stringify(inhoud),
      });
      return (await answer.json()) as Readonly<Record<"reeks" | "geheim" | "versie", string>>;
    };
    const { reeks, geheim } = await start("versiereeksen", {});
    const { versie } = await start(
      `versiereeksen/${reeks}/versies`,
      { naam: "eerste", adres: VRAAG, ernaast: true },
      geheim,
    );
    await page.goto(`${base}/verdeling/versies/${versie}#${geheim}`);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: ods }).click(),
    ]);
    expect(download.suggestedFilename()).toContain("-versie-1.ods");
    const files = asked.filter((address) => address.includes("/verdeling/uitvoer/versies/"));
    expect(files).toEqual([`${base}/verdeling/uitvoer/versies/${versie}/rekenblad.ods`]);
  });
});
