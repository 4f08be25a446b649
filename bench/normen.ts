import { loadDocument } from "#contract/kader/load.ts";
import { type Breuk, breuk } from "#domain/breuk.ts";
import { createBibliotheek } from "#domain/document.ts";
import type { Rekengebied } from "#domain/gebied.ts";
import { NIETS_INGEVULD } from "#domain/invulling.ts";
import type { Toets } from "#domain/toets.ts";
import type { Cijferbron, Waarneming } from "#domain/waarneming.ts";
import type { Gevraagd, Toetsentabelvraag } from "#rules/normen/kolommen/toetsentabel.ts";
import { createToeval } from "./toeval.ts";

/** A norm as a number maker wrote it: whom it is asked of, and what share is asked. */
export type Normschets = {
  /** It applies where this figure is at least `drempel`. */
  readonly z: string;
  readonly drempel: number;
  /** The share of x in y is to be at least this part, a thousandth part per step, per year. */
  readonly x: string;
  readonly y: string;
  readonly van: number;
  readonly naar: number;
};

/** Figures to be asked, with how large they are. */
export type Cijferveld = {
  readonly namen: readonly string[];
  readonly grootte: (naam: string) => number;
};

const PER_DOCUMENT = 200;

/**
 * Norms with a fixed seed: a threshold, two figures and a share in thousandths; of each second
 * norm the share grows over the years, as an ingroeipad.
 */
export function schetsNormen(
  aantal: number,
  { namen, grootte }: Cijferveld,
): readonly Normschets[] {
  const chance = createToeval(20_261_121);
  const pick = () => namen[Math.floor(chance() * namen.length)] ?? "";
  return Array.from({ length: aantal }, (_, i) => {
    const [x, y, z] = [pick(), pick(), pick()];
    const middle = (1000 * grootte(x)) / grootte(y);
    const van = Math.max(1, Math.round(middle * (0.2 + 1.6 * chance())));
    const naar = i % 2 === 0 ? van : van + Math.max(1, Math.round(0.3 * van));
    return { x, y, z, drempel: Math.round(grootte(z) * chance()), van, naar };
  });
}

/** The share that is asked in each year: the first, the last, and even steps between them. */
export function aandelen({ van, naar }: Normschets, jaren: number): readonly Breuk[] {
  const steps = jaren - 1;
  return Array.from({ length: jaren }, (_, jaar) =>
    steps === 0 ? breuk(van, 1000) : breuk(van * steps + (naar - van) * jaar, 1000 * steps),
  );
}

/** Those norms as documents that the product reads, each eis a toets of its own. */
export function toetsenFor(
  schetsen: readonly Normschets[],
  jaren: readonly number[],
): readonly Gevraagd[] {
  const files = Math.ceil(schetsen.length / PER_DOCUMENT);
  return Array.from({ length: files }, (_, file) => {
    const part = schetsen.slice(file * PER_DOCUMENT, (file + 1) * PER_DOCUMENT);
    const document = readToets(part, jaren);
    return part.map((_schets, i): Gevraagd => {
      const { [`eis-${i}`]: eis, [`voor-${i}`]: toepassing } = document.eisen;
      if (!eis || !toepassing) throw new Error(`eis-${i} is niet gelezen`);
      return { document: { ...document, eisen: { eis } }, toepassing, ingevuld: NIETS_INGEVULD };
    });
  }).flat();
}

function readToets(schetsen: readonly Normschets[], jaren: readonly number[]): Toets {
  const span = `vanaf: ${jaren[0]}, doel: ${jaren.at(-1)}, verloop: lineair`;
  const grows = schetsen.flatMap(({ van, naar }, i) =>
    van === naar
      ? []
      : [
          `  pad-${i}: { eenheid: deel, ingroeipad: { van: ${van}/1000, naar: ${naar}/1000, ${span} } }`,
        ],
  );
  const eisen = schetsen.flatMap(({ x, y, z, van, naar, drempel }, i) => [
    `  eis-${i}: { aandeel: ${x}, van: ${y}, minstens: ${van === naar ? `${van}/1000` : `pad-${i}`} }`,
    `  voor-${i}: { aantal: ${z}, minstens: ${drempel} }`,
  ]);
  const text = [
    "soort: toets",
    "id: normen-van-de-bench",
    "titel: Normen van de bench",
    "onderwerp: algemeen",
    "bron: voorbeeld van de bench",
    "status: voorbeeld",
    ...(grows.length > 0 ? ["parameters:", ...grows] : []),
    "niveau: [gemeente]",
    "eisen:",
    ...eisen,
    "",
  ].join("\n");
  const read = loadDocument(text, { bestand: "normen-van-de-bench.yaml" });
  if (!read.ok || read.document.soort !== "toets") {
    throw new Error(`de normen worden niet gelezen: ${JSON.stringify(read)}`);
  }
  return read.document;
}

const KOLOMMEN = 40;
const UNKNOWN = 0.02;

/** Forty generated figures of all gemeenten in so many years; two in a hundred are not known. */
export function maakCijfers(
  { eenheden }: Rekengebied,
  jaren: readonly number[],
): Cijferveld & { readonly waarnemingen: readonly Waarneming[] } {
  const chance = createToeval(342);
  const namen = Array.from({ length: KOLOMMEN }, (_, k) => `cijfer-${k}`);
  const sizes = new Map(namen.map((naam) => [naam, 10 ** (2 + 3 * chance())]));
  const waarnemingen = namen.flatMap((indicator) =>
    eenheden.flatMap(({ id }) =>
      jaren.map((jaar): Waarneming => {
        const getal = Math.round((sizes.get(indicator) ?? 0) * 2 * chance());
        return {
          indicator,
          gebied: id,
          cel: [],
          moment: `${jaar}-01-01`,
          bron: "bench",
          inhoud:
            chance() < UNKNOWN ? { soort: "onbekend" } : { soort: "getal", waarde: breuk(getal) },
        };
      }),
    ),
  );
  return { namen, grootte: (naam) => sizes.get(naam) ?? 1, waarnemingen };
}

/** The question to the product: these toetsen over all gemeenten on the last day of each year. */
export function tabelvraag(
  gebied: Rekengebied,
  toetsen: readonly Gevraagd[],
  jaren: readonly number[],
  cijfers: Cijferbron,
): Toetsentabelvraag {
  return {
    toetsen,
    gebied,
    bibliotheek: createBibliotheek([]),
    cijfers,
    momenten: jaren.map((jaar) => `${jaar}-12-31`),
  };
}
