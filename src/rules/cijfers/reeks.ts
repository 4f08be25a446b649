import { add, type Breuk, compare, divide, isPositive, NUL, subtract } from "#domain/breuk.ts";
import { volgendePeriode } from "#domain/peildatum.ts";

/** What was planned or expected in a periode, and what came of it; absent where nobody knows. */
export type Reekspunt = {
  readonly periode: string;
  readonly raming?: Breuk;
  readonly gerealiseerd?: Breuk;
};

export type Reeksregel = Reekspunt & {
  /** Realised minus expected; only where both are known. */
  readonly verschil?: Breuk;
  /** Realised from the first periode on; ends where one is not known, for a gap is not nought. */
  readonly opgeteld?: Breuk;
  readonly teruggang: { readonly raming: boolean; readonly gerealiseerd: boolean };
};

/**
 * A forecast and what was realised, periode by periode in order of time, with what they differ.
 *
 * A teruggang is a periode that is lower than the one before it and the one after it, where all
 * three are known and follow each other: a periode that lacks is no dip, and no neighbour.
 */
export function layReeks(punten: readonly Reekspunt[]): readonly Reeksregel[] {
  const sorted = punten.toSorted((a, b) => (a.periode < b.periode ? -1 : 1));
  let opgeteld: Breuk | undefined = NUL;
  return sorted.map((punt, i) => {
    const { raming, gerealiseerd } = punt;
    opgeteld = opgeteld && gerealiseerd ? add(opgeteld, gerealiseerd) : undefined;
    return {
      ...punt,
      ...(raming && gerealiseerd ? { verschil: subtract(gerealiseerd, raming) } : {}),
      ...(opgeteld ? { opgeteld } : {}),
      teruggang: {
        raming: isDip(sorted, i, "raming"),
        gerealiseerd: isDip(sorted, i, "gerealiseerd"),
      },
    };
  });
}

function isDip(punten: readonly Reekspunt[], i: number, wat: "raming" | "gerealiseerd"): boolean {
  const [before, here, after] = [punten[i - 1], punten[i], punten[i + 1]];
  if (!before || !here || !after) return false;
  if (volgendePeriode(before.periode) !== here.periode) return false;
  if (volgendePeriode(here.periode) !== after.periode) return false;
  const [left, own, right] = [before[wat], here[wat], after[wat]];
  return !!left && !!own && !!right && compare(own, left) < 0 && compare(own, right) < 0;
}

/** How far realised is on the way to a target; undefined where the target is nothing. */
export function measureDoel(
  doel: Breuk,
  gerealiseerd: Breuk,
): { readonly deel: Breuk; readonly gat: Breuk } | undefined {
  if (!isPositive(doel)) return undefined;
  const rest = subtract(doel, gerealiseerd);
  return { deel: divide(gerealiseerd, doel), gat: isPositive(rest) ? rest : NUL };
}
