import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectBrowser, hasBrowser, NO_CHROMIUM } from "#test/chromium.ts";
import { RULES } from "./bruikbaar.ts";
import { makeVarFolder, startServing } from "./serving.ts";

describe.skipIf(!hasBrowser)(`own documents${hasBrowser ? "" : `: ${NO_CHROMIUM}`}`, () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let base: string;
  /** What the browser itself complained of: a style or script that the page may not have. */
  const complaints: string[] = [];

  beforeAll(async () => {
    const serving = startServing({ varFolder: makeVarFolder() });
    [browser, base] = await Promise.all([connectBrowser(), serving.address()]);
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await open(context);
  });
  afterAll(() => browser.close());

  async function open(own: BrowserContext): Promise<Page> {
    const made = await own.newPage();
    made.setDefaultTimeout(10_000);
    made.on("console", (message) => {
      if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
    });
    made.on("pageerror", (error) => complaints.push(error.message));
    return made;
  }

  const text = () => page.locator(".cm-content");
  const says = (words: string | RegExp) => page.getByText(words).first().waitFor();
  const sentence = () => page.locator("aside .zin").textContent();
  const written = () =>
    page.evaluate<string>(
      "Array.from(document.querySelectorAll('.cm-line'), (line) => line.textContent).join('\\n')",
    );

  async function goTo(path: string): Promise<void> {
    await page.goto(base + path);
    await text().waitFor();
    await says(/Geen fouten|\d+ fout/);
  }

  /** How much one step takes back depends on how fast was typed. */
  async function undoUntil(done: (now: string) => boolean): Promise<void> {
    for (let step = 0; step < 40 && !done(await written()); step += 1) {
      await page.keyboard.press("Control+z");
    }
  }

  async function axe(): Promise<unknown> {
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
    return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
  }

  async function putThere(yaml: string, van: number, id = "mijn-verdeling"): Promise<number> {
    const answer = await page.request.put(`${base}/v1/documenten/${id}`, {
      data: { tekst: yaml, van },
    });
    return answer.status();
  }

  it("begin with a text that is the sentence beside it, on a wide screen and a narrow one", async () => {
    await goTo("/documenten/nieuw?soort=verdeling");
    expect(await sentence()).toContain("Verdeel het aantal urgente huishoudens");
    expect(await axe()).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(390);
    expect(await axe()).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it("show a mistake where it is while one types, and keep the last good sentence", async () => {
    await text().press("Control+End");
    await page.keyboard.type("    afrondin: omlaag\n");
    await says("Bedoelt u «afronding»?");
    expect(await page.getByText("1 fout. Een klik gaat ernaartoe.").count()).toBe(1);
    expect(await page.locator(".cm-lintRange-error").count()).toBe(1);
    expect(await sentence()).toContain("naar rato van inwoners");
    expect(await axe()).toEqual([]);
    await page.getByRole("button", { name: "Regel 15, teken 5" }).click();
    expect(await page.evaluate("document.activeElement.className")).toContain("cm-content");
    await undoUntil((now) => !now.includes("afrondin"));
    await says("Geen fouten.");
  });

  it("propose what can stand here, all with the keyboard, and Escape and Tab leave", async () => {
    await text().press("Control+End");
    await page.keyboard.type("    afr");
    await page.locator(".cm-tooltip-autocomplete [aria-selected]").waitFor();
    // A list that has just come takes no keys yet, so that nobody chooses by typing on.
    await page.waitForTimeout(400);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await expect.poll(written).toContain("    afronding: ");
    await page.keyboard.type("omlaag");
    await expect.poll(written).toContain("    afronding: omlaag");
    await says("Geen fouten.");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.className")).not.toContain("cm-content");
  });

  it("follow a control in the sentence, which writes in the text and keeps its comments", async () => {
    await page.getByRole("button", { name: "inwoners", exact: true }).click();
    const field = page.locator(".deelveld input");
    expect(await field.inputValue()).toBe("inwoners");
    await field.fill("woningvoorraad");
    await field.press("Enter");
    await expect.poll(sentence).toContain("naar rato van de woningvoorraad");
    const now = await written();
    expect(now).toContain("sleutel: { naar-rato-van: woningvoorraad }");
    expect(now).toContain("spoor: 2 # 1 woningen, 2 toewijzing, 3 zorg, 4 samenwerking");
  });

  it("are worked out at once for a region, with what nobody delivered filled in", async () => {
    await page.getByLabel("Voor welke regio").selectOption({ label: "Drechtsteden (7)" });
    await page.getByRole("button", { name: "Reken uit" }).click();
    await says(/Onvolledig: .*urgenten/);
    await page.getByLabel("urgenten (niet geleverd)").fill("120");
    await page.getByRole("button", { name: "Reken uit" }).click();
    const row = page.getByRole("row", { name: /Dordrecht/ });
    await row.waitFor();
    expect(await row.textContent()).toMatch(/Dordrecht\d+/);
    expect(await axe()).toEqual([]);
  });

  it("survive a closed tab, and are offered again on return", async () => {
    await text().press("Control+Home");
    await page.keyboard.type("# nog niet klaar\n");
    await says("Geen fouten.");
    await page.close();
    page = await open(context);
    await goTo("/documenten/nieuw?soort=verdeling");
    await says("Er staat nog tekst van u die niet is bewaard");
    expect(await axe()).toEqual([]);
    await page.getByRole("button", { name: "Ga verder met deze tekst" }).click();
    await expect.poll(written).toContain("# nog niet klaar");
    expect(await page.getByText("Er staat nog tekst").count()).toBe(0);
  });

  it("are kept as a version, with an address of their own", async () => {
    await page.getByRole("button", { name: "Bewaar als versie 1" }).click();
    await says(/Bewaard als versie 1/);
    expect(new URL(page.url()).pathname).toBe("/documenten/mijn-verdeling/bewerken");
    await page.goto(`${base}/documenten/mijn-verdeling`);
    expect(await page.locator("p.zin").first().textContent()).toContain("woningvoorraad");
    await page.goto(`${base}/documenten/eigen`);
    await page.getByRole("link", { name: "Geef dit document een titel" }).waitFor();
    expect(await axe()).toEqual([]);
  });

  it("that another kept meanwhile show both and the difference, and lose nothing", async () => {
    await goTo("/documenten/mijn-verdeling/bewerken");
    const theirs = (await written()).replace("Geef dit document een titel", "Van een ander");
    await text().press("Control+Home");
    await page.keyboard.type("# van mij\n");
    await says("Geen fouten.");
    expect(await putThere(theirs, 1)).toBe(200);
    await page.getByRole("button", { name: "Bewaar als versie 2" }).click();
    await page.getByRole("heading", { name: "Een ander heeft intussen bewaard" }).waitFor();
    const alert = page.getByRole("alert").filter({ hasText: "intussen bewaard" });
    expect(await alert.textContent()).toContain("Van een ander");
    expect(await written()).toContain("# van mij");
    expect(await axe()).toEqual([]);
    await page.getByRole("button", { name: /^Ga verder met mijn tekst/ }).click();
    await says("Geen fouten.");
    await page.getByRole("button", { name: "Bewaar als versie 3" }).click();
    await says(/Bewaard als versie 3/);
    expect(await written()).toContain("versie: 3");
  });

  it("stand with their versions side by side in words", async () => {
    await page.goto(`${base}/documenten/mijn-verdeling/geschiedenis?was=2&wordt=3`);
    const row = page.getByRole("row", { name: /^titel/ });
    expect(await row.textContent()).toContain("Van een ander");
    expect(await axe()).toEqual([]);
  });

  it("come from the library for one's own region, with nothing kept before somebody does", async () => {
    await page.goto(`${base}/documenten/urgenten-bovengrens`);
    await page.getByRole("link", { name: "Neem over voor mijn regio" }).click();
    expect(await axe()).toEqual([]);
    await page.getByLabel("Voor welke regio").selectOption("drechtsteden");
    await page.getByRole("button", { name: "Neem over en open de tekst" }).click();
    await text().waitFor();
    await says("Geen fouten.");
    const now = await written();
    expect(now).toContain("id: urgenten-bovengrens-eigen");
    expect(now).toContain("gebied: drechtsteden");
    expect(now).toContain("status: voorbeeld");
    expect(now).toContain("Overgenomen van urgenten-bovengrens@1");
    const there = await page.request.get(`${base}/v1/documenten/urgenten-bovengrens-eigen`);
    expect(there.status()).toBe(404);
  });

  it("stay quick and say so where a text is too large to be one", async () => {
    await text().click();
    await page.keyboard.press("Control+a");
    const started = Date.now();
    await page.evaluate(
      `(() => {
        const data = new DataTransfer();
        data.setData("text/plain", "titel: x\\n" + "# vulling vulling vulling\\n".repeat(45000));
        document.querySelector(".cm-content").dispatchEvent(
          new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
      })()`,
    );
    await says(/groter dan 1 MB/);
    await page.keyboard.type("x");
    expect(Date.now() - started).toBeLessThan(8_000);
    await page.keyboard.press("Control+z");
  });

  it("come in from files together, or not at all, and tell each mistake with its file", async () => {
    await page.goto(`${base}/documenten/inlezen`);
    expect(await axe()).toEqual([]);
    const good = (id: string) =>
      `soort: toets\nid: ${id}\ntitel: ${id}\nonderwerp: algemeen\nbron: b\nniveau: [gemeente]\neisen: { a: { aantal: inwoners, minstens: 1 } }\n`;
    const file = (name: string, body: string) => ({
      name,
      mimeType: "application/yaml",
      buffer: Buffer.from(body),
    });
    const bring = async (...files: ReturnType<typeof file>[]) => {
      await page.getByLabel("Bestanden").setInputFiles(files);
      await page.getByRole("button", { name: "Lees in" }).click();
    };
    await bring(
      file("een.yaml", good("een")),
      file("twee.yaml", good("twee").replace("niveau", "nivo")),
    );
    await page.getByRole("heading", { name: "Er is niets ingelezen" }).waitFor();
    expect(await page.locator(".melding").textContent()).toContain(
      "twee.yamlRegel 1, teken 1 niveau: «niveau» ontbreekt",
    );
    expect((await page.request.get(`${base}/v1/documenten/een`)).status()).toBe(404);
    await bring(file("een.yaml", good("een")), file("twee.yaml", good("twee")));
    await page.getByRole("heading", { name: "Ingelezen" }).waitFor();
    const out = await page.request.get(`${base}/documenten/twee.yaml`);
    expect(await out.text()).toBe(good("twee"));
    const all = await page.request.get(`${base}/documenten/eigen.tar`);
    expect(await all.text()).toContain("eigen/een.yaml");
  });

  it("can be thrown away", async () => {
    await page.goto(`${base}/documenten/twee/weg`);
    await page.getByRole("button", { name: "Gooi weg" }).click();
    await page.getByRole("heading", { name: "Eigen documenten" }).waitFor();
    expect((await page.request.get(`${base}/v1/documenten/twee`)).status()).toBe(404);
  });

  it("can be written and kept without JavaScript, with the same mistakes", async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const form = await open(plain);
    await form.goto(`${base}/documenten/mijn-verdeling/bewerken`);
    const field = form.getByLabel("Tekst van het document");
    const before = await field.inputValue();
    await field.fill(before.replace("stappen:", "stapen:"));
    await form.getByRole("button", { name: "Kijk na" }).click();
    expect(await form.locator("#nagekeken").textContent()).toContain("Bedoelt u «stappen»?");
    await field.fill(before.replace("Geef dit document een titel", "Zonder script"));
    await form.getByRole("button", { name: "Bewaar als versie 4" }).click();
    await form.getByRole("heading", { name: "Bewaard als versie 4" }).waitFor();
    expect(await field.inputValue()).toContain("# van mij");
    await plain.close();
  });

  it("of an indeling show at once who lies where", async () => {
    await goTo("/documenten/nieuw?soort=indeling");
    await page.getByRole("heading", { name: "Wie ligt waar" }).waitFor();
    const rows = page.getByRole("row");
    expect(await rows.count()).toBeGreaterThan(1);
    expect(await rows.nth(1).textContent()).toMatch(/[A-Za-z ]+\d+[A-Z][a-z]+/);
    expect(await axe()).toEqual([]);
  });

  it("never ask the browser for a style or script that the page may not have", () => {
    expect(complaints).toEqual([]);
  });
});
