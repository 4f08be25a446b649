import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createGemeentelijst } from "#domain/gebied.ts";
import { addGemeentecodes, editValue } from "./edit.ts";
import { formatFout } from "./fout.ts";
import type { Kennis } from "./kennis.ts";
import type { Ordelijk } from "./knoop.ts";
import { loadDocuments } from "./load-all.ts";
import { loadScenarios } from "./scenarios.ts";
import { applyWijzig } from "./wijzig.ts";

const root = join(import.meta.dirname, "../../..");
const shared = join(root, "../shared/documenten");

const gemeenten = createGemeentelijst(
  [
    ["GM0482", "Alblasserdam"],
    ["GM0505", "Dordrecht"],
    ["GM0523", "Hardinxveld-Giessendam"],
    ["GM0531", "Hendrik-Ido-Ambacht"],
    ["GM0590", "Papendrecht"],
    ["GM0610", "Sliedrecht"],
    ["GM0642", "Zwijndrecht"],
    ["GM0489", "Barendrecht"],
    ["GM0518", "'s-Gravenhage"],
  ].map(([code = "", naam = ""]) => ({ code, naam, provincie: "PV28" })),
  [],
);

function yamlIn(folder: string, ending: RegExp): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name));
}

const DOCUMENT = `# de afspraak van 2026
soort: verdeling
id: test
titel: 'Verdeling van 2026'   # voorlopig

onderwerp: woningbouw
bron: "Stb. 2026, 157"
status: voorbeeld
spoor: 1
toelichting: |
  Twee regels
  tekst
opgave: woningbouwprogramma
stappen:
  - { over: gemeenten, sleutel: { naar-rato-van: inwoners } }   # de sleutel
  - voorwaarden:
      - hoogstens: 30 % van woningen
`;

describe("a value that is changed", () => {
  it.each([
    [
      "stappen[0].sleutel.naar-rato-van",
      "huishoudens in 2050",
      "naar-rato-van: huishoudens in 2050 } }   # de sleutel",
    ],
    ["titel", "Verdeling: 2027", "titel: 'Verdeling: 2027'   # voorlopig\n\nonderwerp"],
    ["titel", "'s ochtends", "titel: '''s ochtends'   # voorlopig"],
    ["bron", 'een "stuk"', 'bron: "een \\"stuk\\""\nstatus'],
    ["opgave.aantal", "urgenten", "opgave: urgenten\nstappen"],
    [
      "stappen[1].voorwaarden[0].hoogstens",
      "40 % van woningen",
      "- hoogstens: 40 % van woningen\n",
    ],
    ["spoor", "2", "spoor: 2\ntoelichting"],
    ["toelichting", "Eén regel", "toelichting: Eén regel\nopgave"],
    ["toelichting", "Twee\nregels", 'toelichting: "Twee\\nregels"\nopgave'],
    ["stappen[0].over", "gemeenten, en meer", "over: 'gemeenten, en meer', sleutel"],
    ["id", "#geen-naam", "id: '#geen-naam'\ntitel"],
  ])("%s becomes %j, and nothing else does", (path, value, expected) => {
    const edited = editValue(DOCUMENT, path, value);
    expect(edited.ok && edited.tekst).toContain(expected);
    expect(edited.ok && editedLines(edited.tekst)).toBeLessThanOrEqual(1);
  });

  it.each([
    ["stappen[0].sleutel", "inwoners", "Op «stappen[0].sleutel» staat geen losse waarde."],
    ["stappen[9].over", "gemeenten", "staat geen losse waarde"],
    ["geldig-van", "2026-01-01", "staat geen losse waarde"],
    ["..", "x", "staat geen losse waarde"],
    ["titel", "  ", "Een waarde kan niet leeg zijn."],
  ])("%s to %j is refused", (path, value, reason) => {
    const edited = editValue(DOCUMENT, path, value);
    expect(edited.ok ? "" : edited.reden).toContain(reason);
  });

  it("in a file that cannot be read waits until it can", () => {
    expect(editValue("a: [", "a", "b").ok).toBe(false);
    expect(editValue("a: &x b", "a", "b").ok).toBe(false);
  });

  it("to what it was gives the same bytes", () => {
    expect(editValue(DOCUMENT, "titel", "Verdeling van 2026")).toEqual({
      ok: true,
      tekst: DOCUMENT,
    });
    const windows = DOCUMENT.replaceAll("\n", "\r\n");
    expect(editValue(windows, "spoor", "1")).toEqual({ ok: true, tekst: windows });
  });

  it("to any text at all reads back as that text, with all comments in place", () => {
    const paths = [
      "titel",
      "bron",
      "opgave",
      "stappen[0].over",
      "stappen[1].voorwaarden[0].hoogstens",
    ];
    const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.constantFrom(...paths), text, (path, value) => {
        const edited = editValue(DOCUMENT, path, value);
        fc.pre(edited.ok);
        const again = editValue(edited.tekst, path, value);
        expect(again).toEqual(edited);
        expect(edited.tekst.match(/# (de afspraak van 2026|voorlopig|de sleutel)$/gm)).toHaveLength(
          3,
        );
      }),
    );
  });
});

