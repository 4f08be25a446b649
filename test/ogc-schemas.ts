import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse } from "yaml";

const folder = join(import.meta.dirname, "../../shared/standaarden/ogcapi/core/openapi/schemas");

/** Why the schemas of the standard cannot be tried here; empty where they can. */
export const GEEN_OGC = existsSync(folder)
  ? ""
  : ": de schema's van OGC API Features liggen hier niet";

type Schema =
  | "landingPage"
  | "confClasses"
  | "collections"
  | "collection"
  | "featureCollectionGeoJSON"
  | "featureGeoJSON"
  | "exception";

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
if (!GEEN_OGC) {
  for (const file of readdirSync(folder)) {
    const schema = nameNull(parse(readFileSync(join(folder, file), "utf8")));
    ajv.addSchema({ ...(schema as object), $id: `https://ogc.example/${file}` });
  }
}

/** YAML reads a bare `null` as nothing, where the schemas mean the type of that name. */
function nameNull(value: unknown, key = ""): unknown {
  if (Array.isArray(value))
    return value.map((item) => (key === "type" && item === null ? "null" : nameNull(item)));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      name === "type" && item === null ? "null" : nameNull(item, name),
    ]),
  );
}

/** What the schema of the standard objects to; empty where the answer fits. */
export function mistakesIn(schema: Schema, answer: unknown): readonly string[] {
  const validate = ajv.getSchema(`https://ogc.example/${schema}.yaml`);
  if (!validate) throw new Error(`there is no schema ${schema}`);
  validate(answer);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
