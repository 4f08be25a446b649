import { breuk, divide, isZero, multiply } from "#domain/breuk.ts";
import type { Eisoordeel, Eisverslag, Toetseenheid } from "#domain/oordeel.ts";
import type { Verantwoording } from "#domain/verantwoording.ts";
import { toCanoniek } from "#services/kader/canoniek.ts";
import { csvNumber, renderCsv } from "#services/uitvoer/csvtekst.ts";
import { askedText } from "./section-table.ts";
import { orderedUnits, type Toetsblad } from "./toets-sheet.ts";

/**
 * The outcome as JSON, one line, keys sorted; every number is exact text (`"666"`, `"2/3"`).
 *
 * `{ soort: "toetsuitkomst", document, op, gebied, ingevuld, zin, uitkomst }`, with
 * `verantwoording` where an account was asked.
 */
export function toJson(sheet: Toetsblad, verantwoording?: readonly Verantwoording[]): string {
  const { vraag, uitkomst, zin } = sheet;
  return toCanoniek({
    soort: "toetsuitkomst",
    document: uitkomst.document,
    op: vraag.op,
    gebied: vraag.gebied,
    ingevuld: vraag.ingevuld,
    zin,
    uitkomst,
    ...(verantwoording ? { verantwoording } : {}),
  });
}

const COLUMNS = [
  "code",
  "naam",
  "deelregio",
  "eis",
  "fase",
  "oordeel",
  "cijfer",
  "aantal",
  "van",
  "deel in %",
  "gevraagd",
  "te kort",
  "richting",
  "opmerkingen",
];

/**
 * The outcome as csv for a Dutch spreadsheet: semicolons, decimal commas, a byte order mark, one
 * row per comparison that is asked. A verdict of more comparisons stands on each of its rows.
 */
export function toCsv(sheet: Toetsblad): string {
  const rows = orderedUnits(sheet).flatMap((unit) =>
    unit.oordelen.flatMap((oordeel) => rowsOf(unit, oordeel, sheet)),
  );
  return renderCsv([COLUMNS, ...rows]);
}

function rowsOf(
  { id, naam, deelregio }: Toetseenheid,
  oordeel: Eisoordeel,
  sheet: Toetsblad,
): readonly (readonly string[])[] {
  const { eis, fase = "", gat, opmerkingen } = oordeel;
  const region = deelregio === undefined ? "" : (sheet.vraag.gebied.deelregios[deelregio] ?? "");
  const leaves = askedLeaves(oordeel.verslag);
  const compared = leaves.length > 0 ? leaves.map((leaf) => cellsOf(leaf, sheet)) : [NOTHING];
  return compared.map((cells) => [
    id,
    naam,
    region,
    eis,
    fase,
    oordeel.oordeel,
    ...cells,
    gat ? `${gat.aantal}` : "",
    gat?.richting ?? "",
    opmerkingen.join("; "),
  ]);
}

const NOTHING = ["", "", "", "", ""];
const HUNDRED = breuk(100n);

function cellsOf({ vergelijking }: Eisverslag, sheet: Toetsblad): readonly string[] {
  if (!vergelijking) return NOTHING;
  const { onderwerp, van } = vergelijking;
  const share =
    onderwerp.waarde && van?.waarde && !isZero(van.waarde)
      ? csvNumber(multiply(divide(onderwerp.waarde, van.waarde), HUNDRED))
      : "";
  return [
    onderwerp.naam,
    onderwerp.waarde ? csvNumber(onderwerp.waarde) : (onderwerp.tekst ?? "onbekend"),
    van ? (van.waarde ? csvNumber(van.waarde) : "onbekend") : "",
    share,
    askedText(vergelijking, sheet),
  ];
}

function askedLeaves(verslag: Eisverslag): readonly Eisverslag[] {
  if (verslag.rol !== "gevraagd") return [];
  return verslag.delen.length === 0 ? [verslag] : verslag.delen.flatMap(askedLeaves);
}
