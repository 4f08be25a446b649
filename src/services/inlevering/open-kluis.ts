import { addEigen, readMeegeleverd } from "#sources/meegeleverd.ts";
import type { Connection } from "#storage/transaction.ts";
import { loadBasis } from "../basis.service.ts";
import { readEigen } from "../eigen.ts";
import { createInleverkluis, type Inleverkluis } from "./kluis.ts";

/** What deliveries stand on for a program that has a database and nothing else yet. */
export async function openInleverkluis(db: Connection, root: string): Promise<Inleverkluis> {
  const shipped = readMeegeleverd(root);
  const basis = loadBasis(addEigen(shipped, await readEigen(db)));
  return createInleverkluis(db, basis, shipped.samenvoegingen());
}
