import type { Opengegevens } from "./opendata.service.ts";
import { adressen, type Plek } from "./plek.ts";

/** How to name a dataset where it is used, so that others find the same rows again. */
export function citeDataset({ dataset, versie }: Opengegevens, { adres }: Pick<Plek, "adres">) {
  const makers = dataset.makers.join(", ");
  const where = adressen.dataset(adres, dataset.id);
  return `${makers}, ${dataset.titel}, bewerkt door Woonregie, versie ${versie}, ${where} (${dataset.licentie.naam})`;
}
