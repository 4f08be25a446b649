import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { createApp } from "#api/app.tsx";
import { gradenNaarRd } from "#services/kaart/rd-graden.ts";
import { area } from "#services/kaart/vlak.ts";
import { createVormenbron } from "#services/kaart/vormenbron.ts";
import { aSite, basis } from "#test/api-proef.ts";
import { GEEN_OGC, mistakesIn } from "#test/ogc-schemas.ts";

type Punt = readonly [number, number];
type Feature = {
  readonly id: string;
  readonly geometry: {
    readonly type: string;
    readonly coordinates: readonly (readonly Punt[])[] & readonly (readonly (readonly Punt[])[])[];
  } | null;
  readonly properties: Readonly<Record<string, unknown>>;
};
// biome-ignore lint/suspicious/noExplicitAny: an answer is looked into by its tests.
type Json = any;

const app = createApp(aSite());
const RD = "http://www.opengis.net/def/crs/EPSG/0/28992";
const ETRS89 = "http://www.opengis.net/def/crs/EPSG/0/4258";

const GRENZEN = join(
  import.meta.dirname,
  "../../shared/data/gemeenten-geojson-2024/gemeente_gegeneraliseerd_2024.geojson",
);
const GEEN_GRENZEN = existsSync(GRENZEN) ? "" : ": de grenzen van CBS liggen hier niet";

function asking(site = app) {
  const get = (path: string, headers: Record<string, string> = {}) =>
    site.request(`https://data.voorbeeld.nl/ogc/v1${path}`, { headers });
  const json = async (path: string): Promise<Json> => (await get(path)).json();
  const ids = async (path: string): Promise<string[]> =>
    (await json(path)).features.map(({ id }: Feature) => id);
  return { get, json, ids };
}

const { get, json, ids } = asking();

/** Every point of a feature, whatever its kind. */
function points({ geometry }: Feature): readonly Punt[] {
  const found = (geometry?.coordinates ?? []).flat(geometry?.type === "Polygon" ? 1 : 2);
  return found as unknown as readonly Punt[];
}

/** Square metres, holes taken off. */
function landOf({ geometry }: Feature): number {
  const vlakken = geometry?.type === "Polygon" ? [geometry.coordinates] : geometry?.coordinates;
  const rings = (vlakken ?? []).flat() as unknown as readonly (readonly Punt[])[];
  return rings.reduce((sum, ring) => sum + area(ring.slice(0, -1)), 0);
}

describe.skipIf(GEEN_OGC)(`every answer has the form of OGC API Features${GEEN_OGC}`, () => {
  it.each([
    ["landingPage", ""],
    ["confClasses", "/conformance"],
    ["collections", "/collections"],
    ["collection", "/collections/gemeenten"],
    ["featureCollectionGeoJSON", "/collections/gemeenten/items?limit=400"],
    ["featureCollectionGeoJSON", "/collections/provincies/items"],
    ["featureCollectionGeoJSON", "/collections/regios/items?limit=1000"],
    ["featureGeoJSON", "/collections/gemeenten/items/GM0505"],
    ["featureGeoJSON", "/collections/gemeenten/items/GM0370"],
    ["exception", "/collections/gemeenten/items?limit=0"],
    ["exception", "/collections/dorpen"],
  ] as const)("%s, at %s", async (schema, path) => {
    expect(mistakesIn(schema, await json(path))).toEqual([]);
  });

  it("and one that has another form is found out", async () => {
    const good = await json("/collections/gemeenten/items?limit=2");
    const { geometry: _, ...bare } = good.features[0];
    const open = {
      type: "Polygon",
      coordinates: [
        [
          [4, 52],
          [5, 52],
          [4, 52],
        ],
      ],
    };
    expect(mistakesIn("featureCollectionGeoJSON", { ...good, type: "Features" })).not.toEqual([]);
    expect(mistakesIn("featureCollectionGeoJSON", { ...good, features: [bare] })).not.toEqual([]);
    expect(mistakesIn("featureGeoJSON", { ...good.features[0], geometry: open })).not.toEqual([]);
    expect(mistakesIn("landingPage", { title: "zonder links" })).not.toEqual([]);
    expect(
      mistakesIn("collection", { id: "x", links: [], extent: { temporal: { interval: [] } } }),
    ).not.toEqual([]);
  });
});

