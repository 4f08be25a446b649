import type { Blad } from "#contract/rekenblad/blad.ts";
import type { OpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import { withCorrecties } from "#services/correctie/met-correcties.ts";
import { asKenmerk } from "#services/toegang/geheim.ts";
import { findRonde } from "#storage/correctie.repository.ts";
import type { Connection } from "#storage/transaction.ts";
import { findLijst } from "#storage/woordenlijst.repository.ts";

export type Regiolezing =
  | { readonly ok: false; readonly fouten: readonly string[] }
  | {
      readonly ok: true;
      readonly basis: OpenbareBasis;
      /** Code → label. */
      readonly woorden?: Readonly<Record<string, string>>;
    };

/**
 * The basis with what a sheet names of its region: the corrections of a round, and its words.
 *
 * A sheet that names neither asks the database nothing.
 */
export async function readVanDeRegio(
  db: Connection,
  basis: OpenbareBasis,
  { ronde, woorden }: Pick<Blad, "ronde" | "woorden">,
): Promise<Regiolezing> {
  const round = ronde === undefined ? undefined : await findRonde(db, asKenmerk(ronde));
  const list = woorden === undefined ? undefined : await findLijst(db, asKenmerk(woorden));
  const fouten = [
    ...(ronde !== undefined && !round ? [`Er is geen correctieronde «${ronde}».`] : []),
    ...(woorden !== undefined && !list ? [`Er is geen woordenlijst «${woorden}».`] : []),
  ];
  if (fouten.length > 0) return { ok: false, fouten };
  return {
    ok: true,
    basis: round ? await withCorrecties(db, basis, round.id) : basis,
    ...(list ? { woorden: list.woorden } : {}),
  };
}

/** The words that the address of a kept version names; none where that list is gone. */
export async function readWoordenVan(
  db: Connection,
  adres: string,
): Promise<Readonly<Record<string, string>> | undefined> {
  const named = new URLSearchParams(adres).getAll("woorden").at(-1);
  return named ? (await findLijst(db, asKenmerk(named)))?.woorden : undefined;
}
