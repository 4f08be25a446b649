import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readAanmelden } from "./aanmeld-settings.ts";

const folder = mkdtempSync(join(tmpdir(), "woonregie-sleutel-"));
afterAll(() => rmSync(folder, { recursive: true }));

const OWN = {
  WOONREGIE_OIDC_ISSUER: "https://inloggen.voorbeeld.nl/realms/regio",
  WOONREGIE_OIDC_CLIENT_ID: "woonregie",
  WOONREGIE_OIDC_CLIENT_SECRET: "geheim",
  WOONREGIE_ADRES: "https://wonen.voorbeeld.nl",
  WOONREGIE_INZAGESLEUTEL: "s".repeat(32),
};

function aKey(text: string): string {
  const file = join(folder, `${Math.random()}.sleutel`);
  writeFileSync(file, text);
  return file;
}

describe("how people sign in", () => {
  it("is the demo on a computer of one's own, and nothing where others can come", () => {
    expect(readAanmelden({}, true)).toEqual({
      settings: { rust: 60, langst: 10, wijze: { soort: "demo" } },
      fouten: [],
    });
    expect(readAanmelden({}, false).settings.wijze).toEqual({ soort: "geen" });
    expect(readAanmelden({ NODE_ENV: "production" }, true).settings.wijze).toEqual({
      soort: "geen",
    });
    expect(readAanmelden({ WOONREGIE_AANMELDEN: "nee" }, true).settings.wijze).toEqual({
      soort: "geen",
    });
  });

  it.each([
    ["where others can come", {}, false, "anderen kunnen bij deze server"],
    ["in production", { NODE_ENV: "production" }, true, "NODE_ENV=production"],
    ["beside a provider of one's own", OWN, true, "WOONREGIE_OIDC_ISSUER"],
  ])("is never the demo %s: that is refused, and says why", (_, env, alone, why) => {
    const { fouten } = readAanmelden({ ...env, WOONREGIE_AANMELDEN: "demo" }, alone);
    expect(fouten).toEqual([expect.stringContaining(why)]);
    expect(fouten[0]).toContain("In de demo kan iedereen iedereen zijn");
  });

  it("is through a provider of one's own, with a secret or a key, and a level if asked", () => {
    const { settings, fouten } = readAanmelden({ ...OWN, WOONREGIE_OIDC_ACR: "2 3" }, false);
    expect(fouten).toEqual([]);
    expect(settings.wijze).toEqual({
      soort: "aanbieder",
      aanbieder: {
        ...{ issuer: OWN.WOONREGIE_OIDC_ISSUER, clientId: "woonregie", vertrouwEmail: false },
        ...{ acr: ["2", "3"], bewijs: { soort: "geheim", geheim: "geheim" } },
        inzagesleutel: "s".repeat(32),
      },
    });
  });

  it("takes a key as PEM or as JWK, with its name", () => {
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const jwk = JSON.stringify({ ...privateKey.export({ format: "jwk" }), kid: "k1" });
    const { WOONREGIE_OIDC_CLIENT_SECRET: _, ...rest } = OWN;
    const proof = (env: Readonly<Record<string, string>>) => {
      const { wijze } = readAanmelden({ ...rest, ...env }, false).settings;
      return wijze.soort === "aanbieder" && wijze.aanbieder.bewijs;
    };
    expect(proof({ WOONREGIE_OIDC_CLIENT_KEY: aKey(jwk) })).toMatchObject({ kid: "k1" });
    const pem = aKey(privateKey.export({ type: "pkcs8", format: "pem" }).toString());
    const named = { WOONREGIE_OIDC_CLIENT_KEY: pem, WOONREGIE_OIDC_CLIENT_KEY_ID: "k2" };
    expect(proof(named)).toMatchObject({ soort: "sleutel", kid: "k2" });
  });

  it("tells every mistake at once, and how to mend it", () => {
    const env = {
      WOONREGIE_OIDC_ISSUER: "http://inloggen.voorbeeld.nl",
      WOONREGIE_OIDC_CLIENT_KEY: aKey("geen sleutel"),
      WOONREGIE_SESSIE_RUST: "een uur",
      WOONREGIE_SESSIE_LANGST: "0",
      WOONREGIE_VERWERKINGENREGISTER: "het register",
    };
    const { fouten } = readAanmelden(env, false);
    for (const name of [
      ...Object.keys(env),
      ...["WOONREGIE_OIDC_CLIENT_ID", "WOONREGIE_ADRES", "WOONREGIE_INZAGESLEUTEL"],
    ]) {
      expect(fouten.filter((fout) => fout.startsWith(name))).toHaveLength(1);
    }
    const both = { ...OWN, WOONREGIE_OIDC_CLIENT_KEY: aKey("x") };
    expect(readAanmelden(both, false).fouten[0]).toContain("precies een van beide");
    expect(readAanmelden({ WOONREGIE_AANMELDEN: "ja" }, true).fouten[0]).toContain("«ja»");
  });

  it("lets plain http only to a provider on this computer", () => {
    const at = (issuer: string) =>
      readAanmelden({ ...OWN, WOONREGIE_OIDC_ISSUER: issuer }, true).fouten;
    expect(at("http://localhost:8080/realms/regio")).toEqual([]);
    expect(at("http://inloggen.voorbeeld.nl")).toHaveLength(1);
    expect(at("https://inloggen.voorbeeld.nl/?x=1")).toHaveLength(1);
  });
});
