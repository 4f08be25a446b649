import { breuk } from "#domain/breuk.ts";
import type { Stap } from "#domain/verdeling.ts";
import type { Plek } from "#rules/cijfers/rekenvraag.ts";
import type { Stapvak } from "#rules/verdeling/stapvak.ts";
import { type Cel, formule } from "./cellen.ts";
import type { Cijfervertaler, Hier } from "./cijfercellen.ts";
import type { Rekentabel, Tabelkolom } from "./tabel.ts";
import {
  getal,
  grootste,
  heel,
  heelOmhoog,
  kleinste,
  min,
  plus,
  type Uitdrukking,
} from "./uitdrukking.ts";

/** The bounds of one unit as cells; who has none on a side is free there. */
export type Celgrens = { readonly onder?: Uitdrukking; readonly boven?: Uitdrukking };

/** How a method reads bounds: as they are, or rounded, in whole numbers or as the numbers are. */
export type Grenslezing =
  | "zoals-ze-zijn"
  | {
      readonly onder: (grens: Uitdrukking) => Uitdrukking;
      readonly boven: (grens: Uitdrukking) => Uitdrukking;
    };

export const HELE_GRENZEN: Grenslezing = { onder: heelOmhoog, boven: heel };

const NUL = getal(breuk(0));

type Gegevens = {
  readonly tabel: Rekentabel;
  readonly vak: Stapvak;
  readonly plekken: readonly Plek[];
  readonly vertaler: Cijfervertaler;
  readonly hier: Hier;
};

/** Columns with the bounds that the voorwaarden set, one for each side that anybody has. */
export function schrijfGrenzen(
  { voorwaarden }: Stap,
  { tabel, vak, plekken, vertaler, hier }: Gegevens,
): readonly Celgrens[] {
  const said = vak.regels.map((regels, i) =>
    regels.flatMap(({ voorwaarde, soort }) => {
      const written = voorwaarden[voorwaarde];
      const plek = plekken[i];
      if (!written || !plek) return [];
      return [{ soort, bound: vertaler.waarde(written.waarde, plek, hier) }];
    }),
  );
  const sideOf = (titel: string, not: "minstens" | "hoogstens", pick: typeof grootste) => {
    const lists = said.map((list) =>
      list.filter(({ soort }) => soort !== not).map(({ bound }) => bound),
    );
    if (lists.every((list) => list.length === 0)) return lists.map(() => undefined);
    return cellsOf(tabel, titel, (i) => {
      const [first, ...others] = lists[i] ?? [];
      if (!first) return undefined;
      return others.length > 0 ? pick(first, ...others) : first;
    });
  };
  const low = sideOf("ondergrens", "hoogstens", grootste);
  const high = sideOf("bovengrens", "minstens", kleinste);
  return plekken.map((_, i) => toGrens(low[i], high[i]));
}

/** One cell for each row that has something to say there, by row. */
function cellsOf(
  tabel: Rekentabel,
  titel: string,
  maak: (i: number) => Uitdrukking | undefined,
): readonly (Cel | undefined)[] {
  const rows: number[] = [];
  const { cellen } = tabel.kolom(
    titel,
    (i) => {
      const said = maak(i);
      if (!said) return undefined;
      rows.push(i);
      return formule(said);
    },
    { stijl: "exact" },
  );
  const byRow = new Map(rows.map((rij, index) => [rij, cellen[index]]));
  return Array.from({ length: tabel.aantal }, (_, i) => byRow.get(i));
}

function toGrens(onder?: Uitdrukking, boven?: Uitdrukking): Celgrens {
  return { ...(onder ? { onder } : {}), ...(boven ? { boven } : {}) };
}

/** The same bounds as a method reads them, in columns where they become others. */
export function leesGrenzen(
  tabel: Rekentabel,
  grenzen: readonly Celgrens[],
  lezing: Grenslezing,
): readonly Celgrens[] {
  if (lezing === "zoals-ze-zijn") return grenzen;
  const side = (titel: string, own: (grens: Celgrens) => Uitdrukking | undefined) =>
    grenzen.some(own) ? cellsOf(tabel, titel, (i) => own(grenzen[i] ?? {})) : [];
  const lows = side("ondergrens, heel", ({ onder }) => onder && lezing.onder(onder));
  const highs = side("bovengrens, heel", ({ boven }) => boven && lezing.boven(boven));
  return grenzen.map((_, i) => toGrens(lows[i], highs[i]));
}

/** What of each number stands above its bound, and what it lacks below it. */
export function schrijfOverschrijding(
  tabel: Rekentabel,
  start: Tabelkolom,
  grenzen: readonly Celgrens[],
): { readonly teveel: Tabelkolom; readonly tekort: Tabelkolom } {
  const at = (i: number) => start.cellen[i] as Cel;
  const teveel = tabel.kolom(
    "boven de grens",
    (i) => {
      const boven = grenzen[i]?.boven;
      return formule(boven ? grootste(NUL, min(at(i), boven)) : NUL);
    },
    { som: true, stijl: "exact" },
  );
  const tekort = tabel.kolom(
    "onder de grens",
    (i) => {
      const onder = grenzen[i]?.onder;
      return formule(onder ? grootste(NUL, min(onder, at(i))) : NUL);
    },
    { som: true, stijl: "exact" },
  );
  return { teveel, tekort };
}

/** A number put within its bounds. */
export function binnen(number: Uitdrukking, { onder, boven }: Celgrens): Uitdrukking {
  const raised = onder ? grootste(number, onder) : number;
  return boven ? kleinste(raised, boven) : raised;
}

/** The number of the first round with what does not fit taken off, and what a bound asks added. */
export function geplaatst(
  start: Uitdrukking,
  teveel: Uitdrukking,
  tekort: Uitdrukking,
): Uitdrukking {
  return plus(min(start, teveel), tekort);
}
