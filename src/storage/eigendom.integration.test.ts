import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { OPENBAAR, type Wie, ZICHTBAARHEDEN, type Zichtbaarheid } from "#domain/toegang.ts";
import { alsWie, asWie } from "#storage/als-wie.ts";
import { deelOnderwerp, findRecht } from "#storage/eigendom.repository.ts";
import { insertMandaat } from "#storage/mandaat.repository.ts";
import { insertReeks } from "#storage/rekenversie.repository.ts";
import { insertSessie } from "#storage/sessie.repository.ts";
import { describeDatabases } from "#test/database.ts";
import { type Bevolking, plantBevolking } from "#test/toegang.ts";

/** Tables without a policy, each with the reason why everybody may see all of it. */
const GEDEELD: Readonly<Record<string, string>> = {
  migratie: "zegt alleen welke stappen de tabellen maakten",
  stand: "één getal, dat zegt of er iets is veranderd",
  gebied: "openbare namen en codes; alleen de eigenaar van de tabellen schrijft",
  levering: "cijfers die tellen, gelden voor iedereen op deze installatie",
  waarneming: "cijfers die tellen, gelden voor iedereen; kleine aantallen bewaakt F224",
  bevriezing: "alleen van openbare documenten, door wie de server beheert",
  ophaaltaak: "wat er bij een openbare bron wordt opgehaald, en hoever dat is",
  ophaalblad: "bladzijden van een openbare bron",
  organisatie: "wie hier meedoen: naam, soort en gebied, zonder personen",
};

describeDatabases("every table", ({ db, eigenaar }) => {
  type Tabel = { readonly naam: string; readonly dwingt: boolean; readonly regels: number };

  it("has a policy that holds for everybody, or stands in the list of what is shared", async () => {
    const { rows } = await sql<Tabel>`
      select c.relname as naam, c.relrowsecurity and c.relforcerowsecurity as dwingt,
        (select count(*)::int from pg_policy p
          where p.polrelid = c.oid and 'woonregie_app'::regrole::oid = any (p.polroles)) as regels
      from pg_class c
      where c.relkind in ('r', 'p') and c.relnamespace = current_schema()::regnamespace`.execute(
      eigenaar(),
    );
    const open = rows.filter(({ dwingt, regels }) => !dwingt || regels === 0);
    expect(open.map(({ naam }) => naam).toSorted()).toEqual(Object.keys(GEDEELD).toSorted());
    expect(rows.length).toBeGreaterThan(open.length + 10);
  });

  it("has no policy that lets everybody at every row, but for what is named here", async () => {
    const { rows } = await sql<{ regel: string }>`
      select tablename || ' ' || policyname || ' ' || lower(cmd) as regel from pg_policies
      where schemaname = current_schema() and 'woonregie_app' = any (roles)
        and (qual = 'true' or with_check = 'true')
      order by regel`.execute(eigenaar());
    // Whether the chain was whole is for all; a line of the access log is added and never read.
    expect(rows.map(({ regel }) => regel)).toEqual([
      "inzage maak insert",
      "ketencontrole lees select",
    ]);
  });

  it("is looked at by a view as whoever asks, and not as who made the view", async () => {
    const { rows } = await sql<{ naam: string }>`
      select relname as naam from pg_class
      where relkind in ('v', 'm') and relnamespace = current_schema()::regnamespace
        and (relkind = 'm' or not coalesce(reloptions, '{}') @> array['security_invoker=true'])`.execute(
      eigenaar(),
    );
    expect(rows).toEqual([]);
  });

  it("is of the owner and never of the app, which is no more than an ordinary role", async () => {
    const { rows } = await sql`
      select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolcanlogin as ruim,
        (select count(*)::int from pg_class where relowner = r.oid) as tabellen
      from pg_roles r where rolname = 'woonregie_app'`.execute(eigenaar());
    expect(rows).toEqual([{ ruim: false, tabellen: 0 }]);
  });

  it("is only reached past its policies by functions that are named here", async () => {
    const { rows } = await sql<{ naam: string; vast: boolean }>`
      select proname as naam, coalesce(proconfig::text like '%search_path=%pg_temp%', false) as vast
      from pg_proc where prosecdef and pronamespace = current_schema()::regnamespace
      order by proname`.execute(eigenaar());
    // Two give one key to who knows its secret, before it is known who asks; three keep the logs,
    // and one notes that a request had an effect.
    const keys = ["gebruik_apisleutel", "vind_apisleutel"];
    const named = [
      "erf_van_document",
      "leg_vast",
      "noteer_gevolg",
      "schakel_aan",
      "schakel_inzage",
      ...keys,
    ].toSorted();
    expect(rows).toEqual(named.map((naam) => ({ naam, vast: true })));
  });

  it("gives the app nothing outside the schema of Woonregie", async () => {
    await expect(sql`create schema erbij`.execute(db())).rejects.toThrow("permission denied");
  });
});

