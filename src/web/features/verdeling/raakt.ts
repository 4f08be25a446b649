import {
  type Breuk,
  breuk,
  EEN,
  equals,
  isZero,
  largest,
  multiply,
  NUL,
  smallest,
  sum,
} from "#domain/breuk.ts";
import { documentnaam } from "#domain/document.ts";
import { RuleError } from "#domain/errors.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import type { Celverslag, VerdelingUitkomst } from "#domain/uitkomst.ts";
import type { Herkomst } from "#domain/verantwoording.ts";
import { GEHEEL, type Waarneming } from "#domain/waarneming.ts";
import type { Kolom } from "#rules/verdeling/index.ts";
import { reckonMiddles, type Uitgerekend } from "./reken.ts";

/** A figure that an outcome rests on; without a number it is a word, which is not tried out. */
export type Raakcijfer = Herkomst & {
  readonly cel: readonly string[];
  readonly waarde: Breuk | undefined;
};

/** What one key does with a figure: whose number moves with it, if it reads it at all. */
export type Raking = {
  readonly kolom: string;
  readonly titel: string;
  readonly gelezen: boolean;
  /** Ids of units whose number would be another. */
  readonly geraakt: readonly string[];
};

export type Gevolg = {
  readonly sleutels: readonly Raking[];
  /** Ids of units of which what comes free would be another. */
  readonly aanbod: readonly string[];
  readonly aantal: number;
};

/** Answers for a sheet which outcomes a figure touches. */
export type Raakvraag = {
  readonly ask: (cijfer: Raakcijfer) => Gevolg | undefined;
  readonly naam: (id: string) => string;
};

/**
 * Finds which outcomes a figure touches, by trying it out: the sheet is reckoned once more with
 * this figure one percent higher, and what moves before rounding is touched.
 *
 * @param voorAllen Names of figures that were filled in once for all units.
 * @returns undefined where the figure is no number, or a higher one makes no sense.
 */
export function findTouched(
  blad: Rekenblad,
  { document, kolommen }: Uitgerekend,
  cijfer: Raakcijfer,
  voorAllen: ReadonlySet<string>,
): Gevolg | undefined {
  if (!cijfer.waarde) return undefined;
  const changed = raised(cijfer, cijfer.waarde, voorAllen);
  try {
    const before = reckonMiddles(blad, { document });
    const after = reckonMiddles(blad, { document, cijfers: [changed] });
    const ids = blad.gebied.eenheden.map(({ id }) => id);
    const supply = ({ bij }: Uitgerekend, id: string) => bij.aanbod?.waarden.get(id)?.midden;
    return {
      aantal: ids.length,
      sleutels: before.kolommen.map((kolom, i) => ({
        kolom: documentnaam(kolom.document),
        titel: kolom.document.titel,
        gelezen: kolommen[i]?.uitkomst.gebruikt.some((item) => isSame(item, cijfer)) ?? false,
        geraakt: ids.filter((id) => moved(id, kolom, after.kolommen[i])),
      })),
      aanbod: ids.filter((id) => differs(supply(before, id), supply(after, id))),
    };
  } catch (error) {
    if (error instanceof RuleError) return undefined;
    throw error;
  }
}

const HIGHER = breuk(101n, 100n);

function raised(
  { indicator, gebied, cel, moment }: Raakcijfer,
  waarde: Breuk,
  voorAllen: ReadonlySet<string>,
): Waarneming {
  return {
    indicator,
    cel,
    gebied: voorAllen.has(indicator) ? GEHEEL : gebied,
    ...(moment === undefined ? {} : { moment }),
    inhoud: { soort: "getal", waarde: isZero(waarde) ? EEN : multiply(waarde, HIGHER) },
    bron: "proef",
  };
}

function isSame(
  item: VerdelingUitkomst["gebruikt"][number],
  { indicator, gebied, cel, moment }: Raakcijfer,
): boolean {
  return (
    item.indicator === indicator &&
    item.gebied === gebied &&
    item.moment === moment &&
    item.cel.join(".") === cel.join(".")
  );
}

function moved(id: string, before: Kolom, after: Kolom | undefined): boolean {
  return !equals(unrounded(before, id), after ? unrounded(after, id) : NUL);
}

/** What all steps gave a unit before rounding: rounding may hide that something moved. */
function unrounded({ uitkomst }: Kolom, id: string): Breuk {
  const cellen = uitkomst.stappen.flatMap((stap) => stap.cellen);
  const own = cellen.filter(({ pad }) => pad[0] === id);
  return sum(own.map(withinBounds));
}

function withinBounds({ onafgerond, ondergrens, bovengrens }: Celverslag): Breuk {
  const raised = ondergrens ? largest(onafgerond, ondergrens) : onafgerond;
  return bovengrens ? smallest(raised, bovengrens) : raised;
}

function differs(a: Breuk | undefined, b: Breuk | undefined): boolean {
  return a === undefined || b === undefined ? a !== b : !equals(a, b);
}
