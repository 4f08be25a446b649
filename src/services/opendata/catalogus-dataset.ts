import { makerIri, pagina } from "./catalogus-partijen.ts";
import type { Dataset } from "./dataset.ts";
import type { Opengegevens } from "./opendata.service.ts";
import { adressen, contactIri, dag, type Plek, uitgeverIri } from "./plek.ts";
import { iri, type Knoop, nl } from "./rdf.ts";
import { FORMATEN, type Formaat } from "./schrijven.ts";
import {
  BESCHIKBAAR,
  type Bestandsvorm,
  CSV_STANDAARD,
  JSON_STANDAARD,
  licentiewoord,
  NEDERLAND,
  NEDERLANDS,
  naar,
  OGC_STANDAARD,
  ONREGELMATIG,
  OPENBAAR,
  SHA256,
  THEMAS,
  VORMEN,
} from "./waardelijsten.ts";

const PER_FORMAAT = {
  csv: { standaard: CSV_STANDAARD, woord: VORMEN.csv },
  json: { standaard: JSON_STANDAARD, woord: VORMEN.json },
} as const;

export function describeDataset(gegevens: Opengegevens, plek: Plek): readonly Knoop[] {
  const { dataset, versie } = gegevens;
  const { adres } = plek;
  const own = adressen.dataset(adres, dataset.id);
  const distributies = [
    ...FORMATEN.map((formaat) => describeDownload(formaat, gegevens, adres)),
    ...describeVormen(dataset, adres),
  ];
  const tijd = dataset.tijdvak && {
    iri: `${own}#tijdvak`,
    klassen: ["dct:PeriodOfTime"],
    zegt: [
      ["dcat:startDate", dag(dataset.tijdvak.van)],
      ["dcat:endDate", dag(dataset.tijdvak.tot)],
    ] as const,
  };
  const herkomst = {
    iri: `${own}#herkomst`,
    klassen: ["dct:ProvenanceStatement"],
    zegt: [["skos:prefLabel", [nl(dataset.bronnen.join("; "))]]] as const,
  };
  return [
    {
      iri: own,
      klassen: ["dcat:Dataset", "dcat:Resource"],
      zegt: [
        ["dct:identifier", [{ tekst: own }]],
        ["dct:title", [nl(dataset.titel)]],
        ["dct:description", [nl(dataset.omschrijving)]],
        ["dct:publisher", [uitgeverIri(plek)]],
        ["dct:creator", dataset.makers.map((maker) => makerIri(adres, maker))],
        ["dcat:contactPoint", [contactIri(adres)]],
        ["dct:accessRights", [naar(OPENBAAR)]],
        ["dct:language", [naar(NEDERLANDS)]],
        ["dcat:theme", [naar(THEMAS[dataset.soort])]],
        ["dcat:keyword", dataset.trefwoorden.map(nl)],
        ["dct:issued", dag(dataset.uitgegeven)],
        ["dct:modified", dag(dataset.gewijzigd)],
        ["dct:accrualPeriodicity", [naar(ONREGELMATIG)]],
        ["dct:spatial", [naar(NEDERLAND)]],
        ["dct:temporal", tijd ? [iri(tijd.iri)] : []],
        ["dct:provenance", [iri(herkomst.iri)]],
        ["dcat:version", [{ tekst: versie }]],
        ["dct:conformsTo", [naar(JSON_STANDAARD)]],
        ["dcat:landingPage", [iri(adressen.pagina(adres, dataset.id))]],
        ["foaf:page", [iri(adressen.pagina(adres, dataset.id))]],
        ["dcat:distribution", distributies.map(([{ iri: one }]) => iri(one))],
      ],
    },
    ...distributies.flat(),
    pagina(adressen.pagina(adres, dataset.id), dataset.titel),
    ...(tijd ? [tijd] : []),
    herkomst,
  ];
}

type Distributie = readonly [Knoop, ...Knoop[]];

function describeDownload(formaat: Formaat, gegevens: Opengegevens, adres: string): Distributie {
  const { dataset, maten } = gegevens;
  const { bytes, sha256 } = maten[formaat];
  const { standaard: norm, woord } = PER_FORMAAT[formaat];
  const own = `${adressen.dataset(adres, dataset.id)}#${formaat}`;
  const controle = `${own}-controlegetal`;
  const download = iri(adressen.download(adres, dataset.id, formaat));
  return [
    {
      iri: own,
      klassen: ["dcat:Distribution"],
      zegt: [
        ...distributiekop(dataset, woord),
        ["dcat:accessURL", [download]],
        ["dcat:downloadURL", [download]],
        ["dct:conformsTo", [naar(norm)]],
        ["dcat:byteSize", [{ tekst: String(bytes), soort: "xsd:nonNegativeInteger" }]],
        ["spdx:checksum", [iri(controle)]],
        ["dcat:accessService", [iri(`${adres}/v1`)]],
      ],
    },
    {
      iri: controle,
      klassen: ["spdx:Checksum"],
      zegt: [
        ["spdx:algorithm", [naar(SHA256)]],
        ["spdx:checksumValue", [{ tekst: sha256, soort: "xsd:hexBinary" }]],
      ],
    },
  ];
}

function describeVormen(dataset: Dataset, adres: string): readonly Distributie[] {
  if (!dataset.vormen) return [];
  const where = iri(adressen.vormen(adres, dataset.vormen));
  return [
    [
      {
        iri: `${adressen.dataset(adres, dataset.id)}#geojson`,
        klassen: ["dcat:Distribution"],
        zegt: [
          ...distributiekop(dataset, VORMEN.geojson),
          ["dcat:accessURL", [where]],
          ["dcat:downloadURL", [where]],
          ["dct:conformsTo", [naar(OGC_STANDAARD)]],
          ["dcat:accessService", [iri(adressen.ogc(adres))]],
        ],
      },
    ],
  ];
}

function distributiekop(dataset: Dataset, vorm: Bestandsvorm): Knoop["zegt"] {
  return [
    ["dct:title", [nl(`${dataset.titel} (${vorm.naam})`)]],
    ["dct:license", [naar(licentiewoord(dataset.licentie))]],
    ["dcat:mediaType", [naar(vorm.mediaType)]],
    ["dct:format", [naar(vorm.bestandstype)]],
    ["dct:language", [naar(NEDERLANDS)]],
    ["dcatap:availability", [naar(BESCHIKBAAR)]],
    ["dct:issued", dag(dataset.uitgegeven)],
    ["dct:modified", dag(dataset.gewijzigd)],
  ];
}