describe("the first pages", () => {
  it("link on to all that there is, and every link answers", async () => {
    const seen = new Set<string>();
    const walk = async (path: string) => {
      if (seen.has(path)) return;
      seen.add(path);
      const answer = await get(path);
      expect([path, answer.status]).toEqual([path, 200]);
      const body = (await answer.json()) as Json;
      const inside = (body.collections ?? []).flatMap(({ links }: Json) => links);
      for (const { href, rel } of [...(body.links ?? []), ...inside]) {
        const own = String(href).split("/ogc/v1")[1];
        if (own !== undefined && rel !== "next") await walk(own);
      }
    };
    await walk("");
    expect([...seen]).toContain("/collections/regios/items");
    expect([...seen]).toContain("/api");
  });

  it("tell the kinds of answers that the standard names", async () => {
    const kind = async (path: string) => (await get(path)).headers.get("Content-Type");
    expect(await kind("/collections/provincies/items")).toBe("application/geo+json");
    expect(await kind("/api")).toBe("application/vnd.oai.openapi+json;version=3.0");
    expect(await kind("/collections/dorpen")).toMatch(/^application\/problem\+json/);
  });

  it("describe every parameter that is known, in OpenAPI 3.0", async () => {
    const api = await json("/api");
    expect(api.openapi).toMatch(/^3\.0\./);
    const names = api.paths["/collections/regios/items"].get.parameters.map(
      ({ name }: Json) => name,
    );
    for (const naam of names) {
      const { status } = await get(`/collections/regios/items?${naam}=`);
      expect([naam, status]).toEqual([naam, 400]);
      const { fouten } = await json(`/collections/regios/items?${naam}=`);
      expect(fouten.join()).not.toContain("niet bekend");
    }
  });
});

