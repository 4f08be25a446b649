import {
  type Celbereik,
  type Celwaarde,
  formatCeladres,
  type Werkblad,
  type Werkcel,
  type Werkmap,
} from "#domain/werkmap.ts";
import { nameBlad } from "./bladnaam.ts";
import type { Werkmapgrenzen } from "./grenzen.ts";
import type { Opmerkingen, Opmerkingscode } from "./opmerkingen.ts";
import { coverCellen } from "./samengevoegd.ts";
import { beschadigd, tooLong, tooMany, withoutCells } from "./weigering.ts";
import { cleanTekst } from "./zuivere-tekst.ts";

/** The one empty cell. */
export const LEEG: Celwaarde = { soort: "leeg" };

const NO_CELLS: Werkcel[] = [];

type Bouwblad = {
  readonly naam: string;
  readonly rijen: Werkcel[][];
  verborgen: boolean;
  samengevoegd: readonly Celbereik[];
};

// Texts up to this length are kept once: names and codes come back in every row.
const KEPT_LENGTH = 64;
// Excel's own limit; a formula is shown to people, never computed.
const LONGEST_FORMULE = 8192;
const KEPT_TEXTS = 50_000;

/**
 * Builds a werkmap cell by cell, and refuses it as soon as it grows over a limit.
 *
 * What no cell was put in is empty, and is nowhere at the end of a row or a sheet.
 */
export class Werkmapbouwer {
  readonly grenzen: Werkmapgrenzen;
  readonly opmerkingen: Opmerkingen;
  readonly #bladen: Bouwblad[] = [];
  readonly #texts = new Map<string, Celwaarde>();
  #blad: Bouwblad = { naam: "", rijen: [], verborgen: false, samengevoegd: [] };
  #row: { rij: number; cellen: Werkcel[] } = { rij: -1, cellen: [] };
  #places = 0;
  #merges = 0;

  constructor(grenzen: Werkmapgrenzen, opmerkingen: Opmerkingen) {
    this.grenzen = grenzen;
    this.opmerkingen = opmerkingen;
  }

  /** The name of the sheet that is being built, as it is used. */
  get blad(): string {
    return this.#blad.naam;
  }

