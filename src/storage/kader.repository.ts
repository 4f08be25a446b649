import { createHash } from "node:crypto";
import { type Insertable, type Selectable, type SelectQueryBuilder, sql } from "kysely";
import type { DocumentStatus, Soort } from "#domain/kop.ts";
import type { Eigendom } from "#domain/toegang.ts";
import { toEigendom } from "#storage/eigendom.repository.ts";
import type { DocumentTable, Tables } from "#storage/schema.ts";
import { type Connection, inTransaction } from "#storage/transaction.ts";
import { fromUtf8, toUtf8 } from "#storage/utf8.ts";
import { isVastgesteld } from "#storage/vaststelling.repository.ts";

/** One version of a document: the writer's own text, and what the list shows of it. */
export type NieuwDocument = {
  readonly id: string;
  readonly versie: number;
  readonly soort: Soort;
  readonly status: DocumentStatus;
  readonly titel: string;
  readonly herkomst: "meegeleverd" | "eigen";
  readonly tekst: string;
};

/** A document as it is kept; `sha256` is of the text in UTF-8, `bewaardOp` an ISO moment. */
export type BewaardDocument = NieuwDocument & {
  readonly sha256: string;
  readonly bewaardOp: string;
  /** Absent where it has no owner: what ships, and what is from before there were accounts. */
  readonly eigendom?: Eigendom;
  /** Whether who asked may change it, and not only read it. */
  readonly wijzigbaar: boolean;
};

/**
 * What storing came to. The last four are refusals, and nothing changed: the stored version is
 * decided (`besloten`), belongs to a frozen outcome (`bevroren`), or came from elsewhere
 * (`andere-herkomst`: an own document never takes the place of one that ships, nor the reverse),
 * or is somebody else's (`van-een-ander`, also where who asks cannot see it).
 */
export type Bewaring =
  | "nieuw"
  | "gelijk"
  | "vervangen"
  | "besloten"
  | "bevroren"
  | "andere-herkomst"
  | "van-een-ander";

/**
 * Stores one version of a document.
 *
 * `id@versie` names one text. Only a voorbeeld or concept on which no outcome was frozen gives
 * way to another text; of anything else a next versie must be made. The database guards the same.
 */
export function storeDocument(db: Connection, document: NieuwDocument): Promise<Bewaring> {
  return inTransaction(db, async (tx) => {
    const row = toRow(document);
    const inserted = await tx
      .insertInto("document")
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .returning("id")
      .executeTakeFirst();
    if (inserted) return "nieuw";

    const stored = await lockStored(tx, document);
    if (!stored) return "van-een-ander";
    if (stored.sha256 === row.sha256 && stored.herkomst === row.herkomst) return "gelijk";
    const refusal = await refusalOf(tx, stored, document);
    if (refusal) return refusal;
    await replaceStored(tx, row);
    return "vervangen";
  });
}

/** That version, or without one the highest; undefined where there is none. */
export async function findDocument(
  db: Connection,
  id: string,
  versie?: number,
): Promise<BewaardDocument | undefined> {
  let query = selectDocument(db).where("id", "=", id);
  if (versie !== undefined) query = query.where("versie", "=", versie);
  const row = await query.orderBy("versie", "desc").limit(1).executeTakeFirst();
  return row && toDocument(row);
}

/** Every version of every document, or of those of one herkomst, by id and versie. */
export async function listDocumenten(
  db: Connection,
  herkomst?: NieuwDocument["herkomst"],
): Promise<readonly BewaardDocument[]> {
  let query = selectDocument(db).orderBy("id").orderBy("versie");
  if (herkomst) query = query.where("herkomst", "=", herkomst);
  return (await query.execute()).map(toDocument);
}

/** Every version of the own documents that who asks may see and not everybody does. */
export async function listBeslotenDocumenten(db: Connection): Promise<readonly BewaardDocument[]> {
  const query = selectDocument(db)
    .where("herkomst", "=", "eigen")
    .where("zichtbaarheid", "<>", "openbaar")
    .orderBy("id")
    .orderBy("versie");
  return (await query.execute()).map(toDocument);
}

/** Every version of one document, wherever it came from, the oldest first. */
export async function listVersiesVan(
  db: Connection,
  id: string,
): Promise<readonly BewaardDocument[]> {
  const rows = await selectDocument(db).where("id", "=", id).orderBy("versie").execute();
  return rows.map(toDocument);
}

function toRow({ tekst, ...rest }: NieuwDocument): Insertable<DocumentTable> {
  const bytes = toUtf8(tekst);
  return { ...rest, tekst: bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
}

function selectDocument(db: Connection): SelectQueryBuilder<Tables, "document", Gelezen> {
  return db
    .selectFrom("document")
    .selectAll()
    .select(sql<boolean>`wijzigt(organisatie, persoon, zichtbaarheid)`.as("wijzigbaar"));
}

// Two that store the same version at once take turns here. What cannot be seen is not found.
function lockStored(tx: Connection, { id, versie }: NieuwDocument) {
  return tx
    .selectFrom("document")
    .selectAll()
    .where("id", "=", id)
    .where("versie", "=", versie)
    .forUpdate()
    .executeTakeFirst();
}

async function refusalOf(
  tx: Connection,
  stored: Selectable<DocumentTable>,
  document: NieuwDocument,
): Promise<Bewaring | undefined> {
  if (stored.herkomst !== document.herkomst) return "andere-herkomst";
  if (!["voorbeeld", "concept"].includes(stored.status)) return "besloten";
  const { id, versie } = stored;
  if (await isVastgesteld(tx, { soort: "document", id, versie })) return "besloten";
  const frozen = await tx
    .selectFrom("bevriezing")
    .select("hash")
    .where("document_id", "=", stored.id)
    .where("document_versie", "=", stored.versie)
    .limit(1)
    .executeTakeFirst();
  return frozen && "bevroren";
}

async function replaceStored(
  tx: Connection,
  { id, versie, ...rest }: ReturnType<typeof toRow>,
): Promise<void> {
  await tx
    .updateTable("document")
    .set({ ...rest, bewaard_op: new Date() })
    .where("id", "=", id)
    .where("versie", "=", versie)
    .execute();
}

// The database holds these words to the lists of the domain only by how they came in.
type StoredWords = Pick<
  BewaardDocument,
  "id" | "versie" | "soort" | "status" | "titel" | "herkomst"
> &
  Pick<BewaardDocument, "sha256">;

type Gelezen = Selectable<DocumentTable> & { readonly wijzigbaar: boolean };

function toDocument(row: Gelezen): BewaardDocument {
  const { id, versie, soort, status, titel, herkomst, sha256, wijzigbaar } = row;
  const eigendom = toEigendom(row);
  return {
    ...({ id, versie, soort, status, titel, herkomst, sha256 } as StoredWords),
    ...{ tekst: fromUtf8(row.tekst), bewaardOp: row.bewaard_op.toISOString(), wijzigbaar },
    ...(eigendom ? { eigendom } : {}),
  };
}
