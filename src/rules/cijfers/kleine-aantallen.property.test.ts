import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  add,
  type Breuk,
  breuk,
  compare,
  divide,
  EEN,
  isZero,
  multiply,
  NUL,
  subtract,
} from "#domain/breuk.ts";
import { type Groepscel, isGroepscijfer, toOpenbaar } from "./kleine-aantallen.ts";

const telling = { id: "urgenten", uitsplitsing: [], optelbaar: true, niveau: ["gemeente"] };

type Kolommen = readonly string[];

const aantal = fc.option(fc.oneof(fc.nat(12), fc.integer({ min: 8, max: 300 })), { freq: 20 });

/** One gemeente: the second group is often a very small one. */
const getallen = fc.tuple(aantal, fc.oneof({ weight: 4, arbitrary: fc.nat(2) }, aantal), aantal);

/** A table of regions that do not overlap, each gemeente with every column, some unknown. */
const tabel = fc
  .record({
    kolommen: fc.constantFrom<Kolommen>([""], ["jeugd", "ggz"], ["jeugd", "ggz", ""]),
    regios: fc.array(fc.array(getallen, { minLength: 1, maxLength: 6 }), {
      minLength: 1,
      maxLength: 4,
    }),
  })
  .map(({ kolommen, regios }) => toCellen(kolommen, regios));

type Getallen = readonly (number | null)[];

function toCellen(
  kolommen: Kolommen,
  regios: readonly (readonly Getallen[])[],
): readonly Groepscel[] {
  return regios.flatMap((gemeenten, r) =>
    gemeenten.flatMap((numbers, g) => {
      const groups = kolommen.filter((kolom) => kolom !== "").length;
      const own = numbers.slice(0, Math.max(1, groups));
      return kolommen.map((kolom, k) => ({
        gemeente: `${r}-${g}`,
        regio: `R${r}`,
        cel: kolom === "" ? [] : [kolom],
        ...known(kolom === "" ? total(own) : numbers[k]),
      }));
    }),
  );
}

/** The number of all groups together; not known where one of them is not. */
function total(numbers: Getallen): number | null {
  return numbers.reduce((sum, number) => (sum === null || number === null ? null : sum + number));
}

function known(number: number | null | undefined): { readonly aantal?: Breuk } {
  return typeof number === "number" ? { aantal: breuk(number) } : {};
}

const name = ({ gemeente, cel }: { readonly gemeente: string; readonly cel: readonly string[] }) =>
  `${gemeente} ${cel.join(".")}`;

/** Every number that is shown, as a sum of what is underneath: a group of a gemeente. */
function publishedForms(cellen: readonly Groepscel[]): {
  readonly basis: readonly Groepscel[];
  readonly forms: readonly (readonly Groepscel[])[];
  readonly shown: ReadonlySet<string>;
} {
  const { regios, totalen } = toOpenbaar({ indicator: telling, cellen });
  const split = cellen.some(({ cel }) => cel.length > 0);
  const basis = cellen.filter(({ cel }) => !split || cel.length > 0);
  const under = (cel: Groepscel) =>
    basis.filter(
      (other) =>
        other.gemeente === cel.gemeente && (cel.cel.length === 0 || name(other) === name(cel)),
    );
  const open = cellen.filter(({ regio, aantal }) => regios.has(regio) && aantal !== undefined);
  const sums = totalen.map(({ regio, cel }) =>
    basis.filter(
      (other) =>
        other.regio === regio && (cel.length === 0 || other.cel.join(".") === cel.join(".")),
    ),
  );
  return { basis, forms: [...open.map(under), ...sums], shown: new Set(open.map(name)) };
}

/** Sums of one group over a region that are too small to show, where nobody knows a part of them. */
function smallSums(basis: readonly Groepscel[], insider: string | undefined) {
  const names = new Set(basis.map(({ regio, cel }) => `${regio} ${cel.join(".")}`));
  return [...names]
    .map((own) => basis.filter(({ regio, cel }) => `${regio} ${cel.join(".")}` === own))
    .filter((form) => form.every(({ aantal, gemeente }) => aantal && gemeente !== insider))
    .filter(
      (form) =>
        compare(
          form.reduce((s, c) => add(s, c.aantal ?? NUL), NUL),
          breuk(10),
        ) < 0,
    );
}

/** The forms with a leading one each, so that membership of their span can be asked. */
function eliminate(rows: readonly (readonly Breuk[])[]): readonly (readonly Breuk[])[] {
  const done: (readonly Breuk[])[] = [];
  for (const row of rows) {
    const rest = reduce(row, done);
    const at = rest.findIndex((value) => !isZero(value));
    const pivot = rest[at];
    if (pivot) done.push(rest.map((value) => divide(value, pivot)));
  }
  return done;
}

function reduce(row: readonly Breuk[], done: readonly (readonly Breuk[])[]): readonly Breuk[] {
  return done.reduce<readonly Breuk[]>((rest, pivotRow) => {
    const at = pivotRow.findIndex((value) => !isZero(value));
    const factor = rest[at] ?? NUL;
    return rest.map((value, i) => subtract(value, multiply(factor, pivotRow[i] ?? NUL)));
  }, row);
}

