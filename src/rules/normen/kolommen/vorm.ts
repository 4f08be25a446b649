/**
 * How figures and verdicts of so many gemeenten and years lie in memory.
 *
 * A column has the gemeenten of one year next to each other, made up to whole words of 32; a plane
 * has one bit for each of them, made up to whole vectors of 16 bytes. What is made up is never
 * known, and so never counts.
 */
export type Vorm = {
  readonly gemeenten: number;
  readonly jaren: number;
  /** Cells of one year of a column: 342 gemeenten take 352. */
  readonly breedte: number;
  /** Words of 32 bits in a plane that hold cells. */
  readonly woorden: number;
  /** Words of a plane in memory. */
  readonly vlakwoorden: number;
};

const WORD = 32;
const VECTOR_WORDS = 4;

/** The shape for so many gemeenten and years, both above zero. */
export function vormVan(gemeenten: number, jaren: number): Vorm {
  const woorden = Math.ceil(gemeenten / WORD);
  const vlakwoorden = Math.ceil(woorden / VECTOR_WORDS) * VECTOR_WORDS;
  return { gemeenten, jaren, breedte: woorden * WORD, woorden, vlakwoorden };
}

/** Sets or clears the bit of a gemeente in the plane that begins at this word. */
export function setBit(words: Uint32Array, plane: number, gemeente: number, on = true): void {
  const word = plane + (gemeente >>> 5);
  const bit = 1 << (gemeente & 31);
  const old = words[word] ?? 0;
  words[word] = on ? old | bit : old & ~bit;
}

/** Whether the bit of a gemeente is set. */
export function hasBit(words: Uint32Array, plane: number, gemeente: number): boolean {
  return (((words[plane + (gemeente >>> 5)] ?? 0) >>> (gemeente & 31)) & 1) === 1;
}

/** How many bits of a word are set. */
export function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
