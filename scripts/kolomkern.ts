// The four loops of the kernel over columns, in the instructions of WebAssembly. Each walks over
// records in memory; what is in a record stands in src/rules/normen/kolommen/geheugen.ts.
import type { Wasmfunctie } from "./wasm-schrijver.ts";

// Thirty-two cells at a time, one word of bits: twice eight vectors of two numbers.
const HALF = 8;

const LOWER_HALVES = "i8x16.shuffle 0 1 2 3 8 9 10 11 16 17 18 19 24 25 26 27";

/** Leaves the sixteen answers of eight vector comparisons as the bits of one number. */
function sixteenBits(compare: (vector: number) => readonly string[], first: number) {
  const pair = (i: number) => [...compare(first + i), ...compare(first + i + 1), LOWER_HALVES];
  const four = (i: number) => [...pair(i), ...pair(i + 2), "i16x8.narrow_i32x4_s"];
  return [...four(0), ...four(HALF / 2), "i8x16.narrow_i16x8_s", "i8x16.bitmask"];
}

/** The same of sixteen comparisons. */
function oneWord(compare: (vector: number) => readonly string[]): readonly string[] {
  return [
    ...sixteenBits(compare, 0),
    ...sixteenBits(compare, HALF),
    ...["i32.const 16", "i32.shl", "i32.or"],
  ];
}

/** Keeps of the bits on the stack what is known: yes at `uit`, no one plane further. */
const STORE_KNOWN = [
  ...["local.get bekend", "i32.and", "local.set ja"],
  ...["local.get uit", "local.get ja", "i32.store"],
  ...["local.get uit", "local.get vlak", "i32.add"],
  ...["local.get ja", "local.get bekend", "i32.xor", "i32.store"],
];

function advance(name: string, bytes: number): readonly string[] {
  return [`local.get ${name}`, `i32.const ${bytes}`, "i32.add", `local.set ${name}`];
}

function load(name: string, how: string, offset: number): readonly string[] {
  return ["local.get record", `${how} ${offset}`, `local.set ${name}`];
}

/** Repeats for every record of so many bytes up to `einde`. */
function eachRecord(bytes: number, lines: readonly string[]): readonly string[] {
  return [
    "loop",
    ...lines,
    ...["local.get record", `i32.const ${bytes}`, "i32.add", "local.tee record"],
    ...["local.get einde", "i32.lt_u", "br_if 0"],
    "end",
  ];
}

/** Repeats as often as there are blocks in a column. */
function eachBlock(lines: readonly string[]): readonly string[] {
  return [
    ...["local.get blokken", "local.set over"],
    "loop",
    ...lines,
    ...["local.get over", "i32.const 1", "i32.sub", "local.tee over", "br_if 0"],
    "end",
  ];
}

const SHARED = { bekend: "i32", ja: "i32", uit: "i32", over: "i32" } as const;
const COLUMN_BLOCK = 256;
const BIT_BLOCK = 4;

/** x ≥ r·y for every cell of two columns. */
const kruis: Wasmfunctie = {
  naam: "kruis",
  parameters: ["record", "einde", "blokken", "vlak"],
  locals: { ...SHARED, x: "i32", y: "i32", xb: "i32", yb: "i32", r: "v128" },
  regels: eachRecord(32, [
    ...load("r", "v128.load64_splat", 0),
    ...load("x", "i32.load", 8),
    ...load("y", "i32.load", 12),
    ...load("xb", "i32.load", 16),
    ...load("yb", "i32.load", 20),
    ...load("uit", "i32.load", 24),
    ...eachBlock([
      ...["local.get xb", "i32.load", "local.get yb", "i32.load", "i32.and"],
      "local.set bekend",
      ...oneWord((vector) => [
        ...["local.get x", `v128.load ${16 * vector}`],
        ...["local.get y", `v128.load ${16 * vector}`, "local.get r", "f64x2.mul"],
        "f64x2.ge",
      ]),
      ...STORE_KNOWN,
      ...advance("x", COLUMN_BLOCK),
      ...advance("y", COLUMN_BLOCK),
      ...["xb", "yb", "uit"].flatMap((name) => advance(name, BIT_BLOCK)),
    ]),
  ]),
};