describe("small counts of groups", () => {
  it("F224 no number that is shown is below ten", () => {
    fc.assert(
      fc.property(tabel, (cellen) => {
        const { regios, totalen } = toOpenbaar({ indicator: telling, cellen });
        const shown = cellen.filter(({ regio }) => regios.has(regio));
        const numbers = [...shown, ...totalen].flatMap(({ aantal }) => aantal ?? []);
        expect(numbers.every((aantal) => compare(aantal, breuk(10)) >= 0)).toBe(true);
      }),
    );
  });

  it("F224 no count that is held back follows from all that is shown, nor for a gemeente that knows its own", () => {
    fc.assert(
      fc.property(tabel, fc.nat(), (cellen, whom) => {
        const { basis, forms, shown } = publishedForms(cellen);
        const insider = basis[whom % basis.length]?.gemeente;
        const own = basis.filter(({ gemeente }) => gemeente === insider);
        const vector = (form: readonly Groepscel[]) =>
          basis.map((cel) => (form.includes(cel) ? EEN : NUL));
        const span = eliminate([...forms, ...own.map((cel) => [cel])].map(vector));
        const held = [
          ...basis
            .filter((cel) => !shown.has(name(cel)) && cel.aantal && cel.gemeente !== insider)
            .map((cel) => [cel]),
          ...smallSums(basis, insider),
        ];
        const found = held.filter((form) => reduce(vector(form), span).every(isZero));
        expect(found).toEqual([]);
      }),
    );
  });

  it("F224 of a region that is held back the sum is right, or not there", () => {
    fc.assert(
      fc.property(tabel, (cellen) => {
        const { totalen } = toOpenbaar({ indicator: telling, cellen });
        for (const { regio, cel, aantal } of totalen) {
          const own = cellen.filter(
            (other) => other.regio === regio && other.cel.join(".") === cel.join("."),
          );
          const som = own.reduce((sum, other) => add(sum, other.aantal ?? NUL), NUL);
          expect(compare(som, aantal)).toBe(0);
          expect(own.every((other) => other.aantal !== undefined)).toBe(true);
          expect(own.length).toBeGreaterThanOrEqual(3);
        }
      }),
    );
  });

  it.each(["vrouwenopvang", "uitstapprogramma", "jeugddetentie", "uitstroom-detentie"])(
    "F224 a table with %s in it is never shown per gemeente, however large",
    (groep) => {
      const large = (cel: readonly string[], g: number): Groepscel => ({
        gemeente: `GM${g}`,
        regio: "PV1",
        cel,
        aantal: breuk(500),
      });
      const cellen = [1, 2, 3].flatMap((g) => [large([groep], g), large(["medisch"], g)]);
      const { regios, totalen, alles } = toOpenbaar({ indicator: telling, cellen });
      expect([regios.size, totalen.length, alles]).toEqual([0, 2, false]);
      const others = cellen.filter(({ cel }) => cel[0] === "medisch");
      expect(toOpenbaar({ indicator: telling, cellen: others }).regios.size).toBe(1);
    },
  );

  it("F224 where people come from is never shown per gemeente", () => {
    const cellen = [1, 2, 3].map(
      (g): Groepscel => ({ gemeente: `GM${g}`, regio: "PV1", cel: [`GM${g}`], aantal: breuk(90) }),
    );
    const indicator = { ...telling, uitsplitsing: ["herkomstgemeente"] };
    expect(toOpenbaar({ indicator, cellen }).regios.size).toBe(0);
  });

  it("a share or another figure that does not add up has no sum", () => {
    const cellen = [1, 2, 3].map(
      (g): Groepscel => ({ gemeente: `GM${g}`, regio: "PV1", cel: [], aantal: breuk(1, 20) }),
    );
    const { regios, totalen } = toOpenbaar({ indicator: { ...telling, optelbaar: false }, cellen });
    expect([regios.size, totalen.length]).toEqual([0, 0]);
  });
});

describe("what counts as a figure of a group", () => {
  const figure = { onderwerp: "algemeen", eenheid: "personen", uitsplitsing: [], niveau: [] };
  it.each([
    ["everybody who lives somewhere", {}, false],
    ["urgent households", { onderwerp: "urgenten", eenheid: "huishoudens" }, true],
    [
      "homes for a group",
      { onderwerp: "aandachtsgroepen", eenheid: "woningen", uitsplitsing: ["aandachtsgroep"] },
      true,
    ],
    ["homes", { onderwerp: "ouderen", eenheid: "woningen" }, false],
    ["an article about groups", { onderwerp: "urgenten", eenheid: "artikel" }, false],
    ["a fact of one household", { eenheid: "ja of nee", niveau: ["huishouden"] }, true],
  ] as const)("%s", (_, own, is) => {
    const asked = { ...figure, ...own } as unknown as Parameters<typeof isGroepscijfer>[0];
    expect(isGroepscijfer(asked)).toBe(is);
  });
});
