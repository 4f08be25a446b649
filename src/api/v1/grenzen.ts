import type { Context, MiddlewareHandler } from "hono";
import type { Verbruik } from "#services/toegang/verbruik.ts";
import { ProblemError } from "../problem.ts";

/** What one request may ask. Above it the request is refused before anything is worked out. */
export const GRENZEN = {
  /** Bytes of a body. */
  inhoud: 1_048_576,
  /** Bytes of a file of figures. */
  bestand: 33_554_432,
  /** Characters of a query; a rekenblad with own figures of 342 gemeenten fits. */
  query: 12_000,
  /** Cells of a computation, as `countCellen` counts them. */
  cellen: 25_000,
  /** Keys laid beside the first one. */
  naast: 6,
  /** Milliseconds in which an answer must come. */
  tijd: 10_000,
  /** Computations that one address may ask for in a minute. */
  perMinuut: 120,
} as const;

export type Grenzen = { readonly [K in keyof typeof GRENZEN]: number };

/** Refuses a query that is too long to be meant. */
export function limitQuery({ query }: Grenzen): MiddlewareHandler {
  return async (c, next) => {
    if (new URL(c.req.url).search.length > query) {
      throw new ProblemError({
        status: 414,
        title: "Het adres is te lang",
        detail: `Een vraag in het adres mag hoogstens ${query} tekens zijn. Gebruik POST /v1/verdelingen voor een grotere vraag.`,
      });
    }
    await next();
  };
}

export function bodyTooLarge(grens: number): ProblemError {
  return new ProblemError({
    status: 413,
    title: "De inhoud is te groot",
    detail: `De inhoud mag hoogstens ${grens} bytes zijn. Stuur minder tegelijk.`,
  });
}

/**
 * Answers that it takes too long where it does; what waits on others is then left.
 *
 * What reckons without a pause cannot be stopped by this: that is counted beforehand, and looks
 * at the clock itself.
 */
export function limitTime({ tijd }: Grenzen): MiddlewareHandler {
  return async (_, next) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(tooSlow()), tijd);
    });
    try {
      await Promise.race([next(), late]);
    } finally {
      clearTimeout(timer);
    }
  };
}

export function tooSlow(): ProblemError {
  return new ProblemError(
    {
      status: 503,
      title: "Dit duurt te lang",
      detail: "Het antwoord kwam niet op tijd. Probeer het zo opnieuw, of vraag minder tegelijk.",
    },
    { "Retry-After": "5" },
  );
}

/** The address that a request comes from; one name for all where the server does not tell. */
function whoAsks({ env }: Context): string {
  return (env as Herkomst | undefined)?.incoming?.socket?.remoteAddress ?? "onbekend";
}

/** What the server of Node gives along with a request. */
type Herkomst = {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
};

/**
 * Lets one address ask a number of times a minute for one kind of thing; after that it is told when
 * to come back. Counted for all servers on one database together.
 */
export function limitRate(
  { grenzen, verbruik }: { readonly grenzen: Grenzen; readonly verbruik: Verbruik },
  waarvoor: string,
): MiddlewareHandler {
  return async (c, next) => {
    const naam = `api ${waarvoor} ${whoAsks(c)}`;
    const seconds = await verbruik(naam, grenzen.perMinuut);
    if (seconds !== undefined) throw tooOften(grenzen.perMinuut, seconds);
    await next();
  };
}

function tooOften(perMinuut: number, seconds: number): ProblemError {
  const detail = `U kunt ${perMinuut} keer per minuut iets laten uitrekenen. Probeer het over ${seconds} seconden opnieuw.`;
  return new ProblemError(
    { status: 429, title: "Te vaak gevraagd", detail },
    { "Retry-After": String(seconds) },
  );
}
