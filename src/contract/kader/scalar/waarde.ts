import { isDatum, parseDuur } from "#domain/peildatum.ts";
import { type Deel, NIVEAUS, type Waarde } from "#domain/waarde.ts";
import { quote } from "../fout.ts";
import { type Gelezen, gelezen, ongelezen } from "./gelezen.ts";
import { readGetal } from "./getal.ts";
import { readDatum, readDuur } from "./moment.ts";
import { isNaam } from "./naam.ts";
import { readVerwijzing } from "./verwijzing.ts";

/**
 * Reads a waarde of one line: a number, a term, a date, a verwijzing, `30 % van x`, `evenredig
 * aan x`. Bands and `per` are blocks and are read by their schema.
 */
export function readWaarde(text: string): Gelezen<Waarde> {
  const trimmed = text.trim();
  if (isDatum(trimmed)) return gelezen({ soort: "datum", datum: trimmed });
  const duur = parseDuur(trimmed);
  if (duur) return gelezen({ soort: "duur", duur });
  if (trimmed.startsWith("evenredig")) return readEvenredig(trimmed);
  const parts = /^(.+?)\s+van\s+(.+)$/.exec(trimmed);
  if (parts?.[1] && parts[2] && !startsWithNiveau(parts[2], parts[1])) {
    return readDeelVan(parts[1], parts[2]);
  }
  if (/^[-+.,\d]/.test(trimmed)) return readNumeric(trimmed);
  const verwijzing = readVerwijzing(trimmed);
  return verwijzing.ok
    ? gelezen({ soort: "verwijzing", verwijzing: verwijzing.waarde })
    : verwijzing;
}

/** `daeb-aandeel van regio` is a level; `30 % van regio` would be a part of nothing. */
function startsWithNiveau(text: string, before: string): boolean {
  const first = text.split(/\s+/)[0];
  return NIVEAUS.some((niveau) => niveau === first) && !/^[-+.,\d]/.test(before);
}

function readEvenredig(text: string): Gelezen<Waarde> {
  const name = /^evenredig aan\s+(.+)$/.exec(text)?.[1];
  if (!name) {
    return ongelezen(`${quote(text)} is niet af. Schrijf «evenredig aan» met een cijfer erachter.`);
  }
  const aan = readVerwijzing(name);
  return aan.ok ? gelezen({ soort: "evenredig", aan: aan.waarde }) : aan;
}

function readDeelVan(before: string, after: string): Gelezen<Waarde> {
  const deel = readDeel(before);
  if (!deel.ok) return deel;
  const van = readVerwijzing(after);
  return van.ok ? gelezen({ soort: "deel-van", deel: deel.waarde, van: van.waarde }) : van;
}

function readDeel(text: string): Gelezen<Deel> {
  if (isNaam(text)) return gelezen({ soort: "parameter", naam: text });
  const getal = readGetal(text);
  return getal.ok ? gelezen({ soort: "getal", ...getal.waarde }) : getal;
}

/** What starts with a digit is meant as a number, a date or a term; the advice follows which. */
function readNumeric(text: string): Gelezen<Waarde> {
  if (/^\d+\s+[a-z]+$/i.test(text)) {
    const duur = readDuur(text.toLowerCase());
    return duur.ok ? gelezen({ soort: "duur", duur: duur.waarde }) : duur;
  }
  if (/^\d{1,4}-\d{1,2}-\d{1,4}$/.test(text)) {
    const datum = readDatum(text);
    return datum.ok ? gelezen({ soort: "datum", datum: datum.waarde }) : datum;
  }
  const getal = readGetal(text);
  return getal.ok ? gelezen({ soort: "getal", ...getal.waarde }) : getal;
}
