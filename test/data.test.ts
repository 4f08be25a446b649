import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { area } from "#services/kaart/vlak.ts";
import { readCodelijsten } from "#sources/codelijsten.ts";
import { readCellenkaart } from "#sources/kaarten.ts";
import { readCsv } from "../scripts/csv-table.ts";

type Levering = {
  readonly bestand: string;
  readonly indicator: string;
  readonly moment: string;
  readonly eenheid: string;
  readonly marge?: string;
};
type Indicator = {
  readonly id: string;
  readonly eenheid: string;
  readonly meetmoment: string;
  readonly formule?: string;
  readonly marge?: string;
  readonly uitsplitsing?: readonly string[];
};
type Lid =
  | string
  | { readonly gemeente: string; readonly zekerheid?: string; readonly tot?: string };
type Regio = {
  readonly gemeenten: readonly Lid[];
  readonly zekerheid?: string;
  readonly deelregios?: Readonly<Record<string, readonly string[]>>;
};
type Indeling = { readonly peildatum: string; readonly regios: Readonly<Record<string, Regio>> };
type Kaart = {
  readonly zwaartepunten: Readonly<Record<string, readonly [number, number]>>;
  readonly buren: readonly (readonly [string, string])[];
  readonly "zonder-buren": readonly string[];
};
type Land = { readonly ringen: readonly (readonly (readonly [number, number])[])[] };

const alle = readCsv("data/gebieden/gemeenten.csv");
const nu = alle.filter(({ tot }) => tot === "");
const codes = new Set(nu.map(({ code }) => code));
const naamVan = new Map(alle.map(({ code, naam }) => [code, naam]));
const { leveringen } = readYaml<{ readonly leveringen: readonly Levering[] }>(
  "data/cijfers/leveringen.yaml",
);
const indicatoren = new Map(
  documents<Indicator>("kaders/cijfers").map(([, indicator]) => [indicator.id, indicator]),
);
const indelingen = documents<Indeling>("kaders/indelingen");
const kaart = readJson<Kaart>("data/kaarten/gemeenten-2024.json");
const land = readJson<Land>("data/kaarten/land-2024.json");

describe("de gemeenten", () => {
  it("zijn er 342 op 1 januari 2024, elk met een provincie en een COROP-gebied dat bestaat", () => {
    expect(nu).toHaveLength(342);
    expect(distinct(nu, "provincie")).toEqual(distinct(readCsv("data/gebieden/provincies.csv")));
    expect(distinct(nu, "corop")).toEqual(distinct(readCsv("data/gebieden/corop.csv")));
    expect(distinct(nu, "provincie")).toHaveLength(12);
    expect(distinct(nu, "corop")).toHaveLength(40);
  });

  it("staan elk één keer in de lijst, met een code en een naam van haar alleen", () => {
    expect(new Set(alle.map(({ code }) => code)).size).toBe(alle.length);
    expect(new Set(nu.map(({ naam }) => naam)).size).toBe(nu.length);
    expect(alle.filter(({ code }) => !/^GM\d{4}$/.test(code ?? ""))).toEqual([]);
  });

  it("houden op te bestaan op de dag voor hun herindeling, en gaan op in een die er nog is", () => {
    const vast = readCsv("data/gebieden/herindelingen.csv").filter(
      ({ zekerheid }) => zekerheid === "vast",
    );
    const opgeheven = alle.filter(({ tot }) => tot !== "");
    expect(vast).toHaveLength(14);
    expect(vast.map(({ van }) => van).toSorted()).toEqual(opgeheven.map(({ code }) => code));
    for (const { datum = "", van, naar = "" } of vast) {
      const tot = opgeheven.find(({ code }) => code === van)?.tot ?? "";
      expect(Date.parse(datum) - Date.parse(tot), van).toBe(86_400_000);
      expect(codes.has(naar), naar).toBe(true);
    }
  });

  it("nemen een aangekondigde herindeling niet alvast over: Wijdemeren bestaat nog", () => {
    const aangekondigd = readCsv("data/gebieden/herindelingen.csv").find(
      ({ zekerheid }) => zekerheid === "aangekondigd",
    );
    expect(aangekondigd).toMatchObject({ datum: "2027-01-01", van: "GM1696", naar: "GM0402" });
    expect(codes.has("GM1696")).toBe(true);
  });
});

