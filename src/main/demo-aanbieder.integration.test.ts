import { expect, it } from "vitest";
import { listen } from "#api/server.ts";
import { NIET_INGEVULD } from "#services/opendata/uitgever.ts";
import { DEMOPERSONEN, DemoNaastEchtError, fillDemo } from "#services/toegang/demo.ts";
import { listMandatenVan } from "#storage/mandaat.repository.ts";
import { listOrganisaties } from "#storage/organisatie.repository.ts";
import { insertPersoon } from "#storage/persoon.repository.ts";
import { appOn } from "#test/api.ts";
import { describeDatabases } from "#test/database.ts";
import { createToegang } from "./toegang.ts";

const DEMO = {
  aanmelden: { rust: 60, langst: 10, wijze: { soort: "demo" } },
  uitgever: NIET_INGEVULD,
} as const;

type Db = Parameters<typeof appOn>[0];

/** Woonregie with its own provider, on a real port, as `npm start` has it. */
async function serveDemo(db: Db) {
  const listening = await listen({ host: "127.0.0.1", port: 0 }, () => new Response("nog niet"));
  const adres = `http://localhost:${listening.port}`;
  const { toegang, before } = await createToegang(db, adres, DEMO);
  const app = appOn(db, toegang ? { toegang } : {});
  listening.answerWith(before(app.fetch));
  return { adres, ...listening };
}

/** Follows every step as a browser does, up to a page that is shown. */
async function follow(cookies: Map<string, string>, address: string, form?: URLSearchParams) {
  let [next, body] = [address, form];
  for (;;) {
    const answer = await fetch(next, {
      ...(body ? { method: "POST", body } : {}),
      headers: { Cookie: [...cookies].map((pair) => pair.join("=")).join("; ") },
      redirect: "manual",
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get("Location");
    if (!location) return { url: next, status: answer.status, text: await answer.text() };
    [next, body] = [new URL(location, next).href, undefined];
  }
}

describeDatabases("the provider of the demo", ({ eigenaar: db }) => {
  it("lets one be each of its people without a password, through a whole exchange", async () => {
    const { adres, stop } = await serveDemo(db());
    try {
      for (const { sub, naam } of [DEMOPERSONEN[0], DEMOPERSONEN[3]].flatMap((one) => one ?? [])) {
        const cookies = new Map<string, string>();
        const kies = await follow(cookies, `${adres}/aanmelden?terug=%2Faccount`);
        expect(kies.text).toContain("Wie wilt u zijn?");
        const back = await follow(cookies, kies.url, new URLSearchParams({ sub }));
        expect(back.url).toBe(`${adres}/account`);
        expect(back.text).toContain(`U bent aangemeld als ${naam}`);
      }
    } finally {
      await stop();
    }
  });

  it("asks again who one is, also of who just chose, and lets nobody in who is not of the demo", async () => {
    const { adres, stop } = await serveDemo(db());
    try {
      const cookies = new Map<string, string>();
      const first = await follow(cookies, `${adres}/aanmelden`);
      const stranger = await follow(cookies, first.url, new URLSearchParams({ sub: "onbekende" }));
      expect([stranger.status, cookies.has("sessie")]).toEqual([403, false]);
      expect(stranger.text).toContain("nog niet uitgenodigd");
      const again = await follow(cookies, `${adres}/aanmelden`);
      expect(again.text).toContain("Wie wilt u zijn?");
      const made = await follow(cookies, again.url, new URLSearchParams({ sub: "verzonnen" }));
      expect([made.status, cookies.has("sessie")]).toEqual([400, false]);
    } finally {
      await stop();
    }
  });
});

describeDatabases("the people of the demo", ({ aloneAsOwner }) => {
  it(
    "are filled in once, and what changed since stays as it is",
    aloneAsOwner(async (tx) => {
      await fillDemo(tx, "2026-03-01");
      await tx.updateTable("mandaat").set({ beeindigd_op: new Date() }).execute();
      await fillDemo(tx, "2026-03-02");
      const people = await tx.selectFrom("persoon").selectAll().execute();
      expect(people).toHaveLength(DEMOPERSONEN.length);
      for (const { id } of people) expect(await listMandatenVan(tx, id)).toEqual([]);
      const bureau = (await listOrganisaties(tx)).find(({ soort }) => soort === "bureau");
      expect(bureau?.tot).toBe("2028-03-01");
    }),
  );

  it(
    "are never beside accounts of real people",
    aloneAsOwner(async (tx) => {
      const account = { issuer: "https://inloggen.voorbeeld.nl", sub: "1" };
      const id = "00000000-0000-4000-8000-000000000001";
      await insertPersoon(tx, { id, naam: "Echt", account });
      await expect(createToegang(tx, "http://localhost:1", DEMO)).rejects.toThrow(
        DemoNaastEchtError,
      );
    }),
  );
});
