import type { Indicator } from "#domain/indicator.ts";
import type {
  Bevinding,
  Gelezencijfer,
  Inleverkop,
  Koppeling,
  Overgeslagen,
  Waardekolom,
} from "#domain/inlevering.ts";
import type { Waarneming, WaarnemingInhoud } from "#domain/waarneming.ts";
import type { Werkblad } from "#domain/werkmap.ts";
import { celOp, isLeeg, tekstVan } from "./celtekst.ts";
import type { InDelen } from "./in-delen.ts";
import type { Inleeskennis } from "./kennis.ts";
import { hoofdkolom, type Leesplan, maakLeesplan, type Slot } from "./leesplan.ts";
import { type Melding, toBevinding } from "./melding.ts";
import { gebiedOp, type Rijsoort, rijsoort } from "./rijgebied.ts";
import { celIn, eenheidIn, indicatorIn, isVeldfout, momentIn, veldtekst } from "./rijvelden.ts";
import { leesWaarde, samen } from "./waarde.ts";

/** A number that a row of a total gives. */
export type Totaalcel = {
  readonly van: string;
  /** The column in which the gemeenten of its sheet stand. */
  readonly gebiedskolom: number | undefined;
  readonly indicator: Indicator;
  readonly moment: string;
  readonly cel: readonly string[];
  readonly inhoud: WaarnemingInhoud;
  readonly waar: Gelezencijfer["waar"];
};

/** All that one sheet says. A figure that stands there twice is there twice. */
export type Bladlezing = {
  readonly cijfers: readonly Gelezencijfer[];
  readonly totalen: readonly Totaalcel[];
  readonly bevindingen: readonly Bevinding[];
  readonly overgeslagen: readonly Overgeslagen[];
};

type Vel = {
  readonly plan: Leesplan;
  readonly cijfers: Gelezencijfer[];
  readonly totalen: Totaalcel[];
  /** By id: what is wrong with a whole row is said once. */
  readonly bevindingen: Map<string, Bevinding>;
  readonly overgeslagen: Overgeslagen[];
};

/** So many rows are read in a few milliseconds. */
const DEEL = 250;

/** Reads every row of a sheet as its koppeling says; all that is wrong is told at once. */
export function* leesBlad(
  blad: Werkblad,
  koppeling: Koppeling,
  kop: Inleverkop,
  kennis: Inleeskennis,
): InDelen<Bladlezing> {
  const plan = maakLeesplan(blad, koppeling, kop, kennis);
  const vel: Vel = { plan, cijfers: [], totalen: [], bevindingen: new Map(), overgeslagen: [] };
  for (let rij = plan.eerste; rij < blad.rijen.length; rij += 1) {
    readRow(vel, rij);
    if (rij % DEEL === 0) yield;
  }
  return { ...vel, bevindingen: [...vel.bevindingen.values()] };
}

function readRow(vel: Vel, rij: number): void {
  const { plan } = vel;
  const soort = rijsoort(plan, rij);
  if (soort.soort === "leeg") return;
  if (soort.soort === "toelichting") {
    const tekst = (plan.blad.rijen[rij] ?? []).map(tekstVan).filter(Boolean).join(" ");
    vel.overgeslagen.push({ blad: plan.blad.naam, rij, reden: "toelichting", tekst });
    return;
  }
  if (soort.soort === "totaal") {
    vel.overgeslagen.push({ blad: plan.blad.naam, rij, reden: "totaal", tekst: soort.tekst });
  }
  for (const slot of plan.slots) readSlot(vel, rij, slot, soort);
}

type Wel = Extract<Rijsoort, { readonly soort: "totaal" | "cijfers" }>;

function readSlot(vel: Vel, rij: number, slot: Slot, soort: Wel): void {
  const { plan } = vel;
  const parts = [slot.waarde, slot.laag, slot.hoog].filter((kolom) => kolom !== undefined);
  if (parts.every(({ kolom }) => isLeeg(celOp(plan.blad, rij, kolom)))) return;
  const kolom = hoofdkolom(slot);
  const figure = figureIn(vel, rij, kolom);
  if (!figure) return;
  const gelezen = readValue(vel, rij, slot, figure.indicator, soort.soort === "cijfers");
  const waar = { blad: plan.blad.naam, rij, kolom: kolom.kolom };
  if (soort.soort === "totaal") {
    if (gelezen)
      vel.totalen.push({
        van: soort.van,
        gebiedskolom: plan.gebied,
        ...figure,
        inhoud: gelezen,
        waar,
      });
    return;
  }
  const gebied = gebiedOp(plan, rij, soort.tekst, figure.moment);
  for (const melding of gebied.meldingen) tell(vel, rij, soort.kolom, melding);
  if (!gelezen || !gebied.code) return;
  vel.cijfers.push({ waarneming: toWaarneming(plan, rij, figure, gebied.code, gelezen), waar });
}

