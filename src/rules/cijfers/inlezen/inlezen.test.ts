import { describe, expect, it } from "vitest";
import { formatBreuk } from "#domain/breuk.ts";
import type { Inleverkop, Tellendcijfer } from "#domain/inlevering.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import type { Werkblad, Werkcel } from "#domain/werkmap.ts";
import { loadBasis } from "#services/basis.service.ts";
import { createInleeskennis } from "#services/inlevering/inleeskennis.ts";
import { readMeegeleverd } from "#sources/meegeleverd.ts";
import { achterElkaar } from "#test/achter-elkaar.ts";
import { controleer, isKlaar, leesInlevering, openstaand, uitkomstVan } from "./controle.ts";
import { stelKoppelingVoor } from "./voorstel.ts";
import { listVragen } from "./vragen.ts";

const shipped = readMeegeleverd();
const basis = loadBasis(shipped);
const kennis = createInleeskennis(basis, shipped.samenvoegingen());

const KOP: Inleverkop = { afzender: "Gemeente Dordrecht", bron: "eigen telling" };

type Inhoud = string | number | null | Werkcel;

function cel(inhoud: Inhoud): Werkcel {
  if (inhoud === null) return { soort: "leeg" };
  if (typeof inhoud === "number") return { soort: "getal", getal: inhoud };
  return typeof inhoud === "string" ? { soort: "tekst", tekst: inhoud } : inhoud;
}

function blad(rijen: readonly (readonly Inhoud[])[], naam = "Blad1"): Werkblad {
  return { naam, rijen: rijen.map((rij) => rij.map(cel)) };
}

type Extra = {
  readonly kop?: Partial<Inleverkop>;
  readonly tellend?: readonly Tellendcijfer[];
  readonly totaalregels?: readonly number[];
};

/** Reads a sheet as it proposes itself. */
function lees(
  rijen: readonly (readonly Inhoud[])[],
  { kop = {}, tellend = [], totaalregels = [] }: Extra = {},
) {
  const own = blad(rijen);
  const { koppeling } = stelKoppelingVoor(own, kennis);
  const gelezen = achterElkaar(
    leesInlevering({
      werkmap: { bladen: [own] },
      koppelingen: [{ ...koppeling, totaalregels }],
      verbeteringen: [],
      kop: { ...KOP, ...kop },
      kennis,
    }),
  );
  return achterElkaar(controleer(gelezen, tellend));
}

function kort({ indicator, gebied, moment, cel, inhoud }: Waarneming): string {
  const waarde = inhoud.soort === "getal" ? formatBreuk(inhoud.waarde) : inhoud.soort;
  return [indicator, ...cel, gebied, moment, waarde].join(" ");
}

const cijfersVan = (gelezen: ReturnType<typeof lees>) =>
  gelezen.cijfers.map(({ waarneming }) => kort(waarneming));
const codesVan = (gelezen: ReturnType<typeof lees>) =>
  gelezen.bevindingen.map(({ code, waar }) => `${code} ${waar.rij ?? ""}:${waar.kolom ?? ""}`);

describe("a total that a person points at", () => {
  const rijen = [
    ["Gemeente", "Woningvoorraad 1-1-2025"],
    ["Dordrecht", 57_500],
    ["Zwijndrecht", 20_000],
    ["Ons gebied", 77_501],
  ] as const;

  it("is no gemeente, and is held against the sum", () => {
    expect(codesVan(lees(rijen))).toEqual(["gebied-onbekend 3:0"]);
    const gewezen = lees(rijen, { totaalregels: [3] });
    expect(codesVan(gewezen)).toEqual(["totaal-klopt-niet 3:1"]);
    expect(gewezen.cijfers).toHaveLength(2);
    expect(gewezen.overgeslagen.map(({ rij, reden }) => [rij, reden])).toEqual([[3, "totaal"]]);
  });
});

describe("a long sheet", () => {
  it("can be laid down after every few hundred rows, so that others need not wait", () => {
    const rows = Array.from({ length: 2000 }, () => ["Dordrecht", 57_500]);
    const own = blad([["Gemeente", "Woningvoorraad 1-1-2025"], ...rows]);
    const { koppeling } = stelKoppelingVoor(own, kennis);
    const koppelingen = [koppeling];
    const opdracht = {
      werkmap: { bladen: [own] },
      koppelingen,
      verbeteringen: [],
      kop: KOP,
      kennis,
    };
    expect([...leesInlevering(opdracht)].length).toBeGreaterThanOrEqual(8);
  });
});

