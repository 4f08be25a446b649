import { type IncomingMessage, request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { createCheckedLookup, type Netwerk } from "./adres.ts";
import { Ophaalfout } from "./ophaalfout.ts";

/** How long and how much; milliseconds and bytes. */
export type Grenzen = {
  readonly verbinden: number;
  /** Without a byte. */
  readonly stilte: number;
  readonly geheel: number;
  /** Unpacked. */
  readonly bytes: number;
};

/** What came back; of a status other than 200 the content is not read. */
export type Antwoord = {
  readonly status: number;
  readonly type: string;
  readonly locatie?: string;
  readonly wacht?: string;
  readonly bytes: Buffer;
};

type Vraag = {
  readonly netwerk: Netwerk;
  readonly grenzen: Grenzen;
  readonly accept: string;
  readonly signal?: AbortSignal;
  readonly onBytes?: (bytes: number) => void;
};

/**
 * Asks one address once, without following anything.
 *
 * @throws Ophaalfout, also where `signal` aborts: "gestopt".
 */
export async function doeVerzoek(url: URL, vraag: Vraag): Promise<Antwoord> {
  const klok = createKlok(url.host, vraag);
  try {
    const response = await openResponse(url, vraag, klok);
    const { location: locatie, "retry-after": wacht } = response.headers;
    const kop = {
      status: response.statusCode ?? 0,
      type: response.headers["content-type"] ?? "",
      ...(locatie === undefined ? {} : { locatie }),
      ...(wacht === undefined ? {} : { wacht }),
    };
    if (kop.status !== 200) {
      response.destroy();
      return { ...kop, bytes: Buffer.alloc(0) };
    }
    return { ...kop, bytes: await readBody(response, url, vraag, klok) };
  } catch (error) {
    throw klok.reden() ?? toOphaalfout(error, url.host);
  } finally {
    klok.stop();
  }
}

type Klok = ReturnType<typeof createKlok>;

/** Ends the request when its time is over or it is told to stop, and remembers why. */
function createKlok(host: string, { grenzen, signal }: Vraag) {
  const einde = new AbortController();
  const endBecause = (wat: string, ms: number) => () =>
    einde.abort(new Ophaalfout("tijd-op", { host, wat, seconden: Math.ceil(ms / 1000) }));
  const onStop = () => einde.abort(new Ophaalfout("gestopt", {}));
  if (signal?.aborted) onStop();
  signal?.addEventListener("abort", onStop);
  const whole = setTimeout(endBecause("het hele antwoord", grenzen.geheel), grenzen.geheel);
  let step = setTimeout(endBecause("verbinden", grenzen.verbinden), grenzen.verbinden);
  return {
    signal: einde.signal,
    reden: () => (einde.signal.aborted ? (einde.signal.reason as Ophaalfout) : undefined),
    leeft: () => {
      clearTimeout(step);
      step = setTimeout(endBecause("stilte", grenzen.stilte), grenzen.stilte);
    },
    stop: () => {
      clearTimeout(whole);
      clearTimeout(step);
      signal?.removeEventListener("abort", onStop);
    },
  };
}

function openResponse(url: URL, { netwerk, accept }: Vraag, klok: Klok): Promise<IncomingMessage> {
  const send = url.protocol === "https:" ? requestSecure : requestPlain;
  return new Promise((resolve, reject) => {
    const asked = send(url, {
      lookup: createCheckedLookup(netwerk),
      signal: klok.signal,
      // One connection per request: where it goes was checked for this request.
      agent: false,
      headers: { accept, "accept-encoding": "gzip", "user-agent": "woonregie" },
    });
    asked.on("socket", (socket) => {
      socket.once(url.protocol === "https:" ? "secureConnect" : "connect", klok.leeft);
    });
    asked.on("response", resolve);
    asked.on("error", reject);
    asked.end();
  });
}

async function readBody(
  response: IncomingMessage,
  url: URL,
  { grenzen, onBytes }: Vraag,
  klok: Klok,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let total = 0;
  response.on("data", klok.leeft);
  for await (const chunk of unpack(response, url)) {
    total += chunk.length;
    if (total > grenzen.bytes) {
      response.destroy();
      const megabytes = Math.floor(grenzen.bytes / 1_000_000);
      throw new Ophaalfout("te-groot", { host: url.host, megabytes });
    }
    chunks.push(chunk);
    onBytes?.(total);
  }
  if (!response.complete) throw new Ophaalfout("afgebroken", { host: url.host });
  return Buffer.concat(chunks);
}

function unpack(response: IncomingMessage, url: URL): Readable {
  const encoding = response.headers["content-encoding"] ?? "identity";
  if (encoding === "identity") return response;
  if (encoding === "gzip") {
    const gunzip = createGunzip();
    response.on("error", (error) => gunzip.destroy(error));
    return response.pipe(gunzip);
  }
  response.destroy();
  const details = { host: url.host, gevonden: `de verpakking «${encoding}»`, verwacht: "gzip" };
  throw new Ophaalfout("inhoud", details);
}

const CUT_OFF = /ECONNRESET|EPIPE|aborted|unexpected end|socket hang up|incorrect header|Z_/;

function toOphaalfout(error: unknown, host: string): Ophaalfout {
  if (error instanceof Ophaalfout) return error;
  const { code = "", message = String(error) } = error as NodeJS.ErrnoException;
  if (CUT_OFF.test(`${code} ${message}`)) {
    return new Ophaalfout("afgebroken", { host }, { cause: error });
  }
  const details = { host, oorzaak: code || message };
  return new Ophaalfout("geen-verbinding", details, { cause: error });
}
