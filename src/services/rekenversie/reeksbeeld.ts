import {
  listGebeurtenissen,
  listKoppen,
  type Rekenversie,
  type Versiegebeurtenis,
  type VersieInhoud,
} from "#storage/rekenversie.repository.ts";
import { removeVervallen } from "#storage/rekenversie-kring.repository.ts";
import { listLinks, type Recht } from "#storage/toegang.repository.ts";
import type { Connection } from "#storage/transaction.ts";
import { type Aanvraag, openReeks } from "./toegang.ts";

/** One line of the list of versions; without a `kop` where the content is gone. */
export type Versieregel = {
  readonly versie: Rekenversie;
  readonly kop?: Pick<VersieInhoud, "naam" | "maker" | "regio">;
  /** The circles that may see it; a circle sees only itself. */
  readonly kringen: readonly string[];
};

/** A versiereeks as whoever holds the link sees it. */
export type Reeksbeeld = {
  readonly reeks: string;
  readonly recht: Recht;
  readonly versies: readonly Versieregel[];
  /** All circles for whoever manages the reeks; for a circle itself alone. */
  readonly kringen: readonly {
    readonly id: string;
    readonly naam: string;
    readonly recht: Recht;
  }[];
  /** All that was changed, in the order of the versions. */
  readonly gebeurtenissen: readonly (Versiegebeurtenis & { readonly versie: string })[];
};

/** Reads a reeks with its circles and its log; undefined where the secret opens nothing. */
export async function readReeks(
  db: Connection,
  nu: Date,
  aanvraag: Aanvraag,
): Promise<Reeksbeeld | undefined> {
  if (!(await openReeks(db, aanvraag))) return undefined;
  await removeVervallen(db, nu);
  const zicht = await openReeks(db, aanvraag);
  if (!zicht) return undefined;
  const { reeks, link, versies, gedeeld } = zicht;
  const heads = await listKoppen(db, reeks);
  const links = link.recht === "beheren" ? await listLinks(db, reeks) : [link];
  return {
    reeks,
    recht: link.recht,
    versies: versies.map((versie) => {
      const kop = heads.get(versie.id);
      const kringen = gedeeld.flatMap((item) => (item.versie === versie.id ? [item.kring] : []));
      return { versie, ...(kop ? { kop } : {}), kringen };
    }),
    kringen: links.flatMap(({ id, naam, recht }) =>
      naam === undefined ? [] : [{ id, naam, recht }],
    ),
    gebeurtenissen: await listGebeurtenissen(
      db,
      versies.map(({ id }) => id),
    ),
  };
}
