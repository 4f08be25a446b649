import {
  endSessie,
  endSessiesVan,
  listSessiesVan,
  type Sessie,
} from "#storage/sessie.repository.ts";
import type { Toegang } from "./toegang.ts";

/** Where a person is signed in now, the one that was used last first. */
export function listEigenSessies(
  { db, nu, rust }: Toegang,
  persoon: string,
): Promise<readonly Sessie[]> {
  const now = nu();
  return listSessiesVan(db, persoon, { nu: now, gezienSinds: new Date(now.getTime() - rust) });
}

/** Ends one of a person's own sessions; of another's nothing happens. */
export async function endEigenSessie(
  { db, nu }: Toegang,
  persoon: string,
  sessie: string,
): Promise<void> {
  await endSessie(db, sessie, nu(), persoon);
}

/** Ends one session: its cookie is nobody from now on, on every server. */
export async function meldAf({ db, nu }: Toegang, sessie: string): Promise<void> {
  await endSessie(db, sessie, nu());
}

/** Ends every session of a person, in whatever browser. */
export async function meldOveralAf({ db, nu }: Toegang, persoon: string): Promise<void> {
  await endSessiesVan(db, persoon, nu());
}
