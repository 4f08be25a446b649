import { describe, expect, it } from "vitest";
import { createBibliotheek } from "#domain/document.ts";
import { leesDocument } from "#test/builders.ts";
import type { Kennis } from "../kennis.ts";
import { loadDocument } from "../load.ts";

const URGENTEN = leesDocument(
  "soort: verdeling\nid: urgenten-delen\ntitel: U\nonderwerp: urgenten\nspoor: 2\nbron: b\nstatus: voorbeeld\nopgave: { aantal: urgenten, uit: vrijkomende-sociale-huurwoningen }\nstappen: [{ over: gemeenten, sleutel: { naar-rato-van: inwoners } }]\n",
);

const KENNIS: Kennis = {
  bibliotheek: createBibliotheek([URGENTEN]),
  regios: [
    { id: "bouwregio", soortRegio: "woningbouwregio" },
    { id: "samen", soortRegio: "samenwerking" },
  ],
};

function read(extra: string, partij = "wie: gemeenten") {
  const tekst = `soort: kader\nid: proef\ntitel: P\nonderwerp: aandachtsgroepen\nbron: b\nstatus: voorbeeld\n${extra}\npartijen: [{ ${partij} }]\nonderdelen: { urgenten: { spoor: 2, document: urgenten-delen@1 } }\n`;
  const result = loadDocument(tekst, { bestand: "proef.yaml", kennis: KENNIS });
  return {
    fouten: result.ok ? [] : result.fouten.map(({ pad, tekst: text }) => `${pad}: ${text}`),
    opmerkingen: result.opmerkingen.map(({ pad, tekst: text }) => `${pad}: ${text}`),
  };
}

describe("F221: a kader of one layer", () => {
  it.each([
    ["says its layer", "laag: woningbouwregio"],
    ["is of a region of that layer", "gebied: bouwregio"],
  ])("carries no agreement of the other where it %s", (_, extra) => {
    expect(read(extra).fouten).toEqual([
      "onderdelen.urgenten.document: «urgenten-delen» gaat over urgenten en hoort bij de woningmarktregio; dit kader is van een woningbouwregio. Neem het op in een kader van een woningmarktregio, of haal «laag» weg als dit kader over beide gaat.",
    ]);
  });

  it.each(["laag: woningmarktregio", "gebied: samen", "toelichting: over beide lagen"])(
    "bundles it where nothing contradicts: %s",
    (extra) => {
      expect(read(extra).fouten).toEqual([]);
    },
  );
});

describe("F211: definitief without a view of what it takes", () => {
  it("is remarked while writing, and not refused", () => {
    const { fouten, opmerkingen } = read("", "wie: gemeenten, standpunt: definitief");
    expect(fouten).toEqual([]);
    expect(opmerkingen).toContainEqual(
      expect.stringMatching(/^partijen\[0\]\.standpunt: «gemeenten» is pas «definitief»/),
    );
    const shown = read("", "wie: gemeenten, standpunt: definitief, haalbaarheid: notitie geld");
    expect(shown.opmerkingen.filter((text) => text.includes("definitief"))).toEqual([]);
  });
});

describe("an onderdeel of a kader", () => {
  /** What is wrong with a kader whose only part is this document. */
  function part(document: string, bibliotheek = KENNIS.bibliotheek) {
    const tekst = `soort: kader\nid: proef\ntitel: P\nonderwerp: algemeen\nbron: b\nstatus: voorbeeld\npartijen: [{ wie: gemeenten }]\nonderdelen: { een: { spoor: 2, document: ${document} } }\n`;
    const kennis = bibliotheek ? { ...KENNIS, bibliotheek } : KENNIS;
    const result = loadDocument(tekst, { bestand: "proef.yaml", kennis });
    return result.ok ? [] : result.fouten.map(({ pad, tekst: text }) => `${pad}: ${text}`);
  }

  it("is there in that version, or is told with the versions that are", () => {
    expect(part("urgenten-delen@1")).toEqual([]);
    expect(part("urgenten-delen@7")).toEqual([
      "onderdelen.een.document: Van «urgenten-delen» is er geen versie 7. Er is: 1.",
    ]);
    expect(part("nergens@1")).toEqual([
      "onderdelen.een.document: Er is geen document «nergens@1». Voeg het toe, of kijk de naam na.",
    ]);
  });

  it("does not lead back to the kader, over another kader either", () => {
    const other = leesDocument(
      "soort: kader\nid: ander\ntitel: A\nonderwerp: algemeen\nbron: b\nstatus: voorbeeld\npartijen: [{ wie: gemeenten }]\nonderdelen: { terug: { spoor: 4, document: proef@1 } }\n",
    );
    expect(part("ander@1", createBibliotheek([URGENTEN, other]))).toEqual([
      "onderdelen.een.document: Via «ander@1» leidt dit document terug naar zichzelf. Haal een van de verwijzingen weg.",
    ]);
    expect(part("proef@1")).toEqual([
      expect.stringContaining("Dit document verwijst naar zichzelf («proef@1»)"),
    ]);
  });
});
