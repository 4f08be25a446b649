import type { Rekeneenheid } from "#domain/gebied.ts";
import type { Laag } from "#domain/kop.ts";
import { formatMoment, listWords } from "#domain/notatie.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import { statusText, titel } from "../text/document-text.ts";
import type { Section } from "../text/section.ts";
import { asWords } from "../text/words.ts";
import { beside, indent, wrap } from "../text/wrap.ts";
import type { Sheet } from "./sheet.ts";

/** Width of the words before a colon-less line: `Te verdelen   420 tot 480 …`. */
const LABEL_WIDTH = 14;

/** Title, sentence and status of the document, the region with what is not settled, and the date. */
export function headSection(sheet: Sheet): Section {
  const { tabel, style, width, zinnen, op, isToday } = sheet;
  const [first] = tabel.kolommen;
  const beside_ = tabel.kolommen
    .slice(1)
    .flatMap(({ document }, i) => [
      "",
      ...wrap(`Ernaast: ${titel(document)}`, width).map(style.bold),
      ...indent(zinnen[i + 1] ?? "", 2, width),
    ]);
  return [
    ...wrap(titel(first.document), width).map(style.bold),
    ...indent(zinnen[0] ?? "", 2, width),
    ...beside_,
    "",
    ...line("Status", statusText(first.document), sheet),
    ...line("Regio", regioText(sheet), sheet),
    ...line("Op", `${formatMoment(op)}${isToday ? " (vandaag)" : ""}`, sheet),
  ];
}

/** A label with its text, wrapped beside it. */
export function line(label: string, text: string, { width }: Pick<Sheet, "width">): Section {
  return beside(label, text, LABEL_WIDTH, width);
}

const LAGEN: Readonly<Record<Exclude<Laag, "geen">, string>> = {
  woningbouwregio: "woningbouwregio (Omgevingswet)",
  woningmarktregio: "woningmarktregio (Huisvestingswet)",
};

function regioText(sheet: Sheet): string {
  const { gebied } = sheet.tabel.vraag;
  const count = gebied.eenheden.length;
  const many = `${count} ${count === 1 ? "gemeente" : "gemeenten"}`;
  const parts = [
    `${gebied.titel}, ${many}${indelingText(sheet)}.`,
    ownRegionText(sheet),
    laagText(sheet),
    membersText(gebied.eenheden),
    ...gebied.onzeker.map((naam) => `Of ${naam} erbij hoort, is niet zeker.`),
  ];
  return parts.filter(Boolean).join(" ");
}

function indelingText({ basis, tabel }: Sheet): string {
  const indeling = tabel.vraag.gebied.indeling;
  const found = indeling && basis.bibliotheek.find(indeling);
  if (found === undefined || found === "" || found.soort !== "indeling") return "";
  const soort = LAGEN[found.soortRegio as keyof typeof LAGEN] ?? asWords(found.soortRegio);
  return `: ${[soort, found.optie].filter(Boolean).join(", ")} (${indeling}, ${found.status})`;
}

/** Says it where the document names another region than it is run over. */
function ownRegionText({ tabel }: Sheet): string {
  const { document, gebied } = tabel.vraag;
  const own = typeof document.gebied === "string" ? document.gebied.split("#").at(-1) : undefined;
  if (own === undefined || own.split("@")[0] === gebied.id) return "";
  return `Het document noemt zelf een andere regio: ${own}.`;
}

/** Says it where the document belongs to another kind of region than it is run over. */
function laagText({ basis, tabel }: Sheet): string {
  const { document, gebied } = tabel.vraag;
  const found = gebied.indeling === undefined ? undefined : basis.bibliotheek.find(gebied.indeling);
  if (document.laag === "geen" || found?.soort !== "indeling") return "";
  if (found.soortRegio === document.laag) return "";
  return `Dit document hoort bij een ${LAGEN[document.laag]}; hier is gerekend met een andere regio.`;
}

/** Members of whom no source says that they belong; the numbers hold only as far as that does. */
function membersText(eenheden: readonly Rekeneenheid[]): string {
  const assumed = eenheden.filter(({ aanname }) => aanname !== undefined);
  if (assumed.length === 0) return "";
  const reasons = [...new Set(assumed.map(({ aanname }) => aanname ?? ""))].join("; ");
  const sure = eenheden.filter(({ aanname }) => aanname === undefined);
  if (sure.length === 0) return `Welke gemeenten erbij horen, is een aanname: ${reasons}.`;
  if (sure.length < assumed.length) {
    return `Vast staan ${names(sure)}; de andere ${assumed.length} zijn een aanname: ${reasons}.`;
  }
  const belong = assumed.length === 1 ? "hoort" : "horen";
  return `Dat ${names(assumed)} erbij ${belong}, is een aanname: ${reasons}.`;
}

function names(eenheden: readonly Rekeneenheid[]): string {
  return listWords(eenheden.map(({ naam }) => naam));
}

/** What is divided, of whom it is: the words behind the number. */
export function perPeriode({ opgave }: Verdeling): string {
  if (opgave.periode === "eenmalig") return "";
  if (opgave.periode === "jaar" || opgave.periode === "halfjaar") return ` per ${opgave.periode}`;
  return ` in ${formatMoment(opgave.periode)}`;
}
