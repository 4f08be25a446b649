import { isZero } from "#domain/breuk.ts";
import { isWide } from "#domain/notatie.ts";
import type { Uitvoerblad, Uitvoerkolom, Uitvoerrij } from "../uitvoerblad.ts";
import {
  type Cel,
  createWerkblad,
  formule,
  type Inhoud,
  tekst,
  type Werkblad,
  waarde,
} from "./cellen.ts";
import { sameNumber } from "./opgaveblok.ts";
import type { Rekenwijze } from "./rekenwijze.ts";
import { sumOf } from "./tabel.ts";
import { evenveel, gedeeld, getal, min, plus, type Uitdrukking } from "./uitdrukking.ts";

const ONBEKEND = tekst("onbekend");
const VAN_EENHEID = 3;

/** The outcome of every key, in formulas, with a check of each number against the engine's own. */
export function schrijfUitkomst(
  uitvoer: Uitvoerblad,
  rekenwijzen: readonly Rekenwijze[],
): Werkblad {
  const { kolommen, eenheden } = uitvoer;
  const blad = createWerkblad("Uitkomst", [10, 26, 22, ...kolommen.flatMap(() => BREEDTES)], 1);
  blad.regel(0, ["code", "gemeente", "deelregio"].map(tekst), "kop");
  for (const [i, { id, naam, deelregio }] of eenheden.entries()) {
    blad.regel(i + 1, [tekst(id), tekst(naam), deelregio ? tekst(deelregio) : undefined]);
  }
  blad.zet(eenheden.length + 1, 1, tekst("samen"), "som");
  blad.zet(eenheden.length + 2, 1, tekst("te verdelen"));
  blad.zet(eenheden.length + 3, 1, tekst("past niet, staat open"));
  blad.zet(eenheden.length + 4, 1, tekst("samen en open is te verdelen"));
  for (const [nummer, kolom] of kolommen.entries()) {
    const links = VAN_EENHEID + nummer * BREEDTES.length;
    const naam = kolommen.length > 1 ? `${kolom.naam}: ` : "";
    schrijfKolom(blad, links, naam, kolom, rekenwijzen[nummer]);
  }
  return blad;
}

const BREEDTES = [18, 10, 10, 16, 14, 18, 14, 18];
const KOPPEN = [
  "uitkomst",
  "laag",
  "hoog",
  "aanbod",
  "deel van aanbod",
  "over voor anderen",
  "Woonregie",
  "gelijk aan Woonregie",
];

function schrijfKolom(
  blad: Werkblad,
  links: number,
  naam: string,
  kolom: Uitvoerkolom,
  rekenwijze: Rekenwijze | undefined,
): void {
  blad.regel(
    0,
    [...Array.from({ length: links }, () => undefined), ...KOPPEN.map((kop) => tekst(naam + kop))],
    "kop",
  );
  const { rijen } = kolom;
  const numbers = rijen.flatMap((rij, i) => schrijfRij(blad, i + 1, links, rij, rekenwijze) ?? []);
  if (numbers.length < rijen.length) return;
  schrijfSommen(blad, links, rijen.length + 1, numbers, kolom, rekenwijze);
}

/** One unit: its number in a formula, its room in values, and the check; undefined without a number. */
function schrijfRij(
  blad: Werkblad,
  rij: number,
  links: number,
  { eenheid, aantal, aanbod }: Uitvoerrij,
  rekenwijze: Rekenwijze | undefined,
): Cel | undefined {
  const put = (plek: number, inhoud: Inhoud, stijl?: "aandeel" | "exact") =>
    blad.zet(rij, links + plek, inhoud, stijl);
  if (!aantal) {
    put(0, ONBEKEND);
    return undefined;
  }
  const said = rekenwijze?.aantal(eenheid.id);
  const right = said !== undefined && sameNumber(said, aantal.midden);
  const own = put(0, right ? formule(said) : waarde(aantal.midden));
  if (isWide(aantal)) {
    put(1, waarde(aantal.laag));
    put(2, waarde(aantal.hoog));
  }
  const supply = put(3, aanbod ? waarde(aanbod.midden) : ONBEKEND, "exact");
  if (aanbod) put(5, formule(min(supply, own)), "exact");
  if (aanbod && !isZero(aanbod.midden)) put(4, formule(gedeeld(own, supply)), "aandeel");
  const kept = put(6, waarde(aantal.midden));
  put(7, { soort: "oordeel", oordeel: evenveel(own, kept) });
  return own;
}

/** That nothing got lost: what was placed and what stays open is what was to be divided. */
function schrijfSommen(
  blad: Werkblad,
  links: number,
  rij: number,
  numbers: readonly Cel[],
  { uitkomst }: Uitvoerkolom,
  rekenwijze: Rekenwijze | undefined,
): void {
  const together = blad.zet(rij, links, formule(sumOf(numbers)), "som");
  const { opgave, open } = uitkomst;
  if (!opgave) return;
  const cell = (plek: number, said: Uitdrukking | undefined, exact: Uitdrukking) =>
    blad.zet(
      rij + plek,
      links,
      said && sameNumber(said, exact.waarde()) ? formule(said) : waarde(exact.waarde()),
    );
  const asked = cell(1, rekenwijze?.opgave, getal(opgave.aantal.midden));
  const left = cell(2, rekenwijze?.open, getal(open.midden));
  blad.zet(rij + 3, links, { soort: "oordeel", oordeel: evenveel(plus(together, left), asked) });
}
