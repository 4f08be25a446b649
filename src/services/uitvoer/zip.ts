import { crc32, deflateRawSync } from "node:zlib";

/** One file in a zip. */
export type Zipdeel = { readonly naam: string; readonly inhoud: Uint8Array };

const STORED = 0;
const DEFLATED = 8;
/** 1 January 1980, the first day that a zip knows: the same content gives the same bytes. */
const DATE = 0x21;
const UTF8 = 0x800;

/**
 * A zip with these files in this order; the first is stored as it is, which ODF asks of `mimetype`.
 */
export function packZip(delen: readonly Zipdeel[]): Uint8Array<ArrayBuffer> {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const [i, { naam, inhoud }] of delen.entries()) {
    const name = Buffer.from(naam, "utf8");
    const method = i === 0 ? STORED : DEFLATED;
    const packed = method === STORED ? Buffer.from(inhoud) : deflateRawSync(inhoud, { level: 9 });
    const common = commonHeader(method, crc32(inhoud), packed.length, inhoud.length, name.length);
    const head = Buffer.concat([signature(0x04034b50), common]);
    local.push(head, name, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    central.push(Buffer.concat([signature(0x02014b50), word(20), common, tail, name]));
    at += head.length + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  return new Uint8Array(
    Buffer.concat([...local, directory, end(delen.length, directory.length, at)]),
  );
}

function commonHeader(
  method: number,
  crc: number,
  packed: number,
  size: number,
  name: number,
): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(UTF8, 2);
  header.writeUInt16LE(method, 4);
  header.writeUInt16LE(0, 6);
  header.writeUInt16LE(DATE, 8);
  header.writeUInt32LE(crc >>> 0, 10);
  header.writeUInt32LE(packed, 14);
  header.writeUInt32LE(size, 18);
  header.writeUInt16LE(name, 22);
  return header;
}

function end(count: number, size: number, at: number): Buffer {
  const tail = Buffer.alloc(22);
  tail.writeUInt32LE(0x06054b50, 0);
  tail.writeUInt16LE(count, 8);
  tail.writeUInt16LE(count, 10);
  tail.writeUInt32LE(size, 12);
  tail.writeUInt32LE(at, 16);
  return tail;
}

function signature(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number, 0);
  return bytes;
}

function word(number: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(number, 0);
  return bytes;
}
