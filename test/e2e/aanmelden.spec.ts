import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectBrowser, hasBrowser, NO_CHROMIUM } from "#test/chromium.ts";
import { findUnusable, openPage } from "./bruikbaar.ts";
import { makeVarFolder, startServing } from "./serving.ts";

describe.skipIf(!hasBrowser)(`signing in${hasBrowser ? "" : `: ${NO_CHROMIUM}`}`, () => {
  let browser: Browser;
  let page: Page;
  let base: string;
  const complaints: string[] = [];

  beforeAll(async () => {
    const env = { WOONREGIE_AANMELDEN: "demo" };
    const serving = startServing({ varFolder: makeVarFolder(), env });
    [browser, base] = await Promise.all([connectBrowser(), serving.address()]);
    page = await openPage(browser, complaints);
  });
  afterAll(() => browser.close());

  const heading = () => page.locator("h1").textContent();

  it("begins on a page that says who may do what, and ends where one was, by keyboard alone", async () => {
    await page.goto(`${base}/documenten`);
    await page.getByRole("link", { name: "Aanmelden" }).press("Enter");
    expect(await heading()).toBe("Wie wilt u zijn?");
    await page.getByText("Wat deze rol mag: Raad van Dordrecht").press("Enter");
    const raad = page.getByRole("listitem").filter({ hasText: "Raad van Dordrecht" }).first();
    expect(await raad.getByText("een document vaststellen").isVisible()).toBe(true);
    expect(await page.getByText("een document vaststellen").count()).toBeGreaterThan(3);
    expect(await findUnusable(page)).toEqual([]);
    await page.getByRole("button", { name: "Kies: Ambtenaar van drie gemeenten" }).press("Enter");
    await page.waitForURL(`${base}/documenten`);
    expect(await page.locator(".account").textContent()).toContain("Ambtenaar van drie gemeenten");
    expect(complaints).toEqual([]);
  });

  it("says who one is without cutting the name, on a desk and on a telephone", async () => {
    const cut = () =>
      page.evaluate<boolean>(
        "[...document.querySelectorAll('.account, .account *')].some((part) => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display !== 'inline')",
      );
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      expect([width, await cut()]).toEqual([width, false]);
      const name = await page.locator(".account a").boundingBox();
      expect((name?.x ?? 0) + (name?.width ?? 0)).toBeLessThanOrEqual(width);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await page.locator(".account").textContent()).toContain("gemeente Alblasserdam");
  });

  it("shows for whom one acts, what one may and where one is signed in", async () => {
    await page.goto(`${base}/account`);
    expect(await page.locator("#mandaten tbody th").allTextContents()).toEqual([
      "gemeente Alblasserdam",
      "gemeente Papendrecht",
      "gemeente Sliedrecht",
    ]);
    expect(await page.locator("#sessies tbody tr").count()).toBe(1);
    expect(await findUnusable(page)).toEqual([]);
    await page.goto(`${base}/wie-mag-wat`);
    expect(await findUnusable(page)).toEqual([]);
  });

  it("begins with what waits for somebody, and with what they mostly do on a day without", async () => {
    await page.goto(base);
    expect(await heading()).toBe("Wat vraagt vandaag uw aandacht?");
    expect(await page.getByText("Niets. Er wacht niets op u.").count()).toBe(1);
    expect(await page.getByRole("link", { name: "Alles over gemeente Alblasserdam" }).count()).toBe(
      1,
    );
    expect(await findUnusable(page)).toEqual([]);
    await page.goto(`${base}/dagoverzicht`);
    expect(await findUnusable(page)).toEqual([]);
  });

  it("is told what one chooses to be told, and of what has a day not that it is put away", async () => {
    await page.goto(`${base}/account/meldingen`);
    expect(await findUnusable(page)).toEqual([]);
    const group = (name: string) => page.getByRole("group", { name });
    const shared = group("Iets wat een ander met u deelde");
    expect(await shared.getByLabel("meteen").isChecked()).toBe(true);
    await shared.getByLabel("niet", { exact: true }).check();
    await page.getByRole("button", { name: "Bewaar" }).press("Enter");
    expect(await page.getByRole("status").textContent()).toContain("Bewaard");
    expect(await shared.getByLabel("niet", { exact: true }).isChecked()).toBe(true);
    const round = group("Een correctieronde waarin uw gemeente nog niet reageerde");
    expect(await round.getByRole("radio").count()).toBe(2);
    expect(await round.textContent()).toContain("nog niet nagekeken");
  });

  it("is over at once on signing out everywhere", async () => {
    await page.goto(`${base}/account`);
    await page.getByRole("button", { name: "Meld overal af" }).click();
    expect(await heading()).toBe("U bent afgemeld");
    expect(await findUnusable(page)).toEqual([]);
    await page.goto(`${base}/account`);
    expect(await heading()).toBe("Wie wilt u zijn?");
  });

  it("lets nobody in who was not invited, and says how to be", async () => {
    await page.getByRole("button", { name: "Kies: Iemand zonder uitnodiging" }).click();
    expect(await heading()).toBe("U bent nog niet uitgenodigd");
    expect(await findUnusable(page)).toEqual([]);
    expect(await page.locator(".account").textContent()).toBe("Aanmelden");
    expect(complaints).toEqual([]);
  });

  it("lets a beheerder invite somebody, and the page says who acts since when", async () => {
    await page.goto(`${base}/aanmelden?terug=%2Faccount`);
    await page.getByRole("button", { name: "Kies: Beheerder van Dordrecht" }).click();
    await page.getByRole("link", { name: "gemeente Dordrecht" }).first().click();
    expect(await heading()).toBe("gemeente Dordrecht");
    expect(await findUnusable(page)).toEqual([]);
    await page.getByLabel("Naam", { exact: true }).fill("Noor Proef");
    await page.getByLabel("E-mailadres bij de aanmelddienst").fill("noor@voorbeeld.nl");
    await page.getByRole("button", { name: "Nodig uit" }).press("Enter");
    const row = page.locator("#leden tr", { hasText: "Noor Proef" });
    expect(await row.textContent()).toContain("nog niet aangemeld geweest");
    await row.getByRole("button", { name: /^Beëindig/ }).press("Enter");
    await page.locator("#leden tr", { hasText: /Noor Proef.*beëindigd/ }).waitFor();
    expect(complaints).toEqual([]);
  });
});
