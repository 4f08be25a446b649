import { describe, expect, it } from "vitest";
import { type Breuk, divide, formatBreuk, NUL, sum } from "#domain/breuk.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";
import { openbareBasis as basis } from "#test/basis.ts";
import { leesDocument } from "#test/builders.ts";
import { listGrenzen } from "./grenzen.ts";
import { type Pakketgrond, readGrond } from "./lezing.ts";
import { readMismatches, readOvername, readProgrammas } from "./naast-elkaar.ts";
import { type Pakketkolom, readPakket } from "./pakket.service.ts";
import { readVerschuivingen } from "./verschuivingen.service.ts";
import { pakketQuery, readPakketvraag } from "./vraag.ts";

const DRECHTSTEDEN = {
  alblasserdam: "GM0482",
  dordrecht: "GM0505",
  hardinxveld: "GM0523",
  ambacht: "GM0531",
  papendrecht: "GM0590",
  sliedrecht: "GM0610",
  zwijndrecht: "GM0642",
};
const ALL = Object.values(DRECHTSTEDEN);
const { dordrecht, hardinxveld } = DRECHTSTEDEN;

type Typed = Readonly<Record<string, string | readonly string[]>>;

/** A package of the Drechtsteden with made-up figures; a list is one per gemeente, by alphabet. */
function grondVan(typed: Typed): Pakketgrond {
  const query = new URLSearchParams({ regio: "drechtsteden", op: "2026-01-01" });
  for (const [naam, waarde] of Object.entries(typed)) {
    if (typeof waarde === "string") query.set(naam, waarde);
    else for (const [i, tekst] of waarde.entries()) query.set(`${naam}@${ALL[i]}`, tekst);
  }
  const lezing = readGrond(basis, readPakketvraag(query, "2026-01-01"));
  if (!lezing.ok) throw new Error(lezing.fouten.join("\n"));
  expect(lezing.fouten).toEqual([]);
  return lezing.grond;
}

function kolomVan(grond: Pakketgrond, titel: string): Pakketkolom {
  const found = readPakket(basis, grond)
    .flatMap(({ kolommen }) => kolommen)
    .find((kolom) => kolom.titel === titel);
  if (!found) throw new Error(`no column «${titel}»`);
  return found;
}

function told(kolom: Pakketkolom, id: string): string {
  const cel = kolom.cellen.get(id);
  return cel?.soort === "bekend" ? formatBand(cel.band) : (cel?.soort ?? "onbekend");
}

function formatBand({ laag, midden, hoog }: Bandbreedte): string {
  const [low, middle, high] = [laag, midden, hoog].map(formatBreuk);
  return low === high ? `${middle}` : `${low}–${high}`;
}

