import type { Indicator } from "#domain/indicator.ts";
import type { GebruiktCijfer, Melding, Ontbrekend } from "#domain/uitkomst.ts";
import type { Formule } from "#domain/waarde.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import { geheugenFor } from "./gelezen.ts";
import { createLeesgeheugen, type Leesgeheugen, type Lezing, type Noot } from "./leesgeheugen.ts";
import type { Rekenvraag } from "./rekenvraag.ts";

/** What a reader remembers of one run. */
export type Leesstaat = {
  readonly vraag: Rekenvraag;
  readonly memo: Leesgeheugen;
  /** Readings whose notes this run has; absent where what is read is kept for this run alone. */
  readonly gehoord: Set<Lezing> | undefined;
  /** Where notes of the reading that is going on are kept. */
  noten: Noot[] | undefined;
  readonly indicatoren: Map<string, Indicator | undefined>;
  readonly missing: Map<string, Ontbrekend>;
  readonly meldingen: Map<string, Melding>;
  readonly used: Map<string, GebruiktCijfer>;
  /** Answers that stand for several, of which no rule says which one counts. */
  readonly botsend: WeakMap<Waarneming, readonly Waarneming[]>;
  /** Parameters that leave room. */
  readonly wide: Set<string>;
  /** Figures of which is known whether a parameter goes into them. */
  readonly leaning: Map<string, boolean>;
};

/** Nothing read yet in this run; what earlier runs read of the same is at hand. */
export function createLeesstaat(vraag: Rekenvraag): Leesstaat {
  const kept = geheugenFor(vraag);
  return {
    vraag,
    memo: kept ?? createLeesgeheugen(),
    gehoord: kept && new Set(),
    noten: undefined,
    indicatoren: new Map(),
    missing: new Map(),
    meldingen: new Map(),
    used: new Map(),
    botsend: new WeakMap(),
    wide: new Set(),
    leaning: new Map(),
  };
}

export function formuleOf(state: Leesstaat, naam: string): Formule | undefined {
  return state.vraag.document.afgeleid[naam] ?? indicatorOf(state, naam)?.formule;
}

export function indicatorOf(state: Leesstaat, naam: string): Indicator | undefined {
  state.noten?.push({ soort: "indicator", naam });
  const known = state.indicatoren.get(naam);
  if (known !== undefined || state.indicatoren.has(naam)) return known;
  const found = state.vraag.bibliotheek.find(naam);
  const indicator = found?.soort === "indicator" ? found : undefined;
  state.indicatoren.set(naam, indicator);
  return indicator;
}

/** Sums over units mean something only for counts; an `afgeleid` takes its formule over sums. */
export function isAdditive(state: Leesstaat, naam: string): boolean {
  if (naam in state.vraag.document.afgeleid) return false;
  return indicatorOf(state, naam)?.optelbaar ?? true;
}
