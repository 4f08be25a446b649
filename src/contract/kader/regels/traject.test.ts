import { describe, expect, it } from "vitest";
import type { Bevoegdheid } from "#domain/bevoegdheid.ts";
import type { Kennis } from "../kennis.ts";
import { loadDocument } from "../load.ts";

const KOP = "id: test\ntitel: T\nonderwerp: samenwerking\nbron: b\nstatus: voorbeeld\n";

function bevoegd(over: string, organen: Bevoegdheid["organen"]): [string, Bevoegdheid] {
  return [over, { over, titel: `een ${over}`, organen, zekerheid: "vast", bron: "een stuk" }];
}

const KENNIS: Kennis = {
  bevoegdheden: new Map([
    bevoegd("woningbouwregio", ["ps"]),
    bevoegd("woningmarktregio", ["gs"]),
    bevoegd("omgevingsverordening", ["ps"]),
    bevoegd("ontheffing", ["gs", "minister"]),
  ]),
};

function read(text: string) {
  return loadDocument(text, { bestand: "kaders/test.yaml", kennis: KENNIS });
}

/** A traject with these steps, each written as what stands beside name, titel and trekker. */
function traject(...stappen: readonly string[]): string {
  const rows = stappen.map((rest, i) => {
    const name = "abcdef"[i];
    return `  - { naam: ${name}, titel: ${name}, trekker: x${rest && `, ${rest}`} }`;
  });
  return `soort: traject\n${KOP}voor: iets\nstappen:\n${rows.join("\n")}\n`;
}

function faults(text: string): readonly string[] {
  const result = read(text);
  return result.ok ? [] : result.fouten.map(({ pad, tekst }) => `${pad}: ${tekst}`);
}

describe("the ways of a traject", () => {
  it("lead from the first step to the end", () => {
    expect(faults(traject("", "", ""))).toEqual([]);
  });

  it("may lead back, as long as one leads on", () => {
    const back = "verder: [{ naar: a, door: gs }, { naar: einde, door: gs }]";
    expect(faults(traject("", back))).toEqual([]);
  });

  it("are refused where a circle has no way out, once for the whole circle", () => {
    const found = faults(traject("", "verder: [{ naar: c }]", "verder: [{ naar: b }]"));
    expect(found).toEqual([
      expect.stringContaining("stappen[0]: Vanaf «a» is er geen weg naar het einde: «b» en «c»"),
    ]);
  });

  it("are refused where a step only leads to itself", () => {
    expect(faults(traject("", "verder: [{ naar: b }]")).join()).toContain("«b» leidt alleen terug");
  });

  it("are refused where none leads to a step", () => {
    const found = faults(traject("verder: [{ naar: c }]", "", ""));
    expect(found).toEqual([expect.stringContaining("stappen[1]: Geen weg leidt naar de stap «b»")]);
  });

  it("are left alone where a name is wrong, which is told already", () => {
    const found = faults(traject("verder: [{ naar: zzz }]", ""));
    expect(found).toEqual([expect.stringContaining("Er is geen stap «zzz»")]);
  });
});

describe("a term after a step", () => {
  it("may begin after an earlier one", () => {
    expect(faults(traject("", "termijn: { binnen: 10 weken, na: a }"))).toEqual([]);
  });

  it.each([
    ["one that always comes later", traject("termijn: { binnen: 10 weken, na: b }", "")],
    ["the step itself", traject("", "termijn: { binnen: 10 weken, na: b }")],
  ])("is refused after %s", (_, text) => {
    expect(faults(text).join()).toContain("die stap komt nooit voor deze");
  });

  it("is remarked on after a later step that leads back", () => {
    const back = "verder: [{ naar: a, door: gs }, { naar: einde, door: gs }]";
    const result = read(traject("termijn: { binnen: 10 weken, na: b }", back));
    expect(result.ok).toBe(true);
    expect(result.opmerkingen.map(({ tekst }) => tekst).join()).toContain(
      "staat later in de lijst",
    );
  });
});

describe("the body that decides", () => {
  it("F225 GS cannot adopt an omgevingsverordening", () => {
    const found = faults(traject("besluit: { orgaan: gs, over: omgevingsverordening }"));
    expect(found).toEqual([
      expect.stringContaining(
        "stappen[0].besluit.orgaan: Over een omgevingsverordening besluit «ps», niet «gs» (een stuk)",
      ),
    ]);
  });

  it("F225 a corporatie cannot set a region", () => {
    const found = faults(traject("besluit: { orgaan: corporatie, over: woningbouwregio }"));
    expect(found.join()).toContain("stappen[0].besluit.orgaan");
  });

  it("may be any one of those that are competent", () => {
    expect(faults(traject("besluit: { orgaan: minister, over: ontheffing }"))).toEqual([]);
  });

  it("is not looked up under a name that nobody knows", () => {
    expect(faults(traject("besluit: { orgaan: ps, over: woningbouwregios }")).join()).toContain(
      "Bedoelt u «woningbouwregio»?",
    );
  });

  const INDELING = (laag: string, orgaan: string) =>
    `soort: indeling\n${KOP.replace("samenwerking", "indeling").replace("voorbeeld", "vastgesteld")}geldig-van: 2027-01-01\nbesluit: { orgaan: ${orgaan}, datum: 2026-11-01, stuk: s }\nsoort-regio: ${laag}\npeildatum: 2026-01-01\nregios: { r: { titel: R, gemeenten: [GM0001 A] } }\n`;

  it.each([
    ["woningbouwregio", "ps", ""],
    ["woningbouwregio", "gs", "Over een woningbouwregio besluit «ps», niet «gs»"],
    ["woningmarktregio", "gs", ""],
    ["woningmarktregio", "ps", "Over een woningmarktregio besluit «gs», niet «ps»"],
  ])("F044 F045 of a %s is not any: %s", (laag, orgaan, message) => {
    const found = faults(INDELING(laag, orgaan));
    if (message === "") expect(found).toEqual([]);
    else expect(found.join()).toContain(message);
  });
});
