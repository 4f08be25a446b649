import type { Locator, Page } from "playwright-core";

/** What a person does, by mouse or by keyboard; every thing done is counted. */
export type Hand = {
  readonly press: (place: Locator) => Promise<void>;
  /** Chooses the first of a list that begins with this text. */
  readonly choose: (list: Locator, text: string) => Promise<void>;
  /** Types a text in place of what stands there, and Enter. */
  readonly type: (field: Locator, text: string) => Promise<void>;
  readonly close: (button: Locator) => Promise<void>;
  readonly acts: () => number;
};

export function mouseHand(): Hand {
  let acts = 0;
  const press = async (place: Locator) => {
    acts += 1;
    await place.click();
  };
  return {
    press,
    choose: async (list, text) => {
      acts += 2;
      const option = list.locator("option", { hasText: new RegExp(`^\\s*${text}`) }).first();
      await list.selectOption((await option.getAttribute("value")) ?? "");
    },
    type: async (field, text) => {
      acts += 1;
      await field.fill(text);
      await field.press("Enter");
    },
    close: press,
    acts: () => acts,
  };
}

/** Only Tab, Shift+Tab, Enter, Escape and letters; fails where the focus cannot be seen. */
export function keyboardHand(page: Page): Hand {
  let acts = 0;
  const reach = async (place: Locator) => {
    acts += 1;
    // A browser gives the keyboard to the page in front only.
    await page.bringToFront();
    await place.waitFor({ state: "visible" });
    for (let turn = 0; turn < MOST_TURNS && !(await hasFocus(place)); turn += 1) {
      const steps = await place.evaluate(stepsTo);
      const key = steps < 0 ? "Shift+Tab" : "Tab";
      for (let step = 0; step < Math.max(1, Math.abs(steps)); step += 1) {
        await page.keyboard.press(key);
      }
    }
    if (!(await hasFocus(place))) throw new Error(`Tab does not reach ${place}`);
    if (!(await place.evaluate(isFocusSeen))) throw new Error(`the focus is not seen on ${place}`);
  };
  return {
    press: async (place) => {
      await reach(place);
      await page.keyboard.press("Enter");
    },
    choose: async (list, text) => {
      await reach(list);
      await page.keyboard.type(text);
    },
    type: async (field, text) => {
      await reach(field);
      await page.keyboard.press("Control+A");
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
    },
    close: async () => {
      acts += 1;
      await page.keyboard.press("Escape");
    },
    acts: () => acts,
  };
}

const MOST_TURNS = 12;

function hasFocus(place: Locator): Promise<boolean> {
  return place.evaluate(isFocused);
}

// Written as text: they run in the page, where there is another world than here.
const inPage = <T>(body: string) => new Function("element", body) as (element: unknown) => T;

const isFocused = inPage<boolean>("return element === document.activeElement;");

/**
 * How many times Tab goes from where the focus is to an element; below zero is backwards.
 *
 * The focus may be on something Tab does not stop at, a heading for instance: it counts from there.
 */
const stepsTo = inPage<number>(`
  const stops = [
    ...document.querySelectorAll("a[href], input, select, button, summary, [tabindex='0']"),
  ].filter((stop) => stop.tabIndex >= 0 && stop.checkVisibility());
  const at = document.activeElement;
  const here = stops.indexOf(at);
  if (here >= 0) return stops.indexOf(element) - here;
  const passed = stops.filter((stop) => at !== document.body && at.compareDocumentPosition(stop) & 2);
  return stops.indexOf(element) - passed.length + 1;
`);

const isFocusSeen = inPage<boolean>(`
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
`);
