import { formatMoment, listWords } from "#domain/notatie.ts";
import {
  type Herindelingsbeeld,
  listHerindelingen,
} from "#services/cijfers/herindeling.service.ts";
import { type Column, type Row, renderTable } from "../text/table.ts";
import { beside, wrap } from "../text/wrap.ts";
import type { Page } from "./page.ts";

const COLUMNS: readonly Column[] = [
  { header: "datum", align: "left" },
  { header: "van", align: "left" },
  { header: "naar", align: "left" },
];

/** Every herindeling that is known; announced ones apart, for they count nowhere. */
export function showHerindelingen(page: Page): readonly string[] {
  const { basis, style, width } = page;
  const all = listHerindelingen(basis);
  const announced = all.filter(({ zekerheid }) => zekerheid === "aangekondigd");
  const past = all.filter(({ zekerheid }) => zekerheid === "vast").toReversed();
  return [
    style.bold("Herindelingen"),
    "",
    style.bold("Aangekondigd, nergens toegepast"),
    ...(announced.length === 0
      ? ["Er is geen aangekondigde herindeling bekend."]
      : tableOf(announced, page)),
    ...announced.flatMap(({ bronnen }) => beside("  bron", bronnen.join("; "), 8, width)),
    "",
    style.bold("Doorgevoerd"),
    ...tableOf(past, page),
    "",
    ...wrap(
      "Een cijfer van voor een herindeling telt op naar de nieuwe gemeente; bij het cijfer staat hoe. Wat is bevroren, verandert niet.",
      width,
    ),
  ];
}

function tableOf(beelden: readonly Herindelingsbeeld[], { tableWidth }: Page): readonly string[] {
  const rows = beelden.map(
    ({ datum, van, naar, soort }): Row => ({
      kind: "row",
      cells: [
        formatMoment(datum),
        listWords(van.map(({ naam }) => naam)),
        `${listWords(naar.map(({ naam }) => naam))}${soort === "samenvoeging" ? "" : ` (${soort})`}`,
      ],
    }),
  );
  return renderTable({ columns: COLUMNS, rows }, tableWidth);
}
