import type { Werkblad, Werkcel, Werkmap } from "#domain/werkmap.ts";

/**
 * A werkmap as it goes from the worker to the thread that asked: numbers in blocks that are handed
 * over, texts once each.
 *
 * A thread that takes cells one by one stands still for a second at a large file.
 */
export type IngepakteWerkmap = { readonly bladen: readonly IngepaktBlad[] };

type IngepaktBlad = Omit<Werkblad, "rijen"> & {
  readonly lengtes: Uint32Array<ArrayBuffer>;
  readonly soorten: Uint8Array<ArrayBuffer>;
  /** The number, or the place in one of the lists. */
  readonly waarden: Float64Array<ArrayBuffer>;
  readonly teksten: readonly string[];
  readonly andere: readonly Werkcel[];
};

const LEEG = 0;
const GETAL = 1;
const PROCENT = 2;
const TEKST = 3;
const ANDERS = 4;

/** Packs a werkmap, and names the blocks that can be handed over. */
export function packWerkmap({ bladen }: Werkmap): {
  readonly ingepakt: IngepakteWerkmap;
  readonly blokken: readonly ArrayBuffer[];
} {
  const packed = bladen.map(packBlad);
  const blokken = packed.flatMap(({ lengtes, soorten, waarden }) => [
    lengtes.buffer,
    soorten.buffer,
    waarden.buffer,
  ]);
  return { ingepakt: { bladen: packed }, blokken };
}

function packBlad({ rijen, ...head }: Werkblad): IngepaktBlad {
  const places = rijen.reduce((sum, row) => sum + row.length, 0);
  const soorten = new Uint8Array(places);
  const waarden = new Float64Array(places);
  const texts = new Map<string, number>();
  const andere: Werkcel[] = [];
  let place = 0;
  for (const row of rijen) {
    for (const cel of row) {
      soorten[place] = soortOf(cel);
      waarden[place] = waardeOf(cel, texts, andere);
      place += 1;
    }
  }
  const lengtes = Uint32Array.from(rijen, (row) => row.length);
  return { ...head, lengtes, soorten, waarden, teksten: [...texts.keys()], andere };
}

function soortOf(cel: Werkcel): number {
  if (cel.soort === "leeg") return LEEG;
  if (cel.soort === "tekst") return TEKST;
  if (cel.soort !== "getal") return ANDERS;
  return cel.procent ? PROCENT : GETAL;
}

function waardeOf(cel: Werkcel, texts: Map<string, number>, andere: Werkcel[]): number {
  if (cel.soort === "getal") return cel.getal;
  if (cel.soort === "leeg") return 0;
  if (cel.soort !== "tekst") return andere.push(cel) - 1;
  const known = texts.get(cel.tekst);
  if (known !== undefined) return known;
  texts.set(cel.tekst, texts.size);
  return texts.size - 1;
}

/** The werkmap as it was before it was packed; cells with the same text are one. */
export function unpackWerkmap({ bladen }: IngepakteWerkmap): Werkmap {
  return { bladen: bladen.map(unpackBlad) };
}

function unpackBlad(blad: IngepaktBlad): Werkblad {
  const { lengtes, soorten, waarden, teksten, andere, ...head } = blad;
  const leeg: Werkcel = { soort: "leeg" };
  const cells = teksten.map((tekst): Werkcel => ({ soort: "tekst", tekst }));
  const readCel = (place: number): Werkcel => {
    const waarde = waarden[place] ?? 0;
    const soort = soorten[place];
    if (soort === GETAL) return { soort: "getal", getal: waarde };
    if (soort === PROCENT) return { soort: "getal", getal: waarde, procent: true };
    return (soort === TEKST ? cells[waarde] : andere[waarde]) ?? leeg;
  };
  let place = 0;
  const rijen = Array.from(lengtes, (length) => {
    const row: Werkcel[] = [];
    for (const end = place + length; place < end; place += 1) {
      row.push(soorten[place] === LEEG ? leeg : readCel(place));
    }
    return row;
  });
  return { ...head, rijen };
}
