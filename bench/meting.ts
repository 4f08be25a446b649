/** One side of a measurement: does the work so many times, and says how long each took, in ms. */
export type Loper = {
  readonly naam: string;
  readonly time: (times: number) => Promise<readonly number[]>;
};

/** The middle of the rounds, with the shortest and the longest round, in ms. */
export type Spreiding = { readonly midden: number; readonly laag: number; readonly hoog: number };

export type Meting = {
  readonly naam: string;
  readonly ms: Spreiding;
  /** Time of this one ÷ time of the first, per round; absent for the first itself. */
  readonly verhouding?: Spreiding;
};

const ROUNDS = 7;
const WARM_MS = 1000;
const ROUND_MS = 40;
const MOST_CALLS = 500;

/** A side that runs in this process. */
export function ownLoper(naam: string, work: () => unknown): Loper {
  return {
    naam,
    time: async (times) => {
      const found: number[] = [];
      for (let call = 0; call < times; call += 1) {
        const start = performance.now();
        work();
        found.push(performance.now() - start);
      }
      return found;
    },
  };
}

/** The same for work that answers later: in a worker, or in another thread. */
export function asyncLoper(naam: string, work: () => Promise<unknown>): Loper {
  return {
    naam,
    time: async (times) => {
      const found: number[] = [];
      for (let call = 0; call < times; call += 1) {
        const start = performance.now();
        await work();
        found.push(performance.now() - start);
      }
      return found;
    },
  };
}

/**
 * Measures all sides in turn, seven rounds, each round starting with another side.
 *
 * A round holds as many calls as fit in about 40 ms and counts as their middle; the ratio is taken
 * per round, so that what slows the whole machine slows both sides of it.
 */
export async function measure(
  sides: readonly Loper[],
  rounds = ROUNDS,
): Promise<readonly Meting[]> {
  const calls: number[] = [];
  for (const side of sides) calls.push(await warmUp(side));
  const times: number[][] = sides.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < sides.length; turn += 1) {
      const which = (round + turn) % sides.length;
      const found = (await sides[which]?.time(calls[which] ?? 1)) ?? [];
      times[which]?.push(median(found));
    }
  }
  const first = times[0] ?? [];
  return sides.map(({ naam }, which) => {
    const own = times[which] ?? [];
    const ratios = own.map((ms, round) => ms / (first[round] ?? Number.NaN));
    return { naam, ms: spread(own), ...(which === 0 ? {} : { verhouding: spread(ratios) }) };
  });
}

/** Runs a side until it is warm, and says how many calls make up one round. */
async function warmUp(side: Loper): Promise<number> {
  const found: number[] = [];
  for (let spent = 0, calls = 0; spent < WARM_MS && calls < MOST_CALLS; calls += 1) {
    const [ms = 0] = await side.time(1);
    found.push(ms);
    spent += ms;
  }
  const one = Math.max(median(found), 0.001);
  return Math.max(1, Math.min(MOST_CALLS, Math.round(ROUND_MS / one)));
}

function spread(values: readonly number[]): Spreiding {
  return { midden: median(values), laag: Math.min(...values), hoog: Math.max(...values) };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
