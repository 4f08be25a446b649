import { describe, expect, it } from "vitest";
import { describeApparaat } from "./apparaat.ts";

const MOZILLA = "Mozilla/5.0";
const WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)";

describe("where somebody is signed in", () => {
  it.each([
    [`${MOZILLA} (X11; Linux x86_64) ${WEBKIT} Chrome/140.0.0.0 Safari/537.36`, "Chrome op Linux"],
    [
      `${MOZILLA} (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`,
      "Edge op Windows",
    ],
    [`${MOZILLA} (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0`, "Firefox op Windows"],
    [
      `${MOZILLA} (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1`,
      "Safari op iPhone",
    ],
    [
      `${MOZILLA} (Linux; Android 15) ${WEBKIT} Chrome/140.0.0.0 Mobile Safari/537.36`,
      "Chrome op Android",
    ],
  ])("is said by the browser and the machine: %s", (zelf, naam) => {
    expect(describeApparaat(zelf)).toBe(naam);
  });

  it("stays as it was said where nobody knows the browser", () => {
    expect(describeApparaat("curl/8.5.0")).toBe("curl/8.5.0");
    expect(describeApparaat("onbekend")).toBe("onbekend");
  });
});
