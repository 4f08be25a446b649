import type { Apirecht } from "#domain/apisleutel.ts";

const READS: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/** Questions that are too long for an address: nothing is kept of them. */
const ASKS = /^\/v1\/(?:verdelingen|toetsen|versievergelijkingen)$/;

const WRITES: readonly (readonly [RegExp, Apirecht])[] = [
  [/^\/v1\/inleveringen(?:\/|$)/, "cijfers-inleveren"],
  [/^\/v1\/documenten(?:\/|$)/, "documenten-bewaren"],
  [/^\/v1\/(?:versies|versiereeksen|correctierondes|woordenlijsten)(?:\/|$)/, "versies-bewaren"],
];

/** The right that a key needs for a request; undefined where no key is enough. */
export function apirechtVoor(method: string, path: string): Apirecht | undefined {
  if (!/^\/(?:ogc\/)?v1(?:\/|$)/.test(path)) return undefined;
  if (READS.has(method) || (method === "POST" && ASKS.test(path))) return "lezen";
  return WRITES.find(([pattern]) => pattern.test(path))?.[1];
}
