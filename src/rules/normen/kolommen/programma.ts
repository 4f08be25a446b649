/**
 * A question in a program: twice its place, plus one where the answer is turned round.
 *
 * Every place has two planes, yes and no; who is in neither is not known. To turn a question round
 * is therefore to read its planes the other way, and costs nothing.
 */
export type Vraag = number;

/** a·x ≥ b·y over two columns, with factors per year; undefined in a year without a limit. */
export type Kruis = {
  readonly plaats: number;
  readonly x: number;
  readonly y: number;
  readonly factoren: readonly (Factoren | undefined)[];
};

export type Factoren = { readonly a: bigint; readonly b: bigint };

/** x ≥ t over one column, with a whole limit per year. */
export type Drempel = {
  readonly plaats: number;
  readonly x: number;
  readonly grenzen: readonly (number | undefined)[];
};

/** Both of two questions. */
export type En = { readonly plaats: number; readonly a: Vraag; readonly b: Vraag };

/** Answers that come from outside, by their number. */
export type Gegeven = { readonly plaats: number; readonly antwoord: number };

/** What is asked of the columns: each comparison once, however many norms use it. */
export type Programma = {
  /** Where the planes of each place lie: those that are written together lie together. */
  readonly ligging: readonly number[];
  readonly gegeven: readonly Gegeven[];
  readonly kruisen: readonly Kruis[];
  readonly drempels: readonly Drempel[];
  /** Each after those that it is made of. */
  readonly enen: readonly En[];
};

export const JA: Vraag = 0;
export const ONBEKEND: Vraag = 2;

export type Schrijver = {
  readonly gegeven: (antwoord: number) => Vraag;
  readonly kruis: (x: number, y: number, factoren: Kruis["factoren"]) => Vraag;
  readonly drempel: (x: number, grenzen: Drempel["grenzen"]) => Vraag;
  readonly en: (a: Vraag, b: Vraag) => Vraag;
  readonly programma: () => Programma;
};

/** The other way round. */
export function niet(vraag: Vraag): Vraag {
  return vraag === ONBEKEND ? ONBEKEND : vraag ^ 1;
}

/** One of two: not both not. */
export function of(schrijver: Schrijver, a: Vraag, b: Vraag): Vraag {
  return niet(schrijver.en(niet(a), niet(b)));
}

/**
 * Writes a program; the same question twice has one place.
 *
 * Comparisons over the same columns come one after the other, so that those stay close at hand.
 */
export function createSchrijver(): Schrijver {
  const known = new Map<string, Vraag>();
  const gegeven: Gegeven[] = [];
  const kruisen: Kruis[] = [];
  const drempels: Drempel[] = [];
  const enen: En[] = [];
  let plaatsen = 2;
  const once = (name: string, make: (plaats: number) => void): Vraag => {
    const found = known.get(name);
    if (found !== undefined) return found;
    make(plaatsen);
    known.set(name, 2 * plaatsen);
    plaatsen += 1;
    return 2 * (plaatsen - 1);
  };
  return {
    gegeven: (antwoord) =>
      once(`gegeven ${antwoord}`, (plaats) => gegeven.push({ plaats, antwoord })),
    kruis: (x, y, factoren) =>
      once(`kruis ${x} ${y} ${factoren.map(nameOf).join()}`, (plaats) =>
        kruisen.push({ plaats, x, y, factoren }),
      ),
    drempel: (x, grenzen) =>
      once(`drempel ${x} ${grenzen.join()}`, (plaats) => drempels.push({ plaats, x, grenzen })),
    en: (a, b) => {
      const known = simplify(a, b);
      if (known !== undefined) return known;
      const [first, second] = a < b ? [a, b] : [b, a];
      return once(`en ${first} ${second}`, (plaats) => enen.push({ plaats, a: first, b: second }));
    },
    programma: () => {
      const parts = {
        gegeven,
        kruisen: kruisen.toSorted((a, b) => a.x - b.x || a.y - b.y),
        drempels: drempels.toSorted((a, b) => a.x - b.x),
        enen,
      };
      return { ...parts, ligging: layOut(Object.values(parts).flat()) };
    },
  };
}

/** The two places that are always there, and then all others in the order of the records. */
function layOut(written: readonly { readonly plaats: number }[]): readonly number[] {
  const ligging = [0, 1];
  for (const [i, { plaats }] of written.entries()) ligging[plaats] = 2 + i;
  return ligging;
}

/** `a` and not `a` is left alone: where `a` is not known, neither is that. */
function simplify(a: Vraag, b: Vraag): Vraag | undefined {
  if (a === b || b === JA) return a;
  if (a === JA) return b;
  return a === niet(JA) || b === niet(JA) ? niet(JA) : undefined;
}

function nameOf(factoren: Factoren | undefined): string {
  return factoren ? `${factoren.a}/${factoren.b}` : "";
}
