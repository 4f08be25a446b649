import { documentnaam } from "#domain/document.ts";
import type { Eis } from "#domain/eis.ts";
import {
  BOVEN_NORM,
  type Eisoordeel,
  type Eisverslag,
  MET_ONTHEFFING,
  type Ontheffingsbesluit,
  type Oordeel,
  type Vastgelegd,
} from "#domain/oordeel.ts";
import type { Fase } from "#domain/toets.ts";
import type { Melding, Ontbrekend } from "#domain/uitkomst.ts";
import { allLeaves, askedLeaves, openNodes, reportEis } from "./eisverslag.ts";
import { replaceGrens } from "./eisvorm.ts";
import { findGat, isAbove } from "./gat.ts";
import { type Meetperiode, measureOver } from "./meetperiode.ts";
import { findOntheffing, missingPieces } from "./ontheffing.ts";
import type { Overgang } from "./overgang.ts";
import { type Beoordeelde, createToetslezer, placeOf, type Toetsvraag } from "./toetsvraag.ts";
import { readVastgelegd } from "./vastgelegd.ts";

/** What is the same for every verdict of one run. */
export type Toetsstand = {
  readonly vraag: Toetsvraag;
  readonly meetperiode: Meetperiode;
  /** What must be settled before anything can be said of this place. */
  readonly vooraf: readonly Melding[];
  readonly overgang?: Overgang;
};

/** A verdict with the parameters that people must set first. */
export type Geoordeeld = { readonly oordeel: Eisoordeel; readonly meldingen: readonly Melding[] };

type Woord = {
  readonly oordeel: Oordeel;
  readonly opmerkingen?: readonly string[];
  readonly meldingen?: readonly Melding[];
  readonly ontbreekt?: readonly Ontbrekend[];
  readonly uitleg?: string;
};

/**
 * The verdict on one eis for one unit.
 *
 * The kernel knows met, not met, not applicable and unknown. Words come of it in this order:
 * `beginsel` (does one have to explain), `ontheffing` (is there another limit), `overgang` (is
 * there still time). A figure that is missing is never a pass or a fail.
 */
export function judgeEis(
  naam: string,
  beoordeelde: Beoordeelde,
  fase: Fase | undefined,
  stand: Toetsstand,
): Geoordeeld {
  const { vraag, meetperiode } = stand;
  const written = vraag.document.eisen[naam];
  if (!written) throw new Error(`no eis ${naam} in ${documentnaam(vraag.document)}`);
  const eis = measureOver(written, meetperiode.periode, vraag);
  const own = evaluate(eis, naam, beoordeelde, fase, vraag);
  const relieved = relieve(eis, naam, beoordeelde, fase, own, vraag);
  const verslag = relieved?.verslag ?? own;
  const { meldingen = [], ...word } = notHere(vraag) ?? wordFor(naam, beoordeelde, verslag, stand);
  const oordeel: Eisoordeel = {
    eis: naam,
    ...(fase ? { fase } : {}),
    oordeel: word.oordeel,
    opmerkingen: word.opmerkingen ?? [],
    ...(word.uitleg === undefined ? {} : { uitleg: word.uitleg }),
    verslag,
    ontbreekt: word.ontbreekt ?? [],
    onbepaald: meldingen.flatMap((melding) => (melding.soort === "onbepaald" ? [melding.wat] : [])),
  };
  if (word.oordeel === "niet-van-toepassing") return { meldingen, oordeel };
  const vast = readVastgelegd(eis, beoordeelde, fase, vraag);
  return { meldingen, oordeel: withDetails(oordeel, relieved, vast, vraag) };
}

/** What is said beside a verdict that counts: how many short, and on which footing. */
function withDetails(
  oordeel: Eisoordeel,
  relieved: Ontheven | undefined,
  vast: Vastgelegd | undefined,
  vraag: Toetsvraag,
): Eisoordeel {
  const { verslag } = oordeel;
  const gat = verslag.waarheid === "nee" ? findGat(verslag) : undefined;
  return {
    ...oordeel,
    ...(gat ? { gat } : {}),
    opmerkingen: [
      ...oordeel.opmerkingen,
      ...(relieved?.opmerkingen ?? []),
      ...remarksOn(verslag, relieved !== undefined),
      ...phaseRemark(verslag, vraag),
    ],
    ...(relieved ? { ontheffing: relieved.besluit } : {}),
    ...(vast ? { vastgelegd: vast } : {}),
  };
}

type Ontheven = {
  readonly besluit: Ontheffingsbesluit;
  readonly verslag: Eisverslag;
  readonly opmerkingen: readonly string[];
};

function evaluate(
  eis: Eis,
  naam: string,
  { pad }: Beoordeelde,
  fase: Fase | undefined,
  vraag: Toetsvraag,
): Eisverslag {
  return reportEis(eis, `eisen.${naam}`, placeOf(pad, fase), () => createToetslezer(vraag));
}

