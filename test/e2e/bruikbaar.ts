import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";

/** What every page is held to: WCAG 2.2 AA, and what axe advises beyond it. */
export const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Everything that somebody cannot use: what axe objects to, and what scrolls sideways. */
export async function findUnusable(page: Page): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
    found.push(...violations.map(({ id, nodes }) => [width, id, nodes.map(({ html }) => html)]));
    const wide = await page.evaluate<number>("document.documentElement.scrollWidth");
    if (wide > width) found.push([width, "scrolls sideways", wide]);
  }
  return found;
}

/** Opens a browser window of its own; what the page breaks or its policy blocks is written down. */
export async function openPage(browser: Browser, complaints: string[]): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on("console", (message) => {
    if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return page;
}

/** Lets somebody of the demo sign in, by their name there; they then are at their own account. */
export async function signInDemo(page: Page, base: string, name: string): Promise<Page> {
  await page.goto(`${base}/aanmelden?terug=/account`);
  await page.getByRole("button", { name: `Kies: ${name}`, exact: true }).click();
  await page.waitForURL(`${base}/account`);
  return page;
}
