import type { Breuk } from "#domain/breuk.ts";
import type { Datum } from "#domain/peildatum.ts";
import type { Kennis } from "../kennis.ts";

/** What scalars are checked against while one document is read. */
export type Leescontext = {
  readonly kennis: Kennis;
  readonly peildatum?: Datum;
  readonly parameters: ReadonlySet<string>;
  readonly afgeleid: ReadonlySet<string>;
  /** Parameters whose number is written in the document. */
  readonly getallen: ReadonlyMap<string, Breuk>;
  /** A rangorde ranks on fields of candidates, which are no indicators. */
  readonly cijfersBekend: boolean;
  /** Reports a gemeente without its code, with the text to put there, instead of accepting it. */
  readonly meldCodes: boolean;
};

const LEEG: Leescontext = {
  kennis: {},
  parameters: new Set(),
  afgeleid: new Set(),
  getallen: new Map(),
  cijfersBekend: false,
  meldCodes: false,
};

// Schemas are built once and hold no state; reading is synchronous, so one reader at a time.
let current: Leescontext = LEEG;

/** Runs a parse in which every scalar can see the context. */
export function withLeescontext<T>(context: Leescontext, parse: () => T): T {
  const outer = current;
  current = context;
  try {
    return parse();
  } finally {
    current = outer;
  }
}

/** The context of the document that is being read now. */
export function leescontext(): Leescontext {
  return current;
}
