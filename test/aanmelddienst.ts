import type { KeyObject } from "node:crypto";
import { createHash, createHmac, generateKeyPairSync, randomUUID, sign, verify } from "node:crypto";
import type { Hono } from "hono";
import type { CustomFetch } from "openid-client";
import {
  type Aanbiederinstelling,
  type Bewijs,
  createAanbieder,
} from "#services/toegang/aanbieder.ts";
import { createTellers, type Grenswaarden } from "#services/toegang/tellers.ts";
import type { Toegang } from "#services/toegang/toegang.ts";
import type { Connection } from "#storage/transaction.ts";
import { inzageVan } from "#test/sessies.ts";

export const ISSUER = "https://inloggen.voorbeeld.nl/realms/regio";
const HIER = "http://localhost";

/** Whoever signs in, as the provider knows them. */
export const ANNA = {
  ...{ sub: "b7c1", name: "Anna Proef", email: "anna@voorbeeld.nl", email_verified: true },
};

type Claims = Readonly<Record<string, unknown>>;

/** How this provider may be wrong, each time in one way. */
export type Gebrek = {
  /** What an ID token says otherwise than it should. */
  readonly claims?: Claims;
  /** How it is signed otherwise: not at all, or with what everybody can read. */
  readonly alg?: "none" | "HS256";
  /** Signed by somebody else. */
  readonly andereSleutel?: boolean;
  /** The issuer that the answer in the address names. */
  readonly iss?: string;
  readonly geenIdToken?: boolean;
};

export type Aanmelddienst = {
  readonly fetch: CustomFetch;
  /** Somebody says yes at the provider: the address that their browser then goes to. */
  readonly keurGoed: (adres: string, wie?: Claims, gebrek?: Gebrek) => string;
};

const rsa = () => generateKeyPairSync("rsa", { modulusLength: 2048 });
const EIGEN = rsa();
const VREEMD = rsa();

type Uitgegeven = {
  readonly nonce: string;
  readonly challenge: string;
  readonly wie: Claims;
  readonly gebrek: Gebrek;
};

/**
 * A provider made by hand, in the shape of Keycloak 26: its addresses, the keys it publishes and
 * what its tokens say. Its faults are what a test asks for.
 */
export function createAanmelddienst(sleutel?: KeyObject): Aanmelddienst {
  const codes = new Map<string, Uitgegeven>();
  const base = `${ISSUER}/protocol/openid-connect`;
  const answers: Readonly<Record<string, (body: URLSearchParams, headers: Headers) => Response>> = {
    [`${ISSUER}/.well-known/openid-configuration`]: () => Response.json(discovery(base)),
    [`${base}/certs`]: () => Response.json({ keys: publicKeys() }),
    [`${base}/token`]: (body, headers) => redeem(codes, body, headers, sleutel),
  };
  return {
    fetch: async (url, { body, headers }) => {
      const answer = answers[url];
      const form = new URLSearchParams(typeof body === "string" ? body : `${body ?? ""}`);
      return answer ? answer(form, new Headers(headers)) : new Response(null, { status: 404 });
    },
    keurGoed: (adres, wie = ANNA, gebrek = {}) => {
      const asked = new URL(adres).searchParams;
      const code = `${randomUUID()}.${randomUUID()}.${randomUUID()}`;
      const challenge = asked.get("code_challenge") ?? "";
      codes.set(code, { nonce: asked.get("nonce") ?? "", challenge, wie, gebrek });
      const back = new URL(asked.get("redirect_uri") ?? "");
      back.search = new URLSearchParams({
        ...{ state: asked.get("state") ?? "", session_state: randomUUID() },
        ...{ iss: gebrek.iss ?? ISSUER, code },
      }).toString();
      return back.href;
    },
  };
}

