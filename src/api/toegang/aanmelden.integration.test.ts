import { generateKeyPairSync, randomUUID, webcrypto } from "node:crypto";
import { describe, expect, it } from "vitest";
import { hashGeheim } from "#services/toegang/hash-geheim.ts";
import { insertMandaat } from "#storage/mandaat.repository.ts";
import { insertOrganisatie } from "#storage/organisatie.repository.ts";
import { insertPersoon } from "#storage/persoon.repository.ts";
import type { Connection } from "#storage/transaction.ts";
import {
  ANNA,
  aToegang,
  createAanmelddienst,
  createBrowser,
  type Gebrek,
  ISSUER,
  signInWith,
} from "#test/aanmelddienst.ts";
import { appOn } from "#test/api.ts";
import { describeDatabases } from "#test/database.ts";
import { ORGANISATIES } from "#test/toegang.ts";
import { ownPath } from "./terug.ts";

const { dordrecht } = ORGANISATIES;

type Opzet = Parameters<typeof aToegang>[2] & { readonly https?: boolean };

/** Anna is invited, as an officer of Dordrecht. */
async function invite(db: Connection, email: string = ANNA.email): Promise<string> {
  const persoon = randomUUID();
  await insertOrganisatie(db, dordrecht);
  await insertPersoon(db, { id: persoon, naam: "uitgenodigd", email });
  const mandaat = { id: randomUUID(), persoon, organisatie: dordrecht.id, van: "2020-01-01" };
  await insertMandaat(db, { ...mandaat, rol: "ambtelijk" });
  return persoon;
}

function open(db: Parameters<typeof appOn>[0], { https = false, ...eigen }: Opzet = {}) {
  const dienst = createAanmelddienst();
  const app = appOn(db, { toegang: aToegang(db, dienst, eigen), https });
  return { app, dienst, browser: createBrowser(app) };
}

async function countSessies(db: Connection): Promise<number> {
  const rows = await db
    .selectFrom("sessie")
    .select("id")
    .where("beeindigd_op", "is", null)
    .execute();
  return rows.length;
}

