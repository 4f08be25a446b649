import { listWords, orgaannaam } from "#domain/notatie.ts";
import type { Trajectstap } from "#domain/traject.ts";
import type { Gebeurtenis } from "#domain/trajectstand.ts";
import { findBetrokkene, listBetrokkenen } from "./eenheden.ts";
import { noemStap } from "./gebeurtenistekst.ts";
import { countStukken } from "./gebrek.ts";
import { dossierOf, findStap, gebrekenNu, type Loop } from "./loop.ts";
import { bereikbaarVan, EINDE, wegenVan, zekerNa } from "./stapvolgorde.ts";

/** An event that may be carried out, with its units by id; or why it may not. */
export type Oordeel =
  | { readonly ok: true; readonly gebeurtenis: Gebeurtenis; readonly stap: Trajectstap }
  | { readonly ok: false; readonly reden: string };

const KEUZES = ["stuk", "genodigde", "naar", "klaar"] as const;

/** Whether an event can be what happened here; nothing of it is carried out by asking. */
export function judgeGebeurtenis(gebeurtenis: Gebeurtenis, loop: Loop): Oordeel {
  const { document } = loop.vraag;
  const stap = findStap(document, gebeurtenis.stap);
  if (!stap) {
    const names = document.stappen.map(({ naam }) => naam);
    return no(`er is geen stap «${gebeurtenis.stap}». Kies uit: ${names.join(", ")}`);
  }
  const does = KEUZES.filter((key) => gebeurtenis[key] !== undefined);
  if (does.length > 1) {
    return no(`hier gebeuren twee dingen tegelijk (${listWords(does)}). Schrijf elk apart op`);
  }
  const named = withIds(gebeurtenis, loop);
  if ("reden" in named && !("voor" in named)) return no(named.reden);
  const known = named as Gebeurtenis;
  const why = reasonAgainst(known, stap, loop);
  return why === undefined ? { ok: true, gebeurtenis: known, stap } : no(why);
}

function no(reden: string): Oordeel {
  return { ok: false, reden };
}

/** Units by their id; one that does not belong to the gebied is refused. */
function withIds(
  gebeurtenis: Gebeurtenis,
  { vraag }: Loop,
): Gebeurtenis | { readonly reden: string } {
  const voor: Record<string, string> = {};
  for (const [as, text] of Object.entries(gebeurtenis.voor)) {
    const who = listBetrokkenen(as, vraag);
    const found = who && findBetrokkene(text, who);
    if (who && !found) {
      const some = who.slice(0, 8).map(({ id }) => id);
      const more = who.length > 8 ? " …" : "";
      return {
        reden: `«${text}» hoort niet bij ${vraag.gebied.titel}. Voor ${as} kan hier: ${some.join(", ")}${more}`,
      };
    }
    voor[as] = found?.id ?? text;
  }
  return { ...gebeurtenis, voor };
}

function reasonAgainst(
  gebeurtenis: Gebeurtenis,
  stap: Trajectstap,
  loop: Loop,
): string | undefined {
  if (gebeurtenis.genodigde !== undefined) return undefined;
  if (gebeurtenis.stuk !== undefined) return againstStuk(gebeurtenis, stap, loop);
  if (gebeurtenis.naar !== undefined) {
    return againstTurn(stap, loop) ?? againstWeg(gebeurtenis, stap, loop);
  }
  if (gebeurtenis.klaar !== undefined) {
    return againstTurn(stap, loop) ?? againstLeaving(stap, loop);
  }
  return againstBesluit(gebeurtenis, stap, loop) ?? againstTurn(stap, loop);
}

function againstStuk(gebeurtenis: Gebeurtenis, stap: Trajectstap, loop: Loop): string | undefined {
  const asked = stap.bewijs.filter(({ stuk }) => stuk === gebeurtenis.stuk);
  const [first] = asked;
  if (!first) {
    const known = stap.bewijs.map(({ stuk }) => stuk);
    const hint = known.length > 0 ? `Wel: ${known.join(", ")}` : "Deze stap vraagt geen stukken";
    return `${noemStap(stap.naam, loop.vraag.document)} vraagt geen «${gebeurtenis.stuk}». ${hint}`;
  }
  if (isOver(stap, loop)) return "deze stap is al klaar";
  const { voorElk, aantal = 1 } = first;
  const van = voorElk === undefined ? undefined : gebeurtenis.voor[voorElk];
  if (voorElk !== undefined && van === undefined) {
    return `zeg van welke ${voorElk} het stuk is: «${voorElk}: …»`;
  }
  if (countStukken(first, dossierOf(loop, stap.naam), van) < aantal) return undefined;
  return aantal === 1 ? "dit stuk is er al" : `er zijn er al ${aantal}; meer is niet nodig`;
}

