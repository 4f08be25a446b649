import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { JsonLdParser } from "jsonld-streaming-parser";
import { DataFactory, Parser, type Quad, Store } from "n3";
import { fetchNpmTool } from "#test/npm-tool.ts";

const shapes = join(import.meta.dirname, "../../shared/standaarden/dcat-ap-nl");
const folder = existsSync(shapes)
  ? await fetchNpmTool("shacl-engine", "1.1.2", { scripts: false })
  : undefined;

/** Why the shapes cannot be tried here; empty where they can. */
export const GEEN_SHACL = existsSync(shapes)
  ? folder
    ? ""
    : ": shacl-engine is hier niet te krijgen"
  : ": de shapes van DCAT-AP-NL liggen hier niet";

/** One file says nothing of what the other asks: always both. */
export const BEIDE = ["dcat-ap-SHACL.ttl", "dcat-ap-nl-SHACL.ttl"] as const;
export const BEREIK = ["dcat-ap-nl-SHACL-klassebereik.ttl"] as const;

type Term = { readonly value: string };
type Bevinding = {
  readonly severity: Term;
  readonly focusNode?: { readonly term?: Term };
  readonly path?: readonly { readonly predicates: readonly Term[] }[];
  readonly constraintComponent: Term;
};
type Keuring = (data: { readonly dataset: Store }) => Promise<{
  readonly conforms: boolean;
  readonly results: readonly Bevinding[];
}>;
type Engine = {
  readonly Validator: new (
    shapes: Store,
    options: { readonly factory: unknown },
  ) => { readonly validate: Keuring };
};

export function parseTurtle(text: string): readonly Quad[] {
  return new Parser().parse(text);
}

export async function parseJsonLd(text: string): Promise<readonly Quad[]> {
  const parser = new JsonLdParser();
  const quads: Quad[] = [];
  parser.on("data", (quad: Quad) => quads.push(quad));
  const done = new Promise<void>((resolve, reject) => {
    parser.on("end", resolve);
    parser.on("error", reject);
  });
  parser.write(text);
  parser.end();
  await done;
  return quads;
}

/** What the shapes object to, as `focus property kind`, in no order. */
export async function tryShapes(
  quads: readonly Quad[],
  files: readonly string[] = BEIDE,
): Promise<readonly string[]> {
  const engine = (await import(pathToFileURL(join(folder ?? "", "index.js")).href)) as Engine;
  const rules = files.flatMap((file) => parseTurtle(readFileSync(join(shapes, file), "utf8")));
  const dataset = (all: readonly Quad[] = []) => new Store([...all]);
  const factory = Object.assign(Object.create(DataFactory), { ...DataFactory, dataset });
  const validator = new engine.Validator(dataset(rules), { factory });
  const { results } = await validator.validate({ dataset: dataset(quads) });
  return results.map(describe);
}

function describe({ focusNode, path, constraintComponent }: Bevinding): string {
  const property = path?.at(-1)?.predicates.at(0)?.value ?? "";
  const kind = constraintComponent.value.replace(/^.*#|ConstraintComponent$/g, "");
  return `${focusNode?.term?.value} ${property} ${kind}`;
}
