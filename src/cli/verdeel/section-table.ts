import { type Breuk, equals, isZero, NUL, sum } from "#domain/breuk.ts";
import { formatGetal, formatProcent } from "#domain/notatie.ts";
import type {
  Bandbreedte,
  Eenheiduitkomst,
  Naastliggend,
  VerdelingUitkomst,
} from "#domain/uitkomst.ts";
import { cijfernaam } from "../figures/figure-name.ts";
import { orderUnits } from "../order-units.ts";
import { formatBandbreedte } from "../text/band.ts";
import { titel } from "../text/document-text.ts";
import type { Section } from "../text/section.ts";
import { type Cell, type Column, type Row, renderTable } from "../text/table.ts";
import { asWords } from "../text/words.ts";
import { wrap } from "../text/wrap.ts";
import { perPeriode } from "./section-head.ts";
import { type Sheet, type ShownKey, shownKeys } from "./sheet.ts";

export const UNKNOWN = "onbekend";

/** A column with what it shows of a unit, of a cell below one, and of all together. */
type Field = {
  readonly column: Column;
  readonly unit: (unit: Eenheiduitkomst) => Cell;
  readonly cell?: (unit: Eenheiduitkomst, label: string) => Cell;
  readonly total: Cell;
};

/** The keys beside each other, a row per unit, by deelregio and name. */
export function tableSection(sheet: Sheet): Section {
  const keys = shownKeys(sheet);
  const [first] = keys;
  if (!first) return [];
  const fields = fieldsFor(keys, sheet);
  const { deelregios } = sheet.tabel.vraag.gebied;
  const units = orderUnits(first.uitkomst.eenheden, deelregios);
  const margin = Object.keys(deelregios).length > 0 ? "  " : "";
  const rows = units.flatMap((unit, i): readonly Row[] => [
    ...headingBefore(unit, units[i - 1], deelregios, sheet),
    ...unitRows(unit, fields, keys, margin),
  ]);
  const total: Row = { kind: "total", cells: ["Samen", ...fields.map((field) => field.total)] };
  const columns: readonly Column[] = [
    { header: "gemeente", align: "left" },
    ...fields.map(({ column }) => column),
  ];
  return [
    ...wrap(captionFor(first, fields), sheet.width).map(sheet.style.dim),
    "",
    ...renderTable({ columns, rows: [...rows, total] }, sheet.tableWidth),
  ];
}

/** The words above the table: what is counted, and how to read band and percentage. */
function captionFor({ document, uitkomst }: ShownKey, fields: readonly Field[]): string {
  const cells = fields.flatMap(({ total }) => (typeof total === "string" ? [] : [total]));
  const band = cells.some((parts) => parts[1]) || hasBand(uitkomst);
  const share = uitkomst.eenheden.some(({ deelVanAanbod }) => deelVanAanbod);
  const year = uitkomst.jaren.find(({ periode }) => uitkomst.op?.startsWith(periode))?.periode;
  return [
    `Aantal ${uitkomst.eenheid}${perPeriode(document)}${year ? `, ${year} op het pad over de jaren` : ""}.`,
    band ? "Tussen haakjes hoe ver het kan schelen." : "",
    share ? "Het percentage is het deel van de eigen vrijkomende woningen." : "",
  ]
    .filter(Boolean)
    .join(" ");
}

function hasBand({ eenheden }: VerdelingUitkomst): boolean {
  return eenheden.some(({ aantal }) => formatBandbreedte(aantal) !== "");
}

function headingBefore(
  unit: Eenheiduitkomst,
  before: Eenheiduitkomst | undefined,
  deelregios: Readonly<Record<string, string>>,
  { style }: Sheet,
): readonly Row[] {
  if (Object.keys(deelregios).length === 0 || (before && before.deelregio === unit.deelregio)) {
    return [];
  }
  const title =
    unit.deelregio === undefined ? "Overige" : (deelregios[unit.deelregio] ?? unit.deelregio);
  return [{ kind: "group", title: style.bold(title) }];
}

function unitRows(
  unit: Eenheiduitkomst,
  fields: readonly Field[],
  keys: readonly ShownKey[],
  margin: string,
): readonly Row[] {
  const labels = new Set(
    keys.flatMap(({ uitkomst }) => rowOf(uitkomst, unit.id)?.cellen.map(cellLabel) ?? []),
  );
  return [
    { kind: "row", cells: [`${margin}${unit.naam}`, ...fields.map((field) => field.unit(unit))] },
    ...[...labels].map(
      (label): Row => ({
        kind: "row",
        cells: [
          `${margin}  ${asWords(label)}`,
          ...fields.map((field) => field.cell?.(unit, label) ?? ""),
        ],
      }),
    ),
  ];
}

function cellLabel({ pad }: { readonly pad: readonly string[] }): string {
  return pad.join(", ");
}

function rowOf({ eenheden }: VerdelingUitkomst, id: string): Eenheiduitkomst | undefined {
  return eenheden.find((eenheid) => eenheid.id === id);
}

