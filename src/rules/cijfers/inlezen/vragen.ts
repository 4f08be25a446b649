import {
  type Inleverkop,
  isWaardekolom,
  type Koppeling,
  type Waardekolom,
} from "#domain/inlevering.ts";
import { formatKolom, type Werkblad } from "#domain/werkmap.ts";
import { zegtProcent } from "./indicator-zoeken.ts";
import type { Inleeskennis } from "./kennis.ts";
import { eersteRij, kopteksten } from "./kop.ts";
import { ruwGetal } from "./ruw-getal.ts";

/** What a person still has to say before a sheet can be read. */
export type Koppelvraag = {
  readonly blad: string;
  /** Absent where it is about the sheet as a whole. */
  readonly kolom?: number;
  readonly over: "gebied" | "waarde" | "indicator" | "moment" | "maal";
  readonly tekst: string;
};

/** Everything that a koppeling leaves open; none where the sheet can be read. */
export function listVragen(
  koppeling: Koppeling,
  blad: Werkblad,
  kop: Pick<Inleverkop, "indicator" | "moment">,
  kennis: Inleeskennis,
): readonly Koppelvraag[] {
  const has = (rol: string) => koppeling.kolommen.some((kolom) => kolom.rol === rol);
  const naam = blad.naam;
  const koppen = kopteksten(blad, koppeling.kopregels);
  const waarden = koppeling.kolommen.filter(isWaardekolom);
  const sheet: Koppelvraag[] = [];
  if (!has("gebied")) {
    const tekst = "In welke kolom staan de gemeenten, met hun naam of hun code?";
    sheet.push({ blad: naam, over: "gebied", tekst });
  }
  if (waarden.length === 0) {
    sheet.push({ blad: naam, over: "waarde", tekst: "In welke kolommen staan de cijfers?" });
  }
  return [
    ...sheet,
    ...waarden.flatMap((kolom) => {
      const column = { kolom, kop: koppen[kolom.kolom] ?? "", has, standaard: kop, kennis };
      return questionsOf(column, blad, koppeling);
    }),
  ];
}

type Kolom = {
  readonly kolom: Waardekolom;
  readonly kop: string;
  readonly has: (rol: string) => boolean;
  readonly standaard: Pick<Inleverkop, "indicator" | "moment">;
  readonly kennis: Inleeskennis;
};

function questionsOf(
  { kolom, kop, has, standaard, kennis }: Kolom,
  blad: Werkblad,
  { kopregels }: Koppeling,
): readonly Koppelvraag[] {
  const waar = { blad: blad.naam, kolom: kolom.kolom };
  const called = kop
    ? `Kolom ${formatKolom(kolom.kolom)}, «${kop}»`
    : `Kolom ${formatKolom(kolom.kolom)}`;
  const id = kolom.indicator ?? standaard.indicator;
  const found: Koppelvraag[] = [];
  if (!id && !has("indicator")) {
    const tekst = `${called}: welk cijfer is dit? Kies er een, of lees de kolom niet.`;
    found.push({ ...waar, over: "indicator", tekst });
  }
  if (!kolom.moment && !standaard.moment && !has("moment")) {
    const tekst = `${called}: van welke dag of periode is dit cijfer?`;
    found.push({ ...waar, over: "moment", tekst });
  }
  const eenheid = id && kennis.indicatoren.get(id)?.eenheid;
  if (eenheid === "deel" && kolom.maal === undefined && zegtProcent(kop)) {
    if (
      blad.rijen.slice(eersteRij(kopregels)).some((rij) => ruwGetal(rij[kolom.kolom]) !== undefined)
    ) {
      const tekst = `${called}: de kop zegt %, en alle getallen zijn hoogstens 1. Is 0,12 hier 12%, of 0,12%?`;
      found.push({ ...waar, over: "maal", tekst });
    }
  }
  return found;
}
