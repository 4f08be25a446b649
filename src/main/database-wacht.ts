import type { Bereik } from "#storage/bereik.ts";
import { StorageError } from "#storage/storage-error.ts";
import type { Teken } from "#storage/teken.ts";

/** What is known of the database: it is there, takes no changes, or is away; and since when. */
export type Databasetoestand = {
  readonly soort: "open" | "alleen-lezen" | "weg";
  readonly sinds: Date;
};

/** Watches whether the database answers. */
export type Databasewacht = {
  /**
   * The number that moves whenever a figure or a document does, asked after this call began.
   *
   * @throws StorageError "database-weg" at once while it is known to be away.
   */
  readonly vraagStand: () => Promise<string>;
  readonly toestand: () => Databasetoestand;
  readonly stop: () => void;
};

type Bouw = {
  readonly bereik: Pick<Bereik, "vraagTeken" | "meldWeg">;
  readonly onChange: (toestand: Databasetoestand, error?: unknown) => void;
  readonly now?: () => Date;
  /** How often it is asked while it is away; milliseconds. */
  readonly elke?: number;
};

const EACH_MS = 1_000;
/** Asked that often where nobody else asks, so that it is told soon. */
const QUIET_MS = 5_000;

/**
 * Notices that the database is away, or back.
 *
 * However many requests ask at the same moment, it is asked once; who comes while it is being
 * asked waits for a next answer, so that everybody sees what they themselves changed.
 */
export function watchDatabase(bouw: Bouw): Databasewacht {
  const { bereik, onChange, now = () => new Date(), elke = EACH_MS } = bouw;
  let toestand: Databasetoestand = { soort: "open", sinds: now() };
  let lastAsked = 0;

  const become = (soort: Databasetoestand["soort"], error?: unknown) => {
    if (toestand.soort === soort) return;
    toestand = { soort, sinds: now() };
    bereik.meldWeg(soort === "weg");
    onChange(toestand, error);
  };
  const ask = async (): Promise<Teken> => {
    lastAsked = performance.now();
    try {
      const teken = await bereik.vraagTeken();
      become(teken.alleenLezen ? "alleen-lezen" : "open");
      return teken;
    } catch (error) {
      become("weg", error);
      throw error;
    }
  };
  const shared = shareAnswers(ask);
  const timer = setInterval(() => {
    const quiet = performance.now() - lastAsked >= QUIET_MS;
    if (toestand.soort !== "open" || quiet) shared().catch(() => {});
  }, elke);
  timer.unref();
  return {
    vraagStand: async () => {
      if (toestand.soort === "weg") throw new StorageError("database-weg", {});
      return (await shared()).stand;
    },
    toestand: () => toestand,
    stop: () => clearInterval(timer),
  };
}

/** One question at a time; who asks meanwhile shares the next one. */
function shareAnswers<T>(ask: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  let next: Promise<T> | undefined;
  const begin = (): Promise<T> => {
    next = undefined;
    const asked = ask().finally(() => {
      if (running === asked) running = undefined;
    });
    running = asked;
    return asked;
  };
  return () => {
    if (next) return next;
    if (!running) return begin();
    next = running.then(begin, begin);
    return next;
  };
}
