import type { Werkmapgrenzen } from "../grenzen.ts";
import { localName, parseXml } from "../xml.ts";

/** What the format of a cell makes of its number. */
export type Getalsoort = "getal" | "procent" | "datum" | "tijd";

/** The kind of number of each cell style, by its place in the file. */
export function readStijlen(bytes: Uint8Array, grenzen: Werkmapgrenzen): readonly Getalsoort[] {
  const formats = new Map<number, string>();
  const kinds: Getalsoort[] = [];
  let inCells = false;
  parseXml(bytes, "xl/styles.xml", grenzen, {
    open: (raw, { numFmtId = "0", formatCode }) => {
      const naam = localName(raw);
      if (naam === "cellXfs") inCells = true;
      else if (naam === "numFmt" && formatCode !== undefined && !formats.has(Number(numFmtId))) {
        formats.set(Number(numFmtId), formatCode);
      } else if (naam === "xf" && inCells) {
        const id = Number(numFmtId);
        kinds.push(getalsoortOf(id, formats.get(id)));
      }
    },
    close: (raw) => {
      if (localName(raw) === "cellXfs") inCells = false;
    },
  });
  return kinds;
}

/** By number where Excel knows the format without a code. */
function getalsoortOf(id: number, code: string | undefined): Getalsoort {
  if (code !== undefined) return readFormatcode(code);
  if (id === 9 || id === 10) return "procent";
  if ((id >= 14 && id <= 17) || id === 22) return "datum";
  if ((id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return "datum";
  return (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)
    ? "tijd"
    : "getal";
}

const LITERAL = /"[^"]*"|\\.|[_*].|\[(?![hms]+\])[^\]]*\]/giu;

/** What a format code shows: a day, a time, a percentage, or a plain number. */
export function readFormatcode(code: string): Getalsoort {
  const [first = ""] = code.replace(LITERAL, "").split(";");
  if (/^\s*(?:general|standaard|standard|@)\s*$/iu.test(first)) return "getal";
  if (/[yd]/iu.test(first)) return "datum";
  if (/[hs]/iu.test(first) || /\[m+\]/iu.test(first)) return "tijd";
  if (/m/iu.test(first)) return "datum";
  return first.includes("%") ? "procent" : "getal";
}
