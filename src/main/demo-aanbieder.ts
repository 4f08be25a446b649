import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type Provider from "oidc-provider";
import type { Handler } from "#api/server.ts";
import type { Aanbiederinstelling } from "#services/toegang/aanbieder.ts";
import { DEMO_ISSUER, DEMOPERSONEN, ONBEKENDE } from "#services/toegang/demo.ts";
import { createDemoProvider } from "./demo-provider.ts";

const MAP = "/demo-aanbieder";

/** A provider without passwords inside this server, and how Woonregie is known there. */
export type Demoaanbieder = {
  readonly instelling: Aanbiederinstelling;
  /** Answers what is for the provider, and leaves the rest to `next`. */
  readonly before: (next: Handler) => Handler;
};

/** What Node gives along with a request. */
type Paar = { readonly incoming: IncomingMessage; readonly outgoing: ServerResponse };

/**
 * The demo provider, on the address of Woonregie itself.
 *
 * It is only made once somebody signs in: whoever only reads does not wait for it.
 */
export function createDemoaanbieder(adres: string): Demoaanbieder {
  const issuer = `${adres}${MAP}`;
  const geheim = randomBytes(32).toString("base64url");
  const instelling: Aanbiederinstelling = {
    ...{ issuer, clientId: "woonregie", bewijs: { soort: "geheim", geheim } },
    ...{ terugadres: `${adres}/aanmelden/terug`, acr: [], vertrouwEmail: false },
    ...{ zonderHttps: true, bewaardAls: DEMO_ISSUER, kiesSteeds: true },
  };
  let made: Promise<Provider> | undefined;
  const provider = () => {
    made ??= createDemoProvider({ ...instelling, geheim, map: MAP });
    return made;
  };
  const before = (next: Handler): Handler => {
    return async (request, env) => {
      const { pathname } = new URL(request.url);
      const kies = pathname.startsWith(`${MAP}/kies/`);
      // The page to choose on is one of Woonregie itself.
      const own = kies && request.method === "GET";
      if (own || !pathname.startsWith(`${MAP}/`)) return next(request, env);
      const { incoming, outgoing } = env as Paar;
      if (kies) return choose(await provider(), request, { incoming, outgoing });
      await pass(await provider(), incoming, outgoing);
      return RESPONSE_ALREADY_SENT;
    };
  };
  return { instelling, before };
}

/** Lets somebody be the one they chose. */
async function choose(
  provider: Provider,
  request: Request,
  { incoming, outgoing }: Paar,
): Promise<Response> {
  const sub = (await request.formData()).get("sub");
  const chosen = [...DEMOPERSONEN, ONBEKENDE].find((person) => person.sub === sub);
  if (!chosen) return new Response("Kies iemand van de lijst.", { status: 400 });
  const result = { login: { accountId: chosen.sub } };
  const location = await provider.interactionResult(incoming, outgoing, result, {
    mergeWithLastSubmission: false,
  });
  return new Response(null, { status: 303, headers: { Location: location } });
}

/** The provider thinks that it stands at the root of its address. */
async function pass(
  provider: Provider,
  incoming: IncomingMessage & { originalUrl?: string | undefined; baseUrl?: string },
  outgoing: ServerResponse,
): Promise<void> {
  incoming.originalUrl = incoming.url;
  incoming.baseUrl = MAP;
  incoming.url = incoming.url?.slice(MAP.length) || "/";
  await provider.callback()(incoming, outgoing);
}
