import type { Ritme } from "#domain/afhankelijkheid.ts";
import type { RegieDocument } from "#domain/document.ts";
import { addDuur, type Datum, type Duur, parseMoment, periodesTussen } from "#domain/peildatum.ts";
import type { Waarneming } from "#domain/waarneming.ts";

/** Words about a document and not in it: no day in them changes an outcome. */
const NOT_READ: ReadonlySet<string> = new Set([
  "bron",
  "besluit",
  "herkomst",
  "toelichting",
  "titel",
  "link",
  "mogelijk",
]);

/** Of an outcome also: the day it was made, and documents, which are walked by themselves. */
const NOT_READ_IN_OUTCOME: ReadonlySet<string> = new Set([...NOT_READ, "op", "document"]);

/**
 * The first days on which documents, facts or an outcome may say something else.
 *
 * Whether a day counts until or from is not known here, so that both it and the day after are
 * taken; and every term is laid from every day.
 */
export function daysIn(
  documenten: readonly RegieDocument[],
  feiten: unknown,
  uitkomst: unknown,
): readonly Datum[] {
  const found: Gevonden = { dagen: new Set(), termijnen: [] };
  for (const document of documenten) visit(document, NOT_READ, found);
  visit(feiten, NOT_READ, found);
  visit(uitkomst, NOT_READ_IN_OUTCOME, found);
  const { dagen, termijnen } = found;
  const ends = termijnen.flatMap((termijn) => [...dagen].map((dag) => addDuur(dag, termijn)));
  return [...new Set([...dagen, ...ends])].flatMap((dag) => [dag, addDuur(dag, ONE_DAY)]);
}

const ONE_DAY: Duur = { aantal: 1, maat: "dagen" };

type Gevonden = { readonly dagen: Set<Datum>; readonly termijnen: Duur[] };

function visit(value: unknown, skip: ReadonlySet<string>, found: Gevonden): void {
  if (typeof value === "string") noteMoment(value, found);
  if (typeof value !== "object" || value === null) return;
  if (value instanceof Map || value instanceof Set || Array.isArray(value)) {
    for (const item of value) visit(item, skip, found);
    return;
  }
  notePath(value, found);
  for (const [key, inner] of Object.entries(value)) {
    if (skip.has(key)) continue;
    noteMoment(key, found);
    visit(inner, skip, found);
  }
}

/** A date or periode: the first day of it and the last. */
function noteMoment(text: string, { dagen }: Gevonden): void {
  // Nearly no text is one; the first sign tells.
  if (!/^\d{4}(?:-|$)/.test(text)) return;
  const span = parseMoment(text);
  if (!span) return;
  dagen.add(span.van);
  dagen.add(span.tot);
}

/** A path is another number in each of its periodes; a term has no day of its own. */
function notePath(value: object, found: Gevonden): void {
  if ("vanaf" in value && "doel" in value) {
    const { vanaf, doel } = value;
    if (typeof vanaf !== "string" || typeof doel !== "string") return;
    for (const periode of periodesTussen(vanaf, doel)) noteMoment(periode, found);
  } else if ("aantal" in value && "maat" in value) {
    const { aantal, maat } = value;
    if (typeof aantal === "number" && isMaat(maat)) found.termijnen.push({ aantal, maat });
  }
}

function isMaat(value: unknown): value is Duur["maat"] {
  return value === "dagen" || value === "weken" || value === "maanden" || value === "jaar";
}

/** A figure is seen from the last day of its moment on. */
export function momentsOf(waarnemingen: readonly Waarneming[]): readonly Datum[] {
  return waarnemingen.flatMap(({ moment }) =>
    moment === undefined ? [] : (parseMoment(moment)?.tot ?? []),
  );
}

/**
 * How often the day alone may change an outcome: every year for all (gemeenten and figures of last
 * year), every half year with a halfyearly opgave, every day where a figure is asked at the run's
 * own day.
 */
export function rhythmOf(documenten: readonly RegieDocument[], onDay: boolean): Ritme {
  if (onDay && documenten.some((document) => asksOwnDay(document))) return "dag";
  const halves = documenten.some(
    (document) => document.soort === "verdeling" && document.opgave.periode === "halfjaar",
  );
  return halves ? "halfjaar" : "jaar";
}

function asksOwnDay(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if ("moment" in value && (value.moment === "begin-periode" || value.moment === "einde-periode")) {
    return true;
  }
  return Object.values(value).some(asksOwnDay);
}
