import type { Eisoordeel, Toetseenheid, ToetsUitkomst } from "#domain/oordeel.ts";
import type { Basis } from "#services/basis.ts";
import type { Toetsvraag } from "#services/toets/toets.service.ts";
import { orderUnits } from "../order-units.ts";
import type { Style } from "../text/style.ts";
import { asWords } from "../text/words.ts";

/** All that a printed toets is made of, and how it was asked. */
export type Toetsblad = {
  readonly basis: Basis;
  readonly vraag: Toetsvraag;
  readonly uitkomst: ToetsUitkomst;
  readonly zin: string;
  readonly isToday: boolean;
  /** The line again as it was asked, for what can be asked next. */
  readonly command: string;
  readonly width: number;
  readonly tableWidth: number;
  readonly style: Style;
};

/** The word for a verdict; of a person what is not known asks for a closer look (F070). */
export function verdictWord({ oordeel }: Eisoordeel, niveau: string): string {
  const person = niveau === "persoon" || niveau === "huishouden";
  if (person && (oordeel === "onbepaald" || oordeel === "onvolledig")) return "nader onderzoek";
  return asWords(oordeel);
}

/** `sociaal`, or `sociaal, realisatie` where both fasen are measured. */
export function eisName({ eis, fase }: Eisoordeel): string {
  return fase ? `${asWords(eis)}, ${fase}` : asWords(eis);
}

/** Units as they are listed. */
export function orderedUnits({ vraag, uitkomst }: Toetsblad): readonly Toetseenheid[] {
  return orderUnits(uitkomst.eenheden, vraag.gebied.deelregios);
}

/** How a unit is called: by its name, that of a deelregio, or its id. */
export function unitName(id: string, { vraag, uitkomst }: Toetsblad): string {
  const known = [
    ...uitkomst.eenheden,
    ...vraag.gebied.eenheden,
    ...(vraag.nederland?.eenheden ?? []),
  ];
  return known.find((unit) => unit.id === id)?.naam ?? vraag.gebied.deelregios[id] ?? id;
}
