import { describe, expect, it } from "vitest";
import { breuk } from "#domain/breuk.ts";
import { formatBandbreedte } from "./band.ts";
import { isoDay } from "./today.ts";

describe("a range in a table", () => {
  it("stands between brackets, rounded outwards, and is empty where there is none", () => {
    const wide = { laag: breuk(369n, 10n), midden: breuk(41n), hoog: breuk(441n, 10n) };
    const point = { laag: breuk(41n), midden: breuk(41n), hoog: breuk(41n) };
    const share = { laag: breuk(285n, 1000n), midden: breuk(29n, 100n), hoog: breuk(295n, 1000n) };
    expect(formatBandbreedte(wide)).toBe("(36–45)");
    expect(formatBandbreedte(point)).toBe("");
    expect(formatBandbreedte(share, "procent", 1)).toBe("(28,5–29,5%)");
  });
});

describe("today", () => {
  it("is the day where the reader is, also just before midnight", () => {
    expect(isoDay(new Date(2026, 10, 21, 23, 59))).toBe("2026-11-21");
  });
});
