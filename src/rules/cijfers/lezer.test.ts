import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breuk, formatBreuk, parseBreuk } from "#domain/breuk.ts";
import { createBibliotheek } from "#domain/document.ts";
import type { Rekeneenheid } from "#domain/gebied.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";
import type { Verwijzing } from "#domain/waarde.ts";
import { createCijferbron, GEHEEL, type Waarneming } from "#domain/waarneming.ts";
import { type Cijfer, leesDocument, observe } from "#test/builders.ts";
import { createLezer } from "./lezer.ts";
import { pickMoment } from "./moment.ts";
import { HET_GEHEEL, plekVan } from "./rekenvraag.ts";

type Kaart = Readonly<Record<string, Cijfer>>;

function indicator(id: string, keys = "") {
  return leesDocument(`soort: indicator
id: ${id}
titel: Een cijfer
onderwerp: algemeen
bron: verzonnen voor een proef
status: voorbeeld
eenheid: woningen
niveau: [gemeente]
meetmoment: peildatum
${keys}`);
}

const VERDELING = leesDocument(`soort: verdeling
id: proef
titel: Een proef
onderwerp: aandachtsgroepen
spoor: 1
bron: verzonnen voor een proef
status: voorbeeld
afgeleid: { per-woning: inwoners / woningen }
opgave: { aantal: 1, eenheid: woningen }
stappen: [{ over: gemeenten, sleutel: gelijk }]
`);

const EENHEDEN: readonly Rekeneenheid[] = [
  { id: "A", naam: "A", deelregio: "noord", provincie: "PV1" },
  { id: "B", naam: "B", deelregio: "noord", provincie: "PV2" },
  { id: "C", naam: "C", deelregio: "zuid", provincie: "PV2" },
];

function lezer(
  waarnemingen: readonly Waarneming[],
  op?: string,
  documenten: ReturnType<typeof indicator>[] = [],
) {
  if (VERDELING.soort !== "verdeling") throw new Error(VERDELING.soort);
  return createLezer({
    document: VERDELING,
    gebied: {
      id: GEHEEL,
      titel: "de proef",
      eenheden: EENHEDEN,
      deelregios: { noord: "Noord", zuid: "Zuid" },
      onzeker: [],
    },
    nederland: {
      id: "NL",
      titel: "Nederland",
      eenheden: [...EENHEDEN, { id: "D", naam: "D", provincie: "PV1" }],
      deelregios: {},
      onzeker: [],
    },
    cijfers: createCijferbron(waarnemingen),
    bibliotheek: createBibliotheek([VERDELING, ...documenten]),
    ingevuld: { parameters: {} },
    ...(op === undefined ? {} : { op }),
  });
}

function naar(naam: string, extra: Partial<Verwijzing> = {}): Verwijzing {
  return { naam, pad: [], ...extra };
}

function tekst(band: Bandbreedte | undefined): string | undefined {
  if (!band) return undefined;
  const [laag, midden, hoog] = [band.laag, band.midden, band.hoog].map(formatBreuk);
  return laag === hoog ? midden : `${laag}–${midden}–${hoog}`;
}

/** The figure of A. */
function vanA(waarnemingen: readonly Waarneming[], verwijzing: Verwijzing, op?: string) {
  return tekst(lezer(waarnemingen, op).band(verwijzing, plekVan(["A"])));
}

