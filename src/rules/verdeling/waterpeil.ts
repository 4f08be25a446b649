import {
  add,
  type Breuk,
  compare,
  divide,
  EEN,
  equals,
  isZero,
  largest,
  multiply,
  NUL,
  negate,
  smallest,
  subtract,
  sum,
} from "#domain/breuk.ts";

/** A unit that holds peil × gewicht within its bounds; 0 ≤ onder ≤ boven, gewicht not below zero. */
export type Vat = { readonly gewicht: Breuk; readonly onder: Breuk; readonly boven?: Breuk };

/** One of the units as it was, and what stands there in its place. */
export type Wissel = { readonly weg: Vat; readonly erbij: Vat };

/** What units hold together as the peil they share rises; any one of them may be exchanged. */
export type Vulling = {
  readonly heldAt: (peil: Breuk, wissel?: Wissel) => Breuk;
  /** A peil at which they hold this together; undefined where their bounds leave no room for it. */
  readonly peilFor: (totaal: Breuk, wissel?: Wissel) => Breuk | undefined;
};

/** A peil at which a unit leaves its onder or reaches its boven, and how the line turns there. */
type Knik = { readonly peil: Breuk; readonly vast: Breuk; readonly helling: Breuk };

export function contentOf({ gewicht, onder, boven }: Vat, peil: Breuk): Breuk {
  const raised = largest(multiply(peil, gewicht), onder);
  return boven ? smallest(raised, boven) : raised;
}

/**
 * Lays out the line of what units hold together, once for every peil and every exchange.
 *
 * It is straight between the peilen at which a unit leaves or reaches a bound. Exact.
 */
export function createVulling(vaten: readonly Vat[]): Vulling {
  const knikken = vaten.flatMap(knikkenOf).sort((a, b) => compare(a.peil, b.peil));
  let line = { vast: sum(vaten.map(({ onder }) => onder)), helling: NUL };
  const lines = [line];
  for (const { vast, helling } of knikken) {
    line = { vast: add(line.vast, vast), helling: add(line.helling, helling) };
    lines.push(line);
  }
  const heldAt = (peil: Breuk, wissel?: Wissel) => {
    const at = countWhile(knikken, (knik) => compare(knik.peil, peil) <= 0);
    const { vast, helling } = lines[at] ?? line;
    const held = add(vast, multiply(helling, peil));
    if (!wissel) return held;
    return add(subtract(held, contentOf(wissel.weg, peil)), contentOf(wissel.erbij, peil));
  };
  return { heldAt, peilFor: (totaal, wissel) => findPeil(knikken, heldAt, totaal, wissel) };
}

/** Who has no weight holds the same at every peil. */
function knikkenOf({ gewicht, onder, boven }: Vat): readonly Knik[] {
  if (isZero(gewicht)) return [];
  const up = { peil: divide(onder, gewicht), vast: negate(onder), helling: gewicht };
  if (!boven) return [up];
  return [up, { peil: divide(boven, gewicht), vast: boven, helling: negate(gewicht) }];
}

/** Looks up the straight piece of the line in which the total lies, and goes along it. */
function findPeil(
  knikken: readonly Knik[],
  heldAt: Vulling["heldAt"],
  totaal: Breuk,
  wissel: Wissel | undefined,
): Breuk | undefined {
  const isReached = ({ peil }: Pick<Knik, "peil">) => compare(heldAt(peil, wissel), totaal) <= 0;
  const start = { peil: NUL };
  if (!isReached(start)) return undefined;
  const at = countWhile(knikken, isReached);
  const low = (knikken[at - 1] ?? start).peil;
  // The line turns where the unit that came in has its own bounds too.
  const own = (wissel ? knikkenOf(wissel.erbij) : []).filter(({ peil }) => compare(peil, low) > 0);
  const passed = countWhile(own, isReached);
  const from = own[passed - 1]?.peil ?? low;
  const ends = [knikken[at], own[passed]].flatMap((knik) => (knik ? [knik.peil] : []));
  const to = ends.length > 0 ? ends.reduce(smallest) : add(from, EEN);
  return along(from, to, heldAt(from, wissel), heldAt(to, wissel), totaal);
}

function along(
  from: Breuk,
  to: Breuk,
  below: Breuk,
  above: Breuk,
  totaal: Breuk,
): Breuk | undefined {
  if (equals(below, totaal)) return from;
  if (equals(below, above)) return undefined;
  const part = divide(subtract(totaal, below), subtract(above, below));
  return add(from, multiply(part, subtract(to, from)));
}

/** How many items at the start of a list pass, where all that pass come first. */
function countWhile<T>(list: readonly T[], passes: (item: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = list[middle];
    if (item !== undefined && passes(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}
