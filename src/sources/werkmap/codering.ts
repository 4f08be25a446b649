import iconv from "iconv-lite";
import { Weigering } from "./weigering.ts";

/** The character sets that people's files are in. */
export type Codering = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "iso-8859-15" | "cp850";

/** Bytes as text; not `zeker` where the file does not say it and more than one set would do. */
export type GelezenTekst = {
  readonly tekst: string;
  readonly codering: Codering;
  readonly zeker: boolean;
};

const MARKS: readonly (readonly [Codering, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

// In the order in which they are taken when they read equally well.
const OLD = ["windows-1252", "iso-8859-15", "cp850"] as const;

/**
 * Reads text in whichever character set it is.
 *
 * In this order: what is asked, the mark at its start, the zeros of UTF-16, UTF-8 where every byte
 * fits, and then the old set that makes the least strange text of it.
 *
 * @throws Weigering where the bytes are no text.
 */
export function decodeTekst(bytes: Uint8Array, asked?: Codering): GelezenTekst {
  const marked = MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0];
  const known = asked ?? marked ?? findUtf16(bytes);
  if (known) return { tekst: withoutNul(decodeAs(bytes, known)), codering: known, zeker: true };
  if (bytes.includes(0)) throw noText();
  const tekst = tryUnicode(bytes, "utf-8");
  if (tekst !== undefined) return { tekst, codering: "utf-8", zeker: true };
  return { ...leastOdd(bytes), zeker: false };
}

function decodeAs(bytes: Uint8Array, codering: Codering): string {
  if (!codering.startsWith("utf")) return iconv.decode(Buffer.from(bytes), codering);
  const tekst = tryUnicode(bytes, codering);
  if (tekst === undefined) {
    throw new Weigering(
      "codering",
      `Het bestand zou tekst in ${codering.toUpperCase()} moeten zijn, maar er staan tekens in die ` +
        "daar niet bestaan. Sla het opnieuw op als csv in UTF-8, of als xlsx.",
    );
  }
  return tekst;
}

function tryUnicode(bytes: Uint8Array, codering: string): string | undefined {
  try {
    return new TextDecoder(codering, { fatal: true }).decode(bytes);
  } catch {
    // The decoder has no other way to say that a byte does not fit.
    return undefined;
  }
}

const SAMPLE = 4096;

/** Text in these sets has a zero in nearly every pair of bytes, always on the same side. */
function findUtf16(bytes: Uint8Array): Codering | undefined {
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  for (const [i, byte] of sample.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const enough = sample.length / 4;
  if (odd > enough && even * 10 < odd) return "utf-16le";
  if (even > enough && odd * 10 < even) return "utf-16be";
  return undefined;
}

function withoutNul(tekst: string): string {
  if (tekst.includes("\0")) throw noText();
  return tekst;
}

function noText(): Weigering {
  return new Weigering(
    "nul-bytes",
    "Dit is geen tekstbestand en ook geen xlsx of ods: er staan nul-bytes in. Lever een csv, xlsx " +
      "of ods aan. Komt het uit een ander programma? Kies daar «opslaan als» of «exporteren».",
  );
}

function leastOdd(bytes: Uint8Array): Pick<GelezenTekst, "tekst" | "codering"> {
  const readings = OLD.map((codering) => {
    const tekst = iconv.decode(Buffer.from(bytes), codering);
    return { tekst, codering, odd: tekst.match(ODD)?.length ?? 0 };
  });
  const [first, ...others] = readings;
  const best = others.reduce((least, next) => (next.odd < least.odd ? next : least), first ?? NONE);
  return { tekst: best.tekst, codering: best.codering };
}

const NONE = { tekst: "", codering: "windows-1252", odd: 0 } as const;

// What does not occur in Dutch: a sign of no use in a table, a capital inside a word, a quote
// between two letters.
const ODD =
  /[^\0-\x7F\p{Script=Latin}€‘’“”–—…•²³°±¼½¾×·«»§´\u00A0]|[ƒªº]|(?<=\p{Ll})(?![A-Z])\p{Lu}|(?<=\p{L})[“”…](?=\p{L})/gu;