describe("de cijfers", () => {
  it.each([
    ["inwoners-2021-01-01", 17_475_415],
    ["inwoners-2022-01-01", 17_590_672],
    ["inwoners-2024-01-01", 17_942_942],
    ["inwoners-2025-01-01", 18_045_532],
    ["woningvoorraad-2022-01-01", 8_045_580],
    ["woningvoorraad-2024-01-01", 8_204_049],
    ["woningvoorraad-2025-01-01", 8_274_478],
    ["nieuwbouw-2024", 69_129],
  ])("van %s tellen over het land op tot %i", (bestand, som) => {
    const rows = readCsv(`data/cijfers/${bestand}.csv`);
    expect(rows.reduce((total, { waarde }) => total + Number(waarde), 0)).toBe(som);
  });

  it("staan elk in een levering, en elke levering heeft een bestand", () => {
    const files = readdirSync("data/cijfers").filter((name) => name.endsWith(".csv"));
    expect(leveringen.map(({ bestand }) => bestand).toSorted()).toEqual(files.toSorted());
  });

  it("horen bij een indicator met dezelfde eenheid, marge en manier van meten", () => {
    for (const levering of leveringen) {
      const indicator = indicatoren.get(levering.indicator);
      expect(indicator, levering.indicator).toBeDefined();
      expect(levering.eenheid, levering.bestand).toBe(indicator?.eenheid);
      expect(levering.marge, levering.bestand).toBe(indicator?.marge);
      expect(indicator?.meetmoment, levering.bestand).toBe(
        /^\d{4}-\d{2}-\d{2}$/.test(levering.moment) ? "peildatum" : "periode",
      );
      expect(levering.bestand).toBe(`${levering.indicator}-${levering.moment}.csv`);
    }
  });

  it("gaan over het land of over gemeenten die bestaan, elk één keer, met een gewoon getal binnen laag en hoog, of «onbekend»", () => {
    for (const { bestand } of leveringen) {
      const rows = readCsv(`data/cijfers/${bestand}`);
      expect(new Set(rows.map(({ gebied }) => gebied)).size, bestand).toBe(rows.length);
      for (const { gebied = "", waarde = "", laag = "", hoog = "" } of rows) {
        expect(gebied === "nederland" || codes.has(gebied), `${bestand} ${gebied}`).toBe(true);
        expect(waarde, `${bestand} ${gebied}`).toMatch(/^(\d+(\.\d+)?|onbekend)$/);
        expect((laag === "") === (hoog === ""), `${bestand} ${gebied}`).toBe(true);
        if (laag !== "") {
          expect(Number(laag), `${bestand} ${gebied}`).toBeLessThanOrEqual(Number(waarde));
          expect(Number(hoog), `${bestand} ${gebied}`).toBeGreaterThanOrEqual(Number(waarde));
        }
      }
    }
  });

  it("zijn als aandeel een deel van 1, exact opgeschreven: 29 % is 0.29", () => {
    const delen = leveringen.filter(({ eenheid }) => eenheid === "deel");
    expect(delen.length).toBeGreaterThan(0);
    for (const { bestand } of delen) {
      const rows = readCsv(`data/cijfers/${bestand}`);
      expect(
        rows.filter(({ waarde }) => Number(waarde) > 1 || (waarde ?? "").length > 5),
        bestand,
      ).toEqual([]);
    }
    expect(cijfer("corporatie-aandeel-2021-01-01", "GM0505")?.waarde).toBe("0.29");
  });

  it("ontbreken waar de bron ze niet heeft: geen huishoudensgrootte voor Amsterdam en Purmerend", () => {
    const bekend = new Set(
      readCsv("data/cijfers/huishoudensgrootte-2021-01-01.csv").map(({ gebied }) => gebied),
    );
    const zonder = nu.filter(({ code }) => !bekend.has(code));
    expect(zonder.map(({ naam }) => naam)).toEqual([
      "Amsterdam",
      "Purmerend",
      "Dijk en Waard",
      "Land van Cuijk",
      "Maashorst",
      "Voorne aan Zee",
    ]);
    expect(existsSync("data/cijfers/huishoudens-2021-01-01.csv")).toBe(false);
  });

  it("zeggen waar een aandeel gewogen of onwaarschijnlijk laag is", () => {
    const amsterdam = cijfer("corporatie-aandeel-2021-01-01", "GM0363");
    expect(amsterdam?.opmerking).toContain("samengevoegd na 2021");
    expect(Number(amsterdam?.hoog) - Number(amsterdam?.laag)).toBeCloseTo(0.02, 10);
    for (const code of ["GM0060", "GM0277", "GM0339", "GM0432", "GM1598"]) {
      expect(cijfer("corporatie-aandeel-2021-01-01", code)?.opmerking, code).toContain(
        "onwaarschijnlijk laag",
      );
    }
    expect(cijfer("corporatie-aandeel-2021-01-01", "GM0505")?.opmerking).toBe("");
  });

  it("zijn afgeleid of geleverd, niet allebei, en niemand levert een mutatiegraad", () => {
    const geleverd = new Set(leveringen.map(({ indicator }) => indicator));
    const afgeleid = [...indicatoren.values()].filter(({ formule }) => formule !== undefined);
    expect(afgeleid.map(({ id }) => id).toSorted()).toEqual([
      "daeb-aandeel",
      "deel-voor-geplaatste-urgenten",
      "huishoudens",
      "huur-in-gewenning",
      "overige-huur-aandeel",
      "plancapaciteit-van-de-opgave",
      "sociale-huurwoningen",
      "teruggekeerd-aandeel",
      "vrijkomende-sociale-huurwoningen",
    ]);
    expect(afgeleid.filter(({ id }) => geleverd.has(id))).toEqual([]);
    expect(geleverd.has("mutatiegraad")).toBe(false);
  });
});

