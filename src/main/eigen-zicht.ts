import type { Handler } from "#api/server.ts";
import { isDatabaseWeg } from "#storage/database-weg.ts";
import { listBesloten } from "#storage/eigen-document.repository.ts";
import type { Connection } from "#storage/transaction.ts";

/** So many sets of documents that not everybody sees stay in memory: about one for each body. */
const MEESTE = 40;

/**
 * Gives whoever asks the site with the own documents that they may see and not everybody does;
 * undefined where there are none, and the site of everybody is theirs.
 *
 * People who see the same get the same. What was not asked for longest is let go. While the
 * database is away everybody gets what everybody sees.
 */
export function createEigenZicht(
  db: Connection,
  build: () => Promise<Handler>,
): () => Promise<Handler | undefined> {
  const made = new Map<string, Promise<Handler>>();
  return async () => {
    const seen = await listBesloten(db).catch((error: unknown) => {
      if (isDatabaseWeg(error)) return [];
      throw error;
    });
    if (seen.length === 0) return undefined;
    const key = seen.join("\n");
    const found = made.get(key) ?? build();
    made.delete(key);
    made.set(key, found);
    // What could not be made is tried again by the next who asks.
    found.catch(() => made.delete(key));
    const [oldest] = made.keys();
    if (made.size > MEESTE && oldest !== undefined) made.delete(oldest);
    return found;
  };
}
