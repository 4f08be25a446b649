import { createHash } from "node:crypto";
import type { Context } from "hono";

/** What an open answer is told apart by, and since when it is so. */
type Stand = { readonly merk: string; readonly gewijzigd?: string | undefined };

/**
 * Headers of an answer that everybody may take along, from every site; true where the asker has it
 * already.
 *
 * It may be kept, and is asked for again each time. Only the mark decides: a day is too coarse to
 * tell two deliveries of one day apart.
 */
export function openHeaders(c: Context, { merk, gewijzigd }: Stand): boolean {
  const etag = `W/"${merk}"`;
  c.header("Access-Control-Allow-Origin", "*");
  c.header(
    "Access-Control-Expose-Headers",
    "ETag, Last-Modified, Content-Crs, Content-Disposition",
  );
  c.header("Cross-Origin-Resource-Policy", "cross-origin");
  c.header("Cache-Control", "no-cache");
  c.header("ETag", etag);
  if (gewijzigd) c.header("Last-Modified", new Date(`${gewijzigd}T00:00:00Z`).toUTCString());
  return matches(c.req.header("If-None-Match"), merk);
}

function matches(header: string | undefined, merk: string): boolean {
  if (!header) return false;
  return header.split(",").some((one) => {
    const asked = one.trim().replace(/^W\//, "");
    return asked === "*" || asked === `"${merk}"`;
  });
}

export function markOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 24);
}