/** How many lines differ from the document, apart from those of a text block that went. */
function editedLines(text: string): number {
  const now = new Set(text.split("\n"));
  const gone = DOCUMENT.split("\n").filter((line) => !now.has(line));
  return gone.filter((line) => !/regels$|^ {2}tekst$/.test(line)).length;
}

describe("a gemeente without its code", () => {
  const kennis: Kennis = { gemeenten, peildatum: "2026-01-01" };
  const text = `soort: verdeling
id: test
titel: T
onderwerp: woningbouw
bron: b
status: voorbeeld
spoor: 1
gebied: [Dordrecht, 'Sliedrecht', "'s-Gravenhage"]   # drie
opgave: woningbouwprogramma
stappen:
  - over: gemeenten
    sleutel: { vast: { Dordrecht: 60 %, GM0610 Sliedrecht: 40 % } }
    voor: { bij: [Dordrecht, laag], behalve: [Parijs] }
    afronding: { methode: omhoog, restant: Papendrecht }
`;

  it("gets it, and nothing else changes", () => {
    expect(addGemeentecodes(text, kennis)).toEqual({
      tekst: text
        .replace(
          "[Dordrecht, 'Sliedrecht', \"'s-Gravenhage\"]",
          "[GM0505 Dordrecht, 'GM0610 Sliedrecht', \"GM0518 's-Gravenhage\"]",
        )
        .replace("{ Dordrecht: 60 %", "{ GM0505 Dordrecht: 60 %")
        .replace("bij: [Dordrecht", "bij: [GM0505 Dordrecht")
        .replace("restant: Papendrecht", "restant: GM0590 Papendrecht"),
      toegevoegd: [
        "GM0505 Dordrecht",
        "GM0610 Sliedrecht",
        "GM0518 's-Gravenhage",
        "GM0505 Dordrecht",
        "GM0505 Dordrecht",
        "GM0590 Papendrecht",
      ],
    });
  });

  it("that has its code already keeps the same bytes", () => {
    const once = addGemeentecodes(text, kennis).tekst;
    expect(addGemeentecodes(once, kennis)).toEqual({ tekst: once, toegevoegd: [] });
  });

  it("is left alone where nobody knows the gemeenten", () => {
    expect(addGemeentecodes(text, {})).toEqual({ tekst: text, toegevoegd: [] });
  });
});

describe.runIf(existsSync(shared))("the scenarios of the language", () => {
  it.each(yamlIn(shared, /\.scenarios\.yaml$/))("%s refuse and accept as they say", (path) => {
    const bestand = basename(path);
    const read = loadScenarios(readFileSync(path, "utf8"), { bestand });
    expect(read.ok ? [] : read.fouten.map(formatFout)).toEqual([]);
    const text = readFileSync(path.replace(".scenarios.", "."), "utf8");
    for (const scenario of read.ok ? read.scenarios : []) {
      const wijzig = scenario.gegeven.get("wijzig");
      const result = applyWijzig(text, asWijzig(wijzig), {
        bestand: bestand.replace(".scenarios.", "."),
        kennis: { gemeenten },
      });
      const found = result.ok ? "" : result.fouten.map((fout) => fout.tekst).join("\n");
      const expected = scenario.verwacht.get("fout");
      if (typeof expected === "string") {
        expect(found.toLowerCase()).toContain(expected.toLowerCase());
      } else {
        expect(found).toBe("");
      }
    }
  });
});

