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
import type { InDelen } from "./in-delen.ts";
import type { Inleeskennis } from "./kennis.ts";
import { type Bladlezing, leesBlad } from "./lees-blad.ts";
import { createTelling, findOpvallend } from "./opvallend.ts";
import { toetsTotalen } from "./totalen.ts";
import { findOntbrekend, type Regioleden } from "./volledig.ts";
import { type Koppelvraag, listVragen } from "./vragen.ts";

/** What a delivery is read from. */
export type Inleesopdracht = {
  readonly werkmap: Werkmap;
  readonly koppelingen: readonly Koppeling[];
  readonly verbeteringen: readonly Verbetering[];
  readonly kop: Inleverkop;
  readonly kennis: Inleeskennis;
};

/** A delivery as it was read, before it is laid beside what counts now. */
export type Inlezing = Pick<Inleesopdracht, "kop" | "kennis"> & {
  readonly vragen: readonly Koppelvraag[];
  readonly bladen: readonly Bladlezing[];
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

/** Reads the sheets of a delivery that have a koppeling, with the cells that people mended. */
export function* leesInlevering(opdracht: Inleesopdracht): InDelen<Inlezing> {
  const { werkmap, koppelingen, verbeteringen, kop, kennis } = opdracht;
  const bladen = koppelingen.flatMap((koppeling) => {
    const found = werkmap.bladen.find(({ naam }) => naam === koppeling.blad);
    return found ? [{ koppeling, blad: metVerbeteringen(found, verbeteringen) }] : [];
  });
  const vragen: Koppelvraag[] = [];
  const gelezen: Bladlezing[] = [];
  for (const { koppeling, blad } of bladen) {
    vragen.push(...listVragen(koppeling, blad, kop, kennis));
    yield;
    gelezen.push(yield* leesBlad(blad, koppeling, kop, kennis));
  }
  return { kop, kennis, vragen, bladen: gelezen };
}

/** The figures of which something is in a delivery, by id. */
export function indicatorenIn({ bladen }: Inlezing): readonly string[] {
  const all = bladen.flatMap(({ cijfers }) => cijfers);
  return [...new Set(all.map(({ waarneming }) => waarneming.indicator))];
}

/**
 * Checks a delivery as it was read, beside what counts now of its figures, of every sender; nothing
 * is kept and nothing is chosen.
 */
export function* controleer(
  { kop, kennis, vragen, bladen }: Inlezing,
  tellend: readonly Tellendcijfer[],
  regio?: Regioleden,
): InDelen<Inleescontrole> {
  const { cijfers, bevindingen: dubbel } = zonderDubbelen(bladen.flatMap((blad) => blad.cijfers));
  yield;
  const telling = createTelling(tellend);
  const totalen = bladen.flatMap((blad) => toetsTotalen(blad, kennis));
  yield;
  const opvallend = findOpvallend(cijfers, telling, kennis);
  yield;
  const ontbrekend = regio ? findOntbrekend(cijfers, regio, kennis) : [];
  const botsingen = findBotsingen(cijfers, telling, kop.afzender);
  yield;
  return {
    vragen,
    cijfers,
    overgeslagen: bladen.flatMap(({ overgeslagen }) => overgeslagen),
    bevindingen: [
      ...bladen.flatMap(({ bevindingen }) => bevindingen),
      ...dubbel,
      ...totalen,
      ...opvallend,
      ...ontbrekend,
    ],
    botsingen,
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
