import type { Paar } from "#services/verdeling/paren.ts";
import type { Kolom, Verdeeltabel } from "#services/verdeling/verdeling.service.ts";

/** A key of the table; `nummer` is its place, from 0. */
export type Genummerd = Kolom & { readonly nummer: number };

/** Two keys that give every gemeente the same; the second is told, and not shown. */
export type Tweeling = {
  readonly getoond: string;
  readonly weg: Genummerd;
  readonly cijfer: string;
};

/** Which keys have numbers to show, and why the others have none. */
export type Kolomstand = {
  readonly metGetallen: readonly Genummerd[];
  readonly zonderGetallen: readonly Genummerd[];
  readonly tweelingen: readonly Tweeling[];
};

export function sortKolommen({ kolommen }: Verdeeltabel, paren: readonly Paar[]): Kolomstand {
  const all = kolommen.map((kolom, nummer) => ({ ...kolom, nummer }));
  const filled = all.filter(({ uitkomst }) => uitkomst.eenheden.length > 0);
  const tweelingen = filled.flatMap((weg): readonly Tweeling[] => {
    for (const { eerste, tweede, vergelijking } of paren) {
      const { melding } = vergelijking;
      const other = all[eerste];
      if (tweede !== weg.nummer || melding?.soort !== "niet-te-onderscheiden" || !other) continue;
      return [{ getoond: other.document.titel, weg, cijfer: melding.cijfer }];
    }
    return [];
  });
  const gone = new Set(tweelingen.map(({ weg }) => weg.nummer));
  return {
    metGetallen: filled.filter(({ nummer }) => !gone.has(nummer)),
    zonderGetallen: all.filter(({ uitkomst }) => uitkomst.eenheden.length === 0),
    tweelingen,
  };
}
