import type { Opengegevens } from "./opendata.service.ts";
import { adressen, contactIri, type Plek, uitgeverIri } from "./plek.ts";
import { iri, type Knoop, nl } from "./rdf.ts";
import {
  JSON_STANDAARD,
  licentiewoord,
  NEDERLANDS,
  naar,
  OGC_STANDAARD,
  OPENBAAR,
  THEMAS,
} from "./waardelijsten.ts";

export function describeRest(all: readonly Opengegevens[], plek: Plek): Knoop {
  const { adres } = plek;
  return describeService(plek, {
    iri: `${adres}/v1`,
    titel: "Woonregie API",
    omschrijving: "Gebieden, indelingen, indicatoren, waarnemingen en documenten als JSON.",
    beschrijving: `${adres}/v1/openapi.json`,
    norm: JSON_STANDAARD,
    thema: THEMAS.cijfers,
    licentie: all.find(({ dataset }) => dataset.soort === "documenten"),
    datasets: all,
  });
}

export function describeOgc(all: readonly Opengegevens[], plek: Plek): Knoop {
  const { adres } = plek;
  return describeService(plek, {
    iri: adressen.ogc(adres),
    titel: "Gemeenten, provincies en regio's als OGC API Features",
    omschrijving: "Vlakken als GeoJSON, in graden of in meters van het Rijksdriehoeksstelsel.",
    beschrijving: `${adressen.ogc(adres)}/api`,
    norm: OGC_STANDAARD,
    thema: THEMAS.gebieden,
    licentie: all.find(({ dataset }) => dataset.soort === "gebieden"),
    datasets: all.filter(({ dataset }) => dataset.vormen),
  });
}

type Dienst = {
  readonly iri: string;
  readonly titel: string;
  readonly omschrijving: string;
  readonly beschrijving: string;
  readonly norm: Parameters<typeof naar>[0];
  readonly thema: Parameters<typeof naar>[0];
  readonly licentie: Opengegevens | undefined;
  readonly datasets: readonly Opengegevens[];
};

function describeService(plek: Plek, dienst: Dienst): Knoop {
  const { adres } = plek;
  const licentie = dienst.licentie?.dataset.licentie;
  return {
    iri: dienst.iri,
    klassen: ["dcat:DataService", "dcat:Resource"],
    zegt: [
      ["dct:identifier", [{ tekst: dienst.iri }]],
      ["dct:title", [nl(dienst.titel)]],
      ["dct:description", [nl(dienst.omschrijving)]],
      ["dct:publisher", [uitgeverIri(plek)]],
      ["dct:creator", [uitgeverIri(plek)]],
      ["dcat:contactPoint", [contactIri(adres)]],
      ["dct:accessRights", [naar(OPENBAAR)]],
      ["dct:license", licentie ? [naar(licentiewoord(licentie))] : []],
      ["dct:language", [naar(NEDERLANDS)]],
      ["dcat:theme", [naar(dienst.thema)]],
      ["dcat:keyword", ["wonen", "gemeente", "regio"].map(nl)],
      ["dct:conformsTo", [naar(dienst.norm)]],
      ["dcat:endpointURL", [iri(dienst.iri)]],
      ["dcat:endpointDescription", [iri(dienst.beschrijving)]],
      ["dcat:landingPage", [iri(adressen.pagina(adres))]],
      [
        "dcat:servesDataset",
        dienst.datasets.map(({ dataset }) => iri(adressen.dataset(adres, dataset.id))),
      ],
    ],
  };
}
