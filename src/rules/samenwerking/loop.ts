import type { Datum } from "#domain/peildatum.ts";
import type { Traject, Trajectstap } from "#domain/traject.ts";
import type { Afloop, Bezoek, Gebeurtenis, Gebrek } from "#domain/trajectstand.ts";
import { LEEG_DOSSIER, listGebreken, type Stapdossier } from "./gebrek.ts";
import { createLezing, type Trajectlezing } from "./lezing.ts";
import { EINDE, vraagtNiets, wegenVan } from "./stapvolgorde.ts";
import type { Trajectvraag } from "./trajectvraag.ts";

/** A traject on its way: where it stands, since when, and what came in for each step. */
export type Loop = {
  readonly vraag: Trajectvraag;
  readonly lezingOp: (dag: Datum | undefined) => Trajectlezing;
  readonly dossiers: Map<string, Stapdossier>;
  readonly bezoeken: Bezoek[];
  readonly genodigden: Gebeurtenis[];
  /** Step → the day of its last decision. */
  readonly besluiten: Map<string, Datum>;
  readonly opmerkingen: string[];
  stap: string;
  sinds: Datum | undefined;
  /** How far the run has come in time. */
  dag: Datum | undefined;
};

export function startLoop(vraag: Trajectvraag): Loop {
  const begin = vraag.begin ?? vraag.document.geldigVan;
  const lezingen = new Map<Datum | undefined, Trajectlezing>();
  return {
    vraag,
    lezingOp: (dag) => {
      const known = lezingen.get(dag) ?? createLezing(vraag, dag);
      lezingen.set(dag, known);
      return known;
    },
    dossiers: new Map(),
    bezoeken: [],
    genodigden: [],
    besluiten: new Map(),
    opmerkingen: [],
    stap: vraag.document.stappen[0]?.naam ?? EINDE,
    sinds: begin,
    dag: begin,
  };
}

export function findStap({ stappen }: Traject, naam: string): Trajectstap | undefined {
  return stappen.find((stap) => stap.naam === naam);
}

export function dossierOf({ dossiers }: Loop, naam: string): Stapdossier {
  return dossiers.get(naam) ?? LEEG_DOSSIER;
}

/** What a step lacks now; a term that may pass unanswered only runs where the traject stands. */
export function gebrekenNu(
  loop: Loop,
  stap: Trajectstap,
  lezing?: Trajectlezing,
): readonly Gebrek[] {
  const { vraag, dag } = loop;
  return listGebreken({
    stap,
    dossier: dossierOf(loop, stap.naam),
    sinds: stap.naam === loop.stap ? loop.sinds : undefined,
    dag,
    vraag,
    lezing: lezing ?? loop.lezingOp(dag),
  });
}

/** Lets time pass: what happens by itself until that day, in its order. */
export function passTime(loop: Loop, until: Datum | undefined): void {
  settle(loop);
  while (until !== undefined) {
    const next = nextLapse(loop);
    if (next === undefined || next > until) break;
    loop.dag = next;
    settle(loop);
  }
  if (until !== undefined && (loop.dag === undefined || loop.dag < until)) {
    loop.dag = until;
    settle(loop);
  }
}

/** The first day to come on which an awaited answer may stay away. */
function nextLapse(loop: Loop): Datum | undefined {
  const stap = findStap(loop.vraag.document, loop.stap);
  const days = stap ? gebrekenNu(loop, stap).flatMap(({ vervaltOp }) => vervaltOp ?? []) : [];
  return days.filter((day) => loop.dag === undefined || day > loop.dag).sort()[0];
}

/** Goes on from every step that is done, as far as nobody has to choose. */
function settle(loop: Loop): void {
  // A circle that goes by itself goes round once a day.
  const passed = new Set<string>();
  while (!passed.has(loop.stap)) {
    const stap = findStap(loop.vraag.document, loop.stap);
    if (!stap || !isDone(loop, stap)) return;
    const next = findVanzelf(loop, stap);
    if (next === undefined) return;
    passed.add(loop.stap);
    leaveStap(loop, stap, next);
  }
}

/** Whether a step has all it asks, or people said that they go on without. */
export function isDone(loop: Loop, stap: Trajectstap): boolean {
  const { verklaring } = dossierOf(loop, stap.naam);
  if (verklaring !== undefined && stap.wettelijk === undefined) return true;
  if (vraagtNiets(stap, loop.vraag.document)) return verklaring !== undefined;
  return gebrekenNu(loop, stap).length === 0;
}

/** Where it goes by itself: the first way whose condition holds, unless one before it is unknown. */
function findVanzelf(loop: Loop, stap: Trajectstap): string | undefined {
  for (const { naar, als, door } of wegenVan(stap, loop.vraag.document)) {
    if (door !== undefined) continue;
    const truth = als ? loop.lezingOp(loop.dag).waar(als) : "ja";
    if (truth === "ja") return naar;
    if (truth === "onbekend") return undefined;
  }
  return undefined;
}

/** Ends the stay at a step and comes to the next; what came in for it stays with that stay. */
export function leaveStap(loop: Loop, stap: Trajectstap, naar: string, how?: Vertrek): void {
  const { verklaring } = dossierOf(loop, stap.naam);
  const gebrek = gebrekenNu(loop, stap);
  const reden = how?.reden ?? verklaring?.reden;
  loop.bezoeken.push({
    stap: stap.naam,
    afloop: how?.afloop ?? (gebrek.length > 0 ? "verklaard" : "klaar"),
    gebrek: how?.afloop === "telt-als-gedaan" ? [] : gebrek,
    ...(loop.sinds === undefined ? {} : { van: loop.sinds }),
    // Of what only counts as done, nobody knows when it was.
    ...(loop.dag === undefined || how?.afloop === "telt-als-gedaan" ? {} : { tot: loop.dag }),
    ...(reden === undefined ? {} : { reden }),
  });
  loop.dossiers.delete(stap.naam);
  loop.stap = naar;
  loop.sinds = loop.dag;
}

type Vertrek = { readonly afloop?: Afloop; readonly reden?: string };
