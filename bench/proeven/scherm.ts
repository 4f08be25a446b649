import type { Page } from "playwright-core";
import { findChromium } from "#test/find-chromium.ts";
import { launchChromium } from "#test/launch-chromium.ts";
import type { Spreiding } from "../meting.ts";
import { type Proefverslag, time } from "../verslag.ts";
import { startProduct } from "./scherm-server.ts";

/** A sheet that is measured: how many rows, and within how many ms a change must be there. */
type Schermproef = {
  readonly rijen: number;
  readonly regio: string;
  /** From and by how much what is divided goes up, so that numbers change and no bound is met. */
  readonly van: number;
  readonly stap: number;
};

export const SCHERMEN: readonly Schermproef[] = [
  { rijen: 30, regio: "mra", van: 421, stap: 7 },
  { rijen: 342, regio: "nederland", van: 4210, stap: 70 },
];

const CHANGES = 15;
const WARM = 3;
const FRAME_MS = 16;
const LARGE_MS = 50;
const MOST_SCRIPT = 200_000;

/** One change at the sheet in a browser: from the key to the numbers, and to the screen. */
export async function runScherm(proef: Schermproef): Promise<Proefverslag> {
  const titel = `Een verandering op het scherm, ${proef.rijen} gemeenten`;
  const path = await findChromium();
  if (!path) {
    return {
      titel,
      invoer: "Niet gemeten: er is geen Chromium of Chrome gevonden (zet CHROMIUM_PATH).",
      metingen: [],
      vergelijking: [],
      doelen: [],
      klopt: true,
    };
  }
  const server = await startProduct();
  const browser = await launchChromium(path);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    return { titel, ...(await measureSheet(page, `${server.base}${addressOf(proef)}`, proef)) };
  } finally {
    await browser.close();
    server.stop();
  }
}

function addressOf({ regio }: Schermproef): string {
  const query = new URLSearchParams({
    document: "urgenten-bovengrens",
    regio,
    op: "2026-01-01",
    "cijfer.mutatiegraad": "4,5% tot 5,5%",
    "kies.wat-niet-past": "open",
    voorbeeld: "ja",
  });
  return `/verdeling/verkennen?${query}`;
}

async function measureSheet(page: Page, address: string, proef: Schermproef) {
  const { rijen, van, stap } = proef;
  const first = await openSheet(page, address);
  const found: Verandering[] = [];
  for (let i = 0; i < WARM + CHANGES; i += 1) {
    found.push(await change(page, van + i * stap));
  }
  const kept = found.slice(WARM);
  const klaar = spread(kept.map((item) => item.klaar));
  const getoond = spread(kept.map((item) => item.getoond));
  const small = rijen <= 30;
  const doel = small
    ? { tekst: `midden klaar binnen een beeld (${FRAME_MS} ms)`, gehaald: klaar.midden <= FRAME_MS }
    : { tekst: `midden getoond binnen ${LARGE_MS} ms`, gehaald: getoond.midden <= LARGE_MS };
  const kilobytes = Math.round(first.script / 1000);
  return {
    invoer: `Eén sleutel met een bovengrens over ${rijen} gemeenten, in een echte browser, met de app zoals die wordt geleverd. ${CHANGES} keer is een ander getal ingetikt; gemeten vanaf Enter. «Klaar»: de nieuwe getallen staan in de pagina. «Getoond»: het beeld ermee is gemaakt, met het wachten op dat beeld. De bandbreedtes komen daarna uit een worker. De middelste kolom is midden, de derde de snelste en de traagste.`,
    metingen: [
      { naam: "klaar", ms: klaar },
      { naam: "getoond", ms: getoond, verhouding: ratioOf(kept) },
    ],
    vergelijking: [
      `bruikbaar ${time(first.bruikbaar)} na het openen`,
      `JavaScript voor het eerste beeld: ${kilobytes} kB (gzip)`,
    ],
    doelen: [
      doel,
      { tekst: "eerste beeld hoogstens 200 kB JavaScript", gehaald: first.script <= MOST_SCRIPT },
    ],
    klopt: found.every(({ gelijk }) => gelijk),
  };
}

/** Opens the sheet; how long until there are numbers, and how much script came over the line by then. */
async function openSheet(page: Page, address: string) {
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    const request = response.request();
    if (request.resourceType() !== "script") return;
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  const start = performance.now();
  await page.goto(address);
  await page.locator(".uitkomst tbody tr").first().waitFor();
  const bruikbaar = performance.now() - start;
  const script = (await Promise.all([...sizes])).reduce((sum, size) => sum + size, 0);
  await settle(page);
  return { bruikbaar, script };
}

type Verandering = { readonly klaar: number; readonly getoond: number; readonly gelijk: boolean };

async function change(page: Page, amount: number): Promise<Verandering> {
  await page.locator(".zin button").first().click();
  const field = page.locator(".deelveld input");
  await field.fill(`${amount}`);
  await page.evaluate(WATCH);
  await field.press("Enter");
  const { klaar, getoond } = await page.evaluate<{ klaar: number; getoond: number }>("painted");
  const total = await page.locator(".uitkomst tfoot tr").last().textContent();
  await settle(page);
  return { klaar, getoond, gelijk: (total ?? "").includes(amount.toLocaleString("nl-NL")) };
}

/** Until the bands are there, and the browser has nothing left to do. */
async function settle(page: Page): Promise<void> {
  await page.getByText("Hoe ver getallen kunnen afwijken").waitFor({ state: "detached" });
  await page.waitForTimeout(QUIET_MS);
}

const QUIET_MS = 400;

// Runs in the page: from the key until the table has changed, and until the frame after that.
const WATCH = `{
  let from = 0;
  addEventListener("keydown", ({ timeStamp }) => { from = timeStamp; }, { once: true, capture: true });
  const text = () => document.querySelector(".uitkomst tfoot").textContent;
  const before = text();
  globalThis.painted = new Promise((done) => {
    const seen = new MutationObserver(() => {
      if (text() === before) return;
      seen.disconnect();
      const klaar = performance.now() - from;
      requestAnimationFrame(() => {
        const after = new MessageChannel();
        after.port1.onmessage = () => done({ klaar, getoond: performance.now() - from });
        after.port2.postMessage(0);
      });
    });
    seen.observe(document.getElementById("scherm"), { subtree: true, childList: true, characterData: true });
  });
  // The value of this text is waited for: not that of the promise.
  undefined;
}`;

function ratioOf(found: readonly Verandering[]): Spreiding {
  return spread(found.map(({ klaar, getoond }) => getoond / klaar));
}

function spread(values: readonly number[]): Spreiding {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (place: number) => sorted[place] ?? Number.NaN;
  return { midden: at(sorted.length >> 1), laag: at(0), hoog: at(sorted.length - 1) };
}
