import { type Breuk, toNumber } from "#domain/breuk.ts";
import type { Rekengebied } from "#domain/gebied.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import type { Cijferbron } from "#domain/waarneming.ts";
import type { Verdelingsvraag } from "#rules/verdeling/index.ts";
import { loadBasis } from "#services/basis.service.ts";
import { toVraag } from "#services/verdeling/opdracht.ts";

/** The day of every run of the bench: all 342 gemeenten, and figures of 2024 and before. */
const OP = "2024-12-31";

/** The regions of the bench, by the names of the product. */
export type Regio = "nederland" | "mra";

/** The real figures that ship with the product, and runs over them. */
export type Basis = {
  readonly nederland: Rekengebied;
  readonly metropool: Rekengebied;
  readonly cijfers: Cijferbron;
  /** A figure that is whole for every gemeente, in the order of `nederland`. */
  readonly heel: (indicator: string, moment: string) => readonly number[];
  /** The share of homes that belong to corporaties, in ten-thousandths, in that same order. */
  readonly corporatiedeel: readonly Deel[];
  /** A run as the command line and the screen make it. */
  readonly vraag: (document: Verdeling, regio: Regio) => Verdelingsvraag;
};

/** A share with its low and high end: half a percentage point either way, unless it came with its own. */
export type Deel = { readonly laag: number; readonly midden: number; readonly hoog: number };

/** Reads the basis by the product's own way in. */
export function readBasis(): Basis {
  const basis = loadBasis();
  const nederland = basis.nederland(OP);
  const metropool = basis.gebied("mra", OP);
  if (metropool.soort !== "gevonden") throw new Error("de regio mra is niet gevonden");
  const figureOf = (indicator: string, moment: string, gebied: string) => {
    const all = basis.cijfers.find(indicator, gebied);
    const inhoud = all.find((item) => item.moment === moment)?.inhoud;
    if (inhoud?.soort !== "getal") throw new Error(`${indicator} van ${gebied} ontbreekt`);
    return inhoud;
  };
  const list = (indicator: string, moment: string) =>
    nederland.eenheden.map(({ id }) => toNumber(figureOf(indicator, moment, id).waarde));
  const deelVan = (gebied: string): Deel => {
    const { waarde, laag, hoog } = figureOf("corporatie-aandeel", "2021-01-01", gebied);
    const part = (number: Breuk) => Math.round(toNumber(number) * 10_000);
    const midden = part(waarde);
    if (laag && hoog) return { laag: part(laag), midden, hoog: part(hoog) };
    return { laag: Math.max(0, midden - 50), midden, hoog: midden + 50 };
  };
  return {
    nederland,
    metropool: metropool.gebied,
    cijfers: basis.cijfers,
    heel: list,
    corporatiedeel: nederland.eenheden.map(({ id }) => deelVan(id)),
    vraag: (document, regio) => {
      const read = toVraag(basis, { document, regio, op: OP, cijfers: [], ingevuld: {} });
      if (!read.ok) throw new Error(read.fouten.join("\n"));
      return read.vraag;
    },
  };
}
