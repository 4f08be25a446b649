import { listWords } from "#domain/notatie.ts";
import type { Afronding, Afrondingsmethode, Methodekeuze, Standregel } from "#domain/verdeling.ts";
import { eenheidwoorden, type Ruimte } from "./context.ts";
import { describeParameter, describeVerwijzing } from "./waardezin.ts";
import { field, phrase, series, type Zin } from "./zin.ts";

const METHODEN: Readonly<Record<Afrondingsmethode, string>> = {
  "grootste-rest": "met de grootste rest",
  "sainte-lague": "volgens Sainte-Laguë",
  dhondt: "volgens D'Hondt",
  adams: "volgens Adams",
  "huntington-hill": "volgens Huntington-Hill",
  omhoog: "omhoog",
  omlaag: "omlaag",
  rekenkundig: "rekenkundig",
  tweezijdig: "tweezijdig",
  geen: "niet afgerond",
};

/** "afgerond omhoog", "niet afgerond"; a parameter by its value. */
export function describeMethode(methode: Methodekeuze, pad: string, ruimte: Ruimte): Zin {
  if (methode.soort === "parameter") {
    return phrase("afgerond:", describeParameter(methode.naam, ruimte));
  }
  const part = field(METHODEN[methode.methode], pad);
  return methode.methode === "geen" ? [part] : phrase("afgerond", part);
}

/** How a step rounds, in as far as it differs from the largest remainder. */
export function describeAfronding(afronding: Afronding, pad: string, ruimte: Ruimte): Zin {
  const { methode, rijtotaal, per, halven, restant, veelvoud } = afronding;
  const usual = methode.soort === "vast" && methode.methode === "grootste-rest";
  const details = [
    describeTweezijdig(afronding, `${pad}.rijtotaal`, ruimte),
    halven === "naar-even" ? phrase("halven", field("naar even", `${pad}.halven`)) : undefined,
    veelvoud === 1n
      ? undefined
      : phrase("op veelvouden van", field(String(veelvoud), `${pad}.veelvoud`)),
    describeRestant(restant, `${pad}.restant`, ruimte),
  ].filter((part) => part !== undefined);
  const different = !usual || per === "sleuteldeel" || details.length > 0;
  if (!different && !rijtotaal) return [];
  const how = phrase(
    per === "sleuteldeel" ? field("elk deel", `${pad}.per`) : undefined,
    describeMethode(methode, `${pad}.methode`, ruimte),
  );
  return phrase(how, ...details.map((part) => phrase(",", part)));
}

function describeTweezijdig(
  { methode, rijtotaal }: Afronding,
  pad: string,
  ruimte: Ruimte,
): Zin | undefined {
  if (methode.soort !== "vast" || methode.methode !== "tweezijdig") return undefined;
  const kloppen = "zodat de sommen per rij en per onderdeel beide kloppen";
  if (!rijtotaal) return phrase(kloppen);
  return phrase(kloppen, "(som per rij:", describeVerwijzing(rijtotaal, pad, ruimte), ")");
}

function describeRestant(restant: string, pad: string, ruimte: Ruimte): Zin | undefined {
  if (restant === "laten") return undefined;
  const who = restant === "grootste" ? "de grootste" : eenheidwoorden({ id: restant }, ruimte);
  return phrase("het verschil naar", field(who, pad));
}

/** What tells equal claims apart, where it is not the larger basis. */
export function describeGelijkeStanden(
  regels: readonly Standregel[],
  pad: string,
  ruimte: Ruimte,
): Zin {
  const [first] = regels;
  if (regels.length === 1 && first?.soort === "grootste-basis") return [];
  if (!first) return phrase("bij een gelijke stand", field("beslissen mensen", pad));
  const rules = regels.map((regel, i) => describeStandregel(regel, `${pad}[${i}]`, ruimte));
  return phrase("bij een gelijke stand gaat voor:", series(rules, ", dan"));
}

function describeStandregel(regel: Standregel, pad: string, ruimte: Ruimte): Zin {
  if (regel.soort !== "volgorde") {
    return [field(regel.soort === "grootste-basis" ? "de grootste" : "de kleinste", pad)];
  }
  const units = regel.eenheden.map((id) => eenheidwoorden({ id }, ruimte));
  return phrase("wie eerst staat in", field(listWords(units), `${pad}.volgorde`));
}
