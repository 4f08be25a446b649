import { parseRekenjson } from "#contract/rekenblad/codec.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import type { OpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import { type Correctiereactie, listReacties } from "#storage/correctie.repository.ts";
import type { Connection } from "#storage/transaction.ts";

/**
 * The basis with what gemeenten corrected in a round laid over it.
 *
 * A correction takes the place of the figure of the same gemeente, cell and moment, and of an
 * earlier correction of it; what was delivered stays where it was, for who does not name the round.
 */
export async function withCorrecties(
  db: Connection,
  basis: OpenbareBasis,
  ronde: string,
): Promise<OpenbareBasis> {
  const found = lastOfEach(await listReacties(db, ronde));
  return found.length === 0 ? basis : basis.withCijfers(found);
}

/** The figure that a correction is. */
function figureOf(json: string): Waarneming {
  // It was written by us, from a figure that had been read.
  return parseRekenjson(json) as Waarneming;
}

/** Of every figure the correction that came last. */
function lastOfEach(reacties: readonly Correctiereactie[]): readonly Waarneming[] {
  const last = new Map<string, Waarneming>();
  for (const reactie of reacties) {
    if (reactie.soort !== "gecorrigeerd") continue;
    const waarneming = figureOf(reactie.waarneming);
    const { indicator, gebied, cel, moment } = waarneming;
    last.set(JSON.stringify([indicator, gebied, cel, moment]), waarneming);
  }
  return [...last.values()];
}
