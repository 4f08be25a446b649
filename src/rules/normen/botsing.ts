import { type Breuk, compare } from "#domain/breuk.ts";
import { documentnaam, type RegieDocument } from "#domain/document.ts";
import type { Eis, Vergelijking } from "#domain/eis.ts";
import type { Botsing, Botsingskant } from "#domain/oordeel.ts";
import { parseMoment } from "#domain/peildatum.ts";
import type { Toets } from "#domain/toets.ts";
import { HET_GEHEEL } from "#rules/cijfers/rekenvraag.ts";
import { createToetslezer, type Toetsvraag } from "./toetsvraag.ts";
import { readWaarde } from "./waarde.ts";

/** The norm that a document adds to, where the library has it. */
export function normOf({ document, bibliotheek }: Toetsvraag): Toets | undefined {
  const found: RegieDocument | undefined =
    document.aanvullingOp === undefined ? undefined : bibliotheek.find(document.aanvullingOp);
  return found?.soort === "toets" ? found : undefined;
}

/**
 * Where a document asks more than the norm it adds to, and is not one that may (F008).
 *
 * Eisen of the same name are compared by their limits; asking less is no botsing. What cannot be
 * laid side by side by its limit, another subject or another condition, is reported as different.
 * Both stand: nothing is applied or rejected here.
 */
export function findBotsingen(vraag: Toetsvraag, normvraag: Toetsvraag): readonly Botsing[] {
  const { document, op } = vraag;
  const norm = normvraag.document;
  const allowed = norm.strengerDoor === undefined || isAmong(document.orgaan, norm.strengerDoor);
  if (allowed || !applyAtOnce(document, norm, op)) return [];
  return Object.entries(document.eisen).flatMap(([naam, eis]): readonly Botsing[] => {
    const theirs = norm.eisen[naam];
    const found = theirs && compareEisen(eis, theirs, limitReader(vraag), limitReader(normvraag));
    if (!theirs || (found !== "strenger" && found !== "anders")) return [];
    return [
      {
        eis: `${documentnaam(norm)}#${naam}`,
        naam,
        hoe: found,
        eigen: sideOf(document, eis),
        norm: sideOf(norm, theirs),
      },
    ];
  });
}

function isAmong(orgaan: string | undefined, organen: readonly string[]): boolean {
  return orgaan !== undefined && organen.includes(orgaan);
}

function applyAtOnce(a: Toets, b: Toets, op: string | undefined): boolean {
  const day = op === undefined ? undefined : parseMoment(op)?.van;
  if (day === undefined) return true;
  return [a, b].every(
    ({ geldigVan, geldigTot }) => (geldigVan ?? "") <= day && day <= (geldigTot ?? "9999-12-31"),
  );
}

type Uitslag = "gelijk" | "strenger" | "minder" | "anders" | "onbekend";
type Limiet = (waarde: Parameters<typeof readWaarde>[0]) => Breuk | undefined;

/** A limit by itself; one that is a figure of a unit has no number here. */
function limitReader(vraag: Toetsvraag): Limiet {
  const context = createToetslezer(vraag);
  return (waarde) => {
    const fixed =
      waarde.soort === "getal" ||
      (waarde.soort === "verwijzing" && context.lezer.isParameter(waarde.verwijzing.naam));
    return fixed ? readWaarde(waarde, HET_GEHEEL, context) : undefined;
  };
}

function compareEisen(own: Eis, norm: Eis, ours: Limiet, theirs: Limiet): Uitslag {
  const again = (a: Eis, b: Eis) => compareEisen(a, b, ours, theirs);
  if (own.soort === "vergelijking" && norm.soort === "vergelijking") {
    if (!sameText(own.onderwerp, norm.onderwerp)) return "anders";
    return compareLimits(own.vergelijking, norm.vergelijking, ours, theirs);
  }
  if (own.soort === "als" && norm.soort === "als") return compareAls(own, norm, again);
  if (own.soort === "voor-elk" && norm.soort === "voor-elk" && own.as === norm.as) {
    return again(own.geldt, norm.geldt);
  }
  const parts = listOf(own);
  const others = listOf(norm);
  if (!parts && sameText(own, norm)) return "gelijk";
  if (own.soort !== norm.soort || !parts || !others || parts.length !== others.length) {
    return "anders";
  }
  return together(parts.map((part, i) => again(part, others[i] ?? part)));
}

