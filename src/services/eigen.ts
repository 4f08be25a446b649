import type { Eigen } from "#sources/meegeleverd.ts";
import { listEigenWaarnemingen } from "#storage/cijfers.repository.ts";
import { listDocumenten } from "#storage/kader.repository.ts";
import type { Connection } from "#storage/transaction.ts";

/** What this installation keeps beside what ships. */
export async function readEigen(db: Connection): Promise<Eigen> {
  const stored = await listDocumenten(db, "eigen");
  return {
    waarnemingen: await listEigenWaarnemingen(db),
    documenten: stored.map(({ id, versie, tekst }) => ({ id, versie, tekst })),
  };
}
