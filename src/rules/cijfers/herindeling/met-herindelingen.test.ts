import { describe, expect, it } from "vitest";
import { breuk, formatBreuk } from "#domain/breuk.ts";
import { createBibliotheek } from "#domain/document.ts";
import type { Overgang } from "#domain/herindeling.ts";
import { createCijferbron, type Waarneming } from "#domain/waarneming.ts";
import { leesDocument } from "#test/builders.ts";
import { completeOvergangen, groupGebeurtenissen, overgangenOp } from "./gebeurtenissen.ts";
import { withHerindelingen } from "./met-herindelingen.ts";

const NAMEN: Readonly<Record<string, string>> = {
  GM0398: "Heerhugowaard",
  GM0416: "Langedijk",
  GM1980: "Dijk en Waard",
  GM0363: "Amsterdam",
  GM0457: "Weesp",
  GM0788: "Haaren",
  GM0757: "Boxtel",
  GM0855: "Tilburg",
};

const over = (
  datum: string,
  van: string,
  naar: string,
  rest: Partial<Overgang> = {},
): Overgang => ({
  datum,
  van,
  naar,
  zekerheid: "vast",
  bron: "CBS",
  ...rest,
});

const deel = (part: string, [laag, hoog]: readonly [number, number]): Partial<Overgang> => ({
  deel: {
    deel: breuk(BigInt(part), 100n),
    laag: breuk(laag, 100),
    hoog: breuk(hoog, 100),
    gewicht: "inwoners van de kernen",
  },
});

const BESTOND = new Set(["GM0363", "GM0757", "GM0855"]);
const ALLE = completeOvergangen(
  [
    over("2022-01-01", "GM0398", "GM1980"),
    over("2022-01-01", "GM0416", "GM1980"),
    over("2022-03-24", "GM0457", "GM0363"),
    over("2021-01-01", "GM0788", "GM0757", deel("30", [25, 40])),
    over("2021-01-01", "GM0788", "GM0855", deel("70", [60, 75])),
    over("2027-01-01", "GM0855", "GM0757", { zekerheid: "aangekondigd" }),
  ],
  (code) => BESTOND.has(code),
);

const kop = (id: string, rest: string) =>
  leesDocument(
    `soort: indicator\nid: ${id}\ntitel: ${id}\nonderwerp: algemeen\nbron: proef\nstatus: voorbeeld\nniveau: [gemeente]\nmeetmoment: peildatum\n${rest}`,
  );

const bibliotheek = createBibliotheek([
  kop("inwoners", "eenheid: personen"),
  kop("woningvoorraad", "eenheid: woningen"),
  kop(
    "koop-aandeel",
    "eenheid: deel\noptelbaar: nee\ngewicht: woningvoorraad\nmarge: 0.5 procentpunt",
  ),
  kop("stedelijkheid", "eenheid: klasse\noptelbaar: nee"),
]);

function cijfer(
  indicator: string,
  gebied: string,
  getal: number | string,
  rest: Partial<Waarneming> = {},
): Waarneming {
  const inhoud =
    typeof getal === "number"
      ? ({ soort: "getal", waarde: breuk(Math.round(getal * 1000), 1000) } as const)
      : ({ soort: "onbekend" } as const);
  return { indicator, gebied, cel: [], moment: "2021-01-01", bron: "oud", inhoud, ...rest };
}

function lees(
  waarnemingen: readonly Waarneming[],
  indicator: string,
  gebied: string,
  op = "2026-01-01",
) {
  const bron = withHerindelingen({
    cijfers: createCijferbron(waarnemingen),
    bibliotheek,
    herindelingen: {
      overgangen: overgangenOp(ALLE, op),
      naamVan: (code) => NAMEN[code] ?? code,
    },
  });
  return bron.find(indicator, gebied).map(({ inhoud, opmerking = "", bron: source }) => ({
    waarde: inhoud.soort === "getal" ? formatBreuk(inhoud.waarde) : inhoud.soort,
    ...(inhoud.soort === "getal" && inhoud.laag && inhoud.hoog
      ? { van: formatBreuk(inhoud.laag), tot: formatBreuk(inhoud.hoog) }
      : {}),
    opmerking,
    bron: source,
  }));
}

