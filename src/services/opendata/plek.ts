import type { Dataset } from "./dataset.ts";
import { iri, type Waarde } from "./rdf.ts";
import type { Formaat } from "./schrijven.ts";
import type { Uitgever } from "./uitgever.ts";

/** Where the things of the catalogue are, and who gives them out. */
export type Plek = { readonly adres: string; readonly uitgever: Uitgever };

/** Where a thing of the installation is. */
export const adressen = {
  catalogus: (adres: string) => `${adres}/v1/catalogus`,
  turtle: (adres: string) => `${adres}/v1/catalogus/dcat-ap-nl.ttl`,
  jsonLd: (adres: string) => `${adres}/v1/catalogus/dcat-ap-nl.jsonld`,
  dataset: (adres: string, id: string) => `${adres}/v1/datasets/${id}`,
  download: (adres: string, id: string, formaat: Formaat) =>
    `${adres}/v1/datasets/${id}/gegevens.${formaat}`,
  pagina: (adres: string, id?: string) => `${adres}/opendata${id ? `#${id}` : ""}`,
  ogc: (adres: string) => `${adres}/ogc/v1`,
  vormen: (adres: string, { collectie, op }: NonNullable<Dataset["vormen"]>) =>
    `${adres}/ogc/v1/collections/${collectie}/items?datetime=${op}&limit=1000`,
} as const;

/** Who gives everything out. */
export function uitgeverIri({ adres, uitgever }: Plek): Waarde {
  return iri(uitgever.uri ?? `${adressen.catalogus(adres)}#uitgever`);
}

export function contactIri(adres: string) {
  return { iri: `${adressen.catalogus(adres)}#contact` } as const;
}

/** A day, or nothing where it is not known. */
export function dag(datum: string | undefined): readonly Waarde[] {
  return datum === undefined ? [] : [{ tekst: datum, soort: "xsd:date" }];
}
