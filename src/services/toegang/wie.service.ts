import { OPENBAAR, type Wie } from "#domain/toegang.ts";
import { holdsOn } from "#rules/toegang/index.ts";
import { listKringenVan, listMandatenVan } from "#storage/mandaat.repository.ts";
import { findPersoon } from "#storage/persoon.repository.ts";
import { findSessie, touchSessie } from "#storage/sessie.repository.ts";
import type { Connection } from "#storage/transaction.ts";
import { hashGeheim } from "./hash-geheim.ts";
import { dagVan, type Toegang } from "./toegang.ts";

const MINUUT = 60_000;

/** Who asks, and in which session. */
export type Aangemeld = { readonly wie: Wie; readonly sessie?: string };

/** Who holds this secret now; the public where it is nobody's, lapsed, ended or switched off. */
export async function readAangemeld(
  { db, nu: now, rust, aanbieder }: Pick<Toegang, "db" | "nu" | "rust" | "aanbieder">,
  geheim: string,
): Promise<Aangemeld> {
  const nu = now();
  const sessie = await findSessie(db, hashGeheim(geheim), aanbieder.issuer);
  if (!sessie) return { wie: OPENBAAR };
  const { id, persoon, gezienOp, verlooptOp } = sessie;
  const idle = nu.getTime() - gezienOp.getTime();
  if (nu >= verlooptOp || idle >= rust) return { wie: OPENBAAR };
  if (idle >= MINUUT) await touchSessie(db, id, nu);
  return { wie: await readWie(db, persoon, dagVan(nu)), sessie: id };
}

/** A person with what they may act for on a day. */
export async function readWie(db: Connection, persoon: string, dag: string): Promise<Wie> {
  const known = await findPersoon(db, persoon);
  if (!known || known.uitgeschakeld) return OPENBAAR;
  const mandaten = await listMandatenVan(db, persoon);
  const namens = mandaten.filter((mandaat) => holdsOn(mandaat, dag));
  const nietVandaag = mandaten.filter((mandaat) => !holdsOn(mandaat, dag));
  const bodies = [...new Set(namens.map(({ organisatie }) => organisatie.id))];
  const kringen = await listKringenVan(db, persoon, bodies);
  return { persoon, naam: known.naam, namens, nietVandaag, kringen };
}