describeDatabases("what somebody made", ({ db, eigenaar }) => {
  let people: Bevolking;
  beforeAll(async () => {
    people = await plantBevolking(eigenaar());
  });

  type Rol = "maker" | "collega" | "kringlid" | "vreemde" | "openbaar";
  const as = (rol: Rol): Wie => (rol === "openbaar" ? OPENBAAR : people[rol]);
  const ALL: readonly Rol[] = ["maker", "collega", "kringlid", "vreemde", "openbaar"];

  const SEES: Readonly<Record<Zichtbaarheid, readonly Rol[]>> = {
    prive: ["maker"],
    organisatie: ["maker", "collega"],
    kring: ["maker", "collega", "kringlid"],
    regio: ["maker", "collega", "kringlid", "vreemde"],
    openbaar: ALL,
  };
  const CHANGES = (how: Zichtbaarheid): readonly Rol[] =>
    how === "prive" ? ["maker"] : ["maker", "collega"];

  async function make(how: Zichtbaarheid): Promise<string> {
    const id = randomUUID();
    await asWie(db(), people.maker, async (tx) => {
      await insertReeks(tx, id);
      const deling =
        how === "kring" ? { zichtbaarheid: how, kring: people.kring } : { zichtbaarheid: how };
      await deelOnderwerp(tx, "versiereeks", id, deling);
    });
    return id;
  }

  describe.each(ZICHTBAARHEDEN)("and shared as «%s»", (how) => {
    it("is seen by these alone, and changed by fewer", async () => {
      const id = await make(how);
      for (const rol of ALL) {
        const recht = await alsWie(as(rol), () => findRecht(db(), "versiereeks", id));
        const expected = CHANGES(how).includes(rol)
          ? "wijzigen"
          : SEES[how].includes(rol)
            ? "zien"
            : undefined;
        expect(recht, rol).toBe(expected);
      }
    });

    it("cannot be updated, taken over or removed by others", async () => {
      const id = await make(how);
      for (const rol of ALL.filter((name) => !CHANGES(how).includes(name))) {
        await asWie(db(), as(rol), async (tx) => {
          const done = await sql`update versiereeks set zichtbaarheid = 'openbaar', kring = null
            where id = ${id} returning id`.execute(tx);
          const gone = await sql`delete from versiereeks where id = ${id} returning id`.execute(tx);
          expect([done.rows, gone.rows], rol).toEqual([[], []]);
        });
      }
    });
  });

  it("is of the body that the maker acts for, and begins within it", async () => {
    const id = randomUUID();
    await alsWie(people.maker, () => insertReeks(db(), id));
    const row = await eigenaar()
      .selectFrom("versiereeks")
      .select(["organisatie", "persoon", "zichtbaarheid"])
      .where("id", "=", id)
      .executeTakeFirst();
    const { persoon, namens } = people.maker;
    const organisatie = namens[0]?.organisatie.id;
    expect(row).toEqual({ organisatie, persoon, zichtbaarheid: "organisatie" });
  });

  it("cannot be laid at the door of another body or person", async () => {
    const other = people.vreemde;
    const wrong = [
      sql`insert into versiereeks (id, organisatie, zichtbaarheid)
        values (gen_random_uuid(), ${other.namens[0]?.organisatie.id}, 'organisatie')`,
      sql`insert into versiereeks (id, persoon, zichtbaarheid)
        values (gen_random_uuid(), ${other.persoon}, 'organisatie')`,
    ];
    for (const statement of wrong) {
      const done = alsWie(people.maker, () => statement.execute(db()));
      await expect(done).rejects.toMatchObject({ code: "42501" });
    }
    const id = await make("organisatie");
    const given = alsWie(people.maker, () =>
      sql`update versiereeks set organisatie = ${other.namens[0]?.organisatie.id}
        where id = ${id}`.execute(db()),
    );
    await expect(given).rejects.toMatchObject({ code: "42501" });
  });

  it("cannot be shared with a circle that one is not in", async () => {
    const id = await make("organisatie");
    const deling = { zichtbaarheid: "kring", kring: people.kring } as const;
    const shared = alsWie(people.collega, () => deelOnderwerp(db(), "versiereeks", id, deling));
    await expect(shared).rejects.toMatchObject({ code: "42501" });
  });

  it("has no owner where nobody is signed in, and is then as its link says", async () => {
    const id = randomUUID();
    await insertReeks(db(), id);
    expect(await findRecht(db(), "versiereeks", id)).toBeUndefined();
    const seen = await alsWie(people.vreemde, () =>
      db().selectFrom("versiereeks").select("id").where("id", "=", id).execute(),
    );
    expect(seen).toEqual([{ id }]);
  });

  it("is not written into by somebody who only sees it", async () => {
    const id = await make("regio");
    const add = (wie: Wie) =>
      alsWie(wie, () =>
        sql`insert into toegangslink (id, sha256, onderwerp, recht)
          values (gen_random_uuid(), encode(sha256(${randomUUID()}::text::bytea), 'hex'), ${id}, 'beheren')`.execute(
          db(),
        ),
      );
    await expect(add(people.vreemde)).rejects.toMatchObject({ code: "42501" });
    await expect(add(OPENBAAR)).rejects.toMatchObject({ code: "42501" });
    await add(people.collega);
    const links = (wie: Wie) =>
      alsWie(wie, () =>
        db().selectFrom("toegangslink").select("recht").where("onderwerp", "=", id).execute(),
      );
    expect(await links(people.vreemde)).toHaveLength(1);
    expect(await links(OPENBAAR)).toEqual([]);
  });
});

