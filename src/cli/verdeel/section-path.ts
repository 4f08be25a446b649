import { isZero, sum } from "#domain/breuk.ts";
import { formatGetal, formatVerschil } from "#domain/notatie.ts";
import type { VerdelingUitkomst } from "#domain/uitkomst.ts";
import { orderUnits } from "../order-units.ts";
import { titel } from "../text/document-text.ts";
import type { Section } from "../text/section.ts";
import { type Column, type Row, renderTable } from "../text/table.ts";
import { asWords } from "../text/words.ts";
import { type Sheet, shownKeys } from "./sheet.ts";

/** Year by year, of each key that grows towards its own parts. */
export function pathSection(sheet: Sheet): Section {
  const keys = shownKeys(sheet).filter(({ uitkomst }) => uitkomst.jaren.length > 0);
  return keys.flatMap(({ document, uitkomst }, i) => {
    const naam = keys.length > 1 || sheet.tabel.kolommen.length > 1 ? `: ${titel(document)}` : "";
    return [
      ...(i === 0 ? [] : [""]),
      sheet.style.bold(`Pad over de jaren${naam}`),
      ...renderTable(pathTable(uitkomst, sheet), sheet.tableWidth),
    ];
  });
}

function pathTable({ jaren, eenheden }: VerdelingUitkomst, sheet: Sheet) {
  const units = orderUnits(eenheden, sheet.tabel.vraag.gebied.deelregios);
  const columns: readonly Column[] = [
    { header: "gemeente", align: "left" },
    ...jaren.map(({ periode }): Column => ({ header: periode, align: "right" })),
  ];
  const rows = units.map(
    ({ id, naam }): Row => ({
      kind: "row",
      cells: [
        naam,
        ...jaren.map((jaar) => {
          const found = jaar.eenheden.find((eenheid) => eenheid.id === id);
          return found ? formatGetal(found.aantal.midden, 2) : "–";
        }),
      ],
    }),
  );
  const totals = jaren.map((jaar) =>
    formatGetal(sum(jaar.eenheden.map(({ aantal }) => aantal.midden)), 2),
  );
  const open: readonly Row[] = jaren.some((jaar) => !isZero(jaar.open))
    ? [{ kind: "row", cells: ["blijft open", ...jaren.map((jaar) => formatGetal(jaar.open, 2))] }]
    : [];
  return {
    columns,
    rows: [...rows, { kind: "total" as const, cells: ["Samen", ...totals] }, ...open],
  };
}

/** What is settled afterwards: per unit, with the accounts that keep the whole at nought. */
export function saldoSection(sheet: Sheet): Section {
  const keys = shownKeys(sheet).filter(({ uitkomst }) =>
    uitkomst.eenheden.some(({ saldo }) => saldo !== undefined),
  );
  return keys.flatMap(({ document, uitkomst }, i) => {
    const naam = sheet.tabel.kolommen.length > 1 ? `: ${titel(document)}` : "";
    return [
      ...(i === 0 ? [] : [""]),
      sheet.style.bold(`Te verrekenen${naam}`),
      ...renderTable(saldoTable(uitkomst, sheet), sheet.tableWidth),
    ];
  });
}

function saldoTable({ eenheden, tegenrekeningen }: VerdelingUitkomst, sheet: Sheet) {
  const money = eenheden.some(({ bedrag }) => bedrag !== undefined);
  const columns: readonly Column[] = [
    { header: "gemeente", align: "left" },
    { header: "saldo (+ is meer gedaan)", align: "right" },
    ...(money ? [{ header: "bedrag in euro", align: "right" } as const] : []),
  ];
  const units = orderUnits(eenheden, sheet.tabel.vraag.gebied.deelregios);
  const rows = units.map(
    ({ naam, saldo, bedrag }): Row => ({
      kind: "row",
      cells: [
        naam,
        saldo ? formatVerschil(saldo, 2) : "onbekend",
        ...(money ? [bedrag ? formatVerschil(bedrag, 2) : "–"] : []),
      ],
    }),
  );
  const counter = Object.entries(tegenrekeningen).map(
    ([naam, saldo]): Row => ({
      kind: "row",
      cells: [`tegenrekening ${asWords(naam)}`, formatVerschil(saldo, 2), ...(money ? [""] : [])],
    }),
  );
  return { columns, rows: [...rows, ...counter] };
}
