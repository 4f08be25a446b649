import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { MiddlewareHandler } from "hono";

const compress = promisify(gzip);

const SMALLEST = 1024;

/** Sends answers of more than 1 kB smaller to whoever can read that. */
export function gzipAnswers(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { body, headers, status } = c.res;
    if (!body || headers.has("Content-Encoding")) return;
    headers.append("Vary", "Accept-Encoding");
    if (!acceptsGzip(c.req.header("Accept-Encoding"))) return;
    const bytes = await c.res.arrayBuffer();
    const own = new Headers(headers);
    c.res = undefined;
    if (bytes.byteLength <= SMALLEST) {
      c.res = new Response(bytes, { status, headers: own });
      return;
    }
    own.set("Content-Encoding", "gzip");
    own.delete("Content-Length");
    c.res = new Response(new Uint8Array(await compress(bytes)), { status, headers: own });
  };
}

/** Whether a browser reads gzip, by its `Accept-Encoding`. */
export function acceptsGzip(header: string | undefined): boolean {
  return (header ?? "")
    .split(",")
    .some((part) => /^\s*(?:gzip|\*)\s*(?:;|$)/i.test(part) && !/;\s*q=0(?:\.0*)?\s*$/i.test(part));
}
