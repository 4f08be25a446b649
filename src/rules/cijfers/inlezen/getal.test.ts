import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatBreuk } from "#domain/breuk.ts";
import { exactOf } from "./decimaal.ts";
import { leesGetal, type Notatie, notatieVan } from "./getal.ts";
import { alsMoment, zoekMoment } from "./moment.ts";

function lees(tekst: string, notatie: Notatie = "open", grof = false): string {
  const gelezen = leesGetal(tekst, { notatie, grof });
  if (gelezen.soort === "getal") return formatBreuk(gelezen.waarde) + (gelezen.teken ?? "");
  if (gelezen.soort === "dubbelzinnig") return gelezen.lezingen.map(formatBreuk).join(" of ");
  return gelezen.soort;
}

describe("a number as people type it", () => {
  it.each([
    ["1250", "1250"],
    ["1250,5", "1250.5"],
    ["1.250,50", "1250.5"],
    ["1,250.50", "1250.5"],
    ["1.250.000", "1250000"],
    ["1 250", "1250"],
    ["1\u00a0250,5", "1250.5"],
    ["0.250", "0.25"],
    ["0,25", "0.25"],
    ["-12", "-12"],
    ["−1.250,5", "-1250.5"],
    ["12,5%", "12.5%"],
    ["12,5 %", "12.5%"],
    ["€ 1.250,00", "1250€"],
    ["1.250,- ", "1250"],
    ["€ 310,-", "310€"],
    ["1/3", "1/3"],
    ["1.250", "1250 of 1.25"],
    ["1,250", "1.25 of 1250"],
    ["1.25.0", "geen-getal"],
    ["12a", "geen-getal"],
    ["9".repeat(41), "geen-getal"],
  ])("%s is %s", (tekst, waarde) => {
    expect(lees(tekst)).toBe(waarde);
  });

  it.each(["-", "–", ".", "x", "n.b.", "N.B.", "onbekend", "n/a", "geen gegevens"])(
    "%s is unknown, and never nought",
    (tekst) => {
      expect(lees(tekst)).toBe("onbekend");
    },
  );

  it("is read as its column writes numbers, and of what comes whole by its thousands", () => {
    expect(lees("1.250", "nl")).toBe("1250");
    expect(lees("1.250", "en")).toBe("1.25");
    expect(lees("1,250", "nl")).toBe("1.25");
    expect(lees("1.250", "gemengd")).toBe("1250 of 1.25");
    expect(lees("1.250", "open", true)).toBe("1250");
    expect(lees("1,250", "open", true)).toBe("1.25 of 1250");
    expect(lees("1,250", "en", true)).toBe("1250");
    expect(lees("1.250", "en", true)).toBe("1250 of 1.25");
  });

  it("says by the others of its column how it is meant", () => {
    expect(notatieVan(["1.250", "12,5"])).toBe("nl");
    expect(notatieVan(["1.250", "12.5"])).toBe("en");
    expect(notatieVan(["1,5", "1.5"])).toBe("gemengd");
    expect(notatieVan(["1250", "1.250", "x"])).toBe("open");
  });
});

describe("a number as a spreadsheet keeps it", () => {
  it.each([
    [0.1, "0.1"],
    [1e21, "1000000000000000000000"],
    [1.5e-7, "0.00000015"],
    [-2.5e25, "-25000000000000000000000000"],
    [122847, "122847"],
  ])("%d is exactly %s", (getal, tekst) => {
    const exact = exactOf(getal);
    expect(exact && formatBreuk(exact)).toBe(tekst);
  });

  it("comes back as the same double, whatever it is", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (getal) => {
        const exact = exactOf(getal);
        expect(Number(exact && formatBreuk(exact))).toBe(getal === 0 ? 0 : getal);
      }),
    );
    expect(exactOf(Number.POSITIVE_INFINITY)).toBeUndefined();
  });
});

describe("a moment in a head", () => {
  it.each([
    ["Inwoners 1-1-2025", "2025-01-01"],
    ["stand 31/12/2024", "2024-12-31"],
    ["op 1 januari 2025", "2025-01-01"],
    ["2025-01-01", "2025-01-01"],
    ["Plannen 2024 t/m 2030", "2024-01-01/2030-12-31"],
    ["2024-2030", "2024-01-01/2030-12-31"],
    ["1-7-2025 t/m 30-6-2026", "2025-07-01/2026-06-30"],
    ["Q2 2025", "2025-Q2"],
    ["2e kwartaal 2025", "2025-Q2"],
    ["2025 1e halfjaar", "2025-H1"],
    ["maart 2025", "2025-03"],
    ["realisatie 2024*", "2024"],
  ])("%s is %s", (tekst, moment) => {
    expect(zoekMoment(tekst)).toBe(moment);
  });

  it.each(["31-2-2025", "inwoners", "12025", "1.2025", "prijspeil 20255"])(
    "%s is none",
    (tekst) => {
      expect(zoekMoment(tekst)).toBeUndefined();
    },
  );

  it("is a day for a stock and a periode for a flow, and nothing is made of the other", () => {
    const [stand, stroom] = [{ meetmoment: "peildatum" }, { meetmoment: "periode" }] as const;
    expect(alsMoment("2025", stand)).toEqual({ moment: "2025-01-01", zeker: false });
    expect(alsMoment("2025-Q1", stand)).toBeUndefined();
    expect(alsMoment("2025-01-01", stroom)).toBeUndefined();
    expect(alsMoment("2025", stroom)).toEqual({ moment: "2025", zeker: true });
  });
});
