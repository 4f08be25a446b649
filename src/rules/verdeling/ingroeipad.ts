import {
  add,
  type Breuk,
  breuk,
  compare,
  divide,
  EEN,
  floor,
  isZero,
  multiply,
  NUL,
  subtract,
} from "#domain/breuk.ts";
import { periodesTussen } from "#domain/peildatum.ts";
import type { Celverslag } from "#domain/uitkomst.ts";
import type { Ingroeipad } from "#domain/verdeling.ts";
import { progress } from "#rules/cijfers/verloop.ts";
import type { Grens } from "./divisor.ts";
import { redistribute } from "./herverdeling.ts";
import type { Passoort, Pasuitkomst } from "./pas.ts";
import type { Sleuteluitleg } from "./sleutelverslag.ts";
import type { Stapvak } from "./stapvak.ts";
import type { Rondaf } from "./vak.ts";

/** Running totals of one vak over the periodes: exact, and as they were made whole. */
type Lopend = { totaal: Breuk; exact: readonly Breuk[]; heel: readonly Breuk[] };

/** What one periode of a path leaves to the next. */
export type Padgeheugen = {
  /** Totals without bounds, and as they were placed, per vak. */
  readonly basis: Map<string, Lopend>;
  readonly geplaatst: Map<string, Lopend>;
  /** What could not be placed, per cell. */
  readonly wacht: Map<string, Breuk>;
};

export function emptyGeheugen(): Padgeheugen {
  return { basis: new Map(), geplaatst: new Map(), wacht: new Map() };
}

/** The periodes of a path, both ends included. */
export function periodesVan({ vanaf, doel }: Ingroeipad): readonly string[] {
  return periodesTussen(vanaf, doel);
}

/**
 * How the first step of one periode differs: shares part of the way from `van` to the sleutel,
 * and with `later` what still waits.
 *
 * Cumulative totals are made whole and the differences taken, so that every periode adds up and no
 * total ever falls.
 */
export function passoortFor(
  periode: string,
  pad: Ingroeipad,
  geheugen: Padgeheugen,
  soort: Pick<Passoort, "hoek" | "afgerond">,
): Passoort {
  const along = progress(pad.verloop, pad.vanaf, pad.doel, periode);
  return {
    ...soort,
    periode,
    meng: (vak) => blend(vak, pad, along, geheugen),
    ...(soort.afgerond ? { rondaf: (vak, own) => cumulative(vak, own, geheugen) } : {}),
  };
}

function blend(
  vak: Stapvak,
  pad: Ingroeipad,
  along: Breuk,
  geheugen: Padgeheugen,
): Stapvak | undefined {
  const start = vak.aandelenVolgens(pad.van);
  if (!start) return undefined;
  const gewichten = vak.gewichten.map((target, i) => {
    const own = start[i] ?? NUL;
    return add(own, multiply(along, subtract(target, own)));
  });
  const sameHerverdeling = vak.herverdeelgewichten === vak.gewichten;
  return {
    ...vak,
    gewichten,
    delen: gewichten.map((aandeel) => multiply(vak.totaal, aandeel)),
    herverdeelgewichten: sameHerverdeling ? gewichten : vak.herverdeelgewichten,
    wacht: vak.ids.map((id) => geheugen.wacht.get(`${vak.sleutelnaam}|${id}`) ?? NUL),
    lopend: true,
    uitleg: () => explainWay(vak, start, along),
  };
}

/** How far along the path a share is, beside what the sleutel itself says. */
function explainWay(vak: Stapvak, start: readonly Breuk[], along: Breuk): Sleuteluitleg {
  const own = vak.uitleg();
  return (unit) => ({
    wat: "op weg naar de sleutel",
    gewicht: along,
    delen: [
      { ...own(unit), gewicht: along, aandeel: vak.gewichten[unit] ?? NUL },
      {
        wat: "het aandeel bij de start",
        gewicht: subtract(EEN, along),
        aandeel: start[unit] ?? NUL,
      },
    ],
  });
}

