import { formatBreuk, isWhole } from "#domain/breuk.ts";
import { isWide } from "#domain/notatie.ts";
import { GEHEEL, type Waarneming } from "#domain/waarneming.ts";
import type { Uitvoerblad, Uitvoercijfer } from "../uitvoerblad.ts";
import { type Cel, createWerkblad, type Inhoud, tekst, type Werkblad, waarde } from "./cellen.ts";

/** The headings of a sheet with figures, as it can be read back. */
const CIJFERKOPPEN = [
  "cijfer",
  "gebied",
  "gemeente",
  "moment",
  "waarde",
  "laag",
  "hoog",
  "eenheid",
  "bron",
  "licentie",
  "betrouwbaarheid",
  "opmerking",
  "titel",
] as const;

const WAARDE = CIJFERKOPPEN.indexOf("waarde");

export type Cijferblad = {
  readonly blad: Werkblad;
  readonly vindCijfer: (waarneming: Waarneming) => Cel | undefined;
};

/**
 * Every figure on a row of its own, in the order of the export.
 *
 * A figure that nobody knows holds the word onbekend: an empty cell would count as nought.
 */
export function schrijfCijfers({ cijfers }: Uitvoerblad): Cijferblad {
  const blad = createWerkblad("Cijfers", [28, 12, 22, 12, 14, 12, 12, 14, 50, 12, 16, 40, 34], 1);
  blad.regel(0, CIJFERKOPPEN.map(tekst), "kop");
  const cells = new Map<string, Cel>();
  for (const [i, cijfer] of cijfers.entries()) {
    const rij = i + 1;
    for (const [kolom, inhoud] of cijferregel(cijfer).entries()) {
      if (!inhoud) continue;
      const cel = blad.zet(rij, kolom, inhoud, kolom === WAARDE ? "invoer" : undefined);
      if (kolom === WAARDE && inhoud.soort === "getal") cells.set(keyOf(cijfer), cel);
    }
  }
  return { blad, vindCijfer: (waarneming) => cells.get(keyOf(waarneming)) };
}

function cijferregel(cijfer: Uitvoercijfer): readonly (Inhoud | undefined)[] {
  const { waarde: band, kenmerk } = cijfer;
  const wide = band !== undefined && isWide(band);
  const optional = (text: string | undefined) => (text ? tekst(text) : undefined);
  return [
    tekst([cijfer.indicator, ...cijfer.cel].join(".")),
    tekst(cijfer.gebied),
    tekst(cijfer.gebied === GEHEEL ? "" : cijfer.gebiednaam),
    optional(cijfer.moment),
    band ? waarde(band.midden) : tekst(kenmerk ?? "onbekend"),
    wide ? waarde(band.laag) : undefined,
    wide ? waarde(band.hoog) : undefined,
    optional(cijfer.eenheid),
    optional(cijfer.bron),
    optional(cijfer.licentie),
    optional(cijfer.betrouwbaarheid),
    optional(describeOpmerking(cijfer)),
    tekst(cijfer.titel),
  ];
}

/** A number without decimals of its own is said exactly too: 1/3 stands there as 0,3333… */
function describeOpmerking({ opmerking, waarde: band }: Uitvoercijfer): string | undefined {
  const exact = band && !isWhole(band.midden) ? formatBreuk(band.midden) : "";
  const note = exact.includes("/") ? `Precies ${exact}.` : "";
  return [opmerking, note].filter(Boolean).join(" ") || undefined;
}

type Sleutelvelden = Pick<Waarneming, "indicator" | "cel" | "gebied" | "moment">;

function keyOf({ indicator, cel, gebied, moment }: Sleutelvelden): string {
  return JSON.stringify([indicator, cel, gebied, moment]);
}
