import { AsyncLocalStorage } from "node:async_hooks";
import { createHash } from "node:crypto";
import type { Connection } from "#storage/transaction.ts";
import { neemDeel, removeVerbruik } from "#storage/verbruik.repository.ts";

/**
 * Counts one request under a name, over all servers; gives the seconds to wait where the limit of
 * this minute is reached.
 */
export type Verbruik = (naam: string, grens: number) => Promise<number | undefined>;

const MINUUT = 60_000;
/** Counting may not take longer than a page; after this it is counted here alone. */
const GEDULD_MS = 250;

type Stand = {
  /** What this server may still let through without asking. */
  over: number;
  /** What it let through. */
  gedaan: number;
  op: boolean;
  vraagt?: Promise<void> | undefined;
};

/** Takes a share of the limit; «alleen» where this server counts for itself. */
type Deelneming = (naam: string, minuut: number, grens: number) => Promise<number | "alleen">;

/** Counts in the memory of this server alone. */
export function createEigenVerbruik(now: () => number = Date.now): Verbruik {
  return createVerbruik(async () => "alleen", now);
}

/**
 * Counts for all servers on this database together.
 *
 * A server takes a part of what is left, and lets that through without asking again. While the
 * database is away or slow, it counts for itself: being asked too often is then the smaller harm.
 *
 * @param db As the owner of the tables: who asks has nothing to do with it.
 */
export function createGedeeldVerbruik(db: Connection, now: () => number = Date.now): Verbruik {
  // Not as part of a request: that would count as having asked the database, or as who asks.
  const apart = AsyncLocalStorage.snapshot();
  let opgeruimd = 0;
  return createVerbruik((naam, minuut, grens) => {
    if (minuut !== opgeruimd) {
      opgeruimd = minuut;
      apart(() => removeVerbruik(db, minuut)).catch(() => {});
    }
    const sleutel = createHash("sha256").update(naam).digest("hex");
    return inTime(apart(() => neemDeel(db, { sleutel, minuut, grens })));
  }, now);
}

function createVerbruik(neem: Deelneming, now: () => number): Verbruik {
  let huidig = 0;
  let standen = new Map<string, Stand>();
  const standVan = (naam: string, minuut: number): Stand => {
    if (minuut !== huidig) {
      huidig = minuut;
      standen = new Map();
    }
    const known = standen.get(naam) ?? { over: 0, gedaan: 0, op: false };
    standen.set(naam, known);
    return known;
  };
  return async (naam, grens) => {
    const minuut = Math.floor(now() / MINUUT);
    const stand = standVan(naam, minuut);
    while (stand.over === 0 && !stand.op) {
      stand.vraagt ??= neem(naam, minuut, grens).then((deel) => {
        stand.over = deel === "alleen" ? Math.max(0, grens - stand.gedaan) : deel;
        stand.op = stand.over === 0;
        stand.vraagt = undefined;
      });
      await stand.vraagt;
    }
    if (stand.over > 0) {
      stand.over -= 1;
      stand.gedaan += 1;
      return undefined;
    }
    return Math.max(1, Math.ceil(((minuut + 1) * MINUUT - now()) / 1000));
  };
}

async function inTime(asked: Promise<number>): Promise<number | "alleen"> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"alleen">((resolve) => {
    timer = setTimeout(() => resolve("alleen"), GEDULD_MS);
  });
  try {
    return await Promise.race([asked.catch(() => "alleen" as const), late]);
  } finally {
    clearTimeout(timer);
  }
}
