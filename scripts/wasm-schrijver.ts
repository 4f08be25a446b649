// Writes a WebAssembly module from a list of instructions in its own text names, one a line.
// Only what our kernel needs: functions over one imported memory, without results.

/** A function: its parameters are whole numbers; `locals` names the others with their type. */
export type Wasmfunctie = {
  readonly naam: string;
  readonly parameters: readonly string[];
  readonly locals: Readonly<Record<string, Wasmtype>>;
  readonly regels: readonly string[];
};

const TYPES = { i32: 0x7f, i64: 0x7e, f64: 0x7c, v128: 0x7b } as const;
type Wasmtype = keyof typeof TYPES;

// Opcodes of the core specification; a number above 255 follows the vector prefix.
const VECTOR = 0x100;
const OPCODES: Readonly<Record<string, number>> = {
  loop: 0x03,
  end: 0x0b,
  br_if: 0x0d,
  "local.get": 0x20,
  "local.set": 0x21,
  "local.tee": 0x22,
  "i32.load": 0x28,
  "i64.load": 0x29,
  "i32.store": 0x36,
  "i64.store": 0x37,
  "i32.const": 0x41,
  "i64.const": 0x42,
  "i32.lt_u": 0x49,
  "i32.add": 0x6a,
  "i32.sub": 0x6b,
  "i32.and": 0x71,
  "i32.or": 0x72,
  "i32.xor": 0x73,
  "i32.shl": 0x74,
  "i64.popcnt": 0x7b,
  "i64.add": 0x7c,
  "i64.and": 0x83,
  "i32.wrap_i64": 0xa7,
  "v128.load": VECTOR + 0,
  "v128.load64_splat": VECTOR + 10,
  "v128.store": VECTOR + 11,
  "i8x16.shuffle": VECTOR + 13,
  "f64x2.ge": VECTOR + 76,
  "v128.and": VECTOR + 78,
  "v128.or": VECTOR + 80,
  "i8x16.bitmask": VECTOR + 100,
  "i8x16.narrow_i16x8_s": VECTOR + 101,
  "i16x8.narrow_i32x4_s": VECTOR + 133,
  "f64x2.mul": VECTOR + 242,
};

const NO_RESULT = 0x40;

/** The bytes of a module that takes its memory from `env.memory` and exports these functions. */
export function writeWasm(functies: readonly Wasmfunctie[]): Uint8Array {
  const types = functies.map(({ parameters }) => [
    0x60,
    ...list(parameters.map(() => [TYPES.i32])),
    0x00,
  ]);
  const memory = [...text("env"), ...text("memory"), 0x02, 0x00, 0x01];
  const exports = functies.map(({ naam }, i) => [...text(naam), 0x00, ...unsigned(i)]);
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d],
    ...[0x01, 0x00, 0x00, 0x00],
    ...section(1, list(types)),
    ...section(2, list([memory])),
    ...section(3, list(functies.map((_, i) => unsigned(i)))),
    ...section(7, list(exports)),
    ...section(10, list(functies.map(bodyOf))),
  ]);
}

function bodyOf({ parameters, locals, regels }: Wasmfunctie): readonly number[] {
  const names = [...parameters, ...Object.keys(locals)];
  const declared = Object.values(locals).map((type) => [1, TYPES[type]]);
  const code = regels.flatMap((regel) => instruction(regel, names));
  const body = [...list(declared), ...code, 0x0b];
  return [...unsigned(body.length), ...body];
}

function instruction(regel: string, names: readonly string[]): readonly number[] {
  const [name = "", ...operands] = regel.trim().split(/\s+/);
  const opcode = OPCODES[name];
  if (opcode === undefined) throw new Error(`onbekende instructie «${regel}»`);
  const code = opcode < VECTOR ? [opcode] : [0xfd, ...unsigned(opcode - VECTOR)];
  return [...code, ...immediates(name, operands, names)];
}

function immediates(
  name: string,
  operands: readonly string[],
  names: readonly string[],
): readonly number[] {
  const [first = ""] = operands;
  if (name.startsWith("local.")) return unsigned(placeOf(first, names));
  if (name.endsWith(".const")) return signed(Number(first));
  if (/\.(load|store)/.test(name)) return [0, ...unsigned(Number(first || 0))];
  if (name === "loop") return [NO_RESULT];
  return operands.flatMap((operand) => unsigned(Number(operand)));
}

function placeOf(name: string, names: readonly string[]): number {
  const place = names.indexOf(name);
  if (place < 0) throw new Error(`onbekende naam «${name}»`);
  return place;
}

function section(id: number, content: readonly number[]): readonly number[] {
  return [id, ...unsigned(content.length), ...content];
}

function list(items: readonly (readonly number[])[]): readonly number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function text(value: string): readonly number[] {
  const bytes = [...new TextEncoder().encode(value)];
  return [...unsigned(bytes.length), ...bytes];
}

/** A whole number from zero up, seven bits a byte, the lowest first. */
function unsigned(value: number): readonly number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

/** The same for a number of either sign. */
function signed(value: number): readonly number[] {
  const low = value & 0x7f;
  const rest = value >> 7;
  const done = (rest === 0 && low < 0x40) || (rest === -1 && low >= 0x40);
  return done ? [low] : [low | 0x80, ...signed(rest)];
}