/** Makes the running totals whole, never below what was already given, and returns the difference. */
function cumulative(vak: Stapvak, own: Rondaf, geheugen: Padgeheugen): Rondaf {
  // Taken once: what every choice would give is worked out from the same start of the periode.
  const basis = geheugen.basis.get(vak.sleutelnaam) ?? startOf(vak);
  const geplaatst = geheugen.geplaatst.get(vak.sleutelnaam) ?? startOf(vak);
  return (delen, totaal, grenzen, ronde) => {
    const before = ronde === "zonder-grens" ? basis : geplaatst;
    const total = add(before.totaal, totaal);
    const exact = addUpTo(
      total,
      delen.map((deel, i) => add(before.exact[i] ?? NUL, deel)),
    );
    const shifted = grenzen.map((grens, i) => shift(grens, before.heel[i] ?? NUL));
    const within = redistribute(
      exact.map((stand, i) => ({ stand, gewicht: stand, ...asBreuken(shifted[i]) })),
    );
    if (within.soort === "mislukt") return own(delen, totaal, grenzen, ronde);
    const whole = own(within.standen, total, shifted, ronde);
    if (ronde === "zonder-grens" && !whole.open) {
      geheugen.basis.set(vak.sleutelnaam, { totaal: total, exact, heel: whole.aantallen });
    }
    const aantallen = whole.aantallen.map((number, i) => subtract(number, before.heel[i] ?? NUL));
    return whole.open ? { aantallen, open: whole.open } : { aantallen };
  };
}

/**
 * The same parts, together exactly this total.
 *
 * What a bound moved was written down as it was placed, in whole numbers, so that the parts can be a
 * fraction off; a method that goes by remainders would then have one too few or too many to give.
 */
function addUpTo(total: Breuk, parts: readonly Breuk[]): readonly Breuk[] {
  const together = parts.reduce(add, NUL);
  if (isZero(together) || compare(together, total) === 0) return parts;
  const rate = divide(total, together);
  return parts.map((part) => multiply(part, rate));
}

function startOf(vak: Stapvak): Lopend {
  const nothing = vak.ids.map(() => NUL);
  return { totaal: NUL, exact: nothing, heel: nothing };
}

function shift({ onder, boven }: Grens, by: Breuk): Grens {
  const given = floor(by);
  return { onder: given + onder, ...(boven === undefined ? {} : { boven: given + boven }) };
}

function asBreuken(grens: Grens | undefined): { readonly onder: Breuk; readonly boven?: Breuk } {
  const onder = breuk(grens?.onder ?? 0n);
  return grens?.boven === undefined ? { onder } : { onder, boven: breuk(grens.boven) };
}

/** Writes down what a periode placed and what it leaves waiting. */
export function remember(
  geheugen: Padgeheugen,
  uitkomst: Pick<Pasuitkomst, "verslagen" | "open">,
  keuze: string | undefined,
): void {
  const groups = new Map<string, Celverslag[]>();
  for (const cel of uitkomst.verslagen[0]?.cellen ?? []) {
    const key = keyOf(cel.pad, cel.onderdeel);
    groups.set(key, [...(groups.get(key) ?? []), cel]);
  }
  for (const [key, cellen] of groups) {
    const heel = cellen.map((cel) => cel.uitkomst);
    advance(geheugen.geplaatst, key, exactOf(cellen), heel);
  }
  geheugen.wacht.clear();
  if (keuze !== "later") return;
  for (const { pad, onderdeel, aantal } of uitkomst.open) {
    geheugen.wacht.set(`${keyOf(pad, onderdeel)}|${pad.at(-1) ?? ""}`, aantal);
  }
}

/**
 * How far each has come of what it should get. Where something stayed open, who was moved by a bound
 * is as far as it was placed: what it lacks waits beside this, and what it got was taken from that.
 */
function exactOf(cellen: readonly Celverslag[]): readonly Breuk[] {
  const someOpen = cellen.some(({ open }) => !isZero(open));
  return cellen.map(({ open, verschoven, onafgerond, uitkomst }) =>
    someOpen && !(isZero(open) && isZero(verschoven)) ? uitkomst : onafgerond,
  );
}

function advance(
  track: Map<string, Lopend>,
  key: string,
  exact: readonly Breuk[],
  heel: readonly Breuk[],
): void {
  const nothing = exact.map(() => NUL);
  const before = track.get(key) ?? { totaal: NUL, exact: nothing, heel: nothing };
  const placed = heel.reduce(add, NUL);
  track.set(key, {
    totaal: add(before.totaal, placed),
    exact: exact.map((part, i) => add(before.exact[i] ?? NUL, part)),
    heel: heel.map((part, i) => add(before.heel[i] ?? NUL, part)),
  });
}

/** The vak a cell of the first step belongs to, as `Stapvak.sleutelnaam` writes it. */
function keyOf(pad: readonly string[], onderdeel: string): string {
  return `${pad.slice(0, -1).join("/")}|${onderdeel}`;
}
