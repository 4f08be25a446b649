import { describe, expect, it } from "vitest";
import { createGemeentelijst } from "#domain/gebied.ts";
import type { Indeling, Lid, Regio } from "#domain/indeling.ts";
import { rekengebiedFor, rekengebiedVan } from "./rekengebied.ts";
import { computeIndeling } from "./uitkomst.ts";

const gemeenten = createGemeentelijst(
  [
    { code: "GM0001", naam: "Aa", provincie: "PV90" },
    { code: "GM0002", naam: "Bee", provincie: "PV90" },
    { code: "GM0003", naam: "Cee", provincie: "PV91", tot: "2024-12-31" },
    { code: "GM0004", naam: "Dee", provincie: "PV91", sinds: "2025-01-01" },
  ],
  [
    { code: "PV90", naam: "Noord" },
    { code: "PV91", naam: "Zuid" },
  ],
);

const lid = (code: string, naam: string, rest: Partial<Lid> = {}): Lid => ({
  gemeente: { id: code, naam },
  zekerheid: "vast",
  ...rest,
});

const regio = (leden: readonly Lid[], rest: Partial<Regio> = {}): Regio => ({
  titel: "Een regio",
  gemeenten: leden,
  deelregios: {},
  zekerheid: "vast",
  ...rest,
});

const indeling = (
  regios: Readonly<Record<string, Regio>>,
  rest: Partial<Indeling> = {},
): Indeling => ({
  soort: "indeling",
  id: "proef",
  versie: 1,
  titel: "Proef",
  bron: { stuk: "proef", stand: "beleid" },
  onderwerp: "indeling",
  laag: "geen",
  status: "concept",
  parameters: {},
  afgeleid: {},
  soortRegio: "samenwerking",
  peildatum: "2026-01-01",
  regios,
  volledigVoor: [],
  herindelingen: [],
  ...rest,
});

const A = lid("GM0001", "Aa");
const B = lid("GM0002", "Bee");

function find(naam: string, indelingen: readonly Indeling[], op?: string) {
  return rekengebiedFor(naam, op, { indelingen, gemeenten });
}

function unitsOf(naam: string, indelingen: readonly Indeling[], op?: string) {
  const vondst = find(naam, indelingen, op);
  return vondst.soort === "gevonden" ? vondst.gebied.eenheden.map(({ id }) => id) : vondst.soort;
}

describe("a region by its name", () => {
  const twee = indeling({ noord: regio([A]), zuid: regio([B]) });

  it("is found by its own name, by its indeling and by both", () => {
    expect(unitsOf("noord", [twee])).toEqual(["GM0001"]);
    expect(unitsOf("proef@1#zuid", [twee])).toEqual(["GM0002"]);
    expect(unitsOf("proef", [indeling({ noord: regio([A]) })])).toEqual(["GM0001"]);
  });

  it("is a question where the name says too little, and unknown where nothing has it", () => {
    expect(find("proef", [twee])).toEqual({
      soort: "meer",
      keuzes: ["proef@1#noord", "proef@1#zuid"],
    });
    const alternatief = indeling({ noord: regio([A, B]) }, { id: "ander" });
    expect(find("noord", [twee, alternatief])).toEqual({
      soort: "meer",
      keuzes: ["proef@1#noord", "ander@1#noord"],
    });
    expect(find("oost", [twee])).toEqual({
      soort: "onbekend",
      keuzes: ["proef@1#noord", "proef@1#zuid"],
    });
  });

  it("is that of the version in force on the day, or of the version that is named", () => {
    const oud = indeling({ noord: regio([A]) }, { geldigTot: "2026-12-31" });
    const nieuw = indeling({ noord: regio([A, B]) }, { versie: 2, geldigVan: "2027-01-01" });
    expect(unitsOf("noord", [nieuw, oud], "2026-06-01")).toEqual(["GM0001"]);
    expect(unitsOf("noord", [oud, nieuw], "2027-01-01")).toEqual(["GM0001", "GM0002"]);
    expect(unitsOf("proef@1#noord", [oud, nieuw], "2027-01-01")).toEqual(["GM0001"]);
  });

  it("may be the country, or a provincie by its code, as it was on that day", () => {
    expect(unitsOf("nederland", [], "2024")).toEqual(["GM0001", "GM0002", "GM0003"]);
    expect(unitsOf("PV91", [], "2025-01-01")).toEqual(["GM0004"]);
    expect(unitsOf("PV91 Zuid", [])).toEqual(["GM0004"]);
  });
});

