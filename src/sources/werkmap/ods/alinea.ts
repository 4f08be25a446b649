import type { Attributen } from "../xml.ts";

const MOST_SPACES = 32_767;

/** Gathers the text of one cell from its paragraphs. */
export class Alinealezer {
  #paragraphs: string[] = [];
  #text = "";
  #inside = 0;

  /** Whether a paragraph is open. */
  get open(): boolean {
    return this.#inside > 0;
  }

  /** The text of all paragraphs; undefined where there was none. */
  get tekst(): string | undefined {
    return this.#paragraphs.length === 0 ? undefined : this.#paragraphs.join("\n");
  }

  /** Forgets the cell before. */
  start(): void {
    this.#paragraphs = [];
    this.#inside = 0;
  }

  /** An element begins, a paragraph or something inside one. */
  begin(naam: string, attributen: Attributen): void {
    if (this.#inside === 0) this.#text = "";
    this.#inside += 1;
    if (naam === "text:s") this.#text += " ".repeat(readSpaces(attributen["text:c"]));
    else if (naam === "text:tab") this.#text += "\t";
    else if (naam === "text:line-break") this.#text += "\n";
  }

  /** An element ends. */
  end(): void {
    this.#inside -= 1;
    if (this.#inside === 0) this.#paragraphs.push(this.#text);
  }

  /** Text passes by; white space is one space, and none at the start, as OpenDocument has it. */
  add(tekst: string): void {
    if (this.#inside === 0) return;
    const plain = tekst.replace(/[ \t\r\n]+/gu, " ");
    const after = this.#text === "" || /[ \n\t]$/u.test(this.#text);
    this.#text += after && plain.startsWith(" ") ? plain.slice(1) : plain;
  }
}

function readSpaces(raw: string | undefined): number {
  const count = Number(raw ?? "1");
  return Number.isInteger(count) && count >= 0 ? Math.min(count, MOST_SPACES) : 1;
}
