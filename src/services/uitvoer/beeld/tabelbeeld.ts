import { formatVanTot } from "#domain/notatie.ts";
import type { Uitvoerblad, Uitvoerkolom } from "../uitvoerblad.ts";
import { aantaltekst, deeltekst } from "./getaltekst.ts";
import type { Beeld } from "./omlijsting.ts";
import { breedteVan, breekAf, GRIJS, lijn, type Svgdeel, tekst } from "./svg.ts";

const RIJ = 24;
const NAAM = 220;
const KOLOM = 230;

/** The keys side by side in a table, one row per unit, by deelregio and alphabet. */
export function tabelbeeld(uitvoer: Uitvoerblad): Beeld {
  const { eenheden, kolommen, eenheid } = uitvoer;
  const breedte = Math.max(560, NAAM + kolommen.length * KOLOM);
  const heads = kolommen.map(({ titel }) => breekAf(titel, KOLOM - 24, 13));
  const lines = Math.max(...heads.map(({ length }) => length));
  const delen: Svgdeel[] = [tekst(0, lines * 17, "gemeente", { maat: 13, vet: true })];
  for (const [nummer, head] of heads.entries()) {
    const right = NAAM + (nummer + 1) * KOLOM;
    for (const [i, line] of head.entries()) {
      const y = (lines - head.length + i + 1) * 17;
      delen.push(tekst(right, y, line, { maat: 13, vet: true, plek: "end" }));
    }
  }
  let y = lines * 17 + 8;
  delen.push(lijn(0, y, breedte, y, GRIJS));
  let deelregio: string | undefined;
  for (const [i, unit] of eenheden.entries()) {
    if (unit.deelregio !== deelregio && unit.deelregio) {
      y += RIJ;
      delen.push(tekst(0, y - 7, unit.deelregio, { maat: 13, vet: true, kleur: GRIJS }));
    }
    deelregio = unit.deelregio;
    y += RIJ;
    delen.push(tekst(0, y - 7, shorten(unit.naam), { maat: 14 }), lijn(0, y, breedte, y));
    for (const [nummer, { rijen }] of kolommen.entries()) {
      const rij = rijen[i];
      if (!rij) continue;
      const right = NAAM + (nummer + 1) * KOLOM;
      delen.push(tekst(right - 90, y - 7, aantaltekst(rij), { plek: "end" }));
      delen.push(tekst(right, y - 7, deeltekst(rij), { maat: 13, plek: "end", kleur: GRIJS }));
    }
  }
  const some = kolommen.some(({ rijen }) => rijen.some((rij) => rij.deelVanAanbod));
  return {
    beschrijving: `Tabel met ${eenheden.length} gemeenten: ${kolommen.map(({ titel }) => titel).join("; ")}.`,
    breedte,
    hoogte: y + 8,
    delen,
    noten: [
      `Aantal ${eenheid}; tussen haakjes hoe ver het kan schelen.${some ? " Het percentage is het deel van de eigen vrijkomende woningen." : ""}`,
      ...kolommen.flatMap(restNote),
    ],
  };
}

function shorten(naam: string): string {
  return breedteVan(naam, 14) > NAAM - 8 ? `${naam.slice(0, 27)}…` : naam;
}

function restNote({ titel, nietPast, uitkomst }: Uitvoerkolom): readonly string[] {
  if (!nietPast) return [];
  const chosen = nietPast.keuze ? `gekozen is «${nietPast.keuze}»` : "keuze nodig";
  return [`${titel}: ${formatVanTot(nietPast.aantal)} ${uitkomst.eenheid} passen niet, ${chosen}.`];
}
