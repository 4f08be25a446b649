import { z } from "zod";

/** A shape with what is told of it, as GeoJSON has it. */
type Feature = {
  readonly type: "Feature";
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: { readonly type: "MultiPolygon"; readonly coordinates: Vlakken };
};

type Punt = readonly [number, number];
type Vlakken = readonly (readonly (readonly Punt[])[])[];

const punt = z.tuple([z.number(), z.number()]).rest(z.number());
const ring = z.array(z.int());
const kop = {
  id: z.union([z.string(), z.number()]).optional(),
  properties: z.record(z.string(), z.unknown()).nullish(),
};
const vorm = z.discriminatedUnion("type", [
  z.object({ ...kop, type: z.literal("Polygon"), arcs: z.array(ring) }),
  z.object({ ...kop, type: z.literal("MultiPolygon"), arcs: z.array(z.array(ring)) }),
]);

const topologie = z.object({
  type: z.literal("Topology"),
  arcs: z.array(z.array(punt)),
  transform: z
    .object({
      scale: z.tuple([z.number(), z.number()]),
      translate: z.tuple([z.number(), z.number()]),
    })
    .optional(),
  objects: z.record(
    z.string(),
    z.object({ type: z.string(), geometries: z.array(z.unknown()).optional() }),
  ),
});

/** Whether a parsed file says that it is TopoJSON. */
export function isTopojson(json: unknown): boolean {
  return typeof json === "object" && json !== null && "type" in json && json.type === "Topology";
}

/**
 * Every shape of a TopoJSON file as GeoJSON. An `id` stands in the properties too, for files that
 * keep their codes there.
 *
 * @throws Error in words that say what the file lacks.
 */
export function toFeatures(json: unknown): readonly Feature[] {
  const read = topologie.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Error(`bij «${issue?.path.join(".") ?? ""}» staat niet wat in TopoJSON hoort`);
  }
  const arcs = unfoldArcs(read.data);
  return Object.values(read.data.objects).flatMap(({ geometries = [] }) =>
    geometries.flatMap((item): readonly Feature[] => {
      const shape = vorm.safeParse(item);
      if (!shape.success) return [];
      const { type, arcs: lines, id, properties } = shape.data;
      const vlakken = type === "Polygon" ? [lines] : lines;
      const coordinates = vlakken.map((rings) => rings.map((loop) => joinArcs(loop, arcs)));
      const named = { ...(id === undefined ? {} : { code: id }), ...properties };
      return [
        { type: "Feature", properties: named, geometry: { type: "MultiPolygon", coordinates } },
      ];
    }),
  );
}

/** With a transform every point is a step from the one before, on a grid. */
function unfoldArcs({ arcs, transform }: z.infer<typeof topologie>): readonly (readonly Punt[])[] {
  if (!transform) return arcs.map((arc) => arc.map(([x, y]): Punt => [x, y]));
  const { scale, translate } = transform;
  return arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]): Punt => {
      x += dx;
      y += dy;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
}

/** A ring from its lines; one below nought is walked backwards. The last point is the first. */
function joinArcs(loop: readonly number[], arcs: readonly (readonly Punt[])[]): readonly Punt[] {
  return loop.flatMap((index, place) => {
    const arc = arcs[index < 0 ? ~index : index];
    if (!arc) throw new Error(`een vlak verwijst naar lijn ${index}, die er niet is`);
    const line = index < 0 ? arc.toReversed() : arc;
    return place === 0 ? line : line.slice(1);
  });
}
