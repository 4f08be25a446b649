import type { Breuk } from "#domain/breuk.ts";
import type { Rekengebied } from "#domain/gebied.ts";
import type { Indicator } from "#domain/indicator.ts";
import type { GebruiktCijfer } from "#domain/uitkomst.ts";
import { isGroepscijfer, toOpenbaar } from "#rules/cijfers/kleine-aantallen.ts";
import type { Basis } from "#services/basis.ts";

/** Whether figures of a group may be told per gemeente, and what may be told of the region instead. */
export type Openheid = {
  readonly perGemeente: boolean;
  /** The sum of one cell over the region, where that may be told. */
  readonly totaal: (cel: readonly string[]) => Breuk | undefined;
};

const OPEN: Openheid = { perGemeente: true, totaal: () => undefined };

/**
 * What may be told of one indicator, of all its cells together.
 *
 * @param gebruikt The figures that would be shown; who has none counts as unknown.
 */
export function opennessOf(
  indicator: Indicator,
  gebruikt: readonly GebruiktCijfer[],
  { id: regio, eenheden }: Rekengebied,
): Openheid {
  if (!isGroepscijfer(indicator)) return OPEN;
  const own = gebruikt.filter((cijfer) => cijfer.indicator === indicator.id);
  const columns = [...new Map(own.map(({ cel }) => [cel.join("."), cel])).values()];
  const cellen = columns.flatMap((cel) =>
    eenheden.map(({ id }) => {
      const found = own.find((item) => item.gebied === id && item.cel.join(".") === cel.join("."));
      const aantal = found?.waarde?.laag;
      return { gemeente: id, regio, cel, ...(aantal ? { aantal } : {}) };
    }),
  );
  const { alles, totalen } = toOpenbaar({ indicator, cellen });
  return {
    perGemeente: alles,
    totaal: (cel) => totalen.find((item) => item.cel.join(".") === cel.join("."))?.aantal,
  };
}

/**
 * Whether a figure may be told per gemeente: all that it rests on may.
 *
 * A share is no count: it is as open as the counts it was made of.
 */
export function isOpenFigure(
  { bibliotheek }: Basis,
  gebruikt: readonly GebruiktCijfer[],
  gebied: Rekengebied,
): boolean {
  const names = [...new Set(gebruikt.map(({ indicator }) => indicator))];
  return names.every((naam) => {
    const document = bibliotheek.find(naam);
    return document?.soort !== "indicator" || opennessOf(document, gebruikt, gebied).perGemeente;
  });
}
