import { StorageError } from "#storage/storage-error.ts";

/** Nobody was reached: what was asked has surely not been done. */
const NOT_REACHED: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOENT",
  // Of PostgreSQL itself: it starts or ends, has no room, or takes no changes.
  "57P03",
  "53300",
  "25006",
]);

/** It broke off on the way: what was asked may have been done. */
const BROKEN: ReadonlySet<string> = new Set([
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "57P01",
  "57P02",
  "08000",
  "08003",
  "08006",
]);

// The driver says these in words alone.
const NOT_REACHED_WORDS =
  /^(?:timeout exceeded when trying to connect|Connection terminated due to connection timeout)/;
const BROKEN_WORDS =
  /^(?:Connection terminated|Client has encountered a connection error|Query read timeout)/;

/** How sure it is that nothing was kept. */
export type Databaseverlies = "niet-bereikt" | "afgebroken";

/** Whether an error means that the database is away, for now; undefined where it means something else. */
export function lossOf(error: unknown): Databaseverlies | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof StorageError) {
    return error.reason === "database-weg" ? "niet-bereikt" : undefined;
  }
  const code = "code" in error ? String(error.code) : "";
  if (NOT_REACHED.has(code) || NOT_REACHED_WORDS.test(error.message)) return "niet-bereikt";
  if (BROKEN.has(code) || BROKEN_WORDS.test(error.message)) return "afgebroken";
  // Every address of a name was tried.
  if (error instanceof AggregateError) return lossOf(error.errors[0]);
  return undefined;
}

/** Whether an error means that the database is away, for now. */
export function isDatabaseWeg(error: unknown): boolean {
  return lossOf(error) !== undefined;
}