describe("what is asked of a collection", () => {
  it("comes in pages that lead on to each other, each feature once", async () => {
    const found: string[] = [];
    let next: string | undefined = "/collections/gemeenten/items?limit=150&provincie=PV28";
    let pages = 0;
    for (next = "/collections/gemeenten/items?limit=100"; next; pages += 1) {
      const page: Json = await json(next);
      expect(page.numberReturned).toBe(page.features.length);
      found.push(...page.features.map(({ id }: Feature) => id));
      const link = page.links.find(({ rel }: Json) => rel === "next");
      next = link && String(link.href).split("/ogc/v1")[1];
      if (!next) expect(page.numberMatched).toBe(found.length);
    }
    expect(pages).toBe(4);
    expect(new Set(found).size).toBe(found.length);
  });

  it("is of the gemeenten that were there on that day", async () => {
    const on = (datetime: string) =>
      ids(`/collections/gemeenten/items?limit=1000&datetime=${datetime}`);
    expect(await on("2026-01-01")).toHaveLength(342);
    expect(await on("2021-06-01T12:00:00Z")).toHaveLength(352);
    expect(await on("2021-01-01")).toContain("GM0370");
    expect(await on("2022-01-01/..")).not.toContain("GM0370");
    expect(await on("../2021-12-31")).not.toContain("GM1991");
    expect(await on("2021-12-31/2022-01-01")).toEqual(expect.arrayContaining(["GM0370", "GM1980"]));
  });

  it("is more than the most that is given at once, and no mistake", async () => {
    expect((await json("/collections/gemeenten/items?limit=99999")).numberReturned).toBe(356);
  });

  it("lies in the box that was asked, in degrees and in metres alike", async () => {
    const dordrecht = "4.66,51.81,4.67,51.82";
    const found = await ids(`/collections/gemeenten/items?datetime=2026-01-01&bbox=${dordrecht}`);
    expect(found).toContain("GM0505");
    expect(found.length).toBeLessThan(5);
    const [l, b] = gradenNaarRd([4.66, 51.81]);
    const [r, t] = gradenNaarRd([4.67, 51.82]);
    const meters = `${[l, b, r, t]}&bbox-crs=${encodeURIComponent(RD)}`;
    expect(await ids(`/collections/gemeenten/items?datetime=2026-01-01&bbox=${meters}`)).toEqual(
      found,
    );
    const turned = `51.81,4.66,51.82,4.67&bbox-crs=${encodeURIComponent(ETRS89)}`;
    expect(await ids(`/collections/gemeenten/items?datetime=2026-01-01&bbox=${turned}`)).toEqual(
      found,
    );
    const heights = "4.66,51.81,-10,4.67,51.82,50";
    expect(await ids(`/collections/gemeenten/items?datetime=2026-01-01&bbox=${heights}`)).toEqual(
      found,
    );
    expect(await ids("/collections/gemeenten/items?bbox=10,10,11,11")).toEqual([]);
  });

  it("is of one indeling, where regions of many lie over each other", async () => {
    const found = await json("/collections/regios/items?indeling=drechtsteden@1");
    expect(found.features).toHaveLength(1);
    expect(found.features[0].properties).toMatchObject({
      regio: "drechtsteden",
      vorm: "schematisch",
    });
    expect(found.features[0].properties.gemeenten).toHaveLength(7);
  });

  it("is refused with every mistake at once", async () => {
    const query =
      "limit=0&offset=-1&bbox=1,2,3&crs=x&bbox-crs=y&datetime=gisteren&f=xml&provincie=PV99&kleur=rood&limit=5";
    const answer = await get(`/collections/gemeenten/items?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.headers.get("Content-Type")).toMatch(/^application\/problem\+json/);
    const { fouten } = (await answer.json()) as Json;
    for (const naam of query.split("&").map((part) => part.split("=")[0] ?? "")) {
      expect(fouten.join("\n")).toContain(naam);
    }
    expect(fouten).toHaveLength(10);
  });

  it.each([
    "bbox=5,52,4,53",
    "bbox=4,53,5,52",
    "bbox=a,b,c,d",
    "bbox=1,2,3,4,5",
    "datetime=../..",
    "datetime=..",
    "datetime=2026-02-30",
    "datetime=2026-01-02/2026-01-01",
    "datetime=2026-01-01/2026-02-01/2026-03-01",
  ])("is refused where it says %s", async (query) => {
    expect((await get(`/collections/gemeenten/items?${query}`)).status).toBe(400);
  });

  it("is refused in another way than by looking", async () => {
    const answer = await app.request("/ogc/v1/collections/gemeenten/items", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
    });
    expect([answer.status, answer.headers.get("Allow")]).toEqual([405, "GET, HEAD"]);
  });
});

describe("a place", () => {
  it("is told in the stelsel that was asked, and the answer says which", async () => {
    const path = "/collections/gemeenten/items/GM0505";
    const [graden, rd, etrs] = await Promise.all(
      ["", `?crs=${encodeURIComponent(RD)}`, `?crs=${encodeURIComponent(ETRS89)}`].map(
        async (query) => {
          const answer = await get(path + query);
          return {
            crs: answer.headers.get("Content-Crs"),
            feature: (await answer.json()) as Feature,
          };
        },
      ),
    );
    if (!graden || !rd || !etrs) throw new Error("three answers");
    expect([graden.crs, rd.crs, etrs.crs]).toEqual([
      "<http://www.opengis.net/def/crs/OGC/1.3/CRS84>",
      `<${RD}>`,
      `<${ETRS89}>`,
    ]);
    const [first] = points(graden.feature);
    const [meters] = points(rd.feature);
    if (!first || !meters) throw new Error("there are points");
    expect(points(etrs.feature)[0]).toEqual([first[1], first[0]]);
    const [x, y] = gradenNaarRd(first);
    expect(Math.hypot(x - meters[0], y - meters[1])).toBeLessThan(0.01);
    expect(first[0]).toBeGreaterThan(4);
    expect(first[0]).toBeLessThan(5);
  });

  it("comes with a mark, smaller for who reads gzip, and for every site", async () => {
    const path = "/collections/provincies/items";
    const first = await get(path, { "Accept-Encoding": "gzip" });
    expect(first.headers.get("Content-Encoding")).toBe("gzip");
    expect(first.headers.get("Vary")).toContain("Accept-Encoding");
    expect(first.headers.get("Access-Control-Allow-Origin")).toBe("*");
    const text = gunzipSync(Buffer.from(await first.arrayBuffer())).toString();
    expect(JSON.parse(text).features).toHaveLength(12);
    const again = await get(path, { "If-None-Match": first.headers.get("ETag") ?? "" });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });
});

describe("the shape of a gemeente", () => {
  const folder = mkdtempSync(join(tmpdir(), "woonregie-ogc-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  const noCells = () => ({ bron: "vakken van de proef", peildatum: "2024-01-01", cellen: CELLEN });
  const square = (code: string, x: number, veld: string, hole?: Punt[]) => ({
    type: "Feature",
    properties: { [veld]: code },
    geometry: {
      type: "Polygon",
      coordinates: [
        [
          [x, 51.8],
          [x, 51.9],
          [x + 0.1, 51.9],
          [x + 0.1, 51.8],
          [x, 51.8],
        ],
        ...(hole ? [hole] : []),
      ],
    },
  });
  const CELLEN = {
    GM0505: [
      [
        [10_000, 42_000],
        [11_000, 42_000],
        [11_000, 43_000],
      ],
    ],
  } as const;
  const HOLE: Punt[] = [
    [4.62, 51.82],
    [4.62, 51.84],
    [4.64, 51.84],
    [4.64, 51.82],
    [4.62, 51.82],
  ];

  function siteWith(veld: string) {
    const features = [square("GM0505", 4.6, veld, HOLE), square("GM0590", 4.7, veld)];
    writeFileSync(
      join(folder, "gemeenten-2025.geojson"),
      JSON.stringify({ type: "FeatureCollection", features }),
    );
    return asking(
      createApp(aSite({ basis: { ...basis, vormen: createVormenbron(noCells, folder) } })),
    );
  }

  it("is its border where that was brought in, outer rings to the left and holes to the right", async () => {
    const { json: ask } = siteWith("statcode");
    const { geometry, properties } = await ask("/collections/gemeenten/items/GM0505");
    expect(properties).toMatchObject({ vorm: "grenzen", vormJaar: 2025 });
    expect(properties.vormBron).toContain("CBS / Kadaster");
    expect(geometry.type).toBe("Polygon");
    expect(geometry.coordinates).toHaveLength(2);
    const [outer, hole] = geometry.coordinates;
    expect(area(outer.slice(0, -1))).toBeGreaterThan(0);
    expect(area(hole.slice(0, -1))).toBeLessThan(0);
    expect(outer[0]).toEqual(outer.at(-1));
  });

  it("of any year that is asked is that of the file that is nearest, which is read once", async () => {
    const { json: ask } = siteWith("statcode");
    const path = "/collections/gemeenten/items/GM0505";
    const first = await ask(path);
    rmSync(join(folder, "gemeenten-2025.geojson"));
    for (const datetime of ["1850-01-01", "2024-12-31", "2026-05-05", "9000-01-01"]) {
      expect(await ask(`${path}?datetime=${datetime}`)).toMatchObject({
        geometry: first.geometry,
        properties: { vormJaar: 2025 },
      });
    }
  });

  it("is not guessed where the file has none", async () => {
    const { geometry, properties } = await siteWith("statcode").json(
      "/collections/gemeenten/items/GM0363",
    );
    expect(geometry).toBeNull();
    expect(properties.vorm).toBeNull();
  });

  it("is joined to that of its neighbour without the border between them", async () => {
    const { features } = await siteWith("statcode").json(
      "/collections/regios/items?indeling=drechtsteden@1",
    );
    const [{ geometry, properties }] = features;
    expect(geometry.type).toBe("Polygon");
    const [outer, ...holes] = geometry.coordinates;
    expect(holes).toHaveLength(1);
    expect(new Set(outer.map(String))).toEqual(
      new Set(
        [
          [4.6, 51.8],
          [4.7, 51.8],
          [4.8, 51.8],
          [4.8, 51.9],
          [4.7, 51.9],
          [4.6, 51.9],
        ].map(String),
      ),
    );
    expect(properties.zonderVorm).toHaveLength(5);
  });

  it("is schematic, and says so, where nobody knows whether the file may be passed on", async () => {
    const { json: ask } = siteWith("code");
    const { properties } = await ask("/collections/gemeenten/items/GM0505");
    expect(properties.vorm).toBe("schematisch");
    expect((await ask("/collections/gemeenten")).description).toContain("schematisch");
  });

  it.skipIf(GEEN_GRENZEN)(
    `of a provincie takes as much land as its gemeenten, with real borders${GEEN_GRENZEN}`,
    async () => {
      const own = mkdtempSync(join(tmpdir(), "woonregie-grenzen-"));
      copyFileSync(GRENZEN, join(own, "gemeenten-2024.geojson"));
      const vormen = createVormenbron(noCells, own);
      const { json: ask } = asking(createApp(aSite({ basis: { ...basis, vormen } })));
      const query = `datetime=2026-01-01&limit=1000&crs=${encodeURIComponent(RD)}`;
      const gemeenten: Feature[] = (await ask(`/collections/gemeenten/items?${query}`)).features;
      const provincies: Feature[] = (await ask(`/collections/provincies/items?${query}`)).features;
      rmSync(own, { recursive: true });
      expect(gemeenten.filter(({ geometry }) => geometry)).toHaveLength(342);
      for (const provincie of provincies) {
        const inside = gemeenten.filter(({ properties }) => properties.provincie === provincie.id);
        const land = inside.reduce((sum, one) => sum + landOf(one), 0);
        expect([provincie.id, landOf(provincie) / land]).toEqual([
          provincie.id,
          expect.closeTo(1, 6),
        ]);
        // Fewer corners than all together: the borders between gemeenten are gone.
        const corners = inside.flatMap(points).length;
        expect(points(provincie).length).toBeLessThan(corners);
      }
      // Baarle-Nassau lies around pieces of Belgium, and in them again.
      const brabant = provincies.find(({ id }) => id === "PV30");
      expect(brabant?.geometry?.coordinates.flatMap((vlak) => vlak.slice(1))).toHaveLength(12);
    },
  );
});
