import type { Indicator } from "#domain/indicator.ts";
import type { Datum } from "#domain/peildatum.ts";
import { cijfersOp } from "./cijfers-op.ts";
import type { OpenbareBasis } from "./openbare-cijfers.ts";

type Aanwezigheid = "volledig" | "deels" | "geen";

/** How complete an indicator is in one year, on each level; a year without figures is there too. */
export type Jaarvolledigheid = {
  readonly jaar: string;
  readonly gemeenten: { readonly stand: Aanwezigheid; readonly met: number; readonly van: number };
  readonly provincies: { readonly stand: Aanwezigheid; readonly met: number; readonly van: number };
  readonly nederland: Aanwezigheid;
};

/**
 * Per year and level of whom there are figures (F118): a year that nobody delivered between two
 * that were is told as missing, and is not nought.
 */
export function listVolledigheid(
  basis: OpenbareBasis,
  { id }: Indicator,
  op: Datum,
): readonly Jaarvolledigheid[] {
  const cijfers = cijfersOp(basis, op);
  const yearsOf = (gebied: string) =>
    new Set(
      cijfers
        .find(id, gebied)
        .filter(({ inhoud }) => inhoud.soort !== "onbekend")
        .map(({ moment = "" }) => moment.slice(0, 4))
        .filter((year) => /^\d{4}$/.test(year)),
    );
  const gemeenten = basis.gemeenten.list(op).map(({ code }) => yearsOf(code));
  const provincies = basis.gemeenten.provincies.map(({ code }) => yearsOf(code));
  const nederland = yearsOf(basis.nederland(op).id);
  const years = [...new Set([...gemeenten, ...provincies, nederland].flatMap((set) => [...set]))];
  return everyYear(years).map((jaar) => ({
    jaar,
    gemeenten: countIn(gemeenten, jaar),
    provincies: countIn(provincies, jaar),
    nederland: nederland.has(jaar) ? "volledig" : "geen",
  }));
}

function countIn(sets: readonly ReadonlySet<string>[], jaar: string) {
  const met = sets.filter((set) => set.has(jaar)).length;
  const stand = met === 0 ? "geen" : met === sets.length ? "volledig" : "deels";
  return { stand, met, van: sets.length } as const;
}

/** From the first year to the last, newest first, those between them that lack too. */
function everyYear(years: readonly string[]): readonly string[] {
  const numbers = years.map(Number);
  if (numbers.length === 0) return [];
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  return Array.from({ length: last - first + 1 }, (_, i) => String(last - i));
}