/** x ≥ t for every cell of one column. */
const drempel: Wasmfunctie = {
  naam: "drempel",
  parameters: ["record", "einde", "blokken", "vlak"],
  locals: { ...SHARED, x: "i32", xb: "i32", t: "v128" },
  regels: eachRecord(24, [
    ...load("t", "v128.load64_splat", 0),
    ...load("x", "i32.load", 8),
    ...load("xb", "i32.load", 12),
    ...load("uit", "i32.load", 16),
    ...eachBlock([
      ...["local.get xb", "i32.load", "local.set bekend"],
      ...oneWord((vector) => [
        ...["local.get x", `v128.load ${16 * vector}`, "local.get t", "f64x2.ge"],
      ]),
      ...STORE_KNOWN,
      ...advance("x", COLUMN_BLOCK),
      ...["xb", "uit"].flatMap((name) => advance(name, BIT_BLOCK)),
    ]),
  ]),
};

const PLANES = { aj: "i32", an: "i32", bj: "i32", bn: "i32", uit: "i32", over: "i32" } as const;
const PLANE_BLOCK = 16;

const LOAD_PLANES = ["aj", "an", "bj", "bn", "uit"].flatMap((name, i) =>
  load(name, "i32.load", 4 * i),
);

/** Both of two questions: yes where both are yes, no where one is no. */
const en: Wasmfunctie = {
  naam: "en",
  parameters: ["record", "einde", "blokken", "vlak"],
  locals: PLANES,
  regels: eachRecord(
    20,
    LOAD_PLANES.concat(
      eachBlock([
        ...["local.get uit", "local.get aj", "v128.load", "local.get bj", "v128.load"],
        ...["v128.and", "v128.store"],
        ...["local.get uit", "local.get vlak", "i32.add"],
        ...["local.get an", "v128.load", "local.get bn", "v128.load", "v128.or", "v128.store"],
        ...["aj", "an", "bj", "bn", "uit"].flatMap((name) => advance(name, PLANE_BLOCK)),
      ]),
    ),
  ),
};

const COUNTS = ["met", "niet", "nvt"] as const;

/** Stores one plane of verdicts and adds how many bits it has; the plane is on the stack. */
function countPlane(name: (typeof COUNTS)[number]): readonly string[] {
  return [
    ...["local.set deel", "local.get hier", "local.get deel", "i64.store"],
    ...["local.get deel", "i64.popcnt", `local.get ${name}`, "i64.add", `local.set ${name}`],
    ...["local.get hier", "local.get vlak", "i32.add", "local.set hier"],
  ];
}

/** The verdicts of a norm, eis `a` where `b` applies, and how many there are of each. */
const oordeel: Wasmfunctie = {
  naam: "oordeel",
  parameters: ["record", "einde", "blokken", "vlak"],
  locals: {
    ...PLANES,
    telling: "i32",
    hier: "i32",
    deel: "i64",
    past: "i64",
    met: "i64",
    niet: "i64",
    nvt: "i64",
  },
  regels: eachRecord(24, [
    ...LOAD_PLANES,
    ...load("telling", "i32.load", 20),
    ...COUNTS.flatMap((name) => ["i64.const 0", `local.set ${name}`]),
    ...eachBlock([
      ...["local.get bj", "i64.load", "local.set past", "local.get uit", "local.set hier"],
      ...["local.get aj", "i64.load", "local.get past", "i64.and", ...countPlane("met")],
      ...["local.get an", "i64.load", "local.get past", "i64.and", ...countPlane("niet")],
      ...["local.get bn", "i64.load", ...countPlane("nvt")],
      ...["aj", "an", "bj", "bn", "uit"].flatMap((name) => advance(name, PLANE_BLOCK / 2)),
    ]),
    ...COUNTS.flatMap((name, i) => [
      ...["local.get telling", "local.get telling", `i32.load ${4 * i}`],
      ...[`local.get ${name}`, "i32.wrap_i64", "i32.add", `i32.store ${4 * i}`],
    ]),
  ]),
};

/** The functions of the kernel. */
export const KOLOMKERN: readonly Wasmfunctie[] = [kruis, drempel, en, oordeel];
