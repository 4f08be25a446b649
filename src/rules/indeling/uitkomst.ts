import type { Gemeentelijst } from "#domain/gebied.ts";
import type { Overgang } from "#domain/herindeling.ts";
import type { Indeling } from "#domain/indeling.ts";
import type { Datum } from "#domain/peildatum.ts";
import type { Eenheidnaam } from "#domain/selectie.ts";
import { carryIndeling, type Regiobotsing } from "./herindeling.ts";
import { peildag, type Regiolid } from "./leden.ts";

/** What an indeling gives on a day: who is where, and what is not settled. */
type IndelingUitkomst = {
  readonly dag: Datum;
  readonly regios: readonly {
    readonly id: string;
    readonly titel: string;
    readonly leden: readonly Regiolid[];
  }[];
  /** Gemeenten that must be in a region and are in none, as `GM0489 Barendrecht`. */
  readonly onvolledig: readonly string[];
  /** Members about whom a person must decide, as `GM0642 Zwijndrecht in drechtsteden`. */
  readonly onzeker: readonly string[];
  /** Gemeenten that are in more than one region. */
  readonly dubbel: readonly string[];
  /** Members that are no gemeente on that day. */
  readonly bestaatNiet: readonly string[];
  /** Gemeenten that a herindeling put in more than one region. */
  readonly botsingen: readonly Regiobotsing[];
};

/**
 * Carries out an indeling on a day, or on the first day of a periode; without one on its own
 * peildatum. An announced herindeling is not applied.
 */
export function computeIndeling(
  indeling: Indeling,
  op: string | undefined,
  gemeenten: Gemeentelijst,
  overgangen: readonly Overgang[] = [],
): IndelingUitkomst {
  const dag = peildag(indeling, op);
  const carried = carryIndeling(indeling, dag, gemeenten, () => overgangen);
  const regios = Object.entries(indeling.regios).map(([id, regio]) => ({
    id,
    titel: regio.titel,
    leden: carried.leden.get(id) ?? [],
  }));
  const leden = regios.flatMap((regio) => regio.leden);
  const present = new Set(leden.map(({ code }) => code));
  return {
    dag,
    regios,
    onvolledig: indeling.volledigVoor
      .flatMap((unit) => gemeentenIn(unit, dag, gemeenten))
      .filter(({ id }) => !present.has(id))
      .map(formatNaam),
    onzeker: regios.flatMap(({ id, leden: own }) =>
      own
        .filter(({ zekerheid }) => zekerheid === "onzeker")
        .map(({ code, naam }) => `${code} ${naam} in ${id}`),
    ),
    dubbel: [...present].filter((code) => leden.filter((lid) => lid.code === code).length > 1),
    bestaatNiet: leden.filter(({ bestaat }) => !bestaat).map(({ code }) => code),
    botsingen: carried.botsingen,
  };
}

function gemeentenIn(
  unit: Eenheidnaam,
  dag: Datum,
  gemeenten: Gemeentelijst,
): readonly Eenheidnaam[] {
  const provincie = gemeenten.provincies.find(({ code }) => code === unit.id);
  if (!provincie) return [{ naam: gemeenten.findByCode(unit.id, dag)?.naam ?? unit.id, ...unit }];
  return gemeenten
    .list(dag)
    .filter((gemeente) => gemeente.provincie === provincie.code)
    .map(({ code, naam }) => ({ id: code, naam }));
}

function formatNaam({ id, naam }: Eenheidnaam): string {
  return naam === undefined || naam === id ? id : `${id} ${naam}`;
}
