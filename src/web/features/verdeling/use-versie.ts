import { useCallback, useEffect, useState } from "react";
import { type Blad, verkenAdres } from "#contract/rekenblad/blad.ts";
import { bladOf, type Gebeurtenis, listVeranderingen } from "./versies-log.ts";

/** What a tab remembers of the versions of one document, until it is closed. */
export type Draad = {
  /** The reeks that versions are kept in, and the secret that opens it. */
  readonly reeks?: string | undefined;
  /** Empty where an account opens it. */
  readonly geheim?: string;
  /** The version that this sheet goes on from. */
  readonly vorige?: string | undefined;
  readonly nummer?: number | undefined;
  /** Where each typed figure comes from. */
  readonly bronnen: Readonly<Record<string, string>>;
  readonly naam: string;
  readonly maker: string;
  /** What was changed since the version before. */
  readonly log: readonly Gebeurtenis[];
  /** The query of the sheet at the last note. */
  readonly laatste?: string;
};

const LEEG: Draad = { bronnen: {}, naam: "", maker: "", log: [] };
const MEESTE = 2_000;

/** The thread of a sheet, kept in this tab; it follows what is changed on the sheet. */
export function useVersie(blad: Blad) {
  const { document } = blad;
  const [draad, setDraad] = useState(() => readDraad(document));
  const query = queryOf(blad);
  const save = useCallback(
    (next: Partial<Draad>) =>
      setDraad((known) => {
        const changed = { ...known, ...next };
        writeDraad(document, changed);
        return changed;
      }),
    [document],
  );
  useEffect(() => {
    setDraad((known) => {
      if (known.laatste === query) return known;
      const followed = { ...known, laatste: query, log: follow(known, query) };
      writeDraad(document, followed);
      return followed;
    });
  }, [document, query]);
  return { draad, save };
}

/**
 * Lets the sheet of a version go on in this tab: the next one is kept after it. Without `from` it
 * goes on as a sheet of one's own, in a new reeks.
 */
export function continueFrom(
  query: string,
  from: Pick<Draad, "reeks" | "geheim" | "vorige" | "nummer">,
): void {
  const blad = bladOf(query);
  const { bronnen, maker } = readDraad(blad.document);
  writeDraad(blad.document, { ...LEEG, ...from, bronnen, maker, laatste: queryOf(blad) });
}

/** The address of a sheet that a version holds. */
export function adresOf(query: string): string {
  return verkenAdres(bladOf(query));
}

export function queryOf(blad: Blad): string {
  return new URL(verkenAdres(blad), window.location.origin).search.slice(1);
}

function follow({ log, laatste, maker }: Draad, query: string): readonly Gebeurtenis[] {
  if (laatste === undefined) return log;
  const op = new Date().toISOString();
  const who = maker.trim() ? { wie: maker.trim() } : {};
  const changes = listVeranderingen(bladOf(laatste), bladOf(query));
  return [...log, ...changes.map((change) => ({ ...change, op, ...who }))].slice(-MEESTE);
}

function keyOf(document: string): string {
  return `woonregie.versie ${document}`;
}

// A browser may refuse to remember; then the thread lasts as long as the page.
function readDraad(document: string): Draad {
  try {
    const kept = window.sessionStorage.getItem(keyOf(document));
    return kept ? { ...LEEG, ...(JSON.parse(kept) as Partial<Draad>) } : LEEG;
  } catch {
    return LEEG;
  }
}

function writeDraad(document: string, draad: Draad): void {
  try {
    window.sessionStorage.setItem(keyOf(document), JSON.stringify(draad));
  } catch {
    return;
  }
}

/** Text that nobody guesses twice, for one click. */
export function newSleutel(): string {
  const bytes = window.crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
