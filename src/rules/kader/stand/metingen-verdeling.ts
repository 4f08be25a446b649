import { type Breuk, breuk, compare, multiply } from "#domain/breuk.ts";
import type { Meting, Voortgang } from "#domain/kaderstand.ts";
import { type Datum, dagenTussen, type Tijdvak } from "#domain/peildatum.ts";
import type { Eenheiduitkomst } from "#domain/uitkomst.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import type { Verdeelperiode, Werkelijk } from "./kadervraag.ts";

/**
 * What each unit did, laid beside its part of the opgave.
 *
 * While the term runs the figure is laid beside the part of the days that it covers; only a term
 * that ended, and a figure that covers all of it, can be `gemist`. A maximum is turned round.
 */
export function measureVerdeling(
  { opgave }: Verdeling,
  { periode, span, uitkomst, werkelijk, cijfer }: Verdeelperiode,
  op: Datum,
): readonly Meting[] {
  const hoogstens = opgave.als === "maximum";
  const settled = uitkomst.meldingen.length === 0;
  return uitkomst.eenheden.map((unit): Meting => {
    const own = { eenheid: unit.id, naam: unit.naam, wat: periode };
    if (!settled) return { ...own, ...unknown("de verdeling is nog niet af") };
    const judged = judge(unit, werkelijk.get(unit.id), { span, op, hoogstens, cijfer });
    return {
      ...own,
      afgesproken: unit.aantal.midden,
      ...(hoogstens ? { hoogstens } : {}),
      ...judged,
    };
  });
}

type Term = {
  readonly span: Tijdvak | undefined;
  readonly op: Datum;
  readonly hoogstens: boolean;
  readonly cijfer: string | undefined;
};

type Judged = Pick<Meting, "voortgang" | "gevraagd" | "gedaan" | "totEnMet" | "waarom">;

function judge(
  { aantal }: Eenheiduitkomst,
  done: Werkelijk | undefined,
  { span, op, hoogstens, cijfer }: Term,
): Judged {
  if (cijfer === undefined) {
    return unknown("het document noemt geen cijfer van wat er is gedaan («vereffening.werkelijk»)");
  }
  if (span && op < span.van) return unknown("de termijn begint nog");
  if (!done) return unknown(`«${cijfer}» ontbreekt`);
  const asked = aantal.midden;
  const facts = { gedaan: done.aantal, totEnMet: done.totEnMet };
  const short = compare(done.aantal, asked) < 0;
  const over = compare(done.aantal, asked) > 0;
  const ended = span !== undefined && span.tot < op && done.totEnMet >= span.tot;
  if (hoogstens) return { ...facts, voortgang: over ? lateOr(ended) : "op-koers" };
  if (!short) return { ...facts, voortgang: "op-koers" };
  if (ended) return { ...facts, voortgang: "gemist" };
  if (!span) return { ...facts, ...unknown("niemand sprak een einddatum af") };
  const gevraagd = elapsed(asked, span, done.totEnMet);
  const behind = compare(done.aantal, gevraagd) < 0;
  return { ...facts, gevraagd, voortgang: behind ? "in-gevaar" : "op-koers" };
}

function lateOr(ended: boolean): Voortgang {
  return ended ? "gemist" : "in-gevaar";
}

/** The part of the number for the days that went by, first and last day included. */
function elapsed(asked: Breuk, span: Tijdvak, totEnMet: Datum): Breuk {
  const all = dagenTussen(span.van, span.tot) + 1;
  const gone = Math.max(0, Math.min(all, dagenTussen(span.van, totEnMet) + 1));
  return multiply(asked, breuk(gone, all));
}

function unknown(waarom: string): { readonly voortgang: Voortgang; readonly waarom: string } {
  return { voortgang: "niet-te-beoordelen", waarom };
}