describe("de prijsgrenzen", () => {
  const grenzen = (indicator: string) =>
    leveringen
      .filter((levering) => levering.indicator === indicator)
      .map(({ bestand, moment }) => [moment, readCsv(`data/cijfers/${bestand}`)[0]?.waarde]);

  it("staan er per datum, en waar geen bron is staat «onbekend», niet het bedrag van ervoor", () => {
    expect(grenzen("grens-sociale-huur")).toEqual([
      ["2021-01-01", "752.53"],
      ["2022-01-01", "763.47"],
      ["2023-01-01", "onbekend"],
      ["2024-01-01", "879.66"],
      ["2025-01-01", "900.07"],
      ["2026-01-01", "932.93"],
      ["2027-01-01", "onbekend"],
    ]);
    expect(grenzen("grens-middenhuur")).toEqual([
      ["2023-01-01", "onbekend"],
      ["2024-01-01", "1123.13"],
      ["2024-07-01", "onbekend"],
      ["2025-01-01", "1184.82"],
      ["2026-01-01", "1228.07"],
      ["2027-01-01", "onbekend"],
    ]);
    expect(grenzen("grens-betaalbare-koop")).toEqual([
      ["2022-01-01", "355000"],
      ["2023-01-01", "355000"],
      ["2024-01-01", "390000"],
      ["2025-01-01", "405000"],
      ["2026-01-01", "420000"],
      ["2027-01-01", "onbekend"],
    ]);
  });
});