describe("a figure that nobody delivered", () => {
  it("F222 is missing and named, and is not nought", () => {
    const reader = lezer(observe("inwoners", { B: 5 }));
    expect(reader.band(naar("inwoners"), plekVan(["A"]))).toBeUndefined();
    expect(reader.verslag().ontbreekt).toEqual([{ cijfer: "inwoners", van: "A" }]);
  });

  it("or was delivered as unknown, makes every sum over it unknown", () => {
    for (const c of [{}, { C: "onbekend" }]) {
      const reader = lezer(observe("inwoners", { A: 1, B: 2, ...c }));
      expect(reader.band(naar("inwoners"), HET_GEHEEL)).toBeUndefined();
      expect(reader.verslag().ontbreekt).toEqual([{ cijfer: "inwoners", van: "C" }]);
    }
  });

  it("of nought is nought, and adds up", () => {
    const reader = lezer(observe("inwoners", { A: 1, B: 2, C: 0 }));
    expect(tekst(reader.band(naar("inwoners"), HET_GEHEEL))).toBe("3");
    expect(reader.verslag().ontbreekt).toEqual([]);
  });

  it("is missing with all that is missing beside it, at once", () => {
    const reader = lezer(observe("woningen", { B: 5 }));
    expect(reader.band(naar("per-woning"), plekVan(["A"]))).toBeUndefined();
    const named = reader.verslag().ontbreekt.map(({ cijfer, van }) => `${cijfer} van ${van}`);
    expect(named.toSorted()).toEqual(["inwoners van A", "woningen van A"]);
  });
});

describe("which moment of a figure counts", () => {
  const jaren = [
    ...observe("inwoners", { A: 10 }, "2023-01-01"),
    ...observe("inwoners", { A: 30 }, "2025-01-01"),
    ...observe("inwoners", { A: 20 }, "2024-01-01"),
  ];

  it("is the latest that does not lie after the run", () => {
    const op = ["2022-12-31", "2023-01-01", "2024-06-30", "2026", undefined];
    expect(op.map((moment) => vanA(jaren, naar("inwoners"), moment))).toEqual([
      undefined,
      "10",
      "20",
      "30",
      "30",
    ]);
  });

  it("is the last day of a periode that is worked out: a count inside the year still counts", () => {
    expect(vanA(jaren, naar("inwoners"), "2024-H1")).toBe("20");
    expect(vanA(jaren, naar("inwoners"), "2025")).toBe("30");
  });

  it("is the one that is asked, and no other in its place", () => {
    const op = (datum: string) => naar("inwoners", { tijd: { soort: "op", datum } });
    expect(vanA(jaren, op("2024-01-01"), "2026")).toBe("20");
    expect(vanA(jaren, op("2024-07-01"), "2026")).toBeUndefined();
  });

  it("follows from the run when it is asked so", () => {
    const relatief = (moment: "begin-vorig-jaar" | "begin-periode") =>
      naar("inwoners", { tijd: { soort: "relatief", moment } });
    expect(vanA(jaren, relatief("begin-vorig-jaar"), "2025-H2")).toBe("20");
    expect(vanA(jaren, relatief("begin-periode"), "2025")).toBe("30");
    expect(vanA(jaren, relatief("begin-vorig-jaar"))).toBeUndefined();
  });

  it("is that of the periode before, for a flow", () => {
    const stroom = [
      ...observe("toewijzing", { A: 7 }, "2024"),
      ...observe("toewijzing", { A: 9 }, "2025"),
    ];
    const vorige = naar("toewijzing", { tijd: { soort: "relatief", moment: "vorige-periode" } });
    expect(vanA(stroom, vorige, "2026")).toBe("9");
    expect(vanA(stroom, vorige, "2025")).toBe("7");
    expect(vanA(stroom, vorige, "2027")).toBeUndefined();
  });

  it("is never one after the run, whatever was delivered in whatever order", () => {
    const dag = fc.integer({ min: 2000, max: 2040 }).map((jaar) => `${jaar}-01-01`);
    fc.assert(
      fc.property(fc.uniqueArray(dag, { maxLength: 8 }), dag, (dagen, op) => {
        const list = dagen.flatMap((moment) =>
          observe("x", { A: Number(moment.slice(0, 4)) }, moment),
        );
        const expected = dagen
          .filter((moment) => moment <= op)
          .toSorted()
          .at(-1);
        expect(pickMoment(list, undefined, op)?.moment).toBe(expected);
      }),
    );
  });
});

