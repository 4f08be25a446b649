import type { RegieDocument } from "#domain/document.ts";
import { type Brontekst, readBrontekst } from "./brontekst.ts";
import type { Documentfout } from "./fout.ts";
import type { Kennis } from "./kennis.ts";
import { readBoom } from "./lees-boom.ts";
import { type Leesfout, MEESTE_FOUTEN } from "./leesfout.ts";
import { placeAll, toFouten } from "./plaats-fouten.ts";

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
  if (leesfouten.length > MEESTE_FOUTEN) {
    const fouten = toFouten(leesfouten, bron.plaats, bestand);
    return { ok: false, fouten, opmerkingen: [], bron };
  }
  const read = readBoom(bron.boom, { bestand, kennis });
  const found = placeAll(read.fouten, bron.boom, leesfouten);
  const fouten = toFouten([...leesfouten, ...found], bron.plaats, bestand);
  const remarks = placeAll(read.opmerkingen, bron.boom, leesfouten);
  const opmerkingen = toFouten(remarks, bron.plaats, bestand);
  return read.document && fouten.length === 0
    ? { ok: true, document: read.document, bron, opmerkingen }
    : { ok: false, fouten, opmerkingen, bron };
}
