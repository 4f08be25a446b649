import type { Datasetsoort } from "./dataset.ts";
import { iri, type Knoop, nl, type Waarde } from "./rdf.ts";

/** A word of a list that others keep: its address, what kind of thing it is, and what it is called. */
export type Woord = {
  readonly iri: string;
  readonly klassen: readonly string[];
  readonly naam: string;
};

const EU = "http://publications.europa.eu/resource/authority";
const IANA = "http://www.iana.org/assignments/media-types";

function woord(adres: string, klasse: string, naam: string): Woord {
  return { iri: adres, klassen: [klasse, "skos:Concept"], naam };
}

export const OPENBAAR = woord(`${EU}/access-right/PUBLIC`, "dct:RightsStatement", "openbaar");
export const NEDERLANDS = woord(`${EU}/language/NLD`, "dct:LinguisticSystem", "Nederlands");
export const NEDERLAND = woord(`${EU}/country/NLD`, "dct:Location", "Nederland");
export const ONREGELMATIG = woord(`${EU}/frequency/IRREG`, "dct:Frequency", "onregelmatig");
export const BESCHIKBAAR = woord(
  `${EU}/planned-availability/AVAILABLE`,
  "skos:Concept",
  "blijft beschikbaar zolang deze installatie er is",
);
export const THEMALIJST = `${EU}/data-theme`;

const MAATSCHAPPIJ = woord(`${EU}/data-theme/SOCI`, "skos:Concept", "bevolking en samenleving");
const REGIOS = woord(`${EU}/data-theme/REGI`, "skos:Concept", "regio's en steden");
const OVERHEID = woord(`${EU}/data-theme/GOVE`, "skos:Concept", "overheid en publieke sector");

export const THEMAS: Readonly<Record<Datasetsoort, Woord>> = {
  cijfers: MAATSCHAPPIJ,
  gebieden: REGIOS,
  indelingen: REGIOS,
  documenten: OVERHEID,
};

export type Bestandsvorm = {
  readonly naam: string;
  readonly mediaType: Woord;
  readonly bestandstype: Woord;
};

function vorm(naam: string, mediaType: string, type: string): Bestandsvorm {
  return {
    naam,
    mediaType: woord(`${IANA}/${mediaType}`, "dct:MediaType", mediaType),
    bestandstype: woord(`${EU}/file-type/${type}`, "dct:MediaTypeOrExtent", naam),
  };
}

export const VORMEN = {
  csv: vorm("CSV", "text/csv", "CSV"),
  json: vorm("JSON", "application/json", "JSON"),
  geojson: vorm("GeoJSON", "application/geo+json", "GEOJSON"),
} as const;

/** What standards a thing keeps to. */
function standaard(adres: string, naam: string): Woord {
  return { iri: adres, klassen: ["dct:Standard"], naam };
}

export const SHA256: Woord = {
  iri: "http://spdx.org/rdf/terms#checksumAlgorithm_sha256",
  klassen: ["spdx:ChecksumAlgorithm"],
  naam: "SHA-256",
};

export function licentiewoord({
  uri,
  naam,
}: {
  readonly uri: string;
  readonly naam: string;
}): Woord {
  return woord(uri, "dct:LicenseDocument", naam);
}

export function naar({ iri: adres }: Woord): Waarde {
  return iri(adres);
}

/** The words that were used, each told once: whoever reads the catalogue need not fetch them. */
export function describeWoorden(woorden: readonly Woord[]): readonly Knoop[] {
  const known = new Map(woorden.map((one) => [one.iri, one]));
  return [...known.values()].map(({ iri: adres, klassen, naam }) => ({
    iri: adres,
    klassen: [...new Set(klassen)],
    zegt: [[klassen.includes("skos:Concept") ? "skos:prefLabel" : "dct:title", [nl(naam)]]],
  }));
}

export const PROFIEL = standaard(
  "https://modellen.geostandaarden.nl/dcat-ap-nl/id/ontology/dcat-ap-nl",
  "DCAT-AP-NL 3.0",
);
export const CSV_STANDAARD = standaard("https://www.rfc-editor.org/rfc/rfc4180", "RFC 4180");
export const JSON_STANDAARD = standaard("https://www.rfc-editor.org/rfc/rfc8259", "RFC 8259");
export const OGC_STANDAARD = standaard(
  "http://www.opengis.net/spec/ogcapi-features-1/1.0",
  "OGC API - Features, deel 1",
);
