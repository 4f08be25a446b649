import type { Indicator } from "#domain/indicator.ts";
import { isDatum, parsePeriode } from "#domain/peildatum.ts";

/** A moment that was found in a text; not `zeker` where a year was made a day of it. */
export type Momentlezing = { readonly moment: string; readonly zeker: boolean };

const MAANDEN: Readonly<Record<string, string>> = {
  jan: "01",
  feb: "02",
  mrt: "03",
  maa: "03",
  apr: "04",
  mei: "05",
  jun: "06",
  jul: "07",
  aug: "08",
  sep: "09",
  okt: "10",
  nov: "11",
  dec: "12",
};
const MAAND =
  "(jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const JAAR = "((?:19|20)\\d{2})";
const TOT = "\\s*(?:t/m|tm|tot en met|–|-)\\s*";
const DAG = "(\\d{1,2})[-/.](\\d{1,2})[-/.]((?:19|20)\\d{2})";

type Vorm = readonly [RegExp, (groups: readonly string[]) => string];

/** From long to short: what a longer form takes, a shorter one no longer sees. */
const VORMEN: readonly Vorm[] = [
  [
    exact(`(${JAAR}-\\d{2}-\\d{2})/((?:19|20)\\d{2}-\\d{2}-\\d{2})`),
    ([van = "", , tot = ""]) => `${van}/${tot}`,
  ],
  [
    exact(DAG + TOT + DAG),
    ([d = "", m = "", y = "", e = "", n = "", z = ""]) => `${iso(y, m, d)}/${iso(z, n, e)}`,
  ],
  [exact(`${JAAR}-(\\d{2})-(\\d{2})`), ([y = "", m = "", d = ""]) => iso(y, m, d)],
  [exact(DAG), ([d = "", m = "", y = ""]) => iso(y, m, d)],
  [exact(`(\\d{1,2})\\s+${MAAND}\\s+${JAAR}`), ([d = "", m = "", y = ""]) => iso(y, maand(m), d)],
  [exact(`${JAAR}${TOT}${JAAR}`), ([van = "", tot = ""]) => `${van}-01-01/${tot}-12-31`],
  [exact(`${JAAR}[- ]?([HQ][1-4])`), ([y = "", part = ""]) => `${y}-${part.toUpperCase()}`],
  [exact(`([HQ][1-4])[- ]${JAAR}`), ([part = "", y = ""]) => `${y}-${part.toUpperCase()}`],
  [exact(`([1-4])e\\s*kwartaal\\s*${JAAR}`), ([n = "", y = ""]) => `${y}-Q${n}`],
  [exact(`${JAAR}\\s*([1-4])e\\s*kwartaal`), ([y = "", n = ""]) => `${y}-Q${n}`],
  [exact(`([12])e\\s*half\\s?jaar\\s*${JAAR}`), ([n = "", y = ""]) => `${y}-H${n}`],
  [exact(`${JAAR}\\s*([12])e\\s*half\\s?jaar`), ([y = "", n = ""]) => `${y}-H${n}`],
  [exact(`${MAAND}\\s+${JAAR}`), ([m = "", y = ""]) => `${y}-${maand(m)}`],
  [exact(`${JAAR}-(0[1-9]|1[0-2])`), ([y = "", m = ""]) => `${y}-${m}`],
  [exact(JAAR), ([y = ""]) => y],
];

function exact(form: string): RegExp {
  return new RegExp(`(?<![\\d.,])${form}(?![\\d]|[.,]\\d)`, "i");
}

function iso(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

function maand(naam: string): string {
  return MAANDEN[naam.slice(0, 3).toLowerCase()] ?? "";
}

/** The first moment that a text names, in the form of our own; undefined where it names none. */
export function zoekMoment(tekst: string): string | undefined {
  for (const [pattern, build] of VORMEN) {
    const match = pattern.exec(tekst);
    const moment = match && build(match.slice(1));
    // A day that does not exist is not read as the year in it.
    if (moment) return isDatum(moment) || parsePeriode(moment) ? moment : undefined;
  }
  return undefined;
}

/** The text without every moment in it, so that only the words are left. */
export function zonderMoment(tekst: string): string {
  return VORMEN.reduce((rest, [pattern]) => rest.replace(pattern, " "), tekst).trim();
}

/**
 * A moment as a figure of this kind has it: a day for a stock, a periode for a flow.
 *
 * The year of a stock is read as its first day, and is then not `zeker`. Undefined where a flow is
 * given a day, or a stock another periode.
 */
export function alsMoment(
  moment: string,
  { meetmoment }: Pick<Indicator, "meetmoment">,
): Momentlezing | undefined {
  if (meetmoment === "periode") return isDatum(moment) ? undefined : { moment, zeker: true };
  if (isDatum(moment)) return { moment, zeker: true };
  return /^\d{4}$/.test(moment) ? { moment: `${moment}-01-01`, zeker: false } : undefined;
}