describe("the package of a region", () => {
  it("has every figure as known, a range, or unknown, and never nought for what is missing", () => {
    const kolom = kolomVan(
      grondVan({
        [`cijfer.azc-plekken@${dordrecht}`]: "80 tot 120",
        [`cijfer.azc-plekken@${hardinxveld}`]: "0",
      }),
      "azc",
    );
    expect(ALL.map((id) => told(kolom, id))).toEqual([
      "onbekend",
      "80–120",
      "0",
      ...Array(4).fill("onbekend"),
    ]);
    expect(kolom.samen).toBeUndefined();
  });

  it("F030 shows plan capacity as part of the agreed task, per gemeente and for the region", () => {
    const kolom = kolomVan(
      grondVan({
        "cijfer.plancapaciteit": ["13000", ...Array(6).fill("1000")],
        "cijfer.woningbouwopgave": ["10000", ...Array(6).fill("1000")],
      }),
      "capaciteit als deel van de opgave",
    );
    expect([told(kolom, ALL[0] ?? ""), told(kolom, dordrecht)]).toEqual(["1.3", "1"]);
    expect(kolom.samen && formatBreuk(kolom.samen.midden)).toBe("1.1875");
  });

  it("F054 is a part of the own freed homes; of 300 and 50 in a thousand the ratio is six", () => {
    const kolom = kolomVan(
      grondVan({
        "cijfer.plaatsingen-urgenten": ["12", "300", ...Array(5).fill("50")],
        "cijfer.vrijkomende-sociale-huurwoningen": ["240", ...Array(6).fill("1000")],
      }),
      "deel van de eigen woningen",
    );
    expect(ALL.slice(0, 3).map((id) => told(kolom, id))).toEqual(["0.05", "0.3", "0.05"]);
    const [village, city] = ALL.map((id) => kolom.cellen.get(id));
    if (village?.soort !== "bekend" || city?.soort !== "bekend") throw new Error("not known");
    expect(formatBreuk(divide(city.band.midden, village.band.midden))).toBe("6");
  });

  it("F079 keeps groups that a gemeente adds itself in a table apart from statutory ones", () => {
    const tabellen = readPakket(
      basis,
      grondVan({
        "cijfer.plaatsingen-urgenten": Array(7).fill("20"),
        "cijfer.plaatsingen-lokale-urgenten.stadsvernieuwing": Array(7).fill("30"),
      }),
    );
    const of = (naam: string) =>
      tabellen.filter(({ kolommen }) =>
        kolommen.some(({ indicator, samen }) => indicator === naam && samen),
      );
    const [statutory, local] = [of("plaatsingen-urgenten"), of("plaatsingen-lokale-urgenten")];
    expect(statutory.map(({ id }) => id)).toEqual(["urgenten"]);
    expect(local.map(({ id }) => id)).toEqual(["lokale-urgenten"]);
    const [first] = local[0]?.kolommen ?? [];
    expect(first?.samen && formatBreuk(first.samen.midden)).toBe("210");
  });

  it("tells a group only of the region where one gemeente has fewer than ten, and no share of it", () => {
    const typed = {
      "cijfer.plaatsingen-urgenten": ["9", ...Array(6).fill("50")],
      "cijfer.vrijkomende-sociale-huurwoningen": Array(7).fill("1000"),
    };
    const grond = grondVan(typed);
    for (const titel of ["urgenten geplaatst", "deel van de eigen woningen"]) {
      const kolom = kolomVan(grond, titel);
      expect(new Set(ALL.map((id) => told(kolom, id)))).toEqual(new Set(["alleen-regio"]));
      expect(kolom.dicht).toBe(true);
    }
    const { samen } = kolomVan(grond, "urgenten geplaatst");
    expect(samen && formatBreuk(samen.midden)).toBe("309");
    expect(told(kolomVan(grond, "komt vrij"), dordrecht)).toBe("1000");
  });

  it("brings back exactly this view from its address", () => {
    const typed = {
      eigen: dordrecht,
      [`cijfer.azc-plekken@${dordrecht}`]: "80 tot 120",
      "kies.vereffening-zorgvraag.bedrag": "1.000",
      "ruil.taakstelling-vergunninghouders": `${dordrecht} naar ${hardinxveld}: 5 tegen azc-plekken`,
    };
    const { vraag } = grondVan(typed);
    expect(readPakketvraag(pakketQuery(vraag), "2020-01-01")).toEqual(vraag);
    expect(vraag.ruil).toMatchObject([{ van: dordrecht, naar: hardinxveld, tegen: "azc-plekken" }]);
  });

  it.each([
    ["GM0505 naar GM0505: 5", "«GM0505 naar GM0505: 5» is geen afspraak"],
    ["GM0505 naar GM0523: 0", "«GM0505 naar GM0523: 0» is geen afspraak"],
    ["GM0505 naar GM0363: 5", "«GM0363» hoort niet bij"],
  ])("says what cannot be read in «%s», and still shows the rest", (tekst, fout) => {
    const query = `regio=drechtsteden&ruil.taakstelling-vergunninghouders=${tekst}`;
    const lezing = readGrond(basis, readPakketvraag(new URLSearchParams(query), "2026-01-01"));
    expect(lezing.ok).toBe(true);
    expect(lezing.fouten.join()).toContain(fout);
  });
});

const TAAK = "taakstelling-vergunninghouders";
const SETTLED = "vereffening-zorgvraag";
const WITH_TASK = { [`kies.${TAAK}.landelijk-aantal`]: "20.000" };

