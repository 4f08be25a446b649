import { breuk } from "#domain/breuk.ts";
import { formule } from "./cellen.ts";
import { at } from "./gewichtkolommen.ts";
import type { Celgrens } from "./grenskolommen.ts";
import { rankBy, type Standgegevens, standkolommen } from "./rangkolommen.ts";
import type { Rekentabel, Tabelkolom } from "./tabel.ts";
import {
  alsDan,
  BESLUIT_NODIG,
  en,
  getal,
  grootste,
  hoogstens,
  kleinste,
  meer,
  min,
  plus,
  type Uitdrukking,
} from "./uitdrukking.ts";

const NUL = getal(breuk(0));
const EEN = getal(breuk(1));

type Restvraag = { readonly totaal: Uitdrukking; readonly grenzen?: readonly Celgrens[] };

/**
 * Puts what rounding left, or took too much, at whom the document names, as far as bounds leave
 * room; with `grootste` at the largest, and what it cannot hold at the next.
 */
export function schrijfRestant(
  tabel: Rekentabel,
  titel: string,
  rond: Tabelkolom,
  { totaal, grenzen }: Restvraag,
  stand: Standgegevens & { readonly restant: string },
): Tabelkolom {
  const left = min(totaal, rond.som);
  const takes = (i: number) => stand.restant === "grootste" || stand.ids[i] === stand.restant;
  const most = meer(left, NUL);
  const room = tabel.kolom(
    "ruimte voor het restant",
    (i) => formule(takes(i) ? roomFor(left, at(rond, i), grenzen?.[i] ?? {}) : NUL),
    { som: true, stijl: "exact" },
  );
  const size = alsDan(most, left, min(NUL, left));
  const counts = tabel.kolom("telt mee", (i) =>
    formule(alsDan(meer(at(room, i), NUL), plus(at(rond, i), EEN), NUL)),
  );
  const rang = rankBy(counts.cellen, standkolommen(tabel, stand));
  const ahead = tabel.kolom("ruimte ervoor", (i) => formule(rang.voorSamen(i, room)), {
    stijl: "exact",
  });
  const level = tabel.kolom("even groot", (i) => formule(rang.gelijk(i)));
  return tabel.kolom(
    titel,
    (i) => {
      const part = kleinste(at(room, i), grootste(NUL, min(size, at(ahead, i))));
      const moved = alsDan(most, plus(at(rond, i), part), min(at(rond, i), part));
      const tied = en(meer(part, NUL), meer(at(level, i), EEN));
      return formule(alsDan(tied, BESLUIT_NODIG, moved));
    },
    { som: true },
  );
}

/** How much of a difference one can take, or give where too much was placed. */
function roomFor(left: Uitdrukking, own: Uitdrukking, { onder, boven }: Celgrens): Uitdrukking {
  const rise = boven ? grootste(NUL, kleinste(left, min(boven, own))) : left;
  const fall = grootste(NUL, kleinste(min(NUL, left), min(own, onder ?? NUL)));
  return alsDan(hoogstens(NUL, left), rise, fall);
}
