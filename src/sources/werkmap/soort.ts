import { Weigering } from "./weigering.ts";

const OPSLAAN = "Open het in Excel of LibreOffice en kies «opslaan als» xlsx of ods.";

const CFB = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b];

/** Files that people send by mistake, by their first bytes. */
const OTHERS: readonly (readonly [readonly number[] | string, string])[] = [
  ["%PDF", "een pdf"],
  ["{\\rtf", "een tekstdocument (rtf)"],
  [[0x89, 0x50, 0x4e, 0x47], "een afbeelding (png)"],
  [[0xff, 0xd8, 0xff], "een foto (jpeg)"],
  ["GIF8", "een afbeelding (gif)"],
  [[0x1f, 0x8b], "een ingepakt bestand (gzip)"],
  ["7z\u00BC\u00AF", "een ingepakt bestand (7z)"],
  ["Rar!", "een ingepakt bestand (rar)"],
  ["SQLite format 3", "een database"],
  ["PAR1", "een Parquet-bestand"],
];

/**
 * Whether the content is a zip or text, whatever the name says.
 *
 * @throws Weigering for what is known to be neither xlsx, ods nor csv, with how to mend it.
 */
export function recognizeInhoud(bytes: Uint8Array): "zip" | "tekst" {
  if (startsWith(bytes, ZIP)) return "zip";
  if (startsWith(bytes, CFB)) throw refuseCfb(bytes);
  const other = OTHERS.find(([magic]) => startsWith(bytes, magic));
  if (other) {
    throw new Weigering(
      "soort-onbekend",
      `Dit bestand is ${other[1]}. Lever een csv, xlsx of ods aan.`,
    );
  }
  const markup = findMarkup(bytes);
  if (markup) {
    throw new Weigering(
      "soort-verouderd",
      `Dit bestand is ${markup}, ook als de naam iets anders zegt. ${OPSLAAN}`,
    );
  }
  return "tekst";
}

function startsWith(bytes: Uint8Array, magic: readonly number[] | string): boolean {
  const codes = typeof magic === "string" ? [...magic].map((char) => char.charCodeAt(0)) : magic;
  return codes.every((code, i) => bytes[i] === code);
}

/** The old container of Office: an .xls, or a newer file behind a password. */
function refuseCfb(bytes: Uint8Array): Weigering {
  const name = Buffer.from("EncryptedPackage", "utf16le");
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(name)) {
    return withPassword();
  }
  return new Weigering(
    "soort-verouderd",
    `Dit is een Excel-bestand van de oude soort (.xls). ${OPSLAAN} Vraagt Excel om een wachtwoord? ` +
      "Haal dat er dan af bij «Bestand», «Info», «Werkmap beveiligen».",
  );
}

/** The file is behind a password. */
export function withPassword(): Weigering {
  return new Weigering(
    "wachtwoord",
    "Dit bestand is beveiligd met een wachtwoord. Haal het wachtwoord eraf (in Excel: «Bestand», " +
      "«Info», «Werkmap beveiligen») en sla het opnieuw op als xlsx of ods.",
  );
}

function findMarkup(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 512)).replace(/\0/gu, "");
  const [, tag = ""] = /^[^<\w]*<([?!\w][\w-]*)/u.exec(start) ?? [];
  if (/^(?:!doctype|html|head|body|table|meta)$/iu.test(tag)) return "een webpagina (html)";
  return /^(?:\?xml|Workbook)$/iu.test(tag) ? "een xml-bestand" : undefined;
}
