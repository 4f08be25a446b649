import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, breuk, compare, formatBreuk, sum } from "#domain/breuk.ts";
import type { VerdelingUitkomst } from "#domain/uitkomst.ts";
import { aantallen, eenVerdeling } from "#test/builders.ts";

// Each run reads and carries out whole documents; fewer of them keep the tests quick.
fc.configureGlobal({ numRuns: 50 });

const SEGMENTEN = ["a", "b", "c"] as const;

const rij = fc.record({
  a: fc.bigInt(1n, 50n),
  b: fc.bigInt(1n, 50n),
  c: fc.bigInt(1n, 50n),
  ruimte: fc.bigInt(0n, 30n),
});
const tabel = fc.record({
  opgaven: fc.tuple(fc.bigInt(0n, 40n), fc.bigInt(0n, 40n), fc.bigInt(0n, 40n)),
  rijen: fc.array(rij, { minLength: 1, maxLength: 4 }),
});
type Tabel = typeof tabel extends fc.Arbitrary<infer T> ? T : never;

function verdeel({ opgaven: [a, b, c], rijen }: Tabel, extra = ""): VerdelingUitkomst {
  const names = rijen.map((_, i) => `u${i}`);
  const kaart = <T>(list: readonly T[]) =>
    Object.fromEntries(list.map((item, i) => [`u${i}`, item]));
  return eenVerdeling(`
      opgave: { eenheid: woningen, per: segment, is: { a: opgave-a, b: opgave-b, c: opgave-c } }
      stappen:
        - over: gemeenten
          sleutel: { naar-rato-van: huishoudens }
          ${extra}
          gelijke-standen: [{ volgorde: [${names.join(", ")}] }]
          afronding: tweezijdig`)
    .metGeheel("opgave-a", a)
    .metGeheel("opgave-b", b)
    .metGeheel("opgave-c", c)
    .met("huishoudens", kaart(rijen.map((row) => ({ a: row.a, b: row.b, c: row.c }))))
    .met("ruimte", kaart(rijen.map(({ ruimte }) => ruimte)))
    .verdeel();
}

function column({ eenheden }: VerdelingUitkomst, segment: string) {
  return sum(
    eenheden.flatMap(({ cellen }) =>
      cellen.flatMap(({ pad, aantal }) => (pad.at(-1) === segment ? [aantal.midden] : [])),
    ),
  );
}

describe("a table that is exact along both sides", () => {
  it("gives every onderdeel its number, and every unit its own parts together made whole", () => {
    fc.assert(
      fc.property(tabel, (case_) => {
        const uitkomst = verdeel(case_);
        expect(uitkomst.meldingen).toEqual([]);
        expect(SEGMENTEN.map((segment) => column(uitkomst, segment))).toEqual(
          case_.opgaven.map((n) => breuk(n)),
        );
        for (const { aantal, cellen } of uitkomst.eenheden) {
          expect(sum(cellen.map((cel) => cel.aantal.midden))).toEqual(aantal.midden);
        }
        const exact = uitkomst.eenheden.map(({ id }) =>
          sum(
            uitkomst.stappen.flatMap(({ cellen }) =>
              cellen.flatMap((cel) => (cel.pad[0] === id ? [cel.zonderGrens] : [])),
            ),
          ),
        );
        for (const [i, { aantal }] of uitkomst.eenheden.entries()) {
          const part = exact[i] ?? breuk(0);
          expect(compare(add(aantal.midden, breuk(1)), part)).toBeGreaterThan(0);
          expect(compare(part, add(aantal.midden, breuk(-1)))).toBeGreaterThan(0);
        }
      }),
    );
  });

  it("keeps every cell within its bound, or says which sums do not come out", () => {
    const bound = "voorwaarden: [{ hoogstens: ruimte }]\n          wat-niet-past: anderen";
    fc.assert(
      fc.property(tabel, (case_) => {
        const uitkomst = verdeel(case_, bound);
        const [melding] = uitkomst.meldingen;
        expect(melding?.soort ?? "onhaalbaar").toBe("onhaalbaar");
        for (const [i, { cellen }] of uitkomst.eenheden.entries()) {
          const ruimte = breuk(case_.rijen[i]?.ruimte ?? 0n);
          for (const { aantal } of cellen) {
            expect(compare(aantal.midden, ruimte)).toBeLessThanOrEqual(0);
          }
        }
      }),
    );
  });
});

