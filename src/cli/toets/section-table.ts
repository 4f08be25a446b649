import { divide, formatBreuk, isZero } from "#domain/breuk.ts";
import { formatExact, formatGetal, formatMoment, formatProcent } from "#domain/notatie.ts";
import type {
  Eisoordeel,
  Eisverslag,
  Gat,
  Grens,
  Toetseenheid,
  Vergelijkingsverslag,
} from "#domain/oordeel.ts";
import { isDatum } from "#domain/peildatum.ts";
import { indicatorOf } from "../figures/figure-name.ts";
import { groupBy } from "../group-by.ts";
import type { Section } from "../text/section.ts";
import { type Column, type Row, renderTable } from "../text/table.ts";
import { asWords } from "../text/words.ts";
import { eisName, orderedUnits, type Toetsblad, verdictWord } from "./toets-sheet.ts";

const UNKNOWN = "onbekend";

/**
 * Verdicts with what they rest on: of one, a row per eis; of several, a row per unit below each
 * eis. What is asked stands over the rows where it is the same for all of them.
 */
export function tableSection(sheet: Toetsblad): Section {
  const units = orderedUnits(sheet);
  const [only, ...others] = units;
  if (!only) return [];
  const alone = others.length === 0;
  const rows = alone
    ? only.oordelen.flatMap((item) => verdictRows(eisName(item), item, "full", sheet))
    : rowsByEis(units, sheet);
  const columns: readonly Column[] = [
    { header: alone ? "eis" : asWords(sheet.uitkomst.niveau), align: "left" },
    { header: "oordeel", align: "left" },
    { header: "nu", align: "right" },
    { header: "te kort", align: "right" },
    { header: "gevraagd", align: "left" },
  ];
  return renderTable(withoutEmpty({ columns, rows }), sheet.tableWidth);
}

/** A column in which nothing stands only takes room. */
function withoutEmpty({ columns, rows }: { columns: readonly Column[]; rows: readonly Row[] }) {
  const kept = columns.map((_, i) =>
    rows.some((row) => row.kind !== "group" && (row.cells[i] ?? "") !== ""),
  );
  return {
    columns: columns.filter((_, i) => kept[i]),
    rows: rows.map((row) =>
      row.kind === "group" ? row : { ...row, cells: row.cells.filter((_, i) => kept[i]) },
    ),
  };
}

function rowsByEis(units: readonly Toetseenheid[], sheet: Toetsblad): readonly Row[] {
  const all = units.flatMap(({ naam, oordelen }) => oordelen.map((oordeel) => ({ naam, oordeel })));
  return groupBy(all, ({ oordeel }) => eisName(oordeel)).flatMap((group): readonly Row[] => {
    const asked = askedOfAll(
      group.map(({ oordeel }) => oordeel),
      sheet,
    );
    const title = `${sheet.style.bold(eisName(group[0].oordeel))}${asked ? `: ${asked}` : ""}`;
    const how = asked === undefined ? "short" : "above";
    return [
      { kind: "group", title },
      ...group.flatMap(({ naam, oordeel }) => verdictRows(`  ${naam}`, oordeel, how, sheet)),
    ];
  });
}

/** What is asked, where that is one comparison and the same of everybody. */
function askedOfAll(oordelen: readonly Eisoordeel[], sheet: Toetsblad): string | undefined {
  const texts = oordelen.map(({ verslag }) => {
    const [leaf, ...others] = comparedIn(verslag);
    return leaf && others.length === 0 ? askedShort(leaf, sheet) : undefined;
  });
  const [first] = texts;
  return texts.every((text) => text === first) ? first : undefined;
}

/** Where what is asked stands: in full, short with its subject, or above all rows. */
type Asking = "full" | "short" | "above";

/** One row, or with several comparisons one more for each of which the figure is known. */
function verdictRows(
  label: string,
  oordeel: Eisoordeel,
  how: Asking,
  sheet: Toetsblad,
): readonly Row[] {
  const word = verdictWord(oordeel, sheet.uitkomst.niveau);
  const compared = comparedIn(oordeel.verslag);
  const [only, ...others] = compared;
  const gap = gapText(oordeel.gat);
  if (only && others.length === 0) {
    const asked = how === "above" ? "" : textFor(only, how, sheet);
    return [{ kind: "row", cells: [label, word, nowText(only, sheet), gap, asked] }];
  }
  const margin = " ".repeat(label.length - label.trimStart().length + 2);
  const known = compared.filter(({ onderwerp }) => onderwerp.waarde ?? onderwerp.tekst);
  return [
    { kind: "row", cells: [label, word, "", gap, ""] },
    ...known.map(
      (leaf): Row => ({
        kind: "row",
        cells: [
          `${margin}${shortName(leaf.onderwerp.naam)}`,
          "",
          nowText(leaf, sheet),
          "",
          askedText(leaf, sheet),
        ],
      }),
    ),
  ];
}

