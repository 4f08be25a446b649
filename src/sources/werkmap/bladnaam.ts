import type { Opmerkingen } from "./opmerkingen.ts";
import { cleanTekst } from "./zuivere-tekst.ts";

const LONGEST = 100;

/** A name for a sheet that no other sheet has, made from what the file says; told when it differs. */
export function nameBlad(
  raw: string,
  taken: ReadonlySet<string>,
  opmerkingen: Opmerkingen,
): string {
  const { tekst, gewijzigd } = cleanTekst(raw);
  const clean = tekst.replace(/\s+/gu, " ").trim().slice(0, LONGEST) || "Blad";
  const naam = taken.has(clean) ? numberNaam(clean, taken) : clean;
  if (gewijzigd) opmerkingen.note("tekens-weggelaten", naam, undefined, "de naam van het blad");
  if (naam !== clean || tekst.trim() === "") {
    opmerkingen.note("bladnaam-gewijzigd", naam, undefined, naam);
  }
  return naam;
}

function numberNaam(naam: string, taken: ReadonlySet<string>): string {
  let number = 2;
  while (taken.has(`${naam} (${number})`)) number += 1;
  return `${naam} (${number})`;
}
