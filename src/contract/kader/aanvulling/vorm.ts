import { formatPad, type Pad } from "../fout.ts";
import { scanStroom } from "./stroom.ts";
import { endOfQuote, noteAt, noteSleutel, type Plek, unquote, type Vangst } from "./vangst.ts";

/** The form of a text: its keys and words by path, as far as they show. */
export type Vorm = {
  readonly plek?: Plek;
  /** The keys that are written in the block at this path. */
  readonly sleutels: (pad: Pad) => readonly string[];
  /** The single value at this path, as it is written. */
  readonly waarde: (pad: Pad) => string | undefined;
};

/** An open key or item of a list, as far to the right as it stands. */
type Lijn = { readonly sleutel: boolean; readonly inspringing: number; readonly pad: Pad };

type Gang = {
  readonly vangst: Vangst;
  lijnen: Lijn[];
  /** Path of a list → how many items were seen. */
  readonly aantallen: Map<string, number>;
};

/**
 * Goes through a text by its lines and brackets, without asking whether it is right.
 *
 * For completion: the loader says nothing of a text in which a line is half written.
 */
export function readVorm(tekst: string, bij: number): Vorm {
  const vangst: Vangst = {
    tekst,
    bij,
    plek: undefined,
    sleutels: new Map(),
    waarden: new Map(),
  };
  const gang: Gang = { vangst, lijnen: [], aantallen: new Map() };
  let at = tekst.startsWith("\uFEFF") ? 1 : 0;
  while (at <= tekst.length) at = readRegel(gang, at);
  const { plek, sleutels, waarden } = vangst;
  return {
    ...(plek ? { plek } : {}),
    sleutels: (pad) => sleutels.get(formatPad(pad)) ?? [],
    waarde: (pad) => waarden.get(formatPad(pad)),
  };
}

/** Reads the line that begins here, and whatever belongs to it; gives where the next one begins. */
function readRegel(gang: Gang, at: number): number {
  const { vangst } = gang;
  const eol = endOfLine(vangst.tekst, at);
  const regel = vangst.tekst.slice(at, eol);
  const inspringing = regel.length - regel.trimStart().length;
  const rest = regel.slice(inspringing);
  if (rest.trim() === "" || rest.startsWith("#")) {
    if (rest.trim() === "") noteBlank(gang, at, eol);
    return eol + 1;
  }
  popTo(gang, inspringing, /^-(\s|$)/.test(rest));
  const { kolom, pad, item } = readStreepjes(gang, rest, inspringing);
  return readInhoud(gang, { at: at + kolom, eol, kolom, pad, item }) + 1;
}

function endOfLine(tekst: string, at: number): number {
  const eol = tekst.indexOf("\n", at);
  return eol === -1 ? tekst.length : eol;
}

/** Leaves the blocks that a line this far to the left does not belong to. */
function popTo(gang: Gang, inspringing: number, streepje: boolean): void {
  gang.lijnen = within(gang.lijnen, inspringing, streepje);
}

function within(lijnen: readonly Lijn[], inspringing: number, streepje: boolean): Lijn[] {
  const open = [...lijnen];
  for (let top = open.at(-1); top; top = open.at(-1)) {
    // A list may stand as far to the left as the key it belongs to.
    const listBelow = streepje && top.sleutel && top.inspringing === inspringing;
    if (top.inspringing < inspringing || listBelow) break;
    open.pop();
  }
  return open;
}

function padOf(lijnen: readonly Lijn[]): Pad {
  return lijnen.at(-1)?.pad ?? [];
}

/** A line on which nothing stands yet: how far it is to the right says what can come there. */
function noteBlank({ vangst, lijnen }: Gang, at: number, eol: number): void {
  const { bij } = vangst;
  if (bij < at || bij > eol) return;
  const pad = padOf(within(lijnen, bij - at, false));
  vangst.plek = { soort: "sleutel", pad, van: bij, woord: "" };
}

type Begin = { readonly kolom: number; readonly pad: Pad; readonly item: boolean };

