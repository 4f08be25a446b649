import { AxeBuilder } from "@axe-core/playwright";
import { Kysely, PostgresDialect } from "kysely";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "#api/app.tsx";
import { type Listening, listen } from "#api/server.ts";
import { loadBasis } from "#services/basis.service.ts";
import { connectBrowser, hasBrowser, NO_CHROMIUM } from "#test/chromium.ts";
import { RULES } from "./bruikbaar.ts";

const REGIO = "regio=drechtsteden&op=2026-01-01";
const IDS = ["GM0482", "GM0505", "GM0523", "GM0531", "GM0590", "GM0610", "GM0642"];
const each = (naam: string, number: number) =>
  IDS.map((id) => `cijfer.${naam}@${id}=${number}`).join("&");

const TYPED = [
  `${REGIO}&eigen=GM0505&voorbeeld=ja`,
  each("plaatsingen-urgenten", 20),
  each("vrijkomende-sociale-huurwoningen", 100),
  each("gehuisveste-vergunninghouders", 8),
  "cijfer.azc-plekken@GM0505=300+tot+400",
  "cijfer.urgenten=140",
  "kies.taakstelling-vergunninghouders.landelijk-aantal=20.000",
  "ruil.taakstelling-vergunninghouders=GM0505+naar+GM0523:+5+tegen+azc-plekken",
].join("&");

const VIEWS = [
  ["no region yet", "/pakket"],
  ["a region of which little is known", `/pakket?${REGIO}`],
  ["a region with what people typed", `/pakket?${TYPED}`],
  ["deelregio's", "/pakket?regio=mra&eigen=GM0405"],
  ["what cannot be read", `/pakket?${REGIO}&cijfer.azc-plekken@GM0505=veel`],
] as const;

let server: Listening;
let base: string;
const errors: unknown[] = [];

beforeAll(async () => {
  const connect = () => Promise.reject(new Error("these pages ask no database"));
  const app = createApp({
    basis: loadBasis(),
    samenvoegingen: [],
    db: new Kysely<never>({
      dialect: new PostgresDialect({ pool: { connect, end: async () => {} } }),
    }),
    https: false,
    invoer: true,
    versie: "proef",
    onError: (_, error) => errors.push(error),
  });
  server = await listen({ host: "127.0.0.1", port: 0 }, app.fetch);
  base = `http://127.0.0.1:${server.port}`;
});

afterAll(() => server.stop());

describe.skipIf(!hasBrowser)(`the package${hasBrowser ? "" : `: ${NO_CHROMIUM}`}`, () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await connectBrowser();
    page = await (await browser.newContext()).newPage();
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  });
  afterAll(() => browser.close());

  async function open(path: string, width: number): Promise<void> {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(base + path);
  }

  async function objections(): Promise<readonly string[]> {
    const axe = new AxeBuilder({ page }).withTags(RULES).setLegacyMode(true);
    const { violations } = await axe.analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }

  it.each(VIEWS)(
    "with %s fits a desk and a telephone, and axe has no objection",
    async (_, path) => {
      for (const width of [1280, 390]) {
        await open(path, width);
        expect(await page.locator("h1").count()).toBe(1);
        expect(await objections()).toEqual([]);
        const tooWide =
          "document.documentElement.scrollWidth - document.documentElement.clientWidth";
        expect(await page.evaluate(tooWide)).toBe(0);
      }
    },
  );

  it("keeps the gemeente in sight while a wide table is scrolled on a telephone", async () => {
    await open(`/pakket?${TYPED}`, 390);
    const left = () =>
      page
        .locator("#bouwen tbody th")
        .first()
        .evaluate((cell) => cell.getBoundingClientRect().left);
    const before = await left();
    await page.evaluate("document.querySelector('#bouwen').closest('.tabel').scrollLeft = 300");
    expect(await left()).toBe(before);
  });

  it("F183 a person adds the azc and what another took over for it, and finds it in its row", async () => {
    await open(`/pakket?${REGIO}`, 1280);
    await page.getByLabel("Welk cijfer?").selectOption("azc-plekken");
    await page.getByLabel("Van wie?").selectOption("GM0505");
    await page.getByLabel("Hoeveel?").first().fill("300 tot 400");
    await page.getByRole("button", { name: "Zet het cijfer erbij" }).click();
    await page.getByLabel("Van welke taak?").selectOption("taakstelling-vergunninghouders@1");
    await page.getByLabel("Wie geeft een deel af?").selectOption("GM0505");
    await page.getByLabel("Wie neemt het over?").selectOption("GM0523");
    await page.getByLabel("Hoeveel?").nth(1).fill("5");
    await page.getByLabel("Wat staat ertegenover?").selectOption("azc-plekken");
    await page.getByRole("button", { name: "Zet de afspraak erbij" }).click();
    const row = page.locator("#opvang tr", { has: page.getByRole("link", { name: "Dordrecht" }) });
    await expect
      .poll(() => row.first().textContent())
      .toContain("350 (300–400)onbekendHardinxveld-Giessendam neemt 5 van");
    await page.getByRole("link", { name: /350: waar komt dit vandaan/ }).click();
    expect(await page.locator(":target").textContent()).toContain("niet nagegaan");
    await page.getByRole("link", { name: /Haal Plekken in een asielzoekerscentrum/ }).click();
    await expect.poll(() => page.locator("#opvang").count()).toBe(0);
  });

  it("breaks no rule of its own: no error reached the console", () => {
    expect(errors).toEqual([]);
  });
});
