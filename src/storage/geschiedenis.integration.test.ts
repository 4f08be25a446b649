import { randomUUID } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { expect, it } from "vitest";
import { OPENBAAR } from "#domain/toegang.ts";
import { alsWie, asWie } from "#storage/als-wie.ts";
import { checkBewaard } from "#storage/controle.ts";
import { deleteEigenDocument } from "#storage/eigen-document.repository.ts";
import { deelOnderwerp } from "#storage/eigendom.repository.ts";
import { type NieuwDocument, storeDocument } from "#storage/kader.repository.ts";
import { checkKeten } from "#storage/keten.ts";
import { SCHAKEL } from "#storage/migrations/0011-geschiedenis.ts";
import { insertReeks } from "#storage/rekenversie.repository.ts";
import type { Tables } from "#storage/schema.ts";
import { inTransaction } from "#storage/transaction.ts";
import { listWijzigingen, zegWaarom } from "#storage/wijziging.repository.ts";
import { describeDatabases } from "#test/database.ts";
import { plantBevolking } from "#test/toegang.ts";

const DOCUMENT: Omit<NieuwDocument, "id"> = {
  ...{ versie: 1, soort: "verdeling", status: "concept", herkomst: "eigen" },
  ...{ titel: "Geheime titel", tekst: "geheime tekst" },
};

describeDatabases("the change log", ({ db, eigenaar }) => {
  it("tells old and new, who, for whom, when and why, to who is of that body alone", async () => {
    const { maker, collega, vreemde } = await plantBevolking(eigenaar());
    const id = randomUUID();
    await alsWie(maker, () => insertReeks(db(), id));
    await asWie(db(), collega, async (tx) => {
      await zegWaarom(tx, "het overleg vroeg erom");
      await deelOnderwerp(tx, "versiereeks", id, { zichtbaarheid: "regio" });
    });
    const seen = await alsWie(maker, () => listWijzigingen(db(), "versiereeks", id));
    const namens = maker.namens[0]?.organisatie.id;
    expect(seen).toMatchObject([
      { soort: "gemaakt", persoon: maker.persoon, namens, nieuw: { zichtbaarheid: "organisatie" } },
      {
        ...{ soort: "gewijzigd", persoon: collega.persoon, namens },
        ...{ reden: "het overleg vroeg erom", op: expect.stringMatching(/Z$/) },
        ...{ oud: { zichtbaarheid: "organisatie" }, nieuw: { zichtbaarheid: "regio" } },
      },
    ]);
    expect(await alsWie(vreemde, () => listWijzigingen(db(), "versiereeks", id))).toEqual([]);
    expect(await listWijzigingen(db(), "versiereeks", id)).toEqual([]);
  });

  it("keeps that a document was thrown away, and nothing of what stood in it", async () => {
    const { maker } = await plantBevolking(eigenaar());
    const id = `weg-${randomUUID()}`;
    await alsWie(maker, async () => {
      await storeDocument(db(), { ...DOCUMENT, id });
      await deleteEigenDocument(db(), id);
    });
    const seen = await alsWie(maker, () => listWijzigingen(db(), "document", id));
    expect(seen.map(({ soort }) => soort)).toEqual(["gemaakt", "verwijderd"]);
    const { rows } = await sql<{ rij: string }>`select w::text as rij from wijziging w`.execute(
      eigenaar(),
    );
    expect(rows.map(({ rij }) => rij).join("\n")).not.toMatch(/geheime t/i);
  });

  it("has no line of what was rolled back", async () => {
    const before = await checkKeten(eigenaar());
    const failed = inTransaction(db(), async (tx) => {
      await insertReeks(tx, randomUUID());
      throw new Error("toch niet");
    });
    await expect(failed).rejects.toThrow("toch niet");
    expect(await checkKeten(eigenaar())).toEqual(before);
  });

  it("cannot be written, changed or emptied by the app, nor changed by its owner", async () => {
    await insertReeks(db(), randomUUID());
    const statements = [
      "insert into wijziging (nummer) values (1)",
      "update wijziging set reden = 'x'",
      "delete from wijziging",
      "truncate wijziging",
      "update wijzigingketen set nummer = 0",
    ];
    for (const statement of statements) {
      await expect(sql.raw(statement).execute(db()), statement).rejects.toThrow();
    }
    for (const statement of statements.slice(1, 4)) {
      await expect(sql.raw(statement).execute(eigenaar()), statement).rejects.toThrow(
        "verandert nooit",
      );
    }
  });

  it("is kept though the app says that a backup is being put back", async () => {
    const before = (await checkKeten(eigenaar())).aantal;
    await inTransaction(db(), async (tx) => {
      await sql`select set_config('woonregie.herstel', 'ja', true)`.execute(tx);
      await insertReeks(tx, randomUUID());
    }).catch(() => {});
    const { aantal, fout } = await checkKeten(eigenaar());
    const { rows } = await sql<{ reeksen: number }>`select count(*)::int as reeksen
      from versiereeks r where not exists
        (select from wijziging w where w.tabel = 'versiereeks' and w.sleutel = r.id::text)`.execute(
      eigenaar(),
    );
    expect([aantal, fout, rows]).toEqual([before, [], [{ reeksen: 0 }]]);
  });

  it("is one whole chain where many write at once", async () => {
    const before = (await checkKeten(eigenaar())).aantal;
    const people = await Promise.all([1, 2, 3].map(() => plantBevolking(eigenaar())));
    const makers = people.flatMap(({ maker, vreemde }) => [maker, vreemde]);
    const planted = (await checkKeten(eigenaar())).aantal;
    await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        asWie(db(), makers[index % makers.length] ?? OPENBAAR, async (tx) => {
          const id = randomUUID();
          await insertReeks(tx, id);
          await deelOnderwerp(tx, "versiereeks", id, { zichtbaarheid: "prive" });
        }),
      ),
    );
    expect(planted).toBeGreaterThan(before);
    expect(await checkKeten(eigenaar())).toMatchObject({ aantal: planted + 120, fout: [] });
  });
});

