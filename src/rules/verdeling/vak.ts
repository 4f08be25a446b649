import {
  add,
  type Breuk,
  breuk,
  ceil,
  compare,
  floor,
  isPositive,
  isZero,
  largest,
  NUL,
  smallest,
  subtract,
  sum,
} from "#domain/breuk.ts";
import type { Melding } from "#domain/uitkomst.ts";
import type { Keuze } from "#domain/verdeling.ts";
import type { Grens } from "./divisor.ts";
import type { OpenStand } from "./gelijke-stand.ts";
import { redistribute } from "./herverdeling.ts";
import { allocateLargestRemainder } from "./largest-remainder.ts";

/** The bounds of one unit, as the document asks them. */
export type Vakgrens = { readonly onder?: Breuk; readonly boven?: Breuk };

/** One total that is divided in one go: one onderdeel, over the units of one group. */
export type Vak = {
  readonly ids: readonly string[];
  readonly totaal: Breuk;
  /** Share × totaal, before any bound. */
  readonly delen: readonly Breuk[];
  readonly gewichten: readonly Breuk[];
  readonly grenzen: readonly Vakgrens[];
  /** Who gives and takes when a bound moves something, and in which proportion. */
  readonly herverdeelgewichten: readonly Breuk[];
  /** What an earlier periode of the ingroeipad could not place, per unit. */
  readonly wacht: readonly Breuk[];
};

/** Makes parts whole inside bounds; the identity where a corner is worked out without rounding. */
export type Rondaf = (
  delen: readonly Breuk[],
  totaal: Breuk,
  grenzen: readonly Grens[],
  /** Whether this is the first round, without bounds, or the outcome within them. */
  ronde: "zonder-grens" | "binnen-grens",
) => { readonly aantallen: readonly Breuk[]; readonly open?: OpenStand };

export type Vakuitkomst =
  | {
      readonly soort: "verdeeld";
      readonly uitkomst: readonly Breuk[];
      readonly onafgerond: readonly Breuk[];
      /** What of each unit stays open, and together. */
      readonly open: readonly Breuk[];
      readonly openTotaal: Breuk;
      /** The number without bounds, from which what moved is told. */
      readonly zonderGrens: readonly Breuk[];
    }
  | {
      readonly soort: "keuze-nodig";
      readonly pastNiet: Breuk;
      readonly aanDeGrens: readonly number[];
      readonly geplaatst: readonly Breuk[];
    }
  | {
      readonly soort: "gelijke-stand";
      readonly open: OpenStand;
      /** The numbers without what the tied may still get, where there are. */
      readonly zeker?: {
        readonly uitkomst: readonly Breuk[];
        readonly zonderGrens: readonly Breuk[];
      };
    }
  /** Filled up in an order that hangs on something unknown. */
  | { readonly soort: "eerst-weten"; readonly meldingen: readonly Melding[] }
  /** With the numbers of the first round, at which whoever gives and takes nothing stays. */
  | { readonly soort: "onhaalbaar"; readonly zonderGrens: readonly Breuk[] };

/** How a rounding method reads bounds. */
export type Grensmaat = {
  /** Bounds as the numbers of the first round are laid against them. */
  readonly geteld: (grens: Vakgrens) => Vakgrens;
  /** Bounds as they hold for parts that are not rounded yet. */
  readonly ongerond: (grens: Vakgrens) => Vakgrens;
  /** Whether the numbers add up to the total, so that bounds hold for the outcome itself. */
  readonly sluitend: boolean;
};

/**
 * Divides one vak inside its bounds (docs/rekenwijze/verdeling.md, "Wat niet past").
 *
 * First without bounds. What lowering frees (S) goes first to what raising asks (D); with S ≤ D
 * everything fits and the others give. With S > D the difference does not fit: with `anderen` the
 * parts of others grow, with any other choice nobody's part grows and the difference stays open,
 * so that placed + open = opgave. Without a choice it comes back for people to decide.
 */
export function divideVak(
  vak: Vak,
  rondaf: Rondaf,
  maat: Grensmaat,
  keuze: Keuze | undefined,
): Vakuitkomst {
  const unbounded = vak.ids.map(() => ({ onder: 0n }));
  const first = rondaf(vak.delen, vak.totaal, unbounded, "zonder-grens");
  if (first.open) return { soort: "gelijke-stand", open: first.open };
  const start = first.aantallen.map((number, i) => add(number, vak.wacht[i] ?? NUL));
  const grenzen = vak.grenzen.map(maat.geteld);
  if ([...grenzen, ...vak.grenzen].some(isEmpty))
    return { soort: "onhaalbaar", zonderGrens: start };
  const freed = start.map((number, i) => past(number, grenzen[i]?.boven));
  const asked = start.map((number, i) => past(grenzen[i]?.onder ?? NUL, number));
  const s = sum(freed);
  const d = sum(asked);
  if (isZero(s) && isZero(d)) return asDivided(vak, start, start);
  if (compare(s, d) <= 0 || keuze === "anderen") {
    return divideWithin(vak, rondaf, withinBounds(vak, maat, grenzen, start, keuze), start);
  }
  const placed = start.map((number, i) => add(subtract(number, freed[i] ?? NUL), asked[i] ?? NUL));
  const aanDeGrens = [...freed.keys()].filter((i) => isPositive(freed[i] ?? NUL));
  const pastNiet = subtract(s, d);
  if (keuze === undefined) {
    return { soort: "keuze-nodig", pastNiet, aanDeGrens, geplaatst: placed };
  }
  const open = waitingParts(freed, pastNiet, vak.ids);
  return { ...asDivided(vak, placed, start), open, openTotaal: pastNiet };
}

