import { documentnaam } from "#domain/document.ts";
import type { Eisoordeel, Toetseenheid, ToetsUitkomst } from "#domain/oordeel.ts";
import { parseMoment } from "#domain/peildatum.ts";
import type { Fase, Toets } from "#domain/toets.ts";
import type { GebruiktCijfer, Melding, Ontbrekend } from "#domain/uitkomst.ts";
import { findBotsingen, normOf } from "./botsing.ts";
import { allLeaves } from "./eisverslag.ts";
import { readMeetperiode } from "./meetperiode.ts";
import { refusedBesluiten } from "./ontheffing.ts";
import { type Geoordeeld, judgeEis, type Toetsstand } from "./oordeel.ts";
import { readOvergang } from "./overgang.ts";
import {
  type Beoordeelde,
  createToetslezer,
  isWhole,
  judgedIn,
  type Toetsvraag,
} from "./toetsvraag.ts";

/**
 * Carries out a toets at a level: per unit, eis and fase a verdict, with what is short.
 *
 * One unit of which nothing is known does not hide the others; units stand in the order of the
 * gebied and none is ranked. What people must set, decide or deliver comes back in `meldingen`,
 * and a document that asks more than the norm it adds to in `botsingen`, with both verdicts.
 */
export function computeToets(vraag: Toetsvraag): ToetsUitkomst {
  const { document, gebied, op, niveau } = vraag;
  const stand = readStand(vraag);
  const judged = judgedIn(vraag).map((unit) => judgeUnit(unit, stand));
  const meldingen = judged.flatMap(({ meldingen: found }) => found);
  const eenheden = judged.map(({ eenheid }) => eenheid);
  const oordelen = eenheden.flatMap((unit) => unit.oordelen);
  const norm = normOf(vraag);
  const normvraag = norm && askNorm(vraag, norm);
  const { periode } = stand.meetperiode;
  return {
    document: documentnaam(document),
    titel: document.titel,
    bron: document.bron,
    gebied: gebied.id,
    niveau,
    ...(op === undefined ? {} : { op }),
    ...(periode === undefined ? {} : { meetperiode: periode }),
    eenheden,
    ...(stand.overgang ? { overgang: stand.overgang.stand } : {}),
    botsingen: normvraag ? findBotsingen(vraag, normvraag) : [],
    ...(normvraag ? { norm: computeToets(normvraag) } : {}),
    meldingen: [
      ...refusedBesluiten(vraag),
      ...onceEach(meldingen),
      ...incomplete(oordelen.flatMap(({ ontbreekt }) => ontbreekt)),
    ],
    gebruikt: usedIn(oordelen),
    opmerkingen: validityRemarks(document, op),
  };
}

function readStand(vraag: Toetsvraag): Toetsstand {
  const { overgang } = vraag.document;
  return {
    vraag,
    meetperiode: readMeetperiode(vraag),
    vooraf: unsureMembers(vraag),
    ...(overgang
      ? { overgang: readOvergang(overgang, vraag.op, createToetslezer(vraag).lezer) }
      : {}),
  };
}

/** A whole of which nobody knows who belongs to it is not judged; its units by themselves are. */
function unsureMembers(vraag: Toetsvraag): readonly Melding[] {
  const { gebied } = vraag;
  if (!isWhole(vraag.niveau)) return [];
  return gebied.onzeker.map((naam) => ({
    soort: "onbepaald",
    wat: `${naam} in ${gebied.id}`,
    waarom: `Of ${naam} bij ${gebied.titel} hoort, is niet zeker. Daarover beslist eerst een mens.`,
  }));
}

function judgeUnit(
  unit: Beoordeelde,
  stand: Toetsstand,
): { readonly eenheid: Toetseenheid; readonly meldingen: readonly Melding[] } {
  const fasen = fasenOf(stand.vraag);
  const judged: readonly Geoordeeld[] = Object.keys(stand.vraag.document.eisen).flatMap((naam) =>
    fasen.map((fase) => judgeEis(naam, unit, fase, stand)),
  );
  const { id, naam, deelregio } = unit;
  return {
    eenheid: {
      id,
      naam,
      ...(deelregio === undefined ? {} : { deelregio }),
      oordelen: judged.map(({ oordeel }) => oordeel),
    },
    meldingen: judged.flatMap(({ meldingen }) => meldingen),
  };
}

/** The fase of the figures where that was said, else each that the document measures. */
function fasenOf({ fase, document }: Toetsvraag): readonly (Fase | undefined)[] {
  if (fase) return [fase];
  return document.meetOp.length > 0 ? document.meetOp : [undefined];
}

/** The norm on the same figures; what was filled in counts where it has that parameter too. */
function askNorm(vraag: Toetsvraag, norm: Toets): Toetsvraag {
  const shared = Object.entries(vraag.ingevuld.parameters).filter(
    ([naam]) => naam in norm.parameters,
  );
  return {
    ...vraag,
    document: norm,
    ingevuld: { parameters: Object.fromEntries(shared) },
    // A decision or an explanation was given for the document that was asked.
    besluiten: [],
    uitleg: [],
  };
}

function onceEach(meldingen: readonly Melding[]): readonly Melding[] {
  const byName = new Map(meldingen.map((melding) => [nameOf(melding), melding] as const));
  return [...byName.values()];
}

function nameOf(melding: Melding): string {
  if (melding.soort === "onbepaald") return `onbepaald ${melding.wat}`;
  return melding.soort === "geweigerd"
    ? `geweigerd ${melding.regel} ${melding.reden}`
    : melding.soort;
}

function incomplete(missing: readonly Ontbrekend[]): readonly Melding[] {
  const once = new Map(
    missing.map((item) => [`${item.cijfer}|${item.van ?? ""}|${item.moment ?? ""}`, item] as const),
  );
  return once.size === 0 ? [] : [{ soort: "onvolledig", ontbreekt: [...once.values()] }];
}

function usedIn(oordelen: readonly Eisoordeel[]): readonly GebruiktCijfer[] {
  const all = oordelen.flatMap(({ verslag }) =>
    allLeaves(verslag).flatMap(({ gebruikt }) => gebruikt),
  );
  const once = new Map(
    all.map((item) => [
      [item.indicator, item.gebied, ...item.cel, item.moment ?? ""].join("|"),
      item,
    ]),
  );
  return [...once.values()];
}

function validityRemarks({ geldigVan, geldigTot }: Toets, op: string | undefined): string[] {
  const day = op === undefined ? undefined : parseMoment(op)?.van;
  if (day === undefined) return [];
  if (geldigVan !== undefined && day < geldigVan) {
    return [`dit document geldt pas vanaf ${geldigVan}`];
  }
  return geldigTot !== undefined && geldigTot < day ? [`dit document gold tot ${geldigTot}`] : [];
}
