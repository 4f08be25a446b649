import { breuk, subtract } from "#domain/breuk.ts";
import { type Plek, plekVan } from "#rules/cijfers/rekenvraag.ts";
import { roundsWithinBounds } from "#rules/verdeling/afronden.ts";
import type { Verdelingsvraag } from "#rules/verdeling/index.ts";
import type { Vulvolgorde } from "#rules/verdeling/op-volgorde.ts";
import type { Rekenstap } from "#rules/verdeling/rekenstappen.ts";
import { standregelsOf } from "#rules/verdeling/rondaf.ts";
import type { Pas } from "#rules/verdeling/stapcontext.ts";
import { plekOf, type Stapvak } from "#rules/verdeling/stapvak.ts";
import { type Afronding, schrijfAfronding, schrijfPerDeel } from "./afrondkolommen.ts";
import { type Cel, formule, tekst, type Werkblad, waarde } from "./cellen.ts";
import { type Cijfervertaler, evenredigVan, type Hier } from "./cijfercellen.ts";
import {
  at,
  type Sleutelgegevens,
  schrijfGewichten,
  type Uitkomstvinder,
} from "./gewichtkolommen.ts";
import { readingFor, schrijfBinnenGrenzen } from "./grensblok.ts";
import { leesGrenzen, schrijfGrenzen } from "./grenskolommen.ts";
import { type Padstand, schrijfPadvak } from "./padkolommen.ts";
import { createRekentabel, type Rekentabel, type Tabelkolom } from "./tabel.ts";
import {
  gedeeld,
  getal,
  grootste,
  maal,
  min,
  Onzegbaar,
  plus,
  type Uitdrukking,
} from "./uitdrukking.ts";
import { schrijfVolgorde } from "./volgordekolommen.ts";

const NUL = getal(breuk(0));
const TWEEZIJDIG = "tweezijdig afronden kijkt naar alle rijen en kolommen tegelijk";

export type Vakgegevens = {
  readonly blad: Werkblad;
  readonly top: number;
  readonly vraag: Verdelingsvraag;
  readonly pas: Pas;
  readonly rekenstap: Rekenstap;
  readonly vak: Stapvak;
  /** How the rows are called. */
  readonly namen: readonly string[];
  readonly totaal: Uitdrukking;
  readonly vertaler: Cijfervertaler;
  readonly uitkomst: Hier["uitkomst"];
  readonly uitkomstVan: Uitkomstvinder;
  /** Set on a path, where this is one periode of it. */
  readonly pad?: Padstand;
};

/** A vak in columns: the outcome of each row, what stays open together, and where it ends. */
export type Vakblok = {
  readonly uitkomst: readonly Cel[];
  readonly open?: Uitdrukking;
  readonly einde: number;
};

/**
 * Writes the whole of one vak: shares, first round, bounds, what does not fit, redistribution, and
 * rounding within bounds.
 *
 * @throws Onzegbaar where a part of it cannot be said in formulas, or comes out otherwise.
 */
export function schrijfVak(gegevens: Vakgegevens): Vakblok {
  const { blad, top, rekenstap, vak, namen, totaal, vraag, pas } = gegevens;
  if (rekenstap.methode === "tweezijdig") throw new Onzegbaar(TWEEZIJDIG);
  const { stap, opzet } = rekenstap;
  const tabel = createRekentabel(blad, top, vak.ids.length);
  tabel.kolom("wie", (i) => tekst(namen[i] ?? ""));
  const plekken = vak.rijen.map((rij) => plekOf(opzet.stand, rij, vak.onderdeel));
  const sleutelgegevens = withHier(gegevens, tabel, plekken);
  const sleutel = stap.sleutel ?? ({ soort: "naar-rato-van", van: UITKOMST } as const);
  const afrondingVan = (basis: Tabelkolom): Afronding => ({
    methode: rekenstap.methode,
    halven: stap.afronding.halven,
    maximum: vraag.document.opgave.als === "maximum",
    standregels: standregelsOf(stap, pas),
    ids: vak.ids,
    basis,
    veelvoud: stap.afronding.veelvoud,
    restant: stap.afronding.restant,
  });
  const { pad } = gegevens;
  if (pad) {
    const own = schrijfPadvak(sleutelgegevens, sleutel, totaal, pad, afrondingVan);
    return { uitkomst: own.cellen, einde: tabel.einde };
  }
  if (vak.volgorde) return inOrder(gegevens, sleutelgegevens, vak.volgorde, afrondingVan);
  const { gewicht, delen: sleuteldelen } = schrijfGewichten(sleutel, sleutelgegevens);
  const deel = tabel.kolom(
    "deel",
    (i) => formule(gedeeld(maal(totaal, at(gewicht, i)), gewicht.som)),
    { som: true, stijl: "exact" },
  );
  if (stap.ruil) return exchanged(gegevens, tabel, deel);
  const afronding = afrondingVan(gewicht);
  const bounded = vak.regels.some((regels) => regels.length > 0);
  const titel = bounded ? "zonder grens" : "uitkomst";
  const start =
    vak.sleuteldelen && afronding.methode !== "geen"
      ? schrijfPerDeel(tabel, titel, sleuteldelen, totaal, afronding)
      : schrijfAfronding(tabel, titel, { delen: deel, totaal, maat: deel }, afronding);
  if (!bounded) {
    const open = restOf(start, totaal, afronding);
    return { uitkomst: start.cellen, ...(open ? { open } : {}), einde: tabel.einde };
  }
  const first = { gewicht, deel, start, afronding };
  const { uitkomst, rest } = schrijfBinnenGrenzen(rekenstap, totaal, sleutelgegevens, first);
  const open = restOf(uitkomst, totaal, afronding) ?? rest;
  return { uitkomst: uitkomst.cellen, open, einde: tabel.einde };
}

