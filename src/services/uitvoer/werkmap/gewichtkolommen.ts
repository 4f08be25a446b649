import { add, breuk, divide, EEN, equals, isZero, largest, smallest, sum } from "#domain/breuk.ts";
import type { Rekengebied } from "#domain/gebied.ts";
import type { Factor, Sleutel } from "#domain/sleutel.ts";
import type { Verwijzing } from "#domain/waarde.ts";
import { type Plek, plekVan } from "#rules/cijfers/rekenvraag.ts";
import { partFor } from "#rules/normen/waarde.ts";
import { originsAt } from "#rules/verdeling/herkomst.ts";
import type { Verdelingsvraag } from "#rules/verdeling/index.ts";
import type { Pas } from "#rules/verdeling/stapcontext.ts";
import type { Stapvak } from "#rules/verdeling/stapvak.ts";
import { type Cel, formule, schrijfBereik, waarde } from "./cellen.ts";
import type { Cijfervertaler, Hier } from "./cijfercellen.ts";
import { sameNumber } from "./opgaveblok.ts";
import type { Rekentabel, Tabelkolom } from "./tabel.ts";
import {
  alsDan,
  evenveel,
  gedeeld,
  getal,
  grootste,
  maal,
  min,
  Onzegbaar,
  plus,
  somVan,
  type Uitdrukking,
} from "./uitdrukking.ts";

export type Andere = {
  readonly aantallen: Pas["andere"];
  readonly cel: Uitkomstvinder;
};

/** Where the outcome of a document for a unit stands; undefined where it is not in the workbook. */
export type Uitkomstvinder = (document: string, eenheid: string) => Uitdrukking | undefined;

/** What the columns of a sleutel are made with. */
export type Sleutelgegevens = {
  readonly tabel: Rekentabel;
  readonly vak: Stapvak;
  readonly plekken: readonly Plek[];
  readonly geheel: Plek;
  readonly vertaler: Cijfervertaler;
  readonly hier: Hier;
  readonly cijfers: Verdelingsvraag["cijfers"];
  readonly gebied: Rekengebied;
  /** The outcome of another document, per unit; with where it stands in the workbook, if it does. */
  readonly andere: Andere;
  /** What people filled in where the sleutel is still to be agreed. */
  readonly ingevuld?: Sleutel;
};

/** The weight of every unit, and of a composed sleutel what each part of it weighs. */
export type Gewichten = {
  readonly gewicht: Tabelkolom;
  readonly delen: readonly Sleuteldeelkolom[];
};

export type Sleuteldeelkolom = { readonly weight: Uitdrukking; readonly column: Tabelkolom };

/**
 * Columns that work out the weight of every unit.
 *
 * @throws Onzegbaar where the weights come out otherwise than the engine's own shares.
 */
export function schrijfGewichten(sleutel: Sleutel, gegevens: Sleutelgegevens): Gewichten {
  const delen = sleutel.soort === "gewogen" ? partColumns(sleutel, gegevens) : [];
  const gewicht = delen.length > 0 ? sumOfParts(delen, gegevens) : columnOf(sleutel, gegevens);
  checkShares(gewicht, gegevens);
  return { gewicht, delen };
}

/** Shares part of the way from where a path starts to the sleutel. */
export function schrijfGewichtenOpWeg(
  van: Sleutel,
  naar: Sleutel,
  opWeg: Uitdrukking,
  gegevens: Sleutelgegevens,
): Tabelkolom {
  const start = columnOf(van, gegevens);
  const target = columnOf(naar, gegevens);
  const share = (column: Tabelkolom, i: number) => gedeeld(at(column, i), column.som);
  const gewicht = weightColumn("deel op weg", gegevens.tabel, (i) =>
    plus(share(start, i), maal(opWeg, min(share(target, i), share(start, i)))),
  );
  checkShares(gewicht, gegevens);
  return gewicht;
}

function checkShares({ cellen }: Tabelkolom, { vak }: Sleutelgegevens): void {
  const weights = cellen.map((cel) => cel.waarde());
  const total = sum(weights);
  const same = weights.every((weight, i) => {
    const share = vak.gewichten[i];
    return share && equals(isZero(total) ? total : divide(weight, total), share);
  });
  if (!same) throw new Onzegbaar("de sleutel komt in formules anders uit");
}

