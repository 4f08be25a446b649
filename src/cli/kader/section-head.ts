import type { Kaderstatus } from "#domain/kaderstand.ts";
import { formatMoment, listWords } from "#domain/notatie.ts";
import { statusText, titel } from "../text/document-text.ts";
import type { Section } from "../text/section.ts";
import { asWords } from "../text/words.ts";
import { beside, indent, wrap } from "../text/wrap.ts";
import type { Kaderblad } from "./kader-sheet.ts";

const LABEL_WIDTH = 14;

const STATUS: Readonly<Record<Kaderstatus, string>> = {
  actief: "actief",
  "niet-actief": "nog niet actief",
  "nog-niet-van-kracht": "nog niet van kracht",
  vervallen: "vervallen",
};

/** Between whom, what the document is worth, where and when it is asked, and whether it counts. */
export function headSection(sheet: Kaderblad): Section {
  const { document, stand, gebied, isToday, style, width } = sheet;
  const line = (label: string, text: string) => beside(label, text, LABEL_WIDTH, width);
  const who = stand.partijen.map(({ wie }) => asWords(wie));
  const count = gebied.eenheden.length;
  const unsure = gebied.onzeker.map((naam) => ` Of ${naam} erbij hoort, is niet zeker.`).join("");
  return [
    ...wrap(titel(document), width).map(style.bold),
    ...indent(`Tussen ${listWords(who)} van ${gebied.titel}.`, 2, width),
    "",
    ...line("Status", statusText(document)),
    ...line(
      "Regio",
      `${gebied.titel}, ${count} ${count === 1 ? "gemeente" : "gemeenten"}.${unsure}`,
    ),
    ...line("Op", `${formatMoment(stand.op)}${isToday ? " (vandaag)" : ""}`),
    ...line("Dit kader is", stateText(sheet)),
  ];
}

function stateText({ stand, document }: Kaderblad): string {
  const { status, blokkade } = stand;
  const word = STATUS[status];
  if (status === "niet-actief") {
    const lacking = blokkade.map((path) => `«${path.split(".").at(-1)}»`);
    const verb = lacking.length === 1 ? "ontbreekt" : "ontbreken";
    return `${word}: in het plan voor monitoring ${verb} ${listWords(lacking)}.`;
  }
  if (status === "nog-niet-van-kracht" && document.geldigVan) {
    return `${word}: het geldt vanaf ${formatMoment(document.geldigVan)}.`;
  }
  return `${word}.`;
}
