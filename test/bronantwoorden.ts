import { gzipSync } from "node:zlib";
import type { Gemeente } from "#domain/gebied.ts";
import { type Antwoorder, type Bronserver, json } from "#test/bronserver.ts";

/** An observation as CBS OData v4 gives it; a number as the digits of the text. */
export type Cbsrij = {
  readonly gebied: string;
  readonly periode: string;
  /** Digits, or null. */
  readonly waarde: string | null;
  readonly attribuut?: string;
};

type Cbsbron = {
  readonly tabel?: string;
  readonly rijen: readonly Cbsrij[];
  readonly eenheid?: string;
  readonly perioden?: readonly (readonly [string, string])[];
  /** Rows on one page. */
  readonly perBlad?: number;
  readonly dimensies?: Readonly<Record<string, readonly (readonly [string, string])[]>>;
};

/** Lets the server answer as a table of CBS does, with spaces behind codes and pages of a few rows. */
export function zetCbs(server: Bronserver, bron: Cbsbron): void {
  const { tabel = "81955NED", eenheid = "aantal", perBlad = 10_000, dimensies = {} } = bron;
  const { perioden = [["2024JJ00", "Definitief"]] } = bron;
  const base = `${server.origin}/cbs/${tabel}`;
  const at = (pad: string, value: readonly unknown[]) =>
    server.zet(`/cbs/${tabel}${pad}`, json(cbsTekst(value, `${base}/$metadata`)));
  const names = Object.keys(dimensies);
  const lists = ["RegioSCodes", "PeriodenCodes", ...names.map((naam) => `${naam}Codes`)];
  const sets = ["Observations", "MeasureCodes", "Dimensions", ...lists];
  at(
    "",
    sets.map((name) => ({ name, url: `${base}/${name}` })),
  );
  at("/Dimensions", [
    { Identifier: "RegioS", Kind: "GeoDimension", ContainsGroups: false, ContainsCodes: true },
    { Identifier: "Perioden", Kind: "TimeDimension", ContainsGroups: false, ContainsCodes: true },
    ...names.map((Identifier) => ({ Identifier, Kind: "Dimension", ContainsCodes: true })),
  ]);
  at("/MeasureCodes", [
    {
      ...{ Identifier: "M000001", Index: 1, Title: "Beginstand voorraad", Unit: eenheid },
      ...{ Description: "Woningen op 1 januari.", DataType: "Long", Decimals: 0 },
    },
    { Identifier: "M000002", Index: 2, Title: "Nieuwbouw", Description: null, Unit: eenheid },
  ]);
  at(
    "/PeriodenCodes",
    perioden.map(([Identifier, Status]) => ({
      ...{ Identifier, Title: Identifier.slice(0, 4), Status },
    })),
  );
  for (const naam of names) {
    const codes = (dimensies[naam] ?? []).map(([Identifier, Title]) => ({ Identifier, Title }));
    at(`/${naam}Codes`, codes);
  }
  server.zet(`/cbs/${tabel}/Observations`, observations(base, bron.rijen, perBlad, dimensies));
}

function observations(
  base: string,
  rijen: readonly Cbsrij[],
  perBlad: number,
  dimensies: Cbsbron["dimensies"] = {},
): Antwoorder {
  return (request, response, url) => {
    const filter = url.searchParams.get("$filter") ?? "";
    const level = /startswith\(RegioS,'(\w+)'\)/.exec(filter)?.[1] ?? "";
    const periods = [...filter.matchAll(/Perioden eq '(\w+)'/g)].map(([, code]) => code);
    const asked = rijen.filter(
      ({ gebied, periode }) => gebied.startsWith(level) && periods.includes(periode),
    );
    const from = Number(url.searchParams.get("$skip") ?? 0);
    const page = asked
      .slice(from, from + perBlad)
      .map((rij, index) => toRow(rij, from + index, dimensies));
    const next = new URL(url.pathname + url.search, base);
    next.searchParams.set("$skip", `${from + perBlad}`);
    const more = from + perBlad < asked.length ? next.href : undefined;
    json(cbsTekst(page, `${base}/$metadata#Observations`, more))(request, response, url);
  };
}