function columnOf(sleutel: Sleutel, gegevens: Sleutelgegevens): Tabelkolom {
  const { tabel, geheel, ingevuld } = gegevens;
  switch (sleutel.soort) {
    case "naar-rato-van":
      return byFigure(sleutel, gegevens);
    case "omgekeerd-naar-rato-van": {
      const own = figureColumn(sleutel.van, gegevens);
      return weightColumn(`1 / ${sleutel.van.naam}`, tabel, (i) => gedeeld(getal(EEN), at(own, i)));
    }
    case "gelijk":
      return tabel.kolom("gelijk", () => waarde(EEN), { som: true });
    case "vast": {
      const parts = new Map(sleutel.delen.map(({ eenheid, deel }) => [eenheid, deel]));
      return tabel.kolom(
        "vast deel",
        (i) => waarde(parts.get(gegevens.plekken[i]?.pad.at(-1) ?? "") ?? breuk(0)),
        { som: true, stijl: "invoer" },
      );
    }
    case "gewogen":
      return sumOfParts(partColumns(sleutel, gegevens), gegevens);
    case "factoren":
      return withFactors(sleutel, gegevens);
    case "per": {
      const part = partFor(sleutel.is, geheel);
      if (!part) throw new Onzegbaar("de sleutel is niet voor elk deel geschreven");
      return columnOf(part, gegevens);
    }
    case "nader-te-bepalen":
      if (!ingevuld) throw new Onzegbaar("de sleutel is nog niet afgesproken");
      return columnOf(ingevuld, gegevens);
    case "herkomst":
      return byOrigin(sleutel, gegevens);
    case "uitkomst-van":
      return byOutcome(sleutel, gegevens);
    default:
      throw new Onzegbaar(`«${sleutel.soort}» is in een rekenblad niet te zeggen`);
  }
}

/** What another document came to: from its own sheet where that is in the workbook, else as a number. */
function byOutcome(
  { document }: Extract<Sleutel, { soort: "uitkomst-van" }>,
  { tabel, plekken, andere }: Sleutelgegevens,
): Tabelkolom {
  const numbers = andere.aantallen(document);
  if (!numbers) throw new Onzegbaar(`«${document}» heeft nog geen uitkomst`);
  return tabel.kolom(
    `uitkomst van ${document}`,
    (i) => {
      const id = plekken[i]?.pad[0] ?? "";
      const number = numbers.get(id) ?? breuk(0);
      const cel = andere.cel(document, id);
      return cel && sameNumber(cel, number) ? formule(cel) : waarde(number);
    },
    { som: true, stijl: "exact" },
  );
}

/** Who came from where, and who came from elsewhere by the other sleutel. */
function byOrigin(
  { matrix, anders }: Extract<Sleutel, { soort: "herkomst" }>,
  gegevens: Sleutelgegevens,
): Tabelkolom {
  const { tabel, plekken, vertaler, hier, cijfers, gebied } = gegevens;
  const units = plekken.map(({ pad }) => pad[0] ?? "");
  const counts = gebied.eenheden.flatMap(({ id }) =>
    [...originsAt(matrix.naam, id, cijfers)].map((origin) => {
      const asked = { ...matrix, pad: [...matrix.pad, origin] };
      return { origin, count: vertaler.verwijzing(asked, plekVan([id]), hier) };
    }),
  );
  const own = weightColumn("komt hiervandaan", tabel, (i) =>
    somVan(counts.flatMap(({ origin, count }) => (origin === units[i] ? [count] : []))),
  );
  const strangers = counts.flatMap(({ origin, count }) => (units.includes(origin) ? [] : [count]));
  const elsewhere = somVan(strangers);
  if (isZero(elsewhere.waarde())) return own;
  const other = columnOf(anders, gegevens);
  const cells = tabel.kolom("van elders", (i) => (i === 0 ? formule(elsewhere) : undefined));
  return weightColumn("met wie van elders komt", tabel, (i) =>
    plus(at(own, i), gedeeld(maal(at(cells, 0), at(other, i)), other.som)),
  );
}

function figureColumn(van: Verwijzing, { tabel, plekken, vertaler, hier }: Sleutelgegevens) {
  const naam = [van.naam, ...van.pad].join(".");
  const cells = plekken.map((plek) => vertaler.verwijzing(van, plek, hier));
  return weightColumn(naam, tabel, (i) => cells[i] as Uitdrukking);
}

function weightColumn(
  titel: string,
  tabel: Rekentabel,
  maak: (i: number) => Uitdrukking,
): Tabelkolom {
  return tabel.kolom(titel, (i) => formule(maak(i)), { som: true, stijl: "exact" });
}

