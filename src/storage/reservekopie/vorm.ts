import { createHash, type Hash } from "node:crypto";

/** The first line of a backup: who made it, of which tables. */
export type Kop = {
  readonly soort: typeof SOORT;
  readonly vorm: 1;
  /** The version of Woonregie that wrote it. */
  readonly woonregie: string;
  /** ISO moment. */
  readonly gemaakt: string;
  /** The steps that made the tables it came from, oldest first. */
  readonly migraties: readonly string[];
};

export const SOORT = "woonregie-reservekopie";

/** Stands before the rows of a table. */
export type Tabelkop = { readonly tabel: string; readonly kolommen: readonly string[] };

/** The last line; without it, or where it does not fit, the file is no backup. */
export type Slot = { readonly einde: true; readonly rijen: number; readonly sha256: string };

/** Adds lines up to what the last line must say of them. */
export function createTeller() {
  const hash: Hash = createHash("sha256");
  let rijen = 0;
  return {
    add: (regel: string) => hash.update(`${regel}\n`, "utf8"),
    row: () => {
      rijen += 1;
    },
    slot: (): Slot => ({ einde: true, rijen, sha256: hash.copy().digest("hex") }),
  };
}
