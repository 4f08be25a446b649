import { isGroepscijfer } from "#rules/cijfers/kleine-aantallen.ts";
import { findGedeeld, type Gedeeld } from "#storage/gedeeld.repository.ts";
import type { Connection } from "#storage/transaction.ts";
import type { Basis } from "../basis.ts";
import { readBeeld } from "./beeld.ts";
import type { Inleverkluis } from "./kluis.ts";
import type { Proef } from "./proef.ts";
import { makeVerslag, toOpenbaarVerslag, type Verslag } from "./verslag.ts";

/** A concept as whoever may see it and not change it reads it. */
export type Meelezing = {
  readonly gedeeld: Gedeeld;
  /** Absent while it is not settled how its sheets are read: then there are no figures yet. */
  readonly inhoud?: { readonly proef: Proef; readonly verslag: Verslag };
};

/**
 * Reads a concept that is shared with who asks; undefined where it is not.
 *
 * Whether they see it, their own connection says. The file stays with its owner: no reader has a
 * right to its bytes, so it is read here as whoever owns the tables, and only its figures come out.
 */
export async function readMeelezing(
  kluis: Inleverkluis,
  alsEigenaar: Connection,
  id: string,
): Promise<Meelezing | undefined> {
  const gedeeld = await findGedeeld(kluis.db, "inlevering", id);
  if (!gedeeld) return undefined;
  const beeld = await readBeeld({ ...kluis, db: alsEigenaar }, id);
  if (!beeld?.proef) return { gedeeld };
  const { proef, inlevering } = beeld;
  const verslag = makeVerslag(proef.controle, inlevering);
  const seen = gedeeld.wijzigbaar ? verslag : toOpenbaarVerslag(verslag, kluis.basis);
  return { gedeeld, inhoud: { proef, verslag: seen } };
}

/** Whether figures of groups of people are among these: only who delivered them sees those (F224). */
export function hasGroepscijfers({ controle }: Proef, { bibliotheek }: Basis): boolean {
  return controle.cijfers.some(({ waarneming }) => {
    const found = bibliotheek.find(waarneming.indicator);
    return found?.soort !== "indicator" || isGroepscijfer(found);
  });
}
