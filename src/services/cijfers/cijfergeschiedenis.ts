import type { Indicator } from "#domain/indicator.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import {
  type Geleverdcijfer,
  listGeleverdecijfers,
} from "#storage/cijfergeschiedenis.repository.ts";
import type { Connection } from "#storage/transaction.ts";
import { isGroepscijfer, type OpenbareBasis } from "./openbare-cijfers.ts";

/** Whether a delivered figure counts now, another goes before it, or its delivery was undone. */
export type Leveringstand = "telt" | "gaat-voor" | "teruggedraaid";

/** A delivery of a figure, with what became of it. */
export type Leveringregel = Geleverdcijfer & { readonly stand: Leveringstand };

/**
 * Which deliveries gave a figure of a gemeente its value over time.
 *
 * Undefined where it counts people of a group: what was delivered is not for everybody then (F224).
 */
export async function listCijfergeschiedenis(
  db: Connection,
  basis: OpenbareBasis,
  indicator: Indicator,
  gemeente: string,
): Promise<readonly Leveringregel[] | undefined> {
  if (isGroepscijfer(indicator)) return undefined;
  const counting = basis.cijfers.find(indicator.id, gemeente);
  const delivered = await listGeleverdecijfers(db, indicator.id, gemeente);
  return delivered.map((one) => ({ ...one, stand: standOf(one, counting) }));
}

function standOf(
  { waarneming, telt }: Geleverdcijfer,
  counting: readonly Waarneming[],
): Leveringstand {
  if (!telt) return "teruggedraaid";
  return counting.some((one) => isSame(one, waarneming)) ? "telt" : "gaat-voor";
}

function isSame(a: Waarneming, b: Waarneming): boolean {
  return (
    a.moment === b.moment &&
    a.bron === b.bron &&
    a.cel.join("\n") === b.cel.join("\n") &&
    toText(a.inhoud) === toText(b.inhoud)
  );
}

/** An exact number is a pair of whole numbers of any size. */
function toText(inhoud: Waarneming["inhoud"]): string {
  return JSON.stringify(inhoud, (_, part: unknown) =>
    typeof part === "bigint" ? `${part}` : part,
  );
}
