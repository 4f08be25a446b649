import type { Kern } from "./kern.ts";
import { countBits } from "./vorm.ts";

/** The kernel without WebAssembly: the same bits from the same records. */
export function createJsKern(bytes: number): Kern {
  const buffer = new ArrayBuffer(bytes);
  const f = new Float64Array(buffer);
  const u = new Uint32Array(buffer);
  return {
    soort: "js",
    buffer,
    kruis: (record, einde, blokken, vlak) => {
      for (let r = record; r < einde; r += KRUIS) kruis(f, u, r, blokken, vlak >> 2);
    },
    drempel: (record, einde, blokken, vlak) => {
      for (let r = record; r < einde; r += DREMPEL) drempel(f, u, r, blokken, vlak >> 2);
    },
    en: (record, einde, blokken, vlak) => {
      for (let r = record; r < einde; r += EN) en(u, r, blokken * 4, vlak >> 2);
    },
    oordeel: (record, einde, blokken, vlak) => {
      for (let r = record; r < einde; r += OORDEEL) oordeel(u, r, blokken * 2, vlak >> 2);
    },
  };
}

const KRUIS = 32;
const DREMPEL = 24;
const EN = 20;
const OORDEEL = 24;

/** A field of a record that holds an address, as an index of words. */
function wordAt(u: Uint32Array, record: number, field: number): number {
  return (u[(record >> 2) + field] ?? 0) >>> 2;
}

function kruis(f: Float64Array, u: Uint32Array, record: number, words: number, vlak: number): void {
  const r = f[record >> 3] ?? 0;
  const x = wordAt(u, record, 2) >>> 1;
  const y = wordAt(u, record, 3) >>> 1;
  const xb = wordAt(u, record, 4);
  const yb = wordAt(u, record, 5);
  const uit = wordAt(u, record, 6);
  for (let w = 0; w < words; w += 1) {
    const known = (u[xb + w] ?? 0) & (u[yb + w] ?? 0);
    const bits = kruisWoord(f, x + 32 * w, y + 32 * w, r) & known;
    u[uit + w] = bits;
    u[uit + vlak + w] = known ^ bits;
  }
}

/** The 32 answers of one word; four at a time do not wait for each other. */
function kruisWoord(f: Float64Array, x: number, y: number, r: number): number {
  let bits = 0;
  for (let i = 28; i >= 0; i -= 4) {
    bits =
      (bits << 4) |
      Number((f[x + i] ?? 0) >= r * (f[y + i] ?? 0)) |
      (Number((f[x + i + 1] ?? 0) >= r * (f[y + i + 1] ?? 0)) << 1) |
      (Number((f[x + i + 2] ?? 0) >= r * (f[y + i + 2] ?? 0)) << 2) |
      (Number((f[x + i + 3] ?? 0) >= r * (f[y + i + 3] ?? 0)) << 3);
  }
  return bits;
}

function drempel(
  f: Float64Array,
  u: Uint32Array,
  record: number,
  words: number,
  vlak: number,
): void {
  const t = f[record >> 3] ?? 0;
  const x = wordAt(u, record, 2) >>> 1;
  const xb = wordAt(u, record, 3);
  const uit = wordAt(u, record, 4);
  for (let w = 0; w < words; w += 1) {
    const known = u[xb + w] ?? 0;
    const bits = drempelWoord(f, x + 32 * w, t) & known;
    u[uit + w] = bits;
    u[uit + vlak + w] = known ^ bits;
  }
}

function drempelWoord(f: Float64Array, x: number, t: number): number {
  let bits = 0;
  for (let i = 28; i >= 0; i -= 4) {
    bits =
      (bits << 4) |
      Number((f[x + i] ?? 0) >= t) |
      (Number((f[x + i + 1] ?? 0) >= t) << 1) |
      (Number((f[x + i + 2] ?? 0) >= t) << 2) |
      (Number((f[x + i + 3] ?? 0) >= t) << 3);
  }
  return bits;
}

function en(u: Uint32Array, record: number, words: number, vlak: number): void {
  const [aj, an, bj, bn, uit] = planesAt(u, record);
  for (let w = 0; w < words; w += 1) {
    u[uit + w] = (u[aj + w] ?? 0) & (u[bj + w] ?? 0);
    u[uit + vlak + w] = (u[an + w] ?? 0) | (u[bn + w] ?? 0);
  }
}

function oordeel(u: Uint32Array, record: number, words: number, vlak: number): void {
  const [aj, an, bj, bn, uit] = planesAt(u, record);
  const counts = wordAt(u, record, 5);
  let met = 0;
  let niet = 0;
  let nvt = 0;
  for (let w = 0; w < words; w += 1) {
    const applies = u[bj + w] ?? 0;
    const yes = (u[aj + w] ?? 0) & applies;
    const no = (u[an + w] ?? 0) & applies;
    const outside = u[bn + w] ?? 0;
    u[uit + w] = yes;
    u[uit + vlak + w] = no;
    u[uit + 2 * vlak + w] = outside;
    met += countBits(yes);
    niet += countBits(no);
    nvt += countBits(outside);
  }
  u[counts] = (u[counts] ?? 0) + met;
  u[counts + 1] = (u[counts + 1] ?? 0) + niet;
  u[counts + 2] = (u[counts + 2] ?? 0) + nvt;
}

type Planes = readonly [number, number, number, number, number];

function planesAt(u: Uint32Array, record: number): Planes {
  return [
    wordAt(u, record, 0),
    wordAt(u, record, 1),
    wordAt(u, record, 2),
    wordAt(u, record, 3),
    wordAt(u, record, 4),
  ];
}
