import { Ajv2020, type AnySchema, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect } from "vitest";
import { createApi } from "#api/v1/api.ts";
import { describeApi } from "#api/v1/openapi.routes.ts";
import { aRooms } from "#test/api-proef.ts";

type Antwoord = {
  readonly content?: Readonly<Record<string, { readonly schema: AnySchema }>>;
};

type Beschrijving = {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<Record<string, { readonly responses: Readonly<Record<string, Antwoord>> }>>
    >
  >;
  readonly components: object;
};

/** The description of the API as it is now, not as the file has it. */
export const openapi = JSON.parse(JSON.stringify(describeApi(createApi(aRooms())))) as Beschrijving;

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema({ $id: "openapi", components: openapi.components });

const compiled = new Map<string, ValidateFunction>();

/** Holds an answer against the description of its route, and gives what it says. */
export async function holdsToDescription(
  answer: Response,
  path: string,
  method = "GET",
): Promise<unknown> {
  const [mediaType = ""] = (answer.headers.get("Content-Type") ?? "").split(";");
  const written = await answer.text();
  const body: unknown = mediaType.includes("json") ? JSON.parse(written) : written;
  const validate = schemaFor(path, method, answer.status, mediaType);
  validate(body);
  const found = (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
  expect(found).toEqual([]);
  return body;
}

function schemaFor(
  path: string,
  method: string,
  status: number,
  mediaType: string,
): ValidateFunction {
  const responses = openapi.paths[path]?.[method.toLowerCase()]?.responses ?? {};
  const content = (responses[status] ?? responses.default)?.content?.[mediaType];
  if (!content) throw new Error(`${method} ${path} describes no ${status} as ${mediaType}`);
  const key = `${method} ${path} ${status} ${mediaType}`;
  const inside = JSON.parse(JSON.stringify(content.schema).replaceAll("#/", "openapi#/"));
  const validate = compiled.get(key) ?? ajv.compile(inside);
  compiled.set(key, validate);
  return validate;
}
