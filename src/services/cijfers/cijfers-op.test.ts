import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { breuk, formatBreuk, parseBreuk } from "#domain/breuk.ts";
import { createCijferbron, type Waarneming } from "#domain/waarneming.ts";
import { computeVerdeling } from "#rules/verdeling/index.ts";
import { toVraag } from "#services/verdeling/opdracht.ts";
import { parseCsv } from "#sources/csv.ts";
import { findProjectRoot } from "#sources/project-root.ts";
import { basis } from "#test/basis.ts";
import { leesDocument } from "#test/builders.ts";
import { listGemeentecijfers } from "./cijferoverzicht.service.ts";
import { cijfersOp } from "./cijfers-op.ts";
import { toOpenbareBasis } from "./openbare-cijfers.ts";

function geleverd(indicator: string, gebied: string, getal: number, moment: string): Waarneming {
  return {
    indicator,
    gebied,
    cel: [],
    moment,
    inhoud: { soort: "getal", waarde: breuk(getal) },
    bron: "een oude levering",
  };
}

function withFigures(own: readonly Waarneming[]) {
  const extra = createCijferbron(own);
  const find = (naam: string, gebied: string) => [
    ...extra.find(naam, gebied),
    ...basis.cijfers.find(naam, gebied),
  ];
  return { ...basis, cijfers: { find } };
}

const OUD = [
  geleverd("inwoners", "GM0398", 57_000, "2019-01-01"),
  geleverd("inwoners", "GM0416", 28_000, "2019-01-01"),
];

describe("figures of gemeenten that are no more", () => {
  const oud = withFigures(OUD);

  it("are on the page of the gemeente that they became, with how they came about", () => {
    const regels = listGemeentecijfers(toOpenbareBasis(oud), "GM1980", "2026-01-01");
    const [inwoners] = regels.filter(({ indicator }) => indicator.id === "inwoners");
    const [own] = (inwoners?.geleverd ?? []).filter(
      ({ waarneming }) => waarneming.moment === "2019-01-01",
    );
    expect(own?.band && formatBreuk(own.band.midden)).toBe("85000");
    expect(own?.waarneming.opmerking).toBe(
      "som van Heerhugowaard en Langedijk, herindeling 1 januari 2022, exact",
    );
  });

  it("count in a verdeling over the gemeenten of now, and the outcome says where they came from", () => {
    const document = leesDocument(VERDELING);
    if (document.soort !== "verdeling") throw new Error("it is a verdeling");
    const anderen = ["GM0361", "GM0373", "GM0399"].map((code, i) =>
      geleverd("inwoners", code, 10_000 + i * 2_000, "2019-01-01"),
    );
    const read = toVraag(withFigures([...OUD, ...anderen]), {
      document,
      regio: "corop-alkmaar-en-omgeving",
      op: "2026-01-01",
      cijfers: [],
      ingevuld: {},
    });
    if (!read.ok) throw new Error(read.fouten.join());
    const { eenheden, gebruikt, meldingen } = computeVerdeling(read.vraag);
    expect(meldingen).toEqual([]);
    expect(eenheden.map(({ naam, aantal }) => [naam, formatBreuk(aantal.midden)])).toContainEqual([
      "Dijk en Waard",
      "702",
    ]);
    expect(gebruikt.find(({ gebied }) => gebied === "GM1980")?.opmerking).toContain(
      "som van Heerhugowaard en Langedijk",
    );
  });

  it("stay closed where one of the gemeenten was closed, and are then not told to be unknown", () => {
    const klein = withFigures([
      geleverd("plaatsingen-urgenten", "GM0398", 4, "2021"),
      geleverd("plaatsingen-urgenten", "GM0416", 50, "2021"),
    ]);
    const openbaar = toOpenbareBasis(klein);
    expect(cijfersOp(klein, "2026-01-01").find("plaatsingen-urgenten", "GM1980")).toHaveLength(1);
    expect(cijfersOp(openbaar, "2026-01-01").find("plaatsingen-urgenten", "GM1980")).toEqual([]);
    expect(openbaar.isDicht("plaatsingen-urgenten", "GM1980")).toBe(true);
    expect(openbaar.isDicht("plaatsingen-urgenten", "GM0361")).toBe(false);
  });
});

const VERDELING = `soort: verdeling
id: proef
titel: Een proef
onderwerp: aandachtsgroepen
spoor: 1
bron: verzonnen voor een proef
status: voorbeeld
opgave: { aantal: 1000, eenheid: woningen }
stappen: [{ over: gemeenten, sleutel: { naar-rato-van: inwoners op 2019-01-01 } }]
`;

const KWB = join(findProjectRoot(), "../shared/data/kwb-2021-per-gemeente/kwb-2021-gemeenten.csv");

describe("the figures that ship, which were brought to the gemeenten of 2024 before they shipped", () => {
  it.skipIf(!existsSync(KWB))(
    "are those of the 352 gemeenten of 2021 carried over (skipped where the raw table is absent)",
    () => {
      const raw = parseCsv(readFileSync(KWB, "utf8").trimEnd(), "kwb").flatMap((cell) =>
        [
          ["inwoners", "inwoners_2021"],
          ["land-km2", "land_km2"],
        ].map(([indicator = "", column = ""]): Waarneming => {
          const waarde = parseBreuk(cell(column));
          const inhoud = waarde ? ({ soort: "getal", waarde } as const) : ONBEKEND;
          const gebied = cell("gemeentecode");
          return { indicator, gebied, cel: [], moment: "2021-01-01", bron: "kwb", inhoud };
        }),
      );
      const carried = cijfersOp({ ...basis, cijfers: createCijferbron(raw) }, "2026-01-01");
      const readAt = (bron: typeof carried, indicator: string, code: string) =>
        bron
          .find(indicator, code)
          .filter(({ moment }) => moment === "2021-01-01")
          .map(({ inhoud }) =>
            inhoud.soort === "getal" ? formatBreuk(inhoud.waarde) : "onbekend",
          );
      expect(raw).toHaveLength(2 * 352);
      for (const { code } of basis.gemeenten.list("2026-01-01")) {
        for (const indicator of ["inwoners", "land-km2"]) {
          const own = readAt(carried, indicator, code);
          expect(own, `${indicator} ${code}`).toEqual(readAt(basis.cijfers, indicator, code));
        }
      }
    },
  );
});

const ONBEKEND = { soort: "onbekend" } as const;
