import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { basis } from "#test/basis.ts";
import { divideNamen } from "./kaartnamen.tsx";
import { type Doos, overlaps, placeNamen } from "./namen-plaatsen.ts";

const wensen = fc.array(
  fc.record({
    id: fc.uuid(),
    naam: fc.string({ minLength: 1, maxLength: 30 }),
    x: fc.integer({ min: 0, max: 700 }),
    y: fc.integer({ min: 0, max: 500 }),
    letter: fc.constantFrom(11, 13),
  }),
  { maxLength: 60 },
);

function overlapping(dozen: readonly Doos[]): number {
  return dozen.filter((a, i) => dozen.slice(i + 1).some((b) => overlaps(a, b))).length;
}

describe("placeNamen", () => {
  it("never lays a name over another, nor outside the map", () => {
    fc.assert(
      fc.property(wensen, (list) => {
        const dozen = placeNamen(list, 700, 500).map(({ doos }) => doos);
        expect(overlapping(dozen)).toBe(0);
        for (const [l, t, r, b] of dozen)
          expect(l >= 0 && t >= 0 && r <= 700 && b <= 500).toBe(true);
      }),
    );
  });

  it("breaks a long name on its hyphen where it does not fit on one line", () => {
    const wens = { id: "a", naam: "Hendrik-Ido-Ambacht", x: 50, y: 50, letter: 12 };
    expect(placeNamen([wens], 300, 100)[0]?.regels).toEqual(["Hendrik-Ido-Ambacht"]);
    expect(placeNamen([wens], 100, 100)[0]?.regels).toEqual(["Hendrik-", "Ido-Ambacht"]);
  });
});

const regios = [...new Set(basis.regios().map(({ indeling, naam }) => `${indeling}#${naam}`))];
const maps = regios.flatMap((regio) => {
  const found = basis.gebied(regio, "2026-01-01");
  return found.soort === "gevonden" ? [basis.kaart(found.gebied, "2026-01-01")] : [];
});

describe("divideNamen", () => {
  it.each([352, 776])("at %i px names or numbers every gemeente of every region", (breedte) => {
    expect(maps.length).toBeGreaterThan(40);
    for (const kaart of maps) {
      const { leden, cijfers, omgeving, opschriften, sleutel } = divideNamen(kaart, breedte);
      const all = [...leden, ...cijfers, ...omgeving, ...opschriften];
      expect(overlapping(all.map(({ doos }) => doos)), kaart.titel).toBe(0);
      expect(leden.length + sleutel.length, kaart.titel).toBe(kaart.gemeenten.length);
      expect(cijfers.length, kaart.titel).toBe(sleutel.length);
    }
  });

  it("names none of 342 but the own one", () => {
    const kaart = basis.kaart(basis.nederland("2026-01-01"), "2026-01-01");
    expect(divideNamen(kaart, 776).leden).toEqual([]);
    expect(divideNamen(kaart, 776, "GM0505").leden.map(({ naam }) => naam)).toEqual(["Dordrecht"]);
  });
});