type Als = Extract<Eis, { soort: "als" }>;

/** Only under the same condition do the same branches ask something of the same units. */
function compareAls(own: Als, norm: Als, again: (a: Eis, b: Eis) => Uitslag): Uitslag {
  const shape = Boolean(own.anders) === Boolean(norm.anders);
  if (!sameText(own.als, norm.als) || !shape) return "anders";
  const anders = own.anders && norm.anders ? [again(own.anders, norm.anders)] : [];
  return together([again(own.dan, norm.dan), ...anders]);
}

function listOf(eis: Eis): readonly Eis[] | undefined {
  return eis.soort === "alle" || eis.soort === "een-van" ? eis.eisen : undefined;
}

function together(all: readonly Uitslag[]): Uitslag {
  for (const worst of ["strenger", "anders", "onbekend", "minder"] as const) {
    if (all.includes(worst)) return worst;
  }
  return "gelijk";
}

/** Which way a stricter limit lies, and whether the limit itself is still outside. */
type Strengheid = { readonly way: 1 | -1; readonly tight: 0 | 1 };

const STRENGHEID: Readonly<Partial<Record<Vergelijking["soort"], Strengheid>>> = {
  minstens: { way: 1, tight: 0 },
  "meer-dan": { way: 1, tight: 1 },
  hoogstens: { way: -1, tight: 0 },
  "minder-dan": { way: -1, tight: 1 },
};

function compareLimits(
  own: Vergelijking,
  norm: Vergelijking,
  ours: Limiet,
  theirs: Limiet,
): Uitslag {
  // A parameter of the same name may hold another number there: its text says nothing.
  if (!("waarde" in own) && sameText(own, norm)) return "gelijk";
  const strict = STRENGHEID[own.soort];
  const other = STRENGHEID[norm.soort];
  const alike = strict && other && strict.way === other.way;
  if (!alike || !("waarde" in own) || !("waarde" in norm)) return "anders";
  const [a, b] = [ours(own.waarde), theirs(norm.waarde)];
  if (!a || !b) return isFigure(own) || isFigure(norm) ? "anders" : "onbekend";
  const order = compare(a, b) * strict.way || strict.tight - other.tight;
  return order > 0 ? "strenger" : order < 0 ? "minder" : "gelijk";
}

/** A limit that is a figure cannot be laid beside a number; an empty parameter not yet. */
function isFigure(vergelijking: Vergelijking): boolean {
  return "waarde" in vergelijking && !["getal", "verwijzing"].includes(vergelijking.waarde.soort);
}

/** The same question, however its numbers were written. */
function sameText(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (key, part) =>
    key === "tekst" ? undefined : typeof part === "bigint" ? `${part}` : part,
  );
}

function sideOf(document: Toets, eis: Eis): Botsingskant {
  const { titel, bron, status, orgaan } = document;
  return {
    document: documentnaam(document),
    titel,
    grens: describeLimits(eis),
    bron,
    status,
    ...(orgaan ? { orgaan } : {}),
  };
}

/** The limits in an eis as they were written: `minstens 30 %`. */
function describeLimits(eis: Eis): string {
  switch (eis.soort) {
    case "vergelijking":
      return describeVergelijking(eis.vergelijking);
    case "alle":
      return eis.eisen.map(describeLimits).join(" en ");
    case "een-van":
      return eis.eisen.map(describeLimits).join(" of ");
    case "niet":
      return `niet ${describeLimits(eis.eis)}`;
    case "als":
      return [eis.dan, ...(eis.anders ? [eis.anders] : [])].map(describeLimits).join(", anders ");
    case "voor-elk":
      return describeLimits(eis.geldt);
    case "aanwezig":
      return "ingevuld";
  }
}

function describeVergelijking(vergelijking: Vergelijking): string {
  const { soort } = vergelijking;
  if (!("waarde" in vergelijking)) return soort;
  const { waarde } = vergelijking;
  const limit =
    waarde.soort === "getal"
      ? waarde.tekst.replace(/\s*%/, "%")
      : waarde.soort === "verwijzing"
        ? `«${waarde.verwijzing.naam}»`
        : "een ander cijfer";
  return `${soort.replace("-", " ")} ${limit}`;
}
