import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { gzipSync } from "node:zlib";

/** What one address of the server answers; called once per request. */
export type Antwoorder = (request: IncomingMessage, response: ServerResponse, url: URL) => void;

/** A server on this machine that answers as the sources do, and as they do not. */
export type Bronserver = {
  readonly origin: string;
  /** Every path with its query that was asked, in order. */
  readonly gevraagd: () => readonly string[];
  /** What an address answers from now on; the last one counts. */
  readonly zet: (pad: string, antwoorder: Antwoorder) => void;
  readonly sluit: () => Promise<void>;
};

export async function startBronserver(): Promise<Bronserver> {
  const routes = new Map<string, Antwoorder>();
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    asked.push(`${url.pathname}${decodeURIComponent(url.search)}`);
    const answer = routes.get(url.pathname) ?? status(404);
    answer(request, response, url);
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    gevraagd: () => asked,
    zet: (pad, antwoorder) => routes.set(pad, antwoorder),
    sluit: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** An answer in JSON, packed where the asker can unpack it, as the sources do. */
export function json(body: unknown, type = "application/json; charset=utf-8"): Antwoorder {
  return (request, response) => {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const packed = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
    response.writeHead(200, {
      "Content-Type": type,
      ...(packed ? { "Content-Encoding": "gzip" } : {}),
    });
    response.end(packed ? gzipSync(text) : text);
  };
}

export function status(code: number, headers: Readonly<Record<string, string>> = {}): Antwoorder {
  return (_, response) => {
    response.writeHead(code, { "Content-Type": "text/plain", ...headers });
    response.end(`${code}`);
  };
}

/** First these, one per request, then for ever the last. */
export function omDeBeurt(...antwoorders: readonly Antwoorder[]): Antwoorder {
  let turn = 0;
  return (request, response, url) => {
    const answer = antwoorders[Math.min(turn, antwoorders.length - 1)] ?? status(500);
    turn += 1;
    answer(request, response, url);
  };
}

/** Says how much it will send, and ends half-way. */
export const afgebroken: Antwoorder = (_, response) => {
  response.writeHead(200, { "Content-Type": "application/json", "Content-Length": "1000" });
  response.write('{"value": [');
  setTimeout(() => response.destroy(), 5);
};

/** Packed, and ends half-way without saying how much there was. */
export const afgebrokenVerpakt: Antwoorder = (_, response) => {
  response.writeHead(200, { "Content-Type": "application/json", "Content-Encoding": "gzip" });
  response.end(gzipSync(JSON.stringify({ value: [1, 2, 3] })).subarray(0, 20));
};

/** Begins and goes silent. */
export const stil: Antwoorder = (_, response) => {
  response.writeHead(200, { "Content-Type": "application/json" });
  response.write("{");
};

/** A byte at a time, for ever. */
export const druppelt: Antwoorder = (_, response) => {
  response.writeHead(200, { "Content-Type": "application/json" });
  const timer = setInterval(() => response.write(" "), 5);
  response.on("close", () => clearInterval(timer));
};

/** Many megabytes in a few kilobytes. */
export function reusachtig(megabytes: number): Antwoorder {
  return (_, response) => {
    response.writeHead(200, { "Content-Type": "application/json", "Content-Encoding": "gzip" });
    response.end(gzipSync(Buffer.alloc(megabytes * 1_000_000, " ")));
  };
}

export const webpagina: Antwoorder = (_, response) => {
  response.writeHead(200, { "Content-Type": "text/html" });
  response.end("<!doctype html><title>StatLine</title>");
};

export function stuurDoor(naar: string, code = 302): Antwoorder {
  return status(code, { Location: naar });
}
