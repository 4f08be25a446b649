import { describe, expect, it } from "vitest";
import { formatBreuk } from "#domain/breuk.ts";
import { basis } from "#test/basis.ts";
import { readFigureFile } from "./figure-file.ts";
import { readFigureOptions } from "./figure-input.ts";
import { readFilledIn } from "./filled-in.ts";
import { resolveFigures } from "./resolve-figures.ts";

function contextFor(regio = "drechtsteden") {
  const document = basis.bibliotheek.find("gmr-urgenten");
  const gebied = basis.gebied(regio, "2026-01-01");
  if (document?.soort !== "verdeling" || gebied.soort !== "gevonden") throw new Error("basis");
  return { basis, document, gebied: gebied.gebied, day: "2026-01-01" };
}

function read(...values: readonly string[]) {
  const { figures, fouten } = readFigureOptions(values);
  const found = resolveFigures(figures, contextFor());
  return { ...found, fouten: [...fouten, ...found.fouten] };
}

function readFile(text: string, file: string) {
  const { figures, fouten } = readFigureFile(text, file);
  const found = resolveFigures(figures, contextFor());
  return { ...found, fouten: [...fouten, ...found.fouten] };
}

describe("a figure on the command line", () => {
  it("is of the region where it names no gemeente", () => {
    const [figure] = read("urgenten=450").waarnemingen;
    expect(figure).toMatchObject({ indicator: "urgenten", gebied: "*", bron: "door u ingevuld" });
  });

  it("may be a range, with the middle halfway", () => {
    const [figure] = read("mutatiegraad=5%..6%").waarnemingen;
    if (figure?.inhoud.soort !== "getal") throw new Error("geen getal");
    const { laag, waarde, hoog } = figure.inhoud;
    expect([laag, waarde, hoog].map((part) => part && formatBreuk(part))).toEqual([
      "0.05",
      "0.055",
      "0.06",
    ]);
  });

  it("finds a gemeente by code, by name and by both", () => {
    const found = read(
      "inwoners@GM0505=1",
      "bezit.woonbron@dordrecht=2",
      "urgenten@GM0505 Dordrecht=3",
    );
    expect(found.fouten).toEqual([]);
    expect(found.waarnemingen.map(({ gebied, cel }) => [gebied, ...cel])).toEqual([
      ["GM0505"],
      ["GM0505", "woonbron"],
      ["GM0505"],
    ]);
  });

  it("may be of another moment", () => {
    const [figure] = read("arbeidsmigranten@GM0505@2030=12").waarnemingen;
    expect(figure?.moment).toBe("2030");
  });

  it("F222 may be said to be unknown, which is not nought", () => {
    expect(read("inwoners@GM0505=onbekend").waarnemingen[0]?.inhoud).toEqual({ soort: "onbekend" });
  });

  it.each([
    ["urgenten=oneindig", "«oneindig» is geen getal."],
    ["urgenten=Infinity", "«Infinity» is geen getal."],
    ["urgenten=1/0", "«1/0» is geen getal."],
    ["urgenten=1,5", "«1,5» is geen getal. Schrijf een punt (1.5)."],
    ["urgenten=", "«» is geen getal."],
    ["urgenten=1.500", "«1.500» kan twee dingen betekenen. Schrijf 1500 zonder punt"],
    [`urgenten=${"9".repeat(60)}`, "is te lang voor een getal"],
    ["urgenten=9..3", "«9» is meer dan «3». Zet het laagste getal voorop."],
    ["mutatiegraad=5", "«5» is meer dan het geheel."],
    ["mutatiegraad=5", "Bedoelt u 5%?"],
    ["aangewezen@GM0505=3", "«3» kan hier niet. Schrijf ja, nee of onbekend."],
    ["urgente=3", "Er is geen cijfer «urgente». Bedoelt u «urgenten»?"],
    [
      "deel-urgenten=3",
      "is een parameter van dit document. Vul hem in met «--vul deel-urgenten=…».",
    ],
    ["inwoners@Dordrect=3", "Er is geen gemeente «Dordrect». Bedoelt u «Dordrecht»?"],
    ["inwoners@GM9999=3", "Er is geen gemeente met code «GM9999»."],
    ["inwoners@GM0505 Breda=3", "GM0505 is op 1 januari 2026 Dordrecht. Breda is GM0758."],
    ["inwoners@GM0501=3", "zij bestond tot en met 31 december 2022"],
    ["urgenten@@morgen=3", "«morgen» is geen datum of periode."],
    ["urgenten", "Schrijf «naam=waarde» of «naam@gemeente=waarde»"],
  ])("is refused with its place and how to mend it: %s", (value, text) => {
    const { fouten, waarnemingen } = read(value);
    expect(waarnemingen).toEqual([]);
    expect(fouten[0]).toContain(`--cijfer ${value}\n  `);
    expect(fouten[0]).toContain(text);
  });

  it("is refused the second time, and everything wrong is told at once", () => {
    const { fouten } = read("inwoners@GM0505=1", "inwoners@Dordrecht=2", "urgenten=x", "y=1");
    expect(fouten).toHaveLength(3);
    expect(fouten.join("\n")).toContain("al gegeven (--cijfer inwoners@GM0505=1)");
  });

  it("has only the parts and the codes that its code list knows", () => {
    const { fouten } = read(
      "woningen.sociale-hur=3",
      "eigendom=kasteel",
      "woningen.sociale-huur=3",
    );
    expect(fouten).toEqual([
      "--cijfer woningen.sociale-hur=3\n  «woningen» heeft geen onderdeel «sociale-hur». Bedoelt u «sociale-huur»?",
      "--cijfer eigendom=kasteel\n  «eigendom» heeft geen code «kasteel». Kies uit: huur, koop.",
    ]);
  });

  it("is told to lie outside the region, and does no harm there", () => {
    const { fouten, opmerkingen } = read("inwoners@Amsterdam=1");
    expect(fouten).toEqual([]);
    expect(opmerkingen).toEqual(["1 cijfer gaat over gemeenten buiten Drechtsteden: Amsterdam."]);
  });
});

