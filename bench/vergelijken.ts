type Cells = readonly (readonly number[])[];

/** How many cells of two tables are the same, of how many. */
function countEqual(a: Cells, b: Cells): { readonly gelijk: number; readonly cellen: number } {
  let gelijk = 0;
  let cellen = 0;
  for (const [i, row] of a.entries()) {
    for (const [j, cell] of row.entries()) {
      cellen += 1;
      if (cell === b[i]?.[j]) gelijk += 1;
    }
  }
  return { gelijk, cellen };
}

const whole = new Intl.NumberFormat("nl-NL");

/** The sentence about it, and whether it is as it should be. */
export function compareCells(
  naam: string,
  own: Cells,
  other: Cells,
): { readonly tekst: string; readonly klopt: boolean } {
  const { gelijk, cellen } = countEqual(own, other);
  const tekst = `${naam}: ${whole.format(gelijk)} van ${whole.format(cellen)} cellen gelijk`;
  return { tekst, klopt: gelijk === cellen && cellen > 0 };
}
