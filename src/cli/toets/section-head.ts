import { formatMoment, listWords } from "#domain/notatie.ts";
import type { Overgangsstand, Resttijd } from "#domain/oordeel.ts";
import { statusText, titel } from "../text/document-text.ts";
import type { Section } from "../text/section.ts";
import { asWords } from "../text/words.ts";
import { beside, indent, wrap } from "../text/wrap.ts";
import type { Toetsblad } from "./toets-sheet.ts";

const LABEL_WIDTH = 14;

/** Title, sentence and status of the document, where and when it is asked, and how much time is left. */
export function headSection(sheet: Toetsblad): Section {
  const { vraag, uitkomst, zin, style, width, isToday } = sheet;
  const { document, op = "" } = vraag;
  const line = (label: string, text: string) => beside(label, text, LABEL_WIDTH, width);
  return [
    ...wrap(titel(document), width).map(style.bold),
    ...indent(zin, 2, width),
    "",
    ...line("Status", statusText(document)),
    ...line("Oordeel per", levelText(sheet)),
    ...line("Op", `${formatMoment(op)}${isToday ? " (vandaag)" : ""}`),
    ...(uitkomst.meetperiode === undefined
      ? []
      : line("Gemeten over", formatMoment(uitkomst.meetperiode))),
    ...(uitkomst.overgang ? line("Overgang", transitionText(uitkomst.overgang)) : []),
    ...uitkomst.opmerkingen.flatMap((text) => line("Let op", withDates(text))),
  ];
}

function levelText({ vraag, uitkomst }: Toetsblad): string {
  const { niveau, eenheden } = uitkomst;
  const { gebied } = vraag;
  const many = eenheden.length === 1 ? "" : ` (${eenheden.length})`;
  const where = gebied.id === "*" ? "" : `, in ${gebied.titel}`;
  const unsure = gebied.onzeker.map((naam) => ` Of ${naam} erbij hoort, is niet zeker.`).join("");
  return `${asWords(niveau)}${many}${where}${indelingText(gebied.indeling)}.${unsure}`;
}

function indelingText(indeling: string | undefined): string {
  return indeling === undefined ? "" : ` (${indeling})`;
}

function transitionText({ start, tot, loopt, nog }: Overgangsstand): string {
  if (start === undefined) return "wanneer die ingaat, is nog niet bepaald";
  if (tot === undefined) return `vanaf ${formatMoment(start)}; hoe lang is nog niet bepaald`;
  const span = `van ${formatMoment(start)} tot en met ${formatMoment(tot)}`;
  if (loopt === undefined) return span;
  return loopt && nog ? `${span}; nog ${restText(nog)}` : `${span}; voorbij`;
}

function restText({ jaren, maanden, dagen }: Resttijd): string {
  const parts = [
    jaren > 0 ? `${jaren} jaar` : "",
    maanden > 0 ? `${maanden} ${maanden === 1 ? "maand" : "maanden"}` : "",
    dagen > 0 ? `${dagen} ${dagen === 1 ? "dag" : "dagen"}` : "",
  ].filter(Boolean);
  return parts.length === 0 ? "vandaag" : listWords(parts);
}

function withDates(text: string): string {
  return text.replace(/\d{4}-\d{2}-\d{2}/g, formatMoment);
}
