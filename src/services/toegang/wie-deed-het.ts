import type { Wie } from "#domain/toegang.ts";
import { listOrganisaties } from "#storage/organisatie.repository.ts";
import { listPersoonnamen } from "#storage/persoon.repository.ts";
import type { Connection } from "#storage/transaction.ts";
import type { Toegang } from "./toegang.ts";

/** By whom something was done: ids, as they are kept. */
export type Daad = { readonly persoon?: string; readonly namens?: string };

/** The same in names: of a person only to whom may know who works there. */
export type Dader = { readonly persoon?: string; readonly organisatie?: string };

type Plek = { readonly db: Connection; readonly toegang?: Pick<Toegang, "db"> };

/**
 * Names who did things: the body to everybody who sees the deed, the person to colleagues and to
 * themselves alone.
 */
export async function nameDaders(
  { db, toegang }: Plek,
  wie: Wie,
  daden: readonly Daad[],
): Promise<(daad: Daad) => Dader> {
  const mine = new Set(wie.namens.map(({ organisatie }) => organisatie.id));
  // A program that asks for a body needs to know what happened there, and not who works there.
  const mayKnow = ({ persoon, namens }: Daad) =>
    wie.persoon !== undefined &&
    !wie.programma &&
    persoon !== undefined &&
    (persoon === wie.persoon || (namens !== undefined && mine.has(namens)));
  const ids = daden.flatMap((daad) => (mayKnow(daad) && daad.persoon ? [daad.persoon] : []));
  const personen = toegang ? await listPersoonnamen(toegang.db, [...new Set(ids)]) : new Map();
  const bodies = daden.some(({ namens }) => namens !== undefined) ? await listOrganisaties(db) : [];
  const organisaties = new Map(bodies.map(({ id, naam }) => [id, naam]));
  return (daad) => {
    const persoon = mayKnow(daad) ? personen.get(daad.persoon ?? "") : undefined;
    const organisatie = organisaties.get(daad.namens ?? "");
    return { ...(persoon ? { persoon } : {}), ...(organisatie ? { organisatie } : {}) };
  };
}

/** By whom something was done, on one line; `anders` where nobody may be named. */
export function describeDader({ persoon, organisatie }: Dader, anders: string): string {
  if (persoon === undefined) return organisatie ?? anders;
  return organisatie === undefined ? persoon : `${persoon}, ${organisatie}`;
}
