import { SOORTEN, type Soort } from "#domain/kop.ts";
import type { Pad } from "../fout.ts";
import { createJsonSchemas, type JsonSchema } from "../json-schema.ts";

/** A key that can stand somewhere. */
export type Sleutelkeuze = { readonly naam: string; readonly moet: boolean };

/** What the grammar lets stand at a path. */
export type Ruimte = {
  /** The keys of a block here; none where the writer names them. */
  readonly sleutels: readonly Sleutelkeuze[];
  /** Words of which one must stand here. */
  readonly woorden: readonly string[];
  /** What kind of name or number can stand here, as the grammar calls it: `verwijzing`, `as`. */
  readonly namen: ReadonlySet<string>;
};

type Vorm = { readonly schema: JsonSchema; readonly wortel: JsonSchema };

/** Says of any path in a document of some soort what can stand there. */
export type Schemawijzer = (soort: Soort | undefined, pad: Pad) => Ruimte;

/** Made once: the whole grammar is written out for it. */
export function createSchemawijzer(): Schemawijzer {
  const schemas = createJsonSchemas();
  return (soort, pad) => {
    const wortel = schemas[`${soort ?? "document"}.schema.json`];
    if (!wortel) return LEEG;
    if (!soort) return pad.length === 0 ? BEGIN : pad[0] === "soort" ? WOORD_SOORT : LEEG;
    const namen = new Set<string>();
    let vormen = open({ schema: wortel, wortel }, namen);
    for (const part of pad) {
      namen.clear();
      vormen = vormen.flatMap((vorm) => step(vorm, part, namen));
    }
    return { sleutels: keysOf(vormen), woorden: wordsOf(vormen), namen };
  };
}

const LEEG: Ruimte = { sleutels: [], woorden: [], namen: new Set() };
const BEGIN: Ruimte = { ...LEEG, sleutels: [{ naam: "soort", moet: true }] };
const WOORD_SOORT: Ruimte = { ...LEEG, woorden: SOORTEN };

/** All forms that a schema stands for, and the names under which the grammar knows them. */
function open({ schema, wortel }: Vorm, namen: Set<string>): readonly Vorm[] {
  const { $ref, anyOf, allOf, oneOf } = schema;
  const naam = /^#\/definitions\/(.+)$/.exec($ref ?? "")?.[1];
  const named = naam === undefined ? undefined : childIn(wortel.definitions, naam);
  if (naam !== undefined) namen.add(naam);
  const inner: readonly unknown[] = [
    ...(anyOf ?? []),
    ...(allOf ?? []),
    ...(oneOf ?? []),
    ...(named ? [named] : []),
  ];
  const forms: readonly JsonSchema[] = inner.map(asSchema).filter((part) => part !== undefined);
  if (forms.length === 0) return [{ schema, wortel }];
  return forms.flatMap((part) => open({ schema: part, wortel }, namen));
}

function step({ schema, wortel }: Vorm, part: string | number, namen: Set<string>) {
  const next: unknown = typeof part === "number" ? schema.items : childOf(schema, part);
  const found = asSchema(Array.isArray(next) ? next[0] : next);
  return found ? open({ schema: found, wortel }, namen) : [];
}

function childOf({ properties, additionalProperties }: JsonSchema, key: string): unknown {
  return childIn(properties, key) ?? additionalProperties;
}

function childIn(schemas: unknown, key: string): JsonSchema | undefined {
  const known = asSchema(schemas);
  return known && Object.hasOwn(known, key) ? asSchema(known[key]) : undefined;
}

function asSchema(part: unknown): JsonSchema | undefined {
  return typeof part === "object" && part !== null ? (part as JsonSchema) : undefined;
}

function keysOf(vormen: readonly Vorm[]): readonly Sleutelkeuze[] {
  const keys = new Map<string, boolean>();
  for (const { schema } of vormen) {
    for (const naam of Object.keys(schema.properties ?? {})) {
      keys.set(naam, keys.get(naam) || schema.required?.includes(naam) || false);
    }
  }
  return [...keys].map(([naam, moet]) => ({ naam, moet }));
}

function wordsOf(vormen: readonly Vorm[]): readonly string[] {
  const words = vormen.flatMap(({ schema }) => [
    ...(schema.enum ?? []),
    ...(schema.const === undefined ? [] : [schema.const]),
  ]);
  return [...new Set(words.map(String))];
}
