import type { Context } from "hono";
import { acceptsGzip } from "./gzip.ts";

/**
 * An answer in pieces, each made when the asker has room for it; smaller for whoever reads gzip.
 *
 * What is asked can be far larger than what one answer may hold in memory.
 */
export function streamText(c: Context, pieces: Iterable<string>, mediaType: string): Response {
  const bytes = toStream(pieces);
  c.header("Content-Type", mediaType);
  // Of an answer that is not packed here, the house itself says that it varies.
  if (!acceptsGzip(c.req.header("Accept-Encoding"))) return c.body(bytes);
  c.header("Vary", "Accept-Encoding", { append: true });
  c.header("Content-Encoding", "gzip");
  return c.body(bytes.pipeThrough(new CompressionStream("gzip")));
}

function toStream(pieces: Iterable<string>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const iterator = pieces[Symbol.iterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      const { done, value } = iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel() {
      iterator.return?.();
    },
  });
}