describe("a csv file of figures", () => {
  it("reads as a Dutch spreadsheet saves it: semicolons and decimal commas", () => {
    const text =
      "\uFEFFcijfer;gebied;waarde;laag;hoog;bron\r\nmutatiegraad;GM0505;;5,5%;6,5%;Regio\r\n";
    const { waarnemingen, fouten } = readFile(text, "x.csv");
    expect(fouten).toEqual([]);
    expect(waarnemingen[0]).toMatchObject({ gebied: "GM0505", bron: "Regio" });
  });

  it("keeps separators and quotes inside a quoted cell", () => {
    const text = 'cijfer,waarde,bron\nurgenten,450,"Regio, opgave ""2026"""\n';
    expect(readFile(text, "x.csv").waarnemingen[0]?.bron).toBe('Regio, opgave "2026"');
  });

  it.each([
    [
      "cijfer;waarde;gebiet\nurgenten;1;x\n",
      "x.csv:1\n  Onbekende kolom «gebiet». Bedoelt u «gebied»?",
    ],
    ["gebied;waarde\nGM0505;1\n", "x.csv:1\n  De kolom «cijfer» ontbreekt."],
    ["cijfer;waarde\nurgenten;1;2\n", "x.csv:2\n  Deze regel heeft 3 cellen; het moeten er 2 zijn"],
    ["cijfer;waarde\n\nurgenten;veel\n", "x.csv:3  urgenten\n  «veel» is geen getal."],
    ['cijfer;waarde\nurgenten;"1"2\n', "x.csv:2\n  Hier staat een los aanhalingsteken."],
    ["", "De kolom «cijfer» ontbreekt."],
  ])("is refused with file and line: %j", (text, message) => {
    expect(readFile(text, "x.csv").fouten.join("\n")).toContain(message);
  });
});

