import { createHash } from "node:crypto";
import {
  type BevriezingInhoud,
  hashBevriezing,
  hashRekenversie,
} from "#storage/bevriezing-hash.ts";
import { findOpgeruimd, type Opgeruimd } from "#storage/inzage.repository.ts";
import { checkInzageketen, checkKeten } from "#storage/keten.ts";
import type { Connection } from "#storage/transaction.ts";
import { fromUtf8 } from "#storage/utf8.ts";

/** What was looked at, and what no longer fits its own name. */
export type Controle = {
  readonly bevriezingen: number;
  readonly versies: number;
  readonly documenten: number;
  readonly wijzigingen: number;
  readonly inzagen: number;
  /** What went of the access log when its time was over. */
  readonly opgeruimd?: Opgeruimd;
  /** Whether the chain of changes is whole. */
  readonly ketenHeel: boolean;
  /** The hash of the last change: noted elsewhere, it shows later that none before it changed. */
  readonly kop?: string;
  /** As people name them: «uitkomst 3f2a1b2c…», «document roda@1», «wijziging 12 ontbreekt». */
  readonly beschadigd: readonly string[];
};

const CHUNK = 200;

/** Looks whether everything that was kept under the hash of its content still is that content. */
export async function checkBewaard(db: Connection): Promise<Controle> {
  const bevriezingen = await checkBevriezingen(db);
  const versies = await checkVersies(db);
  const documenten = await checkDocumenten(db);
  const keten = await checkKeten(db);
  const inzagen = await checkInzageketen(db);
  const opgeruimd = await findOpgeruimd(db);
  return {
    bevriezingen: bevriezingen.aantal,
    versies: versies.aantal,
    documenten: documenten.aantal,
    wijzigingen: keten.aantal,
    inzagen: inzagen.aantal,
    ...(opgeruimd === undefined ? {} : { opgeruimd }),
    ketenHeel: keten.fout.length === 0,
    ...(keten.kop === undefined ? {} : { kop: keten.kop }),
    beschadigd: [bevriezingen, versies, documenten, keten, inzagen].flatMap(({ fout }) => fout),
  };
}

type Deel = { readonly aantal: number; readonly fout: readonly string[] };

async function checkBevriezingen(db: Connection): Promise<Deel> {
  const fout: string[] = [];
  let aantal = 0;
  let last = "";
  for (;;) {
    const rows = await db
      .selectFrom("bevriezing")
      .selectAll()
      .where("hash", ">", last)
      .orderBy("hash")
      .limit(CHUNK)
      .execute();
    for (const row of rows) {
      const { document_id: id, document_versie: versie, engine_versie: engineVersie } = row;
      const document = { id, versie, tekst: fromUtf8(row.document_tekst) };
      const inhoud: BevriezingInhoud = { ...row, document, engineVersie };
      if (hashBevriezing(inhoud) !== row.hash) fout.push(`uitkomst ${row.hash}`);
    }
    aantal += rows.length;
    last = rows.at(-1)?.hash ?? last;
    if (rows.length < CHUNK) return { aantal, fout };
  }
}

/** A version is named after the frozen keys it holds; of one that is gone nothing can be looked at. */
async function checkVersies(db: Connection): Promise<Deel> {
  const rows = await db
    .selectFrom("rekenversie")
    .innerJoin("rekenversie_inhoud", "rekenversie_inhoud.versie", "rekenversie.id")
    .select(["rekenversie.id", "rekenversie.hash", "rekenversie_inhoud.bevriezingen"])
    .execute();
  const fout = rows
    .filter(({ hash, bevriezingen }) => hash !== hashRekenversie(JSON.parse(bevriezingen)))
    .map(({ id }) => `versie ${id}`);
  return { aantal: rows.length, fout };
}

async function checkDocumenten(db: Connection): Promise<Deel> {
  const rows = await db
    .selectFrom("document")
    .select(["id", "versie", "tekst", "sha256"])
    .execute();
  const fout = rows
    .filter(({ tekst, sha256 }) => createHash("sha256").update(tekst).digest("hex") !== sha256)
    .map(({ id, versie }) => `document ${id}@${versie}`);
  return { aantal: rows.length, fout };
}
