import type { Bibliotheek, RegieDocument } from "#domain/document.ts";
import { parseDocumentnaam } from "#domain/document.ts";
import type { Invulling } from "#domain/invulling.ts";
import type { Kop } from "#domain/kop.ts";
import { codeToName, codeToWords, lowerFirst } from "./woorden.ts";

/** What the sentence may know beside the document itself; all of it may be left out. */
export type Zincontext = {
  /** Indicator, parameter or `afgeleid` → how it is called inside a sentence. */
  readonly cijfers?: Readonly<Record<string, string>>;
  /** Indicator → its unit, which is then not said again. */
  readonly eenheden?: Readonly<Record<string, string>>;
  /** Region id → title. */
  readonly regios?: Readonly<Record<string, string>>;
  /** Document id → title. */
  readonly documenten?: Readonly<Record<string, string>>;
  /** Code of a code list → how it is called inside a sentence. */
  readonly codes?: Readonly<Record<string, string>>;
  /** Code of a gemeente or other unit → name. */
  readonly namen?: Readonly<Record<string, string>>;
  /** What people filled in for this run. */
  readonly ingevuld?: Invulling;
};

/** The titles that the documents of a library give each other. */
export function createZincontext(
  bibliotheek: Bibliotheek,
): Required<Pick<Zincontext, "cijfers" | "eenheden" | "regios" | "documenten">> {
  const documents = bibliotheek.list();
  return {
    cijfers: collect(documents, (document) =>
      document.soort === "indicator" ? [[document.id, titleToWords(document.titel)]] : [],
    ),
    eenheden: collect(documents, (document) =>
      document.soort === "indicator" ? [[document.id, document.eenheid]] : [],
    ),
    regios: collect(documents, (document) =>
      document.soort === "indeling"
        ? Object.entries(document.regios).map(([id, { titel }]) => [id, titel])
        : [],
    ),
    documenten: collect(documents, ({ id, titel }) => [[id, titel]]),
  };
}

function collect(
  documents: readonly RegieDocument[],
  entriesOf: (document: RegieDocument) => readonly (readonly [string, string])[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(documents.flatMap(entriesOf));
}

/** "DAEB-woningen als deel van de voorraad" is said as "het aandeel DAEB-woningen in de voorraad". */
function titleToWords(titel: string): string {
  const share = /^(.*?),? als deel van (.*)$/.exec(titel);
  if (!share) return lowerFirst(titel);
  return `het aandeel ${lowerFirst(share[1] ?? "")} in ${share[2]}`;
}

/** What every fragment of one document may ask. */
export type Ruimte = {
  readonly kop: Pick<Kop, "parameters" | "afgeleid">;
  readonly context: Zincontext;
  /** Step name → its place, counted from 0. */
  readonly stappen: Readonly<Record<string, number>>;
  /** Who a clause without a subject is about: "iemand", "de gemeente", or just "het". */
  readonly iemand: string;
};

export function createRuimte(document: RegieDocument, context: Zincontext): Ruimte {
  const named = document.soort === "verdeling" ? document.stappen : [];
  const stappen = Object.fromEntries(
    named.flatMap(({ naam }, index) => (naam === undefined ? [] : [[naam, index] as const])),
  );
  return { kop: document, context, stappen, iemand: iemandIn(document) };
}

const IEMAND: Readonly<Record<string, string>> = {
  huishouden: "iemand",
  persoon: "iemand",
  gemeente: "de gemeente",
  plan: "het plan",
  locatie: "de locatie",
};

function iemandIn(document: RegieDocument): string {
  if (document.soort === "toets") {
    const [level = "", ...others] = document.niveau;
    return (others.length === 0 ? IEMAND[level] : undefined) ?? "het";
  }
  if (document.soort !== "rangorde") return "het";
  return document.van === "gemeenten" ? "de gemeente" : "iemand";
}

export function cijferwoorden(naam: string, { context }: Ruimte): string {
  return context.cijfers?.[naam] ?? codeToWords(naam);
}

export function codewoorden(code: string, { context }: Ruimte): string {
  return context.codes?.[code] ?? codeToWords(code);
}

/** A unit, region or group by the best name there is. */
export function eenheidwoorden(
  { id, naam }: { readonly id: string; readonly naam?: string },
  ruimte: Ruimte,
): string {
  const { namen, regios } = ruimte.context;
  return naam ?? namen?.[id] ?? regios?.[id] ?? codewoorden(id, ruimte);
}

/** `drechtsteden@1#drechtsteden` by its title. */
export function regiotitel(verwijzing: string, { context }: Ruimte): string {
  const parsed = parseDocumentnaam(verwijzing);
  const id = parsed?.naam ?? parsed?.id ?? verwijzing;
  return context.regios?.[id] ?? codeToName(id);
}

/** A document by its title, or by its name where the title is not known. */
export function documenttitel(verwijzing: string, { context }: Ruimte): string {
  const parsed = parseDocumentnaam(verwijzing);
  const title = context.documenten?.[parsed?.id ?? verwijzing];
  if (title === undefined) return verwijzing;
  return parsed?.naam === undefined ? title : `${title}, ${codeToWords(parsed.naam)}`;
}
