import { type Breuk, formatBreuk, isWhole, toNumber } from "#domain/breuk.ts";
import { isWide } from "#domain/notatie.ts";
import type { Vormzoeker } from "#services/ogc/gebiedsvorm.ts";
import { CRS84 } from "#services/ogc/stelsel.ts";
import type { Uitvoerblad, Uitvoerkolom, Uitvoerrij } from "./uitvoerblad.ts";

type Eigenschap = string | number | boolean | null;

/**
 * The region as GeoJSON (RFC 7946), a feature per unit with its outcome under every key.
 *
 * Real borders where they were delivered and may be passed on, else cells, and then every feature
 * says `schematisch`. A number that nobody knows is null, never nought.
 */
export function toGeojson(
  uitvoer: Uitvoerblad,
  vormen: Vormzoeker,
  dag: string,
  adres: string,
): string {
  const { titel, regio, eenheden, kolommen, status, op, herkomst } = uitvoer;
  const features = eenheden.map(({ id, naam, deelregio }, i) => {
    const vorm = vormen.find([id], dag);
    return {
      type: "Feature",
      id,
      geometry: toGeometry(vorm?.vlakken(CRS84) ?? []),
      properties: {
        code: id,
        naam,
        deelregio: deelregio ?? null,
        grens: vorm?.soort ?? null,
        ...Object.assign({}, ...kolommen.map((kolom) => outcomeOf(kolom, kolom.rijen[i]))),
      },
    };
  });
  const vorm = vormen.find(
    eenheden.map(({ id }) => id),
    dag,
  );
  const collection = {
    type: "FeatureCollection",
    titel: `${titel}, ${regio.titel}`,
    status,
    op,
    adres,
    ...(herkomst.hash ? { kenmerk: herkomst.hash } : {}),
    grenzen: vorm ? `${vorm.soort}: ${vorm.bron}, ${vorm.jaar}` : null,
    features,
  };
  return `${JSON.stringify(collection)}\n`;
}

/** Under its document's own name, so that several keys can stand beside each other. */
function outcomeOf(
  { naam, uitkomst }: Uitvoerkolom,
  rij: Uitvoerrij | undefined,
): Readonly<Record<string, Eigenschap>> {
  const { aantal, deelVanAanbod } = rij ?? {};
  const room = aantal !== undefined && isWide(aantal);
  return {
    [`${naam} aantal`]: aantal ? toNumber(aantal.midden) : null,
    [`${naam} precies`]: aantal ? exact(aantal.midden) : null,
    [`${naam} laag`]: room ? toNumber(aantal.laag) : null,
    [`${naam} hoog`]: room ? toNumber(aantal.hoog) : null,
    [`${naam} deel van aanbod`]: deelVanAanbod ? toNumber(deelVanAanbod.midden) : null,
    [`${naam} eenheid`]: uitkomst.eenheid,
  };
}

/** Only where a decimal number could not say it. */
function exact(number: Breuk): string | null {
  return isWhole(number) ? null : formatBreuk(number);
}

type Vlakken = ReturnType<NonNullable<ReturnType<Vormzoeker["find"]>>["vlakken"]>;

function toGeometry(vlakken: Vlakken) {
  const [only, ...more] = vlakken;
  if (!only) return null;
  if (more.length === 0) return { type: "Polygon" as const, coordinates: only };
  return { type: "MultiPolygon" as const, coordinates: vlakken };
}
