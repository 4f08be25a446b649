import { z } from "zod";
import { SOORTEN } from "#domain/kop.ts";
import { methode } from "./schema/afronding.ts";
import { bron } from "./schema/bron.ts";
import { SCHEMAS } from "./schema/document.ts";
import { eenheid } from "./schema/eenheid.ts";
import { eis } from "./schema/eis.ts";
import { gebied } from "./schema/kop.ts";
import { opgave } from "./schema/opgave.ts";
import { parameter } from "./schema/parameter.ts";
import { as } from "./schema/per.ts";
import { scenariobestand } from "./schema/scenarios.ts";
import { selectie } from "./schema/selectie.ts";
import { sleutel } from "./schema/sleutel.ts";
import { over, stap } from "./schema/stap.ts";
import {
  bandwaarde,
  documentnaam,
  documentversie,
  formule,
  verwijzing,
  voorwaardewaarde,
  waarde,
} from "./schema/waarde.ts";

export type JsonSchema = z.core.JSONSchema.BaseSchema;

const NAMEN = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries({
  ...{ eis, bron, opgave, parameter, selectie, sleutel, stap },
  ...{ waarde, voorwaardewaarde, bandwaarde, verwijzing, formule },
  ...{ as, over, methode, eenheid, gebied, documentnaam, documentversie },
})) {
  NAMEN.add(schema, { id });
}

/**
 * The grammar as JSON Schema (draft 7), by file name: one per soort, one for scenarios, and
 * `document.schema.json` that chooses by `soort`.
 *
 * For completion and first checks in editors outside. It knows keys, words and forms; the small
 * grammars inside a scalar and the rules across blocks are the loader's alone.
 */
export function createJsonSchemas(): Readonly<Record<string, JsonSchema>> {
  const soorten = SOORTEN.map((soort) => [
    `${soort}.schema.json`,
    toJsonSchema(SCHEMAS[soort], `Een document van de soort ${soort}`),
  ]);
  return {
    ...Object.fromEntries(soorten),
    "document.schema.json": chooseBySoort(),
    "scenarios.schema.json": toJsonSchema(scenariobestand, "Bewijzen bij een document"),
  };
}

function toJsonSchema(schema: z.ZodType, title: string): JsonSchema {
  const json = z.toJSONSchema(schema, {
    target: "draft-7",
    io: "input",
    unrepresentable: "any",
    metadata: NAMEN,
    override: ({ jsonSchema }) => {
      // Defaults are what the loader makes of an absent key, not what one would write.
      delete jsonSchema.default;
      allowNumbers(jsonSchema);
    },
  });
  const { $schema, ...rest } = json;
  return { ...($schema === undefined ? {} : { $schema }), title, ...rest };
}

/** To the loader every scalar is text; another reader of YAML sees `178` as a number. */
function allowNumbers(json: JsonSchema): void {
  if (json.type !== "string") return;
  if (json.enum === undefined && json.const === undefined) {
    Object.assign(json, { type: ["string", "number"] });
  } else if (json.enum?.some((word) => /^\d+$/.test(String(word)))) {
    const words = json.enum.map(String);
    Object.assign(json, { type: ["string", "number"], enum: [...words, ...words.map(Number)] });
  }
}

function chooseBySoort(): JsonSchema {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Een document van Woonregie",
    type: "object",
    required: ["soort"],
    properties: { soort: { enum: [...SOORTEN] } },
    allOf: SOORTEN.map((soort) => ({
      if: { properties: { soort: { const: soort } } },
      // biome-ignore lint/suspicious/noThenProperty: `then` is a keyword of JSON Schema
      then: { $ref: `${soort}.schema.json` },
    })),
  };
}
