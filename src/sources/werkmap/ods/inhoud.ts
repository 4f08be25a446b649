import type { Celbereik, Celwaarde, Werkcel } from "#domain/werkmap.ts";
import { beschadigd, tooMany } from "../weigering.ts";
import { LEEG, makeFormule, type Werkmapbouwer } from "../werkmapbouwer.ts";
import type { Attributen, XmlOntvanger } from "../xml.ts";
import { Alinealezer } from "./alinea.ts";
import { readCelwaarde } from "./celwaarde.ts";

const CELLS: ReadonlySet<string> = new Set(["table:table-cell", "table:covered-table-cell"]);
const AROUND_ROWS: ReadonlySet<string> = new Set([
  "table:table",
  "table:table-rows",
  "table:table-row-group",
  "table:table-header-rows",
]);
// Sheets that LibreOffice keeps of other files, to show links without them.
const OUTSIDE = /^'?(?:file|https?|ftp|smb|webdav)[^#]*'?#/iu;

/**
 * Puts the sheets of an ods as its XML passes by.
 *
 * Repeated rows and cells are written out only where they hold something; what lies over the sheet
 * (drawings, remarks) and sheets inside cells are left out.
 */
export class Inhoudlezer implements XmlOntvanger {
  readonly #bouwer: Werkmapbouwer;
  readonly #path: string[] = [];
  readonly #alinea = new Alinealezer();
  readonly #hidden = new Set<string>();
  #style = "";
  #skipFrom = 0;
  #merges: Celbereik[] = [];
  #rij = 0;
  #keer = 1;
  #cellen: Werkcel[] = [];
  #kolom = 0;
  #cel: Attributen = {};
  /** How many sheets were put. */
  bladen = 0;

  constructor(bouwer: Werkmapbouwer) {
    this.#bouwer = bouwer;
  }

  readonly open = (naam: string, attributen: Attributen): void => {
    const parent = this.#path.at(-1) ?? "";
    this.#path.push(naam);
    if (this.#skipFrom > 0) return;
    if (this.#alinea.open) this.#openInText(naam, attributen);
    else if (CELLS.has(parent)) this.#openInCell(naam, attributen);
    else this.#openElement(parent, naam, attributen);
  };

  #openElement(parent: string, naam: string, attributen: Attributen): void {
    if (naam === "table:table") this.#openTable(parent, attributen);
    else if (CELLS.has(naam) || naam === "table:table-row" || parent === "table:table-row") {
      this.#openData(parent, naam, attributen);
    } else if (naam === "table:shapes" || naam === "table:tracked-changes") this.#skip();
    else if (naam === "table:table-column") this.#noteColumn(attributen);
    else if (naam === "style:style") this.#style = attributen["style:name"] ?? "";
    else if (naam === "style:table-properties" && attributen["table:display"] === "false") {
      this.#hidden.add(this.#style);
    }
  }

  /** A row out of its place, or something else between cells, would hide cells. */
  #openData(parent: string, naam: string, attributen: Attributen): void {
    const isRow = naam === "table:table-row";
    const fits = isRow ? AROUND_ROWS.has(parent) : parent === "table:table-row" && CELLS.has(naam);
    if (!fits) throw beschadigd(`In «${parent.slice(0, 40)}» staat «${naam.slice(0, 40)}».`);
    if (isRow) this.#openRow(attributen);
    else this.#openCell(attributen);
  }

  readonly close = (naam: string): void => {
    this.#path.pop();
    if (this.#skipFrom > 0) {
      if (this.#path.length < this.#skipFrom) this.#skipFrom = 0;
    } else if (this.#alinea.open) this.#alinea.end();
    else if (CELLS.has(naam)) this.#endCell(naam === "table:covered-table-cell");
    else if (naam === "table:table-row") this.#endRow();
    else if (naam === "table:table") this.#bouwer.mergeCellen(this.#merges);
  };

  readonly tekst = (tekst: string): void => {
    if (this.#skipFrom === 0) this.#alinea.add(tekst);
  };

  #skip(): void {
    this.#skipFrom = this.#path.length;
  }

  #openTable(parent: string, attributen: Attributen): void {
    const naam = attributen["table:name"] ?? "";
    const outside = OUTSIDE.test(naam);
    if (outside) this.#bouwer.opmerkingen.note("verwijzing-buiten");
    if (outside || parent !== "office:spreadsheet") {
      this.#skip();
      return;
    }
    this.bladen += 1;
    this.#bouwer.startBlad(naam);
    if (this.#hidden.has(attributen["table:style-name"] ?? "")) this.#bouwer.markVerborgen();
    this.#merges = [];
    this.#rij = 0;
    this.#kolom = 0;
  }

  #openRow(attributen: Attributen): void {
    this.#keer = readRepeat(attributen["table:number-rows-repeated"]);
    this.#cellen = [];
    this.#kolom = 0;
    const visible = attributen["table:visibility"] ?? "visible";
    // Hidden rows below the table are no news.
    if (visible !== "visible" && this.#keer < 1000) this.#noteHiddenRows();
  }

  #noteHiddenRows(): void {
    for (let k = 0; k < this.#keer; k += 1) {
      this.#bouwer.note("rijen-verborgen", { rij: this.#rij + k });
    }
  }

  #endRow(): void {
    if (this.#cellen.length > 0) this.#bouwer.putRijen(this.#rij, this.#cellen, this.#keer);
    this.#rij += this.#keer;
    this.#kolom = 0;
  }

  #openCell(attributen: Attributen): void {
    this.#cel = attributen;
    this.#alinea.start();
  }