function textFor(leaf: Vergelijkingsverslag, how: Asking, sheet: Toetsblad): string {
  return how === "full" ? askedText(leaf, sheet) : askedShort(leaf, sheet);
}

/** `minstens 30% sociale huur`: without the whole numbers, which differ from unit to unit. */
function askedShort(leaf: Vergelijkingsverslag, sheet: Toetsblad): string {
  const grenzen = leaf.grenzen.map(({ nodig: _nodig, ...grens }) => grens);
  return `${askedText({ ...leaf, grenzen }, sheet)} ${shortName(leaf.onderwerp.naam)}`;
}

/** The comparisons that are asked; what decides which of them is in the account. */
function comparedIn(verslag: Eisverslag): readonly Vergelijkingsverslag[] {
  if (verslag.rol !== "gevraagd") return [];
  return verslag.delen.length === 0
    ? [verslag.vergelijking ?? []].flat()
    : verslag.delen.flatMap(comparedIn);
}

/** `sociale huur` of `woningen.sociale-huur`. */
function shortName(naam: string): string {
  return asWords(naam.split(".").at(-1) ?? naam);
}

/** What is no number: a code as it stands, and a day as it is read. */
function spokenText(tekst = UNKNOWN): string {
  return isDatum(tekst) ? formatMoment(tekst) : tekst;
}

/** `66,6% (666 van 1.000)`, or the number itself. */
function nowText({ onderwerp, van }: Vergelijkingsverslag, sheet: Toetsblad): string {
  const { waarde, tekst } = onderwerp;
  if (!van) return waarde ? amountText(onderwerp.naam, waarde, sheet) : spokenText(tekst);
  const part = waarde ? formatGetal(waarde, 2) : UNKNOWN;
  const whole = van.waarde ? formatGetal(van.waarde, 2) : UNKNOWN;
  if (!waarde && !van.waarde) return UNKNOWN;
  const counts = `${part} van ${whole}`;
  if (!waarde || !van.waarde || isZero(van.waarde)) return counts;
  return `${formatProcent(divide(waarde, van.waarde), 1)} (${counts})`;
}

function amountText(naam: string, waarde: Parameters<typeof formatGetal>[0], sheet: Toetsblad) {
  const share = indicatorOf(naam, sheet)?.eenheid === "deel";
  return share ? formatProcent(waarde, 2) : formatGetal(waarde, 2);
}

/** `minstens 2/3 (667)`, `minder dan drempel (nog te bepalen)`. */
export function askedText({ soort, grenzen, van }: Vergelijkingsverslag, sheet: Toetsblad): string {
  const limits = grenzen.map((grens) => limitText(grens, van !== undefined, sheet));
  switch (soort) {
    case "is":
      return limits.join(" of ");
    case "tussen":
      return `${limits.join(" tot ")}`;
    case "in-maanden":
      return `in ${limits.join("")}`;
    case "eensluidend":
      return "voor allen gelijk";
    default:
      return `${asWords(soort)} ${limits.join("")}`;
  }
}

function limitText(
  { naam, tekst, waarde, parameter, nodig }: Grens,
  share: boolean,
  sheet: Toetsblad,
): string {
  const count = nodig === undefined ? "" : ` (${formatGetal({ teller: nodig, noemer: 1n })})`;
  if (parameter !== undefined) {
    const held = waarde
      ? share || sheet.vraag.document.parameters[parameter]?.eenheid === "deel"
        ? formatProcent(waarde, 2)
        : formatGetal(waarde, 2)
      : (tekst ?? "nog te bepalen");
    return `${asWords(parameter)}: ${held}${count}`;
  }
  if (tekst !== undefined) return `${formatExact(tekst.replace(/\s*%/, "%"))}${count}`;
  return `${asWords(naam)}${waarde ? ` (${formatExact(formatBreuk(waarde))})` : ""}`;
}

function gapText(gat: Gat | undefined): string {
  if (!gat) return "";
  const number = formatGetal({ teller: gat.aantal, noemer: 1n });
  return gat.richting === "erbij" ? number : `${number} te veel`;
}