describeDatabases("what is known of people", ({ db, eigenaar }) => {
  let people: Bevolking;
  beforeAll(async () => {
    people = await plantBevolking(eigenaar());
    for (const { persoon, namens } of [people.maker, people.collega, people.vreemde]) {
      for (const { organisatie } of namens) {
        const mandaat = { id: randomUUID(), persoon, organisatie: organisatie.id };
        await insertMandaat(eigenaar(), { ...mandaat, rol: "medewerker", van: "2020-01-01" });
      }
      const sessie = { id: randomUUID(), persoon, apparaat: "proef", gemaaktOp: new Date() };
      const sha256 = persoon.replaceAll("-", "").padEnd(64, "0");
      await insertSessie(eigenaar(), { ...sessie, sha256, verlooptOp: new Date() });
    }
    const lid = { kring: people.kring, persoon: people.kringlid.persoon, id: randomUUID() };
    await eigenaar().insertInto("kringlid").values(lid).execute();
  });

  const TABELLEN = ["persoon", "mandaat", "kring", "kringlid", "sessie", "aanmelding"] as const;

  const countsFor = (wie: Wie) =>
    alsWie(wie, async () => {
      const counts = await Promise.all(
        TABELLEN.map(async (tabel) => {
          const { rows } = await sql<{ n: number }>`
            select count(*)::int as n from ${sql.table(tabel)}`.execute(db());
          return [tabel, rows[0]?.n];
        }),
      );
      return Object.fromEntries(counts) as Readonly<Record<(typeof TABELLEN)[number], number>>;
    });

  it("is read of oneself, and of who acts for the same body, and of nobody else", async () => {
    const none = { persoon: 0, mandaat: 0, kring: 0, kringlid: 0, sessie: 0, aanmelding: 0 };
    expect(await countsFor(OPENBAAR)).toEqual(none);
    const stranger = await countsFor(people.vreemde);
    expect(stranger).toEqual({ ...none, persoon: 1, mandaat: 1, sessie: 1 });
    const maker = await countsFor(people.maker);
    expect(maker).toEqual({ ...none, persoon: 2, mandaat: 2, kring: 1, kringlid: 1, sessie: 1 });
    const member = await countsFor(people.kringlid);
    expect(member).toEqual({ ...none, persoon: 1, kring: 1, kringlid: 1 });
  });

  it.each([...TABELLEN, "bestuursmandaat"])(
    "is written by no page: %s is of who owns the tables",
    async (tabel) => {
      const as = (statement: ReturnType<typeof sql>) =>
        alsWie(people.maker, () => statement.execute(db()));
      const table = sql.table(tabel);
      const denied = { code: "42501" };
      await expect(as(sql`delete from ${table}`)).rejects.toMatchObject(denied);
      await expect(as(sql`insert into ${table} default values`)).rejects.toMatchObject(denied);
      const change = sql`update ${table} set ${tabel === "aanmelding" ? sql`browser = ''` : sql`id = null`}`;
      await expect(as(change)).rejects.toMatchObject(denied);
    },
  );
});
