import { sql } from "kysely";
import { expect, it } from "vitest";
import { findBevriezing, insertBevriezing } from "#storage/bevriezing.repository.ts";
import { hashBevriezing } from "#storage/bevriezing-hash.ts";
import type { Connection } from "#storage/transaction.ts";
import { aBevriezing } from "#test/bevriezing.ts";
import { describeDatabases } from "#test/database.ts";

const CONTENT = aBevriezing("een");

async function insertMany(tx: Connection): Promise<string[]> {
  const hashes: string[] = [];
  for (let number = 0; number < 20; number += 1) {
    hashes.push((await insertBevriezing(tx, aBevriezing(`nummer ${number}`))).hash);
  }
  return hashes.toSorted();
}

describeDatabases("a frozen outcome", ({ alone, aloneAsOwner }) => {
  it(
    "comes back to the byte",
    alone(async (tx) => {
      const { hash, nieuw } = await insertBevriezing(tx, CONTENT);
      expect(nieuw).toBe(true);
      expect(await findBevriezing(tx, hash)).toEqual({
        soort: "gevonden",
        bevriezing: { ...CONTENT, hash, bevrorenOp: expect.stringMatching(/Z$/) },
      });
    }),
  );

  it(
    "is kept once, however often it is frozen",
    alone(async (tx) => {
      const first = await insertBevriezing(tx, CONTENT);
      expect(await insertBevriezing(tx, CONTENT)).toEqual({ hash: first.hash, nieuw: false });
    }),
  );

  it(
    "is found by a beginning that only one has",
    alone(async (tx) => {
      const hashes = await insertMany(tx);
      const [first = ""] = hashes;
      expect(await findBevriezing(tx, first.slice(0, 12))).toMatchObject({
        soort: "gevonden",
        bevriezing: { hash: first },
      });
      // Of twenty hashes at least two begin with the same of sixteen digits.
      const shared = hashes
        .map((hash) => hash.charAt(0))
        .find((digit, index, all) => all.indexOf(digit) < index);
      const fitting = hashes.filter((hash) => hash.startsWith(shared ?? "-"));
      expect(await findBevriezing(tx, shared ?? "")).toEqual({
        soort: "meer",
        hashes: fitting.slice(0, 5),
      });
    }),
  );

  it.each(["", "%", "_", "0".repeat(64), "F", "xyz", "' or true --"])(
    "is not found by %j",
    (begin) =>
      alone(async (tx) => {
        await insertBevriezing(tx, CONTENT);
        expect(await findBevriezing(tx, begin)).toEqual({ soort: "geen" });
      })(),
  );

  it.each([
    "update bevriezing set uitkomst = '{}'",
    "update bevriezing set bevroren_op = now()",
    "delete from bevriezing",
    "truncate bevriezing",
  ])("is never changed: %s", (statement) =>
    aloneAsOwner(async (tx) => {
      await insertBevriezing(tx, CONTENT);
      await writeHistory(tx);
      await expect(sql.raw(statement).execute(tx)).rejects.toThrow("verandert nooit");
    })(),
  );

  it(
    "that was tampered with below the database is not given out",
    aloneAsOwner(async (tx) => {
      const { hash } = await insertBevriezing(tx, CONTENT);
      await writeHistory(tx);
      await sql`alter table bevriezing disable trigger user`.execute(tx);
      await sql`update bevriezing set cijfers = '[]'`.execute(tx);
      await expect(findBevriezing(tx, hash)).rejects.toMatchObject({
        reason: "bevriezing-beschadigd",
      });
    }),
  );

  it.each(["cijfers", "ingevuld", "uitkomst"])("has JSON for %s, or is not kept", (column) =>
    alone(async (tx) => {
      await expect(insertBevriezing(tx, { ...CONTENT, [column]: "{half" })).rejects.toThrow("json");
    })(),
  );
});

/** What is kept of a change is written when the transaction ends; here it does not end. */
async function writeHistory(tx: Connection): Promise<void> {
  await sql`set constraints all immediate`.execute(tx);
}

it("has another name where any part of it differs", () => {
  const { document } = CONTENT;
  const others = [
    { ...CONTENT, document: { ...document, id: "ander" } },
    { ...CONTENT, document: { ...document, versie: 2 } },
    { ...CONTENT, document: { ...document, tekst: `${document.tekst} ` } },
    { ...CONTENT, cijfers: "[]" },
    { ...CONTENT, engineVersie: "0.1.1" },
    { ...CONTENT, op: "2026-01-02" },
    { ...CONTENT, gebied: "elders" },
    { ...CONTENT, ingevuld: "[]" },
    { ...CONTENT, uitkomst: "{}" },
    // The same letters, cut elsewhere.
    { ...CONTENT, gebied: `${CONTENT.gebied}{`, ingevuld: "}" },
  ];
  const names = [CONTENT, ...others].map(hashBevriezing);
  expect(new Set(names).size).toBe(names.length);
  expect(names[0]).toMatch(/^[0-9a-f]{64}$/);
});
