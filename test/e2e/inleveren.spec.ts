import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "#api/app.tsx";
import { type Listening, listen } from "#api/server.ts";
import { toNumber } from "#domain/breuk.ts";
import type { Werkcel, Werkmap } from "#domain/werkmap.ts";
import { createLivingApp } from "#main/living-app.ts";
import { loadBasis } from "#services/basis.service.ts";
import { readInBasis } from "#services/basis-inlezen.service.ts";
import { readEigen } from "#services/eigen.ts";
import { addEigen, readMeegeleverd } from "#sources/meegeleverd.ts";
import { readWerkmap } from "#sources/werkmap/read-werkmap.ts";
import { writeWerkmap } from "#sources/werkmapschrijver.ts";
import { createKysely } from "#storage/kysely.ts";
import { migrate } from "#storage/migrate.ts";
import { readStand } from "#storage/stand.repository.ts";
import { bytesOf, connectBrowser, hasBrowser, NO_CHROMIUM } from "#test/chromium.ts";
import { openFreshPglite } from "#test/database.ts";
import { RULES } from "./bruikbaar.ts";

const DAG = "2026-01-01";

const shipped = readMeegeleverd();
const mra = loadBasis(shipped).gebied("mra", DAG);
const dertig = mra.soort === "gevonden" ? mra.gebied.eenheden : [];

/** Inwoners and homes of thirty gemeenten as one would keep them, ten cells of them wrong. */
function tabel(): Werkmap {
  const rijen = dertig.map(({ id, naam }) => [
    naam,
    known("inwoners", id) + 100,
    known("woningvoorraad", id),
  ]) as (readonly (string | number)[])[];
  const wrong: readonly (readonly [number, number, string | number])[] = [
    [0, 0, `${rijen[0]?.[0]}r`],
    [1, 1, "veel"],
    [2, 2, "1,250"],
    [3, 1, "12%"],
    [4, 2, "#N/B"],
    [5, 1, -5],
    [6, 2, "1234,5"],
    [7, 1, Number(rijen[7]?.[1]) * 10],
    [8, 2, "-"],
  ];
  const cells = rijen.map((rij, i) =>
    rij.map(
      (waarde, kolom) => wrong.find((item) => item[0] === i && item[1] === kolom)?.[2] ?? waarde,
    ),
  );
  const [, , second] = rijen;
  const twice = [second?.[0] ?? "", Number(second?.[1]) + 1, ""];
  const kop = ["Gemeente", "Inwoners 1-1-2025", "Woningvoorraad 1-1-2025"];
  const all = [
    ["Cijfers van de regio", "", ""],
    kop,
    ...cells,
    twice,
    ["Bron: eigen telling", "", ""],
  ];
  return { bladen: [{ naam: "Cijfers", rijen: all.map((rij) => rij.map(cel)) }] };
}

function cel(waarde: string | number): Werkcel {
  if (waarde === "") return { soort: "leeg" };
  return typeof waarde === "number"
    ? { soort: "getal", getal: waarde }
    : { soort: "tekst", tekst: waarde };
}

function known(indicator: string, gebied: string): number {
  const found = shipped.cijfers
    .find(indicator, gebied)
    .find(({ moment }) => moment === "2025-01-01");
  return found?.inhoud.soort === "getal" ? toNumber(found.inhoud.waarde) : 0;
}

