import type { Gebiedsvorm } from "./gebiedsvorm.ts";
import type { Stelsel } from "./stelsel.ts";
import type { Gevonden } from "./zoeken.ts";

/** A feature as GeoJSON; without a shape its geometry is null. */
export function toFeature({ gebied, op }: Gevonden, stelsel: Stelsel) {
  return {
    type: "Feature" as const,
    id: gebied.id,
    geometry: toGeometry(gebied.vorm(op), stelsel),
    properties: gebied.eigenschappen(op),
  };
}

function toGeometry(vorm: Gebiedsvorm | undefined, stelsel: Stelsel) {
  const vlakken = vorm?.vlakken(stelsel) ?? [];
  const [only, ...more] = vlakken;
  if (!only) return null;
  if (more.length === 0) return { type: "Polygon" as const, coordinates: only };
  return { type: "MultiPolygon" as const, coordinates: vlakken };
}
