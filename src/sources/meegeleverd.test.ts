import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatFout } from "#contract/kader/fout.ts";
import { breuk } from "#domain/breuk.ts";
import { rekengebiedFor } from "#rules/indeling/index.ts";
import { readMeegeleverd } from "./meegeleverd.ts";
import { findProjectRoot } from "./project-root.ts";

const meegeleverd = readMeegeleverd();
const { cijfers, documenten, gemeenten, kennis } = meegeleverd;

describe("the folder of the project", () => {
  it("is found from any depth, and nowhere else", () => {
    expect(existsSync(join(findProjectRoot(), "data/cijfers/leveringen.yaml"))).toBe(true);
    expect(findProjectRoot(import.meta.dirname)).toBe(meegeleverd.root);
    expect(() => findProjectRoot("/")).toThrow("De map van Woonregie is niet gevonden");
  });
});

describe("the figures that ship", () => {
  it("are exact, with moment, source, reliability and status", () => {
    const [found] = cijfers
      .find("corporatie-aandeel", "GM0505")
      .filter(({ moment }) => moment === "2021-01-01");
    expect(found).toMatchObject({
      cel: [],
      inhoud: { soort: "getal", waarde: breuk(29n, 100n) },
      betrouwbaarheid: "geschat",
      status: "vast",
    });
    expect(found?.bron).toBe(
      "CBS, 85039NED (kerncijfers wijken en buurten 2021); via openbare repository RishikeshGovind/nlstat, 10 juni 2026 (CC BY 4.0)",
    );
    expect(found).not.toHaveProperty("opmerking");
  });

  it("come at every moment that was delivered", () => {
    const moments = cijfers.find("inwoners", "GM0014").map(({ moment }) => moment);
    expect(moments).toEqual(["2021-01-01", "2022-01-01", "2024-01-01", "2025-01-01"]);
  });

  it("carry their own low and high, and their remark, where they have one", () => {
    const [amsterdam] = cijfers.find("corporatie-aandeel", "GM0363");
    expect(amsterdam?.opmerking).toContain("samengevoegd na 2021");
    expect(amsterdam?.inhoud).toHaveProperty("laag");
    expect(amsterdam?.inhoud).toHaveProperty("hoog");
  });

  it("are absent where the source has none: missing is not zero", () => {
    expect(cijfers.find("huishoudensgrootte", "GM0363")).toEqual([]);
    expect(cijfers.find("bestaat-niet", "GM0363")).toEqual([]);
    expect(cijfers.listOf("huishoudensgrootte")).toHaveLength(336);
  });
});

describe("the list of deliveries", () => {
  it("tells of every file where it comes from, and when it was fetched", () => {
    const files = readdirSync(join(meegeleverd.root, "data/cijfers"));
    const listed = cijfers.leveringen().map(({ bestand }) => bestand);
    expect(listed.toSorted()).toEqual(files.filter((name) => name.endsWith(".csv")).toSorted());
    expect(cijfers.leveringen().find(({ indicator }) => indicator === "nieuwbouw")).toMatchObject({
      moment: "2024",
      eenheid: "woningen",
      bron: { licentie: "CC BY 4.0" },
      opgehaald: "2025-06-24",
      peildatum: "2024-12-31",
      status: "voorlopig",
    });
  });
});

describe("the documents that ship", () => {
  it("are all read without a fault, checked against each other", () => {
    expect(documenten.fouten().map(formatFout)).toEqual([]);
    expect(documenten.bibliotheek.list()).toHaveLength(documenten.bestanden.length);
  });

  it("are found by id and by version, with the text as it was written", () => {
    const document = documenten.bibliotheek.find("drechtsteden@1");
    expect(document).toMatchObject({ soort: "indeling", id: "drechtsteden", versie: 1 });
    expect(documenten.bibliotheek.find("drechtsteden")).toBe(document);
    expect(documenten.bibliotheek.find("drechtsteden@2")).toBeUndefined();
    expect(documenten.bibliotheek.find("drechtsteden@1#drechtsteden")).toBe(document);
    const bestand = documenten.findBestand("drechtsteden");
    expect(bestand?.tekst()).toMatch(/^soort: indeling\n/);
    expect(bestand?.scenarios).toBe("kaders/indelingen/drechtsteden.scenarios.yaml");
  });

  it("know each other's figures and code lists", () => {
    expect(kennis.indicatoren?.get("woningen")).toContain("prijssegment");
    expect(kennis.codelijsten?.get("segment")).toEqual(["sociale-huur", "middensegment", "duur"]);
    expect(kennis.codelijsten?.get("herkomstgemeente")).toContain("GM0505");
    expect(kennis.regios).toContainEqual({ id: "mra", soortRegio: "samenwerking" });
  });
});

describe("the regions that ship", () => {
  const find = (naam: string, op?: string) =>
    rekengebiedFor(naam, op, {
      indelingen: documenten.indelingen(naam.split("#").at(-1)),
      gemeenten,
    });

  it("are found by their own name, wherever they are written down", () => {
    for (const [naam, count] of [
      ["drechtsteden", 7],
      ["mra", 30],
      ["provincie-fryslan", 18],
      ["corop-flevoland", 6],
      ["nederland", 342],
      ["PV28", 50],
    ] as const) {
      const vondst = find(naam);
      expect(vondst.soort === "gevonden" && vondst.gebied.eenheden.length, naam).toBe(count);
    }
  });

  it("have facts for a map", () => {
    const kaart = meegeleverd.gemeentekaart();
    expect(kaart.zwaartepunten.GM0014).toEqual([6.6207, 53.2186]);
    expect(kaart.zonderBuren).toContain("GM0448");
    expect(meegeleverd.landkaart().ringen.length).toBeGreaterThan(5);
    expect(meegeleverd.corop()).toHaveLength(40);
    expect(meegeleverd.andereNamen()).toContainEqual({
      code: "GM0518",
      naam: "Den Haag",
      soort: "spreektaal",
    });
    expect(meegeleverd.samenvoegingen().at(-1)).toMatchObject({
      van: "GM1696",
      zekerheid: "aangekondigd",
    });
  });
});

describe("the regions that are known", () => {
  it("are the same whichever document is read first", () => {
    const expected = [...(readMeegeleverd().kennis.regios ?? [])];
    expect(expected.map(({ id }) => id)).toContain("drechtsteden");
    const { documenten } = readMeegeleverd();
    const drawing = documenten.bestanden.filter(({ tekst }) => /^soort: *indeling/m.test(tekst()));
    expect(drawing.length).toBeGreaterThan(5);
    for (const { id } of drawing) {
      const fresh = readMeegeleverd();
      fresh.documenten.bibliotheek.find(id);
      expect(fresh.kennis.regios, id).toEqual(expected);
    }
  });
});
