import {
  add,
  type Breuk,
  breuk,
  ceil,
  compare,
  divide,
  floor,
  isZero,
  multiply,
  subtract,
} from "#domain/breuk.ts";
import type { Grenzen, Waarheid } from "#domain/eis.ts";
import type { Eisverslag, Gat, Vergelijkingsverslag } from "#domain/oordeel.ts";
import { HOLDS } from "./eis.ts";
import { askedLeaves } from "./eisverslag.ts";
import { chooseAsked, every, not, some, yes } from "./waarheid.ts";

/** One figure moved by so many, everything else as it is. */
type Schuif = { readonly sleutel: string; readonly door: Breuk };

/**
 * How many whole units short: the smallest number of one figure, more or fewer, with which the
 * eis holds.
 *
 * Every other figure stays, the total of a share too, so that 666 of 1,000 at two thirds is one
 * short. The whole eis is asked again with the number moved, its conditions too. Where no single
 * figure mends it (`alle` over two sorts of homes) there is no number; each part then has its own.
 * A `voor-elk` adds up what each of its units is short.
 */
export function findGat(verslag: Eisverslag): Gat | undefined {
  if (verslag.soort === "voor-elk" && verslag.delen.length > 0) return sumOfParts(verslag.delen);
  const leaves = askedLeaves(verslag).filter(({ vergelijking }) => vergelijking?.telbaar);
  const keys = new Map(leaves.map((leaf) => [keyOf(leaf), leaf]));
  const found = [...keys].flatMap(([sleutel, leaf]) =>
    (["erbij", "eraf"] as const).flatMap((richting) => {
      const aantal = smallestStep(verslag, sleutel, richting);
      const cijfer = leaf.vergelijking?.onderwerp.naam ?? "";
      return aantal === undefined ? [] : [{ aantal, richting, cijfer }];
    }),
  );
  return found.reduce<Gat | undefined>(
    (least, gat) => (least && least.aantal <= gat.aantal ? least : gat),
    undefined,
  );
}

function sumOfParts(delen: readonly Eisverslag[]): Gat | undefined {
  const gaps = delen.filter(({ waarheid }) => waarheid === "nee").map(findGat);
  const known = gaps.filter((gat) => gat !== undefined);
  const [first] = known;
  const alike = known.every(
    ({ cijfer, richting }) => cijfer === first?.cijfer && richting === first.richting,
  );
  if (!first || !alike || known.length < gaps.length) return undefined;
  return { ...first, aantal: known.reduce((total, { aantal }) => total + aantal, 0n) };
}

function keyOf({ van, vergelijking }: Eisverslag): string {
  return `${van ?? ""}|${vergelijking?.onderwerp.naam ?? ""}`;
}

/**
 * The truth only changes where a comparison reaches its limit, so only those numbers are tried.
 */
function smallestStep(
  verslag: Eisverslag,
  sleutel: string,
  richting: Gat["richting"],
): bigint | undefined {
  const steps = new Set(stepsIn(verslag, sleutel, richting));
  const room = richting === "eraf" ? amountOf(verslag, sleutel) : undefined;
  return [...steps]
    .filter((step) => step > 0n && (!room || compare(breuk(step), room) <= 0))
    .toSorted((a, b) => (a < b ? -1 : 1))
    .find((step) => {
      const door = breuk(richting === "erbij" ? step : -step);
      return truthAfter(verslag, { sleutel, door }) === "ja";
    });
}

/** How many there are to take away. */
function amountOf(verslag: Eisverslag, sleutel: string): Breuk | undefined {
  if (verslag.vergelijking && keyOf(verslag) === sleutel) {
    return verslag.vergelijking.onderwerp.waarde;
  }
  return verslag.delen.map((deel) => amountOf(deel, sleutel)).find((waarde) => waarde);
}

function stepsIn(
  verslag: Eisverslag,
  sleutel: string,
  richting: Gat["richting"],
): readonly bigint[] {
  const { vergelijking } = verslag;
  if (!vergelijking) return verslag.delen.flatMap((deel) => stepsIn(deel, sleutel, richting));
  const { onderwerp, grenzen } = vergelijking;
  const ends = grenzen.flatMap(({ waarde }) =>
    onderwerp.waarde && waarde ? distances(verslag, sleutel, onderwerp.waarde, waarde) : [],
  );
  // On the limit, and just past it on either side.
  return ends.flatMap((distance) => {
    const own = richting === "erbij" ? distance : subtract(breuk(0n), distance);
    return [floor(own), ceil(own), floor(own) + 1n, ceil(own) - 1n];
  });
}

