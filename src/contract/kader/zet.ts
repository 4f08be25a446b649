import { readBrontekst } from "./brontekst.ts";
import { type Bewerking, editValue } from "./edit.ts";
import { formatPad, type Pad, parsePad, quote } from "./fout.ts";
import { type Knoop, locate, toBoom } from "./knoop.ts";
import { firstKeyOf } from "./korte-vorm.ts";
import { replaceAt } from "./wijzig.ts";

/**
 * Writes a value at a path, also where its last key is not there yet; every other byte stays.
 *
 * A new key comes behind the last one of its block, in the way that block is written. Where that
 * gives anything but the same tree with this one value, nothing changes.
 */
export function setValue(text: string, path: Pad | string, value: string): Bewerking {
  const pad = typeof path === "string" ? parsePad(path) : path;
  const { bron, fouten } = readBrontekst(text);
  const found = pad && bron && fouten.length === 0 ? locate(bron.boom, pad) : undefined;
  if (!bron || !pad || !found || value.trim() === "") return editValue(text, path, value);
  if (!found.ontbreekt)
    return isShort(pad, found.pad) ? editValue(text, path, value) : refuse(path);
  const wanted = found.pad.length === pad.length ? replaceAt(bron.boom, pad, value) : undefined;
  const { knoop } = found;
  if (!wanted || knoop.soort !== "kaart") return refuse(path);
  for (const written of [value, `'${value.replaceAll("'", "''")}'`]) {
    const changed = insert(text, knoop, `${pad.at(-1)}: ${written}`);
    if (isSame(changed, wanted)) return { ok: true, tekst: changed };
  }
  return refuse(path);
}

/** The same path, or the one that a short form leaves out: `opgave.aantal` in `opgave: urgenten`. */
function isShort(pad: Pad, written: Pad): boolean {
  const rest = pad.slice(written.length);
  return rest.length === 0 || (rest.length === 1 && rest[0] === firstKeyOf(written.at(-1)));
}

function refuse(path: Pad | string): Bewerking {
  const shown = typeof path === "string" ? path : formatPad(path);
  return {
    ok: false,
    reden: `${quote(shown)} kan hier niet worden toegevoegd. Schrijf het in de tekst.`,
  };
}

/** The text with one more line in a block, or one more part between brackets. */
function insert(text: string, block: Extract<Knoop, { soort: "kaart" }>, line: string): string {
  const velden = [...block.velden.values()];
  // Right below the id where that is here: the head of a document reads from top to bottom.
  const before = block.velden.get("id") ?? velden.at(-1);
  const first = velden[0];
  if (!before || !first) return text;
  if (text[block.van] === "{") {
    const end = before.waarde.tot;
    return `${text.slice(0, end)}, ${line}${text.slice(end)}`;
  }
  const kolom = first.van - (text.lastIndexOf("\n", first.van - 1) + 1);
  const end = endOfLine(text, contentEnd(text, before.waarde));
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  return `${text.slice(0, end)}${eol}${" ".repeat(kolom)}${line}${text.slice(end)}`;
}

/** The place of a block ends behind the white below it; what was written ends before that. */
function contentEnd(text: string, { van, tot }: Knoop): number {
  const trimmed = text.slice(van, tot).trimEnd();
  return van + trimmed.length;
}

function endOfLine(text: string, at: number): number {
  const eol = text.indexOf("\n", at);
  if (eol === -1) return text.length;
  return text[eol - 1] === "\r" ? eol - 1 : eol;
}

function isSame(text: string, wanted: Knoop): boolean {
  const { bron, fouten } = readBrontekst(text);
  if (!bron || fouten.length > 0) return false;
  return JSON.stringify(sorted(toBoom(bron.boom))) === JSON.stringify(sorted(toBoom(wanted)));
}

/** A new key stands in another place than at the end; that is no other document. */
function sorted(boom: ReturnType<typeof toBoom>): unknown {
  if (typeof boom === "string") return boom;
  if (Array.isArray(boom)) return boom.map(sorted);
  return Object.entries(boom)
    .map(([key, part]) => [key, sorted(part)])
    .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}

/** What stands at a key path, as the language writes it; undefined where that is no single value. */
export function readAt(text: string, pad: string): string | undefined {
  const path = parsePad(pad);
  const { bron } = readBrontekst(text);
  if (!path || !bron) return undefined;
  const found = locate(bron.boom, path);
  return found.ontbreekt || found.knoop.soort !== "tekst" ? undefined : found.knoop.tekst;
}
