import { formatBreuk } from "#domain/breuk.ts";
import { formatExact, formatMoment, listWords } from "#domain/notatie.ts";
import type {
  Kandidaatuitkomst,
  Nodig,
  Plaats,
  Puntentelling,
  Rangmelding,
  Termijnstand,
} from "#domain/rangorde-uitkomst.ts";
import { statusText, titel } from "../text/document-text.ts";
import { joinSections, type Section } from "../text/section.ts";
import { type Column, type Row, renderTable } from "../text/table.ts";
import { asSentence } from "../text/words.ts";
import { beside, indent, withoutControls, wrap } from "../text/wrap.ts";
import { naamVan, type Sheet, whyHere } from "./sheet.ts";

/** The order as a page: who stands where and what decided, and below it who does not and why. */
export function printSheet(sheet: Sheet): string {
  return joinSections([
    headSection(sheet),
    tableSection(sheet),
    decisionSection(sheet),
    outSection(sheet),
    unsureSection(sheet),
    knowSection(sheet),
    termSection(sheet),
    peopleSection(sheet),
  ]);
}

function headSection({ opdracht, zin, style, width, isToday }: Sheet): Section {
  const { document, gebied, op } = opdracht;
  const moment = `${formatMoment(op)}${isToday ? " (vandaag)" : ""}`;
  return [
    ...wrap(titel(document), width).map(style.bold),
    ...indent(zin, 2, width),
    "",
    ...beside("Status", statusText(document), LABEL, width),
    ...(gebied ? beside("Regio", `${gebied.titel}.`, LABEL, width) : []),
    ...beside("Op", moment, LABEL, width),
  ];
}

const LABEL = 14;

function tableSection(sheet: Sheet): Section {
  const { plaatsen, kandidaten } = sheet.uitkomst;
  if (plaatsen.length === 0) return ["Niemand staat in de volgorde."];
  const points = kandidaten.some(({ punten }) => punten !== undefined);
  const columns: readonly Column[] = [
    { header: "plaats", align: "right" },
    { header: "wie", align: "left" },
    ...(points ? [{ header: "punten", align: "right" } as const] : []),
    { header: "wat besliste, tegen de volgende", align: "left" },
  ];
  const rows = plaatsen.flatMap((plaats) =>
    plaats.kandidaten.map((id): Row => {
      const own = kandidaten.find((one) => one.id === id);
      const cells = points ? [describePunten(own?.punten)] : [];
      return {
        kind: "row",
        cells: [
          placeText(plaats),
          withoutControls(naamVan(id, sheet)),
          ...cells,
          whyHere(plaats) || "–",
        ],
      };
    }),
  );
  return renderTable({ columns, rows }, sheet.tableWidth);
}

function placeText({ van, tot }: Plaats): string {
  return van === tot ? `${van}` : `${van}–${tot}`;
}

function describePunten(punten: Puntentelling | undefined): string {
  if (!punten) return "–";
  const [low, high] = [punten.laag, punten.hoog].map((end) => end && formatExact(formatBreuk(end)));
  if (low !== undefined && low === high) return low;
  return low !== undefined && high !== undefined ? `${low}–${high}` : "onbekend";
}

/** What people decide, and what was refused. */
function decisionSection(sheet: Sheet): Section {
  const { meldingen } = sheet.uitkomst;
  return meldingen.flatMap((melding) => {
    if (melding.soort === "geweigerd") {
      return wrap(`${sheet.style.warm("Geweigerd.")} ${asSentence(melding.reden)}`, sheet.width);
    }
    return melding.soort === "besluit-nodig" ? decisionLines(melding, sheet) : [];
  });
}

function decisionLines(
  { kandidaten, waarom, wat }: Extract<Rangmelding, { soort: "besluit-nodig" }>,
  sheet: Sheet,
): Section {
  const names = listWords(kandidaten.map((id) => naamVan(id, sheet)));
  const order = kandidaten.map((id) => naamVan(id, sheet)).join(", ");
  const how =
    wat === "loting"
      ? `Leg de loting vast met «--loting "<orgaan> <datum>: ${order}"».`
      : `Vul hun volgorde in met «--vul "gelijke-standen=${order}"», in de volgorde van het besluit.`;
  return [
    sheet.style.warm(`Besluit nodig over ${withoutControls(names)}.`),
    ...wrap(`${waarom} ${how}`, sheet.width),
  ];
}

/** Who does not take part, each with the eis that it fell on. */
function outSection(sheet: Sheet): Section {
  const rows = sheet.uitkomst.kandidaten.flatMap(({ naam, toelating }) =>
    toelating.soort === "niet-toegelaten"
      ? [[naam, toelating.redenen.map(({ tekst }) => asSentence(tekst)).join(" ")] as const]
      : [],
  );
  if (rows.length === 0) return [];
  return ["Doen niet mee", ...namedLines(rows, sheet)];
}

