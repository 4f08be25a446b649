import { breuk, compare, isPositive } from "#domain/breuk.ts";
import type { Afrondingsmethode, Standregel } from "#domain/verdeling.ts";
import { type Cel, formule, schrijfBereik, waarde } from "./cellen.ts";
import { at } from "./gewichtkolommen.ts";
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
  order,
  plus,
  type Schrijfwijze,
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
};

const HALF = getal(breuk(1, 2));
const NUL = getal(breuk(0));
const EEN = getal(breuk(1));
const TWEE = getal(breuk(2));

/**
 * Columns that make parts whole, the last of which are the whole numbers.
 *
 * @throws Onzegbaar for a method that no formula says.
 */
export function schrijfAfronding(
  tabel: Rekentabel,
  titel: string,
  delen: Tabelkolom,
  totaal: Uitdrukking,
  afronding: Afronding,
): Tabelkolom {
  const each = (maak: (deel: Uitdrukking) => Uitdrukking) =>
    tabel.kolom(titel, (i) => formule(maak(at(delen, i))), { som: true });
  switch (afronding.methode) {
    case "geen":
      return delen;
    case "omhoog":
      return each(heelOmhoog);
    case "omlaag":
      return each(heel);
    case "rekenkundig":
      return each(afronding.halven === "naar-even" ? toEven : nearest);
    case "grootste-rest":
      return byRemainder(tabel, titel, delen, totaal, afronding);
    default:
      throw new Onzegbaar(`de afronding «${afronding.methode}» is in een rekenblad niet te zeggen`);
  }
}

function nearest(deel: Uitdrukking): Uitdrukking {
  return heel(plus(deel, HALF));
}

/** A half goes to the even one of its neighbours. */
function toEven(deel: Uitdrukking): Uitdrukking {
  const below = heel(deel);
  const even = maal(TWEE, heel(gedeeld(plus(below, EEN), TWEE)));
  return alsDan(evenveel(min(deel, below), HALF), even, nearest(deel));
}

function byRemainder(
  tabel: Rekentabel,
  titel: string,
  delen: Tabelkolom,
  totaal: Uitdrukking,
  afronding: Afronding,
): Tabelkolom {
  const whole = tabel.kolom("heel", (i) => formule(heel(at(delen, i))), { som: true });
  const rest = tabel.kolom("rest", (i) => formule(min(at(delen, i), at(whole, i))), {
    stijl: "exact",
  });
  const keys = afronding.standregels.map((regel) => keyColumn(regel, tabel, afronding));
  const rang = rankBy(rest.cellen, keys);
  const ahead = tabel.kolom("gaan voor", (i) => formule(rang.voor(i)));
  const level = tabel.kolom("even ver", (i) => formule(rang.gelijk(i)));
  const asked = afronding.maximum ? heel(totaal) : nearest(totaal);
  const places = min(asked, whole.som);
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

type Standkolom = { readonly cellen: readonly Cel[]; readonly grootsteEerst: boolean };

function keyColumn(regel: Standregel, tabel: Rekentabel, { ids, basis }: Afronding): Standkolom {
  if (regel.soort !== "volgorde") {
    return { cellen: basis.cellen, grootsteEerst: regel.soort === "grootste-basis" };
  }
  const place = (id: string) => {
    const found = regel.eenheden.indexOf(id);
    return found === -1 ? regel.eenheden.length : found;
  };
  const column = tabel.kolom("volgorde", (i) => waarde(breuk(place(ids[i] ?? "") + 1)), {
    stijl: "invoer",
  });
  return { cellen: column.cellen, grootsteEerst: false };
}

/** Per unit how many go before it, and how many stand level with it, itself among them. */
function rankBy(rest: readonly Cel[], keys: readonly Standkolom[]) {
  const columns: readonly Standkolom[] = [{ cellen: rest, grootsteEerst: true }, ...keys];
  const counts = lazyCounts(columns);
  return {
    voor: (i: number): Uitdrukking => ({
      schrijf: (wijze) => `SUMPRODUCT(${ahead(columns, i, wijze)}*${positive(rest, wijze)})`,
      waarde: () => breuk(counts()[i]?.voor ?? 0),
    }),
    gelijk: (i: number): Uitdrukking => ({
      schrijf: (wijze) =>
        `SUMPRODUCT(${columns.map((column) => same(column, i, wijze)).join("*")})`,
      waarde: () => breuk(counts()[i]?.gelijk ?? 0),
    }),
  };
}

function ahead(columns: readonly Standkolom[], i: number, wijze: Schrijfwijze): string {
  const [first, ...others] = columns;
  if (!first) return "0";
  const own = (first.cellen[i] as Cel).schrijf(wijze);
  const range = schrijfBereik(first.cellen, wijze);
  const before = first.grootsteEerst ? `(${range}>${own}+1E-9)` : `(${range}<${own}-1E-9)`;
  if (others.length === 0) return `(${before}*1)`;
  return `(${before}+${same(first, i, wijze)}*${ahead(others, i, wijze)})`;
}

function same({ cellen }: Standkolom, i: number, wijze: Schrijfwijze): string {
  return `(ABS(${schrijfBereik(cellen, wijze)}-${(cellen[i] as Cel).schrijf(wijze)})<=1E-9)`;
}

function positive(cellen: readonly Cel[], wijze: Schrijfwijze): string {
  return `(${schrijfBereik(cellen, wijze)}>1E-9)`;
}

/** Sorted once; only neighbours need be told apart for certain. */
function lazyCounts(columns: readonly Standkolom[]) {
  let known: readonly { readonly voor: number; readonly gelijk: number }[] | undefined;
  return () => {
    known ??= countAll(columns);
    return known;
  };
}

function countAll(columns: readonly Standkolom[]) {
  const rest = columns[0]?.cellen ?? [];
  const all = [...rest.keys()];
  const sorted = all.toSorted((a, b) => orderIn(columns, a, b, compare));
  const result: { voor: number; gelijk: number }[] = all.map(() => ({ voor: 0, gelijk: 0 }));
  const positives = all.filter((i) => isPositive((rest[i] as Cel).waarde())).length;
  let start = 0;
  for (let place = 1; place <= sorted.length; place += 1) {
    const [a, b] = [sorted[place - 1], sorted[place]];
    const level = a !== undefined && b !== undefined && orderIn(columns, a, b, order) === 0;
    if (level) continue;
    for (const unit of sorted.slice(start, place)) {
      result[unit] = { voor: Math.min(start, positives), gelijk: place - start };
    }
    start = place;
  }
  return result;
}

function orderIn(columns: readonly Standkolom[], a: number, b: number, by: typeof compare): number {
  for (const { cellen, grootsteEerst } of columns) {
    const found = by((cellen[a] as Cel).waarde(), (cellen[b] as Cel).waarde());
    if (found !== 0) return grootsteEerst ? -found : found;
  }
  return 0;
}
