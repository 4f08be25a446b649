/** A text that was written and not kept, as this browser holds it. */
export type Concept = {
  readonly sleutel: string;
  readonly tekst: string;
  /** The version it was written from. */
  readonly van: number;
  /** When it was last changed, as an ISO moment. */
  readonly op: string;
};

/** The part of the browser's store that is used; it may refuse, when it is full or switched off. */
type Bewaarplek = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** Unsaved texts of one document, each tab its own, so that two never write over each other. */
export type Concepten = {
  /** Those of other tabs and of earlier visits, the newest first. */
  readonly andere: () => readonly Concept[];
  readonly bewaar: (tekst: string, van: number) => boolean;
  readonly vergeet: (sleutel?: string) => void;
};

const BEGIN = "woonregie.document.";

export function createConcepten(
  plek: Bewaarplek,
  document: string,
  tab: string,
  now: () => Date,
): Concepten {
  const prefix = `${BEGIN}${document}/`;
  const own = `${prefix}${tab}`;
  return {
    andere: () => {
      const keys = Array.from({ length: plek.length }, (_, i) => plek.key(i) ?? "");
      return keys
        .filter((key) => key.startsWith(prefix) && key !== own)
        .flatMap((sleutel) => read(sleutel, plek.getItem(sleutel)))
        .toSorted((a, b) => (a.op < b.op ? 1 : -1));
    },
    bewaar: (tekst, van) => {
      try {
        plek.setItem(own, JSON.stringify({ tekst, van, op: now().toISOString() }));
        return true;
      } catch {
        return false;
      }
    },
    vergeet: (sleutel = own) => plek.removeItem(sleutel),
  };
}

/** Another program on this site may have put anything there. */
function read(sleutel: string, text: string | null): readonly Concept[] {
  try {
    const found: unknown = JSON.parse(text ?? "");
    if (typeof found !== "object" || found === null) return [];
    const { tekst, van, op } = found as Partial<Concept>;
    const whole = typeof tekst === "string" && typeof van === "number" && typeof op === "string";
    return whole ? [{ sleutel, tekst, van, op }] : [];
  } catch {
    return [];
  }
}
