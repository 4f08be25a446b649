import type { Gemeentelijst, Rekengebied } from "#domain/gebied.ts";
import type { Kader } from "#domain/kader.ts";
import type { Kaderstand, Voortgang } from "#domain/kaderstand.ts";
import type { Basis } from "#services/basis.ts";
import type { Style } from "../text/style.ts";
import { asWords, upperFirst } from "../text/words.ts";

/** All that a printed kader is made of. */
export type Kaderblad = {
  readonly basis: Basis;
  readonly document: Kader;
  readonly stand: Kaderstand;
  readonly gebied: Rekengebied;
  readonly isToday: boolean;
  /** Per onderdeel the sentence of its document. */
  readonly zinnen: ReadonlyMap<string, string>;
  readonly width: number;
  readonly tableWidth: number;
  readonly style: Style;
};

export const VOORTGANGWOORD: Readonly<Record<Voortgang, string>> = {
  "op-koers": "op koers",
  "in-gevaar": "in gevaar",
  gemist: "gemist",
  "niet-te-beoordelen": "niet te beoordelen",
};

/** `verdeling-urgenten` as it stands at the start of a line. */
export function onderdeelnaam(naam: string): string {
  return upperFirst(asWords(naam));
}

/** A unit by its name: a gemeente, a deelregio, a party. */
export function eenheidnaam(
  id: string,
  { gebied, basis, stand }: Pick<Kaderblad, "gebied" | "basis" | "stand">,
): string {
  const own = gebied.eenheden.find((eenheid) => eenheid.id === id)?.naam;
  return own ?? gebied.deelregios[id] ?? gemeentenaam(id, basis.gemeenten, stand.op) ?? asWords(id);
}

function gemeentenaam(id: string, gemeenten: Gemeentelijst, op: string): string | undefined {
  return gemeenten.findByCode(id, op)?.naam;
}