function discovery(base: string) {
  return {
    issuer: ISSUER,
    authorization_endpoint: `${base}/auth`,
    token_endpoint: `${base}/token`,
    introspection_endpoint: `${base}/token/introspect`,
    userinfo_endpoint: `${base}/userinfo`,
    end_session_endpoint: `${base}/logout`,
    frontchannel_logout_session_supported: true,
    frontchannel_logout_supported: true,
    jwks_uri: `${base}/certs`,
    check_session_iframe: `${base}/login-status-iframe.html`,
    grant_types_supported: ["authorization_code", "implicit", "refresh_token", "password"],
    acr_values_supported: ["0", "1"],
    response_types_supported: ["code", "none", "id_token", "token", "code id_token"],
    subject_types_supported: ["public", "pairwise"],
    // Keycloak says that it could do these too: what it can is not what we take.
    id_token_signing_alg_values_supported: ["PS256", "RS256", "ES256", "HS256", "HS512", "none"],
    token_endpoint_auth_methods_supported: [
      ...["private_key_jwt", "client_secret_basic", "client_secret_post", "tls_client_auth"],
    ],
    scopes_supported: ["openid", "profile", "email", "acr", "basic"],
    claims_supported: ["iss", "sub", "aud", "exp", "iat", "auth_time", "name", "email", "acr"],
    code_challenge_methods_supported: ["plain", "S256"],
    authorization_response_iss_parameter_supported: true,
    backchannel_logout_supported: true,
  };
}

/** One to sign with and one to encrypt with, as Keycloak gives them. */
function publicKeys() {
  const jwk = EIGEN.publicKey.export({ format: "jwk" });
  return [
    { ...jwk, kid: "teken", alg: "RS256", use: "sig" },
    { ...VREEMD.publicKey.export({ format: "jwk" }), kid: "sluit", alg: "RSA-OAEP", use: "enc" },
  ];
}

function redeem(
  codes: Map<string, Uitgegeven>,
  body: URLSearchParams,
  headers: Headers,
  sleutel: KeyObject | undefined,
): Response {
  const code = body.get("code") ?? "";
  const given = codes.get(code);
  codes.delete(code);
  const challenge = createHash("sha256").update(body.get("code_verifier") ?? "");
  const fits = given && challenge.digest("base64url") === given.challenge;
  if (!knowsClient(body, headers, sleutel)) return refused("unauthorized_client");
  if (!fits) return refused("invalid_grant");
  const token = idToken(given);
  return Response.json({
    ...{ access_token: randomUUID(), expires_in: 300, refresh_expires_in: 1800 },
    ...{ refresh_token: randomUUID(), token_type: "Bearer", "not-before-policy": 0 },
    ...{ session_state: randomUUID(), scope: "openid email profile" },
    ...(given.gebrek.geenIdToken ? {} : { id_token: token }),
  });
}

function refused(error: string): Response {
  return Response.json({ error, error_description: "proef" }, { status: 400 });
}

/** With a key of the client: an assertion that it signed for us. Else the secret. */
function knowsClient(body: URLSearchParams, headers: Headers, sleutel?: KeyObject): boolean {
  if (!sleutel) {
    const secret = Buffer.from("woonregie:geheim").toString("base64");
    return headers.get("Authorization") === `Basic ${secret}`;
  }
  const [head = "", claims = "", signature = ""] = (body.get("client_assertion") ?? "").split(".");
  const { iss, sub, aud } = JSON.parse(Buffer.from(claims, "base64url").toString() || "{}");
  const signed = verify(
    "sha256",
    Buffer.from(`${head}.${claims}`),
    { key: sleutel, dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  return signed && iss === "woonregie" && sub === "woonregie" && [aud].flat().includes(ISSUER);
}

function idToken({ nonce, wie, gebrek }: Uitgegeven): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    ...{ exp: now + 300, iat: now, auth_time: now, jti: randomUUID(), iss: ISSUER },
    ...{ aud: "woonregie", typ: "ID", azp: "woonregie", nonce, sid: randomUUID(), acr: "1" },
    ...{ preferred_username: "anna", given_name: "Anna", family_name: "Proef", ...wie },
    ...gebrek.claims,
  };
  const head = { alg: gebrek.alg ?? "RS256", typ: "JWT", kid: "teken" };
  const text = [head, claims].map((part) => encode(JSON.stringify(part))).join(".");
  if (gebrek.alg === "none") return `${text}.`;
  if (gebrek.alg === "HS256") {
    const known = EIGEN.publicKey.export({ type: "spki", format: "pem" });
    return `${text}.${createHmac("sha256", known).update(text).digest("base64url")}`;
  }
  const { privateKey } = gebrek.andereSleutel ? VREEMD : EIGEN;
  return `${text}.${sign("sha256", Buffer.from(text), privateKey).toString("base64url")}`;
}

