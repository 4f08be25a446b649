import { asKenmerk, openLink } from "#services/toegang/geheim.ts";
import { findVersie, listVersies, type Rekenversie } from "#storage/rekenversie.repository.ts";
import { listGedeeld } from "#storage/rekenversie-kring.repository.ts";
import type { Toegangslink } from "#storage/toegang.repository.ts";
import type { Connection } from "#storage/transaction.ts";

/** Whoever knocks: the id that was asked, and the secret of the link. */
export type Aanvraag = { readonly id: string; readonly geheim: string };

/** A versiereeks as one link sees it: its maker all of it, a circle what was shared with it. */
export type Reekszicht = {
  readonly reeks: string;
  readonly link: Toegangslink;
  /** By number; also those of which the content is gone. */
  readonly versies: readonly Rekenversie[];
  readonly gedeeld: readonly { readonly versie: string; readonly kring: string }[];
};

/** The reeks for the holder of this secret; undefined where it opens nothing. */
export async function openReeks(
  db: Connection,
  { id, geheim }: Aanvraag,
): Promise<Reekszicht | undefined> {
  const reeks = asKenmerk(id);
  const link = await openLink(db, reeks, geheim);
  return link && look(db, reeks, link);
}

/** One version, with the reeks as far as this secret opens it; undefined where it does not. */
export async function openVersie(
  db: Connection,
  { id, geheim }: Aanvraag,
): Promise<{ readonly versie: Rekenversie; readonly zicht: Reekszicht } | undefined> {
  const found = await findVersie(db, asKenmerk(id));
  const link = await openLink(db, found?.reeks, geheim);
  if (!found || !link) return undefined;
  const zicht = await look(db, found.reeks, link);
  const versie = zicht.versies.find((item) => item.id === found.id);
  return versie && { versie, zicht };
}

async function look(db: Connection, reeks: string, link: Toegangslink): Promise<Reekszicht> {
  const all = await listVersies(db, reeks);
  const shared = await listGedeeld(db, reeks);
  if (link.recht === "beheren" || link.metAccount)
    return { reeks, link, versies: all, gedeeld: shared };
  const gedeeld = shared.filter(({ kring }) => kring === link.id);
  const seen = new Set(gedeeld.map(({ versie }) => versie));
  return { reeks, link, versies: all.filter(({ id }) => seen.has(id)), gedeeld };
}

/** Whether the holder of a link made this version, or manages the whole reeks. */
export function isOwn({ link }: Reekszicht, versie: Rekenversie): boolean {
  // With an account the link is that of the maker, whoever looks: there only the right says it.
  return link.recht === "beheren" || (!link.metAccount && versie.gemaaktMet === link.id);
}
