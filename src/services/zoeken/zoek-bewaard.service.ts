import type { Connection } from "#storage/transaction.ts";
import { type Bewaard, findBewaard } from "#storage/zoek.repository.ts";
import { toKaal } from "./woordindex.ts";

export type { Bewaard };

/** What whoever asks may see of what people made here, with every word in its name. */
export async function zoekBewaard(
  db: Connection,
  vraag: string,
  hoogstens: number,
): Promise<readonly Bewaard[]> {
  const words = toKaal(vraag).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return findBewaard(db, { patronen: words.map(toPattern), hoogstens });
}

/** A word that somebody typed never works as a wildcard. */
function toPattern(word: string): string {
  return `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
