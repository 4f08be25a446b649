import { formatMoment } from "#domain/notatie.ts";
import type {
  Cijferuitkomst,
  Kaartuitkomst,
  Leveringuitkomst,
  Ophaaluitkomst,
} from "#services/ophalen/uitkomst.ts";
import { renderTable } from "../text/table.ts";

type Namen = {
  readonly titelVan: (indicator: string) => string;
  readonly naamVan: (gebied: string) => string;
};

/** What came of fetching, as lines. */
export function printUitkomst(
  uitkomst: Ophaaluitkomst,
  namen: Namen,
  width: number,
): readonly string[] {
  switch (uitkomst.soort) {
    case "tabel":
      return printTabel(uitkomst.tabel);
    case "grenzen": {
      const { aantal, jaar, bestand, meldingen } = uitkomst;
      return [`De grenzen van ${aantal} gemeenten van ${jaar} staan in ${bestand}.`, ...meldingen];
    }
    case "cijfers":
      return printCijfers(uitkomst, namen, width);
    case "woningbouwkaart":
      return [...printCijfers(uitkomst, namen, width), "", ...printRegios(uitkomst, namen)];
  }
}

function printTabel(tabel: Extract<Ophaaluitkomst, { soort: "tabel" }>["tabel"]) {
  const { maten, perioden, dimensies } = tabel;
  return [
    "Maten (--maat)",
    ...maten.map(({ code, titel, eenheid }) => `  ${code}  ${titel} (${eenheid})`),
    "",
    "Perioden (--periode)",
    `  ${perioden.map(({ code, status }) => (status ? `${code} ${status.toLowerCase()}` : code)).join(", ")}`,
    ...dimensies.flatMap(({ naam, codes }) => [
      "",
      `Kies één onderdeel (--kies ${naam}=…)`,
      ...codes.map(({ code, titel }) => `  ${code}  ${titel}`),
    ]),
  ];
}

function printCijfers(
  { leveringen, leeg, meldingen }: Cijferuitkomst | Kaartuitkomst,
  namen: Namen,
  width: number,
): readonly string[] {
  const names = ["Cijfer", "Gebied", "Moment"];
  const counts = ["Getallen", "Onbekend", "Nieuw", "Gewijzigd", "Verdwenen", "Gelijk"];
  const columns = [
    ...names.map((header) => ({ header, align: "left" as const })),
    ...counts.map((header) => ({ header, align: "right" as const })),
  ];
  const rows = leveringen.map((item) => ({ kind: "row" as const, cells: cellsOf(item, namen) }));
  return [
    ...(rows.length === 0
      ? ["De bron heeft hier niets over."]
      : renderTable({ columns, rows }, width)),
    ...leveringen.flatMap((item) => printGaps(item, namen)),
    ...leeg.map(
      ({ niveau, periode }) => `Ontbreekt bij de bron: ${periode}, ${niveau}. Dat is niet nul.`,
    ),
    ...meldingen,
  ];
}

function cellsOf(item: Leveringuitkomst, { titelVan }: Namen): readonly string[] {
  const { getallen, onbekend, nieuw, gewijzigd, verdwenen, gelijk } = item;
  const when = `${formatMoment(item.moment)}${item.status === "voorlopig" ? ", voorlopig" : ""}`;
  const numbers = [getallen, onbekend, nieuw, gewijzigd, verdwenen, gelijk];
  return [titelVan(item.indicator), item.niveau, when, ...numbers.map(String)];
}

function printGaps(
  { indicator, moment, ontbreekt, buiten }: Leveringuitkomst,
  { titelVan, naamVan }: Namen,
): readonly string[] {
  const about = `${titelVan(indicator)}, ${formatMoment(moment)}`;
  const names = (codes: readonly string[]) => codes.map(naamVan).join(", ");
  return [
    ...(ontbreekt.length > 0 ? [`Ontbreekt (${about}): ${names(ontbreekt)}.`] : []),
    ...(buiten.length > 0
      ? [`Overgeslagen, want toen geen gemeente (${about}): ${names(buiten)}.`]
      : []),
  ];
}

function printRegios({ woondealregios, sommen }: Kaartuitkomst, { naamVan }: Namen) {
  const names = (codes: readonly string[]) => codes.map(naamVan).join(", ") || "geen";
  return [
    "Woondealregio's volgens de bron, naast de regio hier die er het meest op lijkt (niets is overgenomen)",
    ...woondealregios.flatMap(({ naam, gemeenten, lijktOp, alleenBron, alleenHier }) => [
      `  ${naam}: ${gemeenten.length === 1 ? "1 gemeente" : `${gemeenten.length} gemeenten`}`,
      lijktOp === undefined
        ? "    lijkt op geen regio hier"
        : `    lijkt op ${lijktOp}; alleen bij de bron: ${names(alleenBron)}; alleen hier: ${names(alleenHier)}`,
    ]),
    ...sommen.map(
      ({ naam, som, totaal }) =>
        `  ${naam}: de gemeenten samen ${som}, de regio zelf ${totaal}. De bron legt het verschil niet uit.`,
    ),
  ];
}
