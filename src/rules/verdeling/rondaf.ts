import { type Breuk, breuk, ceil, divide, floor, multiply, round } from "#domain/breuk.ts";
import type { Afrondingsmethode, Standregel, Stap } from "#domain/verdeling.ts";
import { type Afrondingswijze, makeWhole, roundsWithinBounds } from "./afronden.ts";
import type { Standgegevens } from "./gelijke-stand.ts";
import type { Pas } from "./stapcontext.ts";
import { roundByParts, type Stapvak } from "./stapvak.ts";
import type { Grensmaat, Rondaf, Vakgrens } from "./vak.ts";

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
  const hoogstens = pas.vraag.document.opgave.als === "maximum";
  const wijze: Afrondingswijze = { methode, halven, restant, veelvoud, hoogstens };
  const gegevens: Standgegevens = {
    ids: vak.ids,
    basis: vak.gewichten,
    regels: standregelsOf(stap, pas),
  };
  return (delen, totaal, grenzen, ronde) => {
    if (vak.sleuteldelen && ronde === "zonder-grens") {
      return wholeByParts(vak, wijze, gegevens);
    }
    const ownKey = ronde === "zonder-grens" || !stap.herverdeling?.naarRatoVan;
    const gewichten = ownKey && !vak.lopend ? vak.gewichten : delen;
    return makeWhole({ totaal, delen, gewichten, grenzen }, wijze, gegevens);
  };
}

/**
 * Each part of a composed sleutel rounded by itself; what that leaves goes where restant says.
 *
 * A tie inside any part is a tie of the whole: nothing is given until people settle it.
 */
function wholeByParts(
  vak: Stapvak,
  wijze: Afrondingswijze,
  gegevens: Standgegevens,
): ReturnType<Rondaf> {
  const free = vak.ids.map(() => ({ onder: 0n }));
  let open: ReturnType<Rondaf>["open"];
  const summed = roundByParts(vak, (delen, totaal) => {
    const part = { totaal, delen, gewichten: delen, grenzen: free };
    const whole = makeWhole(part, { ...wijze, restant: "laten" }, gegevens);
    open ??= whole.open;
    return whole.aantallen;
  });
  if (open) return { aantallen: summed, open };
  const whole = { totaal: vak.totaal, delen: summed, gewichten: vak.gewichten, grenzen: free };
  return makeWhole(whole, { ...wijze, methode: "rekenkundig" }, gegevens);
}

/**
 * How a step reads its bounds.
 *
 * With the methods that divide to the last unit they hold for the whole numbers, in multiples:
 * minstens up, hoogstens down. Where each unit is rounded alone they hold before rounding, and a
 * bound is rounded as the number is, which comes to the same. A corner keeps to the former, and
 * has no rounding for the latter.
 */
export function grensmaatFor(
  methode: Afrondingsmethode,
  { afronding: { halven, veelvoud } }: Stap,
  afgerond: boolean,
): Grensmaat {
  const bounds = (up: (n: Breuk) => bigint, down: (n: Breuk) => bigint) =>
    inMultiples(breuk(veelvoud), up, down);
  if (roundsWithinBounds(methode)) {
    const whole = bounds(ceil, floor);
    return { geteld: whole, ongerond: whole, sluitend: true };
  }
  const same = (grens: Vakgrens) => grens;
  if (methode === "geen" || !afgerond) return { geteld: same, ongerond: same, sluitend: true };
  const each = aloneBy(methode, halven);
  return { geteld: bounds(each, each), ongerond: same, sluitend: false };
}

function aloneBy(
  methode: Afrondingsmethode,
  halven: "naar-boven" | "naar-even",
): (n: Breuk) => bigint {
  if (methode === "omhoog") return ceil;
  return methode === "omlaag" ? floor : (n) => round(n, halven);
}

function inMultiples(
  unit: Breuk,
  up: (n: Breuk) => bigint,
  down: (n: Breuk) => bigint,
): (grens: Vakgrens) => Vakgrens {
  const multiple = (n: Breuk, whole: (n: Breuk) => bigint) =>
    multiply(breuk(whole(divide(n, unit))), unit);
  return ({ onder, boven }) => ({
    ...(onder ? { onder: multiple(onder, up) } : {}),
    ...(boven ? { boven: multiple(boven, down) } : {}),
  });
}