describeDatabases("signing in", ({ aloneAsOwner }) => {
  it(
    "lets in whoever was invited, back on the page where they were, under their own name",
    aloneAsOwner(async (tx) => {
      await invite(tx);
      const { browser, dienst } = open(tx);
      const asked = await browser.get("/aanmelden?terug=%2Fcijfers%3Fx%3D1");
      const query = new URL(asked.location).searchParams;
      expect(query.get("code_challenge_method")).toBe("S256");
      expect(
        [query.get("state"), query.get("nonce")].every((text) => (text ?? "").length > 20),
      ).toBe(true);
      const back = await browser.get(dienst.keurGoed(asked.location));
      expect([back.status, back.location]).toEqual([303, "/cijfers?x=1"]);
      expect((await browser.get("/account")).text).toMatch(/Anna Proef[\s\S]*gemeente Dordrecht/);
      expect((await browser.get("/account")).text).toContain("Meld af");
    }),
  );

  it(
    "gives a cookie that no script reads, from this host aloneAsOwner, and keeps only its hash",
    aloneAsOwner(async (tx) => {
      await invite(tx);
      const { browser, dienst } = open(tx, { https: true });
      const { headers } = await signInWith(browser, dienst);
      const cookie = headers.getSetCookie().find((text) => text.startsWith("__Host-sessie="));
      expect(cookie).toMatch(/; Path=\/(;|$)/);
      for (const word of ["HttpOnly", "Secure", "SameSite=Lax"]) expect(cookie).toContain(word);
      expect(cookie).not.toMatch(/domain/i);
      const secret = browser.cookies.get("__Host-sessie") ?? "";
      const [row] = await tx.selectFrom("sessie").selectAll().execute();
      expect(row?.sha256).toBe(hashGeheim(secret));
      expect(JSON.stringify(row)).not.toContain(secret);
    }),
  );

  it(
    "proves who we are with a key, where that was set",
    aloneAsOwner(async (tx) => {
      await invite(tx);
      const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
      const bytes = privateKey.export({ type: "pkcs8", format: "der" });
      const algorithm = { name: "ECDSA", namedCurve: "P-256" };
      const sleutel = await webcrypto.subtle.importKey("pkcs8", bytes, algorithm, false, ["sign"]);
      const dienst = createAanmelddienst(publicKey);
      const bewijs = { soort: "sleutel", sleutel, kid: "eigen" } as const;
      const browser = createBrowser(appOn(tx, { toegang: aToegang(tx, dienst, { bewijs }) }));
      expect((await signInWith(browser, dienst)).status).toBe(303);
      expect((await browser.get("/account")).status).toBe(200);
    }),
  );

  it(
    "ends the session that was, gives another secret, and never takes one that was set beforehand",
    aloneAsOwner(async (tx) => {
      await invite(tx);
      const { browser, dienst } = open(tx);
      browser.cookies.set("sessie", "door-een-ander-gezet");
      await signInWith(browser, dienst);
      const first = browser.cookies.get("sessie");
      expect(first).not.toBe("door-een-ander-gezet");
      // Goes on to the provider with the first session still in the browser.
      browser.cookies.delete("sessie");
      const begun = await browser.get("/aanmelden");
      browser.cookies.set("sessie", first ?? "");
      await browser.get(dienst.keurGoed(begun.location));
      expect(browser.cookies.get("sessie")).not.toBe(first);
      expect(await countSessies(tx)).toBe(1);
      browser.cookies.set("sessie", first ?? "");
      expect((await browser.get("/account")).status).toBe(303);
    }),
  );

  it.each<readonly [string, Gebrek, number]>([
    ["an ID token for somebody else (aud)", { claims: { aud: "anders" } }, 400],
    ["another nonce", { claims: { nonce: "anders" } }, 400],
    ["no nonce", { claims: { nonce: undefined } }, 400],
    ["another issuer in the token", { claims: { iss: "https://elders.example" } }, 400],
    ["another issuer in the address", { iss: "https://elders.example" }, 400],
    ["a token that lapsed", { claims: { exp: 1_700_000_000 } }, 400],
    ["a token without an end", { claims: { exp: undefined } }, 400],
    ["a token without a signature (alg=none)", { alg: "none" }, 400],
    ["a token signed with the public key (HS256)", { alg: "HS256" }, 400],
    ["a token signed by somebody else", { andereSleutel: true }, 400],
    [
      "a token for several, with another in charge (azp)",
      { claims: { aud: ["woonregie", "x"], azp: "x" } },
      400,
    ],
    ["no ID token at all", { geenIdToken: true }, 400],
  ])("refuses %s, and there is no session", async (_, gebrek, status) => {
    await aloneAsOwner(async (tx) => {
      await invite(tx);
      const { browser, dienst } = open(tx);
      const answer = await signInWith(browser, dienst, { gebrek });
      expect(answer.status).toBe(status);
      expect(answer.text).toContain("Aanmelden lukte niet");
      expect(browser.cookies.has("sessie")).toBe(false);
      expect(await countSessies(tx)).toBe(0);
    })();
  });

  it(
    "refuses who is not surely enough who they are, where that was asked, and says what to do",
    aloneAsOwner(async (tx) => {
      await invite(tx);
      const { browser, dienst } = open(tx, { acr: ["2", "3"] });
      const begun = await browser.get("/aanmelden");
      expect(new URL(begun.location).searchParams.get("acr_values")).toBe("2 3");
      const low = await signInWith(browser, dienst);
      expect([low.status, browser.cookies.has("sessie")]).toEqual([403, false]);
      expect(low.text).toContain("tweede stap");
      const none = await signInWith(browser, dienst, { gebrek: { claims: { acr: undefined } } });
      expect([none.status, await countSessies(tx)]).toEqual([403, 0]);
      const high = await signInWith(browser, dienst, { gebrek: { claims: { acr: "3" } } });
      expect([high.status, await countSessies(tx)]).toEqual([303, 1]);
    }),
  );

  it(
    "takes each answer once: the same again, or its code under another state, lets nobody in",
    aloneAsOwner(async (tx) => {
      await invite(tx);
      const { browser, dienst } = open(tx);
      const first = await signInWith(browser, dienst);
      await browser.post("/afmelden");
      const again = await browser.get(first.back);
      expect([again.status, await countSessies(tx)]).toEqual([400, 0]);
      const next = await browser.get("/aanmelden");
      const mixed = new URL(dienst.keurGoed(next.location));
      mixed.searchParams.set("code", new URL(first.back).searchParams.get("code") ?? "");
      const reused = await browser.get(mixed.href);
      expect([reused.status, await countSessies(tx)]).toEqual([400, 0]);
    }),
  );

  it(
    "takes an answer only in the browser that began: nobody is led into another's account",
    aloneAsOwner(async (tx) => {
      await invite(tx);
      const { app, browser, dienst } = open(tx);
      const begun = await browser.get("/aanmelden");
      const victim = createBrowser(app);
      const answer = await victim.get(dienst.keurGoed(begun.location));
      expect([answer.status, victim.cookies.size, await countSessies(tx)]).toEqual([400, 0, 0]);
      await victim.get("/aanmelden");
      const other = await victim.get(dienst.keurGoed(begun.location));
      expect([other.status, await countSessies(tx)]).toEqual([400, 0]);
    }),
  );

  it(
    "takes an answer within ten minutes",
    aloneAsOwner(async (tx) => {
      await invite(tx);
      let now = Date.now();
      const { browser, dienst } = open(tx, { nu: () => new Date(now) });
      const begun = await browser.get("/aanmelden");
      now += 11 * 60_000;
      const late = await browser.get(dienst.keurGoed(begun.location));
      expect([late.status, await countSessies(tx)]).toEqual([400, 0]);
      expect(late.text).toContain("Begin opnieuw");
    }),
  );

  it(
    "tells who was not invited what to ask for, and lets them see what is public and no more",
    aloneAsOwner(async (tx) => {
      await invite(tx, "iemand.anders@voorbeeld.nl");
      const { browser, dienst } = open(tx);
      const answer = await signInWith(browser, dienst);
      expect(answer.status).toBe(403);
      for (const told of ["nog niet uitgenodigd", ANNA.email, ANNA.sub, ISSUER]) {
        expect(answer.text).toContain(told);
      }
      expect([browser.cookies.has("sessie"), await countSessies(tx)]).toEqual([false, 0]);
      expect(
        await tx.selectFrom("persoon").selectAll().where("sub", "is not", null).execute(),
      ).toEqual([]);
    }),
  );

  it(
    "takes no invitation by an address that the provider did not look at, unless it is trusted to",
    aloneAsOwner(async (tx) => {
      await invite(tx);
      const wie = { sub: "zz", name: "Anna", email: ANNA.email };
      const { browser, dienst } = open(tx);
      expect((await signInWith(browser, dienst, { wie })).status).toBe(403);
      const lied = { ...wie, email_verified: false };
      const trusting = open(tx, { vertrouwEmail: true });
      expect((await signInWith(trusting.browser, trusting.dienst, { wie: lied })).status).toBe(403);
      expect((await signInWith(trusting.browser, trusting.dienst, { wie })).status).toBe(303);
      // From now on the account is theirs, whoever has the address.
      const other = { ...ANNA, sub: "yy" };
      expect((await signInWith(browser, dienst, { wie: other })).status).toBe(403);
    }),
  );

  it(
    "lets nobody in whose account was switched off, and says so",
    aloneAsOwner(async (tx) => {
      const persoon = await invite(tx);
      const { browser, dienst } = open(tx);
      await signInWith(browser, dienst);
      await tx
        .updateTable("persoon")
        .set({ uitgeschakeld_op: new Date() })
        .where("id", "=", persoon)
        .execute();
      expect((await browser.get("/account")).status).toBe(303);
      const again = await signInWith(browser, dienst);
      expect(again.status).toBe(403);
      expect(again.text).toContain("Uw account staat uit");
    }),
  );

  it(
    "says that the provider does not answer, and goes on once it does",
    aloneAsOwner(async (tx) => {
      await invite(tx);
      const dienst = createAanmelddienst();
      let away = true;
      const fetch: typeof dienst.fetch = (url, options) => {
        if (away) throw new TypeError("fetch failed");
        return dienst.fetch(url, options);
      };
      const browser = createBrowser(appOn(tx, { toegang: aToegang(tx, { ...dienst, fetch }) }));
      const answer = await browser.get("/aanmelden");
      expect([answer.status, browser.cookies.size]).toEqual([502, 0]);
      expect(answer.text).toContain("antwoordt niet");
      away = false;
      expect((await signInWith(browser, dienst)).status).toBe(303);
    }),
  );

  it(
    "lets somebody who stopped at the provider begin again",
    aloneAsOwner(async (tx) => {
      const { browser, dienst } = open(tx);
      const begun = await browser.get("/aanmelden");
      const back = new URL(dienst.keurGoed(begun.location));
      back.searchParams.delete("code");
      back.searchParams.set("error", "access_denied");
      const answer = await browser.get(back.href);
      expect([answer.status, await countSessies(tx)]).toEqual([400, 0]);
      expect(answer.text).toContain("U stopte bij het aanmelden");
    }),
  );
});

