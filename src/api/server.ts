import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";

/** Answers one request; `env` tells where it comes from. */
export type Handler = (request: Request, env?: object) => Response | Promise<Response>;

/** A server that listens. */
export type Listening = {
  /** The port it really has, where 0 was asked. */
  readonly port: number;
  /** From now on this answers. */
  readonly answerWith: (handler: Handler) => void;
  /** Lets what is being answered finish, for at most `STOP_SECONDS`. */
  readonly stop: () => Promise<void>;
};

/** Why a server does not listen; `poort-bezet` and the others want another choice of port or host. */
export type ListenProblem = "poort-bezet" | "poort-niet-toegestaan" | "adres-onbekend";

export class ListenError extends Error {
  override readonly name = "ListenError";
  readonly reason: ListenProblem;

  constructor(reason: ListenProblem, options: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

const STOP_SECONDS = 5;

const REASONS: Readonly<Record<string, ListenProblem>> = {
  EADDRINUSE: "poort-bezet",
  EACCES: "poort-niet-toegestaan",
  EADDRNOTAVAIL: "adres-onbekend",
  ENOTFOUND: "adres-onbekend",
  EAI_AGAIN: "adres-onbekend",
};

/**
 * Takes the port, and answers with `handler` until another one is given.
 *
 * The only file that listens.
 *
 * @throws ListenError where the port or host cannot be had.
 */
export async function listen(
  { host, port }: { readonly host: string; readonly port: number },
  handler: Handler,
): Promise<Listening> {
  let current = handler;
  const server = createServer(getRequestListener((request, env) => current(request, env)));
  await bind(server, host, port);
  const { port: bound } = server.address() as AddressInfo;
  const answerWith = (next: Handler) => {
    current = next;
  };
  return { port: bound, answerWith, stop: () => stop(server) };
}

function bind(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const reason = REASONS[error.code ?? ""];
      reject(reason ? new ListenError(reason, { cause: error }) : error);
    });
    server.listen(port, host, resolve);
  });
}

function stop(server: Server): Promise<void> {
  const impatient = setTimeout(() => server.closeAllConnections(), STOP_SECONDS * 1000);
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(impatient);
      resolve();
    });
    server.closeIdleConnections();
  });
}
