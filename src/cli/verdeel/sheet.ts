import type { RegieDocument } from "#domain/document.ts";
import type { Indicator } from "#domain/indicator.ts";
import type { Eenheiduitkomst, VerdelingUitkomst } from "#domain/uitkomst.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import type { Basis } from "#services/basis.ts";
import type { Bijcijfers } from "#services/verdeling/bijcijfers.ts";
import type { Paar } from "#services/verdeling/paren.ts";
import type { Verdeeltabel } from "#services/verdeling/verdeling.service.ts";
import type { Style } from "../text/style.ts";
import { withoutControls } from "../text/wrap.ts";

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

/** Lines below each other; sections are set apart by whoever prints them. */
export type Section = readonly string[];

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

/** A code or name of the language as it is read aloud: `sociale-huur`. */
export function asWords(code: string): string {
  return code.replaceAll("-", " ");
}

/** The title of a document, safe to print and fit for inside a sentence. */
export function titel(document: Pick<RegieDocument, "titel">): string {
  return withoutControls(document.titel);
}

/** The indicator behind a figure's name, `woningen.sociale-huur` too. */
export function indicatorOf(
  cijfer: string,
  { basis }: Pick<Sheet, "basis">,
): Indicator | undefined {
  const found = basis.bibliotheek.find(cijfer.split(".")[0] ?? "");
  return found?.soort === "indicator" ? found : undefined;
}

/** How a figure is called inside a sentence: by the title of its indicator, else by its own name. */
export function cijfernaam(cijfer: string, sheet: Pick<Sheet, "basis">): string {
  const [naam = "", ...cellen] = cijfer.split(".");
  const indicator = indicatorOf(cijfer, sheet);
  const words = indicator ? lowerFirst(titel(indicator)) : asWords(naam);
  return [words, ...cellen.map(asWords)].join(", ");
}

/** Names such as WOZ and DAEB keep their capitals. */
function lowerFirst(text: string): string {
  return /^.[A-Z]/.test(text) ? text : text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** Units by deelregio and then by name, as a meeting looks them up; never by what they get. */
export function orderUnits(
  eenheden: readonly Eenheiduitkomst[],
  deelregios: Readonly<Record<string, string>>,
): readonly Eenheiduitkomst[] {
  const place = ({ deelregio }: Eenheiduitkomst) =>
    deelregio === undefined ? "" : (deelregios[deelregio] ?? deelregio);
  return eenheden.toSorted(
    (a, b) =>
      Number(a.deelregio === undefined) - Number(b.deelregio === undefined) ||
      place(a).localeCompare(place(b), "nl") ||
      a.naam.localeCompare(b.naam, "nl"),
  );
}
