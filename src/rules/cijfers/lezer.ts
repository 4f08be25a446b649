import { add, type Breuk, NUL } from "#domain/breuk.ts";
import type { Indicator } from "#domain/indicator.ts";
import type { Parameterwaarde } from "#domain/kop.ts";
import type { Bandbreedte, GebruiktCijfer, Melding, Ontbrekend } from "#domain/uitkomst.ts";
import type { Verwijzing } from "#domain/waarde.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import { exact } from "./band.ts";
import { evaluateFormule, evaluateInHoek } from "./formule.ts";
import { type Lezing, lezingenOf, nameOf } from "./leesgeheugen.ts";
import {
  createLeesstaat,
  formuleOf,
  indicatorOf,
  isAdditive,
  type Leesstaat,
} from "./leesstaat.ts";
import { unitsAt } from "./niveau.ts";
import { hear, listen, parameterOf } from "./noten.ts";
import { type Hoek, isOwn, opposite, type Plek, type Rekenvraag, sideOf } from "./rekenvraag.ts";
import { answersAt, describeVerwijzing, inherit, leansOn } from "./verwijzing.ts";
import { isKnown, note, observe, toBand } from "./waargenomen.ts";

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

/**
 * A reader for one run.
 *
 * A figure that is delivered goes before a formule of the same name, so that a gemeente with a
 * count of its own is never estimated over.
 */
export function createLezer(vraag: Rekenvraag): Lezer {
  const state = createLeesstaat(vraag);
  return {
    band: (verwijzing, plek) => readBand(state, verwijzing, plek),
    getal: (verwijzing, plek, hoek) => readAt(state, verwijzing, plek, hoek),
    waarneming: (verwijzing, plek) => {
      const found = observe(state, verwijzing, plek);
      if (found && isKnown(found)) return found;
      note(state, verwijzing, plek, found);
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

function readAt(
  state: Leesstaat,
  verwijzing: Verwijzing,
  plek: Plek,
  hoek: Hoek,
): Breuk | undefined {
  if (verwijzing.naam in state.vraag.document.parameters) {
    return readBand(state, verwijzing, plek)?.[hoek.parameters[verwijzing.naam] ?? "midden"];
  }
  const units = unitsAt(state.vraag, verwijzing, plek);
  const added = units && !observe(state, verwijzing, plek);
  if (added && isAdditive(state, verwijzing.naam)) {
    return sumAt(state, verwijzing, plek, units, hoek);
  }
  const band = readBand(state, verwijzing, plek, parametersFor(state, verwijzing.naam, hoek));
  if (added) return band && formuleAt(state, verwijzing, plek, hoek, band);
  if (units || plek.pad.length === 0) return band?.[hoek.totaal];
  return band?.[isOwn(plek.pad, hoek.eigen) ? hoek.eigenKant : hoek.anderen];
}

/** A formule over what units have together follows each of them into its corner. */
function formuleAt(
  state: Leesstaat,
  verwijzing: Verwijzing,
  plek: Plek,
  hoek: Hoek,
  band: Bandbreedte,
): Breuk | undefined {
  const side = sideOf(hoek);
  const formule = formuleOf(state, verwijzing.naam);
  if (side || !formule) return band[side ?? "midden"];
  const across = opposite(hoek);
  const found = evaluateInHoek(formule, (inner) => {
    const asked = inherit(inner, verwijzing);
    const hier = readAt(state, asked, plek, hoek);
    const tegenover = readAt(state, asked, plek, across);
    return hier && tegenover && { hier, tegenover };
  });
  return found?.hier ?? band.midden;
}

function sumAt(
  state: Leesstaat,
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
function parametersFor(state: Leesstaat, naam: string, { parameters }: Hoek): Stand {
  const known = state.leaning.get(naam);
  if (known !== undefined) return known ? parameters : undefined;
  const names = new Set(Object.keys(state.vraag.document.parameters));
  const leans = leansOn(formuleOf(state, naam), names, (part) => formuleOf(state, part));
  state.leaning.set(naam, leans);
  return leans ? parameters : undefined;
}

function readBand(
  state: Leesstaat,
  verwijzing: Verwijzing,
  plek: Plek,
  at?: Stand,
): Bandbreedte | undefined {
  const lezingen = lezingenOf(state.memo, describeVerwijzing(verwijzing));
  const key = nameOf(plek, at);
  const known = lezingen.get(key);
  if (known) return hear(state, known);
  // Kept before reading, so that a formule that leads back to itself ends as a missing figure.
  const lezing: Lezing = { band: undefined, noten: [] };
  lezingen.set(key, lezing);
  try {
    lezing.band = listen(state, lezing, () => {
      const band = findBand(state, verwijzing, plek, at);
      if (!band) noteMissing(state, verwijzing, plek);
      return band;
    });
  } catch (error) {
    // A run that ends here leaves nothing half read to a next one.
    lezingen.delete(key);
    throw error;
  }
  return lezing.band;
}

function findBand(
  state: Leesstaat,
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
    if (!isKnown(delivered)) note(state, verwijzing, plek, delivered);
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
  state: Leesstaat,
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

/** Notes a figure nobody delivered; a derived one is named by the parts that are missing. */
function noteMissing(state: Leesstaat, verwijzing: Verwijzing, plek: Plek): void {
  const { naam } = verwijzing;
  if (naam in state.vraag.document.parameters) return;
  const added = isAdditive(state, naam) && unitsAt(state.vraag, verwijzing, plek)?.length;
  const formule = formuleOf(state, naam);
  if (added || (formule && answersAt(formule, verwijzing))) return;
  note(state, verwijzing, plek);
}
