import { formatMoment } from "#domain/notatie.ts";
import type { Uitvoerblad } from "../uitvoerblad.ts";
import { ARCERING, breekAf, GRIJS, INKT, lijn, type Svgdeel, tekst, veilig, WARM } from "./svg.ts";

/** A picture that can travel alone: what it shows in the middle, and around it what it is. */
export type Beeld = {
  /** In words, for who does not see it. */
  readonly beschrijving: string;
  readonly breedte: number;
  readonly hoogte: number;
  readonly delen: readonly Svgdeel[];
  /** What a reader must know of these numbers besides. */
  readonly noten?: readonly string[];
};

const RAND = 32;
const FONT = "'Source Sans 3', 'Source Sans Pro', 'Segoe UI', Arial, sans-serif";

/** The picture alone, for a paper that says the rest itself. Text stays text. */
export function alleenBeeld({ beschrijving, breedte, hoogte, delen }: Beeld): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${breedte}" height="${hoogte}" viewBox="0 0 ${breedte} ${hoogte}" font-family="${FONT}" role="img" aria-labelledby="beschrijving">`,
    `<desc id="beschrijving">${veilig(beschrijving)}</desc>`,
    ARCERING,
    ...delen,
    "</svg>",
  ].join("");
}

/**
 * The whole picture as an SVG: title, what it is worth, sentence, and below it date, sources and the
 * address. Text stays text.
 */
export function omlijst(uitvoer: Uitvoerblad, beeld: Beeld, adres: string): string {
  const width = beeld.breedte + 2 * RAND;
  const inner = beeld.breedte;
  const delen: Svgdeel[] = [];
  let y = RAND;
  const write = (text: string, maat: number, hoe: { vet?: boolean; kleur?: string } = {}) => {
    for (const line of breekAf(text, inner, maat)) {
      y += maat * 1.35;
      delen.push(tekst(RAND, y, line, { maat, ...hoe }));
    }
  };
  write(`${uitvoer.titel}, ${uitvoer.regio.titel}`, 22, { vet: true });
  write(uitvoer.status, 15, { vet: true, kleur: uitvoer.concept ? WARM : INKT });
  write(uitvoer.zin, 14);
  y += 16;
  delen.push(`<g transform="translate(${RAND},${Math.round(y)})">${beeld.delen.join("")}</g>`);
  y += beeld.hoogte + 8;
  delen.push(lijn(RAND, y, RAND + inner, y));
  for (const note of beeld.noten ?? []) write(note, 12, { kleur: GRIJS });
  for (const line of footer(uitvoer, adres)) write(line, 12, { kleur: GRIJS });
  const height = Math.ceil(y + RAND);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}" role="img" aria-labelledby="titel beschrijving">`,
    `<title id="titel">${veilig(`${uitvoer.titel}, ${uitvoer.regio.titel}: ${uitvoer.status}`)}</title>`,
    `<desc id="beschrijving">${veilig(beeld.beschrijving)}</desc>`,
    ARCERING,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...delen,
    "</svg>",
  ].join("\n");
}

function footer(uitvoer: Uitvoerblad, adres: string): readonly string[] {
  const { regio, op, cijfers, herkomst, voorbeeld } = uitvoer;
  const bronnen = [...new Set(cijfers.map(({ bron }) => bron).filter(Boolean))];
  const region = regio.indeling ? ` (${regio.indeling.naam}, ${regio.indeling.status})` : "";
  return [
    `${regio.titel}${region}, gerekend voor ${formatMoment(op)}.${voorbeeld ? " Er zijn cijfers bij die verzonnen zijn." : ""}`,
    ...(bronnen.length > 0
      ? [`Bronnen: ${bronnen.slice(0, MOST).join("; ")}${more(bronnen.length)}`]
      : []),
    `Woonregie: ${adres}`,
    ...(herkomst.hash ? [`Kenmerk: ${herkomst.hash}`] : []),
  ];
}

const MOST = 4;

function more(count: number): string {
  return count > MOST ? `; en nog ${count - MOST}, zie het adres` : "";
}