describe("the members of a region", () => {
  it("are those of the day: from sinds up to and including tot", () => {
    const leden = [
      lid("GM0001", "Aa", { tot: "2024-12-31" }),
      lid("GM0002", "Bee", { sinds: "2025-01-01" }),
    ];
    const proef = indeling({ noord: regio(leden) });
    expect(unitsOf("noord", [proef], "2024-12-31")).toEqual(["GM0001"]);
    expect(unitsOf("noord", [proef], "2025-H1")).toEqual(["GM0002"]);
    expect(unitsOf("noord", [proef])).toEqual(["GM0002"]);
  });

  it("say what they rest on where nobody sourced them, and who must be decided about", () => {
    const proef = indeling({
      noord: regio([
        lid("GM0001", "Aa", { zekerheid: "aanname", bron: "een site" }),
        lid("GM0002", "Bee", { zekerheid: "onzeker" }),
      ]),
    });
    const vondst = find("noord", [proef]);
    expect(vondst).toMatchObject({
      gebied: {
        id: "noord",
        indeling: "proef@1",
        eenheden: [
          { id: "GM0001", naam: "Aa", provincie: "PV90", aanname: "een site" },
          { id: "GM0002" },
        ],
        onzeker: ["GM0002 Bee"],
      },
    });
  });

  it("count and are told apart where there is no such gemeente on the day", () => {
    const proef = indeling({ noord: regio([A, lid("GM0003", "Cee")]) });
    expect(find("noord", [proef], "2026-01-01")).toMatchObject({
      gebied: {
        eenheden: [
          {},
          { id: "GM0003", aanname: "op 2026-01-01 is er geen gemeente met deze code" },
        ],
      },
    });
    expect(computeIndeling(proef, "2026-01-01", gemeenten).bestaatNiet).toEqual(["GM0003"]);
    expect(computeIndeling(proef, "2024-01-01", gemeenten).bestaatNiet).toEqual([]);
  });

  it("are in a deelregio with a readable title, marked where it is an example", () => {
    const delen = { "noord-ijmond": [A.gemeente], "gooi-en-vecht": [B.gemeente], leeg: [] };
    const proef = indeling(
      { noord: regio([A, B], { deelregios: delen }) },
      { status: "voorbeeld" },
    );
    expect(find("noord", [proef])).toMatchObject({
      gebied: {
        eenheden: [{ deelregio: "noord-ijmond" }, { deelregio: "gooi-en-vecht" }],
        deelregios: {
          "noord-ijmond": "Noord-IJmond (voorbeeld)",
          "gooi-en-vecht": "Gooi en Vecht (voorbeeld)",
        },
      },
    });
    const vondst = find("noord", [proef]);
    expect(vondst.soort === "gevonden" && vondst.gebied.deelregios).not.toHaveProperty("leeg");
  });

  it("can also be a list in the document itself", () => {
    const gebied = rekengebiedVan([{ id: "GM0001" }, { id: "X", naam: "Iks" }], "2026", gemeenten);
    expect(gebied.eenheden).toEqual([
      { id: "GM0001", naam: "Aa", provincie: "PV90" },
      { id: "X", naam: "Iks" },
    ]);
  });
});

describe("an indeling", () => {
  it("names who must be in a region and is not, by gemeente or by provincie", () => {
    const volledigVoor = [{ id: "GM0002", naam: "Bee" }, { id: "PV91" }];
    const proef = indeling({ noord: regio([A]) }, { volledigVoor });
    expect(computeIndeling(proef, undefined, gemeenten).onvolledig).toEqual([
      "GM0002 Bee",
      "GM0004 Dee",
    ]);
    expect(computeIndeling(proef, "2024-05-01", gemeenten).onvolledig).toEqual([
      "GM0002 Bee",
      "GM0003 Cee",
    ]);
  });

  it("names a gemeente that is in two regions, and members that are not settled", () => {
    const onzeker = lid("GM0002", "Bee", { zekerheid: "onzeker" });
    const proef = indeling({ noord: regio([A, onzeker]), zuid: regio([A]) });
    const uitkomst = computeIndeling(proef, undefined, gemeenten);
    expect(uitkomst.dubbel).toEqual(["GM0001"]);
    expect(uitkomst.onzeker).toEqual(["GM0002 Bee in noord"]);
    expect(uitkomst.regios.map(({ leden }) => leden.length)).toEqual([2, 1]);
  });
});
