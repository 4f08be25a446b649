import { formatGetal, formatMoment, formatProcent, listWords } from "#domain/notatie.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";
import {
  type Cijferregel,
  listGemeentecijfers,
} from "#services/cijfers/cijferoverzicht.service.ts";
import { toOpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import { dayOf } from "#services/verdeling/opdracht.ts";
import { formatBandbreedte } from "../text/band.ts";
import { type Cell, type Column, type Row, renderTable } from "../text/table.ts";
import { beside, listedShort, wrap } from "../text/wrap.ts";
import type { Page } from "./page.ts";

/** Every figure of a gemeente with moment, unit, margin, reliability and source; and what nobody has. */
export function showGemeente(code: string, page: Page): readonly string[] {
  const { basis, op, isToday, width, style } = page;
  const gemeente = basis.gemeenten.findByCode(code, dayOf(op));
  const provincie = basis.gemeenten.provincies.find(({ code: id }) => id === gemeente?.provincie);
  const regels = listGemeentecijfers(toOpenbareBasis(basis), code, op).toSorted((a, b) =>
    a.indicator.id.localeCompare(b.indicator.id, "nl"),
  );
  const sources = new Sources();
  const rows = regels.flatMap((regel) => figureRows(regel, op, sources));
  const absent = regels.filter(({ ontbreekt }) => ontbreekt.length > 0);
  const missing = absent.filter(({ dicht }) => !dicht);
  const closed = absent.filter(({ dicht }) => dicht);
  return [
    style.bold(`${gemeente?.naam ?? code} (${code}), ${provincie?.naam ?? "provincie onbekend"}`),
    `Op ${formatMoment(op)}${isToday ? " (vandaag)" : ""}; van elk cijfer het laatste tot die dag`,
    "",
    ...renderTable({ columns: COLUMNS, rows }, page.tableWidth),
    "",
    ...sources
      .list()
      .flatMap((text, i) => beside(`  [${i + 1}]`, text, 7, width))
      .map(style.dim),
    "",
    ...closedLines(closed, page),
    ...missingLines(missing, page),
    ...memberOf(code, page),
  ];
}

const COLUMNS: readonly Column[] = [
  { header: "cijfer", align: "left" },
  { header: "waarde", align: "right" },
  { header: "eenheid", align: "left" },
  { header: "van", align: "left" },
  { header: "bron", align: "left" },
];

/** Sources by number, in the order in which they are first named. */
class Sources {
  readonly #texts: string[] = [];

  numberOf(text: string): string {
    const at = this.#texts.indexOf(text);
    if (at >= 0) return `[${at + 1}]`;
    return `[${this.#texts.push(text)}]`;
  }

  list(): readonly string[] {
    return this.#texts;
  }
}

function figureRows(
  { indicator, geleverd, afgeleid }: Cijferregel,
  op: string,
  sources: Sources,
): readonly Row[] {
  const { id, eenheid } = indicator;
  if (afgeleid) {
    const parts = [...new Set(afgeleid.uit.map(({ indicator: part }) => part))];
    const note = sources.numberOf(`afgeleid uit ${listWords(parts)}`);
    return [row([id, valueCell(afgeleid.band, eenheid), unitText(eenheid), "", note])];
  }
  const now = geleverd.find(({ waarneming }) => (waarneming.moment ?? "") <= op) ?? geleverd[0];
  if (!now) return [];
  const { waarneming, band } = now;
  const { inhoud, moment = "", betrouwbaarheid = "", bron, opmerking } = waarneming;
  const value = band
    ? valueCell(band, eenheid)
    : inhoud.soort === "kenmerk"
      ? inhoud.code
      : "onbekend";
  const remark = opmerking ? `. Let op: ${opmerking}` : "";
  const note = sources.numberOf(`${betrouwbaarheid}${betrouwbaarheid ? ": " : ""}${bron}${remark}`);
  return [row([id, value, unitText(eenheid), formatMoment(moment), note])];
}

/** A share is shown as a percentage, which says its unit itself. */
function unitText(eenheid: string): string {
  return eenheid === "deel" ? "" : eenheid;
}

function row(cells: readonly Cell[]): Row {
  return { kind: "row", cells };
}

function valueCell(band: Bandbreedte, eenheid: string): Cell {
  if (eenheid === "deel")
    return [formatProcent(band.midden, 1), formatBandbreedte(band, "procent", 1)];
  const decimals = eenheid === "personen per huishouden" || eenheid === "km2" ? 2 : 0;
  return [formatGetal(band.midden, decimals), formatBandbreedte(band, "getal", decimals)];
}

/** Few people of a group: the figure is there, and is not shown. */
function closedLines(closed: readonly Cijferregel[], { width }: Page): readonly string[] {
  if (closed.length === 0) return [];
  const names = closed.map(({ indicator }) => indicator.id);
  return wrap(
    `Te klein om te tonen, want het gaat om weinig mensen: ${listedShort(names)}.`,
    width,
  );
}

/** Missing is said, by name: it is not nought. */
function missingLines(missing: readonly Cijferregel[], { width }: Page): readonly string[] {
  if (missing.length === 0) return [];
  const names = missing.map(({ indicator }) => indicator.id);
  const text = `Onbekend, want niemand leverde: ${listedShort(names)}. Dat is geen nul. Wat elk cijfer betekent: «woonregie bibliotheek --soort indicator».`;
  return wrap(text, width);
}

function memberOf(code: string, { basis, op, width }: Page): readonly string[] {
  const regions = basis.regios().filter(({ indeling, naam }) => {
    const found = basis.gebied(`${indeling}#${naam}`, dayOf(op));
    return found.soort === "gevonden" && found.gebied.eenheden.some(({ id }) => id === code);
  });
  if (regions.length === 0) return [];
  const names = regions.map(({ titel, indeling }) => `${titel} (${indeling})`);
  return ["", ...wrap(`Ligt in: ${names.join(", ")}.`, width)];
}
