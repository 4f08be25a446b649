import { type Documentfout, quote } from "./fout.ts";
import type { Kennis } from "./kennis.ts";
import { toBoom } from "./knoop.ts";
import { type Laadresultaat, loadDocument } from "./load.ts";
import type { Bevinding } from "./melding.ts";
import { placeAll, toFouten } from "./plaats-fouten.ts";
import { asTekst, isKaart, type Kaartboom } from "./regels/ruw.ts";
import { setValue } from "./zet.ts";

/** What an own document must keep to here, beside the language. */
export type Eigenregels = {
  /** The name that messages show for the text. */
  readonly bestand?: string;
  /** Whether a document of this id ships with the product. */
  readonly isMeegeleverd: (id: string) => boolean;
  /** The document that this is a version of; absent where the text itself says so. */
  readonly id?: string;
  /** What it was before; absent for a new one. */
  readonly soort?: string;
};

/** Addresses of pages, which no document can have. */
const GERESERVEERD: ReadonlySet<string> = new Set(["nieuw", "eigen", "inlezen"]);

/**
 * Reads a document of an installation itself: by the language, and by what nobody can do here.
 *
 * There are no accounts yet, so nothing becomes more than a voorbeeld or a concept.
 */
export function loadEigen(tekst: string, kennis: Kennis, regels: Eigenregels): Laadresultaat {
  const bestand = regels.bestand ?? "uw tekst";
  // Who brings a text may call its file anything: here it is known by its id.
  const read = withBestand(loadDocument(tekst, { bestand: "", kennis }), bestand);
  const { bron } = read;
  const boom = bron && toBoom(bron.boom);
  if (!bron || !isKaart(boom)) return read;
  const found = placeAll(checkEigen(boom, regels), bron.boom, []);
  const own = toFouten(found, bron.plaats, bestand);
  if (own.length === 0) return read;
  const fouten = read.ok ? own : [...read.fouten, ...own].toSorted(byPlace);
  return { ok: false, fouten, opmerkingen: read.opmerkingen, bron };
}

function withBestand(read: Laadresultaat, bestand: string): Laadresultaat {
  const named = (list: readonly Documentfout[]) => list.map((fout) => ({ ...fout, bestand }));
  const opmerkingen = named(read.opmerkingen);
  return read.ok ? { ...read, opmerkingen } : { ...read, opmerkingen, fouten: named(read.fouten) };
}

function byPlace(a: Documentfout, b: Documentfout): number {
  return a.regel - b.regel || a.kolom - b.kolom;
}

function checkEigen(boom: Kaartboom, regels: Eigenregels): readonly Bevinding[] {
  return [...checkId(asTekst(boom.id), regels), ...checkSoort(boom, regels), ...checkStatus(boom)];
}

function checkId(id: string | undefined, regels: Eigenregels): readonly Bevinding[] {
  const { id: own, isMeegeleverd } = regels;
  if (id === undefined) return [];
  if (own !== undefined && id !== own) {
    const tekst = `Dit is ${quote(own)}. Met een ander id is het een ander document: begin daarvoor een nieuw, of zet het id terug.`;
    return [at("id", tekst)];
  }
  if (isMeegeleverd(id)) {
    const tekst = `${quote(id)} is de naam van een document dat met Woonregie meekomt. Kies een eigen id, bijvoorbeeld ${quote(`${id}-eigen`)}.`;
    return [at("id", tekst)];
  }
  if (!GERESERVEERD.has(id)) return [];
  return [at("id", `${quote(id)} is de naam van een pagina. Kies een ander id.`)];
}

function checkSoort(boom: Kaartboom, { soort }: Eigenregels): readonly Bevinding[] {
  const written = asTekst(boom.soort);
  if (soort === undefined || written === undefined || written === soort) return [];
  const tekst = `Dit document was tot nu toe een ${soort}. Begin voor een ${written} een nieuw document.`;
  return [at("soort", tekst)];
}

function checkStatus(boom: Kaartboom): readonly Bevinding[] {
  const status = asTekst(boom.status) ?? "concept";
  if (status === "voorbeeld" || status === "concept") return [];
  const tekst = `Een document dat u hier bewaart, is een «voorbeeld» of een «concept», en geen ${quote(status)}: dat kan alleen een bestuursorgaan besluiten. Kies «status: concept».`;
  return [at("status", tekst)];
}

function at(sleutel: string, tekst: string): Bevinding {
  return { pad: [sleutel], bij: "waarde", tekst };
}

/** The text with this number as its `versie`; as it is where it cannot be read. */
export function withVersie(tekst: string, versie: number): string {
  const first = versie === 1 && !/^versie\s*:/m.test(tekst);
  const done = first ? undefined : setValue(tekst, ["versie"], `${versie}`);
  return done?.ok ? done.tekst : tekst;
}