function toRow(rij: Cbsrij, index: number, dimensies: NonNullable<Cbsbron["dimensies"]>): string {
  const own = Object.entries(dimensies).map(([naam, codes]) => `"${naam}": "${codes[0]?.[0]}  "`);
  const parts = [
    `"Id": ${index}`,
    '"Measure": "M000001"',
    `"Perioden": "${rij.periode}"`,
    `"RegioS": "${rij.gebied.padEnd(10)}"`,
    ...own,
    '"StringValue": null',
    `"Value": ${rij.waarde}`,
    `"ValueAttribute": "${rij.attribuut ?? "None"}"`,
  ];
  return `{${parts.join(", ")}}`;
}

/** The envelope of CBS; rows that are text already keep their own digits. */
export function cbsTekst(rows: readonly unknown[], context: string, next?: string): string {
  const value = rows.map((row) => (typeof row === "string" ? row : JSON.stringify(row)));
  const link = next === undefined ? "" : `, "@odata.nextLink": ${JSON.stringify(next)}`;
  return `{"@odata.context": "${context}", "value": [${value.join(",")}]${link}}`;
}

type Pdokbron = {
  readonly gemeenten: readonly Pick<Gemeente, "code" | "naam">[];
  readonly jaar: number;
  /** The source caps pages, whatever is asked. */
  readonly perBlad?: number;
};

/** A square for every gemeente, as PDOK OGC API Features gives borders. */
export function pdokFeatures({ gemeenten, jaar }: Pdokbron): readonly object[] {
  return gemeenten.map(({ code, naam }, index) => {
    const [x, y] = [4 + (index % 20) * 0.1, 51 + Math.floor(index / 20) * 0.1];
    const ring = [
      [x, y],
      [x + 0.1, y],
      [x + 0.1, y + 0.1],
      [x, y + 0.1],
      [x, y],
    ];
    const many = index % 2 === 0;
    return {
      type: "Feature",
      id: `vlak-${index}`,
      properties: {
        ...{ id: index, statcode: `${code} `, statnaam: `${naam}  `, rubriek: "gemeente" },
        ...{ jaarcode: jaar, jrstatcode: `${jaar}${code}` },
      },
      geometry: many
        ? { type: "MultiPolygon", coordinates: [[ring]] }
        : { type: "Polygon", coordinates: [ring] },
    };
  });
}

const ITEMS = "/pdok/collections/gemeente_gegeneraliseerd/items";

/** Lets the server answer with borders of one year; of any other year it has none. */
export function zetPdok(server: Bronserver, bron: Pdokbron): void {
  const { perBlad = 100, jaar } = bron;
  const all = pdokFeatures(bron);
  server.zet(ITEMS, (request, response, url) => {
    const own = url.searchParams.get("jaarcode") === `${jaar}` ? all : [];
    const from = Number(url.searchParams.get("offset") ?? 0);
    const features = own.slice(from, from + perBlad);
    const next = new URL(url.pathname + url.search, server.origin);
    next.searchParams.set("offset", `${from + perBlad}`);
    const links = [
      { rel: "self", href: url.href },
      ...(from + perBlad < own.length ? [{ rel: "next", href: next.href }] : []),
    ];
    const body = { type: "FeatureCollection", features, links, numberReturned: features.length };
    json(body, "application/geo+json")(request, response, url);
  });
}

export type Kaartrij = Readonly<Record<string, unknown>>;

/** Lets the server answer with the two files of the Nationale Woningbouwkaart, packed as they are. */
export function zetWoningbouwkaart(
  server: Bronserver,
  bestanden: { readonly gemeente: readonly Kaartrij[]; readonly woondeal: readonly Kaartrij[] },
): void {
  for (const [naam, rows] of Object.entries(bestanden)) {
    const features = rows.map((properties) => ({ type: "Feature", geometry: null, properties }));
    server.zet(`/woningbouwkaart/${naam}.json.gz`, (_, response) => {
      response.writeHead(200, { "Content-Type": "application/octet-stream" });
      response.end(gzipSync(JSON.stringify({ type: "FeatureCollection", features })));
    });
  }
}
