import { listWords } from "#domain/notatie.ts";
import type { Datum } from "#domain/peildatum.ts";
import type { Gebeurtenis } from "#domain/trajectstand.ts";
import type { Melding } from "#domain/uitkomst.ts";
import { noemGebeurtenis, noemStap } from "./gebeurtenistekst.ts";
import {
  dossierOf,
  findStap,
  gebrekenNu,
  type Loop,
  leaveStap,
  passTime,
  startLoop,
} from "./loop.ts";
import { judgeGebeurtenis, pathTo } from "./oordeel.ts";
import { EINDE } from "./stapvolgorde.ts";
import type { Trajectvraag } from "./trajectvraag.ts";

/** How far a traject came, with what could not have happened so. */
export type Verloop = { readonly loop: Loop; readonly geweigerd: readonly Melding[] };

/**
 * Carries out what happened, day by day, until the last day.
 *
 * Of what happened on one day, that of the step where the traject stands comes first, so that the
 * order of writing does not matter. An event that is refused changes nothing.
 */
export function runVerloop(vraag: Trajectvraag, tot: Datum | undefined): Verloop {
  const loop = startLoop(vraag);
  const geweigerd: Melding[] = [];
  const refuse = (gebeurtenis: Gebeurtenis, reden: string) =>
    geweigerd.push({
      soort: "geweigerd",
      regel: gebeurtenis.stap,
      reden: `${noemGebeurtenis(gebeurtenis)}: ${reden}.`,
    });
  const timely = inOrder(vraag).filter((gebeurtenis) => {
    const why = againstDay(dayOf(gebeurtenis), loop, tot);
    if (why !== undefined) refuse(gebeurtenis, why);
    return why === undefined;
  });
  for (const group of byDay(timely, vraag.proef)) {
    passTime(loop, dayOf(group[0]));
    runDay(group, loop, refuse);
  }
  passTime(loop, tot);
  return { loop, geweigerd };
}

/** The day of an event; `klaar` is a day too. */
export function dayOf({ op, klaar }: Gebeurtenis): Datum | undefined {
  return op ?? klaar;
}

function againstDay(
  day: Datum | undefined,
  { vraag, dag: begin }: Loop,
  tot: Datum | undefined,
): string | undefined {
  if (day === undefined) return vraag.proef ? undefined : "zeg op welke dag dit was: «op: …»";
  if (tot !== undefined && day > tot) return `dit is na ${tot}, de dag waarop u kijkt`;
  if (begin !== undefined && day < begin) return `dit is voor ${begin}, het begin van het traject`;
  return undefined;
}

/** By day; in a made-up case what has no day goes with what was written before it. */
function inOrder({ gebeurtenissen, proef }: Trajectvraag): readonly Gebeurtenis[] {
  if (!proef) return gebeurtenissen.toSorted((a, b) => compareTekst(orderKey(a), orderKey(b)));
  let last = "";
  const dated = gebeurtenissen.map((gebeurtenis) => {
    last = dayOf(gebeurtenis) ?? last;
    return { gebeurtenis, day: last };
  });
  return dated.toSorted((a, b) => compareTekst(a.day, b.day)).map(({ gebeurtenis }) => gebeurtenis);
}

/** On one day: who was invited, what came in, what was decided, and then where it went. */
function orderKey(gebeurtenis: Gebeurtenis): string {
  const { genodigde, stuk, naar, klaar } = gebeurtenis;
  const kinds = [genodigde, stuk, undefined, klaar, naar];
  const kind = kinds.findIndex((item) => item !== undefined);
  const units = Object.entries(gebeurtenis.voor).toSorted().flat();
  return [
    dayOf(gebeurtenis) ?? "",
    kind < 0 ? 2 : kind,
    noemGebeurtenis(gebeurtenis),
    ...units,
    gebeurtenis.reden,
  ].join(" ");
}