function boekVan(typed: Typed, document: string) {
  const found = readVerschuivingen(basis, grondVan(typed)).find(
    (item) => item.document.id === document,
  );
  if (!found) throw new Error(`no books of ${document}`);
  return found;
}

function sumOf(numbers: readonly (Breuk | undefined)[]): string {
  return formatBreuk(sum(numbers.map((number) => number ?? NUL)));
}

describe("agreed shifts", () => {
  it("F181 books a take-over on both sides, and the sum stays equal", () => {
    const ruil = { [`ruil.${TAAK}`]: `${dordrecht} naar ${hardinxveld}: 5` };
    const { regels } = boekVan({ ...WITH_TASK, ...ruil }, TAAK);
    const shifts = regels.map(({ id, ruil: shift }) => [id, formatBreuk(shift)]);
    expect(Object.fromEntries(shifts)).toMatchObject({ [dordrecht]: "-5", [hardinxveld]: "5" });
    expect(sumOf(regels.map(({ ruil: shift }) => shift))).toBe("0");
    const agreed = regels.map(({ afgesproken }) => afgesproken);
    expect(sumOf(agreed)).toBe(sumOf(regels.map(({ zonderRuil }) => zonderRuil)));
  });

  it("F181 refuses more than a gemeente has, with the reason, and books nothing", () => {
    const ruil = { [`ruil.${TAAK}`]: `${dordrecht} naar ${hardinxveld}: 5000` };
    const { regels, meldingen } = boekVan({ ...WITH_TASK, ...ruil }, TAAK);
    expect(regels).toEqual([]);
    expect(meldingen).toMatchObject([{ soort: "geweigerd" }]);
  });

  it("F183 takes the whole task of who has the azc over, and keeps what it was for", () => {
    const before = boekVan(WITH_TASK, TAAK).regels.find(({ id }) => id === dordrecht);
    const whole = formatBreuk(before?.afgesproken ?? NUL);
    const ruil = `${dordrecht} naar ${hardinxveld}: ${whole} tegen azc-plekken`;
    const { regels, afspraken } = boekVan({ ...WITH_TASK, [`ruil.${TAAK}`]: ruil }, TAAK);
    const own = regels.find(({ id }) => id === dordrecht);
    expect(own && formatBreuk(own.afgesproken)).toBe("0");
    expect(afspraken).toMatchObject([{ van: dordrecht, tegen: "azc-plekken" }]);
  });

  it("names the number that the minister sets, and books nothing before it is there", () => {
    const { regels, meldingen } = boekVan({}, TAAK);
    expect(regels).toEqual([]);
    expect(meldingen).toMatchObject([{ soort: "onbepaald", parameter: { zet: "minister" } }]);
  });

  const done = {
    "cijfer.urgenten": "140",
    "cijfer.inwoners": Array(7).fill("1000"),
    "cijfer.plaatsingen-urgenten": ["26", "18", "16", ...Array(4).fill("20")],
  };

  it("F141 settles what was placed against what was agreed; all saldi together are nought", () => {
    const { regels } = boekVan(done, SETTLED);
    const [first] = regels;
    expect(first && formatBreuk(first.afgesproken)).toBe("20");
    expect(regels.map(({ saldo }) => saldo && formatBreuk(saldo))).toEqual([
      ...["6", "-2", "-4"],
      ...Array(4).fill("0"),
    ]);
    expect(sumOf(regels.map(({ saldo }) => saldo))).toBe("0");
  });

  it("F109 says each saldo in money once the amount is set, and both sides of it", () => {
    const amount = { [`kies.${SETTLED}.bedrag`]: "1.000" };
    const { regels } = boekVan({ ...done, ...amount }, SETTLED);
    expect(regels.slice(0, 3).map(({ bedrag }) => bedrag && formatBreuk(bedrag))).toEqual([
      ...["6000", "-2000", "-4000"],
    ]);
    expect(sumOf(regels.map(({ bedrag }) => bedrag))).toBe("0");
    expect(boekVan(done, SETTLED).regels[0]?.bedrag).toBeUndefined();
  });

  it("has no saldo while one gemeente has not told, and none per gemeente of a small number", () => {
    const missing = { ...done, "cijfer.plaatsingen-urgenten": ["26", "18", "16"] };
    expect(boekVan(missing, SETTLED).regels.some(({ saldo }) => saldo)).toBe(false);
    const small = { ...done, "cijfer.plaatsingen-urgenten": ["26", "8", ...Array(5).fill("20")] };
    const { regels, dicht } = boekVan(small, SETTLED);
    expect(dicht).toBe(true);
    expect(regels.some(({ gedaan, saldo }) => gedaan || saldo)).toBe(false);
  });
});

