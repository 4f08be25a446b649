import { kaartbeeld } from "#services/uitvoer/beeld/kaartbeeld.ts";
import { alleenBeeld, type Beeld } from "#services/uitvoer/beeld/omlijsting.ts";
import { staafbeeld } from "#services/uitvoer/beeld/staafbeeld.ts";
import type { Blok } from "./stuk.ts";
import type { Werk } from "./werk.ts";

/** A picture that is taller than this beside its width does not stand on a page with its text legible. */
const HOOGSTE_VERHOUDING = 1.3;

/**
 * The outcome as bars, and on the map where the borders are known; a picture says nothing that the
 * table does not, so one that does not fit a page is left out.
 */
export function beeldBlokken({ blad, kaart }: Werk): readonly Blok[] {
  const [kolom] = blad.kolommen;
  if (kolom.rijen.every(({ aantal }) => !aantal)) return [];
  const drawn = kaart?.();
  const beelden = [staafbeeld(blad), ...(drawn ? [kaartbeeld(drawn, kolom)] : [])];
  return beelden.filter(fits).flatMap(toBlokken);
}

function fits({ breedte, hoogte }: Beeld): boolean {
  return hoogte <= breedte * HOOGSTE_VERHOUDING;
}

function toBlokken(beeld: Beeld): readonly Blok[] {
  const { beschrijving, breedte, hoogte, noten = [] } = beeld;
  return [
    { soort: "beeld", svg: alleenBeeld(beeld), beschrijving, breedte, hoogte },
    ...noten.map((tekst): Blok => ({ soort: "alinea", klein: true, tekst })),
  ];
}
