import {
  add,
  type Breuk,
  breuk,
  compare,
  divide,
  EEN,
  equals,
  formatBreuk,
  isNegative,
  isZero,
  largest,
  multiply,
  NUL,
  smallest,
  subtract,
  sum,
} from "#domain/breuk.ts";
import { RuleError } from "#domain/errors.ts";
import type { Factor, GewogenDeel, Sleutel } from "#domain/sleutel.ts";
import type { Verwijzing } from "#domain/waarde.ts";
import { partFor, readVerwijzing, readWaarde } from "#rules/normen/waarde.ts";
import { readHerkomst } from "./herkomst.ts";
import type { Sleutelvraag } from "./sleutelvraag.ts";

/** A part of a composed sleutel, for `afronding per sleuteldeel`. */
export type Sleuteldeel = { readonly gewicht: Breuk; readonly aandelen: readonly Breuk[] };

/**
 * The share of every unit, together one; undefined where a figure or a choice is missing, which
 * the reader or `pas.meldingen` then names.
 *
 * @throws RuleError "gewicht-negatief", "sleutel-zonder-gewicht", "figuur-nul-in-omgekeerde-sleutel".
 */
export function sharesOf(sleutel: Sleutel, vraag: Sleutelvraag): readonly Breuk[] | undefined {
  const weights = weightsOf(sleutel, vraag);
  return weights && toShares(weights, vraag);
}

/** The parts of a `gewogen` sleutel with their own shares; undefined for any other sleutel. */
export function partsOf(sleutel: Sleutel, vraag: Sleutelvraag): readonly Sleuteldeel[] | undefined {
  if (sleutel.soort !== "gewogen") return undefined;
  const parts = sleutel.delen.map((deel) => ({
    gewicht: readWaarde(deel.gewicht, vraag.geheel, vraag.lezer),
    aandelen: sharesOf(deel.sleutel, vraag),
  }));
  const known = parts.flatMap(({ gewicht, aandelen }) =>
    gewicht && aandelen ? [{ gewicht, aandelen }] : [],
  );
  return known.length === parts.length ? known : undefined;
}

function weightsOf(sleutel: Sleutel, vraag: Sleutelvraag): readonly Breuk[] | undefined {
  switch (sleutel.soort) {
    case "naar-rato-van":
      return weightsByFigure(sleutel, vraag);
    case "omgekeerd-naar-rato-van":
      return invert(sleutel.van, vraag);
    case "gelijk":
      return vraag.plekken.map(() => EEN);
    case "vast":
      return fixed(sleutel, vraag);
    case "gewogen":
      return weighted(sleutel.delen, vraag);
    case "factoren":
      return withFactors(sleutel.basis, sleutel.factoren, vraag);
    case "herkomst":
      return readHerkomst(sleutel.matrix, sharesOf(sleutel.anders, vraag), vraag);
    case "uitkomst-van":
      return fromOther(sleutel.document, vraag);
    case "per": {
      const part = partFor(sleutel.is, vraag.geheel);
      return part && sharesOf(part, vraag);
    }
    case "op-volgorde":
      return refuseVolgorde(vraag);
    case "nader-te-bepalen":
      return undecided(sleutel.waarom, vraag);
  }
}

function weightsByFigure(
  sleutel: Extract<Sleutel, { soort: "naar-rato-van" }>,
  vraag: Sleutelvraag,
): readonly Breuk[] | undefined {
  const weights = figures(sleutel.van, vraag);
  if (!weights) {
    if (sleutel.bijtrekken) sharesOf(sleutel.bijtrekken.naar, vraag);
    return undefined;
  }
  if (!sleutel.bijtrekken) return weights;
  const own = toShares(weights, vraag);
  const target = sharesOf(sleutel.bijtrekken.naar, vraag);
  const strength = readWaarde(sleutel.bijtrekken.sterkte, vraag.geheel, vraag.lezer);
  if (!own || !target || !strength) return undefined;
  return own.map((share, i) => pull(share, target[i] ?? NUL, strength, vraag, i));
}

/** own + sterkte × (target − own); below zero becomes zero, and the account says so. */
function pull(
  own: Breuk,
  target: Breuk,
  strength: Breuk,
  vraag: Sleutelvraag,
  unit: number,
): Breuk {
  const moved = add(own, multiply(strength, subtract(target, own)));
  if (!isNegative(moved)) return moved;
  const naam = vraag.plekken[unit]?.pad.at(-1) ?? "";
  vraag.opmerkingen.push(`Bijtrekken brengt ${naam} onder nul; het aandeel is daar 0.`);
  return NUL;
}

function invert(van: Verwijzing, vraag: Sleutelvraag): readonly Breuk[] | undefined {
  return figures(van, vraag)?.map((figure, i) => {
    if (isZero(figure)) {
      const eenheid = nameOf(vraag, i);
      throw new RuleError("figuur-nul-in-omgekeerde-sleutel", { cijfer: van.naam, eenheid });
    }
    return divide(EEN, figure);
  });
}

