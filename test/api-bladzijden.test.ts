import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

type Vraag = { readonly name: string; readonly in: string };
type Antwoord = {
  readonly content?: Readonly<Record<string, { readonly schema?: { $ref?: string } }>>;
};
type Operatie = {
  readonly parameters?: readonly Vraag[];
  readonly responses: Readonly<Record<string, Antwoord>>;
};

const openapi = JSON.parse(readFileSync(join(import.meta.dirname, "../openapi.json"), "utf8"));
const schemas: Readonly<Record<string, { readonly properties?: object }>> =
  openapi.components.schemas;

/** Every question that gives a list of things that stand by themselves. */
const lists = Object.entries<{ readonly get?: Operatie }>(openapi.paths).flatMap(
  ([path, { get }]) => {
    const answer = get?.responses["200"]?.content?.["application/json"]?.schema?.$ref ?? "";
    const schema = schemas[answer.replace("#/components/schemas/", "")];
    return get && schema?.properties && "items" in schema.properties ? [{ path, get, schema }] : [];
  },
);

describe("a list in the API", () => {
  it("is there", () => {
    expect(lists.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["/gebieden", "/documenten", "/inleveringen", "/datasets"]),
    );
  });

  it.each(lists)("comes in pages, with the way to the next: $path", ({ get, schema }) => {
    const asked = (get.parameters ?? []).map(({ name }) => name);
    expect(asked).toEqual(expect.arrayContaining(["pagina", "perPagina"]));
    expect(Object.keys(schema.properties ?? {})).toEqual(
      expect.arrayContaining(["aantal", "pagina", "perPagina", "links"]),
    );
  });
});
