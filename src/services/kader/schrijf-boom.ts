import { stringify } from "yaml";
import { readBrontekst } from "#contract/kader/brontekst.ts";
import { type Knoop, locate } from "#contract/kader/knoop.ts";
import { setValue } from "#contract/kader/zet.ts";
import type { Boom, Boompad } from "#domain/boom.ts";
import { diffBomen, isSameBoom } from "#rules/kader/index.ts";
import { readBoom } from "./tekstverschil.ts";

/** A document written out; `netjes` is false where comments and the order of the writer are gone. */
export type Geschreven = { readonly tekst: string; readonly netjes: boolean };

/**
 * Writes a document as the first text with what differs taken from the second, or the other way
 * round: comments, order and quotes of the writer stay wherever they can.
 *
 * What comes out always reads as just this document; where no small change gives that, it is
 * written anew.
 */
export function schrijfBoom(wanted: Boom, texts: readonly [string, string]): Geschreven {
  const [first, second] = texts;
  for (const [base, source] of [
    [first, second],
    [second, first],
  ] as const) {
    const tekst = change(base, asLines(source, base), wanted);
    const made = tekst === undefined ? undefined : readBoom(tekst);
    if (tekst !== undefined && made !== undefined && isSameBoom(made, wanted)) {
      return { tekst, netjes: true };
    }
  }
  return { tekst: stringify(wanted, { lineWidth: 0 }), netjes: false };
}

/** With the line ends of another text. */
function asLines(text: string, like: string): string {
  const plain = text.replaceAll("\r\n", "\n");
  return like.includes("\r\n") ? plain.replaceAll("\n", "\r\n") : plain;
}

/** One difference at a time: each place is looked up anew in what the text has become. */
function change(base: string, source: string, wanted: Boom): string | undefined {
  let text: string | undefined = base;
  const now = readBoom(base);
  if (now === undefined) return undefined;
  for (const { pad, was, wordt } of diffBomen(now, wanted)) {
    if (typeof was === "string" && typeof wordt === "string") text = setAt(text, pad, wordt);
    else if (wordt === undefined) text = removeAt(text, pad);
    else if (was === undefined) text = insertAt(text, source, pad);
    else text = replaceAt(text, source, pad);
    if (text === undefined) return undefined;
  }
  return text;
}

function setAt(text: string, pad: Boompad, value: string): string | undefined {
  const done = setValue(text, pad, value);
  return done.ok ? done.tekst : undefined;
}

/** The lines on which a key and all that is under it stand; undefined where it shares a line. */
type Blok = { readonly van: number; readonly tot: number; readonly kolom: number };

function removeAt(text: string, pad: Boompad): string | undefined {
  const blok = blockAt(text, pad);
  return blok && text.slice(0, blok.van) + text.slice(blok.tot);
}

function replaceAt(text: string, source: string, pad: Boompad): string | undefined {
  const [blok, lines] = [blockAt(text, pad), linesAt(source, pad)];
  if (!blok || !lines) return undefined;
  return text.slice(0, blok.van) + indent(lines, blok.kolom) + text.slice(blok.tot);
}

/** Behind the key that stands before it in the source, or behind the last one. */
function insertAt(text: string, source: string, pad: Boompad): string | undefined {
  const lines = linesAt(source, pad);
  const here = keysOf(nodeAt(text, pad.slice(0, -1)));
  const known = keysBefore(source, pad).findLast((key) => here.includes(key)) ?? here.at(-1);
  const blok = known === undefined ? undefined : blockAt(text, [...pad.slice(0, -1), known]);
  if (!blok || !lines) return undefined;
  const head = text.slice(0, blok.tot);
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  return (
    (head.endsWith("\n") ? head : head + eol) + indent(lines, blok.kolom) + text.slice(blok.tot)
  );
}

function keysBefore(text: string, pad: Boompad): readonly string[] {
  const keys = keysOf(nodeAt(text, pad.slice(0, -1)));
  return keys.slice(0, keys.indexOf(String(pad.at(-1))));
}

function keysOf(knoop: Knoop | undefined): readonly string[] {
  return knoop?.soort === "kaart" ? [...knoop.velden.keys()] : [];
}

function nodeAt(text: string, pad: Boompad): Knoop | undefined {
  const { bron } = readBrontekst(text);
  const found = bron && locate(bron.boom, pad);
  // A short form leads elsewhere than the path says.
  return found && !found.ontbreekt && found.pad.length === pad.length ? found.knoop : undefined;
}

function blockAt(text: string, pad: Boompad): Blok | undefined {
  const parent = nodeAt(text, pad.slice(0, -1));
  if (parent?.soort !== "kaart") return undefined;
  const veld = parent.velden.get(String(pad.at(-1)));
  if (!veld || text[parent.van] === "{") return undefined;
  const van = text.lastIndexOf("\n", veld.van - 1) + 1;
  const before = text.slice(van, veld.van);
  if (before.trim() !== "") return undefined;
  const written = text.slice(veld.waarde.van, veld.waarde.tot).trimEnd().length;
  const eol = text.indexOf("\n", veld.waarde.van + written);
  return { van, tot: eol === -1 ? text.length : eol + 1, kolom: before.length };
}

/** The lines of a key without the white before them, each line by as much. */
function linesAt(text: string, pad: Boompad): readonly string[] | undefined {
  const blok = blockAt(text, pad);
  if (!blok) return undefined;
  const lines = text
    .slice(blok.van, blok.tot)
    .replace(/\r?\n$/, "")
    .split("\n");
  const isLeft = (line: string) => line.slice(0, blok.kolom).trim() === "";
  return lines.every(isLeft) ? lines.map((line) => line.slice(blok.kolom)) : undefined;
}

function indent(lines: readonly string[], kolom: number): string {
  const white = " ".repeat(kolom);
  return lines.map((line) => (line.trim() === "" ? `${line}\n` : `${white}${line}\n`)).join("");
}
