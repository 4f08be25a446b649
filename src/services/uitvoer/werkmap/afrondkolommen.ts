import { breuk } from "#domain/breuk.ts";
import type { Afrondingsmethode, Standregel } from "#domain/verdeling.ts";
import { formule } from "./cellen.ts";
import { schrijfDeler } from "./delerkolommen.ts";
import { at, type Sleuteldeelkolom } from "./gewichtkolommen.ts";
import type { Celgrens } from "./grenskolommen.ts";
import { rankBy, standkolommen } from "./rangkolommen.ts";
import { schrijfRestant } from "./restantkolommen.ts";
import type { Rekentabel, Tabelkolom } from "./tabel.ts";
import {
  alsDan,
  BESLUIT_NODIG,
  evenveel,
  gedeeld,
  getal,
  heel,
  heelOmhoog,
  hoogstens,
  maal,
  min,
  Onzegbaar,
  plus,
  type Uitdrukking,
} from "./uitdrukking.ts";

/** How the parts of one total become whole. */
export type Afronding = {
  readonly methode: Afrondingsmethode;
  readonly halven: "naar-boven" | "naar-even";
  /** A total that is not whole is never rounded up. */
  readonly maximum: boolean;
  readonly standregels: readonly Standregel[];
  readonly ids: readonly string[];
  /** The weight by which equal claims are told apart. */
  readonly basis: Tabelkolom;
  readonly veelvoud: bigint;
  /** `laten`, `grootste`, or the id of who takes a difference with the total. */
  readonly restant: string;
};

/** What is made whole: parts of a total, in proportion to what the divisor methods divide, and bounds. */
export type Afrondvraag = {
  readonly delen: Tabelkolom;
  readonly totaal: Uitdrukking;
  readonly maat: Tabelkolom;
  /** Whole bounds; absent in the first round. */
  readonly grenzen?: readonly Celgrens[];
};

const HALF = getal(breuk(1, 2));
const NUL = getal(breuk(0));
const EEN = getal(breuk(1));
const TWEE = getal(breuk(2));

/** Columns that make parts whole, the last of which are the whole numbers. */
export function schrijfAfronding(
  tabel: Rekentabel,
  titel: string,
  vraag: Afrondvraag,
  afronding: Afronding,
): Tabelkolom {
  if (afronding.methode === "geen") return vraag.delen;
  // Largest remainders divide a whole total to the last unit: then nothing is left for anybody.
  const left = afronding.methode !== "grootste-rest" || afronding.veelvoud !== 1n;
  if (afronding.restant === "laten" || !left) return inVeelvouden(tabel, titel, vraag, afronding);
  const rond = inVeelvouden(tabel, "afgerond", vraag, afronding);
  return schrijfRestant(tabel, titel, rond, vraag, afronding);
}

/**
 * The parts of a composed sleutel made whole one by one, and then added; what that leaves goes
 * where the document says.
 */
export function schrijfPerDeel(
  tabel: Rekentabel,
  titel: string,
  parts: readonly Sleuteldeelkolom[],
  totaal: Uitdrukking,
  afronding: Afronding,
): Tabelkolom {
  const rounded = parts.map(({ weight, column }, k) => {
    const own = maal(totaal, weight);
    const delen = tabel.kolom(
      `deel ${k + 1}`,
      (i) => formule(gedeeld(maal(own, at(column, i)), column.som)),
      { som: true, stijl: "exact" },
    );
    const asked = { delen, totaal: own, maat: delen };
    return schrijfAfronding(tabel, `deel ${k + 1}, heel`, asked, {
      ...afronding,
      restant: "laten",
    });
  });
  const last = afronding.restant === "laten";
  const samen = tabel.kolom(
    last ? titel : "delen samen",
    (i) => formule(plus(...rounded.map((column) => at(column, i)))),
    { som: true },
  );
  return last ? samen : schrijfRestant(tabel, titel, samen, { totaal }, afronding);
}

