import type { Breuk } from "#domain/breuk.ts";
import type { Afrondingsmethode, Standregel, Stap } from "#domain/verdeling.ts";
import { type Afrondingswijze, makeWhole } from "./afronden.ts";
import type { Standgegevens } from "./gelijke-stand.ts";
import type { Pas } from "./stapcontext.ts";
import { roundByParts, type Stapvak } from "./stapvak.ts";
import type { Rondaf } from "./vak.ts";

/** Order of the document, and behind it the order in which people settled what was still equal. */
export function standregelsOf(stap: Stap, pas: Pas): readonly Standregel[] {
  const { gelijkeStanden } = pas.ingevuld;
  if (!gelijkeStanden) return stap.gelijkeStanden;
  return [...stap.gelijkeStanden, { soort: "volgorde", eenheden: gelijkeStanden }];
}

/** How a step makes one vak whole; the identity in a corner, which never rounds. */
export function rondafFor(
  vak: Stapvak,
  stap: Stap,
  methode: Afrondingsmethode,
  pas: Pas,
  afgerond: boolean,
): Rondaf {
  if (!afgerond || methode === "geen") return (delen) => ({ aantallen: delen });
  const { halven, restant, veelvoud } = stap.afronding;
  const wijze: Afrondingswijze = { methode, halven, restant, veelvoud };
  const gegevens: Standgegevens = {
    ids: vak.ids,
    basis: vak.gewichten,
    regels: standregelsOf(stap, pas),
  };
  return (delen, totaal, grenzen, ronde) => {
    if (vak.sleuteldelen && ronde === "zonder-grens") {
      return { aantallen: wholeByParts(vak, wijze, gegevens) };
    }
    const ownKey = ronde === "zonder-grens" || !stap.herverdeling?.naarRatoVan;
    const gewichten = ownKey && !vak.lopend ? vak.gewichten : delen;
    return makeWhole({ totaal, delen, gewichten, grenzen }, wijze, gegevens);
  };
}

/** Each part of a composed sleutel rounded by itself; what that leaves goes where restant says. */
function wholeByParts(
  vak: Stapvak,
  wijze: Afrondingswijze,
  gegevens: Standgegevens,
): readonly Breuk[] {
  const free = vak.ids.map(() => ({ onder: 0n }));
  const summed = roundByParts(vak, (delen, totaal) => {
    const part = { totaal, delen, gewichten: vak.gewichten, grenzen: free };
    return makeWhole(part, { ...wijze, restant: "laten" }, gegevens).aantallen;
  });
  const whole = { totaal: vak.totaal, delen: summed, gewichten: vak.gewichten, grenzen: free };
  return makeWhole(whole, { ...wijze, methode: "rekenkundig" }, gegevens).aantallen;
}
