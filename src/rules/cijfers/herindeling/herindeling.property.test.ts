import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breuk, compare, divide, equals, subtract, sum } from "#domain/breuk.ts";
import type { Overgang } from "#domain/herindeling.ts";
import { exact } from "../band.ts";
import { completeOvergangen } from "./gebeurtenissen.ts";
import { addStukken, weighStukken } from "./overzetten.ts";
import { composeGemeente } from "./samenstelling.ts";

/** One step of a history: what some gemeenten become on a day. */
type Stap =
  | { readonly soort: "samen"; readonly wie: readonly number[]; readonly nieuw: boolean }
  | { readonly soort: "uiteen"; readonly wie: number; readonly delen: readonly number[] };

type Wereld = {
  readonly overgangen: readonly Overgang[];
  /** The gemeenten that there are after the last day. */
  readonly nu: readonly string[];
  readonly toen: readonly string[];
};

const BEGIN = ["A", "B", "C", "D", "E"];

const samen = fc.record({
  soort: fc.constant("samen" as const),
  wie: fc.uniqueArray(fc.nat(4), { minLength: 2, maxLength: 3 }),
  nieuw: fc.boolean(),
});

const uiteen = fc.record({
  soort: fc.constant("uiteen" as const),
  wie: fc.nat(4),
  delen: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 3 }),
});

const alleenSamen = fc.array(samen, { maxLength: 4 }).map(toWereld);
const metSplitsing = fc.array(fc.oneof(samen, uiteen), { maxLength: 4 }).map(toWereld);

const getallen = fc.tuple(...BEGIN.map(() => fc.bigInt(0n, 10n ** 6n)));
const gewichten = fc.tuple(...BEGIN.map(() => fc.bigInt(1n, 10n ** 6n)));

/** One day per step; who is named counts round among those that there are. */
function toWereld(stappen: readonly Stap[]): Wereld {
  let nu = [...BEGIN];
  const overgangen: Overgang[] = [];
  stappen.forEach((stap, i) => {
    const datum = `${2001 + i}-01-01`;
    const base = { datum, zekerheid: "vast", bron: "proef" } as const;
    if (stap.soort === "samen") {
      const wie = [...new Set(stap.wie.map((n) => nu[n % nu.length] ?? ""))];
      const naar = stap.nieuw || wie.length < 2 ? `N${i}` : (wie[0] ?? "");
      overgangen.push(...wie.map((van) => ({ ...base, van, naar })));
      nu = [...nu.filter((code) => !wie.includes(code)), naar];
      return;
    }
    const van = nu[stap.wie % nu.length] ?? "";
    const total = stap.delen.reduce((a, b) => a + b, 0);
    const naar = stap.delen.map((_, d) => `S${i}-${d}`);
    overgangen.push(
      ...stap.delen.map((part, d) => ({
        ...base,
        van,
        naar: naar[d] ?? "",
        deel: { deel: breuk(part, total), gewicht: "proef" },
      })),
    );
    nu = [...nu.filter((code) => code !== van), ...naar];
  });
  const existed = (code: string) => BEGIN.includes(code);
  return { overgangen: completeOvergangen(overgangen, existed), nu, toen: BEGIN };
}

const START = "2000-01-01";

function carry(wereld: Wereld, code: string, numbers: readonly bigint[], vanaf = START) {
  const lees = (old: string) => exact(breuk(numbers[BEGIN.indexOf(old)] ?? 0n));
  return addStukken(composeGemeente(code, wereld.overgangen, vanaf), lees);
}