type Figuur = {
  readonly indicator: Indicator;
  readonly moment: string;
  readonly cel: readonly string[];
};

/** Of which figure, moment and cell a number is; undefined where the row does not say it well. */
function figureIn(vel: Vel, rij: number, kolom: Waardekolom): Figuur | undefined {
  const { plan } = vel;
  const indicator = indicatorIn(plan, kolom, rij);
  if (isVeldfout(indicator)) {
    tell(vel, rij, indicator.kolom, indicator.melding);
    return undefined;
  }
  const moment = momentIn(plan, kolom, rij, indicator.wat);
  const cel = celIn(plan, kolom, rij, indicator.wat);
  const eenheid = eenheidIn(plan, rij, indicator.wat);
  for (const veld of [moment, cel, eenheid]) {
    if (veld && "melding" in veld) tell(vel, rij, veld.kolom, veld.melding, indicator.wat.id);
  }
  if (isVeldfout(moment) || isVeldfout(cel) || eenheid) return undefined;
  return { indicator: indicator.wat, moment: moment.wat, cel: cel.wat };
}

function readValue(
  vel: Vel,
  rij: number,
  { waarde, laag, hoog }: Slot,
  indicator: Indicator,
  say: boolean,
): WaarnemingInhoud | undefined {
  let wrong = false;
  const read = (kolom: Waardekolom | undefined) => {
    if (!kolom) return undefined;
    const gelezen = readCell(vel.plan, rij, kolom, indicator);
    for (const melding of gelezen.meldingen) {
      if (melding.ernst === "fout") wrong = true;
      if (say) tell(vel, rij, kolom.kolom, melding, indicator.id);
    }
    return gelezen.inhoud;
  };
  const [midden, onder, boven] = [read(waarde), read(laag), read(hoog)];
  if (wrong) return undefined;
  const shown = [laag, waarde, hoog]
    .map((kolom) => (kolom ? tekstVan(celOp(vel.plan.blad, rij, kolom.kolom)) : ""))
    .filter(Boolean);
  const whole = samen(midden, onder, boven, shown.join(" · "));
  const at = (laag ?? hoog ?? waarde)?.kolom ?? 0;
  if (say) for (const melding of whole.meldingen) tell(vel, rij, at, melding, indicator.id);
  return whole.inhoud;
}

function readCell(plan: Leesplan, rij: number, kolom: Waardekolom, indicator: Indicator) {
  return leesWaarde(celOp(plan.blad, rij, kolom.kolom), {
    indicator,
    notatie: plan.notatie(kolom.kolom),
    maal: kolom.maal,
    codes: plan.kennis.codes(indicator.id),
  });
}

function toWaarneming(
  plan: Leesplan,
  rij: number,
  { indicator, moment, cel }: Figuur,
  gebied: string,
  inhoud: WaarnemingInhoud,
): Waarneming {
  const { betrouwbaarheid, status, bron } = plan.kop;
  const opmerking = veldtekst(plan, "opmerking", rij)?.tekst;
  return {
    indicator: indicator.id,
    cel,
    gebied,
    moment,
    inhoud,
    bron: veldtekst(plan, "bron", rij)?.tekst ?? bron,
    ...(betrouwbaarheid ? { betrouwbaarheid } : {}),
    ...(status ? { status } : {}),
    ...(opmerking ? { opmerking } : {}),
  };
}

function tell(vel: Vel, rij: number, kolom: number, melding: Melding, indicator?: string): void {
  const { blad } = vel.plan;
  const gevonden = tekstVan(celOp(blad, rij, kolom));
  const bevinding = toBevinding(melding, { blad: blad.naam, rij, kolom }, gevonden, indicator);
  vel.bevindingen.set(bevinding.id, bevinding);
}
