import type { Kaart } from "#contract/api/kaarten.ts";
import { Decor } from "./decor.tsx";
import { type Doos, textWidth } from "./namen-plaatsen.ts";

const KILOMETERS = [1, 2, 5, 10, 20, 50, 100];
const RAND = 10;
const HOOG = 22;
const LETTER = 11;
const SCHEMATISCH = " · schematisch, geen echte grenzen";

type Props = { readonly kaart: Kaart; readonly breedte: number };

/** How long a kilometre is here, and whether this is a schematic map, in the lower left corner. */
export function Schaalstok({ kaart, breedte }: Props) {
  const scale = breedte / kaart.breedte;
  const kilometers = lengthFor(kaart);
  const length = (kilometers * 1000) / kaart.meters;
  const [x, y] = [RAND / scale, kaart.hoogte - RAND / scale];
  const tick = 5 / scale;
  return (
    <Decor soort="schaalstok">
      <path d={`M${x},${y - tick}v${tick}h${length}v${-tick}`} />
      <text x={x + 4 / scale} y={y - 4 / scale} fontSize={LETTER / scale} strokeWidth={3 / scale}>
        {kilometers} km
        {kaart.soort === "schematisch" && SCHEMATISCH}
      </text>
    </Decor>
  );
}

/** Where no name may stand, in pixels of the screen. */
export function schaalstokDoos(kaart: Kaart, breedte: number): Doos {
  const scale = breedte / kaart.breedte;
  const length = ((lengthFor(kaart) * 1000) / kaart.meters) * scale;
  const hoogte = kaart.hoogte * scale;
  const words = textWidth(`${lengthFor(kaart)} km${SCHEMATISCH}`) * LETTER;
  const wide = kaart.soort === "schematisch" ? Math.max(length, words) : length;
  return [0, hoogte - RAND - HOOG, RAND + wide, hoogte];
}

function lengthFor({ breedte, meters }: Kaart): number {
  const most = (breedte * meters) / 5 / 1000;
  return KILOMETERS.findLast((kilometers) => kilometers <= most) ?? 1;
}