describe("a sheet that people keep", () => {
  it("is read with titles above, merged heads, years beside each other, and a total below", () => {
    const gelezen = lees([
      ["Woningvoorraad en nieuwbouw", null, null, null, null],
      [null, null, null, null, null],
      [null, "Woningvoorraad", null, "Nieuwbouw", null],
      ["Gemeente", "1-1-2024", "1-1-2025", "2023", "2024"],
      ["Dordrecht", "57.100", "57.500", 400, 310],
      ["Zwijndrecht", "21.100", "21.200", 50, "-"],
      ["Totaal", "78.200", "78.700", 450, 310],
      ["Bron: eigen telling"],
    ]);
    expect(gelezen.vragen).toEqual([]);
    expect(cijfersVan(gelezen)).toEqual([
      "woningvoorraad GM0505 2024-01-01 57100",
      "woningvoorraad GM0505 2025-01-01 57500",
      "nieuwbouw GM0505 2023 400",
      "nieuwbouw GM0505 2024 310",
      "woningvoorraad GM0642 2024-01-01 21100",
      "woningvoorraad GM0642 2025-01-01 21200",
      "nieuwbouw GM0642 2023 50",
      "nieuwbouw GM0642 2024 onbekend",
    ]);
    expect(codesVan(gelezen)).toEqual(["streepje 5:4"]);
    expect(gelezen.overgeslagen.map(({ reden, rij }) => [reden, rij])).toEqual([
      ["totaal", 6],
      ["toelichting", 7],
    ]);
  });

  it("is read in long form, with the figure, the moment and the unit in the row", () => {
    const gelezen = lees([
      ["Gebiedscode", "Naam", "Indicator", "Periode", "Eenheid", "Waarde", "Bron"],
      ["0505", "Dordrecht", "inwoners", "2025-01-01", "personen", 122847, "CBS"],
      [505, "Dordrecht", "Nieuwbouw", 2024, "woningen", 310, null],
    ]);
    expect(cijfersVan(gelezen)).toEqual([
      "inwoners GM0505 2025-01-01 122847",
      "nieuwbouw GM0505 2024 310",
    ]);
    expect(gelezen.cijfers.map(({ waarneming }) => waarneming.bron)).toEqual([
      "CBS",
      "eigen telling",
    ]);
    expect(gelezen.bevindingen).toEqual([]);
  });

  it("asks what its head does not say, and guesses nothing", () => {
    const own = blad([
      ["Gemeente", "iets", "inwoners"],
      ["Dordrecht", 5, 122847],
    ]);
    const { koppeling } = stelKoppelingVoor(own, kennis);
    const vragen = listVragen(koppeling, own, {}, kennis);
    expect(vragen.map(({ over, kolom }) => [over, kolom])).toEqual([
      ["indicator", 1],
      ["moment", 1],
      ["moment", 2],
    ]);
  });

  it("says which of its proposals are only likely", () => {
    const own = blad([
      ["Gemeente", "Woningvorraad 2025", "Inwoners 1-1-2025"],
      ["Dordrecht", 5, 122847],
    ]);
    const { koppeling, onzeker } = stelKoppelingVoor(own, kennis);
    expect(koppeling.kolommen[1]).toEqual({
      kolom: 1,
      rol: "waarde",
      indicator: "woningvoorraad",
      moment: "2025-01-01",
    });
    expect([...onzeker.keys()]).toEqual([1]);
  });

  it("never takes a column of counts for codes of gemeenten", () => {
    const own = blad([
      ["Inwoners", "Gemeente"],
      [505, "Dordrecht"],
      [518, "Breda"],
    ]);
    const rollen = stelKoppelingVoor(own, kennis).koppeling.kolommen.map(({ rol }) => rol);
    expect(rollen).toEqual(["waarde", "gebied"]);
  });
});