describe("figures carried over a herindeling", () => {
  it("conserve the sum of what may be added, also where gemeenten are split", () => {
    fc.assert(
      fc.property(metSplitsing, getallen, (wereld, numbers) => {
        const after = wereld.nu.map((code) => carry(wereld, code, numbers)?.waarde.midden);
        const total = sum(after.map((number) => number ?? breuk(-1n)));
        expect(equals(total, sum(numbers.map((number) => breuk(number))))).toBe(true);
      }),
    );
  });

  it("are exact where no split is involved, and hold the middle inside their range where one is", () => {
    fc.assert(
      fc.property(metSplitsing, getallen, (wereld, numbers) => {
        for (const code of wereld.nu) {
          const found = carry(wereld, code, numbers);
          const stukken = composeGemeente(code, wereld.overgangen, START);
          const whole = stukken.every(({ deel }) => deel === "heel");
          expect(found?.soort).toBe(whole ? "exact" : "geschat");
          if (!found) continue;
          const { laag, midden, hoog } = found.waarde;
          expect(compare(laag, midden) <= 0 && compare(midden, hoog) <= 0).toBe(true);
          expect(!whole || equals(laag, hoog)).toBe(true);
        }
      }),
    );
  });

  it("come out the same along two days in turn as at once", () => {
    fc.assert(
      fc.property(alleenSamen, getallen, fc.nat(5), (wereld, numbers, jaar) => {
        const tussen = `${2001 + jaar}-01-01`;
        const eerste = { ...wereld, overgangen: wereld.overgangen.filter((o) => o.datum < tussen) };
        const inTurn = (code: string) => {
          const stukken = composeGemeente(code, wereld.overgangen, tussen);
          return addStukken(stukken, (old) => carry(eerste, old, numbers)?.waarde);
        };
        for (const code of wereld.nu) expect(inTurn(code)).toEqual(carry(wereld, code, numbers));
      }),
    );
  });

  it("do not look at the order in which the changes of a day are written", () => {
    fc.assert(
      fc.property(
        metSplitsing,
        getallen,
        fc.infiniteStream(fc.nat()),
        (wereld, numbers, stream) => {
          const places = wereld.overgangen.map(
            (overgang) => [stream.next().value, overgang] as const,
          );
          const overgangen = places.toSorted(([a], [b]) => a - b).map(([, overgang]) => overgang);
          for (const code of wereld.nu) {
            expect(carry({ ...wereld, overgangen }, code, numbers)).toEqual(
              carry(wereld, code, numbers),
            );
          }
        },
      ),
    );
  });

  it("give an average that is the sum divided by the sum, and none where one was split", () => {
    fc.assert(
      fc.property(metSplitsing, getallen, gewichten, (wereld, numbers, weights) => {
        const deel = (old: string) => {
          const i = BEGIN.indexOf(old);
          return exact(divide(breuk(numbers[i] ?? 0n), breuk(weights[i] ?? 1n)));
        };
        const weeg = (old: string) => exact(breuk(weights[BEGIN.indexOf(old)] ?? 1n));
        for (const code of wereld.nu) {
          const stukken = composeGemeente(code, wereld.overgangen, START);
          const found = weighStukken(stukken, deel, weeg);
          const [above, below] = [carry(wereld, code, numbers), carry(wereld, code, weights)];
          if (above?.soort !== "exact" || below?.soort !== "exact") {
            expect(found).toBeUndefined();
            continue;
          }
          const ratio = divide(above.waarde.midden, below.waarde.midden);
          expect(equals(found?.waarde.midden ?? breuk(-1n), ratio)).toBe(true);
        }
      }),
    );
  });

  it("make parts of one gemeente that come together again that whole gemeente", () => {
    const deel = (part: number) => ({ deel: breuk(part, 10), gewicht: "proef" });
    const basis = { zekerheid: "vast", bron: "proef" } as const;
    const overgangen: readonly Overgang[] = [
      { ...basis, datum: "2001-01-01", van: "A", naar: "B", deel: deel(3) },
      { ...basis, datum: "2001-01-01", van: "A", naar: "C", deel: deel(7) },
      { ...basis, datum: "2002-01-01", van: "B", naar: "D" },
      { ...basis, datum: "2002-01-01", van: "C", naar: "D" },
    ];
    const found = addStukken(composeGemeente("D", overgangen, START), () => exact(breuk(101n)));
    expect(found).toEqual({ soort: "exact", waarde: exact(breuk(101n)) });
    const [part] = composeGemeente("B", overgangen, START);
    expect(part).toMatchObject({ code: "A", deel: { laag: subtract(breuk(1), breuk(1)) } });
  });
});