/** Rounds in units of the veelvoud, and comes back to single ones. */
function inVeelvouden(
  tabel: Rekentabel,
  titel: string,
  vraag: Afrondvraag,
  afronding: Afronding,
): Tabelkolom {
  if (afronding.veelvoud === 1n) return allocate(tabel, titel, vraag, afronding);
  const unit = getal(breuk(afronding.veelvoud));
  const inUnits = (cel: Uitdrukking) => gedeeld(cel, unit);
  const delen = tabel.kolom(
    `in veelvouden van ${afronding.veelvoud}`,
    (i) => formule(inUnits(at(vraag.delen, i))),
    { som: true, stijl: "exact" },
  );
  const grenzen = vraag.grenzen?.map(({ onder, boven }) => ({
    ...(onder ? { onder: inUnits(onder) } : {}),
    ...(boven ? { boven: inUnits(boven) } : {}),
  }));
  const scaled = {
    ...vraag,
    delen,
    totaal: inUnits(vraag.totaal),
    ...(grenzen ? { grenzen } : {}),
  };
  const heel = allocate(tabel, "veelvouden", scaled, afronding);
  return tabel.kolom(titel, (i) => formule(maal(at(heel, i), unit)), { som: true });
}

function allocate(
  tabel: Rekentabel,
  titel: string,
  vraag: Afrondvraag,
  afronding: Afronding,
): Tabelkolom {
  const each = (maak: (deel: Uitdrukking) => Uitdrukking) =>
    tabel.kolom(titel, (i) => formule(maak(at(vraag.delen, i))), { som: true });
  switch (afronding.methode) {
    case "geen":
      return vraag.delen;
    case "omhoog":
      return each(heelOmhoog);
    case "omlaag":
      return each(heel);
    case "rekenkundig":
      return each(afronding.halven === "naar-even" ? toEven : nearest);
    case "tweezijdig":
      throw new Onzegbaar("tweezijdig afronden kijkt naar alle rijen en kolommen tegelijk");
    case "grootste-rest":
      return byRemainder(tabel, titel, vraag, afronding);
    default:
      return schrijfDeler(
        tabel,
        titel,
        afronding.methode,
        { ...vraag, heel: geheel(vraag.totaal, afronding) },
        afronding,
      );
  }
}

/** The total as a whole number: the nearest, or below where it may not be passed. */
function geheel(totaal: Uitdrukking, { maximum }: Afronding): Uitdrukking {
  return maximum ? heel(totaal) : nearest(totaal);
}

export function nearest(deel: Uitdrukking): Uitdrukking {
  return heel(plus(deel, HALF));
}

/** A half goes to the even one of its neighbours. */
export function toEven(deel: Uitdrukking): Uitdrukking {
  const below = heel(deel);
  const even = maal(TWEE, heel(gedeeld(plus(below, EEN), TWEE)));
  return alsDan(evenveel(min(deel, below), HALF), even, nearest(deel));
}

function byRemainder(
  tabel: Rekentabel,
  titel: string,
  { delen, totaal }: Afrondvraag,
  afronding: Afronding,
): Tabelkolom {
  const whole = tabel.kolom("heel", (i) => formule(heel(at(delen, i))), { som: true });
  const rest = tabel.kolom("rest", (i) => formule(min(at(delen, i), at(whole, i))), {
    stijl: "exact",
  });
  const rang = rankBy(rest.cellen, standkolommen(tabel, afronding));
  const ahead = tabel.kolom("gaan voor", (i) => formule(rang.voor(i)));
  const level = tabel.kolom("even ver", (i) => formule(rang.gelijk(i)));
  const places = min(geheel(totaal, afronding), whole.som);
  return tabel.kolom(
    titel,
    (i) => {
      const [voor, gelijk] = [at(ahead, i), at(level, i)];
      const tied = alsDan(hoogstens(places, voor), NUL, BESLUIT_NODIG);
      const gets = alsDan(hoogstens(plus(voor, gelijk), places), EEN, tied);
      return formule(plus(at(whole, i), alsDan(hoogstens(at(rest, i), NUL), NUL, gets)));
    },
    { som: true },
  );
}