describe("gemeenten", () => {
  it("are found by code, by old and other name, and a misspelt one is only proposed", () => {
    const gelezen = lees([
      ["Gemeente", "Inwoners 1-1-2025"],
      ["Den Haag", 1],
      ["'s-Hertogenbosch", 2],
      ["Gemeente Utrecht", 3],
      ["GM0505 Dordrecht", 4],
      ["Zwijndregt", 5],
      ["Nergenshuizen", 6],
    ]);
    expect(gelezen.cijfers.map(({ waarneming }) => waarneming.gebied)).toEqual([
      "GM0518",
      "GM0796",
      "GM0344",
      "GM0505",
    ]);
    const wrong = gelezen.bevindingen.filter(({ code }) => code === "gebied-onbekend");
    expect(wrong.map(({ gevonden, voorstellen }) => [gevonden, voorstellen])).toEqual([
      ["Zwijndregt", ["Zwijndrecht"]],
      ["Nergenshuizen", []],
    ]);
  });

  it("that went up in another keep their figure, and it is said where they went", () => {
    const gelezen = lees([
      ["Gemeente", "Inwoners 1-1-2021", "Inwoners 1-1-2025"],
      ["Beemster", 10_000, 10_100],
    ]);
    expect(cijfersVan(gelezen)).toEqual([
      "inwoners GM0370 2021-01-01 10000",
      "inwoners GM0370 2025-01-01 10100",
    ]);
    const [only, ...others] = gelezen.bevindingen;
    expect(others).toEqual([]);
    expect(only).toMatchObject({ code: "gemeente-opgeheven", ernst: "opmerking" });
    expect(only?.tekst).toContain("1 januari 2022 op in Purmerend");
    expect(only?.tekst).toContain("wordt nergens bij opgeteld");
  });

  it("whose code and name are of two gemeenten are refused", () => {
    const gelezen = lees([
      ["Code", "Gemeente", "Inwoners 1-1-2025"],
      ["GM0505", "Zwijndrecht", 1],
      ["GM0642", "Zwijndrecht", 2],
    ]);
    expect(cijfersVan(gelezen)).toEqual(["inwoners GM0642 2025-01-01 2"]);
    expect(codesVan(gelezen)).toEqual(["code-en-naam-anders 1:0"]);
  });
});

describe("what is wrong in a cell", () => {
  it("is all told at once, and keeps only its own figure out", () => {
    const gelezen = lees([
      ["Gemeente", "Woningvoorraad 1-1-2025", "Huur-aandeel 1-1-2025"],
      ["Dordrecht", "57.500", "40%"],
      ["Zwijndrecht", { soort: "fout", tekst: "#N/B" }, "45,5%"],
      ["Papendrecht", { soort: "formule", formule: "A1*2" }, "x"],
      ["Sliedrecht", "1,250", "50"],
      ["Alblasserdam", "12%", "n.b."],
      ["Hardinxveld-Giessendam", "veel", "-5%"],
      ["Hendrik-Ido-Ambacht", "12,5", null],
    ]);
    expect(codesVan(gelezen)).toEqual([
      "rekenfout 2:1",
      "formule-zonder-waarde 3:1",
      "getal-dubbelzinnig 4:1",
      "meer-dan-geheel 4:2",
      "eenheid-anders 5:1",
      "getal-onleesbaar 6:1",
      "negatief 6:2",
      "niet-heel 7:1",
    ]);
    const dubbelzinnig = gelezen.bevindingen.find(({ code }) => code === "getal-dubbelzinnig");
    expect(dubbelzinnig?.voorstellen).toEqual(["1,25", "1250"]);
    expect(cijfersVan(gelezen)).toEqual([
      "woningvoorraad GM0505 2025-01-01 57500",
      "huur-aandeel GM0505 2025-01-01 0.4",
      "huur-aandeel GM0642 2025-01-01 0.455",
      "huur-aandeel GM0590 2025-01-01 onbekend",
      "huur-aandeel GM0482 2025-01-01 onbekend",
      "huur-aandeel GM0523 2025-01-01 -0.05",
      "woningvoorraad GM0531 2025-01-01 12.5",
    ]);
  });

  it("is mended by a text as one would type it there", () => {
    const own = blad([
      ["Gemeente", "Woningvoorraad 1-1-2025"],
      ["Dordregt", "veel"],
    ]);
    const { koppeling } = stelKoppelingVoor(
      blad([
        ["Gemeente", "Woningvoorraad 1-1-2025"],
        ["Dordrecht", 1],
      ]),
      kennis,
    );
    const verbeterd = achterElkaar(
      leesInlevering({
        werkmap: { bladen: [own] },
        koppelingen: [koppeling],
        verbeteringen: [
          { blad: "Blad1", rij: 1, kolom: 0, tekst: "Dordrecht" },
          { blad: "Blad1", rij: 1, kolom: 1, tekst: "57.500" },
        ],
        kop: KOP,
        kennis,
      }),
    );
    expect(cijfersVan(achterElkaar(controleer(verbeterd, [])))).toEqual([
      "woningvoorraad GM0505 2025-01-01 57500",
    ]);
  });

  it("of two of the same figure is told with the place of the other", () => {
    const gelezen = lees([
      ["Gemeente", "Inwoners 1-1-2025"],
      ["Dordrecht", 10],
      ["GM0505", 10],
      ["Dordrecht", 11],
    ]);
    expect(gelezen.bevindingen.map(({ code, ernst }) => [code, ernst])).toEqual([
      ["dubbel-gelijk", "opmerking"],
      ["dubbel-verschilt", "fout"],
    ]);
    expect(gelezen.bevindingen[1]?.tekst).toContain("blad Blad1, B2");
  });
});