describe("two figures of the same moment", () => {
  const van = (bron: string, getal: number, extra: Partial<Waarneming> = {}) =>
    observe("inwoners", { A: getal }, "2025-01-01").map((item) => ({ ...item, bron, ...extra }));
  const read = (waarnemingen: readonly Waarneming[]) => {
    const reader = lezer(waarnemingen, "2026");
    const waarde = tekst(reader.band(naar("inwoners"), plekVan(["A"])));
    return { waarde, ontbreekt: reader.verslag().ontbreekt };
  };
  const bothWays = (list: readonly Waarneming[]) => [read(list), read(list.toReversed())];

  it("are one where they say the same", () => {
    for (const { waarde, ontbreekt } of bothWays([...van("CBS", 9), ...van("gemeente", 9)])) {
      expect(waarde).toBe("9");
      expect(ontbreekt).toEqual([]);
    }
  });

  it("leave the definitive one before the provisional one, whatever the order of delivery", () => {
    const list = [
      ...van("eerste raming", 8, { status: "voorlopig" }),
      ...van("vastgesteld", 9, { status: "vast" }),
    ];
    expect(bothWays(list).map(({ waarde }) => waarde)).toEqual(["9", "9"]);
  });

  it("leave a number before one that is not known", () => {
    const list = [...van("CBS", 8, { inhoud: { soort: "onbekend" } }), ...van("gemeente", 9)];
    expect(bothWays(list).map(({ waarde }) => waarde)).toEqual(["9", "9"]);
  });

  it("give none where sources contradict each other, and name both", () => {
    for (const { waarde, ontbreekt } of bothWays([...van("gemeente", 8), ...van("CBS", 9)])) {
      expect(waarde).toBeUndefined();
      expect(ontbreekt).toEqual([
        {
          cijfer: "inwoners",
          van: "A",
          botst: [
            { bron: "CBS", waarde: "9" },
            { bron: "gemeente", waarde: "8" },
          ],
        },
      ]);
    }
  });

  it("keep a formule from estimating over them", () => {
    const document = indicator("inwoners", "formule: woningen * 2");
    const list = [...van("gemeente", 8), ...van("CBS", 9), ...observe("woningen", { A: 3 })];
    const reader = lezer(list, "2026", [document]);
    expect(reader.band(naar("inwoners"), plekVan(["A"]))).toBeUndefined();
  });

  it("are the whole year before the half that ends with it", () => {
    const list = [
      ...observe("toewijzing", { A: 3 }, "2025-H2"),
      ...observe("toewijzing", { A: 7 }, "2025"),
    ];
    const read = (waarnemingen: readonly Waarneming[]) =>
      tekst(lezer(waarnemingen, "2026").band(naar("toewijzing"), plekVan(["A"])));
    expect([read(list), read(list.toReversed())]).toEqual(["7", "7"]);
  });

  it("never count by the order in which they were delivered", () => {
    const een = fc.record({
      getal: fc.integer({ min: 1, max: 2 }),
      moment: fc.constantFrom("2024", "2024-12-31", "2025-01-01", undefined),
      status: fc.constantFrom("vast", "voorlopig", undefined),
      bron: fc.constantFrom("CBS", "gemeente"),
    });
    fc.assert(
      fc.property(fc.array(een, { maxLength: 6 }), (items) => {
        const list = items.flatMap(({ getal, moment, status, bron }) =>
          observe("inwoners", { A: getal }, moment).map((item) => ({
            ...item,
            bron,
            ...(status ? { status: status as "vast" | "voorlopig" } : {}),
          })),
        );
        const [there, back] = bothWays(list);
        expect(back?.waarde).toEqual(there?.waarde);
      }),
    );
  });
});

