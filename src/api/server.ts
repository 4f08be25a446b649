import { createServer, type Server, type ServerResponse } from "node:http";
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
  /** Still answers, and tells whoever asks to come back over a new connection: elsewhere, if there is one. */
  readonly windDown: () => void;
  /** Takes nothing new on, and lets what is being answered finish, for at most `STOP_SECONDS`. */
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

/** Longer than the longest time an answer may take. */
const STOP_SECONDS = 15;

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
  const windDown = closeAfterAnswers(server);
  await bind(server, host, port);
  const { port: bound } = server.address() as AddressInfo;
  const answerWith = (next: Handler) => {
    current = next;
  };
  return {
    port: bound,
    answerWith,
    windDown,
    stop: () => {
      windDown();
      return stop(server);
    },
  };
}

/** From the moment that it is called, no connection is used for a next request. */
function closeAfterAnswers(server: Server): () => void {
  const answering = new Set<ServerResponse>();
  let ending = false;
  const close = (response: ServerResponse) => {
    if (!response.headersSent) response.setHeader("Connection", "close");
  };
  // Before the listener that answers, which may be done at once.
  server.prependListener("request", (_, response) => {
    if (ending) return close(response);
    answering.add(response);
    response.once("close", () => answering.delete(response));
  });
  return () => {
    ending = true;
    for (const response of answering) close(response);
  };
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