describe("laid side by side", () => {
  it("F213 lays the regional programma beside the gemeenten and names who is short", () => {
    const found = readProgrammas(
      basis,
      grondVan({
        "cijfer.sociale-huur-in-regionaal-programma": "300",
        "cijfer.sociale-huur-in-programma": ["30", "110", "20", "30", "30", "20", "40"],
        "cijfer.sociale-huur-gevraagd-door-regio": ["30", "120", "20", "30", "40", "20", "40"],
      }),
    );
    expect(found.tekort && formatBand(found.tekort)).toBe("20");
    expect(found.minder).toEqual(["Dordrecht", "Papendrecht"]);
  });

  it("F188 leaves one standplaats open of six, with two and three offered", () => {
    const offers = ["0", "2", "0", "0", "3", "0", "0"];
    const typed = { "cijfer.behoefte-standplaatsen": "6" };
    const found = readOvername(
      basis,
      grondVan({ ...typed, "cijfer.aangeboden-standplaatsen": offers }),
    );
    expect(found && formatBand(found.open)).toBe("1");
    expect(readOvername(basis, grondVan(typed))?.zonderAntwoord).toHaveLength(7);
    expect(readOvername(basis, grondVan({}))).toBeUndefined();
  });

  const studenten = (behoefte: string, groep = "studenten") => ({
    [`cijfer.woonbehoefte-aandachtsgroepen.${groep}.regulier`]: Array(7).fill(behoefte),
    [`cijfer.huidig-aanbod-aandachtsgroepen.${groep}.regulier`]: Array(7).fill("70"),
    [`cijfer.gepland-aanbod-aandachtsgroepen.${groep}.regulier`]: Array(7).fill("30"),
  });

  it("F091 says per group, form and gemeente what is lacking", () => {
    const { regels, dicht } = readMismatches(basis, grondVan(studenten("120")));
    expect(dicht).toBe(false);
    expect(regels).toHaveLength(7);
    expect(regels[0]).toMatchObject({ gebied: "Alblasserdam", cel: ["studenten", "regulier"] });
    expect(regels.map(({ mismatch }) => mismatch && formatBand(mismatch))).toEqual(
      Array(7).fill("20"),
    );
  });

  it("F091 tells a group that must stay hidden not per gemeente", () => {
    const { regels, dicht } = readMismatches(basis, grondVan(studenten("120", "vrouwenopvang")));
    expect(dicht).toBe(true);
    expect(regels.map(({ gebied }) => gebied)).toEqual(["Drechtsteden"]);
  });

  it("F088 links a cap to its prestatieafspraken by name, or says that there are none", () => {
    const [none] = listGrenzen(basis, "friesland");
    expect([none?.document.id, none?.afspraken]).toEqual(["friesland-urgenten", []]);
    const kader = leesDocument(`soort: kader
id: proefafspraken
titel: Prestatieafspraken van de proef
onderwerp: urgenten
gebied: friesland
bron: verzonnen voor een proef
status: voorbeeld
partijen: [{ wie: gemeenten, soort: gemeente, rol: ondertekenaar }]
onderdelen: { deel: { spoor: 2, document: friesland-urgenten@1, landt-in: prestatieafspraken } }
`);
    const list = () => [...basis.bibliotheek.list(), kader];
    const linked = { ...basis, bibliotheek: { ...basis.bibliotheek, list } };
    expect(listGrenzen(linked, "friesland").map(({ afspraken }) => afspraken)).toEqual([
      ["Prestatieafspraken van de proef"],
    ]);
    expect(listGrenzen(basis, "drechtsteden")).toEqual([]);
  });
});
