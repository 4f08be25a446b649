import {
  add,
  type Breuk,
  breuk,
  equals,
  isNegative,
  largest,
  multiply,
  NUL,
  smallest,
} from "#domain/breuk.ts";
import type { Puntenregel } from "#domain/rangorde.ts";
import type { Nodig, Puntendeel, Puntentelling } from "#domain/rangorde-uitkomst.ts";
import type { Waarde } from "#domain/waarde.ts";
import type { Plek } from "#rules/cijfers/rekenvraag.ts";
import { type Eislezer, evaluateEis } from "#rules/normen/eis.ts";
import { readWaarde } from "#rules/normen/waarde.ts";
import { countUnits, type Telling } from "./eenheden-tellen.ts";
import { describeAsked, describeNumber, observedWords, valueWords } from "./eistekst.ts";
import { joinNodig, NIETS_NODIG, nodigFor, nodigForEis } from "./nodig.ts";
import { eislezerVan, type Rangcontext } from "./vraag.ts";

/** The points of a candidate, part by part; a part that hangs on something unknown has a range. */
export function countPunten(plek: Plek, context: Rangcontext): Puntentelling | undefined {
  const parts = Object.entries(context.vraag.document.punten);
  if (parts.length === 0) return undefined;
  const delen = parts.map(([naam, regel]) => countDeel(naam, regel, plek, context));
  const laag = delen.reduce<Breuk | undefined>((total, deel) => addEnd(total, deel.laag), NUL);
  const hoog = delen.reduce<Breuk | undefined>((total, deel) => addEnd(total, deel.hoog), NUL);
  return { ...(laag ? { laag } : {}), ...(hoog ? { hoog } : {}), delen };
}

function countDeel(naam: string, regel: Puntenregel, plek: Plek, context: Rangcontext): Puntendeel {
  return regel.soort === "eerste-die-geldt"
    ? firstThatHolds(naam, regel.treden, plek, context)
    : perUnit(naam, regel, plek, context);
}

/** The first that holds counts; one that is unknown leaves both its own points and what follows. */
function firstThatHolds(
  naam: string,
  treden: Extract<Puntenregel, { soort: "eerste-die-geldt" }>["treden"],
  plek: Plek,
  context: Rangcontext,
): Puntendeel {
  const lezer = eislezerVan(context);
  const possible: Breuk[] = [];
  const open: Nodig[] = [];
  for (const [i, { als, punten }] of treden.entries()) {
    const truth = evaluateEis(als, plek, lezer);
    if (truth === "nee") continue;
    possible.push(punten);
    const pad = `punten.${naam}[${i}]`;
    if (truth === "ja") return deelOf(naam, possible, open, describeAsked(als, plek, lezer), pad);
    open.push(nodigForEis(als, plek, context));
  }
  return deelOf(naam, [...possible, NUL], open, "geen van de regels geldt", `punten.${naam}`);
}

function deelOf(
  naam: string,
  possible: readonly Breuk[],
  open: readonly Nodig[],
  words: string,
  pad: string,
): Puntendeel {
  const first = possible[0] ?? NUL;
  const laag = possible.reduce(smallest, first);
  const hoog = possible.reduce(largest, first);
  const settled = equals(laag, hoog);
  const tekst = open.length === 0 ? words : "niet te zeggen welke regel geldt";
  return {
    naam,
    laag,
    hoog,
    uitleg: { tekst, pad },
    nodig: settled ? NIETS_NODIG : joinNodig(open),
  };
}

type PerUnit = Extract<Puntenregel, { soort: "per-eenheid" }>;

function perUnit(naam: string, regel: PerUnit, plek: Plek, context: Rangcontext): Puntendeel {
  const { op } = context.vraag;
  const count = (own: Eislezer) => countUnits(regel.van, regel.per, plek, own, op);
  const lezer = eislezerVan(context);
  const telling = count(lezer);
  const per = `${describeNumber(regel.punten)} per ${valueWords(regel.per).replace(/^1 /, "")}`;
  const tekst = `${per}; ${valueWords(regel.van)} is ${wordsOf(regel.van, plek, lezer)}`;
  const pad = `punten.${naam}`;
  const settled = telling !== undefined && telling.fewest === telling.most;
  const times = settled ? `, dat is ${telling.fewest} keer` : "";
  const uitleg = { tekst: `${tekst}${times}`, pad };
  const nodig = settled ? NIETS_NODIG : nodigFor(count, naam, context);
  return { naam, ...rangeOf(regel.punten, telling), uitleg, nodig };
}

/** Not counted, the points lie anywhere from none on: up, or down where they are taken away. */
function rangeOf(punten: Breuk, telling: Telling | undefined): Pick<Puntendeel, "laag" | "hoog"> {
  if (!telling) return isNegative(punten) ? { hoog: NUL } : { laag: NUL };
  const ends = [telling.fewest, telling.most].map((count) => multiply(punten, breuk(count)));
  const [first = NUL, last = NUL] = ends;
  return { laag: smallest(first, last), hoog: largest(first, last) };
}

function wordsOf(van: Waarde, plek: Plek, lezer: Eislezer): string {
  if (van.soort === "verwijzing" && lezer.lezer.isPresent(van.verwijzing, plek)) {
    return observedWords(lezer.lezer.waarneming(van.verwijzing, plek));
  }
  const number = readWaarde(van, plek, lezer);
  return number ? describeNumber(number) : "onbekend";
}

function addEnd(total: Breuk | undefined, part: Breuk | undefined): Breuk | undefined {
  return total && part ? add(total, part) : undefined;
}