function encode(text: string): string {
  return Buffer.from(text).toString("base64url");
}

type Eigen = {
  readonly bewijs?: Bewijs;
  readonly acr?: readonly string[];
  readonly vertrouwEmail?: boolean;
  readonly nu?: () => Date;
  readonly grenzen?: Grenswaarden;
  readonly rust?: number;
};

/** A way in through that provider. */
export function aToegang(db: Connection, dienst: Aanmelddienst, eigen: Eigen = {}): Toegang {
  const instelling: Aanbiederinstelling = {
    ...{ issuer: ISSUER, clientId: "woonregie", terugadres: `${HIER}/aanmelden/terug` },
    bewijs: eigen.bewijs ?? { soort: "geheim", geheim: "geheim" },
    acr: eigen.acr ?? [],
    vertrouwEmail: eigen.vertrouwEmail ?? false,
    fetch: dienst.fetch,
  };
  return {
    ...{ db, adres: HIER, aanbieder: createAanbieder(instelling) },
    nu: eigen.nu ?? (() => new Date()),
    rust: eigen.rust ?? 3_600_000,
    langst: 36_000_000,
    tellers: createTellers(eigen.grenzen),
    inzage: inzageVan(db),
  };
}

type Velden = Readonly<Record<string, string>>;
type Verzoek = { readonly headers?: Velden; readonly veld?: Velden };

/** A browser: it keeps cookies, and says where a form comes from. */
export function createBrowser(app: Hono) {
  const cookies = new Map<string, string>();
  const ask = async (method: string, address: string, { headers = {}, veld }: Verzoek = {}) => {
    const sent = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const form = method === "GET" ? {} : { "Content-Type": "application/x-www-form-urlencoded" };
    const answer = await app.request(new URL(address, HIER).href, {
      method,
      headers: { Cookie: sent, Accept: "text/html", ...form, ...headers },
      ...(veld ? { body: new URLSearchParams(veld).toString() } : {}),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === "" || /Max-Age=0/i.test(cookie)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const location = answer.headers.get("Location") ?? "";
    return { status: answer.status, location, text: await answer.text(), headers: answer.headers };
  };
  return {
    cookies,
    get: (address: string) => ask("GET", address),
    /** Sends a form from a page of this site, unless `headers` say otherwise. */
    post: (address: string, veld?: Velden, headers: Velden = {}) =>
      ask("POST", address, { headers: { Origin: HIER, ...headers }, ...(veld ? { veld } : {}) }),
  };
}

export type Browser = ReturnType<typeof createBrowser>;

/** Goes to sign in, says yes at the provider, and comes back. */
export async function signInWith(
  browser: Browser,
  dienst: Aanmelddienst,
  { wie, gebrek, terug = "/" }: { wie?: Claims; gebrek?: Gebrek; terug?: string } = {},
) {
  const begun = await browser.get(`/aanmelden?terug=${encodeURIComponent(terug)}`);
  const back = dienst.keurGoed(begun.location, wie, gebrek);
  return { ...(await browser.get(back)), back };
}