/** `- - naam` opens an item in an item. */
function readStreepjes(gang: Gang, rest: string, inspringing: number): Begin {
  let kolom = inspringing;
  let text = rest;
  let item = false;
  for (let dash = /^-(\s+|$)/.exec(text); dash; dash = /^-(\s+|$)/.exec(text)) {
    const list = padOf(gang.lijnen);
    const key = formatPad(list);
    const index = gang.aantallen.get(key) ?? 0;
    gang.aantallen.set(key, index + 1);
    gang.lijnen.push({ sleutel: false, inspringing: kolom, pad: [...list, index] });
    kolom += dash[0].length;
    text = text.slice(dash[0].length);
    item = true;
  }
  return { kolom, pad: padOf(gang.lijnen), item };
}

type Inhoud = Begin & { readonly at: number; readonly eol: number };

const SLEUTEL = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'#{}[\],&*!|>%@`][^#\n]*?)\s*:(?=\s|$)/;

/** What stands on a line behind its dashes: a key with or without a value, or a value alone. */
function readInhoud(gang: Gang, inhoud: Inhoud): number {
  const { vangst } = gang;
  const { at, eol, kolom, pad, item } = inhoud;
  const text = vangst.tekst.slice(at, eol);
  const key = SLEUTEL.exec(text);
  if (!key) {
    const found = item ? "begin" : "sleutel";
    if (item || /^[[{]/.test(text)) return readWaarde(gang, { at, eol, pad, kolom, begin: item });
    noteAt(vangst, found, pad, at, eol);
    return eol;
  }
  const naam = unquote(key[1] ?? "");
  const own = [...pad, naam];
  noteSleutel(vangst, pad, naam);
  noteAt(vangst, "sleutel", pad, at, at + (key[1]?.length ?? 0));
  gang.lijnen.push({ sleutel: true, inspringing: kolom, pad: own });
  const behind = at + key[0].length;
  const white = /^[ \t]*/.exec(vangst.tekst.slice(behind, eol))?.[0].length ?? 0;
  if (vangst.bij > at + (key[1]?.length ?? 0) && vangst.bij <= behind + white) {
    vangst.plek = { soort: "waarde", pad: own, van: vangst.bij, woord: "" };
  }
  return readWaarde(gang, { at: behind + white, eol, pad: own, kolom, begin: false });
}

type Waardebegin = {
  readonly at: number;
  readonly eol: number;
  readonly pad: Pad;
  readonly kolom: number;
  readonly begin: boolean;
};

/** A value behind a key or dash; gives where its last line ends. */
function readWaarde({ vangst }: Gang, { at, eol, pad, kolom, begin }: Waardebegin): number {
  const { tekst, bij } = vangst;
  const first = tekst[at] ?? "";
  if (at >= eol) {
    if (begin && bij >= at && bij <= eol)
      vangst.plek = { soort: "begin", pad, van: bij, woord: "" };
    return eol;
  }
  if (first === "{" || first === "[") {
    const end = scanStroom(vangst, at, pad, kolom);
    return endOfLine(tekst, end);
  }
  if (first === "|" || first === ">") return skipBlok(tekst, eol, kolom);
  if (first === '"' || first === "'") {
    const end = endOfQuote(tekst, at);
    vangst.waarden.set(formatPad(pad), unquote(tekst.slice(at, end)));
    noteAt(vangst, "waarde", pad, at, end);
    return endOfLine(tekst, end);
  }
  const plain = tekst.slice(at, eol).replace(/\s+#.*$/, "");
  const shown = plain.trimEnd();
  vangst.waarden.set(formatPad(pad), shown);
  noteAt(vangst, begin ? "begin" : "waarde", pad, at, at + plain.length);
  return eol;
}

/** The text below `|` or `>` is the writer's own, whatever it looks like. */
function skipBlok(tekst: string, eol: number, kolom: number): number {
  let end = eol;
  while (end < tekst.length) {
    const next = endOfLine(tekst, end + 1);
    const regel = tekst.slice(end + 1, next);
    const deep = regel.length - regel.trimStart().length;
    if (regel.trim() !== "" && deep <= kolom) return end;
    end = next;
  }
  return end;
}
