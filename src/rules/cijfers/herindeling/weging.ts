import { equals } from "#domain/breuk.ts";
import type { Bandbreedte } from "#domain/uitkomst.ts";
import type { Cijferbron, Waarneming } from "#domain/waarneming.ts";
import { exact } from "../band.ts";
import { leveringOf } from "./leveringen.ts";
import type { Weging } from "./rekening.ts";

export type Gewichten = {
  readonly lees: (code: string) => Bandbreedte | undefined;
  readonly weging: Weging;
};

/**
 * The weights of these gemeenten out of one delivery that holds all of them: of the same moment,
 * else the last before it, else the first after it.
 *
 * Undefined where no delivery holds all, and where two of the same moment say something else.
 */
export function findWeights(
  cijfers: Cijferbron,
  naam: string,
  codes: readonly string[],
  moment: string | undefined,
): Gewichten | undefined {
  const complete = listComplete(cijfers, naam, codes);
  const best = pickNearest(
    complete.map((table) => table.moment),
    moment,
  );
  const found = complete.filter((table) => table.moment === best);
  const [first, ...others] = found;
  if (!first || others.some((other) => !sameNumbers(first.getallen, other.getallen))) {
    return undefined;
  }
  const { getallen } = first;
  return {
    lees: (code) => getallen.get(code),
    weging: { cijfer: naam, ...(first.moment === "" ? {} : { moment: first.moment }) },
  };
}

type Tabel = { readonly moment: string; readonly getallen: ReadonlyMap<string, Bandbreedte> };

function listComplete(
  cijfers: Cijferbron,
  naam: string,
  codes: readonly string[],
): readonly Tabel[] {
  const tables = new Map<string, { moment: string; getallen: Map<string, Bandbreedte> }>();
  for (const code of codes) {
    for (const waarneming of cijfers.find(naam, code)) {
      const { inhoud, cel, moment = "" } = waarneming;
      if (inhoud.soort !== "getal" || cel.length > 0) continue;
      const key = leveringOf(waarneming);
      const table = tables.get(key) ?? { moment, getallen: new Map() };
      table.getallen.set(code, exact(inhoud.waarde));
      tables.set(key, table);
    }
  }
  return [...tables.values()].filter(({ getallen }) => getallen.size === codes.length);
}

function pickNearest(
  moments: readonly string[],
  asked: Waarneming["moment"] = "9999",
): string | undefined {
  const sorted = moments.toSorted();
  return sorted.findLast((moment) => moment <= asked) ?? sorted[0];
}

function sameNumbers(a: Tabel["getallen"], b: Tabel["getallen"]): boolean {
  return [...a].every(([code, own]) => {
    const other = b.get(code);
    return other !== undefined && equals(own.midden, other.midden);
  });
}
