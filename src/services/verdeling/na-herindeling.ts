import { compareNaam } from "#domain/alfabet.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";
import { carryUitkomst, type RijNa } from "#rules/verdeling/index.ts";
import type { Basis } from "#services/basis.ts";
import {
  type Herindelingsbeeld,
  listHerindelingen,
} from "#services/cijfers/herindeling.service.ts";

export { describeHerkomstNa, type RijNa } from "#rules/verdeling/index.ts";

/** An outcome in the gemeenten of after one herindeling, with how those are called. */
export type UitkomstNa = {
  readonly herindeling: Herindelingsbeeld;
  /** By name. */
  readonly rijen: readonly (RijNa & { readonly naam: string })[];
  readonly naamVan: (code: string) => string;
};

type Eenheden = readonly { readonly id: string; readonly aantal: Bandbreedte }[];

/**
 * What an outcome comes to after each herindeling of later that touches it; nothing is divided anew.
 *
 * @param op The day of the outcome: what happened before it is in its gemeenten already.
 */
export function listUitkomstenNa(
  basis: Basis,
  kolommen: readonly Eenheden[],
  op: string,
): readonly UitkomstNa[] {
  const members = new Set(kolommen.flatMap((units) => units.map(({ id }) => id)));
  const columns = kolommen.map((units) => new Map(units.map(({ id, aantal }) => [id, aantal])));
  const naamVan = (code: string) =>
    basis.gemeenten.findByCode(code, op)?.naam ?? basis.herindelingen.naamVan(code);
  return listHerindelingen(basis)
    .filter(({ datum, van }) => datum > op && van.some(({ code }) => members.has(code)))
    .map((herindeling) => ({
      herindeling,
      naamVan,
      rijen: carryUitkomst(columns, herindeling.overgangen, op)
        .map((rij) => {
          const after = herindeling.naar.find(({ code }) => code === rij.id);
          return { ...rij, naam: after?.naam ?? naamVan(rij.id) };
        })
        .toSorted((a, b) => compareNaam(a.naam, b.naam)),
    }));
}
