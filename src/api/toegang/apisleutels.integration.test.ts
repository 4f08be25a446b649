import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import { type Kysely, sql, type Transaction } from "kysely";
import { expect, it } from "vitest";
import type { Rooms } from "#api/site.ts";
import { OPENBAAR, type Rol, type Wie } from "#domain/toegang.ts";
import { ONGETELD } from "#services/toegang/tellers.ts";
import { insertMandaat } from "#storage/mandaat.repository.ts";
import { insertOrganisatie } from "#storage/organisatie.repository.ts";
import { insertPersoon } from "#storage/persoon.repository.ts";
import type { Tables } from "#storage/schema.ts";
import { aRooms } from "#test/api-proef.ts";
import { describeDatabases } from "#test/database.ts";
import { aMandaat, ORGANISATIES } from "#test/toegang.ts";
import { foreseen } from "../v1/api.ts";
import { tellSleutelhouder } from "./apisleutelhouder.ts";
import { sleutelsRoutes } from "./apisleutels.routes.tsx";

type Tx = Transaction<Tables>;

const { dordrecht, zwijndrecht, corporatie } = ORGANISATIES;
const START = new Date("2026-03-01T12:00:00Z");
const DAY_MS = 86_400_000;

/** As a server does at every checkout: in the role of the app, as whoever asks. */
async function askAs(tx: Tx, { namens }: Wie): Promise<void> {
  const bodies = `{${namens.map(({ organisatie }) => organisatie.id).join(",")}}`;
  await sql`select set_config('role', 'woonregie_app', true),
    set_config('woonregie.organisaties', ${bodies}, true)`.execute(tx);
}

/** As who owns the tables, for what the test itself sets up and looks at. */
async function asOwner<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await sql`select set_config('role', 'none', true)`.execute(tx);
  return work();
}

const keysIn = (tx: Tx) => asOwner(tx, () => tx.selectFrom("apisleutel").selectAll().execute());

async function makePeople(tx: Tx) {
  await asOwner(tx, async () => {});
  for (const body of [dordrecht, zwijndrecht, corporatie]) await insertOrganisatie(tx, body);
  const someone = async (rol: Rol, body: Parameters<typeof aMandaat>[0]): Promise<Wie> => {
    const persoon = randomUUID();
    await insertPersoon(tx, { id: persoon, naam: "Proef", email: `${persoon}@voorbeeld.nl` });
    const mandaat = { id: randomUUID(), persoon, organisatie: body.id, rol };
    await insertMandaat(tx, { ...mandaat, van: "2020-01-01" });
    return { persoon, naam: "Proef", namens: [aMandaat(body, rol)], kringen: [] };
  };
  return {
    beheerder: await someone("beheerder", dordrecht),
    ambtenaar: await someone("ambtelijk", dordrecht),
    ander: await someone("beheerder", zwijndrecht),
  };
}

/** A site with the pages of keys, and an API that says who asks. */
function siteOn(db: Tx) {
  let now = START;
  let wie: Wie = OPENBAAR;
  const toegang = { nu: () => now, tellers: ONGETELD } as unknown as Rooms["toegang"];
  const rooms = {
    ...aRooms({ db: db as Kysely<Tables> }),
    ...(toegang ? { toegang } : {}),
    frame: () => ({ stylesheet: "/stijl.css", versie: "proef", adres: "" }),
    notFound: () => new Response("Deze pagina bestaat niet.", { status: 404 }),
  } satisfies Rooms;
  const app = new Hono();
  app.use(async (c, next) => {
    c.set("wie", wie);
    await askAs(db, wie);
    await next();
  });
  tellSleutelhouder(app, rooms);
  app.onError((error, c) => foreseen(error) ?? c.text(String(error), 500));
  sleutelsRoutes(app, rooms);
  app.all("/v1/*", (c) => c.json(c.get("wie")));
  const send = (path: string, fields: readonly (readonly [string, string])[]) => {
    const body = new FormData();
    for (const [naam, waarde] of fields) body.append(naam, waarde);
    return app.request(path, { method: "POST", body });
  };
  return {
    as: (next: Wie) => {
      wie = next;
    },
    later: (days: number) => {
      now = new Date(START.getTime() + days * DAY_MS);
    },
    open: async (path = "/apisleutels") => app.request(path),
    send,
    make: async (own: Readonly<Record<string, string>> = {}) => {
      const asked = {
        organisatie: dordrecht.id,
        naam: "Zaaksysteem",
        rol: "ambtelijk",
        recht: "lezen",
        tot: "2026-06-01",
        ...own,
      };
      const answer = await send("/apisleutels", Object.entries(asked));
      const page = await answer.text();
      return { status: answer.status, page, geheim: /woonregie_[\w-]{43}/.exec(page)?.[0] ?? "" };
    },
    ask: (geheim: string, path = "/v1/gebieden", method = "GET") =>
      app.request(path, { method, headers: { "X-API-Key": geheim } }),
  };
}