describe("a yaml file of figures", () => {
  it("reads the words of a scenario, with a source and a moment for all", () => {
    const text =
      "bron: Regio\nmoment: 2026\ncijfers:\n  urgenten: { van: 420, tot: 480 }\n  inwoners: { GM0505 Dordrecht: 100, Zwijndrecht: onbekend }\n  woningen: { GM0505: { sociale-huur: 30 } }\n";
    const { waarnemingen, fouten } = readFile(text, "x.yaml");
    expect(fouten).toEqual([]);
    expect(waarnemingen.map(({ indicator, gebied, cel }) => [indicator, gebied, ...cel])).toEqual([
      ["urgenten", "*"],
      ["inwoners", "GM0505"],
      ["inwoners", "GM0642"],
      ["woningen", "GM0505", "sociale-huur"],
    ]);
    expect(waarnemingen.every(({ bron, moment }) => bron === "Regio" && moment === "2026")).toBe(
      true,
    );
  });

  it.each([
    ["cijfers: { urgenten: [1] }\n", "x.yaml:1:22  urgenten\n  Hier staat geen getal."],
    ["urgenten: 3\n", "x.yaml\n  Het blok «cijfers» ontbreekt."],
    ["cijfers:\n\turgenten: 3\n", "Hier staat een tab."],
    ["cijfers: { urgenten: zes }\n", "x.yaml:1:22  urgenten\n  «zes» is geen getal."],
  ])("is refused with its place: %j", (text, message) => {
    const told = readFile(text, "x.yaml").fouten.join("\n");
    expect(told).toContain(message);
  });
});

describe("what people fill in on the command line", () => {
  const fill = (...values: readonly string[]) =>
    readFilledIn(values, basis.gemeenten, "2026-01-01");

  it("reads the words of the document", () => {
    const { ingevuld } = fill(
      "deel-urgenten=30%",
      "sleutel=inwoners",
      "behoefte=60..80",
      "gelijke-standen=Zwijndrecht,GM0505",
    );
    expect(ingevuld).toEqual({
      "deel-urgenten": "30%",
      sleutel: { "naar-rato-van": "inwoners" },
      behoefte: { van: "60", tot: "80" },
      "gelijke-standen": ["GM0642", "GM0505"],
    });
  });

  it("puts a choice and what belongs to it in one block, in either order", () => {
    const block = { keuze: "extra-aanbod", hoe: "flexwoningen", eigenaar: "regio" };
    expect(
      fill(
        "wat-niet-past=extra-aanbod",
        "wat-niet-past.hoe=flexwoningen",
        "wat-niet-past.eigenaar=regio",
      ).ingevuld,
    ).toEqual({ "wat-niet-past": block });
    expect(
      fill(
        "wat-niet-past.hoe=flexwoningen",
        "wat-niet-past.eigenaar=regio",
        "wat-niet-past=extra-aanbod",
      ).ingevuld,
    ).toEqual({ "wat-niet-past": block });
  });

  it("reads a piece of a document", () => {
    const { ingevuld } = fill("sleutel={ gewogen: [{ gewicht: 1, naar-rato-van: inwoners }] }");
    expect(ingevuld.sleutel).toEqual({ gewogen: [{ gewicht: "1", "naar-rato-van": "inwoners" }] });
  });

  it("is refused where it has no value, is there twice, or names no gemeente", () => {
    const { fouten } = fill("drempel", "a=1", "a=2", "gelijke-standen=Dordrect,Zwijndrecht");
    expect(fouten).toHaveLength(3);
    expect(fouten[0]).toContain("Schrijf «naam=waarde»");
    expect(fouten[1]).toContain("«a» is al ingevuld");
    expect(fouten[2]).toContain("Bedoelt u «Dordrecht»?");
  });
});
