import type { Gemeentelijst } from "#domain/gebied.ts";
import type { Herindelingen, Overgang } from "#domain/herindeling.ts";
import { addDuur, type Datum } from "#domain/peildatum.ts";
import { completeOvergangen } from "#rules/cijfers/herindeling/gebeurtenissen.ts";

/** What is known of changes of gemeenten, with the names that they had at the time. */
export function createHerindelingen(
  overgangen: readonly Overgang[],
  gemeenten: Gemeentelijst,
): Herindelingen {
  const find = (code: string, datum: Datum) => gemeenten.findByCode(code, datum);
  const names = new Map<string, string>();
  for (const { datum, van, naar } of overgangen) {
    for (const gemeente of [find(van, dayBefore(datum)), find(naar, datum)]) {
      if (gemeente) names.set(gemeente.code, gemeente.naam);
    }
  }
  return {
    overgangen: completeOvergangen(overgangen, (code, datum) => !!find(code, dayBefore(datum))),
    naamVan: (code) => names.get(code) ?? code,
  };
}

function dayBefore(datum: Datum): Datum {
  return addDuur(datum, { aantal: -1, maat: "dagen" });
}
