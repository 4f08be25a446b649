import { describe, expect, it } from "vitest";
import { createGemeentelijst } from "#domain/gebied.ts";
import type { Overgang } from "#domain/herindeling.ts";
import type { Indeling } from "#domain/indeling.ts";
import { leesDocument } from "#test/builders.ts";
import { rekengebiedFor } from "./rekengebied.ts";
import { computeIndeling } from "./uitkomst.ts";

const gemeenten = createGemeentelijst(
  [
    { code: "GM0398", naam: "Heerhugowaard", provincie: "PV27", tot: "2021-12-31" },
    { code: "GM0416", naam: "Langedijk", provincie: "PV27", tot: "2021-12-31" },
    { code: "GM1980", naam: "Dijk en Waard", provincie: "PV27", sinds: "2022-01-01" },
    { code: "GM0363", naam: "Amsterdam", provincie: "PV27" },
    { code: "GM0457", naam: "Weesp", provincie: "PV27", tot: "2022-03-23" },
    { code: "GM0788", naam: "Haaren", provincie: "PV30", tot: "2020-12-31" },
    { code: "GM0757", naam: "Boxtel", provincie: "PV30" },
  ],
  [],
);

const basis = { zekerheid: "vast", bron: "CBS" } as const;
const overgangen: readonly Overgang[] = [
  { ...basis, datum: "2022-01-01", van: "GM0398", naar: "GM1980" },
  { ...basis, datum: "2022-01-01", van: "GM0416", naar: "GM1980" },
  { ...basis, datum: "2022-03-24", van: "GM0457", naar: "GM0363" },
  { ...basis, datum: "2021-01-01", van: "GM0788", naar: "GM0757", deel: "onbekend" },
];

function indeling(regios: string, rest = ""): Indeling {
  const document = leesDocument(
    `soort: indeling\nid: proef\ntitel: Proef\nonderwerp: indeling\nbron: proef\nstatus: concept\nsoort-regio: samenwerking\npeildatum: 2020-01-01\nregios:\n${regios}\n${rest}`,
  );
  if (document.soort !== "indeling") throw new Error("it is an indeling");
  return document;
}

const lijst = (...codes: readonly string[]) => `[${codes.join(", ")}]`;
const regio = (id: string, codes: string) => `  ${id}: { titel: Regio ${id}, gemeenten: ${codes} }`;

function gebied(document: Indeling, naam: string, op: string) {
  const found = rekengebiedFor(naam, op, {
    indelingen: [document],
    gemeenten,
    overgangen: () => overgangen,
  });
  if (found.soort !== "gevonden") throw new Error("the region is there");
  return found.gebied;
}

describe("a region over a herindeling", () => {
  const samen = indeling(regio("west", lijst("GM0398 Heerhugowaard", "GM0416 Langedijk")));

  it("has the new gemeente in the place of those that were, and says so", () => {
    expect(gebied(samen, "west", "2021-06-01").eenheden.map(({ id }) => id)).toEqual([
      "GM0398",
      "GM0416",
    ]);
    expect(gebied(samen, "west", "2024").eenheden).toEqual([
      {
        id: "GM1980",
        naam: "Dijk en Waard",
        provincie: "PV27",
        aanname: "in de plaats van Heerhugowaard en Langedijk (herindeling 1 januari 2022)",
      },
    ]);
    expect(computeIndeling(samen, "2024", gemeenten, overgangen)).toMatchObject({
      bestaatNiet: [],
      botsingen: [],
    });
  });

  it("is no surer of it than of the least sure of the members", () => {
    const onzeker = indeling(
      regio("west", "[GM0398 Heerhugowaard, { gemeente: GM0416 Langedijk, zekerheid: onzeker }]"),
    );
    expect(gebied(onzeker, "west", "2024").onzeker).toEqual(["GM1980 Dijk en Waard"]);
  });

  it("names both regions where a merger goes across them, and waits for people", () => {
    const twee = indeling(
      `${regio("west", lijst("GM0398 Heerhugowaard"))}\n${regio("oost", lijst("GM0416 Langedijk"))}`,
    );
    expect(computeIndeling(twee, "2024", gemeenten, overgangen).botsingen).toEqual([
      {
        code: "GM1980",
        naam: "Dijk en Waard",
        regios: [
          { id: "west", titel: "Regio west", door: ["Heerhugowaard"] },
          { id: "oost", titel: "Regio oost", door: ["Langedijk"] },
        ],
      },
    ]);
    expect(gebied(twee, "west", "2024").onzeker).toEqual(["GM1980 Dijk en Waard"]);
  });

  it("meets such a botsing too where one of them kept its name", () => {
    const twee = indeling(
      `${regio("stad", lijst("GM0363 Amsterdam"))}\n${regio("vecht", lijst("GM0457 Weesp"))}`,
    );
    const [botsing] = computeIndeling(twee, "2024", gemeenten, overgangen).botsingen;
    expect(botsing?.regios.map(({ id, door }) => [id, door])).toEqual([
      ["stad", ["Amsterdam"]],
      ["vecht", ["Weesp"]],
    ]);
  });

  it("does not move a gemeente that only took over a part", () => {
    const twee = indeling(
      `${regio("noord", lijst("GM0788 Haaren", "GM0363 Amsterdam"))}\n${regio("zuid", lijst("GM0757 Boxtel"))}`,
    );
    expect(computeIndeling(twee, "2024", gemeenten, overgangen).botsingen).toEqual([]);
    expect(gebied(twee, "noord", "2024").eenheden.map(({ id }) => id)).toEqual(["GM0363"]);
  });

  it("follows what its own document says, where the lists know nothing of it", () => {
    const eigen = indeling(
      regio("west", lijst("GM0398 Heerhugowaard")),
      "herindelingen: [{ datum: 2022-01-01, van: [GM0398 Heerhugowaard], naar: [GM1980 Dijk en Waard] }]\n",
    );
    expect(computeIndeling(eigen, "2024", gemeenten).regios[0]?.leden).toMatchObject([
      { code: "GM1980" },
    ]);
  });
});
