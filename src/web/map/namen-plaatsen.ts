/** A name that wants a place on the map; sizes and places in pixels of the screen. */
export type Naamwens = {
  readonly id: string;
  readonly naam: string;
  readonly x: number;
  readonly y: number;
  /** Height of a letter. */
  readonly letter: number;
};

/** A name with its place: the middle of its box, and the lines it is broken into. */
export type Geplaatst = Naamwens & { readonly regels: readonly string[]; readonly doos: Doos };

/** Left, top, right, bottom. */
export type Doos = readonly [number, number, number, number];

export const REGELHOOGTE = 1.12;
const SPELING = 2;

/** Steps away from the best place, in parts of the own width and of the height of a line. */
const STAPPEN: readonly (readonly [number, number])[] = [
  ...[
    [0, 0],
    [0, -0.5],
    [0, 0.5],
    [0, -1],
    [0, 1],
    [0.25, 0],
    [-0.25, 0],
  ],
  ...[
    [0.25, -0.7],
    [-0.25, -0.7],
    [0.25, 0.7],
    [-0.25, 0.7],
    [0, -1.5],
    [0, 1.5],
  ],
  ...[
    [0.45, 0],
    [-0.45, 0],
    [0.45, -1],
    [-0.45, -1],
    [0.45, 1],
    [-0.45, 1],
  ],
].map(([x = 0, y = 0]) => [x, y] as const);

/**
 * Gives each name, in the order asked, the first place where it lies over no other and inside the
 * map; a name without such a place is left out.
 */
export function placeNamen(
  wensen: readonly Naamwens[],
  breedte: number,
  hoogte: number,
  bezet: readonly Doos[] = [],
): readonly Geplaatst[] {
  const taken = [...bezet];
  return wensen.flatMap((wens) => {
    const place = findPlace(wens, [0, 0, breedte, hoogte], taken);
    if (!place) return [];
    taken.push(place.doos);
    return [place];
  });
}

function findPlace(wens: Naamwens, kader: Doos, taken: readonly Doos[]): Geplaatst | undefined {
  const { letter } = wens;
  for (const regels of breakings(wens.naam)) {
    const width = Math.max(...regels.map((regel) => textWidth(regel) * letter));
    const height = regels.length * REGELHOOGTE * letter;
    for (const [dx, dy] of STAPPEN) {
      const [x, y] = [wens.x + dx * width, wens.y + dy * letter * REGELHOOGTE];
      const doos: Doos = [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
      if (isInside(doos, kader) && !taken.some((other) => overlaps(doos, other))) {
        return { ...wens, x, y, regels, doos };
      }
    }
  }
  return undefined;
}

/** On one line, and where it has a space or hyphen also on two, cut nearest to the middle. */
function breakings(naam: string): readonly (readonly string[])[] {
  const cuts = [...naam.matchAll(/[ -]/g)].map(({ index }) => index + 1);
  const middle = cuts.toSorted(
    (a, b) => Math.abs(a - naam.length / 2) - Math.abs(b - naam.length / 2),
  )[0];
  if (middle === undefined || naam.length < 9) return [[naam]];
  return [[naam], [naam.slice(0, middle).trimEnd(), naam.slice(middle)]];
}

/** About how wide a text is, in heights of a letter; rather too wide than too narrow. */
export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) {
    if (/[mwMW]/.test(letter)) width += 0.9;
    else if (/[A-Z]/.test(letter)) width += 0.69;
    else if (/[ijltfr'.,() -]/.test(letter)) width += 0.37;
    else width += 0.57;
  }
  return width;
}

export function overlaps(a: Doos, b: Doos): boolean {
  return a[0] < b[2] + SPELING && b[0] < a[2] + SPELING && a[1] < b[3] && b[1] < a[3];
}

function isInside(a: Doos, kader: Doos): boolean {
  return a[0] >= kader[0] && a[1] >= kader[1] && a[2] <= kader[2] && a[3] <= kader[3];
}