describe("what is strange but possible", () => {
  it("is a total that differs from the sum of its rows, with the difference", () => {
    const gelezen = lees([
      ["Gemeente", "Woningvoorraad 1-1-2025"],
      ["Dordrecht", 100],
      ["Zwijndrecht", 50],
      ["Totaal", 160],
    ]);
    const [only] = gelezen.bevindingen;
    expect(only).toMatchObject({ code: "totaal-klopt-niet", ernst: "opmerking" });
    expect(only?.tekst).toContain("een verschil van +10");
  });

  it("is a figure a thousand times the last one", () => {
    const was: Waarneming = {
      indicator: "woningvoorraad",
      cel: [],
      gebied: "GM0505",
      moment: "2024-01-01",
      inhoud: { soort: "getal", waarde: { teller: 57n, noemer: 1n } },
      bron: "vorige",
    };
    const tellend = [{ waarneming: was, herkomst: { soort: "meegeleverd" } }] as const;
    const gelezen = lees(
      [
        ["Gemeente", "Woningvoorraad 1-1-2025"],
        ["Dordrecht", 57_000],
      ],
      { tellend },
    );
    expect(gelezen.bevindingen[0]?.tekst).toMatch(/ongeveer 1\.000 keer zo veel.*57 \(1 januari/);
  });

  it("is counted in thousands where the head says so, exactly", () => {
    const gelezen = lees([
      ["Gemeente", "WOZ-gemiddeld (x 1.000 euro) 1-1-2025"],
      ["Dordrecht", 310.1],
      ["Zwijndrecht", "€ 299,5"],
    ]);
    expect(cijfersVan(gelezen)).toEqual([
      "woz-gemiddeld GM0505 2025-01-01 310100",
      "woz-gemiddeld GM0642 2025-01-01 299500",
    ]);
  });
});

describe("a figure that somebody else delivered otherwise", () => {
  const zelfde = (bron: string, getal: bigint): Waarneming => ({
    indicator: "inwoners",
    cel: [],
    gebied: "GM0505",
    moment: "2025-01-01",
    inhoud: { soort: "getal", waarde: { teller: getal, noemer: 1n } },
    bron,
  });
  const RIJEN = [
    ["Gemeente", "Inwoners 1-1-2025"],
    ["Dordrecht", 120_000],
  ];

  it("is a choice for people, and of the same sender it is none", () => {
    const tellend: readonly Tellendcijfer[] = [
      { waarneming: zelfde("CBS", 119_000n), herkomst: { soort: "meegeleverd" } },
      {
        waarneming: zelfde("eigen", 118_000n),
        herkomst: { soort: "inlevering", id: "1", afzender: "gemeente  dordrecht" },
      },
      {
        waarneming: zelfde("regio", 120_000n),
        herkomst: { soort: "inlevering", id: "2", afzender: "regio" },
      },
    ];
    const gelezen = lees(RIJEN, { tellend });
    expect(gelezen.botsingen.map(({ bron, gebieden }) => [bron, gebieden])).toEqual([
      ["CBS", ["GM0505"]],
    ]);
    const before = openstaand(gelezen, [], []);
    expect(isKlaar(before)).toBe(false);
    const keuze = {
      id: gelezen.botsingen[0]?.id ?? "",
      keuze: "gaat-voor",
      reden: "eigen",
    } as const;
    expect(isKlaar(openstaand(gelezen, [], [keuze]))).toBe(true);
    expect(uitkomstVan(gelezen)).toBe("overgenomen met opmerkingen");
  });

  it("is nothing to ask about where all is in order", () => {
    const gelezen = lees(RIJEN);
    expect(isKlaar(openstaand(gelezen, [], []))).toBe(true);
    expect(uitkomstVan(gelezen)).toBe("overgenomen");
  });
});
