import { type Breuk, toNumber } from "#domain/breuk.ts";
import { formatGetal, formatProcent } from "#domain/notatie.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";
import type { Uitvoerblad, Uitvoerkolom, Uitvoerrij } from "../uitvoerblad.ts";
import { aantaltekst, deeltekst } from "./getaltekst.ts";
import type { Beeld } from "./omlijsting.ts";
import { breekAf, GRIJS, INKT, lijn, type Svgdeel, TINTEN, tekst, vlak } from "./svg.ts";

const NAAM = 200;
const STAVEN = 480;
const BREEDTE = NAAM + STAVEN + 140;
const DIKTE = 14;

type Maat = {
  readonly wat: string;
  readonly band: (rij: Uitvoerrij) => Bandbreedte | undefined;
  readonly tekst: (rij: Uitvoerrij) => string;
  readonly schrijf: (getal: Breuk) => string;
};

/**
 * A bar per unit and key, of the part of the own freed homes where that is known: bars of numbers
 * mostly show who is big, which then stands below.
 */
export function staafbeeld({ eenheden, kolommen, eenheid }: Uitvoerblad): Beeld {
  const maat = pickMaat(kolommen, eenheid);
  const bands = kolommen.flatMap(({ rijen }) => rijen.flatMap((rij) => maat.band(rij) ?? []));
  const most = Math.max(...bands.map(({ hoog }) => toNumber(hoog)), Number.MIN_VALUE);
  const at = (number: Breuk) => NAAM + (Math.max(0, toNumber(number)) / most) * STAVEN;
  const { delen, hoogte: top } = legendOf(kolommen);
  let y = top;
  let deelregio: string | undefined;
  for (const [i, unit] of eenheden.entries()) {
    if (unit.deelregio !== deelregio && unit.deelregio) {
      y += 26;
      delen.push(tekst(0, y - 6, unit.deelregio, { maat: 13, vet: true, kleur: GRIJS }));
    }
    deelregio = unit.deelregio;
    delen.push(tekst(0, y + DIKTE - 2, unit.naam.slice(0, 30)));
    for (const [nummer, { rijen, titel }] of kolommen.entries()) {
      const rij = rijen[i];
      if (rij) delen.push(...barOf(rij, maat, at, y, TINTEN[(nummer * 2 + 2) % 5] ?? INKT, titel));
      y += DIKTE + 2;
    }
    y += 8;
  }
  delen.push(lijn(NAAM, top - 4, NAAM, y - 6, GRIJS));
  return {
    beschrijving: `Staafdiagram van ${maat.wat} in ${eenheden.length} gemeenten.`,
    breedte: BREEDTE,
    hoogte: y,
    delen,
    noten: [`${maat.wat}. De dunne lijn is hoe ver het getal kan schelen.`],
  };
}

function pickMaat(kolommen: readonly Uitvoerkolom[], eenheid: string): Maat {
  const shares = kolommen.some(({ rijen }) => rijen.some((rij) => rij.deelVanAanbod));
  if (shares) {
    return {
      wat: "Deel van de eigen vrijkomende woningen",
      band: ({ deelVanAanbod }) => deelVanAanbod,
      tekst: deeltekst,
      schrijf: formatProcent,
    };
  }
  return {
    wat: `Aantal ${eenheid}; een grote gemeente heeft er meestal meer`,
    band: ({ aantal }) => aantal,
    tekst: aantaltekst,
    schrijf: formatGetal,
  };
}

function legendOf(kolommen: readonly Uitvoerkolom[]) {
  const delen: Svgdeel[] = [];
  let y = 4;
  if (kolommen.length > 1) {
    for (const [nummer, { titel }] of kolommen.entries()) {
      delen.push(vlak(0, y, DIKTE, DIKTE, TINTEN[(nummer * 2 + 2) % 5] ?? INKT));
      const [line = ""] = breekAf(titel, BREEDTE - 40, 13);
      delen.push(tekst(DIKTE + 8, y + DIKTE - 2, line, { maat: 13 }));
      y += DIKTE + 6;
    }
  }
  return { delen, hoogte: y + 12 };
}

function rim(from: number, to: number, y: number): Svgdeel {
  const width = Math.round((to - from) * 100) / 100;
  return `<rect x="${Math.round(from * 100) / 100}" y="${y - 1.5}" width="${width}" height="3" fill="#ffffff"/>`;
}

function barOf(
  rij: Uitvoerrij,
  maat: Maat,
  at: (number: Breuk) => number,
  y: number,
  kleur: string,
  titel: string,
): readonly Svgdeel[] {
  const band = maat.band(rij);
  if (!band) return [tekst(NAAM + 6, y + DIKTE - 2, "onbekend", { maat: 13, kleur: GRIJS })];
  const text = maat.tekst(rij);
  const middle = y + DIKTE / 2;
  const end = Math.max(at(band.midden), at(band.hoog));
  return [
    vlak(NAAM, y, at(band.midden) - NAAM, DIKTE, kleur, `${rij.eenheid.naam}, ${titel}: ${text}`),
    // A white rim under the line, so that it can be seen on a dark bar too.
    rim(at(band.laag), at(band.hoog), middle),
    lijn(at(band.laag), middle, at(band.hoog), middle, INKT),
    tekst(end + 6, y + DIKTE - 2, text, { maat: 13 }),
  ];
}
