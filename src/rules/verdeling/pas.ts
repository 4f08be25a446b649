import { add, type Breuk, formatBreuk, NUL } from "#domain/breuk.ts";
import type { Melding, Stapverslag } from "#domain/uitkomst.ts";
import { createLezer, type Lezer } from "#rules/cijfers/lezer.ts";
import type { Hoek } from "#rules/cijfers/rekenvraag.ts";
import { type Opgavegetal, readOpgave } from "./opgave.ts";
import type { Stand } from "./stand.ts";
import { prepareStap, type Stapopzet } from "./stap.ts";
import { eislezerFor, type Pas, type Verdelingsvraag } from "./stapcontext.ts";
import type { OpenDeel } from "./stapuitkomst.ts";
import type { Stapvak } from "./stapvak.ts";
import type { Rondaf } from "./vak.ts";
import { carryOut } from "./voer-stap-uit.ts";

/** Where a pass over all steps ended. */
export type Pasuitkomst = {
  readonly pas: Pas;
  readonly opgave: Opgavegetal | undefined;
  readonly stand: Stand;
  readonly open: readonly OpenDeel[];
  readonly openTotaal: Breuk;
  readonly verslagen: readonly Stapverslag[];
  /** With any of these the pass stopped before its end. */
  readonly meldingen: readonly Melding[];
};

/** How a pass differs from the ordinary run: a corner, or one periode of an ingroeipad. */
export type Passoort = {
  readonly hoek: Hoek;
  readonly afgerond: boolean;
  readonly periode?: string;
  /** Changes the vakken of the first step: shares on their way, and what waits. */
  readonly meng?: (vak: Stapvak) => Stapvak | undefined;
  readonly rondaf?: (vak: Stapvak, own: Rondaf) => Rondaf;
  /** The opgave in place of the document's own: what the law puts there after a path. */
  readonly opgave?: (pas: Pas) => Opgavegetal | undefined;
};

export const LEGE_STAND: Stand = { niveau: "", rijen: [], onderdelen: [""], waarden: [] };

/** A pass; corners of one run share its reader, which reads every figure once with its whole band. */
export function createPas(
  vraag: Verdelingsvraag,
  hoek: Hoek,
  andere: Pas["andere"],
  lezer: Lezer = createLezer(vraag),
): Pas {
  return {
    vraag,
    lezer,
    hoek,
    ingevuld: vraag.ingevuld,
    meldingen: [],
    standen: new Map(),
    andere,
  };
}

/** Goes through all steps; stops at the first that cannot be carried out, with those before it kept. */
export function runPas(pas: Pas, soort: Passoort): Pasuitkomst {
  const opgave = opgaveOf(pas, soort);
  let stand: Stand = opgave ? { ...LEGE_STAND, onderdelen: opgave.onderdelen } : LEGE_STAND;
  const open: OpenDeel[] = [];
  const verslagen: Stapverslag[] = [];
  let openTotaal = NUL;
  for (const [index, stap] of pas.vraag.document.stappen.entries()) {
    const planned = prepareStap(stap, index, stand, opgave ?? NOTHING, pas);
    const opzet = index === 0 && soort.meng ? mix(planned, soort.meng) : planned;
    const stopped = obstacles(pas);
    const outcome = stopped.length > 0 || !opgave ? undefined : carryOut(opzet, pas, soort);
    if (outcome?.soort !== "gedaan") {
      const meldingen = [...stopped, ...(outcome?.meldingen ?? []), ...obstacles(pas)];
      return { pas, opgave, stand, open, openTotaal, verslagen, meldingen: unique(meldingen) };
    }
    stand = outcome.stand;
    if (stap.naam) pas.standen.set(stap.naam, stand);
    open.push(...outcome.open);
    openTotaal = add(openTotaal, outcome.openTotaal);
    verslagen.push(outcome.verslag);
  }
  return { pas, opgave, stand, open, openTotaal, verslagen, meldingen: [] };
}

/** The opgave of the document, or what the law puts in its place; a sum that differs is noted. */
function opgaveOf(pas: Pas, soort: Passoort): Opgavegetal | undefined {
  if (soort.opgave) return soort.opgave(pas);
  const lezer = eislezerFor(pas, LEGE_STAND, () => undefined);
  const opgave = readOpgave(pas.vraag.document.opgave, lezer, soort.afgerond);
  if (opgave?.wijktAf) pas.meldingen.push(refuseDelen(opgave.wijktAf));
  return opgave;
}

function refuseDelen({ som, moet }: NonNullable<Opgavegetal["wijktAf"]>): Melding {
  const reden = `som wijkt af: de delen zijn samen ${formatBreuk(som)}, de opgave is ${formatBreuk(moet)}`;
  return { soort: "geweigerd", regel: "opgave.is", reden };
}

/** Lays out the steps of a document whose total is unknown, so that all else that lacks is named too. */
const NOTHING: Opgavegetal = { totaal: NUL, onderdelen: [""], delen: [NUL] };

/** The step with its vakken changed as the pass says. */
export function mix(opzet: Stapopzet, meng: NonNullable<Passoort["meng"]>): Stapopzet {
  return { ...opzet, vakken: opzet.vakken.flatMap((vak) => meng(vak) ?? []) };
}

/** What keeps a step from being carried out: missing figures, empty parameters, open choices. */
function obstacles(pas: Pas): readonly Melding[] {
  const { ontbreekt, meldingen } = pas.lezer.verslag();
  const missing: Melding[] = ontbreekt.length > 0 ? [{ soort: "onvolledig", ontbreekt }] : [];
  return unique([...meldingen, ...pas.meldingen, ...missing]);
}

function unique(meldingen: readonly Melding[]): readonly Melding[] {
  return meldingen.filter(
    (melding, i) => meldingen.findIndex((other) => sameMelding(other, melding)) === i,
  );
}

function sameMelding(a: Melding, b: Melding): boolean {
  if (a === b) return true;
  if (a.soort === "onbepaald" && b.soort === "onbepaald") return a.wat === b.wat;
  if (a.soort === "onvolledig" && b.soort === "onvolledig") {
    const names = (list: typeof a.ontbreekt) =>
      list.map(({ cijfer, van, moment }) => `${cijfer}|${van}|${moment}`).join("\n");
    return names(a.ontbreekt) === names(b.ontbreekt);
  }
  return a.soort === "geweigerd" && b.soort === "geweigerd" && a.reden === b.reden;
}