/** Shares of one, or numbers that together are the opgave; anything else does not add up. */
function fixed(
  { delen }: Extract<Sleutel, { soort: "vast" }>,
  vraag: Sleutelvraag,
): readonly Breuk[] | undefined {
  const byUnit = new Map(delen.map(({ eenheid, deel }) => [eenheid, deel]));
  const together = sum(byUnit.values());
  const shares = equals(together, EEN);
  if (!shares && !equals(together, vraag.totaal)) {
    const som = formatBreuk(together);
    vraag.pas.meldingen.push({
      soort: "geweigerd",
      regel: vraag.pad,
      reden: `som wijkt af: ${som}, moet ${formatBreuk(vraag.totaal)} zijn`,
    });
    return undefined;
  }
  return vraag.plekken.map(({ pad }) => byUnit.get(pad.at(-1) ?? "") ?? NUL);
}

/** Parts with weights that are exactly 100 % together; all of them are read before one is refused. */
function weighted(
  delen: readonly GewogenDeel[],
  vraag: Sleutelvraag,
): readonly Breuk[] | undefined {
  const parts = partsOf({ soort: "gewogen", delen }, vraag);
  if (!parts) return undefined;
  const together = sum(parts.map(({ gewicht }) => gewicht));
  if (!equals(together, EEN)) {
    vraag.pas.meldingen.push({
      soort: "geweigerd",
      regel: `${vraag.pad}.gewogen`,
      reden: `De gewichten zijn samen ${percent(together)}. Ze moeten samen precies 100% zijn`,
    });
    return undefined;
  }
  return vraag.plekken.map((_, unit) =>
    sum(parts.map(({ gewicht, aandelen }) => multiply(gewicht, aandelen[unit] ?? NUL))),
  );
}

function withFactors(
  basis: Sleutel,
  factoren: readonly Factor[],
  vraag: Sleutelvraag,
): readonly Breuk[] | undefined {
  const shares = sharesOf(basis, vraag);
  const factors = factoren.map((factor) => factorsOf(factor, vraag));
  if (!shares || factors.includes(undefined)) return undefined;
  return shares.map((share, unit) =>
    factors.reduce((weight, list) => multiply(weight, list?.[unit] ?? EEN), share),
  );
}

/** The figure itself, or laid on a scale from the lowest to the highest of the region. */
function factorsOf({ van, schaal }: Factor, vraag: Sleutelvraag): readonly Breuk[] | undefined {
  const list = readAll(van, vraag);
  if (!list || !schaal) return list;
  const low = list.reduce(smallest, list[0] ?? NUL);
  const high = list.reduce(largest, list[0] ?? NUL);
  const width = subtract(high, low);
  const { laagste, hoogste } = schaal;
  const half = divide(add(laagste, hoogste), breuk(2n));
  return list.map((figure) => {
    if (isZero(width)) return half;
    const along = divide(subtract(figure, low), width);
    return add(laagste, multiply(along, subtract(hoogste, laagste)));
  });
}

function fromOther(document: string, vraag: Sleutelvraag): readonly Breuk[] | undefined {
  const numbers = vraag.pas.andere(document);
  return numbers && vraag.plekken.map(({ pad }) => numbers.get(pad[0] ?? "") ?? NUL);
}

/** An order gives no shares: as a part of another sleutel, or on a path, it means nothing. */
function refuseVolgorde({ pas, pad }: Sleutelvraag): undefined {
  const reden =
    "«op-volgorde» vult op en geeft geen aandelen; gebruik hem als sleutel van een stap";
  pas.meldingen.push({ soort: "geweigerd", regel: pad, reden });
}

function undecided(waarom: string, vraag: Sleutelvraag): readonly Breuk[] | undefined {
  const filled = vraag.pas.ingevuld.sleutel;
  if (filled) return sharesOf(filled, vraag);
  vraag.pas.meldingen.push({
    soort: "onbepaald",
    wat: "sleutel",
    waarom: `De sleutel is nog niet afgesproken: ${waarom}.`,
  });
  return undefined;
}

function figures(van: Verwijzing, vraag: Sleutelvraag): readonly Breuk[] | undefined {
  const list = readAll(van, vraag);
  for (const [i, figure] of (list ?? []).entries()) {
    if (!isNegative(figure)) continue;
    const gewicht = formatBreuk(figure);
    throw new RuleError("gewicht-negatief", {
      cijfer: van.naam,
      eenheid: nameOf(vraag, i),
      gewicht,
    });
  }
  return list;
}

/** All figures, or undefined where one is missing; every one is read, so that all are named. */
function readAll(van: Verwijzing, vraag: Sleutelvraag): readonly Breuk[] | undefined {
  const list = vraag.plekken.map((plek) => readVerwijzing(van, plek, vraag.lezer));
  const known = list.filter((figure) => figure !== undefined);
  return known.length === list.length ? known : undefined;
}

function toShares(weights: readonly Breuk[], vraag: Sleutelvraag): readonly Breuk[] | undefined {
  const total = sum(weights);
  if (compare(total, NUL) > 0) return weights.map((weight) => divide(weight, total));
  if (weights.length === 0 || isZero(vraag.totaal)) return weights.map(() => NUL);
  const { pad, geheel } = vraag;
  throw new RuleError("sleutel-zonder-gewicht", { stap: pad, onderdeel: geheel.onderdeel });
}

function nameOf(vraag: Sleutelvraag, unit: number): string {
  return vraag.plekken[unit]?.pad.join(", ") ?? "";
}

function percent(share: Breuk): string {
  return `${formatBreuk(multiply(share, breuk(100n)))}%`;
}
