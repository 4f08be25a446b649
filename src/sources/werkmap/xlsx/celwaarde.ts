import type { Celwaarde } from "#domain/werkmap.ts";
import { formatTijd, readGetal, readIsoDag, readSerial, toFoutcel } from "../getal-en-datum.ts";
import { beschadigd } from "../weigering.ts";
import { LEEG, type Werkmapbouwer } from "../werkmapbouwer.ts";
import { decodeEscapes } from "./gedeelde-teksten.ts";
import type { Getalsoort } from "./stijlen.ts";

/** What the cells of one file have in common. */
export type Werkboek = {
  readonly teksten: readonly string[];
  readonly stijlen: readonly Getalsoort[];
  readonly since1904: boolean;
};

/** A cell as the file holds it, before it is read. */
export type RuweCel = {
  readonly rij: number;
  readonly kolom: number;
  readonly type: string;
  readonly stijl: number;
  /** The text of `v`, or of `is` for a text that stands in the cell itself. */
  readonly tekst: string;
};

/**
 * What a cell says.
 *
 * A number or day that cannot be read is a `fout` with what stood there, and is told.
 */
export function readCelwaarde(cel: RuweCel, boek: Werkboek, bouwer: Werkmapbouwer): Celwaarde {
  const { type, tekst, rij, kolom } = cel;
  switch (type) {
    case "":
    case "n":
      return tekst === "" ? LEEG : readNumber(cel, boek, bouwer);
    case "s":
      return bouwer.makeTekst(sharedText(tekst, boek), rij, kolom);
    case "str":
      return bouwer.makeTekst(decodeEscapes(tekst), rij, kolom);
    case "inlineStr":
      return bouwer.makeTekst(tekst, rij, kolom);
    case "b":
      return tekst === "" ? LEEG : { soort: "waarheid", waar: readBoolean(tekst) };
    case "e":
      bouwer.note("foutwaarden", cel);
      return toFoutcel(tekst);
    case "d":
      return tekst === "" ? LEEG : toDagcel(readIsoDag(tekst), cel, bouwer);
    default:
      throw beschadigd(`Een cel is van een soort die niet bestaat («${type.slice(0, 20)}»).`);
  }
}

function sharedText(raw: string, { teksten }: Werkboek): string {
  const text = /^\d+$/u.test(raw) ? teksten[Number(raw)] : undefined;
  if (text === undefined) throw beschadigd("Een cel verwijst naar een tekst die er niet is.");
  return text;
}

function readBoolean(raw: string): boolean {
  if (raw === "1" || raw === "true") return true;
  if (raw === "0" || raw === "false") return false;
  throw beschadigd("Een cel met WAAR of ONWAAR bevat iets anders.");
}

function readNumber(cel: RuweCel, boek: Werkboek, bouwer: Werkmapbouwer): Celwaarde {
  const getal = readGetal(cel.tekst);
  if (getal === undefined) return unreadable(cel, bouwer);
  const soort = boek.stijlen[cel.stijl] ?? "getal";
  if (soort === "datum") return toDagcel(readSerial(getal, boek.since1904), cel, bouwer);
  if (soort === "tijd" && getal >= 0 && getal < 1e6) {
    return { soort: "tekst", tekst: formatTijd(getal) };
  }
  return soort === "procent" ? { soort: "getal", getal, procent: true } : { soort: "getal", getal };
}

function toDagcel(
  dag: ReturnType<typeof readIsoDag>,
  cel: RuweCel,
  bouwer: Werkmapbouwer,
): Celwaarde {
  if (!dag) return unreadable(cel, bouwer);
  if (dag.metTijd) bouwer.note("tijd-weggelaten", cel);
  return { soort: "datum", datum: dag.datum };
}

function unreadable(cel: RuweCel, bouwer: Werkmapbouwer): Celwaarde {
  bouwer.note("getal-onleesbaar", cel);
  return toFoutcel(cel.tekst);
}
