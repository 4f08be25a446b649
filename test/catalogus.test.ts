import type { Quad } from "n3";
import { describe, expect, it } from "vitest";
import { createApp } from "#api/app.tsx";
import { aSite } from "#test/api-proef.ts";
import {
  BEIDE,
  BEREIK,
  GEEN_SHACL,
  parseJsonLd,
  parseTurtle,
  tryShapes,
} from "#test/dcat-ap-nl.ts";

const app = createApp(aSite());
const ask = (path: string, headers: Record<string, string> = {}) =>
  app.request(`https://data.voorbeeld.nl${path}`, { headers });
const readTurtle = async () =>
  parseTurtle(await (await ask("/v1/catalogus/dcat-ap-nl.ttl")).text());

const DCT = "http://purl.org/dc/terms/";
const DCAT = "http://www.w3.org/ns/dcat#";
const INWONERS = "https://data.voorbeeld.nl/v1/datasets/cijfers-inwoners";

const spell = (quads: readonly Quad[]) =>
  quads
    .map(({ subject, predicate, object }) => {
      const kind =
        object.termType === "Literal" ? `${object.language}^${object.datatype.value}` : "";
      return [subject.value, predicate.value, object.value, kind].join(" ");
    })
    .toSorted();

/** What each kind of thing must say of itself, by one or both of the files of shapes. */
const MOETEN = [
  [INWONERS, `${DCT}title`],
  [INWONERS, `${DCT}description`],
  [INWONERS, `${DCT}identifier`],
  [INWONERS, `${DCT}publisher`],
  [INWONERS, `${DCT}creator`],
  [INWONERS, `${DCT}accessRights`],
  [INWONERS, `${DCAT}contactPoint`],
  [INWONERS, `${DCAT}theme`],
  [`${INWONERS}#csv`, `${DCAT}accessURL`],
  [`${INWONERS}#csv`, `${DCT}license`],
  ["https://data.voorbeeld.nl/ogc/v1", `${DCAT}endpointURL`],
  ["https://data.voorbeeld.nl/ogc/v1", `${DCT}description`],
  ["https://data.voorbeeld.nl/v1/catalogus", `${DCT}publisher`],
  ["https://data.voorbeeld.nl/v1/catalogus", `${DCAT}contactPoint`],
] as const;

describe("the catalogue", () => {
  it("says the same as Turtle and as JSON-LD", async () => {
    const jsonld = await parseJsonLd(await (await ask("/v1/catalogus")).text());
    const turtle = await readTurtle();
    expect(turtle.length).toBeGreaterThan(1000);
    expect(spell(jsonld)).toEqual(spell(turtle));
  });

  it.each([
    ["", "application/ld+json"],
    ["application/json", "application/ld+json"],
    ["text/turtle", "text/turtle"],
    ["text/turtle;q=0.5, application/ld+json", "application/ld+json"],
    ["text/html", "application/ld+json"],
  ])("comes to who accepts «%s» as %s", async (Accept, mediaType) => {
    const { headers } = await ask("/v1/catalogus", Accept ? { Accept } : {});
    expect(headers.get("Content-Type")).toBe(`${mediaType}; charset=utf-8`);
    expect(headers.get("Vary")).toContain("Accept");
  });

  it("names every dataset by an address that answers", async () => {
    const quads = await readTurtle();
    const named = quads.filter(({ predicate }) => predicate.value === `${DCAT}dataset`);
    expect(named.length).toBeGreaterThan(15);
    for (const { object } of named) {
      const answer = await ask(new URL(object.value).pathname);
      expect([object.value, answer.status]).toEqual([object.value, 200]);
    }
  });

  it("tells of each download how large it is, and that is so", async () => {
    const quads = await readTurtle();
    const size = quads.find(
      ({ subject, predicate }) =>
        subject.value === `${INWONERS}#csv` && predicate.value === `${DCAT}byteSize`,
    );
    const body = await (await ask("/v1/datasets/cijfers-inwoners/gegevens.csv")).arrayBuffer();
    expect(size?.object.value).toBe(String(body.byteLength));
  });
});

describe.skipIf(GEEN_SHACL)(`the catalogue and the shapes of DCAT-AP-NL 3${GEEN_SHACL}`, () => {
  it("fit, those of Europe and those of the Netherlands, also as JSON-LD", async () => {
    expect(await tryShapes(await readTurtle(), [...BEIDE, ...BEREIK])).toEqual([]);
    const jsonld = await parseJsonLd(await (await ask("/v1/catalogus")).text());
    expect(await tryShapes(jsonld)).toEqual([]);
  });

  it("do not fit where something that must be there is taken out, and that alone is told", async () => {
    const taken = MOETEN.map(([subject, property]) => `${subject} ${property}`);
    const left = (await readTurtle()).filter(
      ({ subject, predicate }) => !taken.includes(`${subject.value} ${predicate.value}`),
    );
    const found = await tryShapes(left);
    expect([...new Set(found)].toSorted()).toEqual(
      taken.map((one) => `${one} MinCount`).toSorted(),
    );
  });
});
