import { breuk, isPositive } from "#domain/breuk.ts";
import { type Cel, formule } from "./cellen.ts";
import { at } from "./gewichtkolommen.ts";
import type { Celgrens } from "./grenskolommen.ts";
import type { Rekentabel, Tabelkolom } from "./tabel.ts";
import {
  alsDan,
  BESLUIT_NODIG,
  type Bewering,
  en,
  gedeeld,
  getal,
  grootste,
  hoogstens,
  maal,
  meer,
  min,
  Onzegbaar,
  of,
  plus,
  type Uitdrukking,
} from "./uitdrukking.ts";

const NUL = getal(breuk(0));
const EEN = getal(breuk(1));
/** Rounds beyond those that these figures need, for who changes them. */
const SPARE = 3;
const MOST_ROUNDS = 12;

type Ronde = { readonly stand: Tabelkolom; readonly vast: Tabelkolom };

/**
 * Puts every part within its bounds, round by round, and lets the others give or take.
 *
 * Each round puts those past a bound on it, the side with the larger total first, and gives the
 * rest to who is free. After the last round a unit that is still past its bound is #N/A: with other
 * figures more rounds may be needed, and that is never hidden. Where nothing need move (`nodig` does
 * not hold), the parts stay as they are.
 */
export function schrijfHerverdeling(
  tabel: Rekentabel,
  delen: Tabelkolom,
  gewicht: Tabelkolom,
  grenzen: readonly Celgrens[],
  nodig: Bewering,
): Tabelkolom {
  let ronde: Ronde = {
    stand: delen,
    vast: tabel.kolom("vast 0", () => formule(NUL), { som: true }),
  };
  let spare = SPARE;
  for (let nummer = 1; nummer <= MOST_ROUNDS; nummer += 1) {
    const { volgende, bewoog } = oneRound(tabel, nummer, ronde, gewicht, grenzen, nodig);
    ronde = volgende;
    if (bewoog) continue;
    spare -= 1;
    if (spare === 0) return finish(tabel, ronde.stand, grenzen, nodig);
  }
  throw new Onzegbaar("er zijn meer rondes nodig dan een rekenblad leesbaar houdt");
}

function oneRound(
  tabel: Rekentabel,
  nummer: number,
  { stand, vast }: Ronde,
  gewicht: Tabelkolom,
  grenzen: readonly Celgrens[],
  nodig: Bewering,
) {
  const free = (i: number) => min(EEN, at(vast, i));
  const lack = past(tabel, `tekort ${nummer}`, (i) => {
    return maal(free(i), grootste(NUL, min(grenzen[i]?.onder ?? NUL, at(stand, i))));
  });
  const excess = past(tabel, `teveel ${nummer}`, (i) => {
    const boven = grenzen[i]?.boven;
    return boven ? maal(free(i), grootste(NUL, min(at(stand, i), boven))) : NUL;
  });
  const caught = tabel.kolom(
    `op de grens ${nummer}`,
    (i) => {
      const below = en(meer(at(lack, i), NUL), hoogstens(excess.som, lack.som));
      const above = en(meer(at(excess, i), NUL), hoogstens(lack.som, excess.som));
      return formule(alsDan(en(nodig, of(below, above)), EEN, NUL));
    },
    { som: true },
  );
  const shift = tabel.kolom(
    `verschuift ${nummer}`,
    (i) => formule(maal(at(caught, i), min(at(excess, i), at(lack, i)))),
    { som: true, stijl: "exact" },
  );
  const settled = tabel.kolom(`vast ${nummer}`, (i) => formule(plus(at(vast, i), at(caught, i))), {
    som: true,
  });
  const share = tabel.kolom(
    `gewicht vrij ${nummer}`,
    (i) => formule(maal(min(EEN, at(settled, i)), at(gewicht, i))),
    { som: true, stijl: "exact" },
  );
  const next = tabel.kolom(
    `stand ${nummer}`,
    (i) => {
      const base = min(at(stand, i), at(shift, i));
      return formule(plus(base, partOfShift(at(share, i), share.som, shift.som)));
    },
    { som: true, stijl: "exact" },
  );
  return {
    volgende: { stand: next, vast: settled },
    bewoog: isPositive(caught.som.waarde()),
  };
}

/** Nobody is left to give or take: then there is no outcome, and the cell says so. */
function partOfShift(own: Uitdrukking, together: Uitdrukking, moved: Uitdrukking): Uitdrukking {
  const nothing = en(hoogstens(moved, NUL), hoogstens(NUL, moved));
  const given = gedeeld(maal(moved, own), together);
  return alsDan(nothing, NUL, alsDan(meer(together, NUL), given, BESLUIT_NODIG));
}

function past(tabel: Rekentabel, titel: string, maak: (i: number) => Uitdrukking): Tabelkolom {
  return tabel.kolom(titel, (i) => formule(maak(i)), { som: true, stijl: "exact" });
}

function finish(
  tabel: Rekentabel,
  stand: Tabelkolom,
  grenzen: readonly Celgrens[],
  nodig: Bewering,
): Tabelkolom {
  return tabel.kolom(
    "na de grenzen",
    (i) => {
      const own: Cel = at(stand, i);
      const { boven } = grenzen[i] ?? {};
      const low = hoogstens(grenzen[i]?.onder ?? NUL, own);
      const inside = boven ? en(low, hoogstens(own, boven)) : low;
      return formule(alsDan(nodig, alsDan(inside, own, BESLUIT_NODIG), own));
    },
    { som: true, stijl: "exact" },
  );
}
