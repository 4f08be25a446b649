import { listWords } from "#domain/notatie.ts";
/** Text in lines of at most `width` characters, broken between words; a longer word stays whole. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    if (line && visibleLength(line) + 1 + visibleLength(word) > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return line || lines.length === 0 ? [...lines, line] : lines;
}

/** Wrapped text with every line moved to the right. */
export function indent(text: string, by: number, width: number): readonly string[] {
  return wrap(text, width - by).map((line) => `${" ".repeat(by)}${line}`);
}

/** A label with its text beside it; further lines stand below the text. */
export function beside(
  label: string,
  text: string,
  labelWidth: number,
  width: number,
): readonly string[] {
  return wrap(text, width - labelWidth).map((line, i) =>
    `${i === 0 ? padEnd(label, labelWidth) : " ".repeat(labelWidth)}${line}`.trimEnd(),
  );
}

/** `a, b, c en 4 andere`: enough to know who is meant, without a wall of names. */
export function listedShort(items: readonly string[], most = 12): string {
  if (items.length <= most) return listWords(items);
  return `${items.slice(0, most - 1).join(", ")} en ${items.length - most + 1} andere`;
}

/** How wide a text stands on the screen; colour takes no room. */
export function visibleLength(text: string): number {
  return [...text.replace(ANSI, "")].length;
}

export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - visibleLength(text)));
}

export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - visibleLength(text))) + text;
}

const ESCAPE = String.fromCharCode(27);
const ANSI = new RegExp(`${ESCAPE}\\[\\d+m`, "gu");

/**
 * Text of others without control characters: a title in a document may not steer the terminal.
 *
 * Line breaks and tabs become spaces.
 */
export function withoutControls(text: string): string {
  return text.replace(/\s/gu, " ").replace(/\p{Cc}/gu, "");
}
