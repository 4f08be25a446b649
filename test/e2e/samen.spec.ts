import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectBrowser, hasBrowser, NO_CHROMIUM } from "#test/chromium.ts";
import { findUnusable, openPage, signInDemo } from "./bruikbaar.ts";
import { makeVarFolder, startServing } from "./serving.ts";

const aText = (hoogstens: number, titel = "Naar inwoners") => `soort: verdeling
id: onze-deal # van ons
titel: ${titel}
onderwerp: urgenten
spoor: 2
bron: werkgroep
status: concept
opgave: { aantal: urgenten, uit: vrijkomende-sociale-huurwoningen }
stappen:
  - over: gemeenten
    sleutel: { naar-rato-van: inwoners }
    voorwaarden:
      - hoogstens: ${hoogstens}
`;

describe.skipIf(!hasBrowser)(`two people${hasBrowser ? "" : `: ${NO_CHROMIUM}`}`, () => {
  let browser: Browser;
  let anna: Page;
  let bert: Page;
  let base: string;
  const complaints: string[] = [];

  beforeAll(async () => {
    const env = { WOONREGIE_AANMELDEN: "demo" };
    const serving = startServing({ varFolder: makeVarFolder(), env });
    [browser, base] = await Promise.all([connectBrowser(), serving.address()]);
    anna = await signIn("Ambtenaar van Dordrecht");
    bert = await signIn("Beheerder van Dordrecht");
  });
  afterAll(() => browser.close());

  async function signIn(name: string): Promise<Page> {
    return signInDemo(await openPage(browser, complaints), base, name);
  }

  async function keep(page: Page, tekst: string, van: number): Promise<number> {
    const address = `${base}/v1/documenten${van === 0 ? "" : "/onze-deal"}`;
    const sent = { data: { tekst, van }, headers: { Origin: base } };
    const answer = await (van === 0
      ? page.request.post(address, sent)
      : page.request.put(address, sent));
    return answer.status();
  }

  it("see each other while both have a document open, and no longer once one leaves", async () => {
    expect(await keep(anna, aText(300), 0)).toBe(201);
    await anna.goto(`${base}/documenten/onze-deal/bewerken`);
    await anna.locator(".cm-content").waitFor();
    await bert.goto(`${base}/documenten/onze-deal/bewerken`);
    await bert.getByText(/Ook hier: Ambtenaar van Dordrecht \(gemeente Dordrecht\)/).waitFor();
    expect(await findUnusable(bert)).toEqual([]);
    await anna.goto(`${base}/documenten`);
    await expect
      .poll(async () => {
        await bert.reload();
        await bert.locator(".cm-content").waitFor();
        return bert.locator("#ook-hier").textContent();
      })
      .toBe("");
    expect(complaints).toEqual([]);
  });

  it("see each other at a fund, where the page itself needs no app", async () => {
    await anna.goto(`${base}/fondsen/nieuw`);
    for (const [naam, text] of [
      ["naam", "Fonds samen"],
      ["tot", "2029"],
      ["bron", "brief van mei"],
    ] as const) {
      await anna.locator(`[name=${naam}]`).fill(text);
    }
    await anna.getByRole("button", { name: "Bewaar het fonds" }).click();
    await anna.getByRole("heading", { name: "Boekingen" }).waitFor();
    await expect
      .poll(() => anna.locator("#ook-hier").getAttribute("data-adres"))
      .toMatch(/fondsen/);
    const told = bert.getByText(/Ook hier: Ambtenaar van Dordrecht \(gemeente Dordrecht\)/);
    await bert.goto(anna.url());
    await told.waitFor();
    expect(await findUnusable(bert)).toEqual([]);
    await anna.goto(`${base}/documenten`);
    await expect
      .poll(async () => {
        await bert.reload();
        return bert.locator("#ook-hier").textContent();
      })
      .toBe("");
    expect(complaints).toEqual([]);
  });

  it("choose per part what both changed, from the editor on, and lose nothing", async () => {
    await anna.goto(`${base}/documenten/onze-deal/bewerken`);
    const text = anna.locator(".cm-content");
    await text.waitFor();
    expect(await keep(bert, aText(350, "Ieder naar grootte"), 1)).toBe(200);
    await text.click();
    await anna.keyboard.press("Control+End");
    for (let sign = 0; sign < 4; sign += 1) await anna.keyboard.press("Backspace");
    await anna.keyboard.type("250");
    await anna.getByText("Geen fouten.").first().waitFor();
    await anna.getByRole("button", { name: "Bewaar als versie 2" }).click();
    await anna.getByRole("button", { name: "Kies per onderdeel" }).click();
    await anna.getByRole("heading", { name: "Een ander bewaarde intussen" }).waitFor();
    expect(await findUnusable(anna)).toEqual([]);
    await anna.getByRole("button", { name: "Ga verder en bekijk de hele tekst" }).click();
    await anna.getByRole("link", { name: /voorwaarden 1, hoogstens/ }).waitFor();
    expect(await findUnusable(anna)).toEqual([]);
    await anna.getByLabel("Wat u ervan maakte: 250").check();
    await anna.getByRole("button", { name: "Ga verder en bekijk de hele tekst" }).click();
    await anna.getByText("Zo wordt het samen").waitFor();
    const whole = await anna.getByLabel("Tekst van het document").inputValue();
    expect(whole).toContain("titel: Ieder naar grootte");
    expect(whole).toContain("- hoogstens: 250");
    expect(await findUnusable(anna)).toEqual([]);
    await anna.getByRole("button", { name: "Bewaar als versie 3" }).click();
    await anna.waitForURL(/bewaard=3/);
    expect(complaints).toEqual([]);
  });

  it("find back every version, and all that changed", async () => {
    await anna.goto(`${base}/documenten/onze-deal/geschiedenis?was=1&wordt=3`);
    expect(await anna.locator("#versies tbody tr").count()).toBe(3);
    expect(await anna.locator("#verschil tbody tr").count()).toBe(2);
    expect(await findUnusable(anna)).toEqual([]);
    await anna.getByRole("link", { name: "Lees versie 1" }).click();
    expect(await anna.locator(".tekst").textContent()).toContain("hoogstens: 300");
    expect(await findUnusable(anna)).toEqual([]);
    await anna.goto(`${base}/geschiedenis?onderwerp=document`);
    expect(await anna.locator("#wijzigingen tbody tr").count()).toBe(3);
    expect(await findUnusable(anna)).toEqual([]);
  });
});
