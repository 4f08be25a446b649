import type { RegieDocument } from "#domain/document.ts";
import { type Brontekst, readBrontekst } from "./brontekst.ts";
import { type Documentfout, formatPad, type Pad, type Plaats } from "./fout.ts";
import type { Kennis } from "./kennis.ts";
import { type Knoop, locate } from "./knoop.ts";
import { readBoom } from "./lees-boom.ts";
import type { Leesfout } from "./leesfout.ts";
import type { Bevinding } from "./melding.ts";

/** What came of reading a document: it, or everything that is wrong with it. */
export type Laadresultaat =
  | {
      readonly ok: true;
      readonly document: RegieDocument;
      readonly bron: Brontekst;
      /** Remarks that block nothing. */
      readonly opmerkingen: readonly Documentfout[];
    }
  | {
      readonly ok: false;
      /** At least one, in the order of the file. */
      readonly fouten: readonly Documentfout[];
      readonly opmerkingen: readonly Documentfout[];
      /** Absent where the text could not be read as one tree. */
      readonly bron?: Brontekst;
    };

export type Laadopties = {
  /** The name of the file as messages show it; `<id>.yaml` must match the id. */
  readonly bestand: string;
  readonly kennis?: Kennis;
};

/**
 * Reads a document of any soort, or says everything that is wrong with it at once.
 *
 * Without `kennis` only the file itself is looked at. Never throws on any text. Numbers are read
 * from the text as exact fractions.
 */
export function loadDocument(text: string, options: Laadopties): Laadresultaat {
  const { bron, fouten, plaats } = readBrontekst(text);
  if (bron) return loadBron(bron, fouten, options);
  return { ok: false, fouten: toFouten(fouten, plaats, options.bestand), opmerkingen: [] };
}

/** Reads what was already parsed, with the mistakes that parsing found. */
export function loadBron(
  bron: Brontekst,
  leesfouten: readonly Leesfout[],
  { bestand, kennis = {} }: Laadopties,
): Laadresultaat {
  const read = readBoom(bron.boom, { bestand, kennis });
  const place = (found: readonly Bevinding[]): readonly Leesfout[] =>
    found
      .filter((item) => !isFollowUp(item.pad, leesfouten))
      .map((item) => toPlace(item, bron.boom));
  const fouten = toFouten([...leesfouten, ...place(read.fouten)], bron.plaats, bestand);
  const opmerkingen = toFouten(place(read.opmerkingen), bron.plaats, bestand);
  return read.document && fouten.length === 0
    ? { ok: true, document: read.document, bron, opmerkingen }
    : { ok: false, fouten, opmerkingen, bron };
}

/** Where a value could not be read, what it then lacks is no news. */
function isFollowUp(pad: Pad, leesfouten: readonly Leesfout[]): boolean {
  return leesfouten.some(
    (fout) => fout.pad.length > 0 && fout.pad.every((part, index) => pad[index] === part),
  );
}

function toPlace({ pad, bij, tekst, gevonden }: Bevinding, boom: Knoop): Leesfout {
  const found = locate(boom, pad);
  const atKey = found.sleutel && (bij === "sleutel" || found.ontbreekt);
  const offset = atKey ? found.sleutel.van : found.knoop.van;
  return { offset, pad: found.pad, tekst, ...(gevonden === undefined ? {} : { gevonden }) };
}

/** In the order of the file, each once. */
function toFouten(
  found: readonly Leesfout[],
  plaats: (offset: number) => Plaats,
  bestand: string,
): readonly Documentfout[] {
  const seen = new Set<string>();
  return found
    .toSorted((a, b) => a.offset - b.offset)
    .filter(({ offset, tekst }) => {
      const key = `${offset} ${tekst}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .map(({ offset, pad, tekst, gevonden }) => ({
      bestand,
      ...plaats(offset),
      pad: formatPad(pad),
      tekst,
      ...(gevonden === undefined ? {} : { gevonden }),
    }));
}
