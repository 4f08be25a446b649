import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breuk, compare, EEN, formatBreuk, NUL, parseBreuk } from "#domain/breuk.ts";
import type { Parameter, Verloop } from "#domain/kop.ts";
import { grownTo, readParameter } from "./parameter.ts";
import { progress } from "./verloop.ts";

function pad(verloop: Verloop): NonNullable<Parameter["ingroeipad"]> {
  return { van: breuk(10), naar: breuk(20), vanaf: "2026", doel: "2030", verloop };
}

const JAREN = ["2025", "2026", "2027", "2028", "2029", "2030", "2031"];

function waarden(verloop: Verloop): readonly (string | undefined)[] {
  return JAREN.map((jaar) => {
    const value = grownTo(pad(verloop), jaar);
    return value && formatBreuk(value);
  });
}

describe("a number that grows from 10 to 20 between 2026 and 2030", () => {
  it("F089 is 10, 12.5, 15, 17.5 and 20, still 10 before and 20 after", () => {
    expect(waarden({ soort: "lineair" })).toEqual(["10", "10", "12.5", "15", "17.5", "20", "20"]);
  });

  it("in two jumps is 10 until half of the way has gone by, then 15, and 20 at the end", () => {
    const jumps: Verloop = { soort: "sprongen", aantal: 2 };
    expect(waarden(jumps)).toEqual(["10", "10", "10", "15", "15", "20", "20"]);
  });

  it("goes as it is written per year, and keeps the last one where a year is not written", () => {
    const is = { "2027": breuk(1, 5), "2029": breuk(9, 10) };
    expect(waarden({ soort: "per-jaar", is })).toEqual(["10", "10", "12", "12", "19", "20", "20"]);
  });

  it("takes the year of a day, and has no value where nobody says when it is", () => {
    expect(grownTo(pad({ soort: "lineair" }), "2028-07-01")).toEqual(breuk(15));
    expect(grownTo(pad({ soort: "lineair" }), undefined)).toBeUndefined();
  });
});

describe("the way along a path", () => {
  const verloop: fc.Arbitrary<Verloop> = fc.oneof(
    fc.constant<Verloop>({ soort: "lineair" }),
    fc.integer({ min: 1, max: 6 }).map((aantal): Verloop => ({ soort: "sprongen", aantal })),
  );

  it("begins at nothing, ends whole, and never goes back", () => {
    fc.assert(
      fc.property(verloop, fc.integer({ min: 1, max: 9 }), (how, years) => {
        const steps = Array.from({ length: years + 1 }, (_, i) =>
          progress(how, "2024", `${2024 + years}`, `${2024 + i}`),
        );
        expect(steps[0]).toEqual(NUL);
        expect(steps.at(-1)).toEqual(EEN);
        for (const [i, step] of steps.entries()) {
          expect(compare(steps[i - 1] ?? NUL, step)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  it("can go by half years, quarters and months as well", () => {
    expect(progress({ soort: "lineair" }, "2024-H1", "2026-H1", "2025-H1")).toEqual(breuk(1, 2));
    expect(progress({ soort: "lineair" }, "2024-Q4", "2025-Q3", "2025-Q1")).toEqual(breuk(1, 3));
    expect(progress({ soort: "lineair" }, "2024-11", "2025-03", "2025-02-14")).toEqual(breuk(3, 4));
  });
});

describe("a parameter", () => {
  const leeg: Parameter = { eenheid: "deel", zekerheid: "onzeker", mogelijk: [], zet: "gs" };
  const deel = (tekst: string) => ({
    soort: "getal" as const,
    getal: parseBreuk(tekst) ?? NUL,
    tekst,
  });

  it("without a value is for a person to fill in, and says who may and what the sources name", () => {
    const mogelijk = [
      { waarde: deel("30 %"), bron: "de ene" },
      { waarde: deel("1/3"), bron: "de andere" },
    ];
    const stand = readParameter("hoogste-deel", { ...leeg, mogelijk }, undefined, "2026");
    expect(stand).toMatchObject({ soort: "melding", melding: { soort: "onbepaald" } });
    const tekst = stand.soort === "melding" && "waarom" in stand.melding && stand.melding.waarom;
    expect(tekst).toContain("30 % (de ene), 1/3 (de andere)");
    expect(tekst).toContain("gs");
  });

  it("is what a person filled in, within the range it must lie in", () => {
    const begrensd = { ...leeg, tussen: { van: breuk(1, 4), tot: breuk(1, 2) } };
    const goed = readParameter("deel", begrensd, deel("30%"), undefined);
    const exact = { laag: breuk(3, 10), midden: breuk(3, 10), hoog: breuk(3, 10) };
    expect(goed).toEqual({ soort: "getal", band: exact, ingevuld: true });
    const fout = readParameter("deel", begrensd, deel("51 %"), undefined);
    expect(fout).toMatchObject({
      melding: { soort: "geweigerd", regel: "parameters.deel.tussen" },
    });
  });

  it("that lies in a range gives a band around its own value", () => {
    const ruim: Parameter = {
      ...leeg,
      zekerheid: "aanname",
      waarde: deel("30%"),
      tussen: { van: breuk(1, 5), tot: breuk(1, 2) },
    };
    expect(readParameter("deel", ruim, undefined, undefined)).toMatchObject({
      band: { laag: breuk(1, 5), midden: breuk(3, 10), hoog: breuk(1, 2) },
    });
  });
});