describe.skipIf(!hasBrowser)(
  `figures of thirty gemeenten${hasBrowser ? "" : `: ${NO_CHROMIUM}`}`,
  () => {
    let browser: Browser;
    let page: Page;
    let server: Listening;
    let base: string;
    const errors: unknown[] = [];

    beforeAll(async () => {
      const pool = await openFreshPglite();
      const db = createKysely(pool);
      await migrate(db, "van de proef", () => {});
      await readInBasis(db, shipped);
      const onError = (_: unknown, error?: unknown) => errors.push(error);
      const build = async () =>
        createApp({
          basis: loadBasis(addEigen(shipped, await readEigen(db))),
          samenvoegingen: shipped.samenvoegingen(),
          db,
          https: false,
          invoer: true,
          versie: "proef",
          onError,
        }).fetch;
      const living = { readStand: () => readStand(db), build, onError };
      const { handler } = await createLivingApp(living);
      server = await listen({ host: "127.0.0.1", port: 0 }, handler);
      base = `http://127.0.0.1:${server.port}`;
      browser = await connectBrowser();
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      page = await context.newPage();
      // A worker that reads a file starts slowly on a machine that does more.
      page.setDefaultTimeout(30_000);
      page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    });
    afterAll(async () => {
      await browser?.close();
      await server?.stop();
    });

    /** Sends the first form with such a button, and waits for what comes. */
    const press = async (naam: string | RegExp) => {
      const button = page.getByRole("button", { name: naam }).first();
      await Promise.all([page.waitForEvent("load"), button.click()]);
    };
    const fill = (plaats: string, tekst: string) =>
      page.getByRole("textbox", { name: `Verbetering van blad Cijfers, ${plaats}` }).fill(tekst);

    async function isGood(): Promise<void> {
      const axe = new AxeBuilder({ page }).withTags(RULES).setLegacyMode(true);
      const { violations } = await axe.analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      const wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
      expect(await page.evaluate(wide), page.url()).toBe(0);
      await page.setViewportSize({ width: 1280, height: 900 });
    }

    async function inwonersVan(code: string): Promise<string> {
      const text = await (await page.request.get(`${base}/gemeenten/${code}`)).text();
      const rows = text.split("<tr").filter((row) => />Inwoners<\/(?:a|span)>/.test(row));
      return rows.map((row) => row.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ")).join("\n");
    }

    it("are delivered as an ods, and what is wrong is all told at once, per cell", async () => {
      await page.goto(`${base}/inleveringen`);
      expect(await page.getByText("Er is nog niets ingeleverd").count()).toBe(1);
      await isGood();
      await page.getByRole("link", { name: "Lever cijfers in" }).click();
      await isGood();
      await press("Bekijk wat erin staat");
      expect(await page.getByText("Kies een bestand, of plak een tabel.").count()).toBe(1);
      await isGood();
      const buffer = Buffer.from(await writeWerkmap(tabel(), "ods"));
      const file = { name: "regio.ods", mimeType: "application/octet-stream", buffer };
      await page.getByLabel("Bestand", { exact: true }).setInputFiles(file);
      await page.getByLabel("Wie levert dit in").fill("Regio");
      await page.getByLabel("Bron", { exact: true }).fill("eigen telling van de regio");
      await press("Bekijk wat erin staat");
      await expect.poll(() => page.locator("h1").textContent()).toBe("regio.ods");
      const told = await page.locator("#foutentabel tbody tr th").allTextContents();
      expect(told).toEqual([
        ...["A3", "B4", "C5", "B6", "C7", "B33"].map((adres) => `blad Cijfers, ${adres}`),
      ]);
      expect(await page.locator("form.soort legend").allTextContents()).toEqual([
        "Minder dan nul (1 cel)",
        "Geen heel getal (1 cel)",
        "Een streepje is gelezen als onbekend (1 cel)",
        "Ver van het vorige cijfer (2 cellen)",
        expect.stringContaining("Inwoners van 1 januari 2025"),
        expect.stringContaining("Woningvoorraad van 1 januari 2025"),
      ]);
      await isGood();
    });

    it("have their columns looked at, and come back where they were", async () => {
      const address = page.url();
      await page.getByRole("link", { name: "Wat staat er in de kolommen?" }).click();
      await expect
        .poll(() => page.locator("h1").textContent())
        .toBe("Wat staat er in de kolommen?");
      await isGood();
      await press("Lees de cijfers");
      await expect.poll(() => page.url()).toBe(address);
      const stranger = await (await browser.newContext()).newPage();
      expect((await stranger.goto(address))?.status()).toBe(403);
      await stranger.context().close();
    });

    it("are mended on the screen, confirmed with a reason, and chosen about", async () => {
      await press(/^blad Cijfers, A3 wordt/);
      await press("blad Cijfers, C5 wordt 1250");
      await fill("B4", String(known("inwoners", dertig[1]?.id ?? "") + 100));
      await fill("B6", String(known("inwoners", dertig[3]?.id ?? "") + 100));
      await fill("C7", "n.b.");
      await page.getByRole("checkbox", { name: "Laat blad Cijfers, B33 weg" }).check();
      await page.getByLabel("Waarom laat u weg wat u aanvinkt?").fill("staat er dubbel");
      await press("Bewaar de verbeteringen");
      await expect.poll(() => page.locator("#fouten").count()).toBe(0);
      await fill("B8", String(known("inwoners", dertig[5]?.id ?? "") + 100));
      await press("Bewaar 1 antwoord");
      while ((await page.getByLabel("Waarom klopt dit toch?").count()) > 0) {
        await page.getByLabel("Waarom klopt dit toch?").first().fill("nagekeken bij de bron");
        await press(/^Bewaar \d+ antwoord/);
      }
      while ((await page.getByLabel("Deze levering gaat voor").count()) > 0) {
        await page.getByLabel("Deze levering gaat voor").first().check();
        await page.getByLabel("Waarom?").first().fill("onze telling is van later");
        await press(/^Leg deze keuze vast/);
      }
      await isGood();
    });

    it("count once they are taken over, with their source, also in a verdeling", async () => {
      const [, , , , , , , , , tiende] = dertig;
      const code = tiende?.id ?? "";
      const before = await inwonersVan(code);
      expect(before).not.toContain("eigen telling");
      await press("Neem over");
      await expect
        .poll(() => page.locator(".stand").textContent())
        .toContain("overgenomen met opmerkingen");
      expect(await page.getByText("staat er dubbel").count()).toBe(1);
      await isGood();
      expect(await inwonersVan(code)).toContain("eigen telling van de regio");
      const query = `regio=mra&op=${DAG}&cijfer.urgenten=450`;
      await page.goto(`${base}/uitleg?document=sleutel-inwoners&gemeente=${code}&${query}`);
      const account = await page.locator("#verantwoording").textContent();
      expect(account).toContain("eigen telling van de regio");
      const inwoners = (known("inwoners", code) + 100).toLocaleString("nl-NL");
      expect(account).toContain(`${inwoners} van`);
    });

    it("walk out again in an A4 per gemeente, an oplegger and a spreadsheet, with their source", async () => {
      const query = `regio=mra&op=${DAG}&cijfer.urgenten=450`;
      await page.goto(`${base}/documenten/sleutel-inwoners?${query}`);
      const take = async (naam: string) => {
        const link = page.locator(`a[href*="/${naam}?"]`).first();
        const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
        return bytesOf(download);
      };
      for (const naam of ["stukken/a4.pdf", "stukken/oplegger.pdf"]) {
        expect(Buffer.from(await take(naam)).toString("latin1")).toMatch(/^%PDF-/);
      }
      const read = await readWerkmap(await take("rekenblad.xlsx"), "rekenblad.xlsx");
      const code = dertig[9]?.id ?? "";
      const rows = read.ok ? read.werkmap.bladen.flatMap(({ rijen }) => rijen) : [];
      const own = rows
        .map((row) => JSON.stringify(row))
        .find((row) => row.includes(code) && row.includes("eigen telling van de regio"));
      expect(own).toContain(`${known("inwoners", code) + 100}`);
    });

    it("do not count any more once they are undone, and nothing is thrown away", async () => {
      const code = dertig[9]?.id ?? "";
      await page.goto(`${base}/inleveringen`);
      await isGood();
      await page.getByRole("link", { name: "regio.ods" }).click();
      await page.getByLabel("Waarom moet deze levering niet meer tellen?").fill("verkeerde jaar");
      await press("Draai deze levering terug");
      await expect.poll(() => page.getByText("teruggedraaid, verkeerde jaar").count()).toBe(1);
      await isGood();
      const after = await inwonersVan(code);
      expect(after).not.toContain("eigen telling");
      expect(after).toContain("CBS");
      expect(errors.filter((error) => !/status of 40[03]/.test(`${error}`))).toEqual([]);
    });
  },
);
