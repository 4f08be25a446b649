import { type Agent, request } from "node:http";

/** One question to the server. */
export type Vraag = {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** How it went: from the question to the last byte of the answer. */
export type Antwoord = { readonly status: number; readonly ms: number; readonly text: string };

type Langs = {
  readonly base: string;
  readonly agent: Agent;
  /** Who asks, on this machine: the server counts questions by address. */
  readonly localAddress?: string;
};

/** Asks, and reads the whole answer; status 0 where there was none. */
export function ask({ base, agent, localAddress }: Langs, vraag: Vraag): Promise<Antwoord> {
  const { path, method = "GET", headers = {}, body } = vraag;
  const { port } = new URL(base);
  const begun = performance.now();
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    const end = (status: number) =>
      resolve({ status, ms: performance.now() - begun, text: Buffer.concat(parts).toString() });
    const asked = request(
      {
        ...{ host: "127.0.0.1", port, path, method, agent },
        ...(localAddress === undefined ? {} : { localAddress }),
        headers: { "Accept-Encoding": "gzip", ...headers },
      },
      (answer) => {
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("end", () => end(answer.statusCode ?? 0));
        answer.on("error", () => end(0));
      },
    );
    asked.on("error", () => end(0));
    asked.end(body);
  });
}
