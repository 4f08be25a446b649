import type { GelezenBlad } from "../ophalen/bladzijden.ts";
import { Getal, parseExact } from "../ophalen/exacte-json.ts";
import { vormfout } from "../ophalen/ophaalfout.ts";

/** A row of a CBS answer: every number with its own digits. */
export type Rij = Readonly<Record<string, unknown>>;

/**
 * Reads one page of CBS OData v4: its rows, and where the next page is.
 *
 * @throws Ophaalfout "vorm".
 */
export function readOdata(tekst: string, waar: string): GelezenBlad<readonly Rij[]> {
  const json = parseExact(tekst, waar);
  if (!isRij(json)) throw vormfout(waar, "een blok met «value»", json);
  const { value, "@odata.nextLink": volgende } = json;
  if (!Array.isArray(value)) throw vormfout(`${waar}, «value»`, "een lijst", value);
  for (const row of value) if (!isRij(row)) throw vormfout(`${waar}, een rij`, "een blok", row);
  if (volgende === undefined || volgende === null) return { inhoud: value };
  if (typeof volgende !== "string") {
    throw vormfout(`${waar}, «@odata.nextLink»`, "een adres", volgende);
  }
  return { inhoud: value, volgende };
}

function isRij(value: unknown): value is Rij {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The text of a field, without the spaces that CBS writes behind its codes. */
export function textOf(rij: Rij, veld: string, waar: string): string {
  const value = rij[veld];
  if (typeof value !== "string") throw vormfout(`${waar}, «${veld}»`, "tekst", shown(value));
  return value.trim();
}

/** The same where the field may be absent or empty. */
export function optionalTextOf(rij: Rij, veld: string): string | undefined {
  const value = rij[veld];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

/** The digits of a number; undefined where there is none. */
export function digitsOf(rij: Rij, veld: string, waar: string): string | undefined {
  const value = rij[veld];
  if (value === null || value === undefined) return undefined;
  if (value instanceof Getal) return value.cijfers;
  throw vormfout(`${waar}, «${veld}»`, "een getal", value);
}

function shown(value: unknown): unknown {
  return value instanceof Getal ? `het getal ${value.cijfers}` : value;
}
