/** An ISO date, `2026-01-01`. Text sorts as time. */
export type Datum = string;

/** A stretch of time, first and last day included. */
export type Tijdvak = { readonly van: Datum; readonly tot: Datum };

/** A term in calendar units: `10 weken`, `3 maanden`, `10 jaar`, `30 dagen`. */
export type Duur = {
  readonly aantal: number;
  readonly maat: "dagen" | "weken" | "maanden" | "jaar";
};

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a day that exists; 2026-02-30 does not. */
export function isDatum(text: string): boolean {
  const match = DATE.exec(text);
  if (!match) return false;
  const month = Number(match[2]);
  const day = Number(match[3]);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(Number(match[1]), month);
}

const PERIODS: readonly (readonly [RegExp, (year: string, part: string) => Tijdvak])[] = [
  [/^(\d{4})$/, (year) => ({ van: `${year}-01-01`, tot: `${year}-12-31` })],
  [/^(\d{4})-H([12])$/, (year, part) => months(Number(year), Number(part) * 6 - 5, 6)],
  [/^(\d{4})-Q([1-4])$/, (year, part) => months(Number(year), Number(part) * 3 - 2, 3)],
  [/^(\d{4})-(0[1-9]|1[0-2])$/, (year, part) => months(Number(year), Number(part), 1)],
];

/** Reads `2026`, `2026-H1`, `2026-Q2`, `2026-03` or `2026-01-01/2030-12-31`; undefined otherwise. */
export function parsePeriode(text: string): Tijdvak | undefined {
  for (const [pattern, build] of PERIODS) {
    const match = pattern.exec(text);
    if (match) return build(match[1] ?? "", match[2] ?? "");
  }
  const [van = "", tot = "", rest] = text.split("/");
  const valid = rest === undefined && isDatum(van) && isDatum(tot) && van <= tot;
  return valid ? { van, tot } : undefined;
}

/** The days that a date or a periode covers; undefined where the text is neither. */
export function parseMoment(text: string): Tijdvak | undefined {
  return isDatum(text) ? { van: text, tot: text } : parsePeriode(text);
}

const TERM = /^(\d+) (dag|dagen|week|weken|maand|maanden|jaar)$/;

const TERM_UNITS: Readonly<Record<string, Duur["maat"]>> = {
  dag: "dagen",
  dagen: "dagen",
  week: "weken",
  weken: "weken",
  maand: "maanden",
  maanden: "maanden",
  jaar: "jaar",
};

/** Reads `10 weken` or `3 maanden`; undefined otherwise. */
export function parseDuur(text: string): Duur | undefined {
  const match = TERM.exec(text);
  const maat = TERM_UNITS[match?.[2] ?? ""];
  return match && maat ? { aantal: Number(match[1]), maat } : undefined;
}

/** The year of a date or periode, as a number. */
function jaarVan(moment: string): number {
  return Number(moment.slice(0, 4));
}

/** 1 January of the year before that of the moment. */
export function beginVorigJaar(moment: string): Datum {
  return `${String(jaarVan(moment) - 1).padStart(4, "0")}-01-01`;
}

/** The periode of the same length that lies just before this one. */
export function vorigePeriode(periode: string): string | undefined {
  if (/^\d{4}$/.test(periode)) return String(Number(periode) - 1);
  const half = /^(\d{4})-H([12])$/.exec(periode);
  if (half) return half[2] === "2" ? `${half[1]}-H1` : `${Number(half[1]) - 1}-H2`;
  const quarter = /^(\d{4})-Q([1-4])$/.exec(periode);
  if (quarter) {
    const number = Number(quarter[2]);
    return number > 1 ? `${quarter[1]}-Q${number - 1}` : `${Number(quarter[1]) - 1}-Q4`;
  }
  const month = /^(\d{4})-(\d{2})$/.exec(periode);
  if (!month) return undefined;
  const number = Number(month[2]);
  if (number > 1) return `${month[1]}-${pad(number - 1)}`;
  return `${Number(month[1]) - 1}-12`;
}

/** The periode of the same length that comes just after this one. */
export function volgendePeriode(periode: string): string | undefined {
  const span = parsePeriode(periode);
  if (!span || periode.includes("/")) return undefined;
  const next = addDuur(span.tot, { aantal: 1, maat: "dagen" });
  const year = next.slice(0, 4);
  const month = Number(next.slice(5, 7));
  if (/^\d{4}$/.test(periode)) return year;
  if (periode.includes("-H")) return `${year}-H${month > 6 ? 2 : 1}`;
  if (periode.includes("-Q")) return `${year}-Q${Math.ceil(month / 3)}`;
  return next.slice(0, 7);
}

/** All periodes from the first to the last, both included; only the first where they are unlike. */
export function periodesTussen(vanaf: string, doel: string): readonly string[] {
  const list = [vanaf];
  if (kindOf(vanaf) !== kindOf(doel)) return list;
  for (let next = volgendePeriode(vanaf); next !== undefined && next <= doel; ) {
    list.push(next);
    next = volgendePeriode(next);
  }
  return list;
}

/** The way a periode is written: a year, a half year, a quarter, a month. */
function kindOf(periode: string): string {
  return periode.replace(/\d/g, "0");
}

/**
 * The date a term after `datum`.
 *
 * Months and years are calendar units: from 31 January one month runs to the last day of February.
 */
export function addDuur(datum: Datum, duur: Duur): Datum {
  const [year = 0, month = 1, day = 1] = datum.split("-").map(Number);
  if (duur.maat === "dagen") return fromDays(toDays(year, month, day) + duur.aantal);
  if (duur.maat === "weken") return fromDays(toDays(year, month, day) + 7 * duur.aantal);
  const shift = duur.maat === "jaar" ? 12 * duur.aantal : duur.aantal;
  const index = year * 12 + (month - 1) + shift;
  const newYear = Math.floor(index / 12);
  const newMonth = (index % 12) + 1;
  return iso(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** The number of days from one date to another; negative where the second comes first. */
export function dagenTussen(van: Datum, tot: Datum): number {
  const [from, to] = [van, tot].map((datum) => {
    const [year = 0, month = 1, day = 1] = datum.split("-").map(Number);
    return toDays(year, month, day);
  });
  return (to ?? 0) - (from ?? 0);
}

function months(year: number, first: number, count: number): Tijdvak {
  const last = first + count - 1;
  return { van: iso(year, first, 1), tot: iso(year, last, daysInMonth(year, last)) };
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days since 1 March of year 0, by counting years that start in March. */
function toDays(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const m = (month + 9) % 12;
  const leap = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return 365 * y + leap + Math.floor((153 * m + 2) / 5) + day - 1;
}

function fromDays(days: number): Datum {
  let year = Math.floor((days + 306) / 365.2425);
  while (toDays(year + 1, 1, 1) <= days) year += 1;
  while (toDays(year, 1, 1) > days) year -= 1;
  let month = 12;
  while (toDays(year, month, 1) > days) month -= 1;
  return iso(year, month, days - toDays(year, month, 1) + 1);
}

function iso(year: number, month: number, day: number): Datum {
  return `${String(year).padStart(4, "0")}-${pad(month)}-${pad(day)}`;
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
