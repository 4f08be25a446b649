import {
  type Datum,
  type Duur,
  isDatum,
  parseDuur,
  parseMoment,
  parsePeriode,
} from "#domain/peildatum.ts";
import { quote } from "../fout.ts";
import { type Gelezen, gelezen, ongelezen } from "./gelezen.ts";

const PERIODE_VORMEN = "2026, 2026-H1, 2026-Q2, 2026-03 of 2026-01-01/2030-12-31";

/** Reads an ISO date of a day that exists. */
export function readDatum(text: string): Gelezen<Datum> {
  if (isDatum(text)) return gelezen(text);
  const turned = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text);
  if (turned) {
    const [, day = "", month = "", year = ""] = turned;
    const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    if (isDatum(iso)) {
      return ongelezen(
        `${quote(text)} is geen datum. Schrijf eerst het jaar, dan de maand en de dag: ${iso}.`,
      );
    }
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    return ongelezen(`${quote(text)} is een dag die niet bestaat. Kijk de maand en de dag na.`);
  }
  return ongelezen(
    `${quote(text)} is geen datum. Schrijf jaar, maand en dag, bijvoorbeeld 2026-07-01.`,
  );
}

/** Reads a periode and gives it back as it was written. */
export function readPeriode(text: string): Gelezen<string> {
  if (parsePeriode(text)) return gelezen(text);
  return ongelezen(`${quote(text)} is geen periode. Schrijf het zo: ${PERIODE_VORMEN}.`);
}

/** Reads a date or a periode and gives it back as it was written. */
export function readMoment(text: string): Gelezen<string> {
  if (parseMoment(text)) return gelezen(text);
  return ongelezen(
    `${quote(text)} is geen datum of periode. Schrijf het zo: 2026-07-01, ${PERIODE_VORMEN}.`,
  );
}

/** Reads `10 weken`, `3 maanden` or `10 jaar`. */
export function readDuur(text: string): Gelezen<Duur> {
  const duur = parseDuur(text);
  if (duur) return gelezen(duur);
  return ongelezen(
    `${quote(text)} is geen termijn. Schrijf een heel getal met dagen, weken, maanden of jaar, bijvoorbeeld 10 weken.`,
  );
}
