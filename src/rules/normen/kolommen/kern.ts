/**
 * One loop of the kernel: carries out the records from the first byte up to `einde`, each over so
 * many blocks; `vlak` is the number of bytes from one plane to the next.
 */
type Lus = (record: number, einde: number, blokken: number, vlak: number) => void;

/** The four loops (scripts/kolomkern.ts says what each does), over memory of their own. */
export type Kern = {
  readonly soort: "wasm" | "js";
  readonly buffer: ArrayBuffer;
  /** x ≥ r·y, 32 cells a block. */
  readonly kruis: Lus;
  /** x ≥ t, 32 cells a block. */
  readonly drempel: Lus;
  /** Both of two questions, 128 cells a block. */
  readonly en: Lus;
  /** Verdicts and their counts, 64 cells a block. */
  readonly oordeel: Lus;
};

/** Makes a kernel with so many bytes of memory, all zero. */
export type Kernmaker = (bytes: number) => Kern;
