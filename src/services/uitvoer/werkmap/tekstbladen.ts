import { formatExact, formatMoment } from "#domain/notatie.ts";
import type { Verantwoording } from "#domain/verantwoording.ts";
import { createLezer } from "#rules/cijfers/lezer.ts";
import { explainUitkomst } from "#services/verdeling/uitleg.ts";
import type { Uitvoerblad, Uitvoerkolom } from "../uitvoerblad.ts";
import { type Cel, createWerkblad, tekst, type Werkblad, waarde } from "./cellen.ts";
import type { Rekenwijze } from "./rekenwijze.ts";

/** What this file is, what it is worth, and how to read it. */
export function schrijfToelichting(
  uitvoer: Uitvoerblad,
  rekenwijzen: readonly Rekenwijze[],
  adres: string,
): Werkblad {
  const { titel, zin, status, regio, op, herkomst, kanttekeningen, kolommen } = uitvoer;
  const blad = createWerkblad("Toelichting", [20, 56]);
  const inWaarden = rekenwijzen.flatMap(({ inWaarden: reasons }) => reasons);
  const lines: readonly (readonly [string, string])[] = [
    ["Wat dit waard is", status],
    ["Wat er staat", zin],
    ["Regio", describeRegio(uitvoer)],
    ["Gerekend voor", formatMoment(op)],
    ["Terug naar dit blad", adres],
    ["Kenmerk (sha256)", herkomst.hash ?? "niet bewaard: dit blad is niet bevroren"],
    ...kolommen.slice(1).map((kolom) => ["Ernaast", `${kolom.titel}: ${kolom.zin}`] as const),
    ...kolommen.flatMap(({ meldingen }) => meldingen.map((text) => ["Let op", text] as const)),
    ...kanttekeningen.map((text) => ["Kanttekening", text] as const),
    ...LEESWIJZER,
    [
      "In waarden",
      inWaarden.length > 0 ? inWaarden.join(" ") : "Niets: elke uitkomst is een formule.",
    ],
  ];
  blad.zet(0, 0, tekst(`${titel}, ${regio.titel}`), "titel");
  for (const [i, [wat, text]] of lines.entries()) {
    blad.zet(i + 2, 0, tekst(wat), "kop");
    blad.zet(i + 2, 1, tekst(text), "lang");
  }
  return blad;
}

const LEESWIJZER: readonly (readonly [string, string])[] = [
  [
    "Zo leest u dit",
    "Op «Cijfers» staan de cijfers, met bron, datum en betrouwbaarheid. Verandert u er een, dan verandert de uitkomst mee.",
  ],
  [
    "",
    "Op «Uitkomst» staat naast elk getal wat Woonregie uitrekende. «Gelijk aan Woonregie» is WAAR zolang u niets verandert.",
  ],
  [
    "",
    "Op «Rekenwijze» staat elke stap in formules. Wie meedoet aan een stap, staat vast in dit bestand.",
  ],
  [
    "",
    "#N/B (of #N/A) betekent: hier moeten mensen eerst kiezen, of met andere cijfers zijn meer rondes nodig. «onbekend» is geen nul.",
  ],
  ["", "Bandbreedtes (laag en hoog) rekent alleen Woonregie; zij staan hier in waarden."],
];

function describeRegio({ regio }: Uitvoerblad): string {
  const { titel, aantal, indeling } = regio;
  const from = indeling ? `, volgens ${indeling.titel} (${indeling.naam}, ${indeling.status})` : "";
  return `${titel}, ${aantal} gemeenten${from}`;
}

/** The keys as sentences, with the numbers that people set; by key and name where each stands. */
export function schrijfSleutels({ kolommen, keuzes, wijzigingen }: Uitvoerblad): {
  readonly blad: Werkblad;
  readonly vindParameter: (kolom: Uitvoerkolom) => (naam: string) => Cel | undefined;
} {
  const blad = createWerkblad("Sleutels", [34, 18, 16, 90]);
  const cells = new Map<string, Cel>();
  let rij = 0;
  for (const kolom of kolommen) {
    blad.regel(rij, [tekst(kolom.titel)], "titel");
    blad.regel(rij + 1, [tekst(kolom.naam), undefined, undefined, tekst(kolom.zin)]);
    rij += 2;
    const lezer = createLezer(kolom.vraag);
    for (const [naam, { eenheid, zekerheid }] of Object.entries(kolom.document.parameters)) {
      const value = lezer.parameter(naam);
      blad.regel(rij, [tekst(naam), undefined, tekst(eenheid), tekst(zekerheid)]);
      const number = value && "midden" in value;
      const cel = blad.zet(rij, 1, number ? waarde(value.midden) : tekst(wordOf(value)), "invoer");
      if (number) cells.set(`${kolom.naam} ${naam}`, cel);
      rij += 1;
    }
    rij += 1;
  }
  const filled = [...keuzes, ...wijzigingen];
  if (filled.length > 0) blad.regel(rij, [tekst("Wat mensen hebben ingevuld")], "titel");
  for (const [i, { naam, waarde: text }] of filled.entries()) {
    blad.regel(rij + 1 + i, [tekst(naam), tekst(text)]);
  }
  return {
    blad,
    vindParameter: (kolom) => (naam) => cells.get(`${kolom.naam} ${naam}`),
  };
}

