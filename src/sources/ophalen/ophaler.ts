import { setTimeout as sleep } from "node:timers/promises";
import { assertAllowed, type Netwerk } from "./adres.ts";
import { Ophaalfout } from "./ophaalfout.ts";
import { type Antwoord, doeVerzoek, type Grenzen } from "./verzoek.ts";

/** What is asked for: an answer in JSON, or a file with JSON in it that may be packed. */
export type Inhoudsoort = "json" | "bestand";

type Ophaalvraag = {
  readonly soort: Inhoudsoort;
  readonly signal?: AbortSignal;
  /** Bytes of this answer until now. */
  readonly onBytes?: (bytes: number) => void;
  /** The source is busy: asked again after so many milliseconds. */
  readonly onWacht?: (ms: number) => void;
};

/** Fetches from a source; where it cannot, nothing has happened. */
export type Ophaler = {
  readonly haal: (url: URL, vraag: Ophaalvraag) => Promise<Buffer>;
};

/** How often, and how long in between; milliseconds. */
export type Volharding = {
  readonly pogingen: number;
  readonly wacht: number;
  /** Longer than this nobody waits: the person is told to come back. */
  readonly langsteWacht: number;
};

type Bouw = {
  readonly netwerk: Netwerk;
  readonly grenzen?: Partial<Grenzen>;
  readonly volharding?: Partial<Volharding>;
  /** Between 0 and 1, so that servers do not all come back at the same moment. */
  readonly toeval?: () => number;
  /** Waits, and ends early where it is told to. */
  readonly slaap?: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
};

const GRENZEN: Grenzen = {
  verbinden: 15_000,
  stilte: 30_000,
  geheel: 300_000,
  bytes: 100_000_000,
};
const VOLHARDING: Volharding = { pogingen: 5, wacht: 1_000, langsteWacht: 120_000 };
const OMLEIDINGEN = 5;

const ACCEPT: Readonly<Record<Inhoudsoort, string>> = {
  json: "application/json, application/geo+json",
  bestand: "application/octet-stream, application/gzip, application/json",
};

/**
 * Fetches from sources on a list, and from nowhere else.
 *
 * An address that is followed is checked like the first one. What passes by itself (busy, a
 * disturbance, a connection that breaks) is asked again, later each time, and never sooner than the
 * source asks.
 */
export function createOphaler(bouw: Bouw): Ophaler {
  const { netwerk, grenzen, volharding, toeval, slaap = pause } = bouw;
  const limits = { ...GRENZEN, ...grenzen };
  const patience = { ...VOLHARDING, ...volharding };
  const random = toeval ?? Math.random;

  async function haal(url: URL, vraag: Ophaalvraag): Promise<Buffer> {
    for (let poging = 1; ; poging += 1) {
      try {
        return await follow(url, vraag);
      } catch (error) {
        const wait = waitAfter(error, poging, patience, random);
        if (wait === undefined) throw plain(error);
        vraag.onWacht?.(wait);
        await slaap(wait, vraag.signal);
      }
    }
  }

  async function follow(first: URL, vraag: Ophaalvraag): Promise<Buffer> {
    let url = first;
    for (let hop = 0; hop <= OMLEIDINGEN; hop += 1) {
      assertAllowed(url, netwerk, hop === 0 ? "De vraag" : `«${first.host}»`);
      const { soort, ...rest } = vraag;
      const options = { netwerk, grenzen: limits, accept: ACCEPT[soort], ...rest };
      const antwoord = await doeVerzoek(url, options);
      const next = redirectOf(antwoord, url);
      if (!next) return contentOf(antwoord, url.host, soort);
      url = next;
    }
    throw new Ophaalfout("omleidingen", { host: first.host, aantal: OMLEIDINGEN });
  }

  return { haal };
}

/** A status that may pass by itself, with what the source says about when. */
class Even extends Error {
  readonly status: number;
  readonly host: string;
  readonly wacht: string | undefined;
  constructor({ status, wacht }: Antwoord, host: string) {
    super(`${host} ${status}`);
    this.status = status;
    this.host = host;
    this.wacht = wacht;
  }
}

function redirectOf({ status, locatie }: Antwoord, from: URL): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(status) || locatie === undefined) return undefined;
  if (!URL.canParse(locatie, from.href)) {
    throw new Ophaalfout("host-niet-toegestaan", { host: locatie, waar: `«${from.host}»` });
  }
  return new URL(locatie, from);
}

const PASSES: ReadonlySet<number> = new Set([429, 500, 502, 503, 504]);
const HTML = /^\s*<(?:!doctype|html|\?xml)/i;

function contentOf(antwoord: Antwoord, host: string, soort: Inhoudsoort): Buffer {
  const { status, type, bytes } = antwoord;
  if (PASSES.has(status)) throw new Even(antwoord, host);
  if (status !== 200) throw new Ophaalfout("status", { host, status });
  const page = /\bx?html\b/i.test(type) || HTML.test(bytes.subarray(0, 100).toString("latin1"));
  if (page || (soort === "json" && !/\bjson\b/i.test(type))) {
    const gevonden = page ? "een webpagina" : `«${type || "inhoud zonder soort"}»`;
    throw new Ophaalfout("inhoud", { host, gevonden, verwacht: "gegevens (JSON)" });
  }
  return bytes;
}

const AGAIN: ReadonlySet<Ophaalfout["reason"]> = new Set([
  "geen-verbinding",
  "tijd-op",
  "afgebroken",
]);

/** How long until it is asked again; undefined where that is no use. */
function waitAfter(
  error: unknown,
  poging: number,
  { pogingen, wacht, langsteWacht }: Volharding,
  random: () => number,
): number | undefined {
  const passes = error instanceof Even || (error instanceof Ophaalfout && AGAIN.has(error.reason));
  if (!passes || poging >= pogingen) return undefined;
  const own = wacht * 2 ** (poging - 1) * (0.5 + random() / 2);
  const asked = error instanceof Even ? readRetryAfter(error.wacht) : 0;
  return asked > langsteWacht ? undefined : Math.max(own, asked);
}

/** Seconds or a date, as milliseconds from now; 0 where it is neither. */
function readRetryAfter(text: string | undefined): number {
  if (text === undefined) return 0;
  if (/^\d{1,9}$/.test(text.trim())) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? 0 : Math.max(0, date - Date.now());
}

function plain(error: unknown): unknown {
  if (!(error instanceof Even)) return error;
  const { host, status, wacht } = error;
  const seconden = Math.ceil(readRetryAfter(wacht) / 1000);
  if (seconden > 0) return new Ophaalfout("te-druk", { host, seconden });
  return new Ophaalfout("status", { host, status });
}

async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await sleep(ms, undefined, signal ? { signal } : {});
  } catch (error) {
    throw new Ophaalfout("gestopt", {}, { cause: error });
  }
}
