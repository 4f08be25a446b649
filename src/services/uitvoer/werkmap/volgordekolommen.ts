import { breuk } from "#domain/breuk.ts";
import type { Vulvolgorde } from "#rules/verdeling/op-volgorde.ts";
import { formule, schrijfBereik, waarde } from "./cellen.ts";
import { at } from "./gewichtkolommen.ts";
import type { Celgrens } from "./grenskolommen.ts";
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

/**
 * Fills up in order: each place what the places before it left, up to its hoogstens.
 *
 * The place itself is what the rangorde gave, as a number; who has none takes no part. Those on one
 * place are filled together, or people must decide.
 */
export function schrijfVolgorde(
  tabel: Rekentabel,
  { groepen }: Vulvolgorde,
  totaal: Uitdrukking,
  grenzen: readonly Celgrens[],
  rond: (n: Uitdrukking) => Uitdrukking,
): { readonly uitkomst: Tabelkolom; readonly open: Uitdrukking } {
  const place = (i: number) => groepen.findIndex(({ leden }) => leden.includes(i)) + 1;
  const plaats = tabel.kolom("plaats", (i) => waarde(breuk(place(i))), { stijl: "invoer" });
  const promised = tabel.kolom(
    "toegezegd",
    (i) => formule(grootste(grenzen[i]?.onder ?? NUL, NUL)),
    { som: true, stijl: "exact" },
  );
  const left = min(totaal, promised.som);
  const room = tabel.kolom(
    "ruimte",
    (i) => {
      const boven = grenzen[i]?.boven;
      const own = boven ? grootste(NUL, min(boven, at(promised, i))) : left;
      return formule(alsDan(meer(at(plaats, i), NUL), own, NUL));
    },
    { som: true, stijl: "exact" },
  );
  const alsoThere = (sign: "<" | "=", i: number, count: boolean): Uitdrukking => ({
    schrijf: (wijze) => {
      const [places, rooms] = [plaats, room].map(({ cellen }) => schrijfBereik(cellen, wijze));
      const what = count ? `(${rooms}>1E-9)` : rooms;
      return `SUMPRODUCT((${places}${sign}${at(plaats, i).schrijf(wijze)})*(${places}>0)*${what})`;
    },
    waarde: () => roomAt(plaats, room, i, sign, count),
  });
  const before = tabel.kolom("ruimte ervoor", (i) => formule(alsoThere("<", i, false)), {
    stijl: "exact",
  });
  const level = tabel.kolom("op deze plaats", (i) => formule(alsoThere("=", i, true)));
  const together = tabel.kolom("ruimte op deze plaats", (i) => formule(alsoThere("=", i, false)), {
    stijl: "exact",
  });
  const uitkomst = tabel.kolom(
    "uitkomst",
    (i) => {
      const rest = grootste(NUL, min(left, at(before, i)));
      const alone = rond(kleinste(at(room, i), rest));
      const fits = alsDan(hoogstens(at(together, i), rest), at(room, i), BESLUIT_NODIG);
      const several = en(meer(at(level, i), EEN), meer(rest, NUL), meer(at(room, i), NUL));
      return formule(plus(at(promised, i), alsDan(several, fits, alone)));
    },
    { som: true },
  );
  return { uitkomst, open: grootste(NUL, min(totaal, uitkomst.som)) };
}

function roomAt(plaats: Tabelkolom, room: Tabelkolom, i: number, sign: "<" | "=", count: boolean) {
  const own = Number(at(plaats, i).waarde().teller);
  const there = plaats.cellen.flatMap((cel, j) => {
    const other = Number(cel.waarde().teller);
    const meets = sign === "<" ? other < own : other === own;
    return other > 0 && meets ? [at(room, j)] : [];
  });
  if (!count) return there.reduce<Uitdrukking>((a, b) => plus(a, b), NUL).waarde();
  return breuk(there.filter((cel) => meer(cel, NUL).geldt()).length);
}