describe("sums per unit that people give", () => {
  const proef = (rijtotaal: Readonly<Record<string, number>>) =>
    eenVerdeling(`
      opgave: { eenheid: woningen, per: segment, is: { a: 6, b: 4 } }
      stappen:
        - over: gemeenten
          sleutel: { naar-rato-van: huishoudens }
          afronding: { methode: tweezijdig, rijtotaal: eigen-som }`)
      .met("huishoudens", { A: { a: 2, b: 1 }, B: { a: 1, b: 1 } })
      .met("eigen-som", rijtotaal)
      .verdeel();

  it("are kept", () => {
    expect(aantallen(proef({ A: 7, B: 3 }))).toEqual({ A: "7", B: "3" });
  });

  it("are refused where they are together another number than the onderdelen", () => {
    expect(proef({ A: 7, B: 2 }).meldingen).toEqual([
      {
        soort: "geweigerd",
        regel: "stappen[0].afronding.rijtotaal",
        reden: "som wijkt af: de eenheden zijn samen 9, de onderdelen 10",
      },
    ]);
  });
});

describe("a table that can be right in two ways", () => {
  const proef = (gelijkeStanden = "") =>
    eenVerdeling(`
      opgave: { eenheid: woningen, per: segment, is: { a: 3, b: 3 } }
      stappen: [{ over: gemeenten, sleutel: gelijk, afronding: tweezijdig${gelijkeStanden} }]`).over(
      "A",
      "B",
    );
  const cellen = ({ eenheden }: VerdelingUitkomst) =>
    eenheden.map((unit) => unit.cellen.map(({ aantal }) => formatBreuk(aantal.midden)).join(" "));

  it("is for people to settle: first who goes before whom, then in which onderdeel", () => {
    expect(proef().verdeel().meldingen).toMatchObject([
      { soort: "besluit-nodig", wat: "gelijke-stand", kandidaten: ["A", "B"] },
    ]);
    const ordered = proef().ingevuld({ gelijkeStanden: ["B", "A"] });
    expect(ordered.verdeel().meldingen).toMatchObject([
      { soort: "besluit-nodig", wat: "gelijke-stand", kandidaten: ["a", "b"] },
    ]);
    const settled = proef()
      .ingevuld({ gelijkeStanden: ["B", "A", "b"] })
      .verdeel();
    expect(settled.meldingen).toEqual([]);
    expect(cellen(settled)).toEqual(["2 1", "1 2"]);
  });

  it("takes the order of the document, and asks nobody", () => {
    const settled = proef(", gelijke-standen: [{ volgorde: [A, a] }]").verdeel();
    expect(settled.meldingen).toEqual([]);
    expect(cellen(settled)).toEqual(["2 1", "1 2"]);
  });

  it("goes by the largest or smallest basis where that tells the cells apart", () => {
    const met = (regel: string) =>
      cellen(
        eenVerdeling(`
        opgave: { eenheid: woningen, per: segment, is: { a: 2, b: 1 } }
        stappen:
          - over: gemeenten
            sleutel: { naar-rato-van: huishoudens }
            gelijke-standen: [${regel}]
            afronding: tweezijdig`)
          .met("huishoudens", { A: { a: 3, b: 1 }, B: { a: 1, b: 1 } })
          .verdeel(),
      );
    expect(met("grootste-basis")).toEqual(["2 0", "0 1"]);
    expect(met("kleinste-basis")).toEqual(["1 1", "1 0"]);
    // B has equal parts in both, so that its place in front leaves the choice to the next rule.
    expect(met("{ volgorde: [B] }, kleinste-basis")).toEqual(["1 1", "1 0"]);
    expect(met("{ volgorde: [A] }, kleinste-basis")).toEqual(["2 0", "0 1"]);
  });

  it("never takes the order of names for the sum of a unit", () => {
    const uitkomst = eenVerdeling(`
      opgave: { eenheid: woningen, per: segment, is: { a: 1, b: 2 } }
      stappen: [{ over: gemeenten, sleutel: gelijk, afronding: tweezijdig }]`)
      .over("A", "B")
      .verdeel();
    expect(uitkomst.meldingen).toMatchObject([
      { soort: "besluit-nodig", wat: "gelijke-stand", kandidaten: ["A", "B"], teVerdelen: 1 },
    ]);
  });
});