function compareTekst(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

type Dag = readonly [Gebeurtenis, ...Gebeurtenis[]];

function byDay(gebeurtenissen: readonly Gebeurtenis[], proef: boolean | undefined): readonly Dag[] {
  const days: [Gebeurtenis, ...Gebeurtenis[]][] = [];
  for (const gebeurtenis of gebeurtenissen) {
    const last = days.at(-1);
    // The order in which a made-up case is written is the order in which it happened.
    if (!proef && last && dayOf(last[0]) === dayOf(gebeurtenis)) last.push(gebeurtenis);
    else days.push([gebeurtenis]);
  }
  return days;
}

type Refuse = (gebeurtenis: Gebeurtenis, reden: string) => void;

function runDay(group: Dag, loop: Loop, refuse: Refuse): void {
  const waiting: Gebeurtenis[] = [...group];
  while (waiting.length > 0) {
    const own = waiting.findIndex(({ stap }) => stap === loop.stap);
    const [next] = waiting.splice(Math.max(own, 0), 1);
    if (!next) return;
    const oordeel = judgeGebeurtenis(next, loop);
    if (oordeel.ok) apply(oordeel.gebeurtenis, loop);
    else refuse(next, oordeel.reden);
    passTime(loop, loop.dag);
  }
}

function apply(gebeurtenis: Gebeurtenis, loop: Loop): void {
  const { stap, stuk, genodigde, klaar, naar } = gebeurtenis;
  if (genodigde !== undefined) {
    loop.genodigden.push(gebeurtenis);
    return;
  }
  const { proef } = loop.vraag;
  if (stuk === undefined || (proef && isAhead(stap, loop))) goTo(gebeurtenis, loop);
  const dossier = dossierOf(loop, stap);
  if (stuk !== undefined) {
    loop.dossiers.set(stap, { ...dossier, stukken: [...dossier.stukken, gebeurtenis] });
  } else if (klaar !== undefined) {
    loop.dossiers.set(stap, { ...dossier, verklaring: gebeurtenis });
  } else if (naar !== undefined) {
    choose(gebeurtenis, naar, loop);
  } else {
    loop.dossiers.set(stap, { ...dossier, besluiten: [...dossier.besluiten, gebeurtenis] });
    const day = dayOf(gebeurtenis);
    if (day !== undefined) loop.besluiten.set(stap, day);
  }
}

function isAhead(naam: string, { stap, vraag: { document } }: Loop): boolean {
  const at = (name: string) => document.stappen.findIndex((item) => item.naam === name);
  return stap !== EINDE && at(naam) > at(stap);
}

/** Comes to the step of an event; a real run says what it passed over. */
function goTo(gebeurtenis: Gebeurtenis, loop: Loop): void {
  const { document, proef } = loop.vraag;
  if (gebeurtenis.stap === loop.stap) return;
  const at = (name: string) => document.stappen.findIndex((item) => item.naam === name);
  const path = proef
    ? document.stappen.slice(at(loop.stap), at(gebeurtenis.stap))
    : (pathTo(gebeurtenis.stap, loop) ?? []);
  const { reden } = gebeurtenis;
  for (const [i, passed] of path.entries()) {
    const lacking = gebrekenNu(loop, passed);
    const afloop = proef ? "telt-als-gedaan" : lacking.length > 0 ? "overgeslagen" : "klaar";
    leaveStap(loop, passed, path[i + 1]?.naam ?? gebeurtenis.stap, {
      afloop,
      ...(reden === undefined ? {} : { reden }),
    });
  }
  if (proef || path.length === 0) return;
  const names = path.map(({ naam }) => noemStap(naam, document));
  const why = reden === undefined ? "Een reden is niet opgeschreven" : `Reden: ${reden}`;
  loop.opmerkingen.push(`Voorbijgegaan aan ${listWords(names)}. ${why}.`);
}

function choose(gebeurtenis: Gebeurtenis, naar: string, loop: Loop): void {
  const stap = findStap(loop.vraag.document, gebeurtenis.stap);
  if (!stap) return;
  const { reden } = gebeurtenis;
  leaveStap(loop, stap, naar, reden === undefined ? {} : { reden });
}