function fieldsFor(keys: readonly ShownKey[], sheet: Sheet): readonly Field[] {
  return [
    ...nowField(sheet),
    ...keys.flatMap((key) => [keyField(key), ...openField(key)]),
    ...(keys.length === 1 ? keys.flatMap(leftField) : []),
    ...besideFields(keys, sheet),
  ];
}

/** What units do now; where nobody delivered it, one line above the table says so. */
function nowField({ bij: { nu } }: Sheet): readonly Field[] {
  if (!nu || nu.waarden.size === 0) return [];
  const values = [...nu.waarden.values()];
  return [
    {
      column: { header: "nu", align: "right" },
      unit: ({ id }) => {
        const band = nu.waarden.get(id);
        return band ? formatGetal(band.midden) : UNKNOWN;
      },
      total:
        values.length > 0 && nu.ontbreekt.length === 0
          ? formatGetal(sum(middles(values)))
          : UNKNOWN,
    },
  ];
}

function middles(bands: readonly Bandbreedte[]): readonly Breuk[] {
  return bands.map(({ midden }) => midden);
}

function keyField({ document, uitkomst }: ShownKey): Field {
  return {
    column: { header: titel(document), align: "right" },
    unit: ({ id }) => {
      const row = rowOf(uitkomst, id);
      return row ? keyCell(row.aantal, row.deelVanAanbod) : "–";
    },
    cell: ({ id }, label) => {
      const cell = rowOf(uitkomst, id)?.cellen.find((item) => cellLabel(item) === label);
      return cell ? keyCell(cell.aantal) : "";
    },
    total: totalCell(uitkomst),
  };
}

function keyCell(aantal: Bandbreedte, deel?: Bandbreedte): Cell {
  return [
    formatCount(aantal.midden),
    formatBandbreedte(aantal),
    deel ? formatProcent(deel.midden) : "",
  ];
}

/** Whole, unless the document keeps fractions. */
function formatCount(number: Breuk): string {
  return formatGetal(number, 2);
}

/** The sum; with the band of the opgave where that is what the units add up to. */
function totalCell({ eenheden, opgave }: VerdelingUitkomst): Cell {
  const total = sum(eenheden.map(({ aantal }) => aantal.midden));
  const whole = opgave && equals(opgave.aantal.midden, total) ? opgave : undefined;
  return [
    formatCount(total),
    whole ? formatBandbreedte(whole.aantal) : "",
    whole?.deelVanAanbod ? formatProcent(whole.deelVanAanbod.midden) : "",
  ];
}

function openField({ uitkomst }: ShownKey): readonly Field[] {
  if (isZero(uitkomst.open.midden)) return [];
  return [
    {
      column: { header: "blijft open", align: "right" },
      unit: ({ id }) => {
        const open = rowOf(uitkomst, id)?.open ?? NUL;
        return isZero(open) ? "–" : formatCount(open);
      },
      total: `${formatCount(uitkomst.open.midden)} ${formatBandbreedte(uitkomst.open)}`.trim(),
    },
  ];
}

/** What is left for regulier woningzoekenden; beside several keys it would only be noise. */
function leftField({ uitkomst }: ShownKey): readonly Field[] {
  const known = uitkomst.eenheden.flatMap(({ over }) => over ?? []);
  if (known.length === 0) return [];
  const complete = known.length === uitkomst.eenheden.length;
  return [
    {
      column: { header: "over voor regulier woningzoekenden", align: "right" },
      unit: ({ id }) => {
        const over = rowOf(uitkomst, id)?.over;
        return over ? [formatGetal(over.midden), formatBandbreedte(over)] : UNKNOWN;
      },
      total: complete ? [formatGetal(sum(middles(known))), ""] : UNKNOWN,
    },
  ];
}

/** What the documents lay beside the result; each figure once, whichever key asked for it. */
function besideFields(keys: readonly ShownKey[], sheet: Sheet): readonly Field[] {
  const byFigure = new Map<string, Map<string, Naastliggend>>();
  for (const { uitkomst } of keys) {
    for (const { eenheid, cijfers } of uitkomst.ernaast) {
      for (const cijfer of cijfers) {
        const known = byFigure.get(cijfer.cijfer) ?? new Map<string, Naastliggend>();
        byFigure.set(cijfer.cijfer, known.set(eenheid, cijfer));
      }
    }
  }
  return [...byFigure].map(([cijfer, perUnit]) => ({
    column: { header: `ernaast: ${cijfernaam(cijfer, sheet)}`, align: "right" },
    unit: ({ id }) => besideCell(perUnit.get(id)),
    total: "",
  }));
}

function besideCell(figure: Naastliggend | undefined): Cell {
  if (figure?.kenmerk) return figure.kenmerk;
  if (!figure?.waarde) return UNKNOWN;
  const { waarde, eenheid } = figure;
  if (eenheid !== "deel")
    return [formatGetal(waarde.midden, 1), formatBandbreedte(waarde, "getal", 1)];
  return [formatProcent(waarde.midden, 1), formatBandbreedte(waarde, "procent", 1)];
}