describe("a figure at another level", () => {
  const cijfers = observe("inwoners", { A: 10, B: 20, C: 40, D: 80 });
  const van = (niveau: NonNullable<Verwijzing["van"]>, unit: string) =>
    tekst(lezer(cijfers).band(naar("inwoners", { van: niveau }), plekVan([unit])));

  it("is that of all units there together", () => {
    expect(van("gemeente", "C")).toBe("40");
    expect(van("deelregio", "A")).toBe("30");
    expect(van("regio", "A")).toBe("70");
    expect(van("provincie", "A")).toBe("90");
    expect(van("nederland", "A")).toBe("150");
  });

  it("is what was delivered for that level itself, where it was", () => {
    const geleverd = [...cijfers, ...observe("inwoners", { [GEHEEL]: 71, PV2: 61 })];
    const reader = lezer(geleverd);
    expect(tekst(reader.band(naar("inwoners", { van: "regio" }), plekVan(["A"])))).toBe("71");
    expect(tekst(reader.band(naar("inwoners", { van: "provincie" }), plekVan(["B"])))).toBe("61");
  });

  it("of a ratio is the ratio of the sums, never the sum of the ratios", () => {
    const reader = lezer([...cijfers, ...observe("woningen", { A: 5, B: 5, C: 10 })]);
    expect(tekst(reader.band(naar("per-woning"), plekVan(["A"])))).toBe("2");
    expect(tekst(reader.band(naar("per-woning"), HET_GEHEEL))).toBe("3.5");
  });

  it("of a figure that cannot be added up is missing, where nobody delivered it there", () => {
    const graad = indicator("graad", "optelbaar: nee\n");
    const reader = lezer(observe("graad", { A: 1, B: 2, C: 3 }), undefined, [graad]);
    expect(reader.band(naar("graad"), HET_GEHEEL)).toBeUndefined();
    expect(reader.verslag().ontbreekt).toEqual([{ cijfer: "graad" }]);
  });
});

describe("a derived figure", () => {
  it("is worked out, unless a count of its own was delivered", () => {
    const huur = indicator("sociale-huur", "formule: woningen * aandeel\n");
    const parts = [
      ...observe("woningen", { A: 200, B: 100 }),
      ...observe("aandeel", { A: "30 %", B: "50 %" }),
    ];
    const own = [...parts, ...observe("sociale-huur", { A: 61 })];
    const reader = lezer(own, undefined, [huur]);
    expect(tekst(reader.band(naar("sociale-huur"), plekVan(["A"])))).toBe("61");
    expect(tekst(reader.band(naar("sociale-huur"), plekVan(["B"])))).toBe("50");
  });

  it("is not estimated over a count that is known to be missing", () => {
    const huur = indicator("sociale-huur", "formule: woningen * aandeel\n");
    const cijfers = [
      ...observe("woningen", { A: 200 }),
      ...observe("aandeel", { A: "30 %" }),
      ...observe("sociale-huur", { A: "onbekend" }),
    ];
    const reader = lezer(cijfers, undefined, [huur]);
    expect(reader.band(naar("sociale-huur"), plekVan(["A"]))).toBeUndefined();
    expect(reader.verslag().ontbreekt).toEqual([{ cijfer: "sociale-huur", van: "A" }]);
  });

  it("over nothing is missing", () => {
    const cijfers = [...observe("inwoners", { A: 5 }), ...observe("woningen", { A: 0 })];
    expect(vanA(cijfers, naar("per-woning"))).toBeUndefined();
  });

  it("takes over the margins of its parts", () => {
    const aandeel = indicator("aandeel", "marge: 0.5 procentpunt\n");
    const huur = indicator("sociale-huur", "formule: woningen * aandeel\n");
    const cijfers = [...observe("woningen", { A: 57_276 }), ...observe("aandeel", { A: "29 %" })];
    const reader = lezer(cijfers, undefined, [aandeel, huur]);
    expect(tekst(reader.band(naar("sociale-huur"), plekVan(["A"])))).toBe(
      "16323.66–16610.04–16896.42",
    );
  });
});

