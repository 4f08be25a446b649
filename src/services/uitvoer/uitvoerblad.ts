import type { Breuk } from "#domain/breuk.ts";
import type { DocumentStatus } from "#domain/kop.ts";
import type { Woorden } from "#domain/schermwoorden.ts";
import type { Bandbreedte, Keuzegevolg, VerdelingUitkomst } from "#domain/uitkomst.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import type { Verdelingsvraag } from "#rules/verdeling/index.ts";

/**
 * Everything a sheet has to say outside the screen: spreadsheet, picture, map, note and PDF are all
 * made of this one value, so that they cannot say different things.
 *
 * Numbers are exact; how they are written is for whoever writes them.
 */
export type Uitvoerblad = {
  /** The title of the document that was asked first. */
  readonly titel: string;
  /** The sentence of that document, with what people filled in. */
  readonly zin: string;
  /** What it is worth, in words: «Ambtelijk concept, niet bestuurlijk besproken». */
  readonly status: string;
  /** Nothing here was decided by a bestuursorgaan: it must say so on every page and picture. */
  readonly concept: boolean;
  /** A body adopted exactly this: no page of it is a concept any more. */
  readonly vastgesteld?: true;
  /** Some figures were made up to show how it works. */
  readonly voorbeeld: boolean;
  readonly regio: Uitvoerregio;
  /** The day or periode it was worked out for. */
  readonly op: string;
  /** What is divided: «huishoudens per jaar». */
  readonly eenheid: string;
  /** By deelregio and alphabet; never by what they get. */
  readonly eenheden: readonly Uitvoereenheid[];
  /** The key that was asked first, and those beside it; none of them comes before another. */
  readonly kolommen: readonly [Uitvoerkolom, ...Uitvoerkolom[]];
  /** What units do now, and the supply it is taken from, where they are known per unit. */
  readonly nu?: Uitvoerreeks;
  readonly aanbod?: Uitvoerreeks;
  /** Every figure an outcome rests on, and every figure that lacks; each once. */
  readonly cijfers: readonly Uitvoercijfer[];
  /** What people filled in where the document leaves it to them. */
  readonly keuzes: readonly Uitvoerkeuze[];
  /** What stands otherwise in the document than it was written: key path → value. */
  readonly wijzigingen: readonly Uitvoerkeuze[];
  /** What must be said beside the numbers, in whole sentences. */
  readonly kanttekeningen: readonly string[];
  readonly herkomst: Uitvoerherkomst;
  /** What the region calls things, where it has words of its own. */
  readonly woorden?: Woorden;
};

export type Uitvoerregio = {
  readonly id: string;
  readonly titel: string;
  /** `id@versie` of the indeling, with its title, and what that is worth; absent without one. */
  readonly indeling?: {
    readonly naam: string;
    readonly titel: string;
    readonly status: string;
  };
  readonly deelregios: Readonly<Record<string, string>>;
  readonly aantal: number;
};

export type Uitvoereenheid = {
  readonly id: string;
  readonly naam: string;
  /** The title of its deelregio. */
  readonly deelregio?: string;
};

/** One key with its outcome. */
export type Uitvoerkolom = {
  readonly document: Verdeling;
  readonly naam: string;
  readonly titel: string;
  readonly zin: string;
  readonly status: DocumentStatus;
  readonly vraag: Verdelingsvraag;
  readonly uitkomst: VerdelingUitkomst;
  /** In the order of the sheet; a unit without an outcome is `onbekend`, not nought. */
  readonly rijen: readonly Uitvoerrij[];
  readonly nietPast?: Uitvoerrest;
  /** What people must decide, what lacks, or why there are no numbers, in sentences. */
  readonly meldingen: readonly string[];
  /** sha256 of the frozen outcome. */
  readonly hash?: string;
};

export type Uitvoerrij = {
  readonly eenheid: Uitvoereenheid;
  readonly aantal?: Bandbreedte;
  readonly aanbod?: Bandbreedte;
  /** The part of the own freed homes, of one. */
  readonly deelVanAanbod?: Bandbreedte;
  readonly over?: Bandbreedte;
  readonly open?: Breuk;
  readonly saldo?: Breuk;
};

/** What does not fit inside the bounds. */
export type Uitvoerrest = {
  readonly aantal: Bandbreedte;
  /** The names of those that stand at their bound, where a choice is needed. */
  readonly aanDeGrens: readonly string[];
  /** What was chosen; absent while people still have to. */
  readonly keuze?: string;
  readonly keuzes: readonly Keuzegevolg[];
};

/** A figure per unit beside the outcome. */
export type Uitvoerreeks = {
  readonly titel: string;
  readonly eenheid: string;
  readonly waarden: ReadonlyMap<string, Bandbreedte>;
};

export type Uitvoercijfer = {
  readonly indicator: string;
  readonly titel: string;
  readonly eenheid: string;
  readonly cel: readonly string[];
  /** Code of the gebied; `*` where it is of the whole. */
  readonly gebied: string;
  readonly gebiednaam: string;
  readonly moment?: string;
  /** Absent where it is onbekend, or a coded fact. */
  readonly waarde?: Bandbreedte;
  readonly kenmerk?: string;
  readonly bron: string;
  readonly licentie?: string;
  readonly betrouwbaarheid?: string;
  readonly opmerking?: string;
};

export type Uitvoerkeuze = { readonly naam: string; readonly waarde: string };

/** Where this came from, and how one gets back to it. */
export type Uitvoerherkomst = {
  readonly soort: "blad" | "versie" | "bevroren";
  /** The address of the view on the site that made it, from its root; never with a secret. */
  readonly adres: string;
  readonly engineVersie: string;
  /** sha256 of what was kept; absent for a sheet that nobody kept. */
  readonly hash?: string;
  /** Of a version: how its maker called it, its number, and when it was kept. */
  readonly versie?: {
    readonly naam: string;
    readonly nummer: number;
    readonly maker?: string;
    readonly gemaaktOp: string;
    readonly status: string;
  };
  /** When a frozen outcome was frozen, in ISO. */
  readonly bevrorenOp?: string;
};
