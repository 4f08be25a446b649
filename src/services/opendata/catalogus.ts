import { describeDataset } from "./catalogus-dataset.ts";
import { describeOgc, describeRest } from "./catalogus-dienst.ts";
import { describeMaker, describeUitgever, pagina } from "./catalogus-partijen.ts";
import type { Opengegevens } from "./opendata.service.ts";
import { adressen, contactIri, dag, type Plek, uitgeverIri } from "./plek.ts";
import { iri, type Knoop, nl } from "./rdf.ts";
import {
  BESCHIKBAAR,
  CSV_STANDAARD,
  describeWoorden,
  JSON_STANDAARD,
  licentiewoord,
  NEDERLAND,
  NEDERLANDS,
  naar,
  OGC_STANDAARD,
  ONREGELMATIG,
  OPENBAAR,
  PROFIEL,
  SHA256,
  THEMALIJST,
  THEMAS,
  VORMEN,
} from "./waardelijsten.ts";

/**
 * Everything that may be passed on, as a catalogue after DCAT-AP-NL 3.
 *
 * `adres` is where the installation is found, without a slash at the end. Every node has an address
 * of its own, so that the same catalogue always reads the same.
 */
export function createCatalogus(all: readonly Opengegevens[], plek: Plek): readonly Knoop[] {
  const makers = [...new Set(all.flatMap(({ dataset }) => dataset.makers))];
  const services = [describeRest(all, plek), describeOgc(all, plek)];
  return [
    describeCatalogus(all, plek),
    ...all.flatMap((one) => describeDataset(one, plek)),
    ...services,
    ...describeUitgever(plek),
    ...makers.map((maker) => describeMaker(maker, plek)),
    pagina(adressen.pagina(plek.adres), "Open data van Woonregie"),
    ...describeWoorden([
      ...[OPENBAAR, NEDERLANDS, NEDERLAND, ONREGELMATIG, BESCHIKBAAR, SHA256],
      ...[PROFIEL, CSV_STANDAARD, JSON_STANDAARD, OGC_STANDAARD],
      ...Object.values(THEMAS),
      ...Object.values(VORMEN).flatMap(({ mediaType, bestandstype }) => [mediaType, bestandstype]),
      ...all.map(({ dataset }) => licentiewoord(dataset.licentie)),
    ]),
    { iri: THEMALIJST, klassen: ["skos:ConceptScheme"], zegt: [["dct:title", [nl("EU-thema's")]]] },
  ];
}

function describeCatalogus(all: readonly Opengegevens[], { adres, uitgever }: Plek): Knoop {
  const gewijzigd = all
    .flatMap(({ dataset }) => dataset.gewijzigd ?? [])
    .toSorted()
    .at(-1);
  return {
    iri: adressen.catalogus(adres),
    klassen: ["dcat:Catalog"],
    zegt: [
      ["dct:title", [nl("Open data van Woonregie")]],
      [
        "dct:description",
        [
          nl(
            "Cijfers, gebieden, regio-indelingen en regels over wonen, zoals deze installatie van Woonregie ze heeft en mag doorgeven.",
          ),
        ],
      ],
      ["dct:publisher", [uitgeverIri({ adres, uitgever })]],
      ["dct:creator", [uitgeverIri({ adres, uitgever })]],
      ["dcat:contactPoint", [contactIri(adres)]],
      ["dct:language", [naar(NEDERLANDS)]],
      ["dct:spatial", [naar(NEDERLAND)]],
      ["dcat:themeTaxonomy", [iri(THEMALIJST)]],
      ["foaf:homepage", [iri(adressen.pagina(adres))]],
      ["dct:modified", dag(gewijzigd)],
      ["dct:conformsTo", [naar(PROFIEL)]],
      ["dcat:dataset", all.map(({ dataset }) => iri(adressen.dataset(adres, dataset.id)))],
      ["dcat:service", [iri(`${adres}/v1`), iri(adressen.ogc(adres))]],
    ],
  };
}
