import type { Collectie } from "#services/ogc/collectie.ts";
import type { Itemsvraag } from "#services/ogc/itemsvraag.ts";
import { measureCollectie } from "#services/ogc/omvang.ts";
import { CRS84, STELSELS } from "#services/ogc/stelsel.ts";

export const JSON_SOORT = "application/json";
export const GEOJSON = "application/geo+json";
export const OPENAPI_30 = "application/vnd.oai.openapi+json;version=3.0";

/** What this keeps to. */
export const CONFORMITEIT = [
  "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core",
  "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
  "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
  "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
  "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
];

type Link = {
  readonly href: string;
  readonly rel: string;
  readonly type: string;
  readonly title: string;
  readonly hreflang?: string;
};

export function describeLanding(root: string, site: string) {
  const links: readonly Link[] = [
    { href: root, rel: "self", type: JSON_SOORT, title: "Deze pagina" },
    { href: `${root}/api`, rel: "service-desc", type: OPENAPI_30, title: "Beschrijving (OpenAPI)" },
    {
      href: `${site}/opendata`,
      rel: "service-doc",
      type: "text/html",
      hreflang: "nl",
      title: "Uitleg voor mensen",
    },
    {
      href: `${root}/conformance`,
      rel: "conformance",
      type: JSON_SOORT,
      title: "Aan welke delen van de standaard dit voldoet",
    },
    { href: `${root}/collections`, rel: "data", type: JSON_SOORT, title: "De collecties" },
  ];
  return {
    title: "Gebieden en regio's van Woonregie",
    description:
      "Gemeenten, provincies en regio's als vlakken. Waar deze installatie grenzen van CBS of Kadaster heeft, zijn het grenzen; anders zijn het schematische vakken, en dat staat bij elk vlak in «vorm». Rijksdriehoek en graden worden in elkaar omgerekend tot op 25 centimeter.",
    links,
  };
}

export function describeCollecties(root: string, all: readonly Collectie[], peildag: string) {
  const links: readonly Link[] = [
    { href: `${root}/collections`, rel: "self", type: JSON_SOORT, title: "De collecties" },
  ];
  return {
    links,
    crs: STELSELS.map(({ uri }) => uri),
    collections: all.map((one) => describeCollectie(root, one, peildag)),
  };
}

export function describeCollectie(root: string, collectie: Collectie, peildag: string) {
  const { id, titel, omschrijving, sinds } = collectie;
  const own = `${root}/collections/${id}`;
  const links: readonly Link[] = [
    { href: own, rel: "self", type: JSON_SOORT, title: titel },
    { href: `${own}/items`, rel: "items", type: GEOJSON, title: titel },
    {
      href: "https://creativecommons.org/licenses/by/4.0/deed.nl",
      rel: "license",
      type: "text/html",
      title: "CC BY 4.0. Bron: CBS / Kadaster, bewerkt",
    },
  ];
  const { bbox, schematisch } = measureCollectie(collectie, peildag);
  const kind = schematisch
    ? "Let op: deze installatie heeft geen grenzen; de vlakken zijn schematisch."
    : "De vlakken zijn grenzen van CBS of Kadaster.";
  return {
    id,
    title: titel,
    description: `${omschrijving} ${kind}`,
    itemType: "feature",
    extent: {
      ...(bbox ? { spatial: { bbox: [bbox], crs: CRS84.uri } } : {}),
      temporal: {
        interval: [[`${sinds}T00:00:00Z`, null]],
        trs: "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian",
      },
    },
    crs: STELSELS.map(({ uri }) => uri),
    storageCrs: CRS84.uri,
    links,
  };
}

type Pagina = {
  readonly root: string;
  readonly collectie: Collectie;
  readonly searchParams: URLSearchParams;
  readonly vraag: Itemsvraag;
  readonly aantal: number;
};

export function itemsLinks({ root, collectie, searchParams, vraag, aantal }: Pagina) {
  const { id, titel } = collectie;
  const { limit, offset } = vraag;
  const items = `${root}/collections/${id}/items`;
  const at = (start: number) => {
    const query = new URLSearchParams(searchParams);
    if (start > 0) query.set("offset", String(start));
    else query.delete("offset");
    return withQuery(items, query);
  };
  const page = (rel: string, href: string, title: string): Link => ({
    ...{ href, rel, title },
    type: GEOJSON,
  });
  return [
    page("self", withQuery(items, searchParams), "Deze bladzijde"),
    ...(offset + limit < aantal ? [page("next", at(offset + limit), "De volgende bladzijde")] : []),
    ...(offset > 0 ? [page("prev", at(Math.max(0, offset - limit)), "De vorige bladzijde")] : []),
    { href: `${root}/collections/${id}`, rel: "collection", type: JSON_SOORT, title: titel },
  ];
}

type Eentje = Pick<Pagina, "root" | "collectie" | "searchParams"> & { readonly id: string };

export function itemLinks({ root, collectie, searchParams, id }: Eentje): readonly Link[] {
  const own = `${root}/collections/${collectie.id}`;
  return [
    {
      href: withQuery(`${own}/items/${encodeURIComponent(id)}`, searchParams),
      rel: "self",
      type: GEOJSON,
      title: id,
    },
    { href: own, rel: "collection", type: JSON_SOORT, title: collectie.titel },
  ];
}

function withQuery(address: string, query: URLSearchParams): string {
  const text = query.toString();
  return text ? `${address}?${text}` : address;
}
