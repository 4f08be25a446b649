import { parseDocumentnaam } from "#domain/document.ts";
import { quote } from "../fout.ts";
import { type Gelezen, gelezen, ongelezen } from "./gelezen.ts";

/**
 * Words with a meaning of their own, never a name.
 *
 * `constructor` is no word of the language: every map in the engine's own language has one.
 */
export const GERESERVEERD: ReadonlySet<string> = new Set([
  "ja",
  "nee",
  "op",
  "in",
  "van",
  "tot",
  "rest",
  "uitkomst",
  "opgave",
  "open",
  "punten",
  "onbekend",
  "einde",
  "gelijk",
  "alle",
  "constructor",
]);

const NAAM = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

export function isNaam(text: string): boolean {
  return NAAM.test(text);
}

/** Reads a kebab-case name that is not reserved. */
export function readNaam(text: string): Gelezen<string> {
  if (!isNaam(text)) {
    const better = slug(text);
    const hint = isNaam(better) ? `, bijvoorbeeld ${quote(better)}` : "";
    return ongelezen(
      `${quote(text)} kan geen naam zijn. Schrijf kleine letters, cijfers en streepjes${hint}.`,
    );
  }
  if (GERESERVEERD.has(text)) {
    return ongelezen(
      `${quote(text)} is een woord met een vaste betekenis en kan geen naam zijn. Kies een andere naam.`,
    );
  }
  return gelezen(text);
}

/** Reads `id`, `id@3` or `id@3#naam`; with `versie` a version must stand in it. */
export function readDocumentnaam(text: string, versie: boolean): Gelezen<string> {
  const parts = parseDocumentnaam(text);
  if (!parts) {
    return ongelezen(
      `${quote(text)} is geen naam van een document. Schrijf het zo: naam-van-het-document@1.`,
    );
  }
  if (versie && parts.versie === undefined) {
    return ongelezen(`${quote(text)} noemt geen versie. Schrijf ${quote(`${text}@1`)}.`);
  }
  return gelezen(text);
}

function slug(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}
