import { sayAlsRegio, type Woorden } from "#domain/schermwoorden.ts";
import type { Uitvoerblad } from "../uitvoerblad.ts";
import { type Cel, createWerkblad, tekst, type Werkblad } from "./cellen.ts";
import { schrijfCijfers } from "./cijferblad.ts";
import { createNamenlijst } from "./namenlijst.ts";
import { schrijfRekenwijze } from "./rekenwijze.ts";
import {
  schrijfSleutels,
  schrijfToelichting,
  schrijfVerantwoording,
  schrijfVersie,
} from "./tekstbladen.ts";
import { schrijfUitkomst } from "./uitkomstblad.ts";

/** A spreadsheet before it is a file: its sheets, and what it is called. */
export type Werkmap = { readonly titel: string; readonly bladen: readonly Werkblad[] };

/**
 * The sheets of an export: what it is, the figures, the keys, the outcome in formulas over the
 * figures, every step, the account, and the version.
 *
 * @param adres Where one gets back to the view, whole where the site's own address is known.
 */
export function maakWerkmap(uitvoer: Uitvoerblad, adres: string): Werkmap {
  const cijfers = schrijfCijfers(uitvoer);
  const sleutels = schrijfSleutels(uitvoer);
  const naamVan = createNamenlijst(uitvoer);
  const several = uitvoer.kolommen.length > 1;
  const rekenbladen = uitvoer.kolommen.map((kolom, i) => {
    const blad = createWerkblad(several ? `Rekenwijze${i + 1}` : "Rekenwijze", [28, 16, 14, 14]);
    const plaatsen = {
      vindCijfer: cijfers.vindCijfer,
      vindParameter: sleutels.vindParameter(kolom),
    };
    return { blad, rekenwijze: schrijfRekenwijze(blad, kolom, plaatsen, naamVan) };
  });
  const rekenwijzen = rekenbladen.map(({ rekenwijze }) => rekenwijze);
  const bladen = [
    schrijfToelichting(uitvoer, rekenwijzen, adres),
    cijfers.blad,
    sleutels.blad,
    schrijfUitkomst(uitvoer, rekenwijzen),
    ...rekenbladen.map(({ blad }) => blad),
    schrijfVerantwoording(uitvoer),
    schrijfVersie(uitvoer, adres),
  ];
  const { woorden } = uitvoer;
  return {
    titel: `${uitvoer.titel}, ${uitvoer.regio.titel}`,
    bladen: woorden ? bladen.map((blad) => inWoorden(blad, woorden)) : bladen,
  };
}

/** Headings as the region says them; what can be read back, or is an address, stays what it is. */
function inWoorden(blad: Werkblad, woorden: Woorden): Werkblad {
  if (blad.naam === "Cijfers") return blad;
  const cellen = blad.cellen().map((cel): Cel => {
    const heading = cel.stijl === "kop" || cel.stijl === "titel";
    if (cel.inhoud.soort !== "tekst" || !heading) return cel;
    return { ...cel, inhoud: tekst(sayAlsRegio(cel.inhoud.tekst, woorden)) };
  });
  return { ...blad, cellen: () => cellen };
}
