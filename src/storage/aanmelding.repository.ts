import type { Connection } from "#storage/transaction.ts";

/** What is kept while somebody is away at the provider. */
export type Aanmelding = {
  /** The sha256 of the secret that the browser keeps meanwhile. */
  readonly browser: string;
  readonly nonce: string;
  readonly verifier: string;
  /** The page to go back to, of this site. */
  readonly terug: string;
  readonly verlooptOp: Date;
};

/** Keeps a sign-in that begins, and lets go of those that nobody came back for. */
export async function insertAanmelding(
  db: Connection,
  { sha256, verlooptOp, ...rest }: Aanmelding & { readonly sha256: string },
  nu: Date,
): Promise<void> {
  await db.deleteFrom("aanmelding").where("verloopt_op", "<", nu).execute();
  await db
    .insertInto("aanmelding")
    .values({ ...rest, sha256, verloopt_op: verlooptOp })
    .execute();
}

/** Takes the sign-in of a state, which is gone from then on: nobody gets it a second time. */
export async function takeAanmelding(
  db: Connection,
  sha256: string,
): Promise<Aanmelding | undefined> {
  const row = await db
    .deleteFrom("aanmelding")
    .where("sha256", "=", sha256)
    .returning(["browser", "nonce", "verifier", "terug", "verloopt_op"])
    .executeTakeFirst();
  if (!row) return undefined;
  const { verloopt_op: verlooptOp, ...rest } = row;
  return { ...rest, verlooptOp };
}