describe("de codelijsten", () => {
  it("F069 F078 noemen veertien groepen: 6 gelijk, 3 niet gelijk, 4 zonder categorie, 1 met een taakstelling", () => {
    const groepen = codelijst("aandachtsgroep");
    const relaties = groepen.map(({ velden }) => velden.relatie);
    const tel = (relatie: string) => relaties.filter((item) => item === relatie).length;
    expect(groepen).toHaveLength(14);
    expect(["gelijk", "niet-gelijk", "geen", "taakstelling"].map(tel)).toEqual([6, 3, 4, 1]);
    expect(groepen.find(({ code }) => code === "vergunninghouders")?.velden.relatie).toBe(
      "taakstelling",
    );
  });

  it("koppelen negen groepen elk aan één van de negen wettelijke categorieën, de andere vijf aan geen", () => {
    const categorieen = codelijst("urgentiecategorie").map(({ code }) => code);
    const gekoppeld = codelijst("aandachtsgroep").flatMap(
      ({ velden }) => velden.urgentiecategorie ?? [],
    );
    expect(categorieen).toHaveLength(9);
    expect(gekoppeld.toSorted()).toEqual(categorieen.toSorted());
  });

  it("zeggen van elke planologische status of zij hard of zacht is: vastgesteld is hard", () => {
    const statussen = codelijst("planologische-status");
    expect(statussen.map(({ velden }) => `${velden.nummer} ${velden.hardheid}`)).toEqual([
      ...["1A", "1B", "1C", "2A", "2B", "2C"].map((nummer) => `${nummer} hard`),
      ...["3", "4A", "4B"].map((nummer) => `${nummer} zacht`),
    ]);
  });

  it("brengen elke klasse van een planregistratie onder in een prijssegment van de norm", () => {
    const segmenten = codelijst("prijssegment").map(({ code }) => code);
    const klassen = codelijst("betaalbaarheid").map(({ velden }) => velden.prijssegment ?? "");
    expect(segmenten).toEqual(expect.arrayContaining(klassen));
    expect(new Set(klassen).size).toBe(segmenten.length);
  });

  it("bestaan voor elke uitsplitsing die een indicator noemt, elk onder de eigen naam", () => {
    const uitsplitsingen = [...indicatoren.values()].flatMap((item) => item.uitsplitsing ?? []);
    expect(uitsplitsingen.length).toBeGreaterThan(0);
    for (const naam of uitsplitsingen) {
      const lijst = readYaml<{ readonly naam: string; readonly codes: object }>(
        `data/codelijsten/${naam}.yaml`,
      );
      expect(lijst.naam).toBe(naam);
      expect(Object.keys(lijst.codes).length, naam).toBeGreaterThan(1);
    }
  });
});

describe("de indelingen", () => {
  it("schrijven elke gemeente met haar eigen code en naam, en binnen een indeling één keer", () => {
    for (const [file, { regios }] of indelingen) {
      const leden = Object.values(regios).flatMap(({ gemeenten }) => gemeenten.map(schrijfwijze));
      expect(new Set(leden).size, file).toBe(leden.length);
      for (const lid of leden) {
        expect(codes.has(lid.slice(0, 6)), `${file} ${lid}`).toBe(true);
        expect(lid.slice(7), file).toBe(naamVan.get(lid.slice(0, 6)));
      }
    }
  });

  it("verdelen een regio in deelregio's die samen precies de regio zijn", () => {
    const regios = indelingen.flatMap(([, indeling]) => Object.values(indeling.regios));
    const verdeeld = regios.filter(({ deelregios }) => deelregios !== undefined);
    expect(verdeeld).toHaveLength(1);
    for (const { gemeenten, deelregios } of verdeeld) {
      const delen = Object.values(deelregios ?? {}).flat();
      expect(delen.toSorted()).toEqual(gemeenten.map(schrijfwijze).toSorted());
    }
  });

  it("geven een regio overal een eigen naam, zodat een document haar kan noemen", () => {
    const namen = indelingen.flatMap(([, { regios }]) => Object.keys(regios));
    expect(new Set(namen).size).toBe(namen.length);
    expect(namen).toEqual(
      expect.arrayContaining([
        "mra",
        "drechtsteden",
        "arnhem-nijmegen",
        "friesland",
        "zuid-kennemerland-ijmond",
        "bevelanden",
        "noordoost-brabant",
        "rivierenland",
        "west-friesland",
        "holland-rijnland",
        "hart-van-brabant",
      ]),
    );
  });

  it.each([
    ["mra", 30],
    ["drechtsteden", 7],
    ["arnhem-nijmegen", 17],
    ["hart-van-brabant", 11],
    ["friesland", 18],
    ["rivierenland", 8],
    ["zaanstreek-waterland", 7],
  ])("tellen %s op 1 januari 2026 met %i gemeenten", (naam, aantal) => {
    const regio = indelingen.map(([, { regios }]) => regios[naam]).find(Boolean);
    const leden = regio?.gemeenten.filter(
      (lid) => typeof lid === "string" || (lid.tot ?? "9999-12-31") >= "2026-01-01",
    );
    expect(leden).toHaveLength(aantal);
  });

  it("noemen geen lid vast dat de bron niet noemt: de zeven Drechtsteden zijn een aanname", () => {
    const drechtsteden = indelingen.find(([file]) => file === "drechtsteden.yaml")?.[1];
    expect(drechtsteden?.regios.drechtsteden?.zekerheid).toBe("aanname");
  });

  it("dekken met provincies en COROP-gebieden het hele land", () => {
    for (const naam of ["provincies-2024.yaml", "corop-2024.yaml"]) {
      const indeling = indelingen.find(([file]) => file === naam)?.[1];
      const leden = Object.values(indeling?.regios ?? {}).flatMap(({ gemeenten }) => gemeenten);
      expect(leden, naam).toHaveLength(342);
    }
  });
});

