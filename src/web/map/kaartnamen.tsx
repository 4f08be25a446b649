import { memo } from "react";
import type { Kaart } from "#contract/api/kaarten.ts";
import { Decor } from "./decor.tsx";
import { type Geplaatst, type Naamwens, placeNamen, REGELHOOGTE } from "./namen-plaatsen.ts";
import { schaalstokDoos } from "./schaalstok.tsx";

/** With more gemeenten than this only the own one, and the one pointed at, are named. */
const MET_NAMEN = 60;

/** Names on the map, and the numbers that stand for names without room. */
export type Naamindeling = {
  readonly leden: readonly Geplaatst[];
  readonly cijfers: readonly Geplaatst[];
  readonly omgeving: readonly Geplaatst[];
  readonly opschriften: readonly Geplaatst[];
  /** What each number stands for, in its order. */
  readonly sleutel: readonly string[];
};

/** Where a shape wants its name on a map of `scale` pixels per unit. */
export function wishFor(
  { code, naam, naamplek: [x, y] }: Kaart["gemeenten"][number],
  scale: number,
  letter: number,
): Naamwens {
  return { id: code, naam, x: x * scale, y: y * scale, letter };
}

/**
 * Places all names for a map that is so many pixels wide: the own one first, then the others, then
 * numbers for those that found no room, waters and countries, and last the neighbours.
 */
export function divideNamen(kaart: Kaart, breedte: number, eigen?: string): Naamindeling {
  const scale = breedte / kaart.breedte;
  const hoogte = kaart.hoogte * scale;
  const letter = breedte < 480 ? 11 : 13;
  const stok = [schaalstokDoos(kaart, breedte)];
  const named = kaart.gemeenten
    .filter(({ code }) => code === eigen || kaart.gemeenten.length <= MET_NAMEN)
    .toSorted((a, b) => Number(b.code === eigen) - Number(a.code === eigen));
  const leden = placeNamen(
    named.map((vorm) => wishFor(vorm, scale, letter)),
    breedte,
    hoogte,
    stok,
  );
  const placed = new Set(leden.map(({ id }) => id));
  const left = named.filter(({ code }) => !placed.has(code));
  const numbers = left.map((vorm, i) => ({
    ...wishFor(vorm, scale, letter - 1),
    naam: `${i + 1}`,
  }));
  const cijfers = placeNamen(numbers, breedte, hoogte, [...stok, ...leden.map(({ doos }) => doos)]);
  const taken = [...stok, ...[...leden, ...cijfers].map(({ doos }) => doos)];
  const words = kaart.opschriften.map(({ tekst, plek }, i) => ({
    id: `${i}`,
    naam: tekst,
    x: plek[0] * scale,
    y: plek[1] * scale,
    letter,
  }));
  const opschriften = placeNamen(words, breedte, hoogte, taken);
  const omgeving = placeNamen(
    kaart.omgeving.map((vorm) => wishFor(vorm, scale, letter - 2)),
    breedte,
    hoogte,
    [...taken, ...opschriften.map(({ doos }) => doos)],
  );
  return { leden, cijfers, omgeving, opschriften, sleutel: left.map(({ naam }) => naam) };
}

type Props = {
  readonly namen: readonly Geplaatst[];
  readonly schaal: number;
  readonly soort: string;
};

/** Names in pixels of the screen, drawn in units of the map. */
export const Namen = memo(function Namen({ namen, schaal, soort }: Props) {
  return (
    <Decor soort={soort}>
      {namen.map((naam) => (
        <Naam key={naam.id} naam={naam} schaal={schaal} />
      ))}
    </Decor>
  );
});

export function Naam({ naam, schaal }: { readonly naam: Geplaatst; readonly schaal: number }) {
  const { x, doos, regels, letter } = naam;
  return (
    <text fontSize={letter / schaal} strokeWidth={3 / schaal} textAnchor="middle">
      {regels.map((regel, i) => (
        <tspan
          key={regel}
          x={x / schaal}
          y={(doos[1] + letter * (0.92 + i * REGELHOOGTE)) / schaal}
        >
          {regel}
        </tspan>
      ))}
    </text>
  );
}
