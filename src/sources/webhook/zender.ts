import { type IncomingMessage, request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { assertAllowed, createCheckedLookup, type Netwerk } from "#sources/ophalen/adres.ts";
import { Ophaalfout } from "#sources/ophalen/ophaalfout.ts";

/** What is sent, and with which headers. */
export type Zending = {
  readonly adres: string;
  readonly koppen: Readonly<Record<string, string>>;
  readonly tekst: string;
};

/** What the receiver said, or in the user's words why there was no receiver. */
export type Zenduitkomst = {
  readonly gelukt: boolean;
  readonly status?: number;
  readonly fout?: string;
};

export type Zender = (zending: Zending) => Promise<Zenduitkomst>;

const GEDULD_MS = 10_000;

/** Whether messages may go to an address at all, before its name is looked up. */
export function magHeen(adres: string, netwerk: Netwerk): boolean {
  if (!URL.canParse(adres)) return false;
  try {
    assertAllowed(new URL(adres), netwerk, "Een webhook");
    return true;
  } catch {
    return false;
  }
}

/**
 * Sends to hosts on a list and to no other, never into a network of one's own, whatever a name says.
 *
 * Follows nothing and reads nothing of the answer but its status.
 */
export function createZender(netwerk: Netwerk, geduld: number = GEDULD_MS): Zender {
  return async ({ adres, koppen, tekst }) => {
    if (!magHeen(adres, netwerk)) return mislukt(WEIGERINGEN["host-niet-toegestaan"]);
    const signal = AbortSignal.timeout(geduld);
    try {
      const status = await post(new URL(adres), { koppen, tekst, netwerk, signal });
      if (status >= 200 && status < 300) return { gelukt: true, status };
      return { gelukt: false, status, fout: describeStatus(status) };
    } catch (error) {
      if (signal.aborted) return mislukt(`Geen antwoord binnen ${geduld / 1000} seconden.`);
      return mislukt(describeError(error));
    }
  };
}

type Vraag = Omit<Zending, "adres"> & {
  readonly netwerk: Netwerk;
  readonly signal: AbortSignal;
};

async function post(url: URL, { koppen, tekst, netwerk, signal }: Vraag): Promise<number> {
  const send = url.protocol === "https:" ? requestSecure : requestPlain;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const asked = send(url, {
      method: "POST",
      lookup: createCheckedLookup(netwerk),
      signal,
      // One connection per message: where it goes was checked for this message.
      agent: false,
      headers: {
        ...{ "content-type": "application/json", "user-agent": "woonregie" },
        ...{ "content-length": Buffer.byteLength(tekst), ...koppen },
      },
    });
    asked.on("response", resolve);
    asked.on("error", reject);
    asked.end(tekst);
  });
  response.on("error", () => {});
  response.destroy();
  return response.statusCode ?? 0;
}

const WEIGERINGEN: Readonly<Record<string, string>> & { "host-niet-toegestaan": string } = {
  "host-niet-toegestaan":
    "De naam van deze server staat niet op de lijst van wie Woonregie beheert.",
  "adres-van-binnen":
    "De naam komt uit op een adres binnen een eigen netwerk; daar stuurt Woonregie niets heen.",
  "geen-netwerk": "De naam van de server is niet te vinden.",
};

function mislukt(fout: string): Zenduitkomst {
  return { gelukt: false, fout };
}

function describeStatus(status: number): string {
  if (status >= 300 && status < 400) {
    return `De ontvanger stuurt door naar een ander adres (${status}). Dat volgt Woonregie niet.`;
  }
  return `De ontvanger antwoordde met ${status}; wij verwachten 200 tot en met 299.`;
}

function describeError(error: unknown): string {
  const known = error instanceof Ophaalfout ? WEIGERINGEN[error.reason] : undefined;
  if (known) return known;
  const { code = "onbekend" } = error as NodeJS.ErrnoException;
  return `Er komt geen verbinding met de ontvanger (${code}).`;
}
