/** Whether a font has a shape for a code point. */
export type Tekenset = (codePoint: number) => boolean;

/**
 * Reads which code points a TrueType font has, from its own table of them.
 *
 * @throws RangeError where the file is no such font.
 * @see OpenType 1.9, `cmap`, format 4 and 12
 */
export function readTekenset(font: Uint8Array): Tekenset {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = findTable(view, "cmap");
  const count = view.getUint16(cmap + 2);
  const ranges: Range[] = [];
  for (let i = 0; i < count; i += 1) {
    const at = cmap + view.getUint32(cmap + 4 + i * 8 + 4);
    const format = view.getUint16(at);
    if (format === 12) ranges.push(...readGroups(view, at));
    if (format === 4) ranges.push(...readSegments(view, at));
  }
  const known = new Set<number>();
  for (const { from, to } of ranges) for (let code = from; code <= to; code += 1) known.add(code);
  return (codePoint) => known.has(codePoint);
}

type Range = { readonly from: number; readonly to: number };

function findTable(view: DataView, wanted: string): number {
  const count = view.getUint16(4);
  for (let i = 0; i < count; i += 1) {
    const at = 12 + i * 16;
    const tag = [0, 1, 2, 3].map((k) => String.fromCharCode(view.getUint8(at + k))).join("");
    if (tag === wanted) return view.getUint32(at + 8);
  }
  throw new RangeError(`this font has no table ${wanted}`);
}

function readGroups(view: DataView, at: number): readonly Range[] {
  return Array.from({ length: view.getUint32(at + 12) }, (_, i) => ({
    from: view.getUint32(at + 16 + i * 12),
    to: view.getUint32(at + 20 + i * 12),
  }));
}

/** The ranges of the segments; the last is the end mark of the table. */
function readSegments(view: DataView, at: number): readonly Range[] {
  const bytes = view.getUint16(at + 6);
  return Array.from({ length: bytes / 2 - 1 }, (_, i) => ({
    from: view.getUint16(at + 16 + bytes + i * 2),
    to: view.getUint16(at + 14 + i * 2),
  }));
}

/**
 * Text with only letters that are in the font: a PDF that says it is accessible may not hold others.
 *
 * What people wrote stays readable; a sign without a shape becomes `□`.
 */
export function toTekens(text: string, has: Tekenset): string {
  return [...text].map((sign) => (has(sign.codePointAt(0) ?? 0) ? sign : LEEG)).join("");
}

const LEEG = "□";
