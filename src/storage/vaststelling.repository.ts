import type { Selectable } from "kysely";
import type { Orgaan } from "#domain/kop.ts";
import type { Besluitstuk, Intrekking, Vastgesteld, Vaststelling } from "#domain/vaststelling.ts";
import { takeTurn } from "#storage/take-turn.ts";
import { type Connection, inTransaction } from "#storage/transaction.ts";
import type { VaststellingTables } from "#storage/vaststelling-schema.ts";

/** A decision to record, by the mandate of whoever records it. */
export type NieuweVaststelling = Omit<Vaststelling, "vanWie" | "ingetrokken"> & {
  readonly mandaat: string;
};

/**
 * Records that a body adopted something; false where that same body did so by that same power
 * already, and it still holds.
 */
export function insertVaststelling(db: Connection, nieuw: NieuweVaststelling): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    await takeTurn(tx, "vaststellen");
    const known = await listVaststellingen(tx, nieuw.wat);
    const again = known.some(
      ({ organisatie, orgaan, over, ingetrokken }) =>
        ingetrokken === undefined &&
        organisatie === nieuw.organisatie &&
        orgaan === nieuw.orgaan &&
        over === nieuw.over,
    );
    if (again) return false;
    await tx
      .insertInto("vaststelling")
      .values({ ...toRow(nieuw), soort: "vaststelling", van: null })
      .execute();
    return true;
  });
}

/** Records the decision that ends an adoption; false where another ended it already. */
export async function insertIntrekking(
  db: Connection,
  nieuw: NieuweVaststelling,
  van: string,
): Promise<boolean> {
  const row = await db
    .insertInto("vaststelling")
    .values({ ...toRow(nieuw), soort: "intrekking", van })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** What was adopted of one thing, or of everything that who asks may see; the oldest first. */
export async function listVaststellingen(
  db: Connection,
  wat?: Vastgesteld,
): Promise<readonly Vaststelling[]> {
  let query = db
    .selectFrom("vaststelling")
    .innerJoin("organisatie", "organisatie.id", "vaststelling.organisatie")
    .selectAll("vaststelling")
    .select("organisatie.naam as van_wie")
    .orderBy("vaststelling.datum")
    .orderBy("vaststelling.vastgelegd_op")
    .orderBy("vaststelling.id");
  if (wat?.soort === "versie") query = query.where("versie", "=", wat.id);
  if (wat?.soort === "document") {
    query = query.where("document_id", "=", wat.id).where("document_versie", "=", wat.versie);
  }
  const rows = await query.execute();
  const ended = new Map(rows.flatMap((row) => (row.van === null ? [] : [[row.van, row]])));
  return rows
    .filter(({ soort }) => soort === "vaststelling")
    .map((row) => toVaststelling(row, ended.get(row.id)));
}

/** One adoption; undefined where who asks sees none. */
export async function findVaststelling(
  db: Connection,
  id: string,
): Promise<Vaststelling | undefined> {
  const row = await db
    .selectFrom("vaststelling")
    .selectAll()
    .where("id", "=", id)
    .where("soort", "=", "vaststelling")
    .executeTakeFirst();
  if (!row) return undefined;
  return (await listVaststellingen(db, watVan(row))).find((one) => one.id === id);
}

/** Whether anything was ever adopted of this: then it stays for ever. */
export async function isVastgesteld(db: Connection, wat: Vastgesteld): Promise<boolean> {
  return (await listVaststellingen(db, wat)).length > 0;
}

/** Whether any version of a document was ever adopted. */
export async function isDocumentVastgesteld(db: Connection, id: string): Promise<boolean> {
  const row = await db
    .selectFrom("vaststelling")
    .select("id")
    .where("document_id", "=", id)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

type Row = Selectable<VaststellingTables["vaststelling"]>;

function toRow({ wat, stuk, ...rest }: NieuweVaststelling) {
  const { id, kenmerk, over, orgaan, datum, organisatie, mandaat } = rest;
  const document = wat.soort === "document" ? wat : undefined;
  return {
    ...{ id, kenmerk, over, orgaan, datum, organisatie, mandaat },
    document_id: document?.id ?? null,
    document_versie: document?.versie ?? null,
    versie: wat.soort === "versie" ? wat.id : null,
    ...{ stuk_titel: stuk.titel, stuk_kenmerk: stuk.kenmerk },
    stuk_link: stuk.link ?? null,
    stuk_sha256: stuk.sha256 ?? null,
  };
}

function toVaststelling(row: Row & { readonly van_wie: string }, end?: Row): Vaststelling {
  const { id, kenmerk, over, organisatie, datum, van_wie: vanWie } = row;
  return {
    ...{ id, wat: watVan(row), kenmerk, over, vanWie, organisatie, datum },
    // The database holds it to these words by a check.
    orgaan: row.orgaan as Orgaan,
    stuk: stukVan(row),
    ...(end ? { ingetrokken: { datum: end.datum, stuk: stukVan(end) } satisfies Intrekking } : {}),
  };
}

function watVan({ document_id, document_versie, versie }: Row): Vastgesteld {
  if (versie !== null) return { soort: "versie", id: versie };
  if (document_id === null || document_versie === null) throw new Error("one of the two is there");
  return { soort: "document", id: document_id, versie: document_versie };
}

function stukVan(row: Row): Besluitstuk {
  return {
    ...{ titel: row.stuk_titel, kenmerk: row.stuk_kenmerk },
    ...(row.stuk_link === null ? {} : { link: row.stuk_link }),
    ...(row.stuk_sha256 === null ? {} : { sha256: row.stuk_sha256 }),
  };
}
