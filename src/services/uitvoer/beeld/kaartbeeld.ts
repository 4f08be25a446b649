import type { Kaart } from "#contract/api/kaarten.ts";
import { breuk, multiply, round, toNumber } from "#domain/breuk.ts";
import { makeSchaal, type Schaal } from "#domain/kaartschaal.ts";
import { formatGetal } from "#domain/notatie.ts";
import type { Uitvoerkolom, Uitvoerrij } from "../uitvoerblad.ts";
import { aantaltekst, deeltekst } from "./getaltekst.ts";
import type { Beeld } from "./omlijsting.ts";
import { breedteVan, GRIJS, INKT, type Svgdeel, TINTEN, tekst, veilig, vlak } from "./svg.ts";

const BREEDTE = 880;
const LETTER = 11;

type Waarde = { readonly getal: number; readonly tekst: string };

/** One key on the map, with the scale that the screen has; names where there is room for them. */
export function kaartbeeld(kaart: Kaart, kolom: Uitvoerkolom): Beeld {
  const shares = kolom.rijen.some((rij) => rij.deelVanAanbod);
  const values = new Map(
    kolom.rijen.flatMap((rij) => {
      const value = shownAs(rij, shares);
      return value ? [[rij.eenheid.id, value] as const] : [];
    }),
  );
  const write = (n: number) =>
    `${formatGetal(breuk(Math.round(n * 100), 100), 2)}${shares ? "%" : ""}`;
  const schaal = makeSchaal(
    [...values.values()].map(({ getal }) => getal),
    write,
  );
  const factor = BREEDTE / kaart.breedte;
  const hoogte = kaart.hoogte * factor;
  const { legenda, hoogte: below } = legendOf(schaal, values.size < kaart.gemeenten.length);
  const wat = shares
    ? "Deel van de eigen vrijkomende woningen"
    : `Aantal ${kolom.uitkomst.eenheid} (een grote gemeente heeft er meestal meer)`;
  const soort =
    kaart.soort === "schematisch" ? "Schematisch: dit zijn niet de echte grenzen. " : "";
  return {
    beschrijving: `Kaart van ${kaart.titel}. ${wat}, bij «${kolom.titel}». ${describeAll(kolom, values)}`,
    breedte: BREEDTE,
    hoogte: hoogte + 16 + below,
    delen: [
      `<svg width="${BREEDTE}" height="${Math.round(hoogte)}" viewBox="0 0 ${kaart.breedte} ${kaart.hoogte}">`,
      ...shapesOf(kaart, values, schaal, factor),
      "</svg>",
      ...namesOf(kaart, factor),
      `<g transform="translate(0,${Math.round(hoogte + 16)})">${legenda.join("")}</g>`,
    ],
    noten: [`${wat}, bij «${kolom.titel}». ${soort}Kaart: ${kaart.bron}, ${kaart.peildatum}.`],
  };
}

/** The number as it is shown: the colour follows what people read. */
function shownAs(rij: Uitvoerrij, shares: boolean): Waarde | undefined {
  const band = shares ? rij.deelVanAanbod : rij.aantal;
  if (!band) return undefined;
  const hundredfold = multiply(band.midden, breuk(100));
  const getal = toNumber(shares ? breuk(round(hundredfold)) : breuk(round(hundredfold), 100));
  return { getal, tekst: shares ? deeltekst(rij) : aantaltekst(rij) };
}

function describeAll({ rijen }: Uitvoerkolom, values: ReadonlyMap<string, Waarde>): string {
  return rijen
    .map(({ eenheid }) => `${eenheid.naam} ${values.get(eenheid.id)?.tekst ?? "onbekend"}`)
    .join("; ");
}

function shapesOf(
  kaart: Kaart,
  values: ReadonlyMap<string, Waarde>,
  schaal: Schaal,
  factor: number,
): readonly Svgdeel[] {
  const thin = (1 / factor).toFixed(2);
  const around = kaart.omgeving.map(
    ({ pad }) =>
      `<path d="${pad}" fill="#f6f6f6" stroke="#ffffff" stroke-width="${thin}" fill-rule="evenodd"/>`,
  );
  const own = kaart.gemeenten.map(({ code, naam, pad }) => {
    const value = values.get(code);
    const klasse = value && schaal.klasseVan(value.getal);
    const fill = klasse ? TINTEN[klasse.tint - 1] : "url(#onbekend)";
    return `<path d="${pad}" fill="${fill}" stroke="#ffffff" stroke-width="${thin}" fill-rule="evenodd"><title>${veilig(`${naam}: ${value?.tekst ?? "onbekend"}`)}</title></path>`;
  });
  const border = (pad: string, width: number) =>
    `<path d="${pad}" fill="none" stroke="${INKT}" stroke-width="${(width / factor).toFixed(2)}"/>`;
  return [...around, ...own, border(kaart.deelgrenzen, 1), border(kaart.omtrek, 1.5)];
}

type Vak = readonly [links: number, boven: number, rechts: number, onder: number];

/** Each name once, where it covers no other; the numbers themselves also stand in the table. */
function namesOf({ gemeenten }: Kaart, factor: number): readonly Svgdeel[] {
  const taken: Vak[] = [];
  return gemeenten.flatMap(({ naam, naamplek }) => {
    const [x, y] = [naamplek[0] * factor, naamplek[1] * factor];
    const half = breedteVan(naam, LETTER) / 2 + 2;
    const box: Vak = [x - half, y - LETTER, x + half, y + 3];
    const clash = taken.some(
      (other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1],
    );
    if (clash || box[0] < 0 || box[2] > BREEDTE) return [];
    taken.push(box);
    return [tekst(x, y, naam, { maat: LETTER, plek: "middle", rand: true })];
  });
}

function legendOf({ klassen }: Schaal, unknown: boolean) {
  const entries = [
    ...klassen.map(({ tekst: text, tint }) => [TINTEN[tint - 1] ?? INKT, text] as const),
    ...(unknown ? [["url(#onbekend)", "onbekend"] as const] : []),
  ];
  const legenda = entries.flatMap(([fill, text], i) => {
    const [x, y] = [(i % 3) * 290, Math.floor(i / 3) * 24];
    return [vlak(x, y, 24, 16, fill), tekst(x + 32, y + 13, text, { maat: 13, kleur: GRIJS })];
  });
  return { legenda, hoogte: Math.ceil(entries.length / 3) * 24 + 4 };
}