function wordOf(value: ReturnType<ReturnType<typeof createLezer>["parameter"]>): string {
  if (!value || "midden" in value) return "nog te bepalen";
  switch (value.soort) {
    case "woord":
      return value.woord;
    case "datum":
      return value.datum;
    case "duur":
      return `${value.duur.aantal} ${value.duur.maat}`;
    default:
      return "";
  }
}

/** The account of every key and every unit, indented by how deep it lies. */
export function schrijfVerantwoording({ kolommen }: Uitvoerblad): Werkblad {
  const blad = createWerkblad("Verantwoording", [80, 22, 14, 60, 30], 1);
  blad.regel(0, ["wat", "waarde", "eenheid", "bron", "plek in het document"].map(tekst), "kop");
  let rij = 1;
  const write = (tak: Verantwoording, diepte: number): void => {
    const { wat, waarde: text, eenheid, herkomst, pad, laag, hoog } = tak;
    const range = laag && hoog ? ` (${formatExact(laag)}–${formatExact(hoog)})` : "";
    blad.regel(rij, [
      tekst(`${"    ".repeat(diepte)}${wat}`),
      text ? tekst(`${formatExact(text)}${range}`) : undefined,
      eenheid ? tekst(eenheid) : undefined,
      herkomst ? tekst([herkomst.bron, herkomst.moment].filter(Boolean).join(", ")) : undefined,
      pad ? tekst(pad) : undefined,
    ]);
    rij += 1;
    for (const deel of tak.delen) write(deel, diepte + 1);
  };
  for (const { titel, uitkomst, rijen } of kolommen) {
    blad.regel(rij, [tekst(titel)], "titel");
    rij += 1;
    write(explainUitkomst(uitkomst), 0);
    const units = uitkomst.eenheden.length > 0 ? rijen : [];
    for (const { eenheid } of units) write(explainUitkomst(uitkomst, eenheid.id), 0);
  }
  return blad;
}

/** Which version this is, of what, and when it was made. */
export function schrijfVersie(
  { herkomst, kolommen, op, regio, status }: Uitvoerblad,
  adres: string,
): Werkblad {
  const blad = createWerkblad("Versie", [28, 48]);
  const { versie, hash, bevrorenOp, engineVersie, soort } = herkomst;
  const lines: readonly (readonly [string, string | undefined])[] = [
    ["soort", SOORTEN[soort]],
    ["status", status],
    ["peildatum of periode", op],
    ["regio", regio.indeling ? `${regio.indeling.naam}#${regio.id}` : regio.id],
    ["versie van het rekenprogramma", engineVersie],
    ["kenmerk (sha256)", hash],
    ["naam van de versie", versie?.naam],
    ["nummer", versie && String(versie.nummer)],
    ["gemaakt door", versie?.maker],
    ["bewaard op", versie?.gemaaktOp],
    ["stand van de versie", versie?.status],
    ["bevroren op", bevrorenOp],
    ["adres", adres],
    ...kolommen.map(
      ({ naam, hash: own }, i) => [`document ${i + 1}`, own ? `${naam}, ${own}` : naam] as const,
    ),
  ];
  const known = lines.filter(([, text]) => text);
  blad.regel(0, [tekst("Versie en peildatum")], "titel");
  for (const [i, [wat, text]] of known.entries())
    blad.regel(i + 1, [tekst(wat), tekst(text ?? "")]);
  return blad;
}

const SOORTEN = {
  blad: "een rekenblad dat niemand bewaarde",
  versie: "een bewaarde versie van een rekenblad",
  bevroren: "een bevroren uitkomst",
} as const;