/** Does it as nobody can but who has the database itself in hand. */
async function tamper(eigenaar: Kysely<Tables>, statement: string): Promise<readonly string[]> {
  const found: string[] = [];
  const ROLLBACK = Symbol("rollback");
  await inTransaction(eigenaar, async (tx) => {
    await sql`alter table wijziging disable trigger user`.execute(tx);
    await sql.raw(statement).execute(tx);
    found.push(...(await checkBewaard(tx)).beschadigd);
    throw ROLLBACK;
  }).catch((thrown: unknown) => {
    if (thrown !== ROLLBACK) throw thrown;
  });
  return found;
}

const all = (...statements: readonly string[]) => `do $$ begin ${statements.join("; ")}; end $$`;

const HASH_AGAIN = `update wijziging
  set hash = encode(sha256(convert_to(${SCHAKEL}, 'UTF8')), 'hex') where nummer = 3`;

describeDatabases("a change log that somebody tampered with", ({ db, eigenaar }) => {
  it("is told by the line that was changed, taken out, cut off or put in", async () => {
    const ids = Array.from({ length: 6 }, () => randomUUID());
    for (const id of ids) await insertReeks(db(), id);
    expect(await tamper(eigenaar(), "select 1")).toEqual([]);
    const cases: readonly (readonly [statement: string, told: readonly string[]])[] = [
      [
        "update wijziging set reden = 'x' where nummer = 3",
        [`wijziging 3 (versiereeks ${ids[2]}) is veranderd`],
      ],
      [
        "update wijziging set op = op + interval '1 microsecond' where nummer = 4",
        [`wijziging 4 (versiereeks ${ids[3]}) is veranderd`],
      ],
      ["delete from wijziging where nummer = 2", ["wijziging 2 ontbreekt"]],
      ["delete from wijziging where nummer > 4", ["wijziging 5 tot en met 6 ontbreken"]],
      [
        "update wijziging set sleutel = 'x' where nummer in (2, 5)",
        ["wijziging 2 (versiereeks x) is veranderd", "wijziging 5 (versiereeks x) is veranderd"],
      ],
      [
        all(
          "update wijziging set nummer = -2 where nummer = 2",
          "update wijziging set nummer = 2 where nummer = 3",
          "update wijziging set nummer = 3 where nummer = -2",
        ),
        [
          `wijziging 2 (versiereeks ${ids[2]}) is veranderd`,
          `wijziging 3 (versiereeks ${ids[1]}) is veranderd`,
          `wijziging 4 (versiereeks ${ids[3]}) volgt niet op wat ervoor staat`,
        ],
      ],
      // Whoever knows how a line is hashed still has the next one against them.
      [
        all("update wijziging set sleutel = 'x' where nummer = 3", HASH_AGAIN),
        [`wijziging 4 (versiereeks ${ids[3]}) volgt niet op wat ervoor staat`],
      ],
      [
        all(
          "update wijziging set sleutel = 'x' where nummer = 3",
          HASH_AGAIN,
          `update wijziging set vorige = (select hash from wijziging where nummer = 3)
            where nummer = 4`,
        ),
        [`wijziging 4 (versiereeks ${ids[3]}) is veranderd`],
      ],
    ];
    for (const [statement, told] of cases) {
      expect(await tamper(eigenaar(), statement), statement).toEqual(told);
    }
  });
});
