import { type Deling, toKolommen } from "#storage/eigendom.repository.ts";
import { type BewaardDocument, listDocumenten, listVersiesVan } from "#storage/kader.repository.ts";
import type { Connection } from "#storage/transaction.ts";

/** Own documents with all their versions, by id; within one the oldest first. */
export async function listEigenDocumenten(
  db: Connection,
): Promise<ReadonlyMap<string, readonly BewaardDocument[]>> {
  const byId = new Map<string, BewaardDocument[]>();
  for (const document of await listDocumenten(db, "eigen")) {
    const versies = byId.get(document.id);
    if (versies) versies.push(document);
    else byId.set(document.id, [document]);
  }
  return byId;
}

/** All versions of one own document, the oldest first; none where there is no such document. */
export async function listVersies(db: Connection, id: string): Promise<readonly BewaardDocument[]> {
  return (await listVersiesVan(db, id)).filter(({ herkomst }) => herkomst === "eigen");
}

/** Whether an outcome was frozen on any version of this document, which then stays for ever. */
export async function isBevroren(db: Connection, id: string): Promise<boolean> {
  const frozen = await db
    .selectFrom("bevriezing")
    .select("hash")
    .where("document_id", "=", id)
    .limit(1)
    .executeTakeFirst();
  return frozen !== undefined;
}

/** Takes every version of an own document away; of no other document. */
export async function deleteEigenDocument(db: Connection, id: string): Promise<void> {
  await db.deleteFrom("document").where("id", "=", id).where("herkomst", "=", "eigen").execute();
}

/** A version that not everybody sees: what names its text, and how far it is shared. */
export type Besloten = {
  readonly id: string;
  readonly versie: number;
  readonly sha256: string;
  readonly zichtbaarheid: string | null;
};

/**
 * The versions that who asks may see and not everybody does, and what bodies decided of them.
 *
 * In an order, so that two people who see the same get the same list.
 */
export async function listBesloten(db: Connection): Promise<{
  readonly documenten: readonly Besloten[];
  readonly vastgesteld: readonly string[];
}> {
  const rows = await db
    .selectFrom("document")
    .select(["id", "versie", "sha256", "zichtbaarheid"])
    .where("herkomst", "=", "eigen")
    .where("zichtbaarheid", "<>", "openbaar")
    .orderBy("id")
    .orderBy("versie")
    .execute();
  if (rows.length === 0) return { documenten: [], vastgesteld: [] };
  const decided = await db
    .selectFrom("vaststelling")
    .select("id")
    .where("document_id", "in", [...new Set(rows.map(({ id }) => id))])
    .orderBy("id")
    .execute();
  return { documenten: rows, vastgesteld: decided.map(({ id }) => id) };
}

/**
 * Lets others see every version of an own document, further or less far; false where who asks has
 * no such document of their own.
 */
export async function deelDocument(db: Connection, id: string, deling: Deling): Promise<boolean> {
  const rows = await db
    .updateTable("document")
    .set(toKolommen(deling))
    .where("id", "=", id)
    .where("herkomst", "=", "eigen")
    .where("zichtbaarheid", "is not", null)
    .returning("versie")
    .execute();
  return rows.length > 0;
}
