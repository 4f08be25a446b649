import { memo } from "react";
import type { Kaart } from "#contract/api/kaarten.ts";
import { Decor } from "./decor.tsx";
import {
  type Doos,
  type Geplaatst,
  type Naamwens,
  placeNamen,
  REGELHOOGTE,
} from "./namen-plaatsen.ts";
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
 * Places all names for a map that is so many pixels wide: those of the region or a number that
 * stands for one, then waters and countries, and last the neighbours.
 */
export function divideNamen(kaart: Kaart, breedte: number, eigen?: string): Naamindeling {
  const scale = breedte / kaart.breedte;
  const hoogte = kaart.hoogte * scale;
  const letter = breedte < 480 ? 11 : 13;
  const stok = [schaalstokDoos(kaart, breedte)];
  const named = kaart.gemeenten
    .filter(({ code }) => code === eigen || kaart.gemeenten.length <= MET_NAMEN)
    .toSorted((a, b) => Number(b.code === eigen) - Number(a.code === eigen));
  const { leden, cijfers, sleutel } = nameOrNumber(named, { scale, breedte, hoogte, letter, stok });
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
  return { leden, cijfers, omgeving, opschriften, sleutel };
}

type Blad = {
  readonly scale: number;
  readonly breedte: number;
  readonly hoogte: number;
  readonly letter: number;
  readonly stok: readonly Doos[];
};

/**
 * A name where there is room, else a number. What finds no room for its name gets a number before
 * the other names are placed again, until every number that is explained also stands on the map.
 */
function nameOrNumber(
  named: readonly Kaart["gemeenten"][number][],
  { scale, breedte, hoogte, letter, stok }: Blad,
): Pick<Naamindeling, "leden" | "cijfers" | "sleutel"> {
  const numbered = new Set<string>();
  for (;;) {
    const left = named.filter(({ code }) => numbered.has(code));
    const numbers = left.map((vorm, i) => ({
      ...wishFor(vorm, scale, letter - 2),
      naam: `${i + 1}`,
    }));
    const cijfers = placeNamen(numbers, breedte, hoogte, stok);
    const names = named.filter(({ code }) => !numbered.has(code));
    const leden = placeNamen(
      names.map((vorm) => wishFor(vorm, scale, letter)),
      breedte,
      hoogte,
      [...stok, ...cijfers.map(({ doos }) => doos)],
    );
    if (leden.length === names.length) {
      return { leden, cijfers, sleutel: left.map(({ naam }) => naam) };
    }
    const placed = new Set(leden.map(({ id }) => id));
    for (const { code } of names) if (!placed.has(code)) numbered.add(code);
  }
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
