import { formatPad, type Pad } from "../fout.ts";
import { endOfQuote, noteAt, noteSleutel, unquote, type Vangst } from "./vangst.ts";

/** Where in a block of brackets one is, and what it may not pass. */
type Stroom = {
  readonly vangst: Vangst;
  /** Brackets that are not closed end where a line begins no further than this. */
  readonly kolom: number;
};

/**
 * Goes through `{ … }` or `[ … ]`, also over more lines; gives where it ends.
 *
 * A bracket that is not closed ends before the next line that stands as far to the left as its key.
 */
export function scanStroom(vangst: Vangst, at: number, pad: Pad, kolom: number): number {
  const stroom = { vangst, kolom };
  return vangst.tekst[at] === "{" ? scanKaart(stroom, at, pad) : scanLijst(stroom, at, pad);
}

function scanKaart(stroom: Stroom, at: number, pad: Pad): number {
  const { vangst } = stroom;
  let here = at + 1;
  for (;;) {
    const next = skipWhite(stroom, here);
    if (!vangst.plek && vangst.bij >= here && vangst.bij <= next.at) {
      vangst.plek = { soort: "sleutel", pad, van: vangst.bij, woord: "" };
    }
    const sign = vangst.tekst[next.at];
    if (next.broken || sign === undefined || sign === "]") return next.at;
    if (sign === "}") return next.at + 1;
    here = sign === "," ? next.at + 1 : scanPaar(stroom, next.at, pad);
  }
}

/** One `key: value` between brackets. */
function scanPaar(stroom: Stroom, at: number, pad: Pad): number {
  const { vangst } = stroom;
  const end = endOfWoord(vangst.tekst, at, true);
  const naam = unquote(vangst.tekst.slice(at, end).trimEnd());
  noteAt(vangst, "sleutel", pad, at, end);
  const next = skipWhite(stroom, end);
  if (vangst.tekst[next.at] !== ":") return Math.max(end, at + 1);
  noteSleutel(vangst, pad, naam);
  return scanWaarde(stroom, next.at + 1, [...pad, naam], "waarde");
}

function scanLijst(stroom: Stroom, at: number, pad: Pad): number {
  const { vangst } = stroom;
  let here = at + 1;
  let index = 0;
  for (;;) {
    const next = skipWhite(stroom, here);
    if (!vangst.plek && vangst.bij >= here && vangst.bij <= next.at) {
      vangst.plek = { soort: "begin", pad: [...pad, index], van: vangst.bij, woord: "" };
    }
    const sign = vangst.tekst[next.at];
    if (next.broken || sign === undefined || sign === "}") return next.at;
    if (sign === "]") return next.at + 1;
    if (sign === ",") {
      index += 1;
      here = next.at + 1;
    } else here = scanWaarde(stroom, next.at, [...pad, index], "begin");
  }
}

function scanWaarde(stroom: Stroom, at: number, pad: Pad, soort: "waarde" | "begin"): number {
  const { vangst } = stroom;
  const next = skipWhite(stroom, at);
  if (!vangst.plek && vangst.bij >= at && vangst.bij <= next.at) {
    vangst.plek = { soort, pad, van: vangst.bij, woord: "" };
  }
  const sign = vangst.tekst[next.at];
  if (next.broken || sign === undefined || /[,\]}]/.test(sign)) return next.at;
  if (sign === "{") return scanKaart(stroom, next.at, pad);
  if (sign === "[") return scanLijst(stroom, next.at, pad);
  const end = endOfWoord(vangst.tekst, next.at, false);
  vangst.waarden.set(formatPad(pad), unquote(vangst.tekst.slice(next.at, end).trimEnd()));
  noteAt(vangst, soort, pad, next.at, end);
  return Math.max(end, next.at + 1);
}

/** Where a word between brackets ends; a key also ends at its colon. */
function endOfWoord(tekst: string, at: number, sleutel: boolean): number {
  if (tekst[at] === '"' || tekst[at] === "'") return endOfQuote(tekst, at);
  const stop = sleutel ? /[,[\]{}\n]|:(?=[\s,[\]{}]|$)| #/g : /[,[\]{}\n]| #/g;
  stop.lastIndex = at;
  return stop.exec(tekst)?.index ?? tekst.length;
}

type Verder = { readonly at: number; readonly broken: boolean };

/** Past white, comments and line ends; `broken` where the next line cannot belong to it. */
function skipWhite({ vangst, kolom }: Stroom, at: number): Verder {
  const white = /(?:[ \t\r]+|#[^\n]*)*/y;
  let here = at;
  for (;;) {
    white.lastIndex = here;
    here += white.exec(vangst.tekst)?.[0].length ?? 0;
    if (vangst.tekst[here] !== "\n") return { at: here, broken: false };
    const rest = /^( *)(\S?)/.exec(vangst.tekst.slice(here + 1, here + 400));
    const deep = rest?.[1]?.length ?? 0;
    const closes = /[\]}]/.test(rest?.[2] ?? "");
    if (rest?.[2] && !closes && deep <= kolom) return { at: here, broken: true };
    here += 1;
  }
}
