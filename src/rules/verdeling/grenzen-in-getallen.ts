import { GRENS } from "./getalquota.ts";
import { deskFor } from "./werkruimte.ts";

/** Units that share one total in proportion to whole weights, within whole bounds, in Numbers. */
export type Getalvraag = {
  readonly totaal: number;
  readonly gewichten: Float64Array;
  /** All weights together. */
  readonly som: number;
  readonly onder: Float64Array;
  /** `Infinity` where a unit is free upwards. */
  readonly boven: Float64Array;
};

/** What the units on no bound share, and the weight they have together. */
type Stand = { left: number; weight: number; count: number };

/** The side on which the bounds move most; both where that is the same. */
type Kant = "onder" | "boven" | "beide";

/**
 * Quota in proportion to weights, each at least its `onder` and at most its `boven`.
 *
 * In rounds: those past a bound are put on it, on the side that lacks or exceeds most in all; the
 * others share what is left. Exact.
 *
 * @param vrij Filled with the weight of every unit that is on no bound, zero for the others.
 * @param vast Filled with the bound of every unit that is on one, zero for the others.
 * @returns The quota of the free units as `vrij × factor / noemer`; undefined where the bounds
 *   leave no room for the total, or a number would be too large to stay exact.
 */
export function clipQuota(
  vraag: Getalvraag,
  vrij: Float64Array,
  vast: Float64Array,
): { readonly factor: number; readonly noemer: number } | undefined {
  const { totaal, gewichten, som } = vraag;
  if (totaal * som >= GRENS) return undefined;
  vrij.set(gewichten);
  vast.fill(0);
  const bound = deskFor(gewichten.length).found;
  const at: Stand = { left: totaal, weight: som, count: listBounded(vraag, bound) };
  for (;;) {
    const { lack, excess } = pastBounds(vraag, bound, at);
    if (lack === 0 && excess === 0) break;
    if (!isSafeOrder(lack, excess)) return undefined;
    const kant = lack === excess ? "beide" : lack > excess ? "onder" : "boven";
    settle(vraag, bound, at, kant, vrij, vast);
  }
  if (at.left < 0) return undefined;
  if (at.weight > 0) return { factor: at.left, noemer: at.weight };
  return at.left === 0 ? { factor: 0, noemer: 1 } : undefined;
}

/** Lists the units that have a bound at all: only those are ever put on one. */
function listBounded({ totaal, onder, boven }: Getalvraag, bound: Int32Array): number {
  let count = 0;
  for (let unit = 0; unit < onder.length; unit += 1) {
    if ((onder[unit] as number) === 0 && (boven[unit] as number) >= totaal) continue;
    bound[count] = unit;
    count += 1;
  }
  return count;
}

/** What the units that may still be caught lack and exceed in all, times the weight of the free. */
function pastBounds({ gewichten, onder, boven }: Getalvraag, bound: Int32Array, at: Stand) {
  const { left, weight, count } = at;
  let lack = 0;
  let excess = 0;
  for (let k = 0; k < count; k += 1) {
    const unit = bound[k] as number;
    const part = (gewichten[unit] as number) * left;
    const low = (onder[unit] as number) * weight;
    const high = (boven[unit] as number) * weight;
    if (part < low) lack += low - part;
    else if (part > high) excess += part - high;
  }
  return { lack, excess };
}

/** Sums beyond 2^53 are no longer exact: then they must differ clearly to be compared. */
function isSafeOrder(lack: number, excess: number): boolean {
  const together = lack + excess;
  return together < 2 ** 53 || Math.abs(lack - excess) > 1e-9 * together;
}

function settle(
  { gewichten, onder, boven }: Getalvraag,
  bound: Int32Array,
  at: Stand,
  kant: Kant,
  vrij: Float64Array,
  vast: Float64Array,
): void {
  const { left, weight, count } = at;
  let kept = 0;
  for (let k = 0; k < count; k += 1) {
    const unit = bound[k] as number;
    const own = gewichten[unit] as number;
    const part = own * left;
    const below = kant !== "boven" && part < (onder[unit] as number) * weight;
    const above = kant !== "onder" && part > (boven[unit] as number) * weight;
    if (below || above) {
      const number = (below ? onder[unit] : boven[unit]) as number;
      vast[unit] = number;
      vrij[unit] = 0;
      at.left -= number;
      at.weight -= own;
    } else {
      bound[kept] = unit;
      kept += 1;
    }
  }
  at.count = kept;
}
