import { MONITORVELDEN } from "#domain/kader.ts";
import type { Evaluatiestand } from "#domain/kaderstand.ts";
import { formatMoment, listWords } from "#domain/notatie.ts";
import type { Section } from "../text/section.ts";
import { type Column, type Row, renderTable } from "../text/table.ts";
import { asWords } from "../text/words.ts";
import { beside, indent, withoutControls } from "../text/wrap.ts";
import { type Kaderblad, onderdeelnaam } from "./kader-sheet.ts";

const COLUMNS = ["partij", "rol", "stand", "standpunt", "gebonden"].map(
  (header): Column => ({ header, align: "left" }),
);

/** Who takes part and how far each is; what a party wishes to be said always stands with it. */
export function partySection({ stand, style, tableWidth, width }: Kaderblad): Section {
  const rows = stand.partijen.map(
    ({ wie, rol, status, standpunt, gebonden }): Row => ({
      kind: "row",
      cells: [
        withoutControls(asWords(wie)),
        asWords(rol ?? "–"),
        asWords(status ?? "–"),
        asWords(standpunt ?? "–"),
        gebonden ? "ja" : "nee",
      ],
    }),
  );
  const remarks = stand.partijen.flatMap(({ wie, kanttekening }) =>
    kanttekening === undefined ? [] : [`${asWords(wie)}: «${withoutControls(kanttekening)}»`],
  );
  return [
    style.bold("Wie doet mee"),
    "",
    ...renderTable({ columns: COLUMNS, rows }, tableWidth),
    ...(remarks.length > 0 ? ["", "Kanttekeningen:"] : []),
    ...remarks.flatMap((text) => indent(text, 2, width)),
  ];
}

const LABEL_WIDTH = 18;

/** How it is followed, looked back on, and what follows when it is not kept. */
export function followSection(sheet: Kaderblad): Section {
  const { document, stand, style, width } = sheet;
  const line = (label: string, text: string) =>
    beside(`  ${label}`, withoutControls(text), LABEL_WIDTH, width);
  return [
    style.bold("Volgen en terugkijken"),
    ...MONITORVELDEN.flatMap((veld) => line(veld, document.monitoring[veld] ?? "nog te bepalen")),
    ...line("evaluatie", evaluationText(stand.evaluaties, sheet)),
    ...line("niet nagekomen", complianceText(sheet)),
  ];
}

function evaluationText(evaluaties: readonly Evaluatiestand[], { document }: Kaderblad): string {
  if (!document.evaluatie) return "geen afspraak";
  if (evaluaties.length === 0) return "nog te bepalen";
  return evaluaties
    .map(({ dag, stand, verslag }) => {
      const day = formatMoment(dag);
      if (stand === "gehouden") return `${day} (verslag van ${formatMoment(verslag ?? dag)})`;
      return stand === "te-laat" ? `${day} (voorbij, geen verslag)` : day;
    })
    .join("; ");
}

function complianceText({ stand, basis }: Kaderblad): string {
  const { naleving } = stand;
  if (!naleving) return "geen afspraak";
  const ways = [naleving.traject, naleving.vereffening].flatMap((id) =>
    id === undefined ? [] : [`«${basis.bibliotheek.find(id)?.titel ?? id}»`],
  );
  const because =
    naleving.aanleiding.length === 0
      ? "Nu is daar geen aanleiding voor"
      : `Aanleiding: ${listWords(naleving.aanleiding.map(onderdeelnaam))}`;
  return `${listWords(ways)}. ${because}.`;
}