function asDivided(vak: Vak, uitkomst: readonly Breuk[], zonderGrens: readonly Breuk[]) {
  return {
    soort: "verdeeld" as const,
    uitkomst,
    onafgerond: vak.delen.map((deel, i) => add(deel, vak.wacht[i] ?? NUL)),
    open: vak.ids.map(() => NUL),
    openTotaal: NUL,
    zonderGrens,
  };
}

/** Everything fits: the others give, or take over, and the outcome is made whole inside the bounds. */
function divideWithin(
  vak: Vak,
  rondaf: Rondaf,
  grenzen: readonly Vakgrens[],
  start: readonly Breuk[],
): Vakuitkomst {
  const outcome = redistribute(
    vak.ids.map((_, i) => ({
      stand: add(vak.delen[i] ?? NUL, vak.wacht[i] ?? NUL),
      gewicht: vak.herverdeelgewichten[i] ?? NUL,
      onder: largest(grenzen[i]?.onder ?? NUL, NUL),
      ...boven(grenzen[i]),
    })),
  );
  if (outcome.soort === "mislukt") return { soort: "onhaalbaar", zonderGrens: start };
  const total = add(vak.totaal, sum(vak.wacht));
  const whole = rondaf(outcome.standen, total, grenzen.map(asGrens), "binnen-grens");
  if (whole.open) {
    const zeker = { uitkomst: whole.aantallen, zonderGrens: start };
    return { soort: "gelijke-stand", open: whole.open, zeker };
  }
  return { ...asDivided(vak, whole.aantallen, start), onafgerond: outcome.standen };
}

function boven(grens: Vakgrens | undefined): { readonly boven?: Breuk } {
  return grens?.boven ? { boven: grens.boven } : {};
}

/**
 * The bounds inside which the others give and take.
 *
 * Who has weight 0 keeps the number of the first round, put on its bounds. Without `anderen`
 * nobody's part grows past that number: rounding what is left must not give back to one what a
 * minstens takes from all.
 */
function withinBounds(
  vak: Vak,
  maat: Grensmaat,
  geteld: readonly Vakgrens[],
  start: readonly Breuk[],
  keuze: Keuze | undefined,
): readonly Vakgrens[] {
  if (!maat.sluitend) return vak.grenzen.map(maat.ongerond);
  return geteld.map((grens, i) => {
    const kept = clip(start[i] ?? NUL, grens);
    if (isZero(vak.herverdeelgewichten[i] ?? NUL)) return { onder: kept, boven: kept };
    return keuze === "anderen" ? grens : { ...grens, boven: kept };
  });
}

function clip(number: Breuk, { onder, boven: top }: Vakgrens): Breuk {
  const raised = largest(number, onder ?? number);
  return smallest(raised, top ?? raised);
}

/** A unit whose bounds leave no number at all: a half asked of a method that counts in whole ones. */
function isEmpty({ onder, boven: top }: Vakgrens): boolean {
  return top !== undefined && compare(largest(onder ?? NUL, NUL), top) > 0;
}

/** Whole bounds for a method that counts in whole numbers; never below nothing. */
function asGrens(grens: Vakgrens): Grens {
  const onder = grens.onder && isPositive(grens.onder) ? ceil(grens.onder) : 0n;
  return grens.boven ? { onder, boven: floor(grens.boven) } : { onder };
}

function past(number: Breuk, bound: Breuk | undefined): Breuk {
  return bound && compare(number, bound) > 0 ? subtract(number, bound) : NUL;
}

/**
 * What of each lowered unit stays open, where raised units took a part of what was freed: in
 * proportion to what each could not take, whole where the numbers are whole.
 */
function waitingParts(
  freed: readonly Breuk[],
  open: Breuk,
  ids: readonly string[],
): readonly Breuk[] {
  const total = sum(freed);
  if (compare(total, open) === 0) return freed;
  const quota = freed.map((part) => ({
    teller: part.teller * open.teller * total.noemer,
    noemer: part.noemer * open.noemer * total.teller,
  }));
  const exact = quota.map(({ teller, noemer }) => breuk(teller, noemer));
  if (freed.some(({ noemer }) => noemer !== 1n) || open.noemer !== 1n) return exact;
  const byName = [{ soort: "volgorde" as const, eenheden: [...ids].sort() }];
  const settled = allocateLargestRemainder(open.teller, exact, {
    ids,
    basis: freed,
    regels: [{ soort: "grootste-basis" }, ...byName],
  });
  return settled.aantallen.map((number) => breuk(number));
}
