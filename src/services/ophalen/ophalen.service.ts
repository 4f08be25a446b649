import { setTimeout } from "node:timers/promises";
import { type Ophaalvraag, ophaalvraag } from "#contract/ophalen/ophaalvraag.ts";
import { Ophaalfout } from "#sources/ophalen/ophaalfout.ts";
import { isDatabaseWeg } from "#storage/database-weg.ts";
import {
  beginOphaaltaak,
  bewaarBlad,
  listBladen,
  meldVoortgang,
  sluitOphaaltaak,
  type Voortgang,
} from "#storage/ophaaltaak.repository.ts";
import { type Connection, inTransaction } from "#storage/transaction.ts";
import { haalCbs, haalCbstabel } from "./cbs.ts";
import { haalGrenzen } from "./grenzen.ts";
import type { Opgehaald } from "./opgehaald.ts";
import type { Ophaalgrond, Werk } from "./werk.ts";
import { haalWoningbouwkaart } from "./woningbouwkaart.ts";

/** Reads a question as it was kept or sent; undefined where it is none. */
export function readVraag(json: unknown): Ophaalvraag | undefined {
  const read = ophaalvraag.safeParse(json);
  return read.success ? read.data : undefined;
}

type Doen = {
  /** Who does it: the server, or a command. */
  readonly bij: string;
  /** Ends the work because the program ends; it goes on another time. */
  readonly signal: AbortSignal;
  readonly onVoortgang?: (voortgang: Voortgang) => void;
  /** For what nobody foresaw. */
  readonly onError: (error: unknown) => void;
};

/**
 * Does one task to its end: fetches, checks, and keeps all of it at once or nothing.
 *
 * While it works it tells how far it is, and looks whether somebody wants it to stop. A task that
 * another has, or that is done, is left alone.
 */
export async function doeOphaaltaak(id: string, grond: Ophaalgrond, doen: Doen): Promise<void> {
  const { bij } = doen;
  const taak = await beginOphaaltaak(grond.db, id, bij);
  if (!taak) return;
  const stop = new AbortController();
  const onEnd = () => stop.abort();
  doen.signal.addEventListener("abort", onEnd);
  if (doen.signal.aborted) onEnd();
  const pols = setInterval(() => void beat(), HARTSLAG_MS);
  const beat = () =>
    meldVoortgang(grond.db, id, bij).then(
      (what) => what === "stop" && stop.abort(),
      () => {},
    );
  try {
    const werk = createWerk(id, grond, doen, stop);
    const vraag = readVraag(taak.vraag);
    if (!vraag) throw new Error(`task ${id} asks something that is no question`);
    await keep(id, bij, grond.db, await haal(vraag, werk));
  } catch (error) {
    const afloop = describeEnd(error, doen);
    await onceThere(() => sluitOphaaltaak(grond.db, id, bij, afloop), doen.signal);
  } finally {
    clearInterval(pols);
    doen.signal.removeEventListener("abort", onEnd);
  }
}

/**
 * Does something in the database, and where that is away as soon as it is back: otherwise a task
 * would stay at work here that nobody does any more.
 */
async function onceThere<T>(act: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (!isDatabaseWeg(error) || signal.aborted) throw error;
      await setTimeout(HARTSLAG_MS, undefined, { signal, ref: false });
    }
  }
}

/** How often a task that works lets hear that it lives, and hears whether it must stop. */
const HARTSLAG_MS = 1_000;

function haal(vraag: Ophaalvraag, werk: Werk): Promise<Opgehaald> {
  switch (vraag.soort) {
    case "cbs-tabel":
      return haalCbstabel(vraag.tabel, werk);
    case "cbs":
      return haalCbs(vraag, werk);
    case "pdok":
      return haalGrenzen(vraag, werk);
    case "woningbouwkaart":
      return haalWoningbouwkaart(vraag, werk);
  }
}

function createWerk(id: string, grond: Ophaalgrond, doen: Doen, stop: AbortController): Werk {
  const { db } = grond;
  let last: Voortgang = { stap: "Beginnen", gedaan: 0 };
  const tell = async (voortgang: Voortgang) => {
    doen.onVoortgang?.(voortgang);
    if ((await meldVoortgang(db, id, doen.bij, voortgang)) === "stop") stop.abort();
    if (stop.signal.aborted) throw new Ophaalfout("gestopt", {});
  };
  return {
    grond,
    signal: stop.signal,
    meld: (voortgang) => {
      last = voortgang;
      return tell(voortgang);
    },
    wacht: (ms) => {
      const seconds = Math.ceil(ms / 1000);
      const stap = `${last.stap}; de bron heeft het druk, over ${seconds} seconden verder`;
      tell({ ...last, stap }).catch(() => {});
    },
    map: (deel) => ({
      bewaard: () => listBladen(db, id, deel),
      bewaar: (blad) => bewaarBlad(db, id, deel, blad),
    }),
  };
}

async function keep(id: string, bij: string, db: Connection, opgehaald: Opgehaald): Promise<void> {
  await inTransaction(db, async (tx) => {
    // Somebody else may have taken it over meanwhile, or wants it to stop: then it keeps nothing.
    if ((await meldVoortgang(tx, id, bij)) === "stop") throw new Ophaalfout("gestopt", {});
    const { uitkomst, vorige } = await opgehaald.bewaar(tx);
    const afloop = { stand: "klaar", uitkomst, ...(vorige ? { vorige } : {}) } as const;
    await sluitOphaaltaak(tx, id, bij, afloop);
  });
}

/** Asked again, the source may say something else: what it said before is no use then. */
const ABOUT_WHAT_IT_SAYS: ReadonlySet<Ophaalfout["reason"]> = new Set([
  "vorm",
  "past-niet",
  "kring",
  "inhoud",
]);

function describeEnd(error: unknown, { signal, onError }: Doen) {
  if (error instanceof Ophaalfout) {
    if (error.reason === "gestopt") {
      return { stand: signal.aborted ? "wacht" : "gestopt" } as const;
    }
    const bladen = ABOUT_WHAT_IT_SAYS.has(error.reason) ? "weg" : "houd";
    return { stand: "mislukt", fout: error.message, bladen } as const;
  }
  // Nothing is wrong with the task: it is done again once the database is back.
  if (isDatabaseWeg(error)) return { stand: "wacht" } as const;
  onError(error);
  const fout =
    "Er ging iets mis in Woonregie zelf; er is niets bewaard. Wie de server beheert, vindt de melding in het logboek.";
  return { stand: "mislukt", fout, bladen: "weg" } as const;
}
