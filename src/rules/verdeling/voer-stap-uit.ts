import { add, type Breuk, divide, isZero, NUL, subtract, sum } from "#domain/breuk.ts";
import type { Celverslag, Melding } from "#domain/uitkomst.ts";
import type { Afrondingsmethode, Keuze, Stap } from "#domain/verdeling.ts";
import { restOf } from "./afrondingsrest.ts";
import { keuzeMelding, type Vakdeler, type Vakkeuze } from "./keuzes.ts";
import { explainOnhaalbaar } from "./onhaalbaar.ts";
import { fillVak } from "./op-volgorde.ts";
import { methodOf } from "./opgave.ts";
import { grensmaatFor, rondafFor } from "./rondaf.ts";
import { bookRuil } from "./ruil.ts";
import type { Sleuteluitleg } from "./sleutelverslag.ts";
import type { Stand } from "./stand.ts";
import type { Stapopzet } from "./stap.ts";
import type { Pas } from "./stapcontext.ts";
import { type OpenDeel, reportOf, type Stapuitkomst } from "./stapuitkomst.ts";
import type { Stapvak } from "./stapvak.ts";
import { divideTweezijdig } from "./tweezijdig.ts";
import { divideVak, type Grensmaat, type Rondaf, type Vakuitkomst } from "./vak.ts";

/** How the numbers of a step are made; a corner never rounds, and reckons no choice as `open`. */
export type Uitvoerwijze = {
  readonly afgerond: boolean;
  readonly periode?: string;
  /** Wraps the rounding of a vak, for the running totals of an ingroeipad. */
  readonly rondaf?: (vak: Stapvak, own: Rondaf) => Rondaf;
};

/** Carries out a step that was laid out; stops at what people must decide or what cannot be. */
export function carryOut(opzet: Stapopzet, pas: Pas, wijze: Uitvoerwijze): Stapuitkomst {
  const { stap } = opzet;
  const methode = methodOf(stap.afronding.methode, pas.lezer);
  if (stap.ruil) return bookRuil(opzet, pas);
  if (!methode) return { soort: "gestopt", meldingen: pas.lezer.verslag().meldingen };
  if (methode === "tweezijdig") return divideTweezijdig(opzet, pas, wijze.afgerond);
  const keuze = keuzeOf(stap, pas, wijze.afgerond);
  const maat = grensmaatFor(methode, stap, wijze.afgerond);
  const dividers = opzet.vakken.map((vak): Vakdeler => {
    const { volgorde } = vak;
    if (volgorde) return (chosen) => fillVak(vak, volgorde, maat, chosen, wijze.afgerond);
    const own = rondafFor(vak, stap, methode, pas, wijze.afgerond);
    const rondaf = wijze.rondaf ? wijze.rondaf(vak, own) : own;
    return (chosen) => divideVak(vak, rondaf, maat, chosen);
  });
  const outcomes = dividers.map((divide) => divide(keuze));
  const meldingen = meldingenOf(opzet, outcomes, dividers, pas, maat);
  if (meldingen.length > 0) return { soort: "gestopt", meldingen };
  return finish(opzet, outcomes, methode, wijze);
}

/** The choice in force: the document's own, else what a person filled in for this run. */
export function keuzeOf(stap: Stap, pas: Pas, afgerond: boolean): Keuze | undefined {
  const written = stap.watNietPast?.keuze ?? pas.ingevuld.watNietPast?.keuze;
  return written ?? (afgerond ? undefined : "open");
}

function meldingenOf(
  opzet: Stapopzet,
  outcomes: readonly Vakuitkomst[],
  dividers: readonly Vakdeler[],
  pas: Pas,
  maat: Grensmaat,
): readonly Melding[] {
  const meldingen: Melding[] = [];
  const keuzes: Vakkeuze[] = [];
  for (const [i, outcome] of outcomes.entries()) {
    const vak = opzet.vakken[i];
    if (!vak) continue;
    if (outcome.soort === "keuze-nodig") keuzes.push({ vak, nodig: outcome });
    if (outcome.soort === "eerst-weten") meldingen.push(...outcome.meldingen);
    if (outcome.soort === "gelijke-stand") meldingen.push(tieMelding(opzet, vak, outcome));
    if (outcome.soort === "onhaalbaar") {
      meldingen.push(explainOnhaalbaar(opzet, vak, outcome.zonderGrens, maat));
    }
  }
  if (meldingen.length === 0 && keuzes.length > 0) {
    meldingen.push(keuzeMelding(opzet, keuzes, outcomes, dividers, pas));
  }
  return meldingen;
}