describe("de kaart", () => {
  it("heeft van elke gemeente een zwaartepunt in Nederland", () => {
    expect(Object.keys(kaart.zwaartepunten)).toEqual([...codes].toSorted());
    for (const [code, [lon, lat]] of Object.entries(kaart.zwaartepunten)) {
      expect(lon > 3.3 && lon < 7.3 && lat > 50.7 && lat < 53.6, code).toBe(true);
    }
  });

  it("noemt elk paar buren één keer en nooit een gemeente als buur van zichzelf", () => {
    expect(new Set(kaart.buren.map((pair) => pair.toSorted().join(" "))).size).toBe(
      kaart.buren.length,
    );
    for (const [a, b] of kaart.buren) {
      expect(a < b && codes.has(a) && codes.has(b), `${a} ${b}`).toBe(true);
    }
  });

  it("hangt samen over land, op de Waddeneilanden en Zeeuws-Vlaanderen na", () => {
    const delen = connectedParts().map((deel) => deel.map((code) => naamVan.get(code)));
    expect(delen.map((deel) => deel.length).toSorted((a, b) => b - a)).toEqual([
      334, 3, 1, 1, 1, 1, 1,
    ]);
    expect(delen.find((deel) => deel.length === 3)?.toSorted()).toEqual([
      "Hulst",
      "Sluis",
      "Terneuzen",
    ]);
    expect(kaart["zonder-buren"].map((code) => naamVan.get(code))).toEqual([
      "Ameland",
      "Schiermonnikoog",
      "Terschelling",
      "Vlieland",
      "Texel",
    ]);
  });

  it("heeft van elke gemeente een vak, meestal ongeveer zo groot als zij is", () => {
    const { cellen } = readCellenkaart(".");
    expect(Object.keys(cellen).toSorted()).toEqual([...codes].toSorted());
    const near = Object.entries(cellen).filter(([code, ringen]) => {
      const km2 = ringen.reduce((sum, ring) => sum + area(ring), 0) / 10_000;
      const land = Number(cijfer("land-km2-2021-01-01", code)?.waarde);
      expect(km2, code).toBeGreaterThan(1);
      return km2 > land / 1.5 && km2 < land * 1.5;
    });
    expect(near.length).toBeGreaterThan(225);
  });

  it("tekent het land in gesloten ringen, in minder dan 25 kB", () => {
    expect(readFileSync("data/kaarten/land-2024.json").length).toBeLessThan(25_000);
    for (const ring of land.ringen) expect(ring.at(0)).toEqual(ring.at(-1));
    expect(land.ringen.length).toBeGreaterThan(5);
  });
});

function connectedParts(): readonly (readonly string[])[] {
  const left = new Set(Object.keys(kaart.zwaartepunten));
  const parts: string[][] = [];
  for (const start of left) {
    const part = [start];
    left.delete(start);
    for (const here of part) {
      for (const pair of kaart.buren.filter((item) => item.includes(here))) {
        for (const code of pair) if (left.delete(code)) part.push(code);
      }
    }
    parts.push(part);
  }
  return parts;
}

function codelijst(naam: string) {
  return readCodelijsten(".").get(naam)?.codes ?? [];
}

function cijfer(bestand: string, code: string) {
  return readCsv(`data/cijfers/${bestand}.csv`).find(({ gebied }) => gebied === code);
}

function schrijfwijze(lid: Lid): string {
  return typeof lid === "string" ? lid : lid.gemeente;
}

function distinct(rows: readonly Readonly<Record<string, string>>[], name = "code") {
  return [...new Set(rows.map((row) => row[name]))].toSorted();
}

function documents<T>(folder: string): (readonly [string, T])[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml") && !name.endsWith(".scenarios.yaml"))
    .map((name) => [name, readYaml<T>(`${folder}/${name}`)] as const);
}

function readYaml<T>(path: string): T {
  return parse(readFileSync(path, "utf8"), { schema: "failsafe" }) as T;
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, "utf8")) as T;
}
