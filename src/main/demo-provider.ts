import { generateKeyPairSync, randomBytes } from "node:crypto";
import type Provider from "oidc-provider";
import type { KoaContextWithOIDC } from "oidc-provider";
import { DEMOPERSONEN, ONBEKENDE } from "#services/toegang/demo.ts";

type Instelling = {
  readonly issuer: string;
  readonly clientId: string;
  readonly geheim: string;
  readonly terugadres: string;
  readonly map: string;
};

/** A provider that holds everything in memory: after a restart one chooses again. */
export async function createDemoProvider(instelling: Instelling): Promise<Provider> {
  const { issuer, clientId, geheim, terugadres, map } = instelling;
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const sleutel = {
    ...privateKey.export({ format: "jwk" }),
    alg: "ES256",
    use: "sig",
    kid: "demo",
  };
  return quietly(async () => {
    const { default: Oidc } = await import("oidc-provider");
    return new Oidc(issuer, {
      clients: [
        {
          client_id: clientId,
          client_secret: geheim,
          redirect_uris: [terugadres],
          id_token_signed_response_alg: "ES256",
        },
      ],
      jwks: { keys: [sleutel] },
      cookies: { keys: [randomBytes(32).toString("base64url")] },
      claims: { openid: ["sub"], profile: ["name"], email: ["email", "email_verified"] },
      pkce: { required: () => true },
      features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
      interactions: { url: (_, { uid }) => `${map}/kies/${uid}` },
      findAccount: (_, sub) => accountOf(sub),
      loadExistingGrant: allowAll,
      ttl: { Session: 3600, Interaction: 600, Grant: 3600, AccessToken: 300, IdToken: 300 },
    });
  });
}

function accountOf(sub: string) {
  const person = [...DEMOPERSONEN, ONBEKENDE].find((one) => one.sub === sub);
  if (!person) return undefined;
  const { naam, email } = person;
  return {
    accountId: sub,
    claims: () => ({ sub, name: naam, email, email_verified: true }),
  };
}

/** Nobody is asked whether Woonregie may know their made-up name. */
async function allowAll({ oidc }: KoaContextWithOIDC) {
  const { client, session, provider } = oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope("openid profile email");
  await grant.save();
  return grant;
}

/**
 * Without the warnings of the package: that Node 20 is old for it, on which it works (a test holds
 * that), and that all is in memory, which is meant.
 */
async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const { warn } = console;
  console.warn = () => {};
  try {
    return await work();
  } finally {
    console.warn = warn;
  }
}
