import { type Gemeente, isGemeentecode } from "#domain/gebied.ts";
import type { Datum } from "#domain/peildatum.ts";
import { gelijkmaken, type Inleeskennis } from "./kennis.ts";

/** What the name or code of a row comes to on a day. */
export type Gebiedslezing =
  | { readonly soort: "gemeente"; readonly code: string }
  /** It is there on another day; `naar` is where it went, `datum` when, where that is known. */
  | {
      readonly soort: "andere-dag";
      readonly gemeente: Gemeente;
      readonly naar?: Gemeente;
      readonly datum?: Datum;
    }
  /** A row that sums others: of a provincie, of the country, or of all that stands here. */
  | { readonly soort: "totaal"; readonly van: "alles" | "nederland" | "gemiddelde" | string }
  | { readonly soort: "meer"; readonly codes: readonly string[] }
  | { readonly soort: "onbekend"; readonly voorstel?: string };

export type Gebiedzoeker = (tekst: string, dag: Datum) => Gebiedslezing;

/**
 * Finds gemeenten by code (`GM0505`, `0505`, `505`), name, other name, or code and name together.
 *
 * A name that only looks like one is never taken: it comes back as a proposal.
 */
export function createGebiedzoeker(kennis: Inleeskennis): Gebiedzoeker {
  const known = new Map<string, Gebiedslezing>();
  const perDay = new Map<Datum, Daglijst>();
  const listOn = (dag: Datum): Daglijst => {
    const list = perDay.get(dag) ?? createDaglijst(kennis, dag);
    perDay.set(dag, list);
    return list;
  };
  return (tekst, dag) => {
    const key = `${dag} ${tekst}`;
    const found = known.get(key) ?? zoek(tekst, dag, kennis, listOn);
    known.set(key, found);
    return found;
  };
}

type Daglijst = {
  readonly byCode: ReadonlyMap<string, Gemeente>;
  readonly byNaam: ReadonlyMap<string, readonly Gemeente[]>;
};

function createDaglijst({ gemeenten }: Inleeskennis, dag: Datum): Daglijst {
  const all = gemeenten.list(dag);
  const byNaam = new Map<string, Gemeente[]>();
  for (const gemeente of all) {
    const key = gelijkmaken(gemeente.naam);
    byNaam.set(key, [...(byNaam.get(key) ?? []), gemeente]);
  }
  return { byCode: new Map(all.map((gemeente) => [gemeente.code, gemeente])), byNaam };
}

function zoek(
  tekst: string,
  dag: Datum,
  kennis: Inleeskennis,
  listOn: (dag: Datum) => Daglijst,
): Gebiedslezing {
  const code = codeIn(tekst);
  const find = (day: Datum) => {
    const list = listOn(day);
    if (code) return [list.byCode.get(code)].filter((item) => item !== undefined);
    return byName(tekst, day, list, kennis);
  };
  const [found, second] = find(dag);
  if (found && second) return { soort: "meer", codes: [found.code, second.code] };
  if (found) return { soort: "gemeente", code: found.code };
  const totaal = totaalIn(tekst, kennis);
  if (totaal) return { soort: "totaal", van: totaal };
  const other = daysOf(kennis).flatMap(find)[0];
  if (other) return { soort: "andere-dag", gemeente: other, ...heengegaan(other, dag, kennis) };
  const voorstel = code ? undefined : nearest(tekst, dag, kennis);
  return { soort: "onbekend", ...(voorstel ? { voorstel } : {}) };
}

/** The code that a text begins with; a number alone is one too. */
function codeIn(tekst: string): string | undefined {
  const clean = tekst.trim().toUpperCase();
  const [first = ""] = clean.split(/[\s,;(]/);
  if (isGemeentecode(first)) return first;
  return /^\d{1,4}$/.test(clean) ? `GM${clean.padStart(4, "0")}` : undefined;
}

function byName(
  tekst: string,
  dag: Datum,
  { byNaam, byCode }: Daglijst,
  { gemeenten }: Inleeskennis,
): readonly Gemeente[] {
  const clean = tekst.trim();
  const key = gelijkmaken(clean);
  const bare = key.replace(/^gemeente /, "").replace(/ gemeente$/, "");
  const own = byNaam.get(key) ?? byNaam.get(bare);
  if (own) return own;
  const called = gemeenten.findByAndereNaam(clean, dag);
  const again = called.length > 0 ? called : gemeenten.findByAndereNaam(bare, dag);
  return again.filter(({ code }) => byCode.has(code));
}

const ALLES = /^(?:sub|eind)?(?:totaal|total|som)\b|^(?:de )?regio\b|^alle gemeenten\b/;
const LAND = /^(?:nederland|nl|nl01|nl00|landelijk|heel nederland)$/;

function totaalIn(tekst: string, kennis: Inleeskennis): string | undefined {
  const key = gelijkmaken(tekst);
  if (LAND.test(key)) return "nederland";
  if (/^(?:gemiddelde?|mediaan)\b/.test(key)) return "gemiddelde";
  const bare = key.replace(/^provincie /, "").replace(/ (?:pv|provincie)$/, "");
  const provincie = kennis.gemeenten.provincies.find(
    ({ code, naam }) => code.toLowerCase() === key || gelijkmaken(naam) === bare,
  );
  if (provincie) return provincie.code;
  if (ALLES.test(key)) return "alles";
  return kennis.regionamen.some((naam) => gelijkmaken(naam) === key) ? "alles" : undefined;
}

const FIRST_DAY = "2021-01-01";

/** On which the list of gemeenten is another than on the day before. */
function daysOf({ opgegaan, peildatum }: Inleeskennis): readonly Datum[] {
  return [...new Set([peildatum, FIRST_DAY, ...opgegaan.map(({ datum }) => datum)])];
}

function heengegaan(
  { code, tot }: Gemeente,
  dag: Datum,
  { opgegaan, gemeenten }: Inleeskennis,
): { readonly naar?: Gemeente; readonly datum?: Datum } {
  const step = opgegaan.find(({ van, datum }) => van === code && datum <= dag);
  if (!step) return tot === undefined ? {} : { datum: tot };
  const naar = gemeenten.findByCode(step.naar, dag) ?? gemeenten.findByCode(step.naar, step.datum);
  return { datum: step.datum, ...(naar ? { naar } : {}) };
}

function nearest(
  tekst: string,
  dag: Datum,
  { gemeenten, dichtstbij }: Inleeskennis,
): string | undefined {
  const bare = tekst.trim().replace(/^gemeente\s+/i, "");
  const names = gemeenten.list(dag).map(({ naam }) => naam);
  const near = dichtstbij(bare, names);
  if (near) return near;
  const begin = gelijkmaken(bare.replace(/\(.*$/, ""));
  const same = names.filter((naam) => gelijkmaken(naam.replace(/\(.*$/, "")) === begin);
  return begin && same.length === 1 ? same[0] : undefined;
}