/** Ended with all it asked, and no way leads back to it. */
function isOver(stap: Trajectstap, { stap: here, bezoeken, vraag }: Loop): boolean {
  if (stap.naam === here || bereikbaarVan(here, vraag.document).has(stap.naam)) return false;
  return bezoeken.some(({ stap: naam, afloop }) => naam === stap.naam && afloop === "klaar");
}

function againstBesluit(
  { orgaan, voor }: Gebeurtenis,
  stap: Trajectstap,
  loop: Loop,
): string | undefined {
  const { besluit } = stap;
  if (orgaan === undefined) {
    return "er staat niet wat er gebeurde. Noem een stuk, een orgaan, «naar», «klaar» of een genodigde";
  }
  if (!besluit) return `${noemStap(stap.naam, loop.vraag.document)} vraagt geen besluit`;
  if (orgaan !== besluit.orgaan) {
    return `bevoegd is ${orgaannaam(besluit.orgaan)}, niet ${orgaannaam(orgaan)}`;
  }
  const { voorElk } = besluit;
  const van = voorElk === undefined ? undefined : voor[voorElk];
  if (voorElk !== undefined && van === undefined) {
    return `zeg van welke ${voorElk} het besluit is: «${voorElk}: …»`;
  }
  const { besluiten } = dossierOf(loop, stap.naam);
  const twice = besluiten.some((item) => voorElk === undefined || item.voor[voorElk] === van);
  return twice ? "dit besluit is al genomen" : undefined;
}

/**
 * Whether it is the turn of this step, or can be made so by passing over what people may pass over.
 *
 * In a made-up case the steps before it count as done.
 */
function againstTurn(stap: Trajectstap, loop: Loop): string | undefined {
  const { document, proef } = loop.vraag;
  if (stap.naam === loop.stap) return undefined;
  if (loop.stap === EINDE) return "het traject is al klaar";
  if (proef && isAhead(stap.naam, loop)) return undefined;
  const path = pathTo(stap.naam, loop);
  if (!path) {
    return `nu is ${noemStap(loop.stap, document)} aan de beurt, en vandaar gaat het niet vanzelf naar ${noemStap(stap.naam, document)}. Leg eerst vast waarheen het gaat («naar»)`;
  }
  for (const passed of path) {
    const why = againstLeaving(passed, loop);
    if (why !== undefined) return why;
  }
  return undefined;
}

/** In the list after where it stands; a made-up case may begin anywhere. */
function isAhead(naam: string, { stap, vraag: { document } }: Loop): boolean {
  const at = (name: string) => document.stappen.findIndex((item) => item.naam === name);
  return at(naam) > at(stap);
}

/** The steps to pass over on the way there, where the way is sure; undefined where it is not. */
export function pathTo(naam: string, loop: Loop): readonly Trajectstap[] | undefined {
  const { document } = loop.vraag;
  const here = findStap(document, loop.stap);
  const after = zekerNa(loop.stap, document);
  const at = after.findIndex((item) => item.naam === naam);
  return here && at >= 0 ? [here, ...after.slice(0, at)] : undefined;
}

/** What the law still asks before people may go on from a step. */
function againstLeaving(stap: Trajectstap, loop: Loop): string | undefined {
  if (stap.wettelijk === undefined) return undefined;
  const lacking = gebrekenNu(loop, stap).map(({ tekst }) => tekst);
  if (lacking.length === 0) return undefined;
  return `${noemStap(stap.naam, loop.vraag.document)} moet van de wet (${stap.wettelijk}), en daar ontbreekt nog: ${listWords(lacking)}`;
}

function againstWeg(gebeurtenis: Gebeurtenis, stap: Trajectstap, loop: Loop): string | undefined {
  const ways = wegenVan(stap, loop.vraag.document);
  const meant = ways.filter(({ naar }) => naar === gebeurtenis.naar);
  const reasons = meant.map((way) => againstOne(way, gebeurtenis, loop));
  if (reasons.includes(undefined)) return againstLeaving(stap, loop);
  if (reasons.length > 0) return reasons.at(-1);
  const known = listWords([...new Set(ways.map(({ naar }) => naar))], "of");
  return `vanaf ${noemStap(stap.naam, loop.vraag.document)} gaat het niet naar «${gebeurtenis.naar}», wel naar: ${known}`;
}

function againstOne(
  { naar, door, als }: Trajectstap["verder"][number],
  { orgaan }: Gebeurtenis,
  loop: Loop,
): string | undefined {
  if (door !== undefined && orgaan === undefined) {
    return `zeg wie dit koos: «orgaan: ${door}»`;
  }
  if (door !== undefined && orgaan !== door) {
    return `bevoegd is ${orgaannaam(door)}, niet ${orgaannaam(orgaan ?? "")}`;
  }
  const truth = als ? loop.lezingOp(loop.dag).waar(als) : "ja";
  if (truth === "nee") return `de voorwaarde voor «${naar}» is niet vervuld`;
  if (truth === "onbekend") return `of de voorwaarde voor «${naar}» is vervuld, is niet bekend`;
  return undefined;
}
