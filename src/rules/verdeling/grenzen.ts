import { type Breuk, divide, isZero, largest, multiply, smallest, sum } from "#domain/breuk.ts";
import type { Eenheidnaam, Selectie } from "#domain/selectie.ts";
import type { Voorwaarde } from "#domain/verdeling.ts";
import type { Verwijzing } from "#domain/waarde.ts";
import type { Plek } from "#rules/cijfers/rekenvraag.ts";
import { type Eislezer, evaluateEis } from "#rules/normen/eis.ts";
import { readVerwijzing, readWaarde } from "#rules/normen/waarde.ts";
import type { Verdelingsvraag } from "./stapcontext.ts";
import type { Vakgrens } from "./vak.ts";

/** One bound that one voorwaarde sets for one cell. */
export type Grensregel = {
  readonly voorwaarde: number;
  readonly soort: Voorwaarde["soort"];
  readonly waarde: Breuk;
};

/**
 * The bounds that the voorwaarden set at this place, one entry per voorwaarde that applies.
 *
 * Where a figure is missing the entry is left out and the reader has noted it: the step then
 * cannot be carried out.
 */
export function readGrenzen(
  voorwaarden: readonly Voorwaarde[],
  plek: Plek,
  vraag: Verdelingsvraag,
  lezer: Eislezer,
): readonly Grensregel[] {
  return voorwaarden.flatMap((voorwaarde, index) => {
    if (voorwaarde.voor && !isSelected(voorwaarde.voor, plek, vraag, lezer)) return [];
    const waarde = readWaarde(voorwaarde.waarde, plek, lezer);
    return waarde ? [{ voorwaarde: index, soort: voorwaarde.soort, waarde }] : [];
  });
}

/** All bounds of one cell together: the highest minstens and the lowest hoogstens. */
export function combineGrenzen(regels: readonly Grensregel[]): Vakgrens {
  const lows = regels.filter(({ soort }) => soort !== "hoogstens").map(({ waarde }) => waarde);
  const highs = regels.filter(({ soort }) => soort !== "minstens").map(({ waarde }) => waarde);
  return {
    ...(lows.length > 0 ? { onder: lows.reduce(largest) } : {}),
    ...(highs.length > 0 ? { boven: highs.reduce(smallest) } : {}),
  };
}

/**
 * Whether a selectie takes in this cell: each kind of name in `bij` narrows it, `waar` must hold,
 * and `behalve` takes out.
 */
export function isSelected(
  selectie: Selectie,
  plek: Plek,
  vraag: Verdelingsvraag,
  lezer: Eislezer,
): boolean {
  if (selectie.behalve && matchesAny(selectie.behalve, plek, vraag)) return false;
  if (selectie.bij && !matchesEachKind(selectie.bij, plek, vraag)) return false;
  return !selectie.waar || evaluateEis(selectie.waar, plek, lezer) === "ja";
}

function matchesEachKind(
  names: readonly Eenheidnaam[],
  plek: Plek,
  vraag: Verdelingsvraag,
): boolean {
  const cells = names.filter(({ id }) => plek.assen.has(id));
  const units = names.filter(({ id }) => !plek.assen.has(id));
  return [cells, units].every((kind) => kind.length === 0 || matchesAny(kind, plek, vraag));
}

function matchesAny(names: readonly Eenheidnaam[], plek: Plek, vraag: Verdelingsvraag): boolean {
  const unit = vraag.gebied.eenheden.find(({ id }) => id === plek.pad[0]);
  const own = new Set([...plek.pad, plek.onderdeel, unit?.deelregio ?? "", unit?.provincie ?? ""]);
  return names.some(({ id, naam }) => own.has(id) || (naam === undefined && unit?.naam === id));
}

/** The part of `totaal` that a cell would have if all cells shared it by that figure. */
export function evenredigDeel(
  aan: Verwijzing,
  plek: Plek,
  all: readonly Plek[],
  totaal: Breuk,
  lezer: Eislezer,
): Breuk | undefined {
  const list = all.map((place) => readVerwijzing(aan, place, lezer));
  const own = readVerwijzing(aan, plek, lezer);
  const known = list.filter((figure) => figure !== undefined);
  if (!own || known.length < list.length) return undefined;
  const together = sum(known);
  return isZero(together) ? together : divide(multiply(totaal, own), together);
}
