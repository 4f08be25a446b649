import { formatMoment, listWords } from "#domain/notatie.ts";
import type { Gebrek, Trajectstand } from "#domain/trajectstand.ts";
import type { Melding } from "#domain/uitkomst.ts";
import { GEHEEL } from "#domain/waarneming.ts";
import { describeInBasis } from "#services/kader/documentzin.ts";
import { nameGebreken, nameOrgaan } from "#services/traject/traject.service.ts";
import { statusText, titel } from "../text/document-text.ts";
import type { Section } from "../text/section.ts";
import { joinSections } from "../text/section.ts";
import type { Style } from "../text/style.ts";
import { instrumentName } from "../text/words.ts";
import { beside, indent, withoutControls, wrap } from "../text/wrap.ts";
import { drawText } from "./draw-text.ts";
import type { Request } from "./read-request.ts";

type Page = Request & { readonly width: number; readonly style: Style };

const LABEL = 15;

/** Where a traject stands, as a meeting reads it: now, what keeps it, what can happen, the drawing. */
export function printStand(page: Page): string {
  return joinSections([
    headSection(page),
    nowSection(page),
    meldingenSection(page),
    drawText(page.blad, page.width, page.style),
    lockSection(page),
    tasksSection(page),
    remarksSection(page),
  ]);
}

function row(label: string, text: string, { width }: Page): Section {
  return text === "" ? [] : beside(label, withoutControls(text), LABEL, width);
}

function headSection(page: Page): Section {
  const { document, basis, blad, style, width, isToday } = page;
  const { op } = blad.stand;
  const day = op === undefined ? "" : formatMoment(op);
  return [
    ...wrap(titel(document), width).map(style.bold),
    ...indent(withoutControls(describeInBasis(document, basis)), 2, width),
    "",
    ...row("Status", statusText(document), page),
    ...(blad.gebied.id === GEHEEL ? [] : row("Regio", blad.gebied.titel, page)),
    ...row("Op", `${day}${isToday ? " (vandaag)" : ""}`, page),
  ];
}

function nowSection(page: Page): Section {
  const { stand } = page.blad;
  const step = stand.stappen.find(({ naam }) => naam === stand.stap);
  return [
    ...row("Staat bij", step ? step.titel : "klaar", page).map(page.style.bold),
    ...row("Aan zet", listWords(stand.aanZet.map(whoMoves)), page),
    ...gebrekRow("De wet eist", stand.blokkade, page).map(page.style.warm),
    ...gebrekRow("Ontbreekt", stand.ontbreekt, page),
    ...row("Te laat", lateText(stand), page).map(page.style.warm),
    ...row("Kan nu", waysText(stand), page),
  ];
}

function whoMoves(text: string): string {
  const [body = "", ...rest] = text.split(" ");
  return [nameOrgaan(body).replaceAll("-", " "), ...rest].join(" ");
}

function gebrekRow(label: string, gebreken: readonly Gebrek[], page: Page): Section {
  return row(label, nameGebreken(gebreken), page);
}

function lateText({ teLaat, stappen }: Trajectstand): string {
  const named = teLaat.map(({ stap, uiterlijk, dagen }) => {
    const titel = stappen.find(({ naam }) => naam === stap)?.titel ?? stap;
    const days = dagen === 1 ? "1 dag" : `${dagen} dagen`;
    return `«${titel}» (${days}; uiterlijk ${formatMoment(uiterlijk)})`;
  });
  return listWords(named);
}

function waysText({ vervolg, blokkade, ontbreekt }: Trajectstand): string {
  const ways = vervolg.map(({ titel, door, als }) => {
    const who = door === undefined ? "" : ` (${nameOrgaan(door)} kiest, met een reden)`;
    const when = { ja: " (de voorwaarde geldt)", nee: " (nog niet)", onbekend: " (onbekend)" };
    return `«${titel}»${als === undefined ? "" : when[als]}${who}`;
  });
  if (ways.length === 0) return "";
  const wait =
    blokkade.length > 0
      ? ", zodra er is wat de wet eist"
      : ontbreekt.length > 0
        ? "; ook zonder wat ontbreekt, met een reden"
        : "";
  return `${listWords(ways, "of")}${wait}`;
}

function meldingenSection(page: Page): Section {
  return page.blad.stand.meldingen.flatMap((melding) => {
    const text = meldingText(melding);
    return wrap(withoutControls(text), page.width).map(page.style.warm);
  });
}

function meldingText(melding: Melding): string {
  switch (melding.soort) {
    case "geweigerd":
      return `Telt niet: ${melding.reden}`;
    case "onbepaald":
      return `Onbepaald: ${melding.waarom}`;
    case "onvolledig": {
      const named = melding.ontbreekt.map(({ cijfer, van }) =>
        van ? `${cijfer} van ${van}` : cijfer,
      );
      return `Niet geleverd: ${listWords(named)}. Geef het met «--cijfer».`;
    }
    default:
      return melding.soort;
  }
}

function lockSection(page: Page): Section {
  const lock = page.blad.stand.vergrendeld;
  if (!lock) return [];
  const { wat, tot, besloten, werktVanaf, onbepaald } = lock;
  if (werktVanaf !== undefined) {
    return row("Werkt vanaf", `${formatMoment(werktVanaf)} (${wat})`, page);
  }
  const made =
    besloten === undefined
      ? "er is nog niet overal besloten"
      : `besloten is op ${formatMoment(besloten)}`;
  const when = tot === undefined ? "" : `, en het kan niet voor ${formatMoment(tot)}`;
  const open = onbepaald === undefined ? when : `, en «${onbepaald}» is nog niet ingevuld`;
  return row("Werkt", `nog niet: ${made}${open} (${wat})`, page);
}

const MOST_TASKS = 60;

function tasksSection(page: Page): Section {
  const { taken } = page.blad.stand;
  if (taken.length === 0) return [];
  const lines = taken.slice(0, MOST_TASKS).flatMap(({ taak, eenheid, landtIn, uiterlijk }) => {
    const parts = [
      eenheid === undefined ? taak : `${eenheid}: ${taak}`,
      landtIn && `landt in ${instrumentName(landtIn)}`,
      uiterlijk && `uiterlijk ${formatMoment(uiterlijk)}`,
    ];
    return indent(withoutControls(parts.filter(Boolean).join("; ")), 2, page.width);
  });
  const more = taken.length - MOST_TASKS;
  return ["Te doen nu het klaar is", ...lines, ...(more > 0 ? [`  en nog ${more}`] : [])];
}

function remarksSection(page: Page): Section {
  const { opmerkingen } = page.blad.stand;
  return opmerkingen.flatMap((text) => wrap(`Let op: ${withoutControls(text)}`, page.width));
}