describe("a figure from before a merger", () => {
  const oud = [cijfer("inwoners", "GM0398", 58_387), cijfer("inwoners", "GM0416", 28_163)];

  it("is the sum of the gemeenten that were, and says so", () => {
    expect(lees(oud, "inwoners", "GM1980")).toEqual([
      {
        waarde: "86550",
        opmerking: "som van Heerhugowaard en Langedijk, herindeling 1 januari 2022, exact",
        bron: "oud",
      },
    ]);
  });

  it("stays that of the gemeenten themselves for who asks on a day before it", () => {
    expect(lees(oud, "inwoners", "GM1980", "2021-06-01")).toEqual([]);
    expect(lees(oud, "inwoners", "GM0398", "2021-06-01")).toMatchObject([{ waarde: "58387" }]);
  });

  it("goes behind a figure of the new gemeente that was delivered, of the same moment", () => {
    const eigen = cijfer("inwoners", "GM1980", 86_551, { bron: "nieuw" });
    expect(lees([...oud, eigen], "inwoners", "GM1980")).toMatchObject([
      { waarde: "86551", opmerking: "", bron: "nieuw" },
    ]);
  });

  it("is missing where one of them lacks, and unknown where one is told to be unknown", () => {
    expect(lees(oud.slice(0, 1), "inwoners", "GM1980")).toEqual([]);
    const onbekend = [cijfer("inwoners", "GM0398", 5), cijfer("inwoners", "GM0416", "onbekend")];
    expect(lees(onbekend, "inwoners", "GM1980")).toMatchObject([{ waarde: "onbekend" }]);
  });

  it("may come from each gemeente apart, with both sources named", () => {
    const apart = [
      cijfer("inwoners", "GM0398", 10, { bron: "gemeente Heerhugowaard" }),
      cijfer("inwoners", "GM0416", 20, { bron: "gemeente Langedijk" }),
    ];
    expect(lees(apart, "inwoners", "GM1980")).toMatchObject([
      { waarde: "30", bron: "gemeente Heerhugowaard; gemeente Langedijk" },
    ]);
  });

  it("is no sum of sources that contradict each other", () => {
    const anders = cijfer("inwoners", "GM0416", 21, { bron: "gemeente Langedijk" });
    const eerste = cijfer("inwoners", "GM0416", 20, { bron: "provincie" });
    const ander = cijfer("inwoners", "GM0398", 10, { bron: "gemeente Heerhugowaard" });
    expect(lees([anders, eerste, ander], "inwoners", "GM1980")).toEqual([]);
  });
});

describe("a gemeente that took another in and kept its name", () => {
  const amsterdam = cijfer("inwoners", "GM0363", 873_338);
  const weesp = cijfer("inwoners", "GM0457", 20_445);

  it("counts with the other where its delivery still has that one apart", () => {
    expect(lees([amsterdam, weesp], "inwoners", "GM0363")).toMatchObject([
      {
        waarde: "893783",
        opmerking: "som van Amsterdam en Weesp, herindeling 24 maart 2022, exact",
      },
    ]);
  });

  it("counts as delivered where the delivery no longer has the other", () => {
    expect(lees([amsterdam], "inwoners", "GM0363")).toMatchObject([
      { waarde: "873338", opmerking: "" },
    ]);
  });

  it("has no figure out of an old delivery in which the other itself is missing", () => {
    const elders = cijfer("inwoners", "GM0398", 58_387);
    expect(lees([amsterdam, elders], "inwoners", "GM0363")).toEqual([]);
  });
});

