import { describe, expect, it } from "vitest";
import { createGemeentelijst } from "#domain/gebied.ts";
import { formatFout } from "./fout.ts";
import type { Kennis } from "./kennis.ts";
import { loadDocument } from "./load.ts";

const kennis: Kennis = {
  gemeenten: createGemeentelijst(
    [
      { code: "GM0855", naam: "Tilburg", provincie: "PV30" },
      { code: "GM0758", naam: "Breda", provincie: "PV30" },
      { code: "GM0823", naam: "Oirschot", provincie: "PV30", tot: "2025-12-31" },
      { code: "GM0417", naam: "Laren", provincie: "PV27" },
      { code: "GM9999", naam: "Laren", provincie: "PV25" },
    ],
    [{ code: "PV30", naam: "Noord-Brabant" }],
  ),
  peildatum: "2026-01-01",
  indicatoren: new Map([
    ["inwoners", []],
    ["urgenten", []],
    ["vrijkomende-sociale-huurwoningen", []],
    ["woningen", ["prijssegment"]],
  ]),
  codelijsten: new Map([["prijssegment", ["sociale-huur", "middenhuur"]]]),
};

function faults(text: string, options: { bestand?: string; kennis?: Kennis } = {}): string[] {
  const result = loadDocument(text, { bestand: "kaders/eigen/test.yaml", ...options });
  return result.ok ? [] : result.fouten.map(formatFout);
}

const ALLES_FOUT = `soort: verdeling
id: test
titel: Alles wat er in één document mis kan gaan
onderwerp: urgenten
bron: eigen proef
laag: woningbouwregio
status: voorbeeld
spoor: 1
parameters:
  drempel: { eenheid: deel, zekerheid: onzeker, waarde: 29 % }
opgave:
  aantal: 1,5
  eenheid: woningen
  uit: vrijkomende-sociale-huurwoningen
stappen:
  - over: gemeenten
    voor: [GM0758 Breda, GM0855 Breda]
    sleutel:
      naar-ratio-van: inwoners
      gewogen:
        - { gewicht: 60 %, naar-rato-van: inwoners }
        - { gewicht: 39 %, naar-rato-van: urgenten }
    voorwaarden: [{ minstens: urgenten }]
    wat-niet-past: open
`;

describe("everything that is wrong", () => {
  it("is told at once, each with its place and how to mend it", () => {
    expect(faults(ALLES_FOUT, { kennis })).toEqual([
      `kaders/eigen/test.yaml:6:7  laag
  Onderwerp «urgenten» hoort bij de woningmarktregio, niet bij de woningbouwregio. Maak er «laag: woningmarktregio» van.`,
      `kaders/eigen/test.yaml:8:1  spoor
  Een verdeling in spoor 1 voegt woningen toe en neemt niets uit «vrijkomende-sociale-huurwoningen». Haal «uit» weg, of maak er spoor 2 van.`,
      `kaders/eigen/test.yaml:10:57  parameters.drempel.waarde
  Een parameter met «zekerheid: onzeker» mag geen waarde hebben. Haal de waarde weg, of kies «aanname» en noem uw bron.`,
      `kaders/eigen/test.yaml:12:11  opgave.aantal
  «1,5» is geen getal. Schrijf een punt (1.5) of een breuk (3/2).`,
      `kaders/eigen/test.yaml:17:26  stappen[0].voor[1]
  «GM0855 Breda»: GM0855 is op 1 januari 2026 Tilburg. Breda is GM0758. Kies code of naam.`,
      `kaders/eigen/test.yaml:19:7  stappen[0].sleutel.naar-ratio-van
  Onbekende sleutel «naar-ratio-van». Bedoelt u «naar-rato-van»?`,
      `kaders/eigen/test.yaml:20:7  stappen[0].sleutel.gewogen
  De gewichten zijn samen 99 % (60 % + 39 %). Ze moeten samen precies 100 % zijn. Verhoog er een met 1 %.`,
      `kaders/eigen/test.yaml:24:5  stappen[0].wat-niet-past
  «wat-niet-past» hoort bij een «hoogstens» of «precies»; deze stap heeft geen van beide. Haal de regel weg, of voeg de grens toe.`,
    ]);
  });
});

describe("a kenmerk that bears the name of a code list", () => {
  const toets = (eis: string) => `soort: toets
id: test
titel: Een toets op een prijssegment
onderwerp: betaalbaarheid
bron: eigen proef
status: voorbeeld
eisen: { a: ${eis} }
niveau: [plan]
`;

  it("knows the codes of that list, and the nearest one", () => {
    expect(faults(toets("{ kenmerk: prijssegment, is: midenhuur }"), { kennis })).toEqual([
      `kaders/eigen/test.yaml:7:42  eisen.a.is
  «prijssegment» heeft geen code «midenhuur». Bedoelt u «middenhuur»?`,
    ]);
    expect(
      faults(toets("{ kenmerk: prijssegment, is: [middenhuur, sociaal] }"), { kennis }),
    ).toEqual([expect.stringContaining("eisen.a.is[1]")]);
  });

  it("takes its own codes, and any code where no list bears the name", () => {
    expect(
      faults(toets("{ kenmerk: prijssegment, is: [middenhuur, sociale-huur] }"), { kennis }),
    ).toEqual([]);
    expect(faults(toets("{ kenmerk: gecontracteerd, is: ja }"), { kennis })).toEqual([]);
  });
});
