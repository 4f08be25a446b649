import { type Breuk, breuk, multiply } from "#domain/breuk.ts";
import type { Bandbreedte, Eenheiduitkomst } from "#domain/uitkomst.ts";
import { csvNumber, renderCsv } from "#services/uitvoer/csvtekst.ts";
import { orderUnits } from "../order-units.ts";
import { UNKNOWN } from "./section-table.ts";
import type { Sheet } from "./sheet.ts";

/**
 * The table as csv for a Dutch spreadsheet: semicolons, decimal commas, no points in thousands, a
 * byte order mark, one row per unit.
 *
 * The columns are always the same: four of the unit, then ten per key, each with the document's
 * name before it. What nobody delivered is `onbekend`; a key that came to no numbers has empty
 * cells. A text that a spreadsheet would take for a formula gets an apostrophe before it.
 */
export function toCsv(sheet: Sheet): string {
  const { kolommen, vraag } = sheet.tabel;
  const names = kolommen.map(({ uitkomst }) => uitkomst.document);
  const header = [
    "code",
    "gemeente",
    "deelregio",
    "nu",
    ...names.flatMap((naam) => KEY_COLUMNS.map((column) => `${naam} ${column}`)),
  ];
  const { gebied } = vraag;
  const units = orderUnits(allUnits(sheet), gebied.deelregios);
  const rows = units.map(({ id, naam, deelregio }) => [
    id,
    naam,
    deelregio === undefined ? "" : (gebied.deelregios[deelregio] ?? deelregio),
    nowCell(id, sheet),
    ...kolommen.flatMap(({ uitkomst }) =>
      keyCells(uitkomst.eenheden.find((eenheid) => eenheid.id === id)),
    ),
  ]);
  return renderCsv([header, ...rows]);
}

const KEY_COLUMNS = [
  "laag",
  "midden",
  "hoog",
  "aanbod",
  "deel van aanbod in %",
  "over laag",
  "over midden",
  "over hoog",
  "open",
  "saldo",
] as const;

function keyCells(unit: Eenheiduitkomst | undefined): readonly string[] {
  if (!unit) return KEY_COLUMNS.map(() => "");
  const { aantal, aanbod, deelVanAanbod, over, open, saldo } = unit;
  const share = deelVanAanbod && multiply(deelVanAanbod.midden, breuk(100n));
  return [
    ...ends(aantal),
    aanbod ? csvNumber(aanbod.midden) : UNKNOWN,
    share ? csvNumber(share) : UNKNOWN,
    ...(over ? ends(over) : [UNKNOWN, UNKNOWN, UNKNOWN]),
    csvNumber(open),
    saldo ? csvNumber(saldo) : "",
  ];
}

function ends({ laag, midden, hoog }: Bandbreedte): readonly string[] {
  return [laag, midden, hoog].map(csvNumber);
}

/** Every unit of the region, also where no key came to numbers. */
function allUnits({ tabel }: Sheet): readonly Eenheiduitkomst[] {
  const found = tabel.kolommen.find(({ uitkomst }) => uitkomst.eenheden.length > 0);
  if (found) return found.uitkomst.eenheden;
  const nought: Breuk = breuk(0n);
  const empty = { laag: nought, midden: nought, hoog: nought };
  return tabel.vraag.gebied.eenheden.map(({ id, naam, deelregio }) => ({
    id,
    naam,
    ...(deelregio === undefined ? {} : { deelregio }),
    aantal: empty,
    cellen: [],
    open: nought,
  }));
}

function nowCell(id: string, { bij }: Sheet): string {
  if (!bij.nu) return "";
  const band = bij.nu.waarden.get(id);
  return band ? csvNumber(band.midden) : UNKNOWN;
}
