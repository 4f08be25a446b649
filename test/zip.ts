import { crc32, deflateRawSync } from "node:zlib";

/** One part of a zip, and what its lists say of it where that is not so. */
export type Zipdeel = {
  readonly naam: string;
  readonly inhoud: string | Uint8Array;
  /** Packed already, as it is to be stored. */
  readonly ingepakt?: Uint8Array;
  /** What is said to be its size when unpacked. */
  readonly gezegd?: number;
  readonly controlesom?: number;
  /** Bits of the head: 1 is a password. */
  readonly vlag?: number;
  /** What it is called where it stands, other than in the list at the end. */
  readonly tweedeNaam?: string;
};

/** Makes a zip as hostile as its parts are. */
export function makeZip(delen: readonly Zipdeel[]): Uint8Array {
  const locals: Buffer[] = [];
  const list: Buffer[] = [];
  let place = 0;
  for (const deel of delen) {
    const part = packDeel(deel);
    const local = Buffer.concat([head("PK\x03\x04", part), Buffer.from(part.plek), part.ingepakt]);
    list.push(listed(part, place));
    locals.push(local);
    place += local.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(delen.length, 8);
  end.writeUInt16LE(delen.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(place, 16);
  return new Uint8Array(Buffer.concat([...locals, directory, end]));
}

type Ingepakt = {
  readonly naam: string;
  readonly plek: string;
  readonly ingepakt: Uint8Array;
  readonly uitgepakt: number;
  readonly controlesom: number;
  readonly vlag: number;
};

function packDeel(deel: Zipdeel): Ingepakt {
  const inhoud = Buffer.from(deel.inhoud);
  return {
    naam: deel.naam,
    plek: deel.tweedeNaam ?? deel.naam,
    ingepakt: deel.ingepakt ?? deflateRawSync(inhoud),
    uitgepakt: deel.gezegd ?? inhoud.length,
    controlesom: deel.controlesom ?? crc32(inhoud),
    vlag: (deel.vlag ?? 0) | 0x800,
  };
}

/** The head of a part where it stands. */
function head(magic: string, part: Ingepakt): Buffer {
  const bytes = Buffer.alloc(30);
  bytes.write(magic, "latin1");
  bytes.writeUInt16LE(20, 4);
  writeCommon(bytes, part, 6);
  bytes.writeUInt16LE(Buffer.byteLength(part.plek), 26);
  return bytes;
}

/** A part in the list at the end. */
function listed(part: Ingepakt, place: number): Buffer {
  const bytes = Buffer.alloc(46);
  bytes.write("PK\x01\x02", "latin1");
  bytes.writeUInt16LE(20, 4);
  bytes.writeUInt16LE(20, 6);
  writeCommon(bytes, part, 8);
  bytes.writeUInt16LE(Buffer.byteLength(part.naam), 28);
  bytes.writeUInt32LE(place, 42);
  return Buffer.concat([bytes, Buffer.from(part.naam)]);
}

function writeCommon(bytes: Buffer, part: Ingepakt, start: number): void {
  bytes.writeUInt16LE(part.vlag, start);
  bytes.writeUInt16LE(8, start + 2);
  bytes.writeUInt32LE(part.controlesom, start + 8);
  bytes.writeUInt32LE(part.ingepakt.length, start + 12);
  bytes.writeUInt32LE(part.uitgepakt, start + 16);
}