describeDatabases("keys for programs", ({ alone }) => {
  it(
    "are shown once, kept as a hash, and ask in the name of the body",
    alone(async (tx) => {
      const { beheerder } = await makePeople(tx);
      const site = siteOn(tx);
      site.as(beheerder);
      const { status, geheim } = await site.make();
      expect(status).toBe(201);
      expect(await (await site.open()).text()).not.toContain(geheim);
      const kept = await keysIn(tx);
      expect(JSON.stringify(kept)).not.toContain(geheim);

      site.as(OPENBAAR);
      const answer = await site.ask(geheim);
      expect(await answer.json()).toMatchObject({
        naam: "Apisleutel Zaaksysteem",
        namens: [{ organisatie: { id: dordrecht.id }, rol: "ambtelijk" }],
        kringen: [],
      });
      site.as(beheerder);
      expect(await (await site.open()).text()).toContain("1 maart 2026");
    }),
  );

  it(
    "open only what they were given rights for, and never a page",
    alone(async (tx) => {
      const { beheerder } = await makePeople(tx);
      const site = siteOn(tx);
      site.as(beheerder);
      const { geheim } = await site.make({ recht: "cijfers-inleveren" });
      site.as(OPENBAAR);
      expect((await site.ask(geheim, "/v1/inleveringen", "POST")).status).toBe(200);
      const reading = await site.ask(geheim);
      expect(reading.status).toBe(403);
      expect(await reading.json()).toMatchObject({
        detail: "Hiervoor is het recht «lezen» nodig. Deze sleutel heeft: cijfers-inleveren.",
      });
      expect((await site.ask(geheim, "/v1/documenten", "POST")).status).toBe(403);
      expect((await site.ask(geheim, "/v1/iets-van-later", "POST")).status).toBe(403);
      expect((await site.ask(geheim, "/apisleutels")).status).toBe(404);
    }),
  );

  it(
    "end on their day, when they are withdrawn, and with the account of who made them",
    alone(async (tx) => {
      const { beheerder } = await makePeople(tx);
      const site = siteOn(tx);
      site.as(beheerder);
      const [first, second, third] = [await site.make(), await site.make(), await site.make()];
      expect((await site.ask(first.geheim)).status).toBe(200);
      const kept = await keysIn(tx);
      const id = kept.find(({ begin }) => first.geheim.startsWith(begin))?.id ?? "";
      expect((await site.send(`/apisleutels/${id}/intrekken`, [])).status).toBe(303);
      expect((await site.ask(first.geheim)).status).toBe(401);

      site.later(92);
      expect((await site.ask(second.geheim)).status).toBe(200);
      site.later(93);
      const late = await site.ask(second.geheim);
      expect(late.status).toBe(401);
      expect(await late.json()).toMatchObject({ title: "Deze sleutel opent niets" });

      site.later(1);
      const off = tx.updateTable("persoon").set({ uitgeschakeld_op: new Date() });
      await asOwner(tx, () => off.where("id", "=", `${beheerder.persoon}`).execute());
      expect((await site.ask(third.geheim)).status).toBe(401);
    }),
  );

  it(
    "that nobody knows are refused like those that ended",
    alone(async (tx) => {
      const site = siteOn(tx);
      for (const geheim of ["", "woonregie_", `woonregie_${"a".repeat(43)}`, "x".repeat(9_000)]) {
        expect((await site.ask(geheim)).status, geheim).toBe(401);
      }
    }),
  );

  it(
    "are made, seen and withdrawn only by who looks after the body",
    alone(async (tx) => {
      const { beheerder, ambtenaar, ander } = await makePeople(tx);
      const site = siteOn(tx);
      site.as(beheerder);
      await site.make();
      const id = (await keysIn(tx))[0]?.id ?? "";
      for (const who of [OPENBAAR, ambtenaar]) {
        site.as(who);
        expect((await site.open()).status).toBe(404);
        expect((await site.make()).geheim).toBe("");
        expect((await site.send(`/apisleutels/${id}/intrekken`, [])).status).toBe(404);
      }
      site.as(ander);
      expect(await (await site.open()).text()).not.toContain("Zaaksysteem");
      expect((await site.make()).page).toContain("voor deze organisatie geen sleutels");
      expect((await site.send(`/apisleutels/${id}/intrekken`, [])).status).toBe(404);
      expect(await keysIn(tx)).toMatchObject([{ ingetrokken_op: null }]);
      // And where a page forgot to ask, the database itself shows nothing.
      await askAs(tx, ander);
      expect(await tx.selectFrom("apisleutel").selectAll().execute()).toEqual([]);
    }),
  );

  it(
    "are asked for with every mistake told at once, and nothing lost of what was filled in",
    alone(async (tx) => {
      const { beheerder } = await makePeople(tx);
      const site = siteOn(tx);
      site.as(beheerder);
      const { status, page } = await site.make({
        ...{ naam: " ", rol: "college", recht: "alles", tot: "2028-01-01" },
      });
      expect(status).toBe(400);
      for (const word of ["Naam:", "Rol:", "Rechten:", "Tot en met:"]) expect(page).toContain(word);
      expect(page).toContain('value="2028-01-01"');
      expect((await site.make({ tot: "2026-02-28" })).status).toBe(400);
    }),
  );
});