/** The same eis with the limit of a decision, where it is not met without it. */
function relieve(
  eis: Eis,
  naam: string,
  beoordeelde: Beoordeelde,
  fase: Fase | undefined,
  own: Eisverslag,
  vraag: Toetsvraag,
): Ontheven | undefined {
  const besluit = findOntheffing(naam, beoordeelde.id, vraag);
  if (!besluit || own.waarheid === "ja") return undefined;
  const verslag = evaluate(replaceGrens(eis, besluit), naam, beoordeelde, fase, vraag);
  const missing = missingPieces(besluit, vraag.document);
  return {
    besluit,
    verslag,
    opmerkingen: [
      ...(verslag.waarheid === "ja" ? [MET_ONTHEFFING] : []),
      ...(missing.length > 0 ? [`bij de ontheffing ontbreekt: ${missing.join(", ")}`] : []),
    ],
  };
}

/** At a level where the norm does not hold the share is shown, and no verdict is given (F003). */
function notHere({ document, niveau }: Toetsvraag): Woord | undefined {
  if (document.niveau.includes(niveau)) return undefined;
  const reason = document.nietOpNiveau[niveau];
  const levels = document.niveau.join(" of ");
  return {
    oordeel: "niet-van-toepassing",
    opmerkingen: [reason ?? `deze toets geldt per ${levels}, niet per ${niveau}`],
  };
}

function wordFor(
  naam: string,
  beoordeelde: Beoordeelde,
  verslag: Eisverslag,
  { vraag, meetperiode, vooraf, overgang }: Toetsstand,
): Woord {
  const { document } = vraag;
  if (document.overgang?.totDan === "niet-toetsen" && overgang) {
    if (overgang.stand.loopt === undefined) {
      return { oordeel: "onbepaald", meldingen: overgang.meldingen };
    }
    if (overgang.stand.loopt) {
      return { oordeel: "niet-van-toepassing", opmerkingen: ["de overgang loopt nog"] };
    }
  }
  const open = unknownWord(verslag, [...vooraf, ...meetperiode.meldingen]);
  if (open) return open;
  if (verslag.waarheid === "ja") return { oordeel: "voldoet" };
  const { oordeel, uitleg } = notMet(naam, beoordeelde, vraag);
  if (oordeel !== "voldoet-niet" || !overgang) {
    return { oordeel, ...(uitleg === undefined ? {} : { uitleg }) };
  }
  if (overgang.stand.loopt === undefined) {
    return { oordeel: "onbepaald", meldingen: overgang.meldingen };
  }
  return { oordeel: overgang.stand.loopt ? "ingroeipad" : "voldoet-niet" };
}

/** Nobody can tell: because people must set something first, or because a figure is missing. */
function unknownWord(verslag: Eisverslag, first: readonly Melding[]): Woord | undefined {
  const nodes = openNodes(verslag);
  const meldingen = [...first, ...nodes.flatMap((node) => node.meldingen)];
  const ontbreekt = nodes.flatMap((node) => node.ontbreekt);
  if (meldingen.length > 0) return { oordeel: "onbepaald", meldingen, ontbreekt };
  if (nodes.length === 0) return undefined;
  return { oordeel: ontbreekt.length > 0 ? "onvolledig" : "onbepaald", ontbreekt };
}

/** Pas toe of leg uit never blocks: there is an explanation, or it is still missing (F160). */
function notMet(
  naam: string,
  { id }: Beoordeelde,
  { document, uitleg }: Toetsvraag,
): { readonly oordeel: Oordeel; readonly uitleg?: string } {
  if (document.beginsel === "hard") return { oordeel: "voldoet-niet" };
  const given = uitleg.find(
    ({ eis, eenheid, tekst }) =>
      eis === naam && (eenheid === undefined || eenheid === id) && tekst.trim() !== "",
  );
  if (!given) return { oordeel: "uitleg-ontbreekt" };
  return { oordeel: "afgeweken-met-uitleg", uitleg: given.tekst };
}

function remarksOn(verslag: Eisverslag, relieved: boolean): readonly string[] {
  const leaves = askedLeaves(verslag);
  const absent = leaves.flatMap(({ afwezig = [] }) => afwezig.map((wat) => `${wat} ontbreekt`));
  const above = leaves.flatMap(({ vergelijking }) => (vergelijking ? [isAbove(vergelijking)] : []));
  const over = verslag.waarheid === "ja" && !relieved && above.length > 0 && !above.includes(false);
  const rough = allLeaves(verslag).some(({ vergelijking }) => vergelijking?.binnenMarge);
  const empty = verslag.waarheid === "ja" && verslag.soort === "als" && leaves.length === 0;
  return [
    ...absent,
    ...(over ? [BOVEN_NORM] : []),
    ...(rough ? ["binnen de onzekerheid van de cijfers"] : []),
    ...(empty ? ["de voorwaarde geldt hier niet, er wordt niets gevraagd"] : []),
  ];
}

/** Where both fasen got the same figure nobody split it: then the label says less than it seems. */
function phaseRemark(verslag: Eisverslag, { fase, document }: Toetsvraag): readonly string[] {
  if (fase !== undefined || document.meetOp.length === 0) return [];
  const used = allLeaves(verslag).flatMap(({ gebruikt }) => gebruikt);
  const split = used.some(({ cel }) => document.meetOp.some((item) => cel.includes(item)));
  return used.length === 0 || split ? [] : ["de cijfers zijn niet gesplitst naar fase"];
}
