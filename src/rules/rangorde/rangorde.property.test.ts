import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Kandidaten, rangschik } from "#test/rangorde.ts";

const YAML = `
punten:
  stuk:
    - { als: { kenmerk: a, is: ja }, punten: 3 }
    - { als: { kenmerk: b, is: ja }, punten: 2 }
  maanden: { punten: 1, per: 2 maanden, van: wacht }
volgorde:
  - eerst: { kenmerk: regio, is: ja }
  - treden:
      - { naam: een, als: { kenmerk: t, is: een } }
      - { naam: twee, als: { kenmerk: t, is: twee } }
      - { open: en zo verder }
  - hoogste: punten
  - laagste: x`;

const jaNee = fc.constantFrom("ja", "nee");
const bekend = fc.record({
  a: jaNee,
  b: jaNee,
  wacht: fc.nat(5).map((n) => `${n} maanden`),
  regio: jaNee,
  t: fc.constantFrom("een", "twee", "drie"),
  x: fc.nat(2),
});
type Kenmerken = Readonly<Record<string, string | number>>;

const NAMEN = ["A", "B", "C", "D", "E", "F"];
const kandidaten = fc
  .array(bekend, { minLength: 1, maxLength: 6 })
  .map((list): Kandidaten => named(list));

function named(list: readonly Kenmerken[]): Kandidaten {
  return Object.fromEntries(list.map((one, i) => [NAMEN[i] ?? "", one]));
}

/** Who stands in which group; a lower number goes first. */
function placesOf(all: Kandidaten): ReadonlyMap<string, number> {
  return new Map(
    rangschik(YAML, all).plaatsen.flatMap(({ kandidaten: group }, place) =>
      group.map((id) => [id, place] as const),
    ),
  );
}

const isAhead = (places: ReadonlyMap<string, number>, a: string, b: string) =>
  (places.get(a) ?? 0) < (places.get(b) ?? 0);

/** How two stand to each other among all. */
function among(places: ReadonlyMap<string, number>, a: string, b: string): "<" | ">" | "=" {
  if (isAhead(places, a, b)) return "<";
  return isAhead(places, b, a) ? ">" : "=";
}

/** The order of just these two, with nobody beside them. */
function between(all: Kandidaten, a: string, b: string): "<" | ">" | "=" {
  return among(placesOf({ [a]: all[a] ?? {}, [b]: all[b] ?? {} }), a, b);
}

function pairsOf(ids: Iterable<string>): readonly (readonly [string, string])[] {
  const list = [...ids];
  return list.flatMap((a) => list.map((b) => [a, b] as const));
}

describe("a rangorde", () => {
  it("is a strict weak order: of two at most one goes first, and both that and equal carry over", () => {
    fc.assert(
      fc.property(kandidaten, (all) => {
        const places = placesOf(all);
        // Two by themselves stand as their places among all do: so going first, and being equal, carry over.
        for (const [a, b] of pairsOf(places.keys())) {
          expect(between(all, a, b)).toBe(among(places, a, b));
        }
      }),
      { numRuns: 100 },
    );
  });

  it("is independent of the order of the input", () => {
    fc.assert(
      fc.property(kandidaten, fc.infiniteStream(fc.nat()), (all, keys) => {
        const shuffled = Object.entries(all)
          .map((entry) => [keys.next().value, entry] as const)
          .sort(([a], [b]) => a - b)
          .map(([, entry]) => entry);
        const group = (some: Kandidaten) =>
          rangschik(YAML, some).plaatsen.map((place) => place.kandidaten.join());
        expect(group(Object.fromEntries(shuffled))).toEqual(group(all));
      }),
    );
  });

  it("never changes the order of two when a third comes", () => {
    fc.assert(
      fc.property(kandidaten, bekend, (all, extra) => {
        const [old, now] = [placesOf(all), placesOf({ ...all, nieuw: extra })];
        for (const [a, b] of pairsOf(old.keys())) {
          expect(among(now, a, b)).toBe(among(old, a, b));
        }
      }),
    );
  });

  it("never ranks more points lower where the most points go first", () => {
    const yaml = `
punten:
  stuk: [{ als: { kenmerk: a, is: ja }, punten: 3 }]
  maanden: { punten: 1, per: 1 maand, van: wacht }
volgorde: [{ hoogste: punten }]`;
    fc.assert(
      fc.property(kandidaten, fc.integer({ min: 1, max: 9 }), (all, more) => {
        const placeOf = (some: Kandidaten) => {
          const { plaatsen } = rangschik(yaml, some);
          return plaatsen.find((place) => place.kandidaten.includes("A"))?.van ?? 0;
        };
        const months = Number.parseInt(String(all.A?.wacht), 10) + more;
        const after = { ...all, A: { ...all.A, a: "ja", wacht: `${months} maanden` } };
        expect(placeOf(after)).toBeLessThanOrEqual(placeOf(all));
      }),
    );
  });

  it("sets two apart only where it stays so, whatever the unknown turns out to be", () => {
    const hidden = fc.record({
      who: fc.nat(5),
      what: fc.constantFrom("a", "b", "wacht", "regio", "t", "x"),
    });
    fc.assert(
      fc.property(kandidaten, fc.array(hidden, { maxLength: 8 }), (all, gaps) => {
        const partly = Object.fromEntries(
          Object.entries(all).map(([id, own]) => {
            const gone = gaps
              .filter(({ who }) => NAMEN[who] === id)
              .map(({ what }) => what as string);
            return [
              id,
              Object.fromEntries(Object.entries(own).filter(([key]) => !gone.includes(key))),
            ];
          }),
        );
        const [known, unsure] = [placesOf(all), placesOf(partly)];
        const ahead = pairsOf(unsure.keys()).filter(([a, b]) => isAhead(unsure, a, b));
        for (const [a, b] of ahead) expect(among(known, a, b)).toBe("<");
      }),
      { numRuns: 300 },
    );
  });

  it("places everyone who is admitted exactly once, from the first place to the last", () => {
    fc.assert(
      fc.property(kandidaten, (all) => {
        const { plaatsen } = rangschik(YAML, all);
        const placed = plaatsen.flatMap((place) => place.kandidaten).toSorted();
        expect(placed).toEqual(Object.keys(all).toSorted());
        let next = 1;
        for (const { van, tot, kandidaten: group } of plaatsen) {
          expect([van, tot]).toEqual([next, next + group.length - 1]);
          next = tot + 1;
        }
      }),
    );
  });
});
