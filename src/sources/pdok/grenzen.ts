import { z } from "zod";
import { isGemeentecode } from "#domain/gebied.ts";
import type { GelezenBlad } from "../ophalen/bladzijden.ts";
import { vormfout } from "../ophalen/ophaalfout.ts";

/** A gemeente with its borders, in degrees. */
export type Grensvlak = {
  readonly code: string;
  readonly naam: string;
  readonly geometry: Geometrie;
};

const punt = z.tuple([z.number(), z.number()]).rest(z.number());
const vlak = z.array(z.array(punt).min(4)).min(1);
const geometrie = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Polygon"), coordinates: vlak }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(vlak).min(1) }),
]);
type Geometrie = z.infer<typeof geometrie>;

const feature = z.object({
  properties: z.object({
    statcode: z.string(),
    statnaam: z.string().optional(),
    jaarcode: z.union([z.string(), z.number()]).optional(),
    jrstatcode: z.string().optional(),
  }),
  geometry: geometrie,
});

const bladzijde = z.object({
  type: z.literal("FeatureCollection"),
  features: z.array(feature),
  links: z.array(z.object({ rel: z.string(), href: z.string() })).optional(),
});

/** The first page of the borders of a year. The source may give less than is asked, and says where the rest is. */
export function grenzenAdres(basis: string, jaar: number): URL {
  const url = new URL(`${basis}/collections/gemeente_gegeneraliseerd/items`);
  url.searchParams.set("f", "json");
  url.searchParams.set("limit", "1000");
  url.searchParams.set("jaarcode", `${jaar}`);
  return url;
}

/**
 * Reads one page of OGC API Features with borders of gemeenten.
 *
 * @throws Ophaalfout "vorm": also where a border is of another year, or lies outside the country.
 */
export function readGrenzenblad(tekst: string, jaar: number): GelezenBlad<readonly Grensvlak[]> {
  const read = bladzijde.safeParse(parse(tekst));
  if (!read.success) {
    const [issue] = read.error.issues;
    const where = issue?.path.join(".") || "het begin";
    throw vormfout(`«${where}»`, "een FeatureCollection met vlakken", issue?.message);
  }
  const { features, links = [] } = read.data;
  const inhoud = features.map(({ properties, geometry }) => {
    const code = properties.statcode.trim();
    if (!isGemeentecode(code)) throw vormfout("«statcode»", "een code als GM0363", code);
    const ofYear = `${properties.jaarcode ?? properties.jrstatcode?.slice(0, 4) ?? ""}`.trim();
    if (ofYear !== `${jaar}`) throw vormfout(`«jaarcode» van ${code}`, `${jaar}`, ofYear);
    assertDegrees(geometry, code);
    return { code, naam: properties.statnaam?.trim() ?? code, geometry };
  });
  const volgende = links.find(({ rel }) => rel === "next")?.href;
  return volgende === undefined ? { inhoud } : { inhoud, volgende };
}

function parse(tekst: string): unknown {
  try {
    return JSON.parse(tekst);
  } catch {
    throw vormfout("het begin", "JSON", tekst.slice(0, 60));
  }
}

/** Left, low, right, high, in degrees: the country in Europe with room around it. */
const LAND = [2.5, 50, 8, 54.5] as const;

function assertDegrees({ type, coordinates }: Geometrie, code: string): void {
  const [x = 0, y = 0] = (type === "Polygon" ? coordinates : coordinates[0])?.[0]?.[0] ?? [];
  const [left, low, right, high] = LAND;
  if (x >= left && x <= right && y >= low && y <= high) return;
  throw vormfout(`een punt van ${code}`, "lengte en breedte in graden (CRS84)", [x, y]);
}
