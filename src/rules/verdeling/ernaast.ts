import type { GebruiktCijfer, Naastliggend, VerdelingUitkomst } from "#domain/uitkomst.ts";
import type { Herkomst } from "#domain/verantwoording.ts";
import type { Verwijzing } from "#domain/waarde.ts";
import { createLezer, type Lezer } from "#rules/cijfers/lezer.ts";
import { plekVan } from "#rules/cijfers/rekenvraag.ts";
import type { Verdelingsvraag } from "./stapcontext.ts";

/**
 * The figures that a document lays beside its result, per unit.
 *
 * One that is missing is shown as unknown and keeps nothing back (F016).
 */
export function readErnaast(vraag: Verdelingsvraag, lezer: Lezer): VerdelingUitkomst["ernaast"] {
  if (vraag.document.ernaast.length === 0) return [];
  return vraag.gebied.eenheden.map(({ id }) => ({
    eenheid: id,
    cijfers: vraag.document.ernaast.map((cijfer) => readOne(cijfer, id, vraag, lezer)),
  }));
}

function readOne(
  verwijzing: Verwijzing,
  eenheid: string,
  vraag: Verdelingsvraag,
  lezer: Lezer,
): Naastliggend {
  const plek = plekVan([eenheid]);
  // A reader of its own, so that what one figure was made of is told apart from the others.
  const own = createLezer(vraag);
  const waarde = own.band(verwijzing, plek);
  const observed = waarde ? undefined : own.waarneming(verwijzing, plek)?.inhoud;
  return {
    cijfer: [verwijzing.naam, ...verwijzing.pad].join("."),
    eenheid: lezer.indicator(verwijzing.naam)?.eenheid ?? "",
    ...(waarde ? { waarde } : {}),
    ...(observed?.soort === "kenmerk" ? { kenmerk: observed.code } : {}),
    herkomst: own.verslag().gebruikt.map(asHerkomst),
  };
}

/** The source of a used figure, without its value. */
export function asHerkomst(gebruikt: GebruiktCijfer): Herkomst {
  const { cel: _cel, waarde: _waarde, kenmerk: _kenmerk, ...herkomst } = gebruikt;
  return herkomst;
}
