import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectBrowser, hasBrowser, NO_CHROMIUM } from "#test/chromium.ts";
import { findUnusable, openPage, signInDemo } from "./bruikbaar.ts";
import { makeVarFolder, startServing } from "./serving.ts";

const KRING = "Urgenten samen";
const BLAD =
  "document=urgenten-bovengrens&regio=drechtsteden&op=2026-01-01&cijfer.mutatiegraad=5%25&cijfer.urgenten=450&kies.wat-niet-past=open";
const BRONNEN = { mutatiegraad: "corporaties", urgenten: "raming" };

const TEKST = `soort: verdeling
id: onze-verordening
titel: Urgenten in onze verordening
onderwerp: urgenten
spoor: 2
bron: werkgroep
status: concept
opgave: { aantal: urgenten, uit: vrijkomende-sociale-huurwoningen }
stappen:
  - over: gemeenten
    sleutel: { naar-rato-van: inwoners }
`;

describe.skipIf(!hasBrowser)(`sharing and adopting${hasBrowser ? "" : `: ${NO_CHROMIUM}`}`, () => {
  let browser: Browser;
  let base: string;
  let gemeente: Page;
  let collega: Page;
  let buiten: Page;
  let raad: Page;
  let versie: string;
  const complaints: string[] = [];

  beforeAll(async () => {
    const env = { WOONREGIE_AANMELDEN: "demo" };
    const serving = startServing({ varFolder: makeVarFolder(), env });
    [browser, base] = await Promise.all([connectBrowser(), serving.address()]);
    gemeente = await signIn("Beheerder van Dordrecht");
    await makeKring("gemeente Dordrecht", "gemeente Papendrecht");
    // Circles are read as somebody comes in, like everything they may see.
    [collega, buiten, raad] = await Promise.all([
      signIn("Ambtenaar van drie gemeenten"),
      signIn("Huurdersorganisatie"),
      signIn("Raad van Dordrecht"),
    ]);
  });
  afterAll(() => browser.close());

  async function signIn(name: string): Promise<Page> {
    return signInDemo(await openPage(browser, complaints), base, name);
  }

  async function makeKring(...bodies: readonly string[]): Promise<void> {
    await gemeente.getByRole("link", { name: "gemeente Dordrecht" }).first().click();
    await gemeente.getByLabel("Naam van een nieuwe kring").fill(KRING);
    await gemeente.getByRole("button", { name: "Maak kring" }).click();
    const kring = gemeente.getByRole("region", { name: KRING });
    for (const body of bodies) {
      await kring.getByLabel(`Wie erbij in ${KRING}`).selectOption({ label: body });
      await kring.getByRole("button", { name: "Voeg toe" }).click();
      await kring.getByRole("button", { name: `Haal ${body} uit ${KRING}` }).waitFor();
    }
  }

  async function send(page: Page, path: string, data: unknown): Promise<string> {
    const headers = { Origin: base, "Idempotency-Key": randomUUID() };
    const answer = await page.request.post(`${base}/v1${path}`, { data, headers });
    const text = await answer.text();
    if (answer.status() !== 201) throw new Error(`${path}: ${answer.status()} ${text}`);
    return text;
  }

  const heading = (page: Page) => page.locator("h1").textContent();

  it("lets a gemeente share a version with a circle, and says who sees it", async () => {
    const { reeks } = JSON.parse(await send(gemeente, "/versiereeksen", {}));
    const kept = { naam: "Voorstel urgenten", adres: BLAD, bronnen: BRONNEN };
    ({ versie } = JSON.parse(await send(gemeente, `/versiereeksen/${reeks}/versies`, kept)));
    // What is kept is of the own body alone, until somebody shares it.
    await collega.goto(`${base}/verdeling/versies/${versie}/delen`);
    expect(await heading(collega)).toBe("Niet gevonden");
    await gemeente.goto(`${base}/verdeling/versies/${versie}/delen`);
    expect(await heading(gemeente)).toBe("Wie ziet versie 1, «Voorstel urgenten»?");
    expect(await findUnusable(gemeente)).toEqual([]);
    await gemeente.getByRole("radio", { name: /kring/ }).check();
    await gemeente.getByLabel("Welke kring").selectOption({ label: KRING });
    await gemeente.getByRole("button", { name: "Bewaar" }).press("Enter");
    await gemeente.waitForURL(/bewaard=ja/);
    expect(await gemeente.getByRole("radio", { name: /kring/ }).isChecked()).toBe(true);
    expect(await findUnusable(gemeente)).toEqual([]);
  });

  it("shows it to a colleague of the circle, who finds it and can change nothing of it", async () => {
    await collega.goto(`${base}/verdeling/versies`);
    await collega
      .getByRole("link", { name: /Voorstel urgenten/ })
      .first()
      .waitFor();
    expect(await findUnusable(collega)).toEqual([]);
    await collega
      .getByRole("link", { name: /Voorstel urgenten/ })
      .first()
      .click();
    await collega.getByText("Deze versie is met u gedeeld. U kunt lezen").waitFor();
    expect(collega.url()).toContain(versie);
    expect(await findUnusable(collega)).toEqual([]);
    await collega.goto(`${base}/verdeling/versies/${versie}/delen`);
    expect(await heading(collega)).toBe("Dit is van een andere organisatie");
  });

  it("is not there for who is outside, with the words for what never was", async () => {
    for (const path of ["delen", "vaststellen"]) {
      const told: string[] = [];
      for (const id of [versie, randomUUID()]) {
        const answer = await buiten.goto(`${base}/verdeling/versies/${id}/${path}`);
        expect(answer?.status()).toBe(404);
        told.push(((await buiten.locator("main").textContent()) ?? "").replaceAll(id, "ID"));
      }
      expect(told[0]).toBe(told[1]);
    }
    expect(await heading(buiten)).toBe("Niet gevonden");
    expect(await findUnusable(buiten)).toEqual([]);
    for (const path of ["/verdeling/versies", "/zoeken?q=Voorstel+urgenten", "/"]) {
      await buiten.goto(base + path);
      expect(await buiten.getByRole("link", { name: /Voorstel urgenten/ }).count()).toBe(0);
      expect(await buiten.content()).not.toContain(versie);
    }
    const asked = await buiten.request.get(`${base}/v1/versies/${versie}`);
    expect(asked.status()).toBe(404);
  });

  it("lets the raad record its decision, with the day and the document of it", async () => {
    await send(gemeente, "/documenten", { tekst: TEKST, van: 0 });
    const path = "/documenten/onze-verordening/vaststellen";
    await gemeente.goto(base + path);
    expect(await gemeente.getByRole("button", { name: "Leg dit besluit vast" }).count()).toBe(0);
    expect(await gemeente.locator("main").textContent()).toContain("U mag niet");
    await raad.goto(base + path);
    expect(await findUnusable(raad)).toEqual([]);
    const onder = raad.getByLabel("Wie besloot, en waarover");
    const option = onder.locator("option", { hasText: "huisvestingsverordening" });
    await onder.selectOption((await option.getAttribute("value")) ?? "");
    await raad.getByLabel("Dag van het besluit").fill("2026-03-03");
    await raad.getByLabel("Titel van het besluit").fill("Raadsbesluit urgenten");
    await raad.getByLabel("Nummer van het besluit").fill("RV-2026-114");
    await raad.getByRole("button", { name: "Leg dit besluit vast" }).press("Enter");
    // Without a document that others can find it is no decision here; nothing typed is lost.
    await raad.getByText("Er is nog niets vastgelegd").waitFor();
    expect(await raad.getByLabel("Nummer van het besluit").inputValue()).toBe("RV-2026-114");
    expect(await findUnusable(raad)).toEqual([]);
    await raad.getByLabel("Webadres van het besluit").fill("https://dordrecht.example/rv");
    await raad.getByRole("button", { name: "Leg dit besluit vast" }).press("Enter");
    await raad.waitForURL(/\/vaststellingen\//);
    expect(await heading(raad)).toContain("Urgenten in onze verordening");
    expect(await findUnusable(raad)).toEqual([]);
  });

  it("shows the decision with the document, in its history and where it is found", async () => {
    const said = /[Vv]astgesteld door de raad van de gemeente Dordrecht op 3 maart 2026/;
    for (const path of [
      "/documenten/onze-verordening",
      "/documenten/onze-verordening/geschiedenis",
      "/zoeken?q=Urgenten+in+onze+verordening",
      "/documenten/eigen",
    ]) {
      await gemeente.goto(base + path);
      expect(await gemeente.locator("main").textContent(), path).toMatch(said);
      expect(await findUnusable(gemeente), path).toEqual([]);
      await buiten.goto(base + path);
      expect(await buiten.locator("main").textContent(), path).not.toMatch(said);
    }
    expect(complaints).toEqual([]);
  });
});
