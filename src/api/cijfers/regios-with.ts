import type { Basis, Regiovermelding } from "#services/basis.ts";

/** A region, with the name that finds it and no other. */
export type Vindbaar = Regiovermelding & { readonly adresnaam: string };

/** Every region that a gemeente is in on a day. */
export function regiosWith(basis: Basis, code: string, op: string): readonly Vindbaar[] {
  const all = basis.regios();
  return all.flatMap((regio) => {
    const full = `${regio.indeling}#${regio.naam}`;
    const found = basis.gebied(full, op);
    if (found.soort !== "gevonden") return [];
    if (!found.gebied.eenheden.some(({ id }) => id === code)) return [];
    const unique = all.filter(({ naam }) => naam === regio.naam).length === 1;
    return [{ ...regio, adresnaam: unique ? regio.naam : full }];
  });
}
