import {
  add,
  type Breuk,
  breuk,
  compare,
  divide,
  isNegative,
  isZero,
  multiply,
  NUL,
  negate,
  subtract,
  sum,
} from "#domain/breuk.ts";
import type { Vereffening } from "#domain/verdeling.ts";
import { HET_GEHEEL, plekVan } from "#rules/cijfers/rekenvraag.ts";
import { readVerwijzing, readWaarde } from "#rules/normen/waarde.ts";
import { allocateLargestRemainder } from "./largest-remainder.ts";
import { LEGE_STAND } from "./pas.ts";
import { eislezerFor, type Pas } from "./stapcontext.ts";

/** What each unit has over or is short, with its counter-entries; all together are zero. */
export type Saldi = {
  readonly eenheden: ReadonlyMap<string, Breuk>;
  readonly tegenrekeningen: Readonly<Record<string, Breuk>>;
  /** Saldo × bedrag, where it is settled in money. */
  readonly bedragen: ReadonlyMap<string, Breuk>;
};

/** The account on which a difference lands where the document names none. */
const OPEN = "open";
const SMALL = "onder-de-drempel";

/**
 * Settles afterwards what was really done against what was agreed.
 *
 * Against the real total the agreed proportion is laid over what was really done, so that the
 * saldi add up to zero by themselves; against the own opgave the difference of all is booked on
 * the counter account. A saldo above zero did more than its part.
 *
 * @param afgesproken The agreed number per unit.
 * @param open What could not be placed, per unit: with `compenseren` booked at once.
 * @returns undefined where nothing was reported yet: a settlement waits for its figures.
 */
export function settle(
  vereffening: Vereffening,
  afgesproken: ReadonlyMap<string, Breuk>,
  open: ReadonlyMap<string, Breuk>,
  pas: Pas,
): Saldi | undefined {
  const real = readReal(vereffening, [...afgesproken.keys()], pas);
  if (!real && open.size === 0) return undefined;
  const ids = [...afgesproken.keys()];
  const due = real ? partsDue(vereffening, afgesproken, sum(real.values())) : afgesproken;
  const saldi = new Map(
    ids.map((id) => {
      const done = real?.get(id) ?? due.get(id) ?? NUL;
      const before = pas.vraag.verloop?.saldoVorigePeriode?.[id] ?? NUL;
      const own = subtract(add(before, done), due.get(id) ?? NUL);
      return [id, subtract(own, open.get(id) ?? NUL)] as const;
    }),
  );
  return withCounterEntries(vereffening, saldi, open, pas);
}

function readReal(
  vereffening: Vereffening,
  ids: readonly string[],
  pas: Pas,
): ReadonlyMap<string, Breuk> | undefined {
  const known = ids.filter((id) => pas.lezer.isPresent(vereffening.werkelijk, plekVan([id])));
  if (known.length === 0) return undefined;
  const lezer = eislezerFor(pas, LEGE_STAND, () => undefined);
  const real = ids.map((id) => [id, readVerwijzing(vereffening.werkelijk, plekVan([id]), lezer)]);
  if (known.length < ids.length) return undefined;
  return new Map(real.flatMap(([id, n]) => (n ? [[id, n]] : [])) as [string, Breuk][]);
}

function partsDue(
  { tegen }: Vereffening,
  afgesproken: ReadonlyMap<string, Breuk>,
  realTotal: Breuk,
): ReadonlyMap<string, Breuk> {
  const together = sum(afgesproken.values());
  if (tegen === "eigen-opgave" || isZero(together)) return afgesproken;
  const ids = [...afgesproken.keys()];
  const quota = ids.map((id) => divide(multiply(realTotal, afgesproken.get(id) ?? NUL), together));
  if (realTotal.noemer !== 1n) return new Map(ids.map((id, i) => [id, quota[i] ?? NUL]));
  const byName = { soort: "volgorde" as const, eenheden: [...ids].sort() };
  const whole = allocateLargestRemainder(realTotal.teller, quota, {
    ids,
    basis: ids.map((id) => afgesproken.get(id) ?? NUL),
    regels: [{ soort: "grootste-basis" }, byName],
  });
  return new Map(ids.map((id, i) => [id, breuk(whole.aantallen[i] ?? 0n)]));
}

function withCounterEntries(
  vereffening: Vereffening,
  saldi: ReadonlyMap<string, Breuk>,
  open: ReadonlyMap<string, Breuk>,
  pas: Pas,
): Saldi {
  const drempel = vereffening.drempel;
  const small = [...saldi].filter(
    ([id, saldo]) => drempel && !open.has(id) && compare(size(saldo), drempel) < 0,
  );
  const kept = new Map([...saldi, ...small.map(([id]) => [id, NUL] as const)]);
  const waiting = sum(open.values());
  const counter = vereffening.tegenrekening ?? OPEN;
  const accounts = new Map<string, Breuk>();
  const book = (account: string, amount: Breuk) => {
    if (!isZero(amount)) accounts.set(account, add(accounts.get(account) ?? NUL, amount));
  };
  book(OPEN, waiting);
  book(SMALL, sum(small.map(([, saldo]) => saldo)));
  const booked = sum(accounts.values());
  book(counter, negate(add(sum(kept.values()), booked)));
  return {
    eenheden: kept,
    tegenrekeningen: Object.fromEntries(accounts),
    bedragen: amounts(vereffening, kept, pas),
  };
}

function amounts(
  { wijze, bedrag }: Vereffening,
  saldi: ReadonlyMap<string, Breuk>,
  pas: Pas,
): ReadonlyMap<string, Breuk> {
  if (wijze !== "geld" || !bedrag) return new Map();
  const lezer = eislezerFor(pas, LEGE_STAND, () => undefined);
  const each = readWaarde(bedrag, HET_GEHEEL, lezer);
  return new Map(each ? [...saldi].map(([id, saldo]) => [id, multiply(saldo, each)]) : []);
}

function size(number: Breuk): Breuk {
  return isNegative(number) ? negate(number) : number;
}
