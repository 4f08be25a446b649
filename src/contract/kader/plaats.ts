import type { Plaats } from "./fout.ts";

/**
 * Where in a file each offset lies, as a person counts: from 1, without the byte order mark.
 *
 * Counted here and not by the parser: it stops counting lines where a quote never closes, and then
 * everything below would be told at a place that is not there.
 */
export function createPlaats(text: string): (offset: number) => Plaats {
  const mark = text.startsWith("\uFEFF") ? 1 : 0;
  const starts = [0];
  /** Counts on to where was asked, so that a place at the top of a large file costs nothing. */
  const countTo = (offset: number) => {
    let next = text.indexOf("\n", starts.at(-1)) + 1;
    while (next > 0 && (starts.at(-1) ?? 0) < offset) {
      starts.push(next);
      next = text.indexOf("\n", next) + 1;
    }
  };
  return (offset) => {
    const at = Math.min(Math.max(offset, 0), text.length);
    countTo(at);
    const line = lastAtMost(starts, at);
    const kolom = at - (starts[line] ?? 0) + 1 - (line === 0 ? mark : 0);
    return { regel: line + 1, kolom: Math.max(kolom, 1) };
  };
}

/** The last place in an ascending list whose number is at most this; the first is 0. */
function lastAtMost(numbers: readonly number[], most: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((numbers[middle] ?? 0) <= most) low = middle;
    else high = middle - 1;
  }
  return low;
}
