import { findNearest } from "#contract/kader/nearest.ts";
import type { Indicator } from "#domain/indicator.ts";
import type { Inleverkop } from "#domain/inlevering.ts";
import type { Inleeskennis } from "#rules/cijfers/inlezen/kennis.ts";
import type { Regioleden } from "#rules/cijfers/inlezen/volledig.ts";
import type { Basis } from "../basis.ts";

/** A gemeente that went up in another, or is announced to. */
export type Samenvoeging = {
  readonly datum: string;
  readonly van: string;
  readonly naar: string;
  readonly zekerheid: "vast" | "aangekondigd";
};

/** What reading a file of figures stands on; what is only announced is not applied. */
export function createInleeskennis(
  basis: Pick<Basis, "bibliotheek" | "gemeenten" | "kennis" | "regios">,
  samenvoegingen: readonly Samenvoeging[],
): Inleeskennis {
  const { gemeenten, kennis, bibliotheek } = basis;
  const indicatoren = bibliotheek
    .list()
    .filter((document): document is Indicator => document.soort === "indicator")
    .filter(({ niveau }) => niveau.includes("gemeente"));
  return {
    indicatoren: new Map(indicatoren.map(({ id }) => [id, newest(id, basis)] as const)),
    codes: (lijst) => kennis.codelijsten?.get(lijst),
    gemeenten,
    opgegaan: samenvoegingen.filter(({ zekerheid }) => zekerheid === "vast"),
    regionamen: basis.regios().map(({ titel }) => titel),
    peildatum: kennis.peildatum ?? "2026-01-01",
    dichtstbij: findNearest,
  };
}

function newest(id: string, { bibliotheek }: Pick<Basis, "bibliotheek">): Indicator {
  const found = bibliotheek.find(id);
  if (found?.soort !== "indicator") throw new Error(`${id} is listed and not found`);
  return found;
}

/** The gemeenten that a delivery has to be complete for; undefined where it names no region. */
export function regioVan(
  { regio }: Pick<Inleverkop, "regio">,
  basis: Basis,
): Regioleden | undefined {
  if (!regio) return undefined;
  const found = basis.gebied(regio, basis.kennis.peildatum ?? "2026-01-01");
  if (found.soort !== "gevonden") return undefined;
  const { titel, eenheden } = found.gebied;
  return { titel, leden: eenheden };
}