function asWijzig(tree: Ordelijk | undefined): ReadonlyMap<string, Ordelijk> {
  return tree instanceof Map ? tree : new Map();
}

describe("a document with other values", () => {
  const options = { bestand: "kaders/test.yaml" };

  it("is written out where it was short", () => {
    const changed = applyWijzig(DOCUMENT, new Map([["opgave.als", "maximum"]]), options);
    expect(changed.ok && changed.document).toMatchObject({
      opgave: {
        aantal: { soort: "verwijzing", verwijzing: { naam: "woningbouwprogramma" } },
        als: "maximum",
      },
    });
  });

  it("may have another name, a new block, and one more in a list", () => {
    const changed = applyWijzig(
      DOCUMENT,
      new Map<string, Ordelijk>([
        ["id", "anders"],
        ["stappen[2].afronding", "omlaag"],
        [
          "parameters.p",
          new Map([
            ["eenheid", "deel"],
            ["waarde", "1/3"],
          ]),
        ],
      ]),
      options,
    );
    expect(changed.ok && changed.document).toMatchObject({
      id: "anders",
      stappen: [{}, {}, { afronding: { methode: { methode: "omlaag" } } }],
      parameters: { p: { waarde: { getal: { teller: 1n, noemer: 3n } } } },
    });
  });

  it("tells what is wrong in a new value where it would stand", () => {
    const changed = applyWijzig(
      DOCUMENT,
      new Map([["stappen[0].sleutel.naar-rato-van", "1,5"]]),
      options,
    );
    expect(changed.ok ? [] : changed.fouten.map(formatFout)).toEqual([
      "kaders/test.yaml:15:50  stappen[0].sleutel.naar-rato-van\n  «1,5» is geen naam van een cijfer. Namen hebben kleine letters en streepjes, bijvoorbeeld «inwoners» of «woningen.sociale-huur».",
    ]);
  });

  it.each(["stappen[7].naam", "titel.x.y", "stappen.over", "a..b"])(
    "refuses the path %s",
    (path) => {
      const changed = applyWijzig(DOCUMENT, new Map([[path, "x"]]), options);
      expect(changed.ok ? "" : changed.fouten[0]?.tekst).toContain(
        `Op het pad «${path}» kan niets staan.`,
      );
    },
  );
});

