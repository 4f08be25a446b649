import { breuk, equals } from "#domain/breuk.ts";
import { type Plek, plekVan } from "#rules/cijfers/rekenvraag.ts";
import type { Verdelingsvraag } from "#rules/verdeling/index.ts";
import type { Rekenstap } from "#rules/verdeling/rekenstappen.ts";
import { standregelsOf } from "#rules/verdeling/rondaf.ts";
import type { Pas } from "#rules/verdeling/stapcontext.ts";
import { plekOf, type Stapvak } from "#rules/verdeling/stapvak.ts";
import { type Afronding, schrijfAfronding } from "./afrondkolommen.ts";
import { type Cel, formule, tekst, type Werkblad } from "./cellen.ts";
import { type Cijfervertaler, evenredigVan, type Hier } from "./cijfercellen.ts";
import {
  at,
  type Sleutelgegevens,
  schrijfGewichten,
  schrijfHerverdeelgewichten,
  zelfdeVerhouding,
} from "./gewichtkolommen.ts";
import {
  binnen,
  type Celgrens,
  type Grenslezing,
  geplaatst,
  leesGrenzen,
  schrijfGrenzen,
  schrijfOverschrijding,
} from "./grenskolommen.ts";
import { schrijfHerverdeling } from "./herverdeelkolommen.ts";
import { createRekentabel, type Tabelkolom } from "./tabel.ts";
import {
  alsDan,
  en,
  gedeeld,
  getal,
  heel,
  heelOmhoog,
  hoogstens,
  maal,
  meer,
  min,
  Onzegbaar,
  of,
  plus,
  type Uitdrukking,
} from "./uitdrukking.ts";

const NUL = getal(breuk(0));

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
  refuseUnsayable(gegevens);
  const { stap, opzet } = rekenstap;
  const tabel = createRekentabel(blad, top, vak.ids.length);
  tabel.kolom("wie", (i) => tekst(namen[i] ?? ""));
  const plekken = vak.rijen.map((rij) => plekOf(opzet.stand, rij, vak.onderdeel));
  const sleutelgegevens = withHier(gegevens, tabel, plekken);
  const sleutel = stap.sleutel ?? ({ soort: "naar-rato-van", van: UITKOMST } as const);
  const gewicht = schrijfGewichten(sleutel, sleutelgegevens);
  const deel = tabel.kolom(
    "deel",
    (i) => formule(gedeeld(maal(totaal, at(gewicht, i)), gewicht.som)),
    { som: true, stijl: "exact" },
  );
  const afronding: Afronding = {
    methode: rekenstap.methode,
    halven: stap.afronding.halven,
    maximum: vraag.document.opgave.als === "maximum",
    standregels: standregelsOf(stap, pas),
    ids: vak.ids,
    basis: gewicht,
  };
  const bounded = vak.regels.some((regels) => regels.length > 0);
  const first = bounded ? "zonder grens" : "uitkomst";
  const start = schrijfAfronding(tabel, first, deel, totaal, afronding);
  if (!bounded) return { uitkomst: start.cellen, einde: tabel.einde };
  return withBounds(gegevens, sleutelgegevens, { gewicht, deel, start, afronding });
}

const UITKOMST = { naam: "uitkomst", pad: [] } as const;

function refuseUnsayable({ rekenstap: { stap, methode }, vak }: Vakgegevens): void {
  const { veelvoud, per, restant } = stap.afronding;
  const wrong = [
    ...(stap.ruil ? ["een ruil wordt geboekt en niet berekend"] : []),
    ...(vak.volgorde ? ["op volgorde vullen is in een rekenblad niet te zeggen"] : []),
    ...(methode === "tweezijdig" ? ["tweezijdig afronden is in een rekenblad niet te zeggen"] : []),
    ...(veelvoud === 1n ? [] : [`afronden op veelvouden van ${veelvoud} staat hier in waarden`]),
    ...(per === "sleuteldeel" ? ["afronden per sleuteldeel staat hier in waarden"] : []),
    ...(restant === "laten" || methode === "grootste-rest"
      ? []
      : ["een restant dat iemand krijgt staat hier in waarden"]),
  ];
  if (wrong[0] !== undefined) throw new Onzegbaar(wrong[0]);
}

