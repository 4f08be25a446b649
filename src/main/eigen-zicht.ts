import { getHeapStatistics } from "node:v8";
import type { Handler } from "#api/server.ts";
import { addEigen, type Meegeleverd } from "#sources/meegeleverd.ts";
import { isDatabaseWeg } from "#storage/database-weg.ts";
import { type Besloten, listBesloten } from "#storage/eigen-document.repository.ts";
import { listBeslotenDocumenten } from "#storage/kader.repository.ts";
import type { Connection } from "#storage/transaction.ts";

/** What the site of one set comes to hold, once every kind of page was asked of it. */
const BYTES = 8_000_000;

/** So many sets stay in memory that they take a quarter of what there is: about one for each body. */
const MEESTE = Math.max(20, Math.floor(getHeapStatistics().heap_size_limit / 4 / BYTES));

/** What everybody sees, and how a site is made of that with more laid on it. */
type Grond = {
  readonly openbaar: Meegeleverd;
  readonly make: (meegeleverd: Meegeleverd) => Promise<Handler>;
};

/**
 * Gives whoever asks the site with the own documents that they may see and not everybody does;
 * undefined where there are none, and the site of everybody is theirs.
 *
 * People who see the same get the same. What was not asked for longest is let go. While the
 * database is away everybody gets what everybody sees.
 *
 * Three layers, each read once: what everybody sees, what everybody with an account sees, and what
 * these few see. A document is read with what its own layer knows, so that it says the same to all
 * who see it.
 */
export function createEigenZicht(
  db: Connection,
  { openbaar, make }: Grond,
): () => Promise<Handler | undefined> {
  const made = new Map<string, Promise<Handler>>();
  const onRegio = createLaag(openbaar);
  const build = async (besloten: readonly Besloten[]) => {
    const own = await listBeslotenDocumenten(db);
    const laag = (regio: boolean) => {
      const names = new Set(
        besloten.filter((one) => (one.zichtbaarheid === "regio") === regio).map(naamVan),
      );
      return own.filter((document) => names.has(naamVan(document)));
    };
    return make(addLaag(onRegio(laag(true)), laag(false)));
  };
  return async () => {
    const seen = await listBesloten(db).catch((error: unknown) => {
      if (isDatabaseWeg(error)) return { documenten: [], vastgesteld: [] };
      throw error;
    });
    if (seen.documenten.length === 0) return undefined;
    const key = JSON.stringify(seen);
    const found = made.get(key) ?? build(seen.documenten);
    made.delete(key);
    made.set(key, found);
    // What could not be made is tried again by the next who asks.
    found.catch(() => made.delete(key));
    const [oldest] = made.keys();
    if (made.size > MEESTE && oldest !== undefined) made.delete(oldest);
    return found;
  };
}

type Laagdocument = { readonly id: string; readonly versie: number; readonly tekst: string };

/** Lays the documents of one layer on another; the same documents give the same layer again. */
function createLaag(onder: Meegeleverd): (documenten: readonly Laagdocument[]) => Meegeleverd {
  let last: { readonly key: string; readonly laag: Meegeleverd } | undefined;
  return (documenten) => {
    const key = JSON.stringify(documenten.map(({ id, versie, tekst }) => [id, versie, tekst]));
    if (last?.key !== key) last = { key, laag: addLaag(onder, documenten) };
    return last.laag;
  };
}

function addLaag(onder: Meegeleverd, documenten: readonly Laagdocument[]): Meegeleverd {
  if (documenten.length === 0) return onder;
  const own = documenten.map(({ id, versie, tekst }) => ({ id, versie, tekst }));
  return addEigen(onder, { waarnemingen: [], bovenMeegeleverd: [], documenten: own });
}

function naamVan({ id, versie }: Pick<Laagdocument, "id" | "versie">): string {
  return `${id}@${versie}`;
}