describe("a file of scenarios", () => {
  const read = (text: string, kennis: Kennis = {}) => {
    const result = loadScenarios(text, { bestand: "test.scenarios.yaml", kennis });
    return result.ok ? [] : result.fouten.map((fout) => `${fout.pad}: ${fout.tekst}`);
  };

  it("keeps names, rows and the order of its maps", () => {
    const result = loadScenarios(
      "document: test@1\nscenarios:\n  - naam: F089 F121 drie jaar\n    op: 2027\n    verwacht: { per-jaar: { 2025: { B: 1 }, 2024: { A: 1 } } }\n",
      { bestand: "test.scenarios.yaml" },
    );
    expect(result.ok && result.scenarios).toEqual([
      {
        naam: "F089 F121 drie jaar",
        rijen: ["F089", "F121"],
        op: "2027",
        gegeven: new Map(),
        verwacht: new Map([
          [
            "per-jaar",
            new Map([
              ["2025", new Map([["B", "1"]])],
              ["2024", new Map([["A", "1"]])],
            ]),
          ],
        ]),
        plaats: { regel: 3, kolom: 5 },
      },
    ]);
    const years = result.ok ? result.scenarios[0]?.verwacht.get("per-jaar") : undefined;
    expect([...(years instanceof Map ? years.keys() : [])]).toEqual(["2025", "2024"]);
  });

  it("tells everything that is wrong at once", () => {
    expect(
      read(`document: ander@1
scenarios:
  - naam: a
    op: ooit
    gegeven: { cijfer: { x: 1 }, niveau: dorp, wijzig: { "a..b": 1 } }
    verwacht: { uitkomst: { A: 1,5 }, orodeel: { a: voldoet } }
  - gegeven: { cijfers: { inwonrs: { A: "1,5" } } }
    verwacht: {}
`),
    ).toEqual([
      "document: Dit bestand heet «test» en bewijst «ander». Noem het «ander.scenarios.yaml», of pas «document» aan.",
      "scenarios[0].op: «ooit» is geen datum of periode. Schrijf het zo: 2026-07-01, 2026, 2026-H1, 2026-Q2, 2026-03 of 2026-01-01/2030-12-31.",
      "scenarios[0].gegeven.cijfer: Onbekende sleutel «cijfer». Bedoelt u «cijfers»?",
      "scenarios[0].gegeven.niveau: «dorp» kan hier niet. Kies gemeente, deelregio, regio, provincie, nederland, corporatie, wijk, plan, locatie, huishouden of persoon.",
      "scenarios[0].gegeven.wijzig.a..b: «a..b» is geen pad in een document. Schrijf het zo: stappen[0].sleutel.",
      "scenarios[0].verwacht.uitkomst.A: «1,5» is geen getal. Schrijf een punt (1.5) of een breuk (3/2).",
      "scenarios[0].verwacht.orodeel: Onbekende sleutel «orodeel». Bedoelt u «oordeel»?",
      "scenarios[1].naam: «naam» ontbreekt. Voeg «naam: …» toe.",
      "scenarios[1].gegeven.cijfers.inwonrs.A: «1,5» is geen getal. Schrijf een punt (1.5) of een breuk (3/2).",
      "scenarios[1].verwacht: «verwacht» is leeg: dan bewijst dit scenario niets. Schrijf wat eruit moet komen.",
    ]);
  });

  it("names only figures and parameters that are there", () => {
    const { kennis } = loadDocuments(
      [
        { bestand: "test.yaml", tekst: DOCUMENT },
        { bestand: "inwoners.yaml", tekst: INDICATOR("inwoners") },
        { bestand: "woningbouwprogramma.yaml", tekst: INDICATOR("woningbouwprogramma") },
        { bestand: "woningen.yaml", tekst: INDICATOR("woningen") },
      ],
      {},
    );
    expect(
      read(
        "document: test@1\nscenarios:\n  - naam: a\n    gegeven: { cijfers: { inwonrs: { A: 1 }, woningen.huur: 2 }, ingevuld: { drempel: 1, sleutel: inwoners } }\n    verwacht: { uitkomst: { A: 1 } }\n",
        kennis,
      ),
    ).toEqual([
      "scenarios[0].gegeven.cijfers.inwonrs: Onbekend cijfer «inwonrs». Bedoelt u «inwoners»?",
      "scenarios[0].gegeven.ingevuld.drempel: Onbekende parameter «drempel». Kijk de naam na.",
    ]);
  });
});

function INDICATOR(id: string, rest = ""): string {
  return `soort: indicator\nid: ${id}\ntitel: T\nonderwerp: algemeen\nbron: b\nstatus: voorbeeld\neenheid: x\nniveau: [gemeente]\nmeetmoment: peildatum\n${rest}`;
}

