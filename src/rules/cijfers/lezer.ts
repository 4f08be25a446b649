import { add, type Breuk, NUL } from "#domain/breuk.ts";
import type { Indicator } from "#domain/indicator.ts";
import type { Parameterwaarde } from "#domain/kop.ts";
import type { Bandbreedte, GebruiktCijfer, Melding, Ontbrekend } from "#domain/uitkomst.ts";
import type { Verwijzing } from "#domain/waarde.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import { between, exact, isExact, withMarge } from "./band.ts";
import { pickCel } from "./cel.ts";
import { evaluateFormule } from "./formule.ts";
import { nameOfWaarneming, toGebruikt } from "./gebruikt.ts";
import { type Leesgeheugen, memoFor, nameOf } from "./leesgeheugen.ts";
import { describeMoment, pickMoment } from "./moment.ts";
import { gebiedenAt, unitsAt } from "./niveau.ts";
import { readParameter } from "./parameter.ts";
import { type Hoek, isOwn, type Plek, type Rekenvraag } from "./rekenvraag.ts";
import { answersAt, describeVerwijzing, inherit, leansOn } from "./verwijzing.ts";

/** Reads figures and parameters for one run, and remembers what it used and what was not there. */
export type Lezer = {
  /** The figure at this place with the room it leaves; undefined, and noted, where it is missing. */
  readonly band: (verwijzing: Verwijzing, plek: Plek) => Bandbreedte | undefined;
  /** The figure at this place in one corner. */
  readonly getal: (verwijzing: Verwijzing, plek: Plek, hoek: Hoek) => Breuk | undefined;
  /** What was observed there, for coded facts; undefined, and noted, where it is missing. */
  readonly waarneming: (verwijzing: Verwijzing, plek: Plek) => Waarneming | undefined;
  /** Whether anything was delivered there; asks without noting. */
  readonly isPresent: (verwijzing: Verwijzing, plek: Plek) => boolean;
  readonly parameter: (naam: string) => Bandbreedte | Parameterwaarde | undefined;
  readonly isParameter: (naam: string) => boolean;
  readonly indicator: (naam: string) => Indicator | undefined;
  readonly verslag: () => Leesverslag;
};

export type Leesverslag = {
  readonly ontbreekt: readonly Ontbrekend[];
  readonly meldingen: readonly Melding[];
  readonly gebruikt: readonly GebruiktCijfer[];
  /** Parameters that leave room: a corner takes each at both ends. */
  readonly ruimeParameters: readonly string[];
};

type State = {
  readonly vraag: Rekenvraag;
  readonly memo: Leesgeheugen;
  readonly indicatoren: Map<string, Indicator | undefined>;
  readonly missing: Map<string, Ontbrekend>;
  readonly meldingen: Map<string, Melding>;
  readonly used: Map<string, GebruiktCijfer>;
  readonly seen: WeakSet<Waarneming>;
  readonly wide: Set<string>;
  /** Figures of which is known whether a parameter goes into them. */
  readonly leaning: Map<string, boolean>;
};

/**
 * A reader for one run.
 *
 * A figure that is delivered goes before a formule of the same name, so that a gemeente with a
 * count of its own is never estimated over.
 */
export function createLezer(vraag: Rekenvraag): Lezer {
  const state: State = {
    vraag,
    memo: new Map(),
    indicatoren: new Map(),
    seen: new WeakSet(),
    missing: new Map(),
    meldingen: new Map(),
    used: new Map(),
    wide: new Set(),
    leaning: new Map(),
  };
  return {
    band: (verwijzing, plek) => readBand(state, verwijzing, plek),
    getal: (verwijzing, plek, hoek) => readAt(state, verwijzing, plek, hoek),
    waarneming: (verwijzing, plek) => {
      const found = observe(state, verwijzing, plek);
      if (found && isKnown(found)) return found;
      note(state, verwijzing, plek);
      return undefined;
    },
    isPresent: (verwijzing, plek) => {
      const found = observe(state, verwijzing, plek);
      return found !== undefined && isKnown(found);
    },
    parameter: (naam) => parameterOf(state, naam),
    isParameter: (naam) => naam in vraag.document.parameters,
    indicator: (naam) => indicatorOf(state, naam),
    verslag: () => ({
      ontbreekt: [...state.missing.values()],
      meldingen: [...state.meldingen.values()],
      gebruikt: [...state.used.values()],
      ruimeParameters: [...state.wide],
    }),
  };
}

