import { add, EEN, equals, multiply, NUL, smallest } from "#domain/breuk.ts";
import type { Overgang } from "#domain/herindeling.ts";
import type { Datum } from "#domain/peildatum.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";
import { exact } from "../band.ts";

/** One earlier gemeente that a gemeente is made of. */
export type Stuk = {
  readonly code: string;
  /** Which part of it; `heel` where all of it, `onbekend` where nobody knows how large the part is. */
  readonly deel: "heel" | "onbekend" | Bandbreedte;
  /** What the part was measured by, and on which days it went over. */
  readonly gewichten: readonly string[];
  readonly dagen: readonly Datum[];
};

/**
 * What a gemeente is made of in the gemeenten of an earlier day, by these overgangen from the day
 * `vanaf` on (that day included).
 *
 * Overgangen of one day happen at once: the order in which they are written does not count. Parts
 * of one gemeente that come together again are that whole gemeente.
 */
export function composeGemeente(
  code: string,
  overgangen: readonly Overgang[],
  vanaf: Datum,
): readonly Stuk[] {
  const stukken = trace(code, overgangen, vanaf, undefined);
  const byCode = new Map<string, Stuk>();
  for (const stuk of stukken) {
    const known = byCode.get(stuk.code);
    byCode.set(stuk.code, known ? together(known, stuk) : stuk);
  }
  return [...byCode.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

/** Every gemeente that this one came from, through however many days; not itself. */
export function listAncestors(code: string, overgangen: readonly Overgang[]): readonly string[] {
  const found = new Set<string>();
  const open = [code];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const { van, naar } of overgangen) {
      if (naar !== next || van === code || found.has(van)) continue;
      found.add(van);
      open.push(van);
    }
  }
  return [...found].toSorted();
}

/** Whether it is nothing else than the gemeente itself, whole. */
export function isUnchanged(code: string, stukken: readonly Stuk[]): boolean {
  const [only] = stukken;
  return stukken.length === 1 && only?.code === code && only.deel === "heel";
}

function trace(
  code: string,
  overgangen: readonly Overgang[],
  vanaf: Datum,
  before: Datum | undefined,
): readonly Stuk[] {
  const own = overgangen.filter(
    ({ naar, datum }) =>
      naar === code && datum >= vanaf && (before === undefined || datum < before),
  );
  const last = own
    .map(({ datum }) => datum)
    .toSorted()
    .at(-1);
  if (last === undefined) return [{ code, deel: "heel", gewichten: [], dagen: [] }];
  return own
    .filter(({ datum }) => datum === last)
    .flatMap((overgang) =>
      trace(overgang.van, overgangen, vanaf, last).map((stuk) => partOf(stuk, overgang)),
    );
}

function partOf(stuk: Stuk, { deel, datum }: Overgang): Stuk {
  const dagen = [...new Set([...stuk.dagen, datum])].toSorted();
  if (deel === undefined) return { ...stuk, dagen };
  if (deel === "onbekend" || stuk.deel === "onbekend") return { ...stuk, deel: "onbekend", dagen };
  const band = { laag: deel.laag ?? NUL, midden: deel.deel, hoog: deel.hoog ?? EEN };
  return {
    ...stuk,
    deel: stuk.deel === "heel" ? band : times(stuk.deel, band),
    gewichten: [...new Set([...stuk.gewichten, deel.gewicht])],
    dagen,
  };
}

/** Both parts of the same gemeente; where they are all of it there is nothing to estimate. */
function together(a: Stuk, b: Stuk): Stuk {
  const gewichten = [...new Set([...a.gewichten, ...b.gewichten])];
  const dagen = [...new Set([...a.dagen, ...b.dagen])].toSorted();
  const deel = addParts(a.deel, b.deel);
  return { code: a.code, deel, gewichten: deel === "heel" ? [] : gewichten, dagen };
}

function addParts(a: Stuk["deel"], b: Stuk["deel"]): Stuk["deel"] {
  if (a === "onbekend" || b === "onbekend") return "onbekend";
  const [left, right] = [asBand(a), asBand(b)];
  const midden = add(left.midden, right.midden);
  if (equals(midden, EEN)) return "heel";
  const hoog = smallest(add(left.hoog, right.hoog), EEN);
  return { laag: add(left.laag, right.laag), midden, hoog };
}

/** The part as a band; all of it is 1. */
export function asBand(deel: Exclude<Stuk["deel"], "onbekend">): Bandbreedte {
  return deel === "heel" ? exact(EEN) : deel;
}

/** Of parts, none of which is below nought. */
function times(a: Bandbreedte, b: Bandbreedte): Bandbreedte {
  return {
    laag: multiply(a.laag, b.laag),
    midden: multiply(a.midden, b.midden),
    hoog: multiply(a.hoog, b.hoog),
  };
}