/** Who is neither admitted nor refused, each with what is missing. */
function unsureSection(sheet: Sheet): Section {
  const rows = sheet.uitkomst.kandidaten.flatMap(({ naam, toelating }) =>
    toelating.soort === "nader-onderzoek" ? [[naam, needed(toelating.nodig)] as const] : [],
  );
  if (rows.length === 0) return [];
  const title = "Nader onderzoek: niet toegelaten en niet afgewezen";
  const how = "Geef het met «--kandidaten» of «--kandidaat»; wat niemand weet, blijft open.";
  return [sheet.style.warm(title), ...namedLines(rows, sheet), ...wrap(how, sheet.width)];
}

function needed({ ontbreekt, onbepaald }: Nodig): string {
  const missing = ontbreekt.map(({ cijfer }) => cijfer.replaceAll("-", " "));
  const figures = missing.length > 0 ? `Onbekend: ${listWords([...new Set(missing)])}.` : "";
  return [figures, ...onbepaald.map(({ waarom }) => waarom)].filter(Boolean).join(" ");
}

function namedLines(
  rows: readonly (readonly [string, string])[],
  { width }: Pick<Sheet, "width">,
): Section {
  const widest = Math.min(24, Math.max(...rows.map(([naam]) => naam.length)));
  return rows.flatMap(([naam, text]) =>
    beside(`  ${withoutControls(naam)}`, withoutControls(text), widest + 4, width),
  );
}

/** What else must be known or set before the order is complete. */
function knowSection(sheet: Sheet): Section {
  const { meldingen, kandidaten } = sheet.uitkomst;
  const told = new Set(
    kandidaten.flatMap(({ toelating }) =>
      toelating.soort === "nader-onderzoek"
        ? toelating.nodig.ontbreekt.map(({ cijfer, van }) => `${cijfer}|${van}`)
        : [],
    ),
  );
  const missing = meldingen
    .flatMap((melding) => (melding.soort === "onvolledig" ? melding.ontbreekt : []))
    .filter(({ cijfer, van }) => !told.has(`${cijfer}|${van}`))
    .map(({ cijfer, van = "" }) => `${cijfer.replaceAll("-", " ")} van ${naamVan(van, sheet)}`);
  const open = meldingen.flatMap((melding) => (melding.soort === "onbepaald" ? [melding] : []));
  return [
    ...(missing.length > 0
      ? wrap(`${sheet.style.warm("Onvolledig.")} Nog nodig: ${listWords(missing)}.`, sheet.width)
      : []),
    ...open.flatMap(({ waarom, wat, parameter }) =>
      wrap(
        `${sheet.style.warm("Onbepaald.")} ${waarom}${parameter ? ` Om mee te rekenen: «--vul ${wat}=…».` : ""}`,
        sheet.width,
      ),
    ),
  ];
}

function termSection(sheet: Sheet): Section {
  const rows = sheet.uitkomst.kandidaten.flatMap((one) =>
    one.termijnen.map((termijn) => [one.naam, termText(termijn)] as const),
  );
  return rows.length === 0 ? [] : ["Termijnen", ...namedLines(rows, sheet)];
}

function termText({ naam, stand, uiterlijk, gedaan, dagenTeLaat, anders }: Termijnstand): string {
  const words = naam.replaceAll("-", " ");
  if (!uiterlijk) return `${words}: nog niet te zeggen, de begindatum ontbreekt.`;
  const due = `${words}: uiterlijk ${formatMoment(uiterlijk)}`;
  if (stand === "op-tijd") return `${due}; op tijd${gedaan ? `, ${formatMoment(gedaan)}` : ""}.`;
  if (stand !== "te-laat") return `${due}.`;
  const then = anders ? ` Dan: ${anders.replaceAll("-", " ")}.` : "";
  const days = dagenTeLaat === 1 ? "1 dag" : `${dagenTeLaat} dagen`;
  return `${due}; ${days} te laat.${then}`;
}

const GEEN_MENSEN = ["gemeenten", "corporaties", "wijken", "locaties", "deelregios", "plannen"];

/** An order of people is an algorithm about people. */
function peopleSection({ opdracht, width }: Sheet): Section {
  if (GEEN_MENSEN.includes(opdracht.document.van)) return [];
  return wrap(
    "Dit ordent mensen. Zet zo'n rangorde in het Algoritmeregister, en laat een mens beslissen; van de kandidaten is niets bewaard.",
    width,
  );
}

/** Whether anything is left for people: to decide, to find out, or to set. */
export function asksPeople({ uitkomst }: Pick<Sheet, "uitkomst">): boolean {
  const unsure = ({ toelating }: Kandidaatuitkomst) => toelating.soort === "nader-onderzoek";
  return uitkomst.meldingen.length > 0 || uitkomst.kandidaten.some(unsure);
}
