import {
  breuk,
  isNegative,
  multiply,
  negate,
  parseBreuk,
  round,
  subtract,
  toNumber,
} from "#domain/breuk.ts";
import { formatGetal, formatVerschil } from "#domain/notatie.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";
import type { WasWordt } from "../../client/versies.ts";

/** One gemeente before and after, as it is shown. */
export type Verschil = {
  readonly id: string;
  readonly naam: string;
  readonly was?: Bandbreedte;
  readonly wordt?: Bandbreedte;
  /** `+1,5`; absent where a side is unknown. */
  readonly tekst?: string;
  /** The same as a number with two decimals, for the map. */
  readonly getal?: number;
  /** The same in a sentence: `1,5 meer`. */
  readonly zin: string;
  /** They differ, and the bands overlap. */
  readonly binnen: boolean;
};

type Sleutel = Pick<WasWordt["sleutels"][number], "eenheden">;
type Tekstband = Sleutel["eenheden"][number]["was"];

/** What each unit gets more or less; by alphabet, and unknown is no nought. */
export function readVerschillen({ eenheden }: Sleutel): readonly Verschil[] {
  return eenheden
    .map(({ id, naam, overlapt, ...sides }): Verschil => {
      const [was, wordt] = [readBand(sides.was), readBand(sides.wordt)];
      const known = { id, naam, ...(was ? { was } : {}), ...(wordt ? { wordt } : {}) };
      if (!was || !wordt) return { ...known, zin: "onbekend", binnen: false };
      const change = subtract(wordt.midden, was.midden);
      const tekst = formatVerschil(change, 2);
      const size = formatGetal(isNegative(change) ? negate(change) : change, 2);
      const zin = tekst === "0" ? "hetzelfde" : `${size} ${isNegative(change) ? "minder" : "meer"}`;
      const getal = toNumber(breuk(round(multiply(change, breuk(100))), 100));
      return { ...known, tekst, getal, zin, binnen: overlapt && tekst !== "0" };
    })
    .toSorted((a, b) => a.naam.localeCompare(b.naam, "nl"));
}

function readBand(band: Tekstband): Bandbreedte | undefined {
  if (!band) return undefined;
  const [laag, midden, hoog] = [band.laag, band.midden, band.hoog].map((text) => parseBreuk(text));
  return laag && midden && hoog ? { laag, midden, hoog } : undefined;
}
