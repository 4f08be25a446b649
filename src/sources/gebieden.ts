import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseBreuk } from "#domain/breuk.ts";
import { createGemeentelijst, type Gemeente, type Gemeentelijst } from "#domain/gebied.ts";
import type { Overgang } from "#domain/herindeling.ts";
import type { Datum } from "#domain/peildatum.ts";
import { type CsvRegel, parseCsv } from "./csv.ts";

/** A day on which the list that ships with the product holds: 342 gemeenten. */
export const GEBIEDEN_PEILDATUM: Datum = "2026-01-01";

export type Gebiedsnaam = { readonly code: string; readonly naam: string };

/** Another way in which people and files write a gemeente or provincie. */
export type AndereNaam = Gebiedsnaam & { readonly soort: string };

/** A gemeente that went up, or is announced to go up, in another; or a part of it. */
export type Samenvoeging = Overgang;

/** All gemeenten that were since 2021 with their provincie and COROP-gebied. */
export function readGemeentelijst(root: string): Gemeentelijst {
  const gemeenten = rows(root, "gemeenten").map(toGemeente);
  return createGemeentelijst(
    gemeenten,
    rows(root, "provincies").map(toNaam),
    readAndereNamen(root),
  );
}

export function readCorop(root: string): readonly Gebiedsnaam[] {
  return rows(root, "corop").map(toNaam);
}

export function readAndereNamen(root: string): readonly AndereNaam[] {
  return rows(root, "namen").map((cell) => ({ ...toNaam(cell), soort: cell("soort") }));
}

/** Past and announced ones; an announced one is shown, and not applied. */
export function readSamenvoegingen(root: string): readonly Samenvoeging[] {
  return rows(root, "herindelingen").map((cell) => ({
    datum: cell("datum"),
    van: cell("van"),
    naar: cell("naar"),
    zekerheid: cell("zekerheid") === "vast" ? "vast" : "aangekondigd",
    bron: cell("bron"),
    ...readDeel(cell),
  }));
}

/** Which part goes over: empty for all, `onbekend`, or a number with what was counted for it. */
function readDeel(cell: CsvRegel): Pick<Samenvoeging, "deel"> {
  const text = cell("deel");
  if (text === "") return {};
  if (text === "onbekend") return { deel: "onbekend" };
  const [deel, laag, hoog] = [text, cell("laag"), cell("hoog")].map(parseBreuk);
  const gewicht = cell("gewicht");
  if (!deel || gewicht === "") {
    throw new Error(`herindelingen.csv: een deel «${text}» vraagt een getal en een gewicht.`);
  }
  return { deel: { deel, gewicht, ...(laag && hoog ? { laag, hoog } : {}) } };
}

function rows(root: string, naam: string): readonly CsvRegel[] {
  const bestand = `data/gebieden/${naam}.csv`;
  return parseCsv(readFileSync(join(root, bestand), "utf8"), bestand);
}

function toNaam(cell: CsvRegel): Gebiedsnaam {
  return { code: cell("code"), naam: cell("naam") };
}

function toGemeente(cell: CsvRegel): Gemeente {
  const [corop, sinds, tot] = [cell("corop"), cell("sinds"), cell("tot")];
  return {
    ...toNaam(cell),
    provincie: cell("provincie"),
    ...(corop ? { corop } : {}),
    ...(sinds ? { sinds } : {}),
    ...(tot ? { tot } : {}),
  };
}
