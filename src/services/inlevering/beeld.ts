import type { Koppeling } from "#domain/inlevering.ts";
import type { Werkmap, Werkmapopmerking } from "#domain/werkmap.ts";
import { kopteksten } from "#rules/cijfers/inlezen/kop.ts";
import { type Koppelvraag, listVragen } from "#rules/cijfers/inlezen/vragen.ts";
import { isGroepscijfer } from "#rules/cijfers/kleine-aantallen.ts";
import { findInlevering, type Inlevering } from "#storage/inlevering.repository.ts";
import type { Basis } from "../basis.ts";
import type { Inleverkluis } from "./kluis.ts";
import { type Bladvoorstel, type Proef, proposeBladen, readLezing, runProef } from "./proef.ts";

export type { Koppelvraag } from "#rules/cijfers/inlezen/vragen.ts";

/** A concept as a person works on it: its sheets, what is still to be asked, and what it comes to. */
export type Inleverbeeld = {
  readonly inlevering: Inlevering;
  readonly werkmap: Werkmap;
  /** What was noticed in the file itself. */
  readonly bestand: readonly Werkmapopmerking[];
  readonly bladen: readonly Bladvoorstel[];
  readonly vragen: readonly Koppelvraag[];
  /** Absent while it is not settled how the sheets are read. */
  readonly proef?: Proef;
};

/** Reads a concept; undefined where it is none, or its file cannot be had any more. */
export async function readBeeld(
  kluis: Inleverkluis,
  id: string,
): Promise<Inleverbeeld | undefined> {
  const inlevering = await findInlevering(kluis.db, id);
  if (inlevering?.stand !== "concept") return undefined;
  const lezing = await readLezing(kluis, inlevering);
  if (!lezing?.ok) return undefined;
  const { werkmap, opmerkingen } = lezing;
  const proposed = await proposeBladen(kluis, werkmap, inlevering);
  const bladen = proposed.map((voorstel) => settled(voorstel, inlevering.koppelingen));
  const unsettled = inlevering.koppelingen.length === 0;
  const chosen = new Set(inlevering.koppelingen.map(({ blad }) => blad));
  const vragen = bladen
    .filter(({ blad, herkend }) => (unsettled ? herkend : chosen.has(blad.naam)))
    .flatMap(({ koppeling, blad }) => listVragen(koppeling, blad, inlevering.kop, kluis.kennis()));
  const common = { inlevering, werkmap, bestand: opmerkingen, bladen, vragen };
  if (unsettled || vragen.length > 0) return common;
  return { ...common, proef: await runProef(kluis, kluis.db, werkmap, inlevering) };
}

function settled(voorstel: Bladvoorstel, koppelingen: readonly Koppeling[]): Bladvoorstel {
  const own = koppelingen.find(({ blad }) => blad === voorstel.blad.naam);
  return own ? { ...voorstel, koppeling: own, onzeker: new Map() } : voorstel;
}

/** What the head says above each column of a sheet. */
export function koppenVan({ blad, koppeling }: Bladvoorstel): readonly string[] {
  return kopteksten(blad, koppeling.kopregels);
}

/** Whether small counts of this figure are nobody else's to see (F224). */
export function isGesloten(indicator: string, { bibliotheek }: Basis): boolean {
  const found = bibliotheek.find(indicator);
  return found?.soort !== "indicator" || isGroepscijfer(found);
}
