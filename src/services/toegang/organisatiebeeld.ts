import type { Bestuursmandaat, Organisatie, Wie } from "#domain/toegang.ts";
import { mag } from "#rules/toegang/index.ts";
import { type Kring, listKringen } from "#storage/kring.repository.ts";
import { type Lid, listGegeven, listLeden } from "#storage/lidmaatschap.repository.ts";
import { findOrganisatie, listOrganisaties } from "#storage/organisatie.repository.ts";
import { dagVan, type Toegang } from "./toegang.ts";

/** A body as whoever acts for it sees it, and what they may do there. */
export type Organisatiebeeld = {
  readonly organisatie: Organisatie;
  readonly dag: string;
  readonly leden: readonly Lid[];
  readonly kringen: readonly Kring[];
  readonly gegeven: readonly Bestuursmandaat[];
  /** Every body here: to let into a circle, or to give a power. */
  readonly organisaties: readonly Organisatie[];
  readonly mag: {
    readonly personen: boolean;
    readonly kringen: boolean;
    readonly bestuursmandaat: boolean;
  };
};

/** Looks at a body; undefined for whoever does not act for it today, as for what is not there. */
export async function readOrganisatiebeeld(
  { db, nu }: Toegang,
  wie: Wie,
  id: string,
): Promise<Organisatiebeeld | undefined> {
  if (!wie.namens.some(({ organisatie }) => organisatie.id === id)) return undefined;
  const organisatie = await findOrganisatie(db, id);
  if (!organisatie) return undefined;
  const dag = dagVan(nu());
  const may = (handeling: Parameters<typeof mag>[1]) =>
    mag(wie, handeling, { organisatie: id }, dag).mag;
  return {
    organisatie,
    dag,
    leden: await listLeden(db, id),
    kringen: await listKringen(db, id),
    gegeven: await listGegeven(db, id),
    organisaties: await listOrganisaties(db),
    mag: {
      personen: may("personen-beheren"),
      kringen: may("kringen-maken"),
      bestuursmandaat: may("bestuursmandaat-geven"),
    },
  };
}
