import { breuk, compare } from "#domain/breuk.ts";
import type { Delermethode } from "#rules/verdeling/delermethode.ts";
import { type Cel, formule, schrijfBereik } from "./cellen.ts";
import { at } from "./gewichtkolommen.ts";
import type { Celgrens } from "./grenskolommen.ts";
import { rankBy, type Standgegevens, standkolommen } from "./rangkolommen.ts";
import type { Rekentabel, Tabelkolom } from "./tabel.ts";
import {
  alsDan,
  BESLUIT_NODIG,
  type Bewering,
  en,
  evenveel,
  gedeeld,
  getal,
  grootste,
  heel,
  heelOmhoog,
  hoogstens,
  kleinste,
  maal,
  meer,
  min,
  Onzegbaar,
  plus,
  type Uitdrukking,
} from "./uitdrukking.ts";

const NUL = getal(breuk(0));
const EEN = getal(breuk(1));
const HALF = getal(breuk(1, 2));
/** The quotient of a number that everybody has by right: larger than any other. */
const EINDELOOS = getal(breuk(1_000_000_000));
/** Of a number that nobody can have, and of one that nobody can lose. */
const NOOIT = getal(breuk(-1));
const VASTHOUDEN = getal(breuk(3_000_000_000n));
const NIEMAND = getal(breuk(2_000_000_000));

/** Numbers before and behind the first guess of which the quotient is written out. */
const ERNAAST = 3;

type Delervraag = {
  readonly delen: Tabelkolom;
  /** What is divided by the signposts: weights as parts of the total. */
  readonly maat: Tabelkolom;
  readonly grenzen?: readonly Celgrens[];
  /** The total as a whole number. */
  readonly heel: Uitdrukking;
};

/**
 * A divisor method as the table of quotients that it is: the total goes to the highest quotients.
 *
 * Only those near a first guess are written out. Whoever would need one outside the table is #N/A:
 * the check is part of the formula, so other figures never give a wrong number in silence.
 */
export function schrijfDeler(
  tabel: Rekentabel,
  titel: string,
  methode: Delermethode,
  { delen, maat, grenzen, heel: totaal }: Delervraag,
  stand: Standgegevens,
): Tabelkolom {
  const grens = (i: number) => grenzen?.[i] ?? {};
  const onder = (i: number) => grens(i).onder ?? NUL;
  const half = gedeeld(getal(breuk(delen.cellen.length, 2)), delen.som);
  const vast = tabel.kolom(
    "alvast",
    (i) => {
      const guess = guessFor(methode, at(delen, i), half);
      const below = min(guess, getal(breuk(ERNAAST)));
      const { boven } = grens(i);
      return formule(grootste(onder(i), boven ? kleinste(below, boven) : below));
    },
    { som: true },
  );
  const quotient = (extra: number) =>
    tabel.kolom(
      `quotiënt +${extra}`,
      (i) => {
        const number = plus(at(vast, i), getal(breuk(extra)));
        return formule(quotientOf(methode, at(maat, i), number, grens(i).boven));
      },
      { stijl: "exact" },
    );
  const last = tabel.kolom(
    "quotiënt van het laatste",
    (i) => {
      const own = quotientOf(methode, at(maat, i), at(vast, i), undefined);
      return formule(alsDan(hoogstens(at(vast, i), onder(i)), VASTHOUDEN, own));
    },
    { stijl: "exact" },
  );
  const pool = Array.from({ length: 2 * ERNAAST }, (_, k) => quotient(k + 1));
  const next = quotient(2 * ERNAAST + 1);
  const places = min(totaal, vast.som);
  const {
    cellen: [limit],
  } = tabel.kolom("grensquotiënt", (i) => (i === 0 ? formule(limitOf(pool, places)) : undefined), {
    stijl: "exact",
  });
  if (!limit) throw new Onzegbaar("er is niemand om over te verdelen");
  const tafel = { vast, pool, last, next, limit, places };
  return placeByQuotient(tabel, titel, tafel, stand);
}

