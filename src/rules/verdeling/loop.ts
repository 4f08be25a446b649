import { type Breuk, breuk, floor, multiply } from "#domain/breuk.ts";
import type { Waarheid } from "#domain/eis.ts";
import { parseMoment } from "#domain/peildatum.ts";
import type { Ingroeipad } from "#domain/verdeling.ts";
import type { Waarde } from "#domain/waarde.ts";
import type { Lezer } from "#rules/cijfers/lezer.ts";
import { HET_GEHEEL, type Hoek } from "#rules/cijfers/rekenvraag.ts";
import { readVerwijzing, readWaarde } from "#rules/normen/waarde.ts";
import { emptyGeheugen, passoortFor, periodesVan, remember } from "./ingroeipad.ts";
import { methodOf, type Opgavegetal, supplyOf } from "./opgave.ts";
import { createPas, LEGE_STAND, type Pasuitkomst, runPas } from "./pas.ts";
import { eislezerFor, type Pas, type Verdelingsvraag } from "./stapcontext.ts";
import { keuzeOf } from "./voer-stap-uit.ts";

/** One go through a document: the pass that counts, and every periode of its path. */
export type Loop = {
  readonly kern: Pasuitkomst;
  readonly periode?: string;
  readonly jaren: readonly { readonly periode: string; readonly uitkomst: Pasuitkomst }[];
};

type Loopsoort = { readonly hoek: Hoek; readonly afgerond: boolean; readonly lezer?: Lezer };

/**
 * Runs the document once: straight, or along its ingroeipad.
 *
 * On a path the pass that counts is that of the periode of `op`: before the path its first, after
 * it the sleutel alone. Without `op` it is the last, where the sleutel holds wholly.
 */
export function runLoop(vraag: Verdelingsvraag, andere: Pas["andere"], soort: Loopsoort): Loop {
  const pad = vraag.document.ingroeipad;
  const periode = pad && periodeOf(pad, vraag.op);
  const pas = createPas(vraag, soort.hoek, andere, soort.lezer);
  const law = pad ? lawOn(pad, pas) : "nee";
  if (pad && periode !== undefined && law === "nee") {
    return runPath(pad, periode, vraag, andere, soort);
  }
  if (!pad || law === "nee") return { kern: runPas(pas, soort), jaren: [] };
  const opgave = () => (law === "ja" ? lawfulOpgave(pad, pas) : undefined);
  return { kern: runPas(pas, { ...soort, opgave }), jaren: [] };
}

/**
 * Whether the law has taken the place of the agreement on the day of the run; unknown while nobody
 * filled in from when. Never before the end of the path.
 */
function lawOn({ daarna, doel }: Ingroeipad, pas: Pas): Waarheid {
  const { op } = pas.vraag;
  if (!daarna || op === undefined) return "nee";
  const day = parseMoment(op)?.van ?? op;
  if (day < (parseMoment(doel)?.van ?? doel)) return "nee";
  const from = dateOf(daarna.vanaf, pas);
  if (from === undefined) return "onbekend";
  return from <= day ? "ja" : "nee";
}

function dateOf(waarde: Waarde, { lezer }: Pas): string | undefined {
  if (waarde.soort === "datum") return waarde.datum;
  if (waarde.soort !== "verwijzing") return undefined;
  const value = lezer.parameter(waarde.verwijzing.naam);
  return value && "soort" in value && value.soort === "datum" ? value.datum : undefined;
}

function runPath(
  pad: Ingroeipad,
  periode: string,
  vraag: Verdelingsvraag,
  andere: Pas["andere"],
  soort: Loopsoort,
): Loop {
  const geheugen = emptyGeheugen();
  // A parameter that grows is another number every periode, so that figures are read anew.
  const grows = Object.values(vraag.document.parameters).some(({ ingroeipad }) => ingroeipad);
  const lezer = grows ? undefined : soort.lezer;
  const jaren: { periode: string; uitkomst: Pasuitkomst }[] = [];
  for (const year of periodesVan(pad)) {
    const pas = createPas({ ...vraag, periode: year }, soort.hoek, andere, lezer);
    const uitkomst = runPas(pas, passoortFor(year, pad, geheugen, soort));
    jaren.push({ periode: year, uitkomst });
    if (uitkomst.meldingen.length > 0) return { kern: uitkomst, periode: year, jaren };
    const first = vraag.document.stappen[0];
    remember(geheugen, uitkomst, first && keuzeOf(first, pas, soort.afgerond));
  }
  const counted = jaren.find((year) => year.periode === periode) ?? jaren.at(-1);
  if (!counted)
    throw new RangeError(`een ingroeipad zonder periodes: ${pad.vanaf} tot ${pad.doel}`);
  return { kern: counted.uitkomst, periode: counted.periode, jaren };
}

/** The periode of the path that `op` falls in; undefined when it lies after the path. */
function periodeOf(pad: Ingroeipad, op: string | undefined): string | undefined {
  if (op === undefined) return pad.doel;
  const start = parseMoment(op)?.van ?? op;
  const list = periodesVan(pad);
  const inside = list.find((periode) => start <= (parseMoment(periode)?.tot ?? ""));
  return inside;
}

/**
 * What the law puts in place of the agreement from `daarna.vanaf` on: its share of the supply.
 *
 * An empty date or share is `onbepaald`: the reader notes which.
 */
function lawfulOpgave({ daarna }: Ingroeipad, pas: Pas): Opgavegetal | undefined {
  const { opgave, spoor } = pas.vraag.document;
  const lezer = eislezerFor(pas, LEGE_STAND, () => undefined);
  if (!daarna) return undefined;
  const share = readWaarde(daarna.aandeel, HET_GEHEEL, lezer);
  const supply = supplyOf(opgave, spoor);
  const total = supply && readVerwijzing(supply, HET_GEHEEL, lezer);
  const methode = methodOf(opgave.heel, pas.lezer);
  if (!share || !total || !methode) return undefined;
  const exact: Breuk = multiply(share, total);
  const totaal = methode === "geen" ? exact : breuk(floor(exact));
  return { totaal, onderdelen: [""], delen: [totaal] };
}
