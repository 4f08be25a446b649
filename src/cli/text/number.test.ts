import { describe, expect, it } from "vitest";
import { breuk, parseBreuk } from "#domain/breuk.ts";
import {
  formatBandbreedte,
  formatExact,
  formatGetal,
  formatProcent,
  formatProcentVanTot,
  formatVanTot,
  formatVerschil,
} from "./number.ts";

function band(laag: string, midden: string, hoog: string) {
  const read = (text: string) => parseBreuk(text) ?? breuk(0n);
  return { laag: read(laag), midden: read(midden), hoog: read(hoog) };
}

describe("numbers for Dutch readers", () => {
  it.each([
    ["1234567", 0, "1.234.567"],
    ["16610.04", 2, "16.610,04"],
    ["2/3", 2, "0,67"],
    ["0.5", 0, "1"],
    ["-0.4", 1, "-0,4"],
    ["999", 0, "999"],
    ["1.50", 2, "1,5"],
    ["1000000000", 0, "1.000.000.000"],
  ])("write %s with %i decimals as %s", (text, decimals, written) => {
    expect(formatGetal(parseBreuk(text) ?? breuk(0n), decimals)).toBe(written);
  });

  it("write a share as a percentage without a space", () => {
    expect(formatProcent(breuk(29n, 100n))).toBe("29%");
    expect(formatProcent(breuk(1n, 3n), 1)).toBe("33,3%");
  });

  it("widen a range outwards, so that it still holds all it held", () => {
    expect(formatVanTot(band("1993.4", "2026.8", "2472.2"))).toBe("1.993 tot 2.473");
    expect(formatBandbreedte(band("36.9", "41", "44.1"))).toBe("(36–45)");
  });

  it("show one number where there is no room", () => {
    expect(formatVanTot(band("450", "450", "450"))).toBe("450");
    expect(formatBandbreedte(band("450", "450", "450"))).toBe("");
    expect(formatProcentVanTot(band("0.224", "0.2242", "0.2244"))).toBe("22%");
  });

  it("give a difference its sign", () => {
    expect([breuk(6n), breuk(-2n), breuk(0n)].map(formatVerschil)).toEqual(["+6", "−2", "0"]);
  });

  it.each([
    ["16610.04", "16.610,04"],
    ["41.1336…%", "41,1336…%"],
    ["1/3", "1/3"],
    ["-5", "-5"],
    ["ja", "ja"],
  ])("keep the exact %s of an account, as %s", (text, written) => {
    expect(formatExact(text)).toBe(written);
  });
});
