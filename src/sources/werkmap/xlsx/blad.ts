import type { Celbereik } from "#domain/werkmap.ts";
import { beschadigd } from "../weigering.ts";
import type { Werkmapbouwer } from "../werkmapbouwer.ts";
import { type Attributen, localName, type XmlOntvanger } from "../xml.ts";
import { readCelwaarde, type Werkboek } from "./celwaarde.ts";
import { createTekstlezer } from "./gedeelde-teksten.ts";

const INSIDE: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["sheetData", new Set(["row"])],
  ["row", new Set(["c", "extLst"])],
  ["c", new Set(["f", "v", "is", "extLst"])],
]);

/**
 * Puts the cells of one sheet as its XML passes by.
 *
 * What stands between rows and cells and is neither is refused: a cell must not go unseen.
 */
export class Bladlezer implements XmlOntvanger {
  readonly #boek: Werkboek;
  readonly #bouwer: Werkmapbouwer;
  readonly #path: string[] = [];
  readonly #inline = createTekstlezer();
  readonly #merges: Celbereik[] = [];
  #rij = -1;
  #kolom = -1;
  #type = "";
  #stijl = 0;
  #value: string | undefined;
  #formule: string | undefined;

  constructor(boek: Werkboek, bouwer: Werkmapbouwer) {
    this.#boek = boek;
    this.#bouwer = bouwer;
  }

  readonly open = (raw: string, attributen: Attributen): void => {
    const naam = localName(raw);
    const parent = this.#path.at(-1) ?? "";
    this.#path.push(naam);
    const allowed = INSIDE.get(parent);
    if (allowed && this.#path[1] === "sheetData") {
      if (!allowed.has(naam)) throw beschadigd(`In «${parent}» staat «${naam.slice(0, 20)}».`);
      this.#openData(naam, attributen);
    } else if (this.#path[4] === "is") this.#inline.open(naam);
    else if (naam === "col" && parent === "cols") this.#noteColumns(attributen);
    else if (naam === "mergeCell" && parent === "mergeCells") {
      this.#merges.push(readBereik(attributen.ref ?? ""));
    }
  };

  readonly close = (raw: string): void => {
    const naam = localName(raw);
    this.#path.pop();
    if (this.#path.length === 3 && naam === "c" && this.#path[1] === "sheetData") this.#endCell();
    else if (this.#path[4] === "is") this.#inline.close(naam);
    else if (this.#path.length === 0) this.#bouwer.mergeCellen(this.#merges);
  };

  readonly tekst = (tekst: string): void => {
    if (this.#path.length < 5 || this.#path[1] !== "sheetData") return;
    if (this.#path[4] === "is") this.#inline.add(tekst);
    else if (this.#path[4] === "v") this.#value += tekst;
    else if (this.#path[4] === "f") this.#formule += tekst;
  };

  #openData(naam: string, attributen: Attributen): void {
    if (naam === "row") this.#startRow(attributen);
    else if (naam === "c") this.#startCell(attributen);
    else if (naam === "f" && this.#formule === undefined) this.#formule = "";
    else if (naam === "v" && this.#value === undefined) this.#value = "";
    else if (naam === "f" || naam === "v") throw beschadigd("Een cel heeft twee waarden.");
  }

  #startRow({ r, hidden }: Attributen): void {
    this.#rij = r === undefined ? this.#rij + 1 : readRij(r);
    this.#kolom = -1;
    if (isTrue(hidden)) this.#bouwer.note("rijen-verborgen", { rij: this.#rij });
  }

  #startCell(attributen: Attributen): void {
    const { r } = attributen;
    const { rij, kolom } =
      r === undefined ? { rij: this.#rij, kolom: this.#kolom + 1 } : readAdres(r);
    if (rij !== this.#rij) throw beschadigd("Een cel staat in een andere rij dan zij zegt.");
    this.#kolom = kolom;
    this.#type = attributen.t ?? "";
    this.#stijl = Number(attributen.s ?? "0");
    this.#value = undefined;
    this.#formule = undefined;
    this.#inline.start();
  }

  #endCell(): void {
    const [rij, kolom, type] = [this.#rij, this.#kolom, this.#type];
    const inline = type === "inlineStr";
    const tekst = inline ? this.#inline.read() : (this.#value ?? "");
    const cel = { rij, kolom, type, stijl: this.#stijl, tekst };
    const waarde = readCelwaarde(cel, this.#boek, this.#bouwer);
    const has = inline || type === "str" || tekst !== "";
    if (this.#formule === undefined) this.#bouwer.putCel(rij, kolom, waarde);
    else this.#bouwer.putFormule(rij, kolom, this.#formule, has ? waarde : undefined);
  }

  #noteColumns({ min = "", max = "", hidden }: Attributen): void {
    if (!isTrue(hidden)) return;
    const [first, last] = [Number(min), Math.min(Number(max), this.#bouwer.grenzen.kolommen)];
    // A sheet hides everything right of its table with one range to the last column there is.
    if (last >= this.#bouwer.grenzen.kolommen) return;
    for (let kolom = first; kolom <= last; kolom += 1) {
      this.#bouwer.note("kolommen-verborgen", { rij: 0, kolom: kolom - 1 });
    }
  }
}

function isTrue(raw: string | undefined): boolean {
  return raw === "1" || raw === "true";
}

function readRij(raw: string): number {
  if (!/^[1-9]\d{0,9}$/u.test(raw)) throw beschadigd("Een rij heeft geen geldig nummer.");
  return Number(raw) - 1;
}

const ADRES = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,9})$/u;

/** The place of an address such as `C14`, from nought. */
function readAdres(raw: string): { readonly rij: number; readonly kolom: number } {
  const [, letters = "", nummer = ""] = ADRES.exec(raw) ?? [];
  if (letters === "") throw beschadigd("Een cel heeft geen geldig adres.");
  let kolom = 0;
  for (const letter of letters) kolom = kolom * 26 + letter.charCodeAt(0) - 64;
  return { rij: Number(nummer) - 1, kolom: kolom - 1 };
}

function readBereik(raw: string): Celbereik {
  const [first = "", last = first] = raw.split(":");
  const van = readAdres(first);
  const tot = readAdres(last);
  if (tot.rij < van.rij || tot.kolom < van.kolom)
    throw beschadigd("Een bereik staat achterstevoren.");
  return { vanRij: van.rij, vanKolom: van.kolom, totRij: tot.rij, totKolom: tot.kolom };
}
