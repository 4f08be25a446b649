import { documentnaam } from "#domain/document.ts";
import { sayAlsRegio, type Woorden } from "#domain/schermwoorden.ts";
import type { Uitvoerblad, Uitvoerkolom } from "../uitvoerblad.ts";
import { type Cel, createWerkblad, tekst, type Werkblad } from "./cellen.ts";
import { schrijfCijfers } from "./cijferblad.ts";
import type { Cijferplaatsen } from "./cijfercellen.ts";
import type { Uitkomstvinder } from "./gewichtkolommen.ts";
import { createNamenlijst } from "./namenlijst.ts";
import { type Rekenwijze, schrijfRekenwijze } from "./rekenwijze.ts";
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
  const rekenbladen = schrijfRekenbladen(uitvoer, (kolom) => ({
    vindCijfer: cijfers.vindCijfer,
    vindParameter: sleutels.vindParameter(kolom),
  }));
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

type Rekenblad = { readonly blad: Werkblad; readonly rekenwijze: Rekenwijze };

/**
 * A sheet for each key, in their order; one that goes by the outcome of another points to its sheet,
 * so that the other is written first.
 */
function schrijfRekenbladen(
  uitvoer: Uitvoerblad,
  plaatsenVan: (kolom: Uitvoerkolom) => Cijferplaatsen,
): readonly Rekenblad[] {
  const { kolommen } = uitvoer;
  const naamVan = createNamenlijst(uitvoer);
  const made = new Map<Uitvoerkolom, Rekenblad | "bezig">();
  const write = (kolom: Uitvoerkolom): Rekenblad | undefined => {
    const known = made.get(kolom);
    if (known) return known === "bezig" ? undefined : known;
    made.set(kolom, "bezig");
    const nummer = kolommen.length > 1 ? kolommen.indexOf(kolom) + 1 : "";
    const blad = createWerkblad(`Rekenwijze${nummer}`, [28, 16, 14, 14]);
    const find: Uitkomstvinder = (document, eenheid) => {
      const asked = kolom.vraag.bibliotheek.find(document);
      const other = kolommen.find(({ naam }) => asked && naam === documentnaam(asked));
      return other && write(other)?.rekenwijze.aantal(eenheid);
    };
    const rekenwijze = schrijfRekenwijze(blad, kolom, plaatsenVan(kolom), naamVan, find);
    const written = { blad, rekenwijze };
    made.set(kolom, written);
    return written;
  };
  return kolommen.flatMap((kolom) => write(kolom) ?? []);
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
