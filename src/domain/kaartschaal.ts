/** What one gemeente has on the map. */
export type Kaartwaarde = {
  /** As people read it: the colour follows the number as it is shown. Absent is unknown. */
  readonly getal?: number;
  /** How far it may be off, as it is shown: from and to. */
  readonly ruimte?: readonly [number, number];
  /** The number with its unit and room, `27% (22–31%)`. */
  readonly tekst: string;
};

/** A class of the legend: which tint, hatched or not, and what it says. */
export type Klasse = {
  readonly tekst: string;
  /** 1 is lightest, 5 darkest. */
  readonly tint: 1 | 2 | 3 | 4 | 5;
  /** Below zero: the same tint with lines through it, so that it holds in grey and on paper. */
  readonly gestreept: boolean;
};

/** Colours mean quantity, and nothing else: darker is more, or further from nought. */
export type Schaal = {
  readonly klassen: readonly Klasse[];
  /** Which of the classes a number falls in. */
  readonly klasseVan: (getal: number) => Klasse | undefined;
};

type Schrijf = (getal: number) => string;

const MEESTE = 5;
const TINTEN: Readonly<Record<number, readonly Klasse["tint"][]>> = {
  1: [3],
  2: [2, 4],
  3: [1, 3, 5],
  4: [1, 2, 4, 5],
  5: [1, 2, 3, 4, 5],
};

/**
 * At most five classes of equal width on round bounds; the first and last stay open, and take what
 * lies far from all others.
 *
 * Give it all numbers that people lay beside each other, so that the same colour means the same on
 * every map. Equal widths show how far numbers lie apart; classes with as many gemeenten each would
 * be a ranking.
 */
export function makeSchaal(getallen: readonly number[], schrijf: Schrijf): Schaal {
  if (getallen.length === 0) return { klassen: [], klasseVan: () => undefined };
  const [least, most] = mostOf(getallen);
  const step = roundStep((size) => Math.floor(most / size) - Math.floor(least / size) < MEESTE);
  const first = Math.floor(least / step);
  const count = Math.floor(most / step) - first + 1;
  const tints = TINTEN[count] ?? [];
  const bound = (i: number) => Number(((first + i) * step).toPrecision(12));
  const klassen = tints.map((tint, i): Klasse => {
    const tekst = wording(i, count, [bound(i), bound(i + 1)], schrijf);
    return { tekst, tint, gestreept: false };
  });
  return {
    klassen,
    klasseVan: (getal) => klassen.findLast((_, i) => i === 0 || getal >= bound(i)),
  };
}

function wording(
  i: number,
  count: number,
  [from, to]: readonly [number, number],
  schrijf: Schrijf,
): string {
  if (count === 1 || (i > 0 && i < count - 1)) return `${schrijf(from)} tot ${schrijf(to)}`;
  return i === 0 ? `minder dan ${schrijf(to)}` : `${schrijf(from)} of meer`;
}

/**
 * Was and wordt: no change is lightest, further away is darker, and less is striped.
 *
 * One hue: two would be read as good and bad, and would be the same grey on paper.
 */
export function makeVerschilschaal(verschillen: readonly number[], schrijf: Schrijf): Schaal {
  const most = Math.max(0, ...verschillen.map(Math.abs));
  if (verschillen.length === 0) return { klassen: [], klasseVan: () => undefined };
  const step = most === 0 ? 1 : roundStep((size) => size * 3 >= most);
  const klassen: readonly Klasse[] = [
    { tekst: `meer dan ${schrijf(step)} minder`, tint: 5, gestreept: true },
    { tekst: `tot en met ${schrijf(step)} minder`, tint: 3, gestreept: true },
    { tekst: "hetzelfde", tint: 1, gestreept: false },
    { tekst: `tot en met ${schrijf(step)} meer`, tint: 3, gestreept: false },
    { tekst: `meer dan ${schrijf(step)} meer`, tint: 5, gestreept: false },
  ];
  const klasseVan = (getal: number) =>
    klassen[2 + Math.sign(getal) * (Math.abs(getal) > step ? 2 : 1)];
  return { klassen, klasseVan };
}

/** The smallest of 1, 2 and 5 with noughts, down to a hundredth, that is wide enough. */
function roundStep(wideEnough: (step: number) => boolean): number {
  for (let power = 0.01; power < 1e12; power *= 10) {
    for (const digit of [1, 2, 5]) {
      const step = Number((digit * power).toPrecision(1));
      if (wideEnough(step)) return step;
    }
  }
  return 1e12;
}

/** Between which two numbers most of them lie: all, but for one in twenty at either end. */
function mostOf(getallen: readonly number[]): readonly [number, number] {
  const sorted = getallen.toSorted((a, b) => a - b);
  const cut = Math.floor(sorted.length / 20);
  return [sorted[cut] ?? 0, sorted[sorted.length - 1 - cut] ?? 0];
}