function byFigure(
  { van, bijtrekken }: Extract<Sleutel, { soort: "naar-rato-van" }>,
  gegevens: Sleutelgegevens,
): Tabelkolom {
  const own = figureColumn(van, gegevens);
  if (!bijtrekken) return own;
  const target = columnOf(bijtrekken.naar, gegevens);
  const strength = gegevens.vertaler.waarde(bijtrekken.sterkte, gegevens.geheel, gegevens.hier);
  return weightColumn("bijgetrokken", gegevens.tabel, (i) => {
    const share = gedeeld(at(own, i), own.som);
    const moved = maal(strength, min(gedeeld(at(target, i), target.som), share));
    return grootste(getal(breuk(0)), plus(share, moved));
  });
}

function partColumns(
  { delen }: Extract<Sleutel, { soort: "gewogen" }>,
  gegevens: Sleutelgegevens,
): readonly Sleuteldeelkolom[] {
  const { vertaler, geheel, hier } = gegevens;
  return delen.map(({ gewicht, sleutel }) => ({
    weight: vertaler.waarde(gewicht, geheel, hier),
    column: columnOf(sleutel, gegevens),
  }));
}

function sumOfParts(parts: readonly Sleuteldeelkolom[], { tabel }: Sleutelgegevens): Tabelkolom {
  return weightColumn("gewogen", tabel, (i) =>
    plus(...parts.map(({ weight, column }) => maal(weight, gedeeld(at(column, i), column.som)))),
  );
}

function withFactors(
  { basis, factoren }: Extract<Sleutel, { soort: "factoren" }>,
  gegevens: Sleutelgegevens,
): Tabelkolom {
  const base = columnOf(basis, gegevens);
  const factors = factoren.map((factor) => factorColumn(factor, gegevens));
  return weightColumn("bijgesteld", gegevens.tabel, (i) =>
    factors.reduce<Uitdrukking>((weight, column) => maal(weight, at(column, i)), at(base, i)),
  );
}

function factorColumn({ van, schaal }: Factor, gegevens: Sleutelgegevens): Tabelkolom {
  const own = figureColumn(van, gegevens);
  if (!schaal) return own;
  const { laagste, hoogste } = schaal;
  const low = endOf("MIN", own.cellen);
  const high = endOf("MAX", own.cellen);
  const half = getal(divide(add(laagste, hoogste), breuk(2)));
  const reach = min(getal(hoogste), getal(laagste));
  return weightColumn(`factor ${van.naam}`, gegevens.tabel, (i) =>
    alsDan(
      evenveel(high, low),
      half,
      plus(getal(laagste), maal(gedeeld(min(at(own, i), low), min(high, low)), reach)),
    ),
  );
}

/** The lowest or highest of a column. */
function endOf(naam: "MIN" | "MAX", cellen: readonly Cel[]): Uitdrukking {
  const pick = naam === "MIN" ? smallest : largest;
  return {
    schrijf: (wijze) => `${naam}(${schrijfBereik(cellen, wijze)})`,
    waarde: () => cellen.map((cel) => cel.waarde()).reduce(pick),
  };
}

/** One cell of a column that has one in every row. */
export function at({ cellen }: Tabelkolom, rij: number): Cel {
  const cel = cellen[rij];
  if (!cel) throw new RangeError("a column has a cell in every row");
  return cel;
}

/** Weights by another figure, for who gives and takes when a bound moves something. */
export function schrijfHerverdeelgewichten(
  van: Verwijzing | undefined,
  eigen: Tabelkolom,
  gegevens: Sleutelgegevens,
): Tabelkolom {
  const { tabel, vak } = gegevens;
  const everybody = vak.herverdeelgewichten.every((weight) => !isZero(weight));
  const source = van ? figureColumn(van, gegevens) : eigen;
  if (everybody) return source;
  return tabel.kolom(
    "geeft en neemt",
    (i) => {
      const joins = !isZero(vak.herverdeelgewichten[i] ?? breuk(0));
      return joins ? formule(at(source, i)) : waarde(breuk(0));
    },
    { som: true, stijl: "exact" },
  );
}

/** The same proportions as the engine's own. */
export function zelfdeVerhouding(kolom: Tabelkolom, gewichten: Stapvak["gewichten"]): boolean {
  const weights = kolom.cellen.map((cel) => cel.waarde());
  const [total, own] = [sum(weights), sum(gewichten)];
  if (isZero(total) || isZero(own)) return isZero(total) === isZero(own);
  return weights.every((weight, i) =>
    equals(divide(weight, total), divide(gewichten[i] ?? breuk(0), own)),
  );
}