  #endCell(covered: boolean): void {
    const keer = readRepeat(this.#cel["table:number-columns-repeated"]);
    const [rij, kolom] = [this.#rij, this.#kolom];
    const ruw = { rij, kolom, attributen: this.#cel, tekst: this.#alinea.tekst };
    this.#kolom += keer;
    const cel = this.#readCel(ruw);
    if (covered) {
      if (cel !== LEEG) this.#bouwer.note("waarde-bedekt", ruw);
      return;
    }
    this.#noteMerge(rij, kolom);
    if (cel === LEEG) return;
    if (this.#kolom > this.#bouwer.grenzen.kolommen) {
      throw tooMany("kolommen", this.#bouwer.grenzen, this.#bouwer.blad);
    }
    while (this.#cellen.length < kolom) this.#cellen.push(LEEG);
    for (let k = 0; k < keer; k += 1) this.#cellen.push(cel);
  }

  #readCel(ruw: Parameters<typeof readCelwaarde>[0]): Werkcel {
    const { attributen, tekst } = ruw;
    const formule = attributen["table:formula"];
    const waarde: Celwaarde = readCelwaarde(ruw, this.#bouwer);
    if (formule === undefined) return waarde;
    const has = attributen["office:value-type"] !== undefined || tekst !== undefined;
    if (!has) this.#bouwer.note("formule-zonder-waarde", ruw);
    return makeFormule(withoutNamespace(formule), has ? waarde : undefined);
  }

  #noteMerge(rij: number, kolom: number): void {
    const rijen = readRepeat(this.#cel["table:number-rows-spanned"]);
    const kolommen = readRepeat(this.#cel["table:number-columns-spanned"]);
    if (rijen * kolommen === 1) return;
    const [totRij, totKolom] = [rij + rijen - 1, kolom + kolommen - 1];
    this.#merges.push({ vanRij: rij, vanKolom: kolom, totRij, totKolom });
  }

  #openInCell(naam: string, attributen: Attributen): void {
    if (naam === "text:p") this.#alinea.begin(naam, attributen);
    else this.#skip();
  }

  #openInText(naam: string, attributen: Attributen): void {
    if (naam.startsWith("text:") && naam !== "text:note") this.#alinea.begin(naam, attributen);
    else this.#skip();
  }

  #noteColumn(attributen: Attributen): void {
    const keer = readRepeat(attributen["table:number-columns-repeated"]);
    const visible = attributen["table:visibility"] ?? "visible";
    // All columns right of the table may be hidden at once.
    if (visible !== "visible" && keer < 1000) {
      for (let k = 0; k < keer; k += 1) {
        this.#bouwer.note("kolommen-verborgen", { rij: 0, kolom: this.#kolom + k });
      }
    }
    this.#kolom += keer;
  }
}

function readRepeat(raw: string | undefined): number {
  if (raw === undefined) return 1;
  if (!/^[1-9]\d{0,9}$/u.test(raw)) throw beschadigd("Een rij of cel heeft een ongeldig aantal.");
  return Number(raw);
}

/** `of:=SUM([.A1:.B2])` as people see it: `SUM(A1:B2)`. */
function withoutNamespace(raw: string): string {
  const formula = raw.replace(/^(?:[a-z]+:)?=?/iu, "");
  return formula.replace(/\[([^\]]*)\]/gu, (_, address: string) =>
    address.replace(/(^|:)\./gu, "$1"),
  );
}