const UITKOMST = { naam: "uitkomst", pad: [] } as const;

/** What is no whole number or multiple stays open, with a method that divides to the last unit. */
function restOf(
  uitkomst: Tabelkolom,
  totaal: Uitdrukking,
  { methode, veelvoud }: Afronding,
): Uitdrukking | undefined {
  const whole = veelvoud === 1n && totaal.waarde().noemer === 1n;
  if (!roundsWithinBounds(methode) || whole) return undefined;
  return grootste(NUL, min(totaal, uitkomst.som));
}

/** Filled up in order, within bounds as the method reads them. */
function inOrder(
  { totaal, rekenstap: { stap }, vak }: Vakgegevens,
  sleutelgegevens: Sleutelgegevens,
  volgorde: Vulvolgorde,
  afrondingVan: (basis: Tabelkolom) => Afronding,
): Vakblok {
  const { tabel } = sleutelgegevens;
  const afronding = afrondingVan({ cellen: [], som: NUL });
  const lezing = readingFor(afronding);
  const grenzen = leesGrenzen(tabel, schrijfGrenzen(stap, sleutelgegevens), lezing);
  const rond = (n: Uitdrukking) => (lezing === "zoals-ze-zijn" ? n : lezing.boven(n));
  const { uitkomst, open } = schrijfVolgorde(tabel, volgorde, totaal, grenzen, rond);
  if (vak.ids.length === 0) throw new Onzegbaar("er is niemand om over te verdelen");
  return { uitkomst: uitkomst.cellen, open, einde: tabel.einde };
}

/** What people agreed to exchange stands there as they said it; together it must be nothing. */
function exchanged(
  { rekenstap: { na }, vak }: Vakgegevens,
  tabel: Rekentabel,
  deel: Tabelkolom,
): Vakblok {
  const after = (i: number) => na.waarden[vak.rijen[i] ?? -1]?.[vak.kolom] ?? breuk(0);
  const geruild = tabel.kolom(
    "geruild",
    (i) => waarde(subtract(after(i), vak.delen[i] ?? breuk(0))),
    { som: true, stijl: "invoer" },
  );
  const uitkomst = tabel.kolom("uitkomst", (i) => formule(plus(at(deel, i), at(geruild, i))), {
    som: true,
  });
  return { uitkomst: uitkomst.cellen, einde: tabel.einde };
}

function withHier(
  { vertaler, uitkomst, vak, totaal, vraag, pas, uitkomstVan }: Vakgegevens,
  tabel: Sleutelgegevens["tabel"],
  plekken: readonly Plek[],
): Sleutelgegevens {
  const hier: Hier = {
    uitkomst,
    evenredig: (aan, plek) => {
      const all = plekken.map((place) => vertaler.verwijzing(aan, place, hier));
      return evenredigVan(totaal, vertaler.verwijzing(aan, plek, hier), all);
    },
  };
  const groep = vak.sleutelnaam.split("|")[0] ?? "";
  const geheel = plekVan(groep ? groep.split("/") : [], vak.onderdeel, plekken[0]?.assen);
  const { sleutel: ingevuld } = vraag.ingevuld;
  return {
    tabel,
    vak,
    plekken,
    geheel,
    vertaler,
    hier,
    cijfers: vraag.cijfers,
    gebied: vraag.gebied,
    andere: { aantallen: pas.andere, cel: uitkomstVan },
    ...(ingevuld ? { ingevuld } : {}),
  };
}
