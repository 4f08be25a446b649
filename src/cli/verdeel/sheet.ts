import type { VerdelingUitkomst } from "#domain/uitkomst.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import type { Basis } from "#services/basis.ts";
import type { Bijcijfers } from "#services/verdeling/bijcijfers.ts";
import type { Paar } from "#services/verdeling/paren.ts";
import type { Verdeeltabel } from "#services/verdeling/verdeling.service.ts";
import type { Style } from "../text/style.ts";
import { asWords } from "../text/words.ts";

/** All that a printed verdeling is made of, and how it was asked. */
export type Sheet = {
  readonly basis: Basis;
  readonly tabel: Verdeeltabel;
  readonly paren: readonly Paar[];
  readonly bij: Bijcijfers;
  readonly op: string;
  /** Nobody said a date, so that it is today. */
  readonly isToday: boolean;
  readonly zinnen: readonly string[];
  /** The line again as it was asked, for what can be asked next. */
  readonly command: string;
  readonly width: number;
  readonly tableWidth: number;
  readonly style: Style;
};

/** One key of the table that has numbers to show. */
export type ShownKey = {
  readonly index: number;
  readonly document: Verdeling;
  readonly uitkomst: VerdelingUitkomst;
};

/**
 * The keys that get a column: those that came to numbers, and of keys that cannot be told apart or
 * may not stand in one table only the first.
 */
export function shownKeys({ tabel, paren }: Sheet): readonly ShownKey[] {
  const hidden = new Set(
    paren.flatMap(({ tweede, vergelijking }) => (vergelijking.melding ? [tweede] : [])),
  );
  return tabel.kolommen.flatMap(({ document, uitkomst }, index) =>
    uitkomst.eenheden.length > 0 && !hidden.has(index) ? [{ index, document, uitkomst }] : [],
  );
}

/** How a unit is called: by its name, that of its deelregio, or its id read as words. */
export function naamVan(id: string, sheet: Pick<Sheet, "tabel">): string {
  return id
    .split("/")
    .map((part) => partNaam(part, sheet))
    .join(", ");
}

function partNaam(id: string, { tabel: { vraag } }: Pick<Sheet, "tabel">): string {
  const known = [...vraag.gebied.eenheden, ...(vraag.nederland?.eenheden ?? [])];
  const found = known.find((eenheid) => eenheid.id === id)?.naam ?? vraag.gebied.deelregios[id];
  return found ?? asWords(id);
}
