/**
 * Names in the order of a Dutch index: capitals and accents do not matter, `'s-` and `d'` stand
 * with their letter. Names that are otherwise the same keep a fixed order.
 *
 * Made without the locale of the machine, so that an outcome is the same everywhere.
 */
export function compareNaam(a: string, b: string): number {
  return compareText(fold(a), fold(b)) || compareText(a, b);
}

function fold(naam: string): string {
  return naam
    .normalize("NFD")
    .replace(/[\p{Mn}'’]/gu, "")
    .toLowerCase();
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
