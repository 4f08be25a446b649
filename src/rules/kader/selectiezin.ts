import { listWords } from "#domain/notatie.ts";
import type { Selectie } from "#domain/selectie.ts";
import { eenheidwoorden, type Ruimte } from "./context.ts";
import { describeEis } from "./eiszin.ts";
import { field, phrase, type Zin } from "./zin.ts";

/** For whom something holds: "voor Tilburg en Breda", "voor wie aangewezen is", "behalve Goirle". */
export function describeSelectie(selectie: Selectie, pad: string, ruimte: Ruimte): Zin {
  const bij = describeEenheden(selectie.bij, `${pad}.bij`, ruimte);
  const waar = selectie.waar && describeEis(selectie.waar, `${pad}.waar`, ruimte).wie;
  return phrase(
    bij && phrase("voor", bij),
    waar && (startsWithWie(waar) ? phrase("voor", waar) : waar),
    describeBehalve(selectie, pad, ruimte),
  );
}

/** The same as who it is: "Tilburg en Breda", "wie niet aangewezen is". */
export function describeWie(selectie: Selectie, pad: string, units: string, ruimte: Ruimte): Zin {
  const bij = describeEenheden(selectie.bij, `${pad}.bij`, ruimte);
  const waar = selectie.waar && describeEis(selectie.waar, `${pad}.waar`, ruimte).wie;
  const self = bij || (waar && startsWithWie(waar)) ? undefined : units;
  return phrase(self, bij, waar, describeBehalve(selectie, pad, ruimte));
}

function describeBehalve({ behalve }: Selectie, pad: string, ruimte: Ruimte): Zin | undefined {
  const units = describeEenheden(behalve, `${pad}.behalve`, ruimte);
  return units && phrase("behalve", units);
}

function describeEenheden(eenheden: Selectie["bij"], pad: string, ruimte: Ruimte): Zin | undefined {
  if (!eenheden || eenheden.length === 0) return undefined;
  return [field(listWords(eenheden.map((unit) => eenheidwoorden(unit, ruimte))), pad)];
}

function startsWithWie(zin: Zin): boolean {
  return zin[0]?.tekst.startsWith("wie") ?? false;
}
