import { isZero, subtract } from "#domain/breuk.ts";
import type { Herindelingen } from "#domain/herindeling.ts";
import { BETROUWBAARHEDEN, type Betrouwbaarheid, type Indicator } from "#domain/indicator.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";
import type { Cijferbron, Waarneming } from "#domain/waarneming.ts";
import { between, withMarge } from "../band.ts";
import { addStukken, type Overzetting, weighStukken } from "./overzetten.ts";
import { describeOverzetting, type Weging } from "./rekening.ts";
import type { Stuk } from "./samenstelling.ts";
import { findWeights } from "./weging.ts";

/** One part of a new gemeente with the figure of it. */
export type Deel = { readonly stuk: Stuk; readonly waarneming: Waarneming };

type Vraag = {
  readonly gebied: string;
  /** A figure of every part, all of one cell and moment. */
  readonly delen: readonly Deel[];
  readonly indicator: Indicator | undefined;
  readonly cijfers: Cijferbron;
  readonly naamVan: Herindelingen["naamVan"];
};

/** How a figure came about; `onbekend` where one of its parts was told to be unknown. */
export type Overzettingsoort = Overzetting["soort"] | "onbekend";

export type Overgezet = { readonly soort: Overzettingsoort; readonly waarneming: Waarneming };

/**
 * The figure of a gemeente made of those of its parts; undefined where it cannot be made.
 *
 * A code, a date or a term of two gemeenten says nothing about the one they became. A share that has
 * a formule is left to the formule, over what was carried over.
 */
export function carryWaarneming(vraag: Vraag): Overgezet | undefined {
  const { delen, gebied } = vraag;
  const [first] = delen;
  if (!first) return undefined;
  const { indicator, cel, moment } = first.waarneming;
  const head = { indicator, cel, gebied, ...(moment === undefined ? {} : { moment }) };
  const tail = describeSources(delen);
  if (delen.some(({ waarneming }) => waarneming.inhoud.soort === "onbekend")) {
    const opmerking = tell("onbekend", vraag);
    const waarneming = { ...head, inhoud: { soort: "onbekend" } as const, ...tail, opmerking };
    return { soort: "onbekend", waarneming };
  }
  const found = carryNumber(vraag);
  if (!found) return undefined;
  const { soort, waarde } = found.overzetting;
  const wide = !isZero(subtract(waarde.hoog, waarde.laag));
  const room = wide ? { laag: waarde.laag, hoog: waarde.hoog } : {};
  const waarneming: Waarneming = {
    ...head,
    inhoud: { soort: "getal", waarde: waarde.midden, ...room },
    ...tail,
    ...(soort === "exact" ? {} : { betrouwbaarheid: atBest("geschat", tail.betrouwbaarheid) }),
    opmerking: tell(soort, vraag, found.weging),
  };
  return { soort, waarneming };
}

type Getal = { readonly overzetting: Overzetting; readonly weging?: Weging };

function carryNumber({ delen, indicator, cijfers }: Vraag): Getal | undefined {
  const stukken = delen.map(({ stuk }) => stuk);
  const bands = new Map(
    delen.map(({ stuk, waarneming }) => [stuk.code, bandOf(waarneming, indicator)] as const),
  );
  const lees = (code: string) => bands.get(code);
  if (indicator?.optelbaar ?? true) {
    const overzetting = addStukken(stukken, lees);
    return overzetting && { overzetting };
  }
  if (indicator?.formule || indicator?.gewicht === undefined) return undefined;
  const moment = delen[0]?.waarneming.moment;
  const weights = findWeights(cijfers, indicator.gewicht, [...bands.keys()], moment);
  const overzetting = weights && weighStukken(stukken, lees, weights.lees);
  return overzetting && { overzetting, weging: weights.weging };
}

function bandOf({ inhoud }: Waarneming, indicator: Indicator | undefined): Bandbreedte | undefined {
  if (inhoud.soort !== "getal") return undefined;
  const { waarde, laag, hoog } = inhoud;
  return laag && hoog ? between(laag, hoog, waarde) : withMarge(waarde, indicator);
}

function tell(soort: Overzettingsoort, { delen, naamVan }: Vraag, weging?: Weging): string {
  const stukken = delen.map(({ stuk }) => stuk);
  const remarks = delen.flatMap(({ stuk, waarneming: { opmerking } }) =>
    opmerking ? [`${naamVan(stuk.code)}: ${opmerking}`] : [],
  );
  return [describeOverzetting(soort, stukken, naamVan, weging), ...remarks].join("; ");
}

/** What the whole rests on: every source, and the least certain of its parts. */
function describeSources(
  delen: readonly Deel[],
): Pick<Waarneming, "bron" | "betrouwbaarheid" | "status"> {
  const all = delen.map(({ waarneming }) => waarneming);
  const certain = all.flatMap(({ betrouwbaarheid }) => betrouwbaarheid ?? []);
  const betrouwbaarheid = certain.reduce<Betrouwbaarheid | undefined>(
    (worst, next) => atBest(next, worst),
    undefined,
  );
  const status = STATUS.find((word) => all.some((waarneming) => waarneming.status === word));
  return {
    bron: [...new Set(all.map(({ bron }) => bron))].join("; "),
    ...(betrouwbaarheid ? { betrouwbaarheid } : {}),
    ...(status ? { status } : {}),
  };
}

const STATUS = ["voorbeeld", "voorlopig", "vast"] as const;

function atBest(a: Betrouwbaarheid, b: Betrouwbaarheid | undefined): Betrouwbaarheid {
  if (b === undefined) return a;
  return BETROUWBAARHEDEN.indexOf(a) >= BETROUWBAARHEDEN.indexOf(b) ? a : b;
}
