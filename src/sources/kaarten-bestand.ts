import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** Borders of gemeenten as somebody delivered them, in degrees or in metres of the Rijksdriehoek. */
export type Grensbestand = {
  readonly bestand: string;
  readonly jaar: number;
  readonly graden: boolean;
  /** Where the code stands in each feature: it tells which of the sources the file is of. */
  readonly veld: string;
  /** Per code its rings, closed; a ring in a ring is a hole. */
  readonly ringen: ReadonlyMap<string, readonly (readonly Punt[])[]>;
};

type Punt = readonly [number, number];

export type Grenslezing =
  | { readonly ok: true; readonly grenzen: Grensbestand }
  | { readonly ok: false; readonly fout: string };

const punt = z.tuple([z.number(), z.number()]).rest(z.number());
const vlak = z.array(z.array(punt).min(4)).min(1);

const feature = z.object({
  properties: z.record(z.string(), z.unknown()),
  geometry: z.discriminatedUnion("type", [
    z.object({ type: z.literal("Polygon"), coordinates: vlak }),
    z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(vlak) }),
  ]),
});

const collectie = z.object({ features: z.array(feature).min(1) });

/** Where sources write the code of a gemeente: CBS, then the register of the Kadaster. */
const CODEVELDEN = ["statcode", "identificatie", "code"];

/**
 * Reads `gemeenten-<jaar>.geojson` from a folder: of the year that is asked or the last before it,
 * else the first after it. Undefined where there is none.
 */
export function readGrenzen(folder: string, jaar: number): Grenslezing | undefined {
  const found = nearestYear(listGrensjaren(folder), jaar);
  if (found === undefined) return undefined;
  const bestand = `gemeenten-${found}.geojson`;
  return parseGrenzen(readFileSync(join(folder, bestand), "utf8"), bestand, found);
}

/** Of years in order, the one asked or the last before it, else the first after it. */
export function nearestYear(years: readonly number[], jaar: number): number | undefined {
  return years.findLast((year) => year <= jaar) ?? years[0];
}

/** The years of which there is a file, the earliest first. */
export function listGrensjaren(folder: string): readonly number[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => /^gemeenten-(\d{4})\.geojson$/.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => a - b);
}

/** Reads GeoJSON with a code in every feature; what cannot be read is told in words that mend. */
export function parseGrenzen(text: string, bestand: string, jaar: number): Grenslezing {
  const refuse = (wat: string) => ({ ok: false, fout: `${bestand}: ${wat}` }) as const;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refuse("dit is geen JSON. Haal het bestand opnieuw op.");
  }
  const read = collectie.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    const where = issue?.path.join(".") || "het begin";
    return refuse(
      `bij «${where}» staat niet wat in GeoJSON van gemeenten hoort: een FeatureCollection met vlakken (Polygon of MultiPolygon).`,
    );
  }
  const ringen = new Map<string, readonly (readonly Punt[])[]>();
  let veld = "";
  for (const { properties, geometry } of read.data.features) {
    const found = findCode(properties);
    if (!found) continue;
    const { code } = found;
    veld = found.veld;
    const vlakken = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    const rings = vlakken.flat().map((ring) => ring.map(([x, y]): Punt => [x, y]));
    ringen.set(code, [...(ringen.get(code) ?? []), ...rings]);
  }
  if (ringen.size === 0) {
    return refuse(
      `geen enkel vlak heeft een gemeentecode. Zet in ${CODEVELDEN.join(", ")} een code als GM0363.`,
    );
  }
  const [x = 0, y = 0] = [...ringen.values()][0]?.[0]?.[0] ?? [];
  const graden = Math.abs(x) <= 180 && Math.abs(y) <= 90;
  return { ok: true, grenzen: { bestand, jaar, graden, veld, ringen } };
}

/** `GM0363`, or `0363` without its letters as one of the sources has it. */
function findCode(
  properties: Readonly<Record<string, unknown>>,
): { readonly code: string; readonly veld: string } | undefined {
  for (const veld of CODEVELDEN) {
    const digits = /^(?:GM)?(\d{4})$/.exec(String(properties[veld] ?? "").trim())?.[1];
    if (digits) return { code: `GM${digits}`, veld };
  }
  return undefined;
}
