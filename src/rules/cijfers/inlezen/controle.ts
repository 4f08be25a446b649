import type {
  Bevestiging,
  Bevinding,
  Botsing,
  Botsingskeuze,
  Cijferverschil,
  Gelezencijfer,
  Inleverkop,
  Inleveruitkomst,
  Koppeling,
  Overgeslagen,
  Tellendcijfer,
  Verbetering,
} from "#domain/inlevering.ts";
import type { Werkmap } from "#domain/werkmap.ts";
import { findBotsingen, listVerschillen } from "./botsing.ts";
import { metVerbeteringen } from "./celtekst.ts";
import { zonderDubbelen } from "./dubbelen.ts";
import type { Inleeskennis } from "./kennis.ts";
import { leesBlad } from "./lees-blad.ts";
import { createTelling, findOpvallend } from "./opvallend.ts";
import { toetsTotalen } from "./totalen.ts";
import { findOntbrekend, type Regioleden } from "./volledig.ts";
import { type Koppelvraag, listVragen } from "./vragen.ts";

/** What a delivery is checked against and by. */
export type Inleesopdracht = {
  readonly werkmap: Werkmap;
  readonly koppelingen: readonly Koppeling[];
  readonly verbeteringen: readonly Verbetering[];
  readonly kop: Inleverkop;
  readonly regio?: Regioleden;
  /** What counts now of these figures, of every delivery. */
  readonly tellend: readonly Tellendcijfer[];
  readonly kennis: Inleeskennis;
};

/** What a file comes to: figures, and everything that is to be said of them, at once. */
export type Inleescontrole = {
  readonly vragen: readonly Koppelvraag[];
  readonly cijfers: readonly Gelezencijfer[];
  readonly bevindingen: readonly Bevinding[];
  readonly overgeslagen: readonly Overgeslagen[];
  readonly botsingen: readonly Botsing[];
  readonly verschillen: readonly Cijferverschil[];
};

/** Reads a delivery and checks it; nothing is kept and nothing is chosen. */
export function controleer(opdracht: Inleesopdracht): Inleescontrole {
  const { werkmap, koppelingen, verbeteringen, kop, kennis, tellend, regio } = opdracht;
  const bladen = koppelingen.flatMap((koppeling) => {
    const found = werkmap.bladen.find(({ naam }) => naam === koppeling.blad);
    return found ? [{ koppeling, blad: metVerbeteringen(found, verbeteringen) }] : [];
  });
  const vragen = bladen.flatMap(({ koppeling, blad }) => listVragen(koppeling, blad, kop, kennis));
  const lezingen = bladen.map(({ koppeling, blad }) => leesBlad(blad, koppeling, kop, kennis));
  const all = lezingen.flatMap(({ cijfers }) => cijfers);
  const { cijfers, bevindingen: dubbel } = zonderDubbelen(all);
  const telling = createTelling(tellend);
  return {
    vragen,
    cijfers,
    overgeslagen: lezingen.flatMap(({ overgeslagen }) => overgeslagen),
    bevindingen: [
      ...lezingen.flatMap(({ bevindingen }) => bevindingen),
      ...dubbel,
      ...lezingen.flatMap(({ totalen, cijfers: own }) => toetsTotalen(totalen, own, kennis)),
      ...findOpvallend(cijfers, telling, kennis),
      ...(regio ? findOntbrekend(cijfers, regio, kennis) : []),
    ],
    botsingen: findBotsingen(cijfers, telling, kop.afzender),
    verschillen: listVerschillen(cijfers, telling),
  };
}

/** What people still have to do before a delivery can be taken over. */
export type Openstaand = {
  readonly vragen: readonly Koppelvraag[];
  /** Each: mend the cell, or leave the figure out with a reason. */
  readonly fouten: readonly Bevinding[];
  /** Each: mend the cell, or say why it is right. */
  readonly opmerkingen: readonly Bevinding[];
  readonly botsingen: readonly Botsing[];
  /** There is nothing in it that could be taken over. */
  readonly leeg: boolean;
};

export function openstaand(
  { vragen, bevindingen, botsingen, cijfers }: Inleescontrole,
  bevestigingen: readonly Bevestiging[],
  keuzes: readonly Botsingskeuze[],
): Openstaand {
  const said = new Set(bevestigingen.map(({ id }) => id));
  const chosen = new Set(keuzes.map(({ id }) => id));
  const open = bevindingen.filter(({ id }) => !said.has(id));
  return {
    vragen,
    fouten: open.filter(({ ernst }) => ernst === "fout"),
    opmerkingen: open.filter(({ ernst }) => ernst === "opmerking"),
    botsingen: botsingen.filter(({ id }) => !chosen.has(id)),
    leeg: cijfers.length === 0,
  };
}

export function isKlaar({ vragen, fouten, opmerkingen, botsingen, leeg }: Openstaand): boolean {
  return !leeg && [vragen, fouten, opmerkingen, botsingen].every((list) => list.length === 0);
}

/** How a delivery ends that is ready: with remarks where somebody had to say why. */
export function uitkomstVan({ bevindingen, botsingen }: Inleescontrole): Inleveruitkomst {
  const quiet = bevindingen.length === 0 && botsingen.length === 0;
  return quiet ? "overgenomen" : "overgenomen met opmerkingen";
}
