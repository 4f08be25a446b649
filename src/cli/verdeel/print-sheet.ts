import { orderUnits } from "../order-units.ts";
import { joinSections, type Section } from "../text/section.ts";
import { compareSection } from "./section-compare.ts";
import { headSection } from "./section-head.ts";
import { meldingenSection } from "./section-meldingen.ts";
import { opgaveSection } from "./section-opgave.ts";
import { pathSection, saldoSection } from "./section-path.ts";
import { assumptionsSection, sourcesSection } from "./section-sources.ts";
import { tableSection } from "./section-table.ts";
import { type Sheet, shownKeys } from "./sheet.ts";

/**
 * A verdeling as a meeting reads it: what is divided first, then the keys with the same wording,
 * then what does not fit, and last where every number comes from. Nothing is ranked or advised.
 */
export function printSheet(sheet: Sheet): string {
  return joinSections([
    [...headSection(sheet), ...opgaveSection(sheet)],
    tableSection(sheet),
    compareSection(sheet),
    meldingenSection(sheet),
    pathSection(sheet),
    saldoSection(sheet),
    assumptionsSection(sheet),
    sourcesSection(sheet),
    closingSection(sheet),
  ]);
}

/** How to see where a number comes from. */
function closingSection(sheet: Sheet): Section {
  const [first] = shownKeys(sheet);
  const units = first ? orderUnits(first.uitkomst.eenheden, {}) : [];
  const name = units[0]?.naam;
  const example = name ? ` ${/\s/.test(name) ? `"${name}"` : name}` : "";
  // Not wrapped: a line to copy.
  return ["Hoe komt een getal tot stand?", `  ${sheet.command} --uitleg${example}`];
}
