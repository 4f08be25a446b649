import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes, randomUUID } from "node:crypto";

/** One request, as it can be found back in the log here and in that of the systems around it. */
export type Verzoek = {
  /** As the asker named it, where that can be a name; else made here. */
  readonly id: string;
  /** 32 hexadecimal digits, of the asker or made here (W3C Trace Context). */
  readonly traceId: string;
  /** 16 hexadecimal digits: this request itself. */
  readonly spanId: string;
  /** That of the asker; absent where it named none. */
  readonly ouder?: string;
  /** Whether the asker keeps the trace; passed on as it came. */
  readonly bewaard: boolean;
};

// A name and nothing else: no line ends, no colours of a terminal, no quotes.
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;
const TRACEPARENT = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;

const running = new AsyncLocalStorage<Verzoek>();

/** The request that is being answered; undefined for work that nobody asked for. */
export function currentVerzoek(): Verzoek | undefined {
  return running.getStore();
}

/** Does the work as part of a request: what it logs carries the names of the request. */
export function duringVerzoek<T>(verzoek: Verzoek, work: () => T): T {
  return running.run(verzoek, work);
}

/** Reads the names a request came with (`X-Request-Id`, `traceparent`); what is not a name is not taken over. */
export function readVerzoek(header: (name: string) => string | undefined): Verzoek {
  const given = header("X-Request-Id");
  const spanId = randomBytes(8).toString("hex");
  const id = given !== undefined && ID.test(given) ? given : randomUUID();
  const trace = readTraceparent(header("traceparent"));
  if (!trace) return { id, spanId, traceId: randomBytes(16).toString("hex"), bewaard: false };
  return { id, spanId, ...trace };
}

/** How this request is told to a system that is asked because of it. */
export function toTraceparent({ traceId, spanId, bewaard }: Verzoek): string {
  return `00-${traceId}-${spanId}-${bewaard ? "01" : "00"}`;
}

// A later version may say more behind it; of version 00 the four parts are all there is.
function readTraceparent(text: string | undefined): Omit<Verzoek, "id" | "spanId"> | undefined {
  const [, version, traceId = "", ouder = "", flags = "", more] =
    TRACEPARENT.exec(text ?? "") ?? [];
  if (version === undefined || version === "ff") return undefined;
  if (version === "00" && more !== undefined) return undefined;
  if (/^0+$/.test(traceId) || /^0+$/.test(ouder)) return undefined;
  return { traceId, ouder, bewaard: (Number.parseInt(flags, 16) & 1) === 1 };
}
