import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Context } from "hono";
import { acceptsGzip } from "./gzip.ts";

const compress = promisify(gzip);

const REMEMBERED = 64;

/** Gives the answer to a question, made once for all who ask the same. */
export type Ingepakt = (
  c: Context,
  key: string,
  make: () => string,
) => Promise<{ readonly bytes: Uint8Array<ArrayBuffer> } | { readonly text: string }>;

/**
 * Remembers the last large answers as they go over the line: a meeting looks at one sheet with
 * thirty people, and making it costs more than sending it.
 *
 * Only for what the key and the figures of this site alone decide; a site is made anew when a
 * figure changes. Who cannot unpack gets it made anew.
 */
export function createIngepakt(): Ingepakt {
  const known = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  return async (c, key, make) => {
    if (!acceptsGzip(c.req.header("Accept-Encoding"))) return { text: make() };
    const bytes = known.get(key) ?? pack(make());
    // Set anew, so that what is asked most stays longest.
    known.delete(key);
    known.set(key, bytes);
    for (const oldest of known.keys()) {
      if (known.size <= REMEMBERED) break;
      known.delete(oldest);
    }
    return { bytes: await bytes };
  };
}

async function pack(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await compress(text));
}
