import type { webcrypto } from "node:crypto";
import type { Configuration, CustomFetch, IDToken } from "openid-client";
import { Aanmeldfout } from "./aanmeldfout.ts";

/** The OpenID Connect provider that people sign in with, and how we are known there. */
export type Aanbiederinstelling = {
  readonly issuer: string;
  readonly clientId: string;
  readonly bewijs: Bewijs;
  /** Where the provider sends people back to: an address of this installation. */
  readonly terugadres: string;
  /** How sure the provider must be of who somebody is; any of these, and without any of them all is well. */
  readonly acr: readonly string[];
  /** Whether an e-mail address counts as somebody's own where the provider does not say so. */
  readonly vertrouwEmail: boolean;
  /** Only for a provider on this same computer. */
  readonly zonderHttps?: boolean;
  /** Whether the provider asks every time, also of who is still known there. */
  readonly kiesSteeds?: boolean;
  /** How the account is kept: by the issuer, or a name of our own. */
  readonly bewaardAls?: string;
  readonly fetch?: CustomFetch;
};

/** How we prove to the provider that we are we. */
export type Bewijs =
  | { readonly soort: "geheim"; readonly geheim: string }
  | { readonly soort: "sleutel"; readonly sleutel: webcrypto.CryptoKey; readonly kid?: string };

/** What is kept on the server between leaving for the provider and coming back; each is used once. */
export type Vertrek = { readonly state: string; readonly nonce: string; readonly verifier: string };

/** Who somebody is, as the provider says it, after everything it said was checked. */
export type Identiteit = {
  readonly issuer: string;
  readonly sub: string;
  readonly naam: string;
  /** In small letters, and only where it is known to be theirs. */
  readonly email?: string;
  readonly acr?: string;
};

/** A provider that people can sign in with. */
export type Aanbieder = {
  /** Under which name accounts of it are kept. */
  readonly issuer: string;
  readonly vertrek: () => Promise<Vertrek & { readonly adres: string }>;
  /**
   * Takes what the browser came back with.
   *
   * @throws Aanmeldfout where anything at all is not as it should be.
   */
  readonly terugkomst: (adres: URL, vertrek: Vertrek) => Promise<Identiteit>;
  /** Where one signs out at the provider too; undefined where it has no such page. */
  readonly afmeldadres: (terug: string) => Promise<string | undefined>;
};

const EEN_UUR = 3_600_000;
const GEDULD_SECONDEN = 10;
const SCOPE = "openid profile email";

type Client = typeof import("openid-client");
type Verbinding = { readonly client: Client; readonly config: Configuration };

/** A provider; it is asked what it is only once somebody signs in, and again every hour. */
export function createAanbieder(instelling: Aanbiederinstelling): Aanbieder {
  const { acr, terugadres } = instelling;
  const issuer = instelling.bewaardAls ?? instelling.issuer;
  const verbind = rememberFor(EEN_UUR, () => discover(instelling));
  return {
    issuer,
    vertrek: async () => {
      const { client, config } = await verbind();
      const vertrek = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: terugadres,
        scope: SCOPE,
        state: vertrek.state,
        nonce: vertrek.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(vertrek.verifier),
        code_challenge_method: "S256",
        ...(instelling.kiesSteeds ? { prompt: "login" } : {}),
        ...(acr.length > 0 ? { acr_values: acr.join(" ") } : {}),
      });
      return { ...vertrek, adres: url.href };
    },
    terugkomst: async (adres, vertrek) => {
      const verbinding = await verbind();
      const { claims, accessToken } = await redeem(verbinding, adres, vertrek);
      if (acr.length > 0 && !acr.some((level) => level === claims.acr))
        throw new Aanmeldfout("te-laag");
      const extra = await readMore(verbinding, claims, accessToken);
      return toIdentiteit(issuer, { ...extra, ...claims }, instelling.vertrouwEmail);
    },
    afmeldadres: async (terug) => {
      const { client, config } = await verbind();
      if (!config.serverMetadata().end_session_endpoint) return undefined;
      return client.buildEndSessionUrl(config, { post_logout_redirect_uri: terug }).href;
    },
  };
}

