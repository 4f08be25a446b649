import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectBrowser, hasBrowser, NO_CHROMIUM } from "#test/chromium.ts";
import { type Hand, keyboardHand, mouseHand } from "./hand.ts";
import { type Schermserver, serveScherm } from "./serving-scherm.ts";

const MOST_SECONDS = 15;
/** What a person can do in that time without hurry: find, move, click. */
const MOST_ACTS = 5;

/** Shown, not only present: what is hidden answers nobody. */
async function shows(place: Locator): Promise<void> {
  await place.first().waitFor({ state: "visible", timeout: 10_000 });
}

type Vraag = {
  readonly vraag: string;
  readonly antwoord: (page: Page, hand: Hand) => Promise<void>;
};

const own = (page: Page) => page.locator(".uitkomst .eigen [data-uitleg*='GM0392']").last();
const panel = (page: Page) => page.locator("aside");
const bound = (page: Page, tekst: string) =>
  page.locator(".zin").getByRole("button", { name: tekst });

const VRAGEN: readonly Vraag[] = [
  {
    vraag: "wat betekent dit voor ons?",
    antwoord: async (page, hand) => {
      await hand.press(
        page.locator(".uitkomst").getByRole("button", { name: "Haarlem", exact: true }),
      );
      const row = page.locator(".uitkomst .eigen");
      await shows(row.getByText("uw gemeente"));
      expect(await row.textContent()).toMatch(/29.*2%/);
    },
  },
  {
    vraag: "wat doen wij nu?",
    antwoord: async (page) => shows(page.getByText("Wat gemeenten nu al doen, is onbekend.")),
  },
  {
    vraag: "wat als wij het niet halen?",
    antwoord: async (page, hand) => {
      await hand.press(bound(page, "30%"));
      await hand.type(page.locator(".deelveld input"), "2%");
      await shows(page.getByRole("heading", { name: /^Wat niet past: .* Keuze nodig/ }));
      const choices = page.getByRole("region", { name: "Wat elke keuze doet" }).locator("tbody tr");
      expect(await choices.count()).toBe(5);
      await page.goBack();
      await shows(bound(page, "30%"));
    },
  },
  {
    vraag: "klopt dit cijfer?",
    antwoord: async (page, hand) => {
      await hand.press(own(page));
      await shows(panel(page).getByText("168.655 van 2.624.284"));
      await shows(panel(page).getByText("afgerond: grootste rest"));
    },
  },
  {
    vraag: "waar komt het vandaan?",
    antwoord: async (page, hand) => {
      const source = panel(page)
        .getByRole("link", { name: /CBS, 37230NED/ })
        .first();
      await shows(panel(page).getByText("1 januari 2025").first());
      await hand.press(source);
      await page.waitForURL(/\/gemeenten\/GM0392#inwoners/);
      await page.goBack();
      await shows(panel(page).getByText("168.655 van 2.624.284"));
      await hand.close(panel(page).getByRole("button", { name: "Sluit" }));
      expect(await panel(page).count()).toBe(0);
    },
  },
  {
    vraag: "en met de andere indeling?",
    antwoord: async (page, hand) => {
      await hand.choose(page.getByLabel("Leg een andere indeling ernaast"), "Groot-Amsterdam");
      await shows(page.getByRole("heading", { name: "Dezelfde verdeling over Groot-Amsterdam" }));
      await shows(page.getByText(/^12 gemeenten.*Niet erbij: .*Haarlem/));
    },
  },
  {
    vraag: "wat blijft er over voor onze eigen zoekers?",
    antwoord: async (page, hand) => {
      const line = page.locator("dt", { hasText: "Blijft voor regulier woningzoekenden" });
      await shows(line.locator("+ dd").getByText(/\d tot .*woningen/));
      await hand.press(own(page));
      await shows(panel(page).getByText("blijft over voor regulier woningzoekenden"));
      await hand.close(panel(page).getByRole("button", { name: "Sluit" }));
    },
  },
  {
    vraag: "wat telt al mee, wij hebben het azc?",
    antwoord: async (page, hand) => {
      await hand.press(page.getByRole("link", { name: "wat deze gemeenten al doen" }));
      await shows(page.getByText(/azc \(plekken\)/));
      await shows(page.getByText("Dat is niet nul.").first());
      await page.goBack();
      await shows(own(page));
    },
  },
  {
    vraag: "wat staat er straks in de verordening?",
    antwoord: async (page, hand) => {
      await hand.press(own(page));
      await hand.press(panel(page).getByRole("link", { name: "regel 22" }).first());
      await shows(page.getByText("hoogstens: 30 % van vrijkomende-sociale-huurwoningen"));
      await page.goBack();
      await hand.close(panel(page).getByRole("button", { name: "Sluit" }));
    },
  },
  {
    vraag: "wat weten we niet?",
    antwoord: async (page) => {
      const list = page.locator("section, div", { hasText: "Wat dit rekenblad niet weet" }).last();
      await shows(list.getByText(/is een aanname/));
    },
  },
];

describe.skipIf(!hasBrowser)(`a meeting${hasBrowser ? "" : `: ${NO_CHROMIUM}`}`, () => {
  let browser: Browser;
  let server: Schermserver;
  const errors: string[] = [];

  beforeAll(async () => {
    [browser, server] = await Promise.all([connectBrowser(), serveScherm()]);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  /** From a start where nothing is chosen to thirty rows. */
  async function begin(page: Page, hand: Hand): Promise<void> {
    await page.goto(`${server.base}/verdeling`);
    const lists = await page.locator("main select").all();
    const values = await Promise.all(lists.map((list) => list.inputValue()));
    expect(values).toEqual(["", "", ""]);
    await hand.choose(
      page.getByLabel("Welke regio, volgens welke indeling?"),
      "Metropoolregio Amsterdam",
    );
    await hand.choose(page.getByLabel("Welke groep?"), "Wettelijk urgenten");
    await hand.choose(page.getByLabel("Welk spoor?"), "2: woningen die vrijkomen");
    await hand.press(page.getByRole("button", { name: "Zoek verdelingen" }));
    await hand.press(
      page.getByRole("link", { name: "Naar inwoners, met een bovengrens per gemeente" }),
    );
    await hand.type(page.getByLabel("Mutatiegraad van sociale huurwoningen"), "4,5% tot 5,5%");
    await shows(page.locator(".uitkomst tbody .bereik:not(.wacht)"));
    expect(await page.locator(".uitkomst tbody tr:not(.deelregio)").count()).toBe(30);
  }

  it.each([
    ["by mouse", mouseHand],
    ["by keyboard only", keyboardHand],
  ])(
    "of thirty gemeenten has ten questions answered on the screen, each in fifteen seconds, %s",
    async (_, handFor) => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
      page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
      page.on("pageerror", (error) => errors.push(error.message));
      const hand = handFor(page);
      await begin(page, hand);
      const told: string[] = [];
      for (const { vraag, antwoord } of VRAGEN) {
        const [start, before] = [performance.now(), hand.acts()];
        await antwoord(page, hand);
        const seconds = (performance.now() - start) / 1000;
        const acts = hand.acts() - before;
        if (seconds > MOST_SECONDS || acts > MOST_ACTS)
          told.push(`${vraag} ${seconds} s, ${acts} keer`);
      }
      expect(told).toEqual([]);
      expect(errors).toEqual([]);
      expect(server.errors).toEqual([]);
      await page.close();
    },
  );
});