function readAt(state: State, verwijzing: Verwijzing, plek: Plek, hoek: Hoek): Breuk | undefined {
  if (verwijzing.naam in state.vraag.document.parameters) {
    return readBand(state, verwijzing, plek)?.[hoek.parameters[verwijzing.naam] ?? "midden"];
  }
  const units = unitsAt(state.vraag, verwijzing, plek);
  if (units && isAdditive(state, verwijzing.naam) && !observe(state, verwijzing, plek)) {
    return sumAt(state, verwijzing, plek, units, hoek);
  }
  const band = readBand(state, verwijzing, plek, parametersFor(state, verwijzing.naam, hoek));
  if (plek.pad.length === 0) return band?.[hoek.totaal];
  return band?.[isOwn(plek.pad, hoek.eigen) ? hoek.eigenKant : hoek.anderen];
}

function sumAt(
  state: State,
  verwijzing: Verwijzing,
  plek: Plek,
  units: readonly string[],
  hoek: Hoek,
): Breuk | undefined {
  const { van: _level, ...own } = verwijzing;
  let total: Breuk | undefined = NUL;
  for (const unit of units) {
    const part = readAt(state, own, { ...plek, pad: [unit, ...plek.pad.slice(1)] }, hoek);
    total = total && part ? add(total, part) : undefined;
  }
  return total;
}

/** Where a corner has the parameters that a figure is worked out from; undefined where it has none. */
type Stand = Hoek["parameters"] | undefined;

/** A figure made of a parameter follows it into its corner, other than one made of figures only. */
function parametersFor(state: State, naam: string, { parameters }: Hoek): Stand {
  const known = state.leaning.get(naam);
  if (known !== undefined) return known ? parameters : undefined;
  const names = new Set(Object.keys(state.vraag.document.parameters));
  const leans = leansOn(formuleOf(state, naam), names, (part) => formuleOf(state, part));
  state.leaning.set(naam, leans);
  return leans ? parameters : undefined;
}

function readBand(
  state: State,
  verwijzing: Verwijzing,
  plek: Plek,
  at?: Stand,
): Bandbreedte | undefined {
  const memo = memoFor(state.memo, describeVerwijzing(verwijzing));
  const key = nameOf(plek, at);
  const known = memo.get(key);
  if (known !== undefined || memo.has(key)) return known;
  // Set before reading, so that a formule that leads back to itself ends as a missing figure.
  memo.set(key, undefined);
  const band = findBand(state, verwijzing, plek, at);
  if (!band) noteMissing(state, verwijzing, plek);
  memo.set(key, band);
  return band;
}

function findBand(
  state: State,
  verwijzing: Verwijzing,
  plek: Plek,
  at: Stand,
): Bandbreedte | undefined {
  if (verwijzing.naam in state.vraag.document.parameters) {
    const value = parameterOf(state, verwijzing.naam);
    if (!value || !("midden" in value)) return undefined;
    return at ? exact(value[at[verwijzing.naam] ?? "midden"]) : value;
  }
  const delivered = observe(state, verwijzing, plek);
  if (delivered) {
    if (!isKnown(delivered)) note(state, verwijzing, plek);
    return toBand(state, delivered);
  }
  const formule = formuleOf(state, verwijzing.naam);
  const units = unitsAt(state.vraag, verwijzing, plek);
  if (units && isAdditive(state, verwijzing.naam))
    return sumBands(state, verwijzing, plek, units, at);
  if (!formule || !answersAt(formule, verwijzing)) return undefined;
  return evaluateFormule(formule, (inner) => readBand(state, inherit(inner, verwijzing), plek, at));
}

function sumBands(
  state: State,
  verwijzing: Verwijzing,
  plek: Plek,
  units: readonly string[],
  at: Stand,
): Bandbreedte | undefined {
  const { van: _level, ...own } = verwijzing;
  let total: Bandbreedte | undefined = exact(NUL);
  for (const unit of units) {
    const part = readBand(state, own, { ...plek, pad: [unit, ...plek.pad.slice(1)] }, at);
    total = total && part ? addBands(total, part) : undefined;
  }
  return total;
}

