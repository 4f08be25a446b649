import { describe, expect, it } from "vitest";
import type { Rekengebied } from "#domain/gebied.ts";
import type { Gebeurtenis } from "#domain/trajectstand.ts";
import { createCijferbron } from "#domain/waarneming.ts";
import { leesDocument } from "#test/builders.ts";
import { tekeningVan } from "./tekening.ts";
import { drawSvg } from "./tekening-svg.ts";
import { computeTrajectstand } from "./trajectstand.ts";

const DOCUMENT = leesDocument(`soort: traject
id: getekend
titel: Een <traject> & meer
onderwerp: samenwerking
bron: b
status: voorbeeld
voor: iets
stappen:
  - { naam: a, titel: Het begin, trekker: kernteam, bewijs: [nota], termijn: { uiterlijk: 2026-01-31 } }
  - { naam: b, titel: De keuze, trekker: gs, wettelijk: de wet, bewijs: [{ stuk: reactie, voor-elk: gemeente }], termijn: { uiterlijk: 2026-02-28 }, verder: [{ naar: a, door: gs }, { naar: einde, door: gs }] }
`);
const GEBIED: Rekengebied = {
  id: "r",
  titel: "R",
  eenheden: ["A", "B", "C", "D", "E", "F"].map((id) => ({ id, naam: id })),
  deelregios: {},
  onzeker: [],
};

function tekening(gebeurtenissen: readonly Gebeurtenis[]) {
  if (DOCUMENT.soort !== "traject") throw new Error("geen traject");
  const stand = computeTrajectstand({
    document: DOCUMENT,
    gebied: GEBIED,
    provincies: [],
    cijfers: createCijferbron([]),
    bibliotheek: { find: () => undefined, list: () => [] },
    ingevuld: { parameters: {} },
    gebeurtenissen,
    op: "2026-03-03",
  });
  return tekeningVan(DOCUMENT, stand);
}

const NOTA: Gebeurtenis = { stap: "a", stuk: "nota", op: "2026-02-02", voor: {} };

describe("tekeningVan", () => {
  it("says in words what is done, current and late", () => {
    const [begin, keuze] = tekening([NOTA]).stappen;
    expect(begin).toMatchObject({ woord: "klaar op 2 februari 2026", teLaat: true });
    expect(begin?.regels).toContain("uiterlijk 31 januari 2026; 2 dagen te laat");
    expect(keuze).toMatchObject({ woord: "nu, sinds 2 februari 2026", teLaat: true });
    expect(keuze?.regels).toEqual([
      "GS; moet van de wet (de wet)",
      "uiterlijk 28 februari 2026; 3 dagen te laat",
      "eist nog: reactie van A, B, C, D en nog 2",
    ]);
  });

  it("names who chooses a way, and where it leads", () => {
    expect(tekening([]).stappen[1]?.wegen).toEqual([
      { naar: 1, tekst: "naar stap 1, GS kiest" },
      { naar: 3, tekst: "naar klaar, GS kiest" },
    ]);
  });
});

describe("drawSvg", () => {
  const svg = drawSvg(tekening([NOTA]));

  it("has a title and a sentence for who does not see it, and no markup from the document", () => {
    expect(svg).toContain('<title id="traject-titel">Een &lt;traject&gt; &amp; meer</title>');
    expect(svg).toContain("Het traject staat bij «De keuze». 1 van 2 stappen klaar.");
    expect(svg).not.toContain("<traject>");
  });

  it("shows every state by a shape and a word of its own", () => {
    expect(svg).toContain(">klaar op 2 februari 2026; te laat</text>");
    expect(svg).toContain(">nu, sinds 2 februari 2026; te");
    expect(svg).toMatch(/<circle [^>]*fill="#1b1b1b"/);
  });

  it("stays on a narrow screen: no line of text is longer than fits", () => {
    const texts = [...svg.matchAll(/<text [^>]*>([^<]*)</g)].map(([, text = ""]) => text);
    expect(svg).toContain('viewBox="0 0 390 ');
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(42);
  });

  it("fetches nothing and runs nothing", () => {
    expect(svg).not.toMatch(/<script|href=|url\(/);
  });
});