/** How far a figure must move for this comparison to lie exactly on its limit. */
function distances(
  verslag: Eisverslag,
  sleutel: string,
  links: Breuk,
  grens: Breuk,
): readonly Breuk[] {
  const van = verslag.vergelijking?.van;
  const moves = keyOf(verslag) === sleutel;
  const wholeMoves = van !== undefined && `${verslag.van ?? ""}|${van.naam}` === sleutel;
  const bound = boundOf(grens, van?.waarde, van !== undefined);
  if (!bound) return [];
  // (links + k) = grens × (van + k), or only one of the two sides moves.
  const pull = subtract(moves ? breuk(1n) : breuk(0n), wholeMoves ? grens : breuk(0n));
  return isZero(pull) ? [] : [divide(subtract(bound, links), pull)];
}

function boundOf(grens: Breuk, van: Breuk | undefined, share: boolean): Breuk | undefined {
  if (!share) return grens;
  return van && multiply(grens, van);
}

function truthAfter(verslag: Eisverslag, schuif: Schuif): Waarheid {
  const { vergelijking, delen } = verslag;
  if (vergelijking) return leafAfter(verslag, vergelijking, schuif);
  if (delen.length === 0) return verslag.waarheid;
  const truths = delen.map((deel) => truthAfter(deel, schuif));
  switch (verslag.soort) {
    case "een-van":
      return some(truths);
    case "niet":
      return not(truths[0] ?? "onbekend");
    case "als":
      return alsAfter(verslag, truths);
    default:
      return every(truths);
  }
}

/** A branch that was not read cannot be told: a number may not lean on it. */
function alsAfter({ delen }: Eisverslag, truths: readonly Waarheid[]): Waarheid {
  const branch = (key: string) => {
    const index = delen.findIndex(({ pad }) => pad.endsWith(`.${key}`));
    return index < 0 ? "onbekend" : (truths[index] ?? "onbekend");
  };
  return chooseAsked(truths[0] ?? "onbekend", branch("dan"), branch("anders"));
}

function leafAfter(
  verslag: Eisverslag,
  vergelijking: Vergelijkingsverslag,
  { sleutel, door }: Schuif,
): Waarheid {
  const { onderwerp, van, grenzen, soort, einden } = vergelijking;
  const moved = (key: string, waarde: Breuk | undefined) =>
    waarde && key === sleutel ? add(waarde, door) : waarde;
  const links = moved(keyOf(verslag), onderwerp.waarde);
  const whole = van && moved(`${verslag.van ?? ""}|${van.naam}`, van.waarde);
  const orders = grenzen.map(({ waarde }) => {
    const bound = waarde && boundOf(waarde, whole, van !== undefined);
    return links && bound ? compare(links, bound) : undefined;
  });
  const known = orders.filter((order) => order !== undefined);
  if (known.length < orders.length || known.length === 0) return verslag.waarheid;
  return truthOf(soort, known, einden) ?? verslag.waarheid;
}

function truthOf(
  soort: Vergelijkingsverslag["soort"],
  [first = 0, second = 0]: readonly number[],
  einden: Grenzen | undefined,
): Waarheid | undefined {
  if (soort === "tussen") return between(first, second, einden);
  return soort in HOLDS ? yes(HOLDS[soort as keyof typeof HOLDS](first)) : undefined;
}

function between(low: number, high: number, einden: Grenzen | undefined): Waarheid {
  if (low < 0 || high > 0) return "nee";
  if (low > 0 && high < 0) return "ja";
  if (einden === undefined) return "onbekend";
  const lowIn = low > 0 || einden === "beide" || einden === "van";
  const highIn = high < 0 || einden === "beide" || einden === "tot";
  return yes(lowIn && highIn);
}

/** Whether this asks for at least so much, and there is a whole unit more than that. */
export function isAbove({
  soort,
  onderwerp,
  van,
  grenzen,
  telbaar,
}: Vergelijkingsverslag): boolean {
  const [limit] = grenzen;
  if (!limit?.waarde || !onderwerp.waarde || soort !== "minstens" || !telbaar) return false;
  const bound = boundOf(limit.waarde, van?.waarde, van !== undefined);
  return bound !== undefined && compare(subtract(onderwerp.waarde, bound), breuk(1n)) >= 0;
}