function addBands(a: Bandbreedte, b: Bandbreedte): Bandbreedte {
  return { laag: add(a.laag, b.laag), midden: add(a.midden, b.midden), hoog: add(a.hoog, b.hoog) };
}

/**
 * The waarneming that answers the verwijzing here, at the moment it asks; undefined without note.
 *
 * An explicit `onbekend` is an answer too: it keeps a formule from estimating over it.
 */
function observe(state: State, verwijzing: Verwijzing, plek: Plek): Waarneming | undefined {
  for (const gebied of gebiedenAt(state.vraag, verwijzing, plek)) {
    const known = state.vraag.cijfers.find(verwijzing.naam, gebied);
    const found = pickMoment(pickCel(known, verwijzing.pad, plek), verwijzing.tijd, state.vraag.op);
    if (found) {
      noteUsed(state, found);
      return found;
    }
  }
  return undefined;
}

function toBand(state: State, waarneming: Waarneming): Bandbreedte | undefined {
  const { inhoud } = waarneming;
  if (inhoud.soort !== "getal") return undefined;
  if (inhoud.laag && inhoud.hoog) return between(inhoud.laag, inhoud.hoog, inhoud.waarde);
  return withMarge(inhoud.waarde, indicatorOf(state, waarneming.indicator));
}

function formuleOf(state: State, naam: string) {
  return state.vraag.document.afgeleid[naam] ?? indicatorOf(state, naam)?.formule;
}

function indicatorOf(state: State, naam: string): Indicator | undefined {
  const known = state.indicatoren.get(naam);
  if (known !== undefined || state.indicatoren.has(naam)) return known;
  const found = state.vraag.bibliotheek.find(naam);
  const indicator = found?.soort === "indicator" ? found : undefined;
  state.indicatoren.set(naam, indicator);
  return indicator;
}

/** Sums over units mean something only for counts; an `afgeleid` takes its formule over sums. */
function isAdditive(state: State, naam: string): boolean {
  if (naam in state.vraag.document.afgeleid) return false;
  return indicatorOf(state, naam)?.optelbaar ?? true;
}

function parameterOf(state: State, naam: string): Bandbreedte | Parameterwaarde | undefined {
  const parameter = state.vraag.document.parameters[naam];
  if (!parameter) return undefined;
  const stand = readParameter(
    naam,
    parameter,
    state.vraag.ingevuld.parameters[naam],
    state.vraag.periode ?? state.vraag.op,
  );
  if (stand.soort === "melding") {
    state.meldingen.set(naam, stand.melding);
    return undefined;
  }
  if (stand.soort === "anders") return stand.waarde;
  if (!isExact(stand.band)) state.wide.add(naam);
  return stand.band;
}

function noteUsed(state: State, waarneming: Waarneming): void {
  if (state.seen.has(waarneming)) return;
  state.seen.add(waarneming);
  const key = nameOfWaarneming(waarneming);
  if (!state.used.has(key)) state.used.set(key, toGebruikt(waarneming, toBand(state, waarneming)));
}

function isKnown(waarneming: Waarneming): boolean {
  return waarneming.inhoud.soort !== "onbekend";
}

/** Notes a figure nobody delivered; a derived one is named by the parts that are missing. */
function noteMissing(state: State, verwijzing: Verwijzing, plek: Plek): void {
  const { naam } = verwijzing;
  if (naam in state.vraag.document.parameters) return;
  const added = isAdditive(state, naam) && unitsAt(state.vraag, verwijzing, plek)?.length;
  const formule = formuleOf(state, naam);
  if (added || (formule && answersAt(formule, verwijzing))) return;
  note(state, verwijzing, plek);
}

function note(state: State, verwijzing: Verwijzing, plek: Plek): void {
  const { naam } = verwijzing;
  const cijfer = [naam, ...verwijzing.pad].join(".");
  const moment = verwijzing.tijd && describeMoment(verwijzing.tijd, state.vraag.op);
  const van = verwijzing.van ?? plek.pad.join(", ");
  state.missing.set(`${cijfer}|${van}|${moment ?? ""}`, {
    cijfer,
    ...(van ? { van } : {}),
    ...(moment ? { moment } : {}),
  });
}