  /** Starts the next sheet; what follows goes there. */
  startBlad(raw: string): void {
    if (this.#bladen.length >= this.grenzen.bladen) throw tooMany("bladen", this.grenzen);
    const naam = nameBlad(raw, new Set(this.#bladen.map((blad) => blad.naam)), this.opmerkingen);
    this.#blad = { naam, rijen: [], verborgen: false, samengevoegd: [] };
    this.#row = { rij: -1, cellen: [] };
    this.#bladen.push(this.#blad);
  }

  /** The sheet is one that people did not see. */
  markVerborgen(): void {
    this.#blad.verborgen = true;
    this.note("blad-verborgen");
  }

  /**
   * Puts one cell; an empty one is as good as none.
   *
   * @throws Weigering over a limit, and where a cell was put before.
   */
  putCel(rij: number, kolom: number, cel: Werkcel): void {
    if (cel === LEEG) return;
    this.#check(rij, kolom);
    if (this.#row.rij !== rij) this.#openRow(rij);
    const { cellen } = this.#row;
    if (kolom < cellen.length) {
      if (cellen[kolom] !== LEEG) throw putTwice(this.blad, rij, kolom);
      cellen[kolom] = cel;
      return;
    }
    this.#count(kolom + 1 - cellen.length);
    while (cellen.length < kolom) cellen.push(LEEG);
    cellen.push(cel);
  }

  /** Puts a formula; without a value it is told, for nobody here computes it. */
  putFormule(rij: number, kolom: number, raw: string, waarde: Celwaarde | undefined): void {
    if (!waarde) this.note("formule-zonder-waarde", { rij, kolom });
    this.putCel(rij, kolom, makeFormule(raw, waarde));
  }

  /** Tells something about the sheet that is being built. */
  note(code: Opmerkingscode, plek?: { readonly rij: number; readonly kolom?: number }): void {
    this.opmerkingen.note(code, this.blad, plek && toPlek(plek));
  }

  /** Puts one row, filled up to its end, so many times below each other; the row itself is kept. */
  putRijen(rij: number, cellen: Werkcel[], keer: number): void {
    if (cellen.length === 0) return;
    this.#check(rij + keer - 1, cellen.length - 1);
    if (rij < this.#blad.rijen.length) throw putTwice(this.blad, rij, 0);
    this.#count(keer * cellen.length);
    this.#growTo(rij);
    for (let k = 0; k < keer; k += 1) this.#blad.rijen.push(cellen);
  }

  /** A text cell without what people do not see; empty text is an empty cell. */
  makeTekst(raw: string, rij: number, kolom: number): Celwaarde {
    if (raw === "") return LEEG;
    const known = this.#texts.get(raw);
    if (known) return known;
    if (raw.length > this.grenzen.tekens) throw tooLong(this.blad, rij, kolom, this.grenzen);
    const { tekst, gewijzigd } = cleanTekst(raw);
    if (gewijzigd) this.note("tekens-weggelaten", { rij, kolom });
    const cel: Celwaarde = tekst === "" ? LEEG : { soort: "tekst", tekst };
    // A text that gave a remark gives one in every cell, so it is not kept.
    const keep = !gewijzigd && raw.length <= KEPT_LENGTH && this.#texts.size < KEPT_TEXTS;
    if (keep) this.#texts.set(raw, cel);
    return cel;
  }

  /**
   * These blocks are shown as one cell each: what stands under them is left out.
   *
   * @throws Weigering where they overlap or are too many.
   */
  mergeCellen(bereiken: readonly Celbereik[]): void {
    this.#merges += bereiken.length;
    if (this.#merges > this.grenzen.samenvoegingen) throw tooMany("samenvoegingen", this.grenzen);
    if (bereiken.length === 0) return;
    coverCellen(this.#blad.rijen, bereiken, this.grenzen.cellen, (rij, kolom) =>
      this.note("waarde-bedekt", { rij, kolom }),
    );
    for (const { vanRij: rij, vanKolom: kolom } of bereiken) {
      this.note("cellen-samengevoegd", { rij, kolom });
    }
    this.#blad.samengevoegd = bereiken;
  }

  /**
   * The whole of what was built.
   *
   * @throws Weigering where no cell of any sheet holds something.
   */
  finish(): Werkmap {
    if (this.#bladen.every(({ rijen }) => rijen.length === 0)) throw withoutCells();
    return { bladen: this.#bladen.map(finishBlad) };
  }

  #check(rij: number, kolom: number): void {
    if (rij >= this.grenzen.rijen) throw tooMany("rijen", this.grenzen, this.blad);
    if (kolom >= this.grenzen.kolommen) throw tooMany("kolommen", this.grenzen, this.blad);
  }

  #openRow(rij: number): void {
    const { rijen } = this.#blad;
    const known = rijen[rij];
    const cellen = known && known !== NO_CELLS ? known : [];
    this.#growTo(rij);
    rijen[rij] = cellen;
    this.#row = { rij, cellen };
  }

  #growTo(rij: number): void {
    while (this.#blad.rijen.length < rij) this.#blad.rijen.push(NO_CELLS);
  }

  #count(extra: number): void {
    this.#places += extra;
    if (this.#places > this.grenzen.cellen) throw tooMany("cellen", this.grenzen);
  }
}

function finishBlad({ naam, rijen, verborgen, samengevoegd }: Bouwblad): Werkblad {
  return {
    naam,
    rijen,
    ...(verborgen && { verborgen }),
    ...(samengevoegd.length > 0 && { samengevoegd }),
  };
}

/** A formula as a cell; a file may leave its text to another cell. */
export function makeFormule(raw: string, waarde: Celwaarde | undefined): Werkcel {
  const formule = cleanTekst(raw).tekst.slice(0, LONGEST_FORMULE);
  return { soort: "formule", formule, ...(waarde && { waarde }) };
}

function toPlek({ rij, kolom }: { readonly rij: number; readonly kolom?: number }) {
  return { rij, ...(kolom !== undefined && { kolom }) };
}

function putTwice(blad: string, rij: number, kolom: number): Error {
  return beschadigd(`Op blad «${blad}» staat ${formatCeladres(rij, kolom)} er twee keer in.`);
}