async function discover(instelling: Aanbiederinstelling): Promise<Verbinding> {
  const client = await import("openid-client");
  const { bewijs, zonderHttps, fetch } = instelling;
  try {
    const config = await client.discovery(
      new URL(instelling.issuer),
      instelling.clientId,
      // What is not asked for is not taken: a token without a signature, or signed with what is public.
      {},
      proveWith(client, bewijs),
      {
        timeout: GEDULD_SECONDEN,
        execute: [
          client.enableNonRepudiationChecks,
          ...(zonderHttps ? [client.allowInsecureRequests] : []),
        ],
        ...(fetch ? { [client.customFetch]: fetch } : {}),
      },
    );
    return { client, config };
  } catch (cause) {
    throw new Aanmeldfout("onbereikbaar", { cause });
  }
}

function proveWith(client: Client, bewijs: Bewijs) {
  if (bewijs.soort === "geheim") return client.ClientSecretBasic(bewijs.geheim);
  const { sleutel, kid } = bewijs;
  return client.PrivateKeyJwt(kid === undefined ? sleutel : { key: sleutel, kid });
}

type Ingewisseld = { readonly claims: IDToken; readonly accessToken: string };

/** Changes the code for tokens, and checks all that these say: issuer, audience, times, nonce, signature. */
async function redeem(
  { client, config }: Verbinding,
  adres: URL,
  { state, nonce, verifier }: Vertrek,
): Promise<Ingewisseld> {
  try {
    const tokens = await client.authorizationCodeGrant(config, adres, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Error("there is no ID token");
    return { claims, accessToken: tokens.access_token };
  } catch (cause) {
    throw new Aanmeldfout(reasonOf(client, cause), { cause });
  }
}

function reasonOf(client: Client, cause: unknown): "gestopt" | "ongeldig" | "onbereikbaar" {
  if (cause instanceof client.AuthorizationResponseError) {
    return cause.error === "access_denied" ? "gestopt" : "ongeldig";
  }
  // The platform's own word for a request that got no answer.
  return cause instanceof TypeError && cause.message === "fetch failed"
    ? "onbereikbaar"
    : "ongeldig";
}

type Gegevens = Readonly<Record<string, unknown>>;

/** A provider may keep names out of the token, and tell them only where they are asked for. */
async function readMore(
  { client, config }: Verbinding,
  claims: IDToken,
  accessToken: string,
): Promise<Gegevens> {
  const told = claims.name !== undefined || claims.preferred_username !== undefined;
  if (told || !config.serverMetadata().userinfo_endpoint) return {};
  try {
    return await client.fetchUserInfo(config, accessToken, claims.sub);
  } catch (cause) {
    throw new Aanmeldfout("ongeldig", { cause });
  }
}

function toIdentiteit(
  issuer: string,
  claims: Gegevens & { readonly sub: string },
  trust: boolean,
): Identiteit {
  const { sub } = claims;
  const text = (name: string) => {
    const value = claims[name];
    return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
  };
  const acr = text("acr");
  const email = text("email")?.toLowerCase();
  const own = claims.email_verified === true || (trust && claims.email_verified === undefined);
  return {
    ...{ issuer, sub, naam: text("name") ?? text("preferred_username") ?? email ?? sub },
    ...(email !== undefined && own ? { email } : {}),
    ...(acr === undefined ? {} : { acr }),
  };
}

/** Asks once, and keeps the answer for so long; an answer that failed is not kept. */
function rememberFor<T>(milliseconds: number, ask: () => Promise<T>): () => Promise<T> {
  let known: { readonly answer: Promise<T>; readonly until: number } | undefined;
  return () => {
    if (known && performance.now() < known.until) return known.answer;
    const answer = ask();
    known = { answer, until: performance.now() + milliseconds };
    answer.catch(() => {
      if (known?.answer === answer) known = undefined;
    });
    return answer;
  };
}
