import type { Indicator } from "#domain/indicator.ts";
import type { Basis } from "#services/basis.ts";

/** Every figure that is told per gemeente, by its title. */
export function cijferOpties({ bibliotheek }: Pick<Basis, "bibliotheek">) {
  return bibliotheek
    .list()
    .filter((document): document is Indicator => document.soort === "indicator")
    .filter(({ niveau }) => niveau.includes("gemeente"))
    .map(({ id, titel, eenheid }) => ({ waarde: id, label: `${titel} (${eenheid})` }))
    .toSorted((a, b) => a.label.localeCompare(b.label, "nl"));
}
