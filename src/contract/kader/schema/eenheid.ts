import { z } from "zod";
import type { Gemeentelijst } from "#domain/gebied.ts";
import { formatMoment, listWords } from "#domain/notatie.ts";
import type { Datum } from "#domain/peildatum.ts";
import type { Eenheidnaam } from "#domain/selectie.ts";
import { quote } from "../fout.ts";
import { findNearest } from "../nearest.ts";
import { readEenheid } from "../scalar/eenheid.ts";
import { type Gelezen, gelezen, ongelezen } from "../scalar/gelezen.ts";
import { isNaam } from "../scalar/naam.ts";
import { ALTIJD, isGevonden, scalar } from "./blok.ts";
import { leescontext } from "./leescontext.ts";

/** Before the new text of a unit that lacks its code, in the run that looks for these. */
export const CODE_ONTBREEKT = "gemeentecode:";

/**
 * Reads a unit, and checks a gemeente's code against its name on the peildatum.
 *
 * A name alone becomes its code where it is the only one then. Without a gemeentelijst or a
 * peildatum everything is taken as written.
 */
export function readEenheidnaam(text: string): Gelezen<Eenheidnaam> {
  const eenheid = readEenheid(text);
  const { kennis, peildatum, meldCodes } = leescontext();
  if (!kennis.gemeenten || !peildatum) return gelezen(eenheid);
  if (/^GM/.test(eenheid.id)) return checkCode(text, eenheid, kennis.gemeenten, peildatum);
  if (/^PV/.test(eenheid.id)) return checkProvincie(text, eenheid, kennis.gemeenten);
  if (isNaam(eenheid.id)) return gelezen(eenheid);
  const found = findByName(eenheid.id, kennis.gemeenten, peildatum);
  if (found.ok && meldCodes) return ongelezen(`${CODE_ONTBREEKT}${found.waarde.id} ${text}`);
  return found;
}

export const eenheid = scalar(readEenheidnaam);

function checkCode(
  text: string,
  eenheid: Eenheidnaam,
  gemeenten: Gemeentelijst,
  op: Datum,
): Gelezen<Eenheidnaam> {
  const byCode = gemeenten.findByCode(eenheid.id, op);
  if (byCode && (eenheid.naam === undefined || eenheid.naam === byCode.naam)) {
    return gelezen(eenheid);
  }
  const name = eenheid.naam ?? "";
  const own = gemeenten.findByNaam(name, op);
  const called = own.length > 0 ? own : gemeenten.findByAndereNaam(name, op);
  const codes = called.map((gemeente) => gemeente.code);
  if (byCode && codes.includes(byCode.code)) {
    const official = quote(`${byCode.code} ${byCode.naam}`);
    return ongelezen(`${quote(text)} heet op ${formatMoment(op)} anders. Schrijf ${official}.`);
  }
  const byName =
    codes.length > 0
      ? ` ${eenheid.naam} is ${listWords(codes, "of")}.`
      : eenheid.naam
        ? ` Een gemeente ${quote(eenheid.naam)} is er dan niet.`
        : "";
  const code = byCode
    ? `${eenheid.id} is op ${formatMoment(op)} ${byCode.naam}.`
    : `${eenheid.id} is op ${formatMoment(op)} geen gemeente.`;
  return ongelezen(`${quote(text)}: ${code}${byName} Kies code of naam.`);
}

function checkProvincie(
  text: string,
  eenheid: Eenheidnaam,
  { provincies }: Gemeentelijst,
): Gelezen<Eenheidnaam> {
  const found = provincies.find((provincie) => provincie.code === eenheid.id);
  if (found && (eenheid.naam === undefined || eenheid.naam === found.naam)) return gelezen(eenheid);
  const what = found ? `${eenheid.id} is ${found.naam}.` : `${eenheid.id} is geen provincie.`;
  return ongelezen(`${quote(text)}: ${what} Kies code of naam.`);
}

function findByName(text: string, gemeenten: Gemeentelijst, op: Datum): Gelezen<Eenheidnaam> {
  const [first, ...others] = gemeenten.findByNaam(text, op);
  if (first && others.length === 0) return gelezen({ id: first.code, naam: first.naam });
  if (first) {
    const codes = [first, ...others].map((gemeente) => `${gemeente.code} (${gemeente.provincie})`);
    return ongelezen(
      `Er zijn op ${formatMoment(op)} meer gemeenten die ${quote(text)} heten: ${listWords(codes)}. Zet de code voor de naam.`,
    );
  }
  const called = gemeenten.findByAndereNaam(text, op);
  if (called.length > 0) {
    const written = called.map(({ code, naam }) => quote(`${code} ${naam}`));
    return ongelezen(
      `${quote(text)} heet op ${formatMoment(op)} anders. Schrijf ${listWords(written, "of")}.`,
    );
  }
  const names = gemeenten.list(op).map((gemeente) => gemeente.naam);
  const nearest = findNearest(text, names);
  const hint = nearest
    ? `Bedoelt u ${quote(nearest)}?`
    : "Schrijf een gemeente als «GM0855 Tilburg», en een regio of groep met kleine letters.";
  return ongelezen(`${quote(text)} is op ${formatMoment(op)} geen gemeente. ${hint}`);
}

/** A list of units, none of them twice. */
export const eenheden = z
  .array(eenheid)
  .min(1)
  .superRefine((list: unknown, context) => {
    if (!Array.isArray(list)) return;
    for (const { index, tekst } of findTwice(list)) {
      context.addIssue({ code: "custom", message: tekst, path: [index] });
    }
  }, ALTIJD);

function findTwice(list: readonly unknown[]): { index: number; tekst: string }[] {
  const seen = new Set<string>();
  return list.flatMap((item, index) => {
    if (!isEenheid(item)) return [];
    const twice = seen.has(item.id);
    seen.add(item.id);
    return twice ? [{ index, tekst: tweeKeer(formatEenheid(item)) }] : [];
  });
}

function tweeKeer(naam: string): string {
  return `${quote(naam)} staat twee keer in deze lijst. Haal er een weg.`;
}

function formatEenheid({ id, naam }: Eenheidnaam): string {
  return naam === undefined || naam === id ? id : `${id} ${naam}`;
}

function isEenheid(value: unknown): value is Eenheidnaam {
  return isGevonden(value) && typeof value.id === "string";
}
