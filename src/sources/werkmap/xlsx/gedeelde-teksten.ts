import type { Werkmapgrenzen } from "../grenzen.ts";
import { localName, parseXml } from "../xml.ts";

/** The texts that cells point to by number; how a word is pronounced is not part of it. */
export function readGedeeldeTeksten(bytes: Uint8Array, grenzen: Werkmapgrenzen): readonly string[] {
  const texts: string[] = [];
  const text = createTekstlezer();
  parseXml(bytes, "xl/sharedStrings.xml", grenzen, {
    open: (raw) => {
      const naam = localName(raw);
      if (naam === "si") text.start();
      else text.open(naam);
    },
    close: (raw) => {
      const naam = localName(raw);
      if (naam === "si") texts.push(text.read());
      else text.close(naam);
    },
    tekst: text.add,
  });
  return texts;
}

/** Gathers the text of one cell from its runs. */
export type Tekstlezer = {
  readonly start: () => void;
  readonly open: (naam: string) => void;
  readonly close: (naam: string) => void;
  readonly add: (tekst: string) => void;
  readonly read: () => string;
};

/** Reads the elements `t`, and leaves those of a pronunciation (`rPh`) out. */
export function createTekstlezer(): Tekstlezer {
  let text = "";
  let inside = false;
  let spoken = false;
  return {
    start: () => {
      text = "";
      inside = false;
      spoken = false;
    },
    open: (naam) => {
      if (naam === "rPh") spoken = true;
      if (naam === "t") inside = !spoken;
    },
    close: (naam) => {
      if (naam === "rPh") spoken = false;
      if (naam === "t") inside = false;
    },
    add: (more) => {
      if (inside) text += more;
    },
    read: () => decodeEscapes(text),
  };
}

/** Office writes what XML cannot hold as `_x000D_`, and that very text as `_x005F_x000D_`. */
export function decodeEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
