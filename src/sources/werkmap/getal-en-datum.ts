import type { Celwaarde } from "#domain/werkmap.ts";

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/u;

/** The double that stands here; undefined where it is no number or larger than a double can hold. */
export function readGetal(raw: string): number | undefined {
  const text = raw.trim();
  if (!NUMBER.test(text)) return undefined;
  const getal = Number(text);
  // There is one nought here: a file may hold a negative one.
  return Number.isFinite(getal) ? getal + 0 : undefined;
}

/** A moment as a file holds it: the day, and whether a time of day stood beside it. */
export type Dag = { readonly datum: string; readonly metTijd: boolean };

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(?:Z|[+-]\d\d:\d\d)?)?$/u;

/** The day of an ISO date or date and time, as it is written; undefined where there is no such day. */
export function readIsoDag(raw: string): Dag | undefined {
  const [, year, month, day, time] = ISO.exec(raw.trim()) ?? [];
  if (year === undefined) return undefined;
  const datum = `${year}-${month}-${day}`;
  const real = new Date(`${datum}T00:00:00Z`);
  if (Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== datum) return undefined;
  return { datum, metTijd: time !== undefined && /[1-9]/u.test(time) };
}

const DAY = 86_400_000;
const LAST_SERIAL = 2_958_465;
const BETWEEN_SYSTEMS = 1462;
const NO_SUCH_DAY = 60;

/**
 * The day of a serial number, as Excel counts; undefined before the first day and after 9999.
 *
 * In the system of 1900 day 60 would be 29 February 1900, a day that was not.
 */
export function readSerial(serial: number, since1904: boolean): Dag | undefined {
  const counted = since1904 ? serial + BETWEEN_SYSTEMS : serial;
  const day = Math.floor(counted);
  if (day < (since1904 ? 0 : 1) || day > LAST_SERIAL || day === NO_SUCH_DAY) return undefined;
  const days = day < NO_SUCH_DAY ? day + 1 : day;
  const datum = new Date(Date.UTC(1899, 11, 30) + days * DAY).toISOString().slice(0, 10);
  return { datum, metTijd: counted !== day };
}

/** A time or a length of time, as people read it: `37:30:00`. */
export function formatTijd(days: number): string {
  const seconds = Math.round(days * 86_400);
  const two = (part: number) => `${part}`.padStart(2, "0");
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

const FOUTEN: ReadonlyMap<string, string> = new Map([
  ["#N/A", "#N/B"],
  ["#DIV/0!", "#DEEL/0!"],
  ["#VALUE!", "#WAARDE!"],
  ["#REF!", "#VERW!"],
  ["#NAME?", "#NAAM?"],
  ["#NUM!", "#GETAL!"],
  ["#NULL!", "#LEEG!"],
  ["#SPILL!", "#OVERLOOP!"],
  ["#CALC!", "#BEREKENEN!"],
]);

/** What a spreadsheet shows instead of an outcome, as it is called in Dutch. */
export function toFoutcel(raw: string): Celwaarde {
  const text = raw.trim().slice(0, 100);
  return { soort: "fout", tekst: FOUTEN.get(text.toUpperCase()) ?? text };
}
