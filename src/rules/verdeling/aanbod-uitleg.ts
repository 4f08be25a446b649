import { formatBreuk } from "#domain/breuk.ts";
import { formatProcent, isWide } from "#domain/notatie.ts";
import type { Bandbreedte, GebruiktCijfer, VerdelingUitkomst } from "#domain/uitkomst.ts";
import type { Verantwoording } from "#domain/verantwoording.ts";
import type { Bijcijfer } from "./bijcijfers.ts";

/**
 * The account of the part of a unit's own supply: what comes free there, from which figures, and
 * what is left for regulier woningzoekenden.
 *
 * Undefined where the outcome has no supply for that unit.
 */
export function explainAanbod(
  { eenheden, eenheid }: VerdelingUitkomst,
  aanbod: Bijcijfer | undefined,
  id: string,
): Verantwoording | undefined {
  const own = eenheden.find((item) => item.id === id);
  if (!own?.aanbod || !own.deelVanAanbod) return undefined;
  const figures = (aanbod?.gebruikt ?? []).filter(({ gebied }) => gebied === id);
  return {
    wat: "Deel van de eigen vrijkomende woningen",
    ...shareOf(own.deelVanAanbod),
    delen: [
      { wat: "uitkomst", ...numberOf(own.aantal), eenheid, delen: [] },
      {
        wat: "komt vrij",
        ...numberOf(own.aanbod),
        eenheid: "woningen",
        delen: figures.map(figure),
      },
      ...(own.over
        ? [
            {
              wat: "blijft over voor regulier woningzoekenden",
              ...numberOf(own.over),
              eenheid: "woningen",
              delen: [],
            },
          ]
        : []),
    ],
  };
}

/** The account of a figure that lies beside the keys: what units do now, or what comes free there. */
export function explainBijcijfer(bij: Bijcijfer, eenheid: string): Verantwoording {
  const band = bij.waarden.get(eenheid);
  return {
    wat: bij.cijfer,
    ...(band ? numberOf(band) : {}),
    delen: bij.gebruikt.filter(({ gebied }) => gebied === eenheid).map(figure),
  };
}

function numberOf(band: Bandbreedte): Pick<Verantwoording, "waarde" | "laag" | "hoog"> {
  const waarde = formatBreuk(band.midden);
  if (!isWide(band)) return { waarde };
  return { waarde, laag: formatBreuk(band.laag), hoog: formatBreuk(band.hoog) };
}

function shareOf(band: Bandbreedte): Pick<Verantwoording, "waarde" | "laag" | "hoog"> {
  const waarde = formatProcent(band.midden, 1);
  if (!isWide(band)) return { waarde };
  return { waarde, laag: formatProcent(band.laag, 1), hoog: formatProcent(band.hoog, 1) };
}

function figure({ cel, waarde, kenmerk, ...herkomst }: GebruiktCijfer): Verantwoording {
  return {
    wat: [herkomst.indicator, ...cel].join("."),
    ...(waarde ? numberOf(waarde) : {}),
    ...(kenmerk ? { waarde: kenmerk } : {}),
    herkomst,
    delen: [],
  };
}
