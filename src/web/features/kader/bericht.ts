import type { Aanvulling, Voorstel } from "#contract/kader/aanvulling/aanvuller.ts";
import type { Bewerking } from "#contract/kader/edit.ts";
import type { Documentfout } from "#contract/kader/fout.ts";
import type { Zindeel } from "#rules/kader/index.ts";

/** What came of reading a text. */
export type Lezing = {
  readonly fouten: readonly Documentfout[];
  readonly opmerkingen: readonly Documentfout[];
  /** Only of a text without mistakes. */
  readonly document?: {
    readonly id: string;
    readonly soort: string;
    readonly titel: string;
    readonly status: string;
    readonly gebied?: string;
    readonly zin: readonly Zindeel[];
    /** Of an indeling: who lies in which region. */
    readonly regios?: readonly Regioleden[];
  };
};

/** A region of an indeling with the names of its gemeenten, by alphabet. */
export type Regioleden = {
  readonly titel: string;
  readonly gemeenten: readonly string[];
  /** Of those which also lie in another region of the same indeling. */
  readonly dubbel: readonly string[];
};

/** The control of one part of the sentence. */
export type Bediening = {
  /** What stands there now; absent where that is no single value. */
  readonly waarde?: string;
  readonly keuzes: readonly Voorstel[];
  /** Where in the text it stands, or would come. */
  readonly plek: number;
};

export type Regiokeuze = { readonly waarde: string; readonly titel: string };

/** What can be asked of the reader beside the page, and what each gives. */
export type Vragen = {
  readonly lees: (vraag: {
    readonly tekst: string;
    readonly id: string;
    readonly van: number;
  }) => Lezing;
  readonly vul: (vraag: { readonly tekst: string; readonly bij: number }) => Aanvulling | undefined;
  readonly bedien: (vraag: { readonly tekst: string; readonly pad: string }) => Bediening;
  readonly zet: (vraag: {
    readonly tekst: string;
    readonly pad: string;
    readonly waarde: string;
  }) => Bewerking;
  readonly regios: (vraag: Record<never, never>) => readonly Regiokeuze[];
};

export type Vraagsoort = keyof Vragen;

export type Bericht = {
  readonly nummer: number;
  readonly soort: Vraagsoort;
  readonly vraag: unknown;
};

export type Antwoord =
  | { readonly nummer: number; readonly ok: true; readonly inhoud: unknown }
  | { readonly nummer: number; readonly ok: false };
