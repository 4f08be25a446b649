import { Agent, request } from "node:http";

// biome-ignore lint/suspicious/noExplicitAny: an answer is looked at field by field.
export type Json = any;

/** What came of asking: an answer, or nobody knows whether anything happened. */
export type Uitslag =
  | {
      readonly soort: "antwoord";
      readonly status: number;
      readonly json: Json;
      readonly etag: string;
    }
  | { readonly soort: "onbekend"; readonly waarom: string };

export type Vraag = {
  readonly json?: unknown;
  readonly tekst?: string;
  readonly form?: Readonly<Record<string, string>>;
  /** The secret of a link. */
  readonly geheim?: string;
  /** The Idempotency-Key. */
  readonly sleutel?: string;
  readonly alsNog?: string;
  /** The client gives up after so many milliseconds; the server goes on. */
  readonly geduld?: number;
};

export type Vrager = (method: string, path: string, vraag?: Vraag) => Promise<Uitslag>;

const GEDULD_MS = 15_000;

/**
 * Somebody who asks a server from an address of their own, because a server counts by address.
 *
 * A connection that breaks, a wait that takes too long and an answer above 499 are all the same: the
 * asker does not know what was done.
 */
export function createVrager(adres: () => string, van: string): Vrager {
  const agent = new Agent({ localAddress: van });
  return (method, path, vraag = {}) =>
    new Promise((resolve) => {
      const onbekend = (waarom: string) => resolve({ soort: "onbekend", waarom });
      const url = new URL(path, adres());
      const body = bodyOf(vraag);
      const asked = request(url, { method, agent, headers: headersOf(url, vraag) }, (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("error", () => onbekend("afgebroken"));
        answer.on("close", () => {
          if (!answer.complete) return onbekend("afgebroken");
          const { statusCode: status = 0 } = answer;
          if (status >= 500) return onbekend(`${status}`);
          const json = readJson(Buffer.concat(parts).toString("utf8"));
          const etag = answer.headers.etag ?? answer.headers.location ?? "";
          resolve({ soort: "antwoord", status, json, etag });
        });
      });
      asked.setTimeout(vraag.geduld ?? GEDULD_MS, () => asked.destroy(new Error("te lang")));
      asked.on("error", ({ message }) => onbekend(message));
      asked.end(body);
    });
}

function bodyOf({ json, tekst, form }: Vraag): string {
  if (json !== undefined) return JSON.stringify(json);
  if (form) return new URLSearchParams(form).toString();
  return tekst ?? "";
}

function headersOf(url: URL, vraag: Vraag): Record<string, string> {
  const type = vraag.json ? "application/json" : "application/octet-stream";
  return {
    Accept: "application/json",
    Origin: url.origin,
    "Content-Type": vraag.form ? "application/x-www-form-urlencoded" : type,
    ...(vraag.geheim ? { Authorization: `Bearer ${vraag.geheim}` } : {}),
    ...(vraag.sleutel ? { "Idempotency-Key": vraag.sleutel } : {}),
    ...(vraag.alsNog ? { "If-Match": vraag.alsNog } : {}),
  };
}

/** Or the text itself, where it is none. */
function readJson(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
