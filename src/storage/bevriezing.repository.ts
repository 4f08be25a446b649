import type { Selectable } from "kysely";
import { type BevriezingInhoud, hashBevriezing } from "#storage/bevriezing-hash.ts";
import type { BevriezingTable } from "#storage/schema.ts";
import { StorageError } from "#storage/storage-error.ts";
import type { Connection } from "#storage/transaction.ts";
import { fromUtf8, toUtf8 } from "#storage/utf8.ts";

/** A frozen outcome; `bevrorenOp` is an ISO moment. */
type Bevriezing = BevriezingInhoud & { readonly hash: string; readonly bevrorenOp: string };

/** What a hash, or its beginning, points to. */
export type Gevonden =
  | { readonly soort: "gevonden"; readonly bevriezing: Bevriezing }
  | { readonly soort: "geen" }
  /** The beginning fits more than one; the first of them. */
  | { readonly soort: "meer"; readonly hashes: readonly string[] };

const SHOWN = 5;

/**
 * Keeps an outcome for ever, under the hash of its content. Once this has answered, it is kept.
 *
 * @returns The hash, and whether it was new; the same content twice is kept once.
 */
export async function insertBevriezing(
  db: Connection,
  inhoud: BevriezingInhoud,
): Promise<{ readonly hash: string; readonly nieuw: boolean }> {
  const hash = hashBevriezing(inhoud);
  const inserted = await db
    .insertInto("bevriezing")
    .values(toRow(hash, inhoud))
    .onConflict((conflict) => conflict.doNothing())
    .returning("hash")
    .executeTakeFirst();
  return { hash, nieuw: inserted !== undefined };
}

/**
 * Finds by the whole hash or by a beginning that only one has.
 *
 * @throws StorageError "bevriezing-beschadigd" where the content no longer fits its hash.
 */
export async function findBevriezing(db: Connection, begin: string): Promise<Gevonden> {
  // Anything else than the digits of a hash would be a pattern to `like`.
  if (!/^[0-9a-f]{1,64}$/.test(begin)) return { soort: "geen" };
  const found = await db
    .selectFrom("bevriezing")
    .select("hash")
    .where("hash", "like", `${begin}%`)
    .orderBy("hash")
    .limit(SHOWN)
    .execute();
  const [first, second] = found;
  if (!first) return { soort: "geen" };
  if (second) return { soort: "meer", hashes: found.map(({ hash }) => hash) };
  return { soort: "gevonden", bevriezing: await readBevriezing(db, first.hash) };
}

async function readBevriezing(db: Connection, hash: string): Promise<Bevriezing> {
  const row = await db
    .selectFrom("bevriezing")
    .selectAll()
    .where("hash", "=", hash)
    .executeTakeFirstOrThrow();
  const bevriezing = toBevriezing(row);
  if (hashBevriezing(bevriezing) === hash) return bevriezing;
  throw new StorageError("bevriezing-beschadigd", { hash });
}

function toRow(
  hash: string,
  { document, engineVersie, ...rest }: BevriezingInhoud,
): Omit<BevriezingTable, "bevroren_op"> {
  return {
    hash,
    document_id: document.id,
    document_versie: document.versie,
    document_tekst: toUtf8(document.tekst),
    engine_versie: engineVersie,
    cijfers: rest.cijfers,
    op: rest.op,
    gebied: rest.gebied,
    ingevuld: rest.ingevuld,
    uitkomst: rest.uitkomst,
  };
}

function toBevriezing(row: Selectable<BevriezingTable>): Bevriezing {
  return {
    hash: row.hash,
    document: {
      id: row.document_id,
      versie: row.document_versie,
      tekst: fromUtf8(row.document_tekst),
    },
    cijfers: row.cijfers,
    engineVersie: row.engine_versie,
    op: row.op,
    gebied: row.gebied,
    ingevuld: row.ingevuld,
    uitkomst: row.uitkomst,
    bevrorenOp: row.bevroren_op.toISOString(),
  };
}
