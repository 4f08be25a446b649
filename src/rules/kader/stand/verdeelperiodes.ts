import { add, type Breuk, NUL } from "#domain/breuk.ts";
import { parsePeriode, periodesTussen, type Tijdvak, vorigePeriode } from "#domain/peildatum.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import type { Verwijzing } from "#domain/waarde.ts";
import { createLezer, type Lezer } from "#rules/cijfers/lezer.ts";
import { plekVan } from "#rules/cijfers/rekenvraag.ts";
import { computeVerdeling, realizedFigure, type Verdelingsvraag } from "#rules/verdeling/index.ts";
import type { Verdeelperiode, Werkelijk } from "./kadervraag.ts";

/**
 * A verdeling as a kader asks it on a day: the periode that runs, and the one that ended before it
 * as far as the agreement held then; each with what is known to be done.
 */
export function runVerdeelperiodes(vraag: Verdelingsvraag, op: string): readonly Verdeelperiode[] {
  return periodesOf(vraag.document, op).map(({ periode, span }) => {
    const day = span && span.tot < op ? span.tot : op;
    const uitkomst = computeVerdeling({ ...vraag, op: day });
    const figure = realizedFigure(vraag.document);
    const lezer = createLezer({ ...vraag, op });
    const werkelijk = figure ? readWerkelijk(figure, periode, op, vraag, lezer) : new Map();
    const ids = vraag.gebied.eenheden.map(({ id }) => id);
    const cijfer = figure && [figure.naam, ...figure.pad].join(".");
    return {
      periode,
      ...(span ? { span } : {}),
      uitkomst,
      ...(cijfer === undefined ? {} : { cijfer }),
      werkelijk,
      ontbreekt:
        cijfer === undefined
          ? []
          : ids
              .filter((id) => !werkelijk.has(id))
              .map((van) => ({ cijfer, van, ...(span ? { moment: periode } : {}) })),
    };
  });
}

type Periode = { readonly periode: string; readonly span?: Tijdvak };

function periodesOf(document: Verdeling, op: string): readonly Periode[] {
  const { opgave, geldigVan, geldigTot, ingroeipad } = document;
  if (opgave.periode === "eenmalig") {
    const span = geldigVan && geldigTot ? { van: geldigVan, tot: geldigTot } : undefined;
    return [{ periode: "eenmalig", ...(span ? { span } : {}) }];
  }
  const current = recurring(opgave.periode, op);
  if (current === undefined) return [withSpan(opgave.periode)];
  const before = vorigePeriode(current);
  const begin = geldigVan ?? (ingroeipad && parsePeriode(ingroeipad.vanaf)?.van);
  const earlier = before === undefined ? undefined : withSpan(before);
  // Before its first day nobody had agreed anything.
  const held = begin !== undefined && earlier?.span !== undefined && begin <= earlier.span.van;
  return [...(held && earlier ? [earlier] : []), withSpan(current)];
}

function recurring(periode: string, op: string): string | undefined {
  const year = op.slice(0, 4);
  if (periode === "jaar") return year;
  if (periode === "halfjaar") return `${year}-H${op.slice(5, 7) <= "06" ? 1 : 2}`;
  return undefined;
}

function withSpan(periode: string): Periode {
  const span = parsePeriode(periode);
  return { periode, ...(span ? { span } : {}) };
}

function readWerkelijk(
  figure: Verwijzing,
  periode: string,
  op: string,
  { gebied }: Verdelingsvraag,
  lezer: Lezer,
): ReadonlyMap<string, Werkelijk> {
  const found = gebied.eenheden.flatMap(({ id }) => {
    const own = doneBy(id, figure, periode, op, lezer);
    return own ? [[id, own] as const] : [];
  });
  return new Map(found);
}

/**
 * What one unit did in a periode: the figure of that periode, else the parts of it that are known
 * from its first day on. A figure without a moment (a made-up case) counts up to the day itself.
 */
function doneBy(
  unit: string,
  figure: Verwijzing,
  periode: string,
  op: string,
  lezer: Lezer,
): Werkelijk | undefined {
  const span = parsePeriode(periode);
  const last = span && span.tot < op ? span.tot : op;
  const timeless = lezer.isPresent(figure, plekVan([unit]))
    ? lezer.waarneming(figure, plekVan([unit]))
    : undefined;
  if (timeless && timeless.moment === undefined) {
    const { inhoud } = timeless;
    return inhoud.soort === "getal" ? { aantal: inhoud.waarde, totEnMet: last } : undefined;
  }
  if (!span) return undefined;
  const amountIn = (part: string) =>
    lezer.band({ ...figure, tijd: { soort: "in", periode: part } }, plekVan([unit]))?.midden;
  const whole = span.tot <= op ? amountIn(periode) : undefined;
  if (whole) return { aantal: whole, totEnMet: span.tot };
  return partsOf(periode, span).reduce<Werkelijk | undefined>((best, parts) => {
    const sum = addUp(parts, op, amountIn);
    return sum && sum.totEnMet > (best?.totEnMet ?? "") ? sum : best;
  }, undefined);
}

/** The half years, quarters and months of a periode, from its first on. */
function partsOf(periode: string, span: Tijdvak): readonly (readonly string[])[] {
  const [first, last] = [span.van, span.tot].map((day) => ({
    year: day.slice(0, 4),
    month: Number(day.slice(5, 7)),
  }));
  if (!first || !last) return [];
  const kinds = [
    (at: typeof first) => at.year,
    (at: typeof first) => `${at.year}-H${Math.ceil(at.month / 6)}`,
    (at: typeof first) => `${at.year}-Q${Math.ceil(at.month / 3)}`,
    (at: typeof first) => `${at.year}-${String(at.month).padStart(2, "0")}`,
  ];
  return kinds
    .map((kind) => periodesTussen(kind(first), kind(last)))
    .filter(([start = ""]) => start !== periode && parsePeriode(start)?.van === span.van);
}

/** Parts that are known, without a gap, and that ended. */
function addUp(
  parts: readonly string[],
  op: string,
  amountIn: (part: string) => Breuk | undefined,
): Werkelijk | undefined {
  let aantal: Breuk = NUL;
  let totEnMet: string | undefined;
  for (const part of parts) {
    const end = parsePeriode(part)?.tot ?? "9999";
    const amount = end <= op ? amountIn(part) : undefined;
    if (!amount) break;
    aantal = add(aantal, amount);
    totEnMet = end;
  }
  return totEnMet === undefined ? undefined : { aantal, totEnMet };
}