describeDatabases("a page where one puts something in", ({ aloneAsOwner }) => {
  it(
    "says to whoever did not sign in that they can, and not that there are no accounts",
    aloneAsOwner(async (tx) => {
      const { browser } = open(tx);
      for (const address of ["/inleveringen", "/bronnen"]) {
        const { text } = await browser.get(address);
        expect(text).toMatch(/Meld u aan\. Zonder account kan dit niet: cijfers/);
        expect(text).not.toContain("WOONREGIE_INVOER");
      }
      const refused = await browser.get("/fondsen/nieuw");
      expect(refused.status).toBe(403);
      expect(refused.text).toContain('href="/aanmelden?terug=%2Ffondsen%2Fnieuw">Meld u aan');
    }),
  );
});

describeDatabases("signing out", ({ aloneAsOwner }) => {
  it(
    "ends the session for good: its cookie is nobody, in whatever browser",
    aloneAsOwner(async (tx) => {
      await invite(tx);
      const { browser, dienst } = open(tx);
      await signInWith(browser, dienst);
      const secret = browser.cookies.get("sessie") ?? "";
      const out = await browser.post("/afmelden");
      expect([out.status, out.location, browser.cookies.has("sessie")]).toEqual([
        303,
        "/afgemeld",
        false,
      ]);
      expect((await browser.get("/afgemeld")).text).toContain("/protocol/openid-connect/logout?");
      browser.cookies.set("sessie", secret);
      expect((await browser.get("/account")).status).toBe(303);
    }),
  );

  it(
    "everywhere ends every session of the person, and of nobody else",
    aloneAsOwner(async (tx) => {
      await invite(tx);
      await insertPersoon(tx, {
        id: randomUUID(),
        naam: "Bo",
        account: { issuer: ISSUER, sub: "bo" },
      });
      const { app, browser, dienst } = open(tx);
      const [work, other] = [createBrowser(app), createBrowser(app)];
      for (const one of [browser, work]) await signInWith(one, dienst);
      await signInWith(other, dienst, { wie: { sub: "bo", name: "Bo" } });
      expect(await countSessies(tx)).toBe(3);
      await browser.post("/account/afmelden-overal");
      expect((await work.get("/account")).status).toBe(303);
      expect((await other.get("/account")).status).toBe(200);
    }),
  );

  it(
    "one session of one's own leaves the others, and another's cannot be ended",
    aloneAsOwner(async (tx) => {
      await invite(tx);
      await insertPersoon(tx, {
        id: randomUUID(),
        naam: "Bo",
        account: { issuer: ISSUER, sub: "bo" },
      });
      const { app, browser, dienst } = open(tx);
      const [work, other] = [createBrowser(app), createBrowser(app)];
      for (const one of [browser, work]) await signInWith(one, dienst);
      await signInWith(other, dienst, { wie: { sub: "bo", name: "Bo" } });
      const { text } = await work.get("/account");
      const own = [...text.matchAll(/\/account\/sessies\/([\w-]+)\//g)].map(([, id]) => id);
      expect(own).toHaveLength(2);
      for (const id of own) await other.post(`/account/sessies/${id}/afmelden`);
      expect(await countSessies(tx)).toBe(3);
      for (const id of own) await browser.post(`/account/sessies/${id}/afmelden`);
      expect(await countSessies(tx)).toBeLessThan(3);
      expect((await other.get("/account")).status).toBe(200);
    }),
  );

  it(
    "cannot be done to somebody by another site, nor anything else with their session",
    aloneAsOwner(async (tx) => {
      await invite(tx);
      const { browser, dienst } = open(tx);
      await signInWith(browser, dienst);
      const foreign = { Origin: "https://elders.example" };
      expect((await browser.post("/afmelden", {}, foreign)).status).toBe(403);
      const json = { ...foreign, "Content-Type": "application/json" };
      expect((await browser.post("/v1/documenten", {}, json)).status).toBe(403);
      expect(
        (await browser.post("/afmelden", {}, { "Sec-Fetch-Site": "cross-site", Origin: "null" }))
          .status,
      ).toBe(403);
      expect((await browser.get("/account")).status).toBe(200);
    }),
  );
});

describeDatabases("asking too often", ({ aloneAsOwner }) => {
  const grenzen = { persoon: 5, organisatie: 8, adres: 4, aanmelden: 3 };

  it(
    "is refused to an address where nobody signed in, with when to come back, on pages and in the API",
    aloneAsOwner(async (tx) => {
      const { browser } = open(tx, { grenzen });
      for (let i = 0; i < 4; i += 1) expect((await browser.get("/wie-mag-wat")).status).toBe(200);
      const page = await browser.get("/wie-mag-wat");
      expect(page.status).toBe(429);
      expect(Number(page.headers.get("Retry-After"))).toBeGreaterThan(0);
      expect(page.text).toContain("Vanaf uw adres");
      const data = await browser.get("/v1/openapi.json");
      expect([data.status, JSON.parse(data.text).title]).toEqual([429, "Te vaak gevraagd"]);
      expect(Number(data.headers.get("Retry-After"))).toBeGreaterThan(0);
      expect((await browser.get("/gezondheid")).status).toBe(200);
    }),
  );

  it(
    "is refused to a person, and to all of an organisation together",
    aloneAsOwner(async (tx) => {
      await invite(tx);
      const bo = randomUUID();
      await insertPersoon(tx, { id: bo, naam: "Bo", account: { issuer: ISSUER, sub: "bo" } });
      const mandaat = {
        id: randomUUID(),
        persoon: bo,
        organisatie: dordrecht.id,
        van: "2020-01-01",
      };
      await insertMandaat(tx, { ...mandaat, rol: "college" });
      const wide = { ...grenzen, adres: 100, aanmelden: 100 };
      const { app, browser, dienst } = open(tx, { grenzen: wide });
      const other = createBrowser(app);
      await signInWith(browser, dienst);
      await signInWith(other, dienst, { wie: { sub: "bo", name: "Bo" } });
      for (let i = 0; i < 5; i += 1) expect((await browser.get("/wie-mag-wat")).status).toBe(200);
      expect((await browser.get("/wie-mag-wat")).text).toContain("Met uw account");
      expect((await other.get("/wie-mag-wat")).status).toBe(200);
      await other.get("/wie-mag-wat");
      const whole = await other.get("/wie-mag-wat");
      expect([whole.status, whole.text.includes("uw organisatie")]).toEqual([429, true]);
    }),
  );

  it(
    "to sign in is refused sooner",
    aloneAsOwner(async (tx) => {
      const { browser } = open(tx, { grenzen: { ...grenzen, adres: 100 } });
      for (let i = 0; i < 3; i += 1) expect((await browser.get("/aanmelden")).status).toBe(303);
      expect((await browser.get("/aanmelden")).status).toBe(429);
      expect((await browser.get("/wie-mag-wat")).status).toBe(200);
    }),
  );
});

describe("the page that one goes back to", () => {
  it.each([
    ["/cijfers?x=1", "/cijfers?x=1"],
    ["//elders.example/x", "/"],
    ["/\\elders.example", "/"],
    ["https://elders.example", "/"],
    ["javascript:alert(1)", "/"],
    ["/\t/elders.example", "/"],
    ["/.//elders.example", "/"],
    ["/documenten/..//elders.example", "/"],
    ["/a\r\nSet-Cookie:b=c", "/aSet-Cookie:b=c"],
    ["/afmelden", "/"],
    ["/aanmelden/terug?code=x", "/"],
    [undefined, "/"],
  ])("is for %s: %s", (asked, own) => {
    expect(ownPath(asked)).toBe(own);
  });
});
