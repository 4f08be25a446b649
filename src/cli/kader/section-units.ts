import type { Landingregel, Meting, Onderdeelstand } from "#domain/kaderstand.ts";
import { formatGetal, formatMoment } from "#domain/notatie.ts";
import { parseMoment } from "#domain/peildatum.ts";
import type { Section } from "../text/section.ts";
import { type Column, type Row, renderTable } from "../text/table.ts";
import { asWords, instrumentName } from "../text/words.ts";
import { eenheidnaam, type Kaderblad, onderdeelnaam, VOORTGANGWOORD } from "./kader-sheet.ts";

/** Per gemeente what was agreed and what is known to be done, on the alphabet. */
export function unitSections(sheet: Kaderblad): readonly Section[] {
  return sheet.stand.onderdelen
    .filter(({ metingen }) => metingen.some(isTold))
    .map((part) => unitSection(part, sheet));
}

/** A table in which nothing is known says no more than the line above it. */
function isTold({ gedaan, oordeel, afgesproken }: Meting): boolean {
  return gedaan !== undefined || oordeel !== undefined || afgesproken !== undefined;
}

function unitSection(part: Onderdeelstand, sheet: Kaderblad): Section {
  const counted = part.metingen.some(({ afgesproken }) => afgesproken !== undefined);
  const columns = counted ? COUNTED : JUDGED;
  const groups = [...new Set(part.metingen.map(({ wat }) => wat))];
  const rows = groups.flatMap((wat): readonly Row[] => [
    { kind: "group", title: parseMoment(wat) ? formatMoment(wat) : asWords(wat) },
    ...part.metingen
      .filter((meting) => meting.wat === wat)
      .map(
        (meting): Row => ({
          kind: "row",
          cells: counted ? countedCells(meting, sheet) : judgedCells(meting, sheet),
        }),
      ),
  ]);
  return [
    sheet.style.bold(onderdeelnaam(part.naam)),
    "",
    ...renderTable({ columns, rows }, sheet.tableWidth),
  ];
}

const COUNTED: readonly Column[] = [
  { header: "gemeente", align: "left" },
  { header: "afgesproken", align: "right" },
  { header: "tot nu gevraagd", align: "right" },
  { header: "gedaan", align: "right" },
  { header: "tot en met", align: "left" },
  { header: "hoe het gaat", align: "left" },
];

function countedCells(meting: Meting, sheet: Kaderblad): readonly string[] {
  const { eenheid, afgesproken, hoogstens, gevraagd, gedaan, totEnMet, voortgang } = meting;
  const number = (value: Meting["gedaan"], decimals = 0) =>
    value === undefined ? "onbekend" : formatGetal(value, decimals);
  return [
    eenheidnaam(eenheid, sheet),
    `${hoogstens ? "hoogstens " : ""}${number(afgesproken)}`,
    gevraagd === undefined ? "–" : number(gevraagd, 1),
    number(gedaan),
    totEnMet === undefined ? "–" : formatMoment(totEnMet),
    VOORTGANGWOORD[voortgang],
  ];
}

const JUDGED: readonly Column[] = [
  { header: "gemeente", align: "left" },
  { header: "oordeel", align: "left" },
  { header: "hoe het gaat", align: "left" },
];

function judgedCells({ eenheid, naam, oordeel, voortgang }: Meting, sheet: Kaderblad) {
  const known = eenheidnaam(eenheid, sheet);
  return [
    known === eenheid ? naam : known,
    oordeel === undefined ? "–" : asWords(oordeel),
    VOORTGANGWOORD[voortgang],
  ];
}

const STANDEN: Readonly<Record<Landingregel["stand"], string>> = {
  geland: "geland",
  komt: "komt nog",
  "te-laat": "te laat, niet geborgd",
  "zonder-termijn": "nog niet; geen uiterste dag",
};

/** Where an onderdeel has landed, for each; only where something landed or is late. */
export function landingSection(sheet: Kaderblad): Section {
  const parts = sheet.stand.onderdelen.filter(({ landing }) =>
    landing?.regels.some(({ stand }) => stand === "geland" || stand === "te-laat"),
  );
  if (parts.length === 0) return [];
  const columns = ["voor wie", "stand", "waar", "sinds"].map(
    (header): Column => ({ header, align: "left" }),
  );
  const rows = parts.flatMap(({ naam, landing }): readonly Row[] => [
    {
      kind: "group",
      title: `${onderdeelnaam(naam)}, in ${instrumentName(landing?.instrument ?? "")}`,
    },
    ...(landing?.regels ?? []).map(
      (regel): Row => ({
        kind: "row",
        cells: [
          regel.eenheid === undefined ? "de regio" : eenheidnaam(regel.eenheid, sheet),
          STANDEN[regel.stand],
          regel.plaats ?? "–",
          regel.op === undefined ? "–" : formatMoment(regel.op),
        ],
      }),
    ),
  ]);
  return [
    sheet.style.bold("Waar het is geland"),
    "",
    ...renderTable({ columns, rows }, sheet.tableWidth),
  ];
}