function tieMelding(
  { stap, index }: Stapopzet,
  vak: Stapvak,
  { open }: Extract<Vakuitkomst, { soort: "gelijke-stand" }>,
): Melding {
  return {
    soort: "besluit-nodig",
    wat: "gelijke-stand",
    stap: stap.naam ?? `stappen[${index}]`,
    ...(vak.onderdeel ? { onderdeel: vak.onderdeel } : {}),
    kandidaten: open.kandidaten.map((unit) => vak.ids[unit] ?? ""),
    teVerdelen: open.teVerdelen,
  };
}

function finish(
  opzet: Stapopzet,
  outcomes: readonly Vakuitkomst[],
  methode: Afrondingsmethode,
  wijze: Uitvoerwijze,
): Stapuitkomst {
  const waarden = opzet.stand.waarden.map((row) => [...row]);
  const cellen: Celverslag[] = [];
  const opmerkingen: string[] = [];
  let openTotaal = NUL;
  for (const [v, outcome] of outcomes.entries()) {
    const vak = opzet.vakken[v];
    if (!vak || outcome.soort !== "verdeeld") continue;
    const rest = restOf(vak, outcome, wijze.afgerond ? methode : "geen");
    openTotaal = sum([openTotaal, outcome.openTotaal, rest.open]);
    if (rest.opmerking) opmerkingen.push(rest.opmerking);
    cellen.push(...writeVak(vak, outcome, waarden, opzet.stand, wijze));
  }
  const open = cellen
    .filter((cel) => !isZero(cel.open))
    .map(({ pad, onderdeel, open: aantal }): OpenDeel => ({ pad, onderdeel, aantal }));
  const verslag = reportOf(opzet, methode, cellen, wijze.periode, opmerkingen);
  return { soort: "gedaan", stand: { ...opzet.stand, waarden }, open, openTotaal, verslag };
}

/** Writes what a vak gave into the stand, and returns what its account needs. */
function writeVak(
  vak: Stapvak,
  outcome: Extract<Vakuitkomst, { soort: "verdeeld" }>,
  waarden: readonly Breuk[][],
  stand: Stand,
  { afgerond, periode }: Uitvoerwijze,
): readonly Celverslag[] {
  for (const [i, rij] of vak.rijen.entries()) {
    const row = waarden[rij];
    if (row) row[vak.kolom] = outcome.uitkomst[i] ?? NUL;
  }
  // A corner is not accounted for: only its numbers count, but for a path that goes on from them.
  if (!afgerond && periode === undefined) return [];
  const uitleg = afgerond ? vak.uitleg() : undefined;
  return vak.rijen.map((rij, i) =>
    cellReport(vak, i, stand.rijen[rij]?.pad ?? [], outcome, uitleg),
  );
}

function cellReport(
  vak: Stapvak,
  i: number,
  pad: readonly string[],
  outcome: Extract<Vakuitkomst, { soort: "verdeeld" }>,
  uitleg: Sleuteluitleg | undefined,
): Celverslag {
  const { onder, boven } = vak.grenzen[i] ?? {};
  const uitkomst = outcome.uitkomst[i] ?? NUL;
  const start = outcome.zonderGrens[i] ?? NUL;
  const moved = subtract(add(uitkomst, outcome.open[i] ?? NUL), start);
  return {
    pad,
    onderdeel: vak.onderdeel,
    aandeel: vak.volgorde ? shareOf(uitkomst, vak.totaal) : (vak.gewichten[i] ?? NUL),
    ...(uitleg ? { sleutel: uitleg(i) } : {}),
    zonderGrens: vak.volgorde ? start : (vak.delen[i] ?? NUL),
    ...(onder ? { ondergrens: onder } : {}),
    ...(boven ? { bovengrens: boven } : {}),
    onafgerond: outcome.onafgerond[i] ?? NUL,
    uitkomst,
    open: outcome.open[i] ?? NUL,
    verschoven: moved,
  };
}

function shareOf(part: Breuk, totaal: Breuk): Breuk {
  return isZero(totaal) ? NUL : divide(part, totaal);
}
