import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectBrowser, hasBrowser, NO_CHROMIUM } from "#test/chromium.ts";
import { RULES } from "./bruikbaar.ts";
import { makeVarFolder, startServing } from "./serving.ts";

const SHEET =
  "/verdeling/verkennen?document=urgenten-bovengrens&regio=drechtsteden%23drechtsteden&op=2026-01-01&kies.wat-niet-past=open";
const FIVE = `${SHEET}&cijfer.mutatiegraad=5%25`;
const SIX = `${SHEET}&cijfer.mutatiegraad=6%25&wijzig.stappen%5B0%5D.sleutel=woningvoorraad`;
describe.skipIf(!hasBrowser)(`versions${hasBrowser ? "" : `: ${NO_CHROMIUM}`}`, () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let base: string;
  /** Every address that was asked of the server. */
  const asked: string[] = [];
  let first: string;
  let second: string;

  beforeAll(async () => {
    const serving = startServing({ varFolder: makeVarFolder() });
    [browser, base] = await Promise.all([connectBrowser(), serving.address()]);
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    context.on("request", (request) => asked.push(request.url()));
    page = await context.newPage();
    page.setDefaultTimeout(8_000);
  });
  afterAll(() => browser.close());

  const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
  const heading = (name: string | RegExp) => page.getByRole("heading", { name });
  const focused = () => page.evaluate<string>("document.activeElement.textContent");

  async function fillIn(naam: string, bron = ""): Promise<void> {
    await button("Bewaar als versie").click();
    await page.getByLabel("Naam van deze versie").fill(naam);
    await page
      .getByRole("textbox", { name: /^Mutatiegraad/ })
      .last()
      .fill(bron);
  }

  async function keep(naam: string, bron = ""): Promise<string> {
    await fillIn(naam, bron);
    await button("Bewaar").click();
    await heading(/^Bewaard als versie/).waitFor();
    return page.getByLabel(/^Uw link van versie/).inputValue();
  }

  async function axe(): Promise<unknown> {
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
    return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
  }

  it("is kept, says until when, who can see it and that nothing is settled here", async () => {
    await page.goto(base + FIVE);
    first = await keep("eerste");
    expect(await focused()).toBe("Bewaard als versie 1");
    const text = await page.locator(".versies").textContent();
    expect(text).toContain("Wie deze link heeft, kan deze versie zien");
    expect(text).toMatch(/bewaard tot \d+ \S+ \d{4}/);
    expect(text).toContain("Vaststellen kan hier niet");
    expect(await axe()).toEqual([]);
  });

  it("F223 a version with a figure without source cannot be shared, and says which and what mends it", async () => {
    await page.getByText("Deel met een kring").click();
    await page.getByLabel("Naam van een nieuwe kring").fill("ambtelijk overleg");
    await button("Maak de kring en deel").click();
    const refused = page.locator(".delen [role=alert]");
    await refused.waitFor();
    const text = await refused.textContent();
    expect(text).toContain("«Mutatiegraad van sociale huurwoningen» heeft geen bron");
    expect(text).toContain("Zeg waar elk cijfer vandaan komt, en bewaar opnieuw");
    expect(await page.getByLabel(/^De link van/).count()).toBe(0);
  });

  it("keeps what was typed while the server is gone, and then keeps it once", async () => {
    await page.goto(base + SIX);
    await fillIn("tweede", "raming van de werkgroep");
    const keys: (string | undefined)[] = [];
    const lose = async (route: Route) => {
      keys.push(route.request().headers()["idempotency-key"]);
      // It arrives, and the answer is lost.
      await route.fetch();
      await route.abort();
    };
    await page.route("**/v1/versiereeksen/*/versies", lose);
    await button("Bewaar").click();
    await page.getByText("De server is niet te bereiken. Wat u invulde, blijft staan.").waitFor();
    expect(await page.getByLabel("Naam van deze versie").inputValue()).toBe("tweede");
    await page.unroute("**/v1/versiereeksen/*/versies", lose);
    page.once("request", (request) => keys.push(request.headers()["idempotency-key"]));
    await button("Bewaar").click();
    await heading("Bewaard als versie 2").waitFor();
    second = await page.getByLabel(/^Uw link van versie/).inputValue();
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(keys[1]).toBe(keys[0]);
  });

  it("two who keep at once both see both, and choose; nothing is lost", async () => {
    const other = await context.newPage();
    await other.goto(first);
    await other.getByText("Ga hiermee verder").click();
    await other.getByText("U gaat in dit tabblad verder op versie 1").waitFor();
    const mine = page;
    page = other;
    await fillIn("van de ander");
    await button("Bewaar").click();
    await heading("Een ander heeft intussen bewaard").waitFor();
    expect(await page.getByText("van u: «van de ander»").count()).toBe(1);
    expect(await page.getByRole("link", { name: /^versie 2, bewaard op/ }).count()).toBe(1);
    expect(await axe()).toEqual([]);
    await button("Bewaar de mijne ernaast").click();
    await heading("Bewaard als versie 3").waitFor();
    page = mine;
    await other.close();
  });

  it("opens frozen at its own address, and lays was beside wordt, in a table and on a map", async () => {
    await page.goto(second);
    await heading("Bewaarde versie").waitFor();
    await page.getByText("Ambtelijk concept, versie 2 van").waitFor();
    expect(await page.locator(".zin button").count()).toBe(0);
    await button("Leg deze twee naast elkaar").click();
    await heading("Wat er anders is").waitFor();
    const row = page.locator("#waswordt-0 tr", { hasText: "Dordrecht" });
    expect(await row.textContent()).toMatch(/\d+.*\d+.*[+−]\d+[\s\S]*binnen de onzekerheid/);
    await page.getByText("naar rato van: was inwoners, wordt de woningvoorraad").waitFor();
    await page.getByRole("figure", { name: /^Het verschil in huishoudens/ }).waitFor();
    expect(await axe()).toEqual([]);
    await page.emulateMedia({ forcedColors: "active" });
    await page.setViewportSize({ width: 320, height: 256 });
    expect(
      await page.evaluate<number>(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      ),
    ).toBe(0);
    // A difference that only colour tells would be gone here: it is written too.
    expect(await row.textContent()).toMatch(/[+−]\d+/);
    await page.emulateMedia({ forcedColors: "none" });
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it("hands on what was changed in the meeting, in words, from what to what", async () => {
    await page.getByText("Op weg naar versie 2").click();
    const lines = await page.locator(".verslag").first().textContent();
    expect(lines).toMatch(/Mutatiegraad van sociale huurwoningen: van 5% naar 6% \d+ \S+ \d{4}/);
    expect(lines).toContain("stap 1, sleutel: van zoals het was naar woningvoorraad");
  });

  it("a circle sees what was shared with it, and cannot share or throw away", async () => {
    await page.getByText("Deel met een kring").click();
    await page.getByLabel("Naam van een nieuwe kring").fill("ambtelijk overleg");
    await button("Maak de kring en deel").click();
    const link = await page.getByLabel(/^De link van «ambtelijk overleg»/).inputValue();
    await page.goto(link);
    await page.getByRole("link", { name: "Versie 2: tweede" }).click();
    await page.getByText("U kunt lezen").waitFor();
    expect(await button("Gooi deze versie weg").count()).toBe(0);
    expect(await page.getByRole("link", { name: /^Versie 1/ }).count()).toBe(0);
  });

  it("is thrown away from the sheet, which goes on from the version before", async () => {
    await page.goto(first);
    await page.getByText("Ga hiermee verder").click();
    await fillIn("vierde");
    await button("Bewaar").click();
    await button("Bewaar de mijne ernaast").click();
    await heading("Bewaard als versie 4").waitFor();
    await fillIn("vijfde");
    await button("Bewaar").click();
    await heading("Bewaard als versie 5").waitFor();
    await button("Gooi deze versie weg").click();
    await button("Gooi versie 5 weg").click();
    await page.getByText("Versie 5 is weggegooid.").waitFor();
    expect(await focused()).toBe("Bewaar als versie");
    await fillIn("zesde");
    await button("Bewaar").click();
    await heading("Bewaard als versie 6").waitFor();
  });

  it("is thrown away after a plain question, and its link then says so", async () => {
    await page.goto(second);
    await button("Gooi deze versie weg").click();
    expect(await focused()).toBe("Bewaar haar toch");
    await button("Gooi versie 2 weg").click();
    await page.getByText("Deze versie is weggegooid").waitFor();
    await page.reload();
    await page.getByText(/Versie 2 is op .* weggegooid/).waitFor();
    await page.goto(first);
    await page.getByText(/Versie 2: weggegooid op/).waitFor();
  });

  it("a gemeente sees its own figures, says so or gives another, and the sheet follows", async () => {
    await page.goto(base + FIVE);
    await page.getByText("Laat gemeenten hun cijfers nakijken").click();
    await page.getByLabel("Naam van de ronde").fill("ronde 1");
    await button("Begin de ronde").click();
    await heading("De ronde is begonnen").waitFor();
    const dordrecht = page.locator("#uitkomst tr", { hasText: "Dordrecht" });
    await dordrecht.getByText("cijfers nog niet nagekeken").waitFor();
    await page.waitForURL(/ronde=/);
    const [sheet, link] = [
      page.url(),
      await page.getByLabel("Dordrecht", { exact: true }).inputValue(),
    ];
    await page.goto(link);
    await button("Wij hebben onze cijfers gezien").click();
    await page.getByText(/^cijfers gezien op/).waitFor();
    await button(/^Geef een ander cijfer: Inwoners, 1 januari 2025/).click();
    await page.getByRole("textbox", { name: "Ander cijfer" }).fill("200.000");
    await page.getByRole("textbox", { name: /^Bron/ }).fill("eigen telling");
    await page.getByRole("textbox", { name: /^Peildatum/ }).fill("2025-01-01");
    expect(await axe()).toEqual([]);
    await button("Stuur dit cijfer").click();
    await page.getByText(/^cijfers gecorrigeerd op/).waitFor();
    await page.getByText(/wordt 200\.000 \(eigen telling\)/).waitFor();
    await page.goto(sheet);
    await dordrecht.getByText(/^cijfers gecorrigeerd op/).waitFor();
    expect(await page.locator(".bronnen").textContent()).toContain("eigen telling");
  });

  it("F093 the words of the region stand on the sheet; codes stay what they are", async () => {
    await page.getByText("Gebruik woorden van de eigen regio").click();
    await button("Begin een woordenlijst").click();
    const link = await page.getByLabel("Link van de woordenlijst").inputValue();
    // The bar follows what is on the screen.
    await page.waitForURL(/woorden=/);
    const sheet = page.url();
    await page.goto(link);
    await page.getByLabel("Inwoners", { exact: true }).fill("Bewoners");
    await page.getByLabel("bovengrens", { exact: true }).fill("plafond");
    await page.getByLabel("regulier woningzoekende", { exact: true }).fill("gewone zoekende");
    await button("Bewaar de woorden").click();
    await page.getByText("Bewaard als versie 1 van deze lijst").waitFor();
    await page.goto(sheet);
    await page.locator(".zin button", { hasText: "bewoners" }).waitFor();
    expect(
      await page.locator(".bronnen a[href='/documenten/inwoners']").first().textContent(),
    ).toBe("Bewoners");
    await page.getByText("Blijft voor gewone zoekenden").waitFor();
    await page.locator("[data-uitleg]").nth(1).click();
    const account = page.locator(".paneel .boom").first();
    await account
      .getByText(/plafond/)
      .first()
      .waitFor();
    expect(await account.textContent()).not.toContain("bovengrens");
    await page.keyboard.press("Escape");
  });

  it("F093 two who keep a list of words choose each word that both changed", async () => {
    const here = page.url();
    const made = await page.request.post(`${base}/v1/woordenlijsten`, {
      data: { regio: "drechtsteden" },
    });
    const { lijst, geheim } = await made.json();
    const keep = (woorden: Readonly<Record<string, string>>, van: number) =>
      page.request.put(`${base}/v1/woordenlijsten/${lijst}`, {
        headers: { Authorization: `Bearer ${geheim}` },
        data: { woorden, van },
      });
    await page.goto(`${base}/verdeling/woordenlijsten/${lijst}#${geheim}`);
    const inwoners = page.getByLabel("Inwoners", { exact: true });
    await inwoners.fill("Ingezetenen");
    await keep({ inwoners: "Mensen", bovengrens: "plafond" }, 0);
    await button("Bewaar de woorden").click();
    await page.getByText("Het was: ons eigen woord").waitFor();
    expect(await button("Neem dit over in de lijst").isDisabled()).toBe(true);
    await page.getByLabel("Wat u ervan maakte: Ingezetenen").check();
    await button("Neem dit over in de lijst").click();
    expect(await inwoners.inputValue()).toBe("Ingezetenen");
    expect(await page.getByLabel("bovengrens", { exact: true }).inputValue()).toBe("plafond");
    await button("Bewaar de woorden").click();
    await page.getByText("Bewaard als versie 2 van deze lijst").waitFor();
    await page.goto(here);
  });

  it("sends no secret in an address, and shows none in the foot of a page", async () => {
    const secrets = [first, second].map((link) => link.split("#")[1] ?? "none");
    expect(
      asked.filter((url) => secrets.some((secret) => url.split("#")[0]?.includes(secret))),
    ).toEqual([]);
    await page.goto(first);
    expect(await page.locator(".voet").textContent()).not.toContain(secrets[0]);
  });
});