describe("a library", () => {
  const verdeling = (id: string, sleutel: string, spoor = 1) =>
    `soort: verdeling\nid: ${id}\ntitel: T\nonderwerp: studenten\nbron: b\nstatus: voorbeeld\nspoor: ${spoor}\nopgave: { aantal: a${spoor === 2 ? ", uit: a" : ""} }\nstappen: [{ over: gemeenten, sleutel: ${sleutel} }]\n`;
  const load = (files: Readonly<Record<string, string>>) => {
    const list = Object.entries(files).map(([name, tekst]) => ({ bestand: `${name}.yaml`, tekst }));
    return loadDocuments([...list, { bestand: "a.yaml", tekst: INDICATOR("a") }], {});
  };
  const faults = (files: Readonly<Record<string, string>>) =>
    load(files).resultaten.flatMap(({ resultaat }) =>
      resultaat.ok
        ? []
        : resultaat.fouten.map((fout) => `${fout.bestand} ${fout.pad}: ${fout.tekst}`),
    );

  it("knows the figures of its own indicators", () => {
    expect(faults({ v: verdeling("v", "b"), b: INDICATOR("b") })).toEqual([]);
    expect(faults({ v: verdeling("v", "bbbb"), bbbc: INDICATOR("bbbc") })).toEqual([
      "v.yaml stappen[0].sleutel: Onbekend cijfer «bbbb». Bedoelt u «bbbc»?",
    ]);
  });

  it("with one bad indicator makes no other document bad", () => {
    const found = faults({ v: verdeling("v", "b"), b: INDICATOR("b", "optelbaar: yes\n") });
    expect(found.map((fout) => fout.split(" ")[0])).toEqual(["b.yaml"]);
  });

  it("holds every document that another points to, of the right soort", () => {
    expect(
      faults({
        v: verdeling("v", "{ uitkomst-van: anders@2 }"),
        w: verdeling("w", "{ uitkomst-van: ander }"),
        x: verdeling("x", "{ op-volgorde: ander@1 }"),
        ander: verdeling("ander", "gelijk"),
      }),
    ).toEqual([
      "v.yaml stappen[0].sleutel.uitkomst-van: Er is geen document «anders@2». Bedoelt u «ander»?",
      "x.yaml stappen[0].sleutel.op-volgorde: «ander@1» is een verdeling; hier hoort een rangorde. Noem een ander document.",
    ]);
    expect(
      faults({ v: verdeling("v", "{ uitkomst-van: w@3 }"), w: verdeling("w", "gelijk") }),
    ).toEqual(["v.yaml stappen[0].sleutel.uitkomst-van: Van «w» is er geen versie 3. Er is: 1."]);
  });

  it("has no circles", () => {
    const found = faults({
      v: verdeling("v", "{ uitkomst-van: w }"),
      w: verdeling("w", "{ gewogen: [{ gewicht: 1, uitkomst-van: v }] }"),
    });
    expect(found[0]).toBe(
      "v.yaml stappen[0].sleutel.uitkomst-van: Via «w» leidt dit document terug naar zichzelf. Haal een van de verwijzingen weg.",
    );
    expect(
      faults({ b: INDICATOR("b", "formule: c + 1\n"), c: INDICATOR("c", "formule: b * 2\n") }),
    ).toHaveLength(2);
  });

  it("keeps spoor 1 and spoor 2 apart", () => {
    expect(
      faults({ v: verdeling("v", "{ uitkomst-van: w }"), w: verdeling("w", "gelijk", 2) }),
    ).toEqual([
      "v.yaml stappen[0].sleutel.uitkomst-van: «w» staat in spoor 2, hier staat spoor 1. Spoor 1 voegt woningen toe, spoor 2 verdeelt woningen die vrijkomen; zij gaan niet samen. Kies een document uit hetzelfde spoor.",
    ]);
  });

  it("has each version once", () => {
    const twice = [verdeling("v", "gelijk"), verdeling("v", "a")];
    const { resultaten, bibliotheek } = loadDocuments(
      [
        ...twice.map((tekst, index) => ({ bestand: `${index}/v.yaml`, tekst })),
        { bestand: "a.yaml", tekst: INDICATOR("a") },
      ],
      {},
    );
    expect(
      resultaten.flatMap(({ resultaat }) => (resultaat.ok ? [] : resultaat.fouten.map(formatFout))),
    ).toEqual([
      "1/v.yaml:2:5  id\n  «v@1» staat ook in 0/v.yaml. Geef dit document een hogere «versie», of haal er een weg.",
    ]);
    expect(bibliotheek.find("v")?.versie).toBe(1);
  });

  it.runIf(existsSync(shared))("of all documents of the language hangs together", () => {
    const known = yamlIn(shared, /^(?!.*scenarios).*\.yaml$/);
    const kaders = yamlIn(join(root, "kaders/cijfers"), /^(?!.*scenarios).*\.yaml$/);
    const own = new Set(known.map((path) => basename(path)));
    const files = [...known, ...kaders.filter((path) => !own.has(basename(path)))];
    const { resultaten } = loadDocuments(
      files.map((path) => ({
        bestand: join(basename(dirname(path)), basename(path)),
        tekst: readFileSync(path, "utf8"),
      })),
      { gemeenten, peildatum: "2026-01-01" },
    );
    const found = resultaten.flatMap(({ resultaat }) =>
      resultaat.ok ? [] : resultaat.fouten.map(formatFout),
    );
    expect(found).toEqual([]);
  });
});
