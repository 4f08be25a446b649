import { formatMoment } from "#domain/notatie.ts";
import { type Datum, parseMoment } from "#domain/peildatum.ts";
import { celOp, isLeeg, tekstVan } from "./celtekst.ts";
import type { Gebiedslezing } from "./gebied.ts";
import { quote } from "./kennis.ts";
import type { Leesplan } from "./leesplan.ts";
import { fout, type Melding, opmerking } from "./melding.ts";
import { veldtekst } from "./rijvelden.ts";

/** What a row is of by its own text. */
export type Rijsoort =
  | { readonly soort: "leeg" }
  | { readonly soort: "toelichting" }
  | { readonly soort: "totaal"; readonly van: string; readonly tekst: string }
  | { readonly soort: "cijfers"; readonly tekst: string; readonly kolom: number };

/** Tells rows of figures from totals, notes and empty ones. */
export function rijsoort(plan: Leesplan, rij: number): Rijsoort {
  const { blad, gebied = 0, kennis, zoekGebied, slots } = plan;
  const cells = blad.rijen[rij] ?? [];
  if (cells.every(isLeeg)) return { soort: "leeg" };
  const tekst =
    tekstVan(celOp(blad, rij, gebied)) || (veldtekst(plan, "gebiedsnaam", rij)?.tekst ?? "");
  if (plan.totaalregels.has(rij)) return { soort: "totaal", van: "alles", tekst };
  const values = slots
    .flatMap(({ waarde, laag, hoog }) => [waarde, laag, hoog])
    .some((kolom) => kolom && !isLeeg(celOp(blad, rij, kolom.kolom)));
  const gelezen = tekst === "" ? undefined : zoekGebied(tekst, kennis.peildatum);
  if (gelezen?.soort === "totaal") return { soort: "totaal", van: gelezen.van, tekst };
  if (values) return { soort: "cijfers", tekst, kolom: gebied };
  return { soort: gelezen?.soort === "gemeente" ? "leeg" : "toelichting" };
}

/** The gemeente of a row on the day of a figure, with what is to be said of it. */
export type Rijgebied = { readonly code?: string; readonly meldingen: readonly Melding[] };

export function gebiedOp(plan: Leesplan, rij: number, tekst: string, moment: string): Rijgebied {
  if (tekst === "") {
    const uitleg = "Hier hoort de naam of de code van een gemeente.";
    return { meldingen: [fout("gebied-ontbreekt", uitleg)] };
  }
  const dag = dagVan(moment, plan.kennis.peildatum);
  const gelezen = plan.zoekGebied(tekst, dag);
  if (gelezen.soort !== "gemeente") return anders(gelezen, tekst, dag);
  const wrong = naamPast(plan, rij, gelezen.code, dag);
  return wrong ? { meldingen: [wrong] } : { code: gelezen.code, meldingen: [] };
}

/** Of a long periode the gemeenten of now count, where now lies in it. */
function dagVan(moment: string, peildatum: Datum): Datum {
  const span = parseMoment(moment);
  if (!span) return peildatum;
  return span.van <= peildatum && peildatum <= span.tot ? peildatum : span.van;
}

function anders(
  gelezen: Exclude<Gebiedslezing, { readonly soort: "gemeente" }>,
  tekst: string,
  dag: Datum,
): Rijgebied {
  switch (gelezen.soort) {
    case "andere-dag":
      return { code: gelezen.gemeente.code, meldingen: [andereDag(gelezen, dag)] };
    case "meer": {
      const uitleg = `Er zijn meer gemeenten ${quote(tekst)}: ${gelezen.codes.join(" en ")}. Schrijf de code.`;
      return { meldingen: [fout("gebied-dubbelzinnig", uitleg, gelezen.codes)] };
    }
    case "totaal":
      return { meldingen: [fout("gebied-onbekend", `${quote(tekst)} is geen gemeente.`)] };
    case "onbekend": {
      const { voorstel } = gelezen;
      const hint = voorstel
        ? `Bedoelt u «${voorstel}»?`
        : "Schrijf de naam, of de code als GM0505.";
      const uitleg = `Er is geen gemeente ${quote(tekst)}. ${hint}`;
      return { meldingen: [fout("gebied-onbekend", uitleg, voorstel ? [voorstel] : [])] };
    }
  }
}

/** The figure stays with the gemeente it was given of: nothing is added to another. */
function andereDag(
  { gemeente, naar, datum }: Extract<Gebiedslezing, { readonly soort: "andere-dag" }>,
  dag: Datum,
): Melding {
  const op = formatMoment(dag);
  const telt = `Het cijfer telt voor ${gemeente.naam}, en wordt nergens bij opgeteld.`;
  if (naar && datum) {
    const ging = `zij ging op ${formatMoment(datum)} op in ${naar.naam}`;
    const tekst = `${gemeente.naam} (${gemeente.code}) is op ${op} geen gemeente meer: ${ging}. ${telt}`;
    return opmerking("gemeente-opgeheven", tekst);
  }
  const tekst = `${gemeente.naam} (${gemeente.code}) is op ${op} geen gemeente. ${telt}`;
  return opmerking("gemeente-niet-dan", tekst);
}

/** A name beside a code must be of the same gemeente: one of the two is wrong, and we do not choose. */
function naamPast(plan: Leesplan, rij: number, code: string, dag: Datum): Melding | undefined {
  const beside = veldtekst(plan, "gebiedsnaam", rij);
  if (!beside) return undefined;
  const named = plan.zoekGebied(beside.tekst, dag);
  if (named.soort === "gemeente" && named.code === code) return undefined;
  if (named.soort === "andere-dag" && named.gemeente.code === code) return undefined;
  const own = plan.kennis.gemeenten.findByCode(code, dag)?.naam ?? code;
  const uitleg = `${code} is ${own}, en ernaast staat ${quote(beside.tekst)}. Verbeter de code of de naam.`;
  return fout("code-en-naam-anders", uitleg, named.soort === "gemeente" ? [named.code] : []);
}
