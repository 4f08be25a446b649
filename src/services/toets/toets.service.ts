import type { ToetsUitkomst } from "#domain/oordeel.ts";
import { computeToets, type Toetsvraag } from "#rules/normen/index.ts";
import type { Basis } from "#services/basis.ts";
import { type Toetsopdracht, toToetsvraag } from "./opdracht.ts";

export { explainToets, type Toetsvraag } from "#rules/normen/index.ts";

export type Getoetst =
  | { readonly ok: true; readonly vraag: Toetsvraag; readonly uitkomst: ToetsUitkomst }
  | { readonly ok: false; readonly fouten: readonly string[] };

/**
 * Carries out a toets on the figures of the basis and those that somebody adds.
 *
 * What is wrong with the question comes back all at once; what people must set, decide or deliver
 * is in the outcome.
 */
export function toetsDocument(basis: Basis, opdracht: Toetsopdracht): Getoetst {
  const read = toToetsvraag(basis, opdracht);
  if (!read.ok) return read;
  return { ok: true, vraag: read.vraag, uitkomst: computeToets(read.vraag) };
}
