const AT_ONCE = 2;
const WAITING = 20;

let busy = 0;
const waiting: (() => void)[] = [];

/** Reads at most two files at the same time; who comes when too many wait already is turned away. */
export async function inLeesbeurt<T>(work: () => Promise<T>, turnAway: () => T): Promise<T> {
  if (busy >= AT_ONCE) {
    if (waiting.length >= WAITING) return turnAway();
    await new Promise<void>((go) => waiting.push(go));
  } else busy += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else busy -= 1;
  }
}