describe("a part that was split off", () => {
  const haaren = cijfer("inwoners", "GM0788", 14_000, { moment: "2020-01-01" });
  const boxtel = cijfer("inwoners", "GM0757", 30_000, { moment: "2020-01-01" });

  it("is an estimate by what was counted, with its range, and no more exact than that", () => {
    expect(lees([haaren, boxtel], "inwoners", "GM0757")).toMatchObject([
      {
        waarde: "34200",
        van: "33500",
        tot: "35600",
        opmerking:
          "geschat: Boxtel en 30% van Haaren (25% tot 40%), naar inwoners van de kernen, herindeling 1 januari 2021",
      },
    ]);
  });

  it("is missing where nobody knows how large the part is", () => {
    const onbekend = ALLE.map((item) =>
      item.van === "GM0788" ? ({ ...item, deel: "onbekend" } as const) : item,
    );
    const bron = withHerindelingen({
      cijfers: createCijferbron([haaren, boxtel]),
      bibliotheek,
      herindelingen: { overgangen: overgangenOp(onbekend, "2026-01-01"), naamVan: (code) => code },
    });
    expect(bron.find("inwoners", "GM0757")).toEqual([]);
  });
});

describe("a share or an average", () => {
  const delen = [cijfer("koop-aandeel", "GM0398", 0.6), cijfer("koop-aandeel", "GM0416", 0.8)];
  const woningen = [
    cijfer("woningvoorraad", "GM0398", 24_000, { moment: "2022-01-01" }),
    cijfer("woningvoorraad", "GM0416", 12_000, { moment: "2022-01-01" }),
  ];

  it("is weighted with what its indicator names, keeps its margin, and says by what", () => {
    const [found] = lees([...delen, ...woningen], "koop-aandeel", "GM1980");
    expect(found).toMatchObject({ waarde: "2/3", van: "397/600", tot: "403/600" });
    expect(found?.opmerking).toBe(
      "gemiddelde van Heerhugowaard en Langedijk, gewogen met woningvoorraad (1 januari 2022), herindeling 1 januari 2022",
    );
  });

  it("is missing without a weight, whether a figure of it lacks or the indicator names none", () => {
    expect(lees([...delen, ...woningen.slice(1)], "koop-aandeel", "GM1980")).toEqual([]);
    const klassen = [cijfer("stedelijkheid", "GM0398", 3), cijfer("stedelijkheid", "GM0416", 3)];
    expect(lees([...klassen, ...woningen], "stedelijkheid", "GM1980")).toEqual([]);
  });
});

describe("an announced merger", () => {
  const gesloten = [
    cijfer("inwoners", "GM0757", 30_000, { moment: "2025" }),
    cijfer("inwoners", "GM0855", 220_000, { moment: "2025" }),
  ];

  it("is not applied, not even after its date", () => {
    expect(lees(gesloten, "inwoners", "GM0757", "2028-01-01")).toMatchObject([{ waarde: "30000" }]);
  });

  it("is applied where a person asks to reckon as if", () => {
    const bron = withHerindelingen({
      cijfers: createCijferbron(gesloten),
      bibliotheek,
      herindelingen: {
        overgangen: overgangenOp(
          ALLE,
          "2026-01-01",
          ({ zekerheid }) => zekerheid === "aangekondigd",
        ),
        naamVan: (code) => NAMEN[code] ?? code,
      },
    });
    expect(bron.find("inwoners", "GM0757")).toMatchObject([
      {
        inhoud: { waarde: breuk(250_000) },
        opmerking: "som van Boxtel en Tilburg, herindeling 1 januari 2027, exact",
      },
    ]);
  });
});

describe("what happens on a day", () => {
  it("is one gebeurtenis where gemeenten meet, with its kind", () => {
    const found = groupGebeurtenissen(ALLE);
    expect(found.map(({ id, soort, van, naar }) => [id, soort, van.length, naar.length])).toEqual([
      ["2021-01-01-GM0757", "splitsing", 3, 2],
      ["2022-01-01-GM1980", "samenvoeging", 2, 1],
      ["2022-03-24-GM0363", "samenvoeging", 2, 1],
      ["2027-01-01-GM0757", "samenvoeging", 2, 1],
    ]);
    const grens = completeOvergangen(
      [
        over("2024-01-01", "GM0757", "GM0855", deel("2", [1, 3])),
        over("2024-01-01", "GM0757", "GM0757", deel("98", [97, 99])),
      ],
      () => true,
    );
    expect(groupGebeurtenissen(grens)).toMatchObject([{ soort: "grenswijziging" }]);
  });
});
