import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Boom, Boompad } from "#domain/boom.ts";
import { isSame } from "./boom.ts";
import { diffBomen } from "./verschil.ts";
import { type Kant, voegSamen } from "./voeg-samen.ts";

const key = fc.constantFrom("a", "b", "c", "titel", "__proto__");
const text = fc.constantFrom("1", "2", "3", "420..480");
const boom: fc.Arbitrary<Boom> = fc.letrec<{ boom: Boom }>((tie) => ({
  boom: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    text,
    fc.array(tie("boom"), { maxLength: 3 }),
    fc.dictionary(key, tie("boom"), { maxKeys: 4 }),
  ),
})).boom;
const three = fc.tuple(boom, boom, boom);
const kant = fc.constantFrom<Kant>("ander", "mijn");

/** Every text that stands somewhere in it, with its path. */
function leavesOf(one: Boom, pad: Boompad = []): readonly string[] {
  if (typeof one === "string") return [`${JSON.stringify(pad)} ${one}`];
  return Object.entries(one).flatMap(([part, inner]) => leavesOf(inner, [...pad, part]));
}

function readAt(one: Boom | undefined, pad: Boompad): Boom | undefined {
  return pad.reduce<Boom | undefined>(
    (here, part) =>
      typeof here === "object" && Object.hasOwn(here, part)
        ? (here as { readonly [key: string]: Boom })[part]
        : undefined,
    one,
  );
}

describe("two changes of one document put together", () => {
  it("is the other's where one changed nothing, and asks nothing", () => {
    fc.assert(
      fc.property(boom, boom, kant, (was, other, keuze) => {
        for (const samen of [voegSamen(was, other, was), voegSamen(was, was, other)]) {
          expect(samen.botsingen).toEqual([]);
          expect(
            isSame(
              samen.kies(() => keuze),
              other,
            ),
          ).toBe(true);
        }
      }),
    );
  });

  it("does not look at who came first", () => {
    fc.assert(
      fc.property(three, kant, ([was, one, two], keuze) => {
        const [there, back] = [voegSamen(was, one, two), voegSamen(was, two, one)];
        const turned: Kant = keuze === "mijn" ? "ander" : "mijn";
        expect(
          isSame(
            there.kies(() => keuze),
            back.kies(() => turned),
          ),
        ).toBe(true);
        const places = (list: readonly { readonly pad: Boompad }[]) =>
          list.map(({ pad }) => JSON.stringify(pad)).toSorted();
        expect(places(there.botsingen)).toEqual(places(back.botsingen));
        expect(places(there.overgenomen)).toEqual(places(back.overgenomen));
      }),
    );
  });

  it("invents nothing: what stands in it stood at that place in one of the three", () => {
    fc.assert(
      fc.property(three, fc.func(kant), ([was, one, two], choose) => {
        const known = new Set([was, one, two].flatMap((each) => leavesOf(each)));
        const samen = voegSamen(was, one, two).kies((pad) => choose(pad));
        expect(leavesOf(samen).filter((leaf) => !known.has(leaf))).toEqual([]);
      }),
    );
  });

  it("is wholly as chosen where both changed, and as changed where one did", () => {
    fc.assert(
      fc.property(three, fc.func(kant), ([was, one, two], choose) => {
        const samen = voegSamen(was, one, two);
        const made = samen.kies((pad) => choose(pad));
        for (const { pad, ander, mijn } of samen.botsingen) {
          expect(isSame(readAt(made, pad), choose(pad) === "mijn" ? mijn : ander)).toBe(true);
        }
        for (const { pad, wordt } of samen.overgenomen) {
          expect(isSame(readAt(made, pad), wordt)).toBe(true);
        }
        const touched = [...samen.botsingen, ...samen.overgenomen].map(({ pad }) => pad);
        const elsewhere = diffBomen(was, made).filter(
          ({ pad }) => !touched.some((seen) => seen.every((part, index) => part === pad[index])),
        );
        expect(elsewhere).toEqual([]);
      }),
    );
  });

  it("tells where both changed and never chooses there", () => {
    const was = { titel: "Sleutel", grens: { hoogstens: "30%", van: "vrij" } };
    const ander = { titel: "Sleutel", grens: { hoogstens: "35%", van: "vrij" }, bron: "memo" };
    const mijn = { titel: "Onze sleutel", grens: { hoogstens: "25%", van: "vrij" } };
    const { botsingen, overgenomen, kies } = voegSamen(was, ander, mijn);
    expect(botsingen).toEqual([
      { pad: ["grens", "hoogstens"], was: "30%", ander: "35%", mijn: "25%" },
    ]);
    expect(overgenomen).toEqual([
      { pad: ["titel"], van: "mijn", was: "Sleutel", wordt: "Onze sleutel" },
      { pad: ["bron"], van: "ander", wordt: "memo" },
    ]);
    expect(kies(() => "mijn")).toEqual({ ...mijn, bron: "memo" });
  });
});

describe("what differs between two documents", () => {
  it("is nothing of the same, whatever the order of its keys", () => {
    expect(diffBomen({ a: "1", b: ["2"] }, { b: ["2"], a: "1" })).toEqual([]);
  });

  it("is told as deep as both go, and a list of another length as a whole", () => {
    const was = { a: { b: "1", c: "2" }, lijst: ["x", "y"], rij: ["x"] };
    const wordt = { a: { b: "1", c: "3" }, lijst: ["x", "z"], rij: ["x", "y"] };
    expect(diffBomen(was, wordt)).toEqual([
      { pad: ["a", "c"], was: "2", wordt: "3" },
      { pad: ["lijst", 1], was: "y", wordt: "z" },
      { pad: ["rij"], was: ["x"], wordt: ["x", "y"] },
    ]);
  });

  it("says all that must change to get from the one to the other", () => {
    fc.assert(
      fc.property(boom, boom, (was, wordt) => {
        const found = diffBomen(was, wordt);
        expect(found.length === 0).toBe(isSame(was, wordt));
        for (const verschil of found) {
          expect(isSame(readAt(was, verschil.pad), verschil.was)).toBe(true);
          expect(isSame(readAt(wordt, verschil.pad), verschil.wordt)).toBe(true);
        }
      }),
    );
  });
});