function withHier(
  { vertaler, uitkomst, vak, totaal, vraag }: Vakgegevens,
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
    ...(ingevuld ? { ingevuld } : {}),
  };
}

type Eerst = {
  readonly gewicht: Tabelkolom;
  readonly deel: Tabelkolom;
  readonly start: Tabelkolom;
  readonly afronding: Afronding;
};

function withBounds(
  { rekenstap, totaal, vak }: Vakgegevens,
  sleutelgegevens: Sleutelgegevens,
  { gewicht, deel, start, afronding }: Eerst,
): Vakblok {
  const { tabel } = sleutelgegevens;
  const { stap, keuze } = rekenstap;
  const written = schrijfGrenzen(stap, sleutelgegevens);
  const lezing = readingFor(afronding);
  const counted = leesGrenzen(tabel, written, lezing);
  const { teveel, tekort } = schrijfOverschrijding(tabel, start, counted);
  const weights = schrijfHerverdeelgewichten(
    stap.herverdeling?.naarRatoVan,
    gewicht,
    sleutelgegevens,
  );
  if (!zelfdeVerhouding(weights, vak.herverdeelgewichten)) {
    throw new Onzegbaar("wie geeft en neemt, komt in formules anders uit");
  }
  const sluitend = lezing === "heel" || afronding.methode === "geen";
  const bounds = sluitend
    ? innerBounds(sleutelgegevens, counted, start, keuze === "anderen")
    : written;
  const nothing = en(hoogstens(teveel.som, NUL), hoogstens(tekort.som, NUL));
  const fits = keuze === "anderen" ? undefined : hoogstens(teveel.som, tekort.som);
  const some = of(meer(teveel.som, NUL), meer(tekort.som, NUL));
  const nodig = fits ? en(some, fits) : some;
  const moved = schrijfHerverdeling(tabel, deel, weights, bounds, nodig);
  const within = schrijfAfronding(tabel, "binnen de grens", moved, totaal, afronding);
  const uitkomst = tabel.kolom(
    "uitkomst",
    (i) => {
      const placed = geplaatst(at(start, i), at(teveel, i), at(tekort, i));
      const inside = fits ? alsDan(fits, at(within, i), placed) : at(within, i);
      return formule(alsDan(nothing, at(start, i), inside));
    },
    { som: true },
  );
  const rest = fits ? alsDan(fits, NUL, min(teveel.som, tekort.som)) : NUL;
  return { uitkomst: uitkomst.cellen, open: rest, einde: tabel.einde };
}

/** With methods that divide to the last unit bounds hold in whole numbers; else as they are rounded. */
function readingFor({ methode, halven }: Afronding): Grenslezing {
  if (methode === "geen") return "zoals-ze-zijn";
  if (methode === "omhoog") return heelOmhoog;
  if (methode === "omlaag") return heel;
  if (methode !== "rekenkundig") return "heel";
  if (halven === "naar-even") throw new Onzegbaar("grenzen met halven naar even staan in waarden");
  return (n) => heel(plus(n, getal(breuk(1, 2))));
}

/** Who has no weight keeps what it has; without `anderen` nobody's part grows past the first round. */
function innerBounds(
  { tabel, vak }: Sleutelgegevens,
  grenzen: readonly Celgrens[],
  start: Tabelkolom,
  anderen: boolean,
): readonly Celgrens[] {
  const still = (i: number) => equals(vak.herverdeelgewichten[i] ?? breuk(0), breuk(0));
  const every = grenzen.map((_, i) => i);
  if (anderen && !every.some(still)) return grenzen;
  const kept = tabel.kolom("houdt hoogstens", (i) =>
    formule(binnen(at(start, i), grenzen[i] ?? {})),
  );
  return every.map((i) => {
    const own = at(kept, i);
    if (still(i)) return { onder: own, boven: own };
    return anderen ? (grenzen[i] ?? {}) : { ...grenzen[i], boven: own };
  });
}
