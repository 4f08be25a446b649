import { Buffer } from "node:buffer";

/** A file in an archive; its name may hold folders, and is at most 100 bytes. */
export type Archiefbestand = { readonly naam: string; readonly tekst: string };

const BLOK = 512;

/** These files as one tar (ustar), which every system can open; the same files give the same bytes. */
export function toTar(bestanden: readonly Archiefbestand[]): Uint8Array<ArrayBuffer> {
  const parts = bestanden.flatMap(({ naam, tekst }) => {
    const content = Buffer.from(tekst, "utf8");
    return [header(naam, content.length), content, Buffer.alloc(padding(content.length))];
  });
  return new Uint8Array(Buffer.concat([...parts, Buffer.alloc(2 * BLOK)]));
}

function padding(size: number): number {
  return (BLOK - (size % BLOK)) % BLOK;
}

function header(naam: string, size: number): Buffer {
  const block = Buffer.alloc(BLOK);
  const octal = (value: number, width: number) => value.toString(8).padStart(width, "0");
  block.write(naam, 0, 100, "utf8");
  block.write(octal(0o644, 7), 100);
  block.write(octal(0, 7), 108);
  block.write(octal(0, 7), 116);
  block.write(octal(size, 11), 124);
  block.write(octal(0, 11), 136);
  // The sum is taken with spaces in its own place.
  block.write("        ", 148);
  block.write("0", 156);
  block.write("ustar\u000000", 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${octal(sum, 6)}\u0000 `, 148);
  return block;
}