describe("a figure with a margin", () => {
  const met = (marge: string, waarde: Cijfer) => {
    const reader = lezer(observe("x", { A: waarde }), undefined, [
      indicator("x", `marge: ${marge}\n`),
    ]);
    return tekst(reader.band(naar("x"), plekVan(["A"])));
  };

  it("lies within points, a percentage of itself, or a number of its unit", () => {
    expect(met("0.5 procentpunt", "29 %")).toBe("0.285–0.29–0.295");
    expect(met("3 %", 200)).toBe("194–200–206");
    expect(met("12", 200)).toBe("188–200–212");
  });

  it("keeps the low and high it was delivered with", () => {
    expect(met("12", { van: 100, tot: 104 })).toBe("100–102–104");
  });

  it("never lies below nothing", () => {
    expect(met("12", 5)).toBe("0–5–17");
    expect(met("0.5 procentpunt", "0.2 %")).toBe("0–0.002–0.007");
  });
});

describe("a figure that is split", () => {
  const gesplitst: Kaart = { A: { laag: 3, hoog: 7 }, B: { laag: 5 } };
  const reader = lezer(observe("huishoudens", gesplitst));
  const assen = new Set(["laag", "hoog"]);

  it("gives its own cell where it is asked for", () => {
    expect(tekst(reader.band(naar("huishoudens", { pad: ["hoog"] }), plekVan(["A"])))).toBe("7");
  });

  it("gives the cell of the onderdeel that is divided", () => {
    expect(tekst(reader.band(naar("huishoudens"), plekVan(["A"], "laag", assen)))).toBe("3");
  });

  it("has no total in place of a cell that nobody delivered", () => {
    const both = lezer([
      ...observe("huishoudens", gesplitst),
      ...observe("huishoudens", { B: 50 }),
    ]);
    expect(both.band(naar("huishoudens"), plekVan(["B"], "hoog", assen))).toBeUndefined();
    expect(tekst(both.band(naar("huishoudens"), plekVan(["B"])))).toBe("50");
  });

  it("answers for all cells alike where it is not split on what is divided", () => {
    const other = lezer(observe("inwoners", { A: 9 }));
    expect(tekst(other.band(naar("inwoners"), plekVan(["A"], "laag", assen)))).toBe("9");
  });

  it("of a corporatie inside a gemeente is that corporatie's", () => {
    const bezit = lezer(observe("bezit", { A: { X: 6, Y: 3 } }));
    const plek = plekVan(["A", "Y"], "", new Set(["X", "Y"]));
    expect(tekst(bezit.band(naar("bezit"), plek))).toBe("3");
  });
});

describe("arithmetic over figures", () => {
  it("is exact, whatever the figures", () => {
    const stuk = fc.tuple(fc.bigInt(-50n, 50n), fc.bigInt(1n, 9n)).map(([t, n]) => breuk(t, n));
    fc.assert(
      fc.property(stuk, stuk, (inwoners, woningen) => {
        const cijfers = [
          ...observe("inwoners", { A: inwoners }),
          ...observe("woningen", { A: woningen }),
        ];
        const expected =
          woningen.teller === 0n
            ? undefined
            : formatBreuk(
                breuk(inwoners.teller * woningen.noemer, inwoners.noemer * woningen.teller),
              );
        expect(vanA(cijfers, naar("per-woning"))).toBe(expected);
      }),
    );
  });
});

describe("what a run has read", () => {
  it("is listed with its source, once, and with what was known of it", () => {
    const reader = lezer(observe("inwoners", { A: { van: 4, tot: 6 } }, "2025-01-01"), "2026");
    reader.band(naar("inwoners"), plekVan(["A"]));
    reader.band(naar("inwoners"), plekVan(["A"]));
    expect(reader.verslag().gebruikt).toEqual([
      {
        indicator: "inwoners",
        gebied: "A",
        cel: [],
        moment: "2025-01-01",
        bron: "proef",
        waarde: { laag: parseBreuk("4"), midden: parseBreuk("5"), hoog: parseBreuk("6") },
      },
    ]);
  });
});
