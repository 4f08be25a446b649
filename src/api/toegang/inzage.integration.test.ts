import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { pseudonymOf } from "#services/toegang/inzage.ts";
import { checkBewaard } from "#storage/controle.ts";
import { inTransaction } from "#storage/transaction.ts";
import { appOn } from "#test/api.ts";
import { describeDatabases } from "#test/database.ts";
import { inzageVan, openSessie, toegangVan } from "#test/sessies.ts";
import { type Bevolking, plantBevolking } from "#test/toegang.ts";

const TRACE = "0af7651916cd43dd8448eb211c80319c";
const SPAN = "b7ad6b7169203331";

describeDatabases("looking at the accounts of people", ({ db, eigenaar }) => {
  let people: Bevolking;
  let cookie = "";
  let body = "";

  beforeAll(async () => {
    people = await plantBevolking(eigenaar());
    cookie = await openSessie(eigenaar(), people.maker);
    await openSessie(eigenaar(), people.collega);
    body = people.maker.namens[0]?.organisatie.id ?? "";
  });

  const look = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    appOn(db(), { toegang: toegangVan(eigenaar()) }).request(path, {
      headers: { Cookie: cookie, ...headers },
    });
  const lines = () => eigenaar().selectFrom("inzage").selectAll().orderBy("nummer").execute();

  it("leaves a line for each person each time, under the trace of who asked", async () => {
    const before = (await lines()).length;
    expect((await look("/account")).status).toBe(200);
    expect((await lines()).length).toBe(before + 1);
    const traceparent = `00-${TRACE}-${SPAN}-01`;
    for (let count = 0; count < 3; count += 1) {
      expect((await look(`/organisaties/${body}`, { traceparent })).status).toBe(200);
    }
    const made = (await lines()).slice(before + 1);
    expect(made).toHaveLength(6);
    expect(new Set(made.map(({ operatie }) => operatie)).size).toBe(6);
    const { sleutel } = inzageVan(eigenaar());
    const seen = [people.maker, people.collega].map(({ persoon }) => pseudonymOf(sleutel, persoon));
    expect(new Set(made.map(({ betrokkene }) => betrokkene))).toEqual(new Set(seen));
    for (const line of made) {
      expect(line).toMatchObject({
        ...{ trace_id: TRACE, ouder: SPAN, naam: "accounts-beheren", status: "Ok" },
        ...{ verwerking: "http://localhost/privacy#accounts-beheren" },
        betrokkene_soort: "account",
      });
      expect(Number(line.eind_ms)).toBeGreaterThanOrEqual(Number(line.begin_ms));
    }
  });

  it("leaves twenty lines for a list of twenty, and none for a body that one does not act for", async () => {
    const crowd = await plantBevolking(eigenaar());
    const organisatie = crowd.maker.namens[0]?.organisatie;
    if (!organisatie) throw new Error("the maker acts for a body");
    const guest = await openSessie(eigenaar(), crowd.maker);
    for (let count = 0; count < 19; count += 1) {
      const { vreemde } = await plantBevolking(eigenaar());
      const namens = vreemde.namens.map((mandaat) => ({ ...mandaat, organisatie }));
      await openSessie(eigenaar(), { ...vreemde, namens });
    }
    const before = (await lines()).length;
    expect((await look(`/organisaties/${organisatie.id}`)).status).toBe(404);
    expect((await lines()).length).toBe(before);
    expect((await look(`/organisaties/${organisatie.id}`, { Cookie: guest })).status).toBe(200);
    expect((await lines()).length).toBe(before + 20);
  });

  it("tells no name, no address and no account in any line", async () => {
    await eigenaar()
      .updateTable("persoon")
      .set({ naam: "Kanarie Geel", email: "kanarie@voorbeeld.nl" })
      .where("id", "=", people.maker.persoon)
      .execute();
    await look("/account");
    const { rows } = await sql<{ rij: string }>`select i::text as rij from inzage i`.execute(
      eigenaar(),
    );
    const all = rows.map(({ rij }) => rij).join("\n");
    expect(all.length).toBeGreaterThan(100);
    for (const canary of ["Kanarie", "voorbeeld.nl", people.maker.persoon, body]) {
      expect(all).not.toContain(canary);
    }
  });

  it("shows nothing where the line cannot be written", async () => {
    const failing = new Error("het logboek is weg");
    const inzage = {
      ...inzageVan(eigenaar()),
      get db(): never {
        throw failing;
      },
    };
    for (const path of ["/account", `/organisaties/${body}`]) {
      const seen: unknown[] = [];
      const app = appOn(db(), {
        toegang: { ...toegangVan(eigenaar()), inzage },
        onError: (_, error) => seen.push(error),
      });
      const answer = await app.request(path, { headers: { Cookie: cookie } });
      expect([answer.status, seen]).toEqual([500, [failing]]);
      expect(await answer.text()).not.toMatch(/Mensen en hun mandaten|U bent aangemeld als/);
    }
  });

  it("cannot be read, changed or taken out by the app, nor changed by its owner", async () => {
    await look("/account");
    expect(await db().selectFrom("inzage").selectAll().execute()).toEqual([]);
    const statements = [
      "update inzage set naam = 'x'",
      "delete from inzage",
      "truncate inzage",
      "update inzageketen set nummer = 0",
    ];
    for (const statement of statements) {
      await expect(sql.raw(statement).execute(db()), statement).rejects.toThrow();
    }
    for (const statement of statements.slice(0, 3)) {
      await expect(sql.raw(statement).execute(eigenaar()), statement).rejects.toThrow(
        "verandert nooit",
      );
    }
  });

  it("is one whole chain where many look at once, and a line that was changed is found", async () => {
    const before = (await checkBewaard(eigenaar())).inzagen;
    await Promise.all(Array.from({ length: 20 }, () => look("/account")));
    const after = await checkBewaard(eigenaar());
    expect([after.inzagen, after.beschadigd]).toEqual([before + 20, []]);
    const ROLLBACK = Symbol("rollback");
    await inTransaction(eigenaar(), async (tx) => {
      await sql`alter table inzage disable trigger user`.execute(tx);
      await sql`update inzage set naam = 'anders' where nummer = 2`.execute(tx);
      await sql`delete from inzage where nummer > ${after.inzagen - 1}`.execute(tx);
      const { beschadigd } = await checkBewaard(tx);
      expect(beschadigd).toEqual(["inzage 2 is veranderd", `inzage ${after.inzagen} ontbreekt`]);
      throw ROLLBACK;
    }).catch((thrown: unknown) => {
      if (thrown !== ROLLBACK) throw thrown;
    });
  });
});