type Quotienten = {
  readonly vast: Tabelkolom;
  readonly pool: readonly Tabelkolom[];
  readonly last: Tabelkolom;
  readonly next: Tabelkolom;
  readonly limit: Cel;
  readonly places: Uitdrukking;
};

/** Everything above the limit, and on it what is left, by the rules for equal claims. */
function placeByQuotient(
  tabel: Rekentabel,
  titel: string,
  { vast, pool, last, next, limit, places }: Quotienten,
  stand: Standgegevens,
): Tabelkolom {
  const count = (naam: string, holds: (cel: Cel) => Bewering) =>
    tabel.kolom(
      naam,
      (i) => formule(plus(...pool.map((column) => alsDan(holds(at(column, i)), EEN, NUL)))),
      { som: true },
    );
  const above = count("erboven", (cel) => meer(cel, limit));
  const level = count("er precies op", (cel) => evenveel(cel, limit));
  const rang = rankBy(level.cellen, standkolommen(tabel, stand));
  const voor = tabel.kolom("gaan voor", (i) => formule(rang.voor(i)));
  const gelijk = tabel.kolom("even ver", (i) => formule(rang.gelijk(i)));
  const left = min(places, above.som);
  return tabel.kolom(
    titel,
    (i) => {
      const tied = alsDan(hoogstens(left, at(voor, i)), NUL, BESLUIT_NODIG);
      const gets = alsDan(hoogstens(plus(at(voor, i), at(gelijk, i)), left), EEN, tied);
      const extra = alsDan(hoogstens(at(level, i), NUL), NUL, gets);
      const inside = en(meer(limit, NUL), meer(at(last, i), limit), meer(limit, at(next, i)));
      return formule(alsDan(inside, plus(at(vast, i), at(above, i), extra), BESLUIT_NODIG));
    },
    { som: true },
  );
}

/** About what each gets: from there it is a few steps at most. */
function guessFor(methode: Delermethode, deel: Uitdrukking, half: Uitdrukking): Uitdrukking {
  switch (methode) {
    case "dhondt":
      return heel(plus(deel, maal(deel, half)));
    case "adams":
      return heelOmhoog(min(deel, maal(deel, half)));
    default:
      return heel(plus(deel, HALF));
  }
}

/** Weight over the signpost of this number; Huntington-Hill squares both, which keeps their order. */
function quotientOf(
  methode: Delermethode,
  maat: Uitdrukking,
  number: Uitdrukking,
  boven: Uitdrukking | undefined,
): Uitdrukking {
  const below = min(number, EEN);
  const byRight = (quotient: Uitdrukking) => alsDan(hoogstens(below, NUL), EINDELOOS, quotient);
  const quotients: Readonly<Record<Delermethode, () => Uitdrukking>> = {
    "sainte-lague": () => gedeeld(maat, min(number, HALF)),
    dhondt: () => gedeeld(maat, number),
    adams: () => byRight(gedeeld(maat, below)),
    "huntington-hill": () => byRight(gedeeld(maal(maat, maat), maal(number, below))),
  };
  const own = alsDan(hoogstens(maat, NUL), NOOIT, quotients[methode]());
  return boven ? alsDan(meer(number, boven), NOOIT, own) : own;
}

/** The lowest quotient that still gets something: the so-manieth highest of the table. */
function limitOf(pool: readonly Tabelkolom[], places: Uitdrukking): Uitdrukking {
  const cells = pool.flatMap(({ cellen }) => cellen);
  const highest: Uitdrukking = {
    schrijf: (wijze) =>
      `LARGE(${[schrijfBereik(cells, wijze), places.schrijf(wijze)].join(wijze.scheiding)})`,
    waarde: () => {
      const sorted = cells.map((cel) => cel.waarde()).toSorted((a, b) => compare(b, a));
      const found = sorted[Number(places.waarde().teller) - 1];
      if (!found) throw new Onzegbaar("er zijn meer quotiënten nodig dan er staan");
      return found;
    },
  };
  return alsDan(hoogstens(EEN, places), highest, NIEMAND);
}
