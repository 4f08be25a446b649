import type { Rekengebied } from "#domain/gebied.ts";
import type { Herindeling, Indeling, Lid } from "#domain/indeling.ts";
import { formatMoment, listWords } from "#domain/notatie.ts";
import { dayOf } from "#services/verdeling/opdracht.ts";
import { type Column, type Row, renderTable } from "../text/table.ts";
import { beside, wrap } from "../text/wrap.ts";
import type { Page } from "./page.ts";

/** The members of a region on a day, with how certain each is and what is announced. */
export function showRegio(gebied: Rekengebied, page: Page): readonly string[] {
  const { basis, width, style, op, isToday } = page;
  const document =
    gebied.indeling === undefined ? undefined : basis.bibliotheek.find(gebied.indeling);
  const indeling = document?.soort === "indeling" ? document : undefined;
  const kind = indeling ? `${indeling.soortRegio}, ${gebied.indeling}, ${indeling.status}` : "";
  return [
    ...wrap(`${gebied.titel}${kind ? ` (${kind})` : ""}`, width).map(style.bold),
    `${gebied.eenheden.length} gemeenten op ${formatMoment(op)}${isToday ? " (vandaag)" : ""}`,
    "",
    ...memberTable(gebied, indeling, page),
    ...changes(indeling?.herindelingen ?? [], gebied, page),
  ];
}

/** All regions of an indeling, each with its members. */
export function indelingLines(indeling: Indeling, page: Page): readonly string[] {
  const names = Object.keys(indeling.regios);
  const [only] = names;
  if (names.length === 1 && only !== undefined) {
    const found = page.basis.gebied(`${indeling.id}@${indeling.versie}#${only}`, dayOf(page.op));
    return found.soort === "gevonden" ? showRegio(found.gebied, page) : [];
  }
  return [
    page.style.bold("Regio's"),
    ...Object.entries(indeling.regios).flatMap(([naam, { titel, gemeenten }]) =>
      beside(
        `  ${naam}`,
        `${titel}: ${listWords(gemeenten.map(({ gemeente }) => gemeente.naam ?? gemeente.id))}`,
        28,
        page.width,
      ),
    ),
  ];
}

function memberTable(gebied: Rekengebied, indeling: Indeling | undefined, page: Page) {
  const lids = new Map<string, Lid>(
    indeling?.regios[gebied.id]?.gemeenten.map((lid) => [lid.gemeente.id, lid]) ?? [],
  );
  const parts = Object.keys(gebied.deelregios).length > 0;
  const columns: readonly Column[] = [
    { header: "code", align: "left" },
    { header: "gemeente", align: "left" },
    ...(parts ? [{ header: "deelregio", align: "left" } as const] : []),
    ...(indeling ? [{ header: "zekerheid", align: "left" } as const] : []),
  ];
  const rows = gebied.eenheden
    .toSorted((a, b) => a.naam.localeCompare(b.naam, "nl"))
    .map(
      ({ id, naam, deelregio }): Row => ({
        kind: "row",
        cells: [
          id,
          naam,
          ...(parts
            ? [deelregio === undefined ? "–" : (gebied.deelregios[deelregio] ?? deelregio)]
            : []),
          ...(indeling ? [lids.get(id)?.zekerheid ?? "–"] : []),
        ],
      }),
    );
  return [...renderTable({ columns, rows }, page.tableWidth), ...reasons(gebied, lids, page)];
}

/** Per source which members it names, where the region's own source does not settle it. */
function reasons(
  gebied: Rekengebied,
  lids: ReadonlyMap<string, Lid>,
  { width }: Page,
): readonly string[] {
  const bySource = new Map<string, string[]>();
  for (const { id, naam } of gebied.eenheden) {
    const source = lids.get(id)?.bron;
    if (source !== undefined) bySource.set(source, [...(bySource.get(source) ?? []), naam]);
  }
  const many = gebied.eenheden.length;
  const lines = [...bySource].flatMap(([source, names]) =>
    beside("  –", `${names.length === many ? "alle" : listWords(names)}: ${source}`, 4, width),
  );
  const unsure = gebied.onzeker.flatMap((naam) =>
    beside("  –", `${naam}: onzeker, hierover beslissen eerst mensen`, 4, width),
  );
  return lines.length + unsure.length > 0 ? ["", "Lidmaatschap", ...lines, ...unsure] : [];
}

/** Announced changes of gemeenten in this region: shown, and not applied before their date. */
function changes(
  herindelingen: readonly Herindeling[],
  gebied: Rekengebied,
  { width }: Page,
): readonly string[] {
  const ids = new Set(gebied.eenheden.map(({ id }) => id));
  const own = herindelingen.filter(({ van, naar }) =>
    [...van, ...naar].some(({ id }) => ids.has(id)),
  );
  if (own.length === 0) return [];
  return [
    "",
    "Aangekondigde herindelingen (tellen pas mee vanaf hun datum)",
    ...own.flatMap(({ datum, van, naar, bron, zekerheid }) => {
      const names = (units: Herindeling["van"]) =>
        listWords(units.map(({ id, naam }) => naam ?? id));
      const source = typeof bron === "string" ? bron : bron?.stuk;
      const text = `${formatMoment(datum)}: ${names(van)} wordt ${names(naar)}, ${zekerheid}${source ? ` (${source})` : ""}`;
      return beside("  –", text, 4, width);
    }),
  ];
}
