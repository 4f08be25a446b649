import { randomUUID } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import type { Basis } from "#services/basis.ts";
import { leesGrenzenbestand } from "#services/ophalen/grenzen-bestand.ts";
import { createOphaalgrond } from "#services/ophalen/grond.service.ts";
import type { Ophaalkamer } from "#services/ophalen/kamer.ts";
import { doeOphaaltaak } from "#services/ophalen/ophalen.service.ts";
import { zetTerug } from "#services/ophalen/terugzetten.service.ts";
import type { Ophaalgrond } from "#services/ophalen/werk.ts";
import { readCbskennis } from "#sources/cbs/kennis.ts";
import type { Database } from "#storage/database.ts";
import {
  bevrijdHangend,
  createOphaaltaak,
  listOphaaltaken,
  listWachtend,
  vraagStop,
  zetKlaar,
} from "#storage/ophaaltaak.repository.ts";
import { takeTurn } from "#storage/take-turn.ts";
import type { Takenrij } from "#storage/takenrij.ts";
import { inTransaction } from "#storage/transaction.ts";

type Bouw = {
  readonly root: string;
  readonly database: Database;
  readonly kaartenmap: string;
  /** The basis as it is now, with documents of this installation's own. */
  readonly readBasis: () => Promise<Basis>;
  /** False: nothing is ever fetched. */
  readonly netwerk: boolean;
  /** False: what is asked here is put in line, and another server does it. */
  readonly werkt: boolean;
  /** Only for tests: a server on this machine in the place of all sources. */
  readonly proefbron?: string;
  readonly onError: (error: unknown) => void;
};

/** Fetching on this server. */
export type Ophaalhost = {
  readonly kamer: Ophaalkamer;
  /** Begins taking on what is in line; until then it waits. */
  readonly begin: () => void;
  /** Ends it; what was at work goes on at a next start. */
  readonly stop: () => Promise<void>;
};

const KIJK_MS = 30_000;
const PATIENCE_MS = 5_000;
/** A server that says nothing for so long is gone. */
const STILTE_SECONDEN = 60;

const UIT =
  "Ophalen staat uit op deze server (WOONREGIE_NETWERK=nee). Wie de server beheert, kan het aanzetten. Grenzen uit een bestand inlezen kan wel.";

/**
 * Fetches beside the server, which does not wait for it: where the queue cannot begin, the page of
 * the sources tells so, and all the rest works.
 */
export function hostOphalen(bouw: Bouw): Ophaalhost {
  const { db } = bouw.database;
  const grond = createOphaalgrond({ ...bouw, db });
  const loop = createLoop(bouw, grond);
  const kamer: Ophaalkamer = {
    dicht: loop.problem,
    cbs: readCbskennis(bouw.root),
    vraag: async (vraag) => {
      const id = randomUUID();
      await createOphaaltaak(db, { id, vraag });
      await loop.put(id);
      return id;
    },
    stop: (id) => vraagStop(db, id),
    hervat: async (id) => {
      const found = await zetKlaar(db, id);
      if (found) await loop.put(id);
      return found;
    },
    zetTerug: async (id) => zetTerug(await grond(), id),
    leesGrenzen: async (bestand) => leesGrenzenbestand(bestand, await grond()),
  };
  return { kamer, begin: loop.begin, stop: loop.stop };
}

/** Takes on what is in line, as long as the server runs. */
function createLoop(bouw: Bouw, grond: () => Promise<Ophaalgrond>) {
  const { database, netwerk, werkt, onError } = bouw;
  const bij = randomUUID();
  const end = new AbortController();
  let rij: Takenrij | undefined;
  let problem: string | undefined = netwerk ? undefined : UIT;
  let begun = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  // Without a queue it waits in the database, and is found when there is one.
  const put = async (id: string) => rij?.zetIn(id);
  const recover = async (seconds: number) => {
    await bevrijdHangend(database.db, bij, seconds);
    await rij?.herstel(await listWachtend(database.db), seconds);
  };
  const beginQueue = async () => {
    const { startTakenrij } = await import("#storage/takenrij.ts");
    const doe = async (id: string) =>
      doeOphaaltaak(id, await grond(), { bij, signal: end.signal, onError });
    rij = await startTakenrij(database.pool, { doe, onError, werkt });
    if (!werkt) return;
    // Alone on a database of its own, what is at work was left there by a server that is gone.
    await recover(database.kind === "pglite" ? 0 : STILTE_SECONDEN);
    const borders = end.signal.aborted ? undefined : await askBorders(bouw, await grond());
    if (borders) await put(borders);
  };
  const begin = () => {
    if (!netwerk) return;
    begun = beginQueue().catch((error: unknown) => {
      problem = describeProblem(error);
    });
    if (!werkt) return;
    timer = setInterval(() => void recover(STILTE_SECONDEN).catch(onError), KIJK_MS);
    timer.unref();
  };
  const stop = async () => {
    clearInterval(timer);
    end.abort();
    // A database that does not answer must not keep the server from ending.
    await Promise.race([begun, setTimeout(PATIENCE_MS, undefined, { ref: false })]);
    await rij?.stop();
  };
  return { put, begin, stop, problem: () => problem };
}

/** Asks for borders, where there are none and no server tried today; gives the task. */
async function askBorders(
  { kaartenmap, database }: Bouw,
  { peildatum }: Ophaalgrond,
): Promise<string | undefined> {
  const own = existsSync(kaartenmap) ? readdirSync(kaartenmap) : [];
  if (own.some((name) => /^gemeenten-\d{4}\.geojson$/.test(name))) return undefined;
  const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000).toISOString();
  // Servers that start together would otherwise all find that nobody tried.
  return inTransaction(database.db, async (tx) => {
    await takeTurn(tx, "grenzen vragen");
    const recent = await listOphaaltaken(tx, 50);
    if (recent.some(({ vanzelf, gemaaktOp }) => vanzelf && gemaaktOp > yesterday)) return undefined;
    const id = randomUUID();
    const vraag = { soort: "pdok", jaar: Number(peildatum.slice(0, 4)), ofEerder: true };
    await createOphaaltaak(tx, { id, vraag, vanzelf: true });
    return id;
  });
}

function describeProblem(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (/permission denied for database/i.test(message)) {
    return "Ophalen kan hier nog niet: de gebruiker van de database mag er geen schema maken. Laat uw beheerder dit uitvoeren en herstart Woonregie: grant create on database <naam> to <gebruiker>.";
  }
  return `Ophalen kan hier nog niet: de rij met taken begint niet (${message}). De rest van Woonregie werkt gewoon.`;
}
