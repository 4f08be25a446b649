import type { Rekeneenheid, Rekengebied } from "#domain/gebied.ts";
import type { Verwijzing } from "#domain/waarde.ts";
import { GEHEEL } from "#domain/waarneming.ts";
import type { Plek, Rekenvraag } from "./rekenvraag.ts";

type Gebiedsvraag = Pick<Rekenvraag, "gebied" | "nederland">;

/**
 * The units a figure must be added over to answer at the asked level; undefined where it is asked
 * of one unit itself, and where there is nobody to add over: a sum over nobody is not nought.
 */
export function unitsAt(
  { gebied, nederland }: Gebiedsvraag,
  verwijzing: Verwijzing,
  plek: Plek,
): readonly string[] | undefined {
  const unit = plek.pad[0];
  const country = nederland ?? gebied;
  const self = () => findUnit([gebied, country], unit);
  const ids = (list: typeof gebied.eenheden) =>
    list.length > 0 ? list.map(({ id }) => id) : undefined;
  switch (verwijzing.van) {
    case "nederland":
      return ids(country.eenheden);
    case "provincie":
      return ids(country.eenheden.filter(({ provincie }) => provincie === self()?.provincie));
    case "regio":
      return ids(gebied.eenheden);
    case "deelregio":
      return membersOf(gebied, self()?.deelregio ?? unit ?? "");
    default:
      if (unit === undefined) return ids(gebied.eenheden);
      return unit in gebied.deelregios ? membersOf(gebied, unit) : undefined;
  }
}

/** Under which gebieden the figure itself may be kept, before anything is added up. */
export function gebiedenAt(
  { gebied, nederland }: Gebiedsvraag,
  verwijzing: Verwijzing,
  plek: Plek,
): readonly string[] {
  const unit = plek.pad[0];
  const self = () => findUnit([gebied, nederland ?? gebied], unit);
  switch (verwijzing.van) {
    case "nederland":
      return [nederland?.id ?? GEHEEL];
    case "provincie":
      return [self()?.provincie ?? []].flat();
    case "deelregio":
      return [self()?.deelregio ?? []].flat();
    case "regio":
      return [gebied.id, GEHEEL];
    default:
      return unit === undefined ? [gebied.id, GEHEEL] : [unit];
  }
}

function findUnit(
  gebieden: readonly Rekengebied[],
  unit: string | undefined,
): Rekeneenheid | undefined {
  for (const { eenheden } of gebieden) {
    const found = eenheden.find(({ id }) => id === unit);
    if (found) return found;
  }
  return undefined;
}

function membersOf(gebied: Gebiedsvraag["gebied"], deelregio: string): readonly string[] {
  return gebied.eenheden.filter((unit) => unit.deelregio === deelregio).map(({ id }) => id);
}
