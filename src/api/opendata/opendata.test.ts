import { describe, expect, it } from "vitest";
import { createApp } from "#api/app.tsx";
import { aSite } from "#test/api-proef.ts";

const app = createApp(aSite());
const read = async (path: string, site = app) => (await site.request(path)).text();

describe("the page with open data", () => {
  it("has every dataset with its licence, its files and how to name it", async () => {
    const page = await read("/opendata");
    expect(page).toMatch(
      /id="cijfers-inwoners"[\s\S]*?gegevens\.csv[\s\S]*?CC BY 4\.0[\s\S]*?CBS, Inwoners, bewerkt/,
    );
    expect(page).toMatch(/id="indelingen"[\s\S]*?GeoJSON[\s\S]*?EUPL-1\.2/);
  });

  it("links only to what answers", async () => {
    const page = await read("/opendata");
    const own = [...page.matchAll(/href="(\/(?:v1|ogc)[^"]*)"/g)].map(([, href = ""]) => href);
    expect(own.length).toBeGreaterThan(40);
    for (const href of own) {
      const { status } = await app.request(href.replaceAll("&amp;", "&"));
      expect([href, status]).toEqual([href, 200]);
    }
  });

  it.each([
    ["woz", "cijfers-woz-gemiddeld", "cijfers-inwoners"],
    ["GEMEENTEN 2022", "gebieden-2022", "gebieden-2021"],
    ["afspraken", "documenten", "cijfers-inwoners"],
    ["zekerheid", "indelingen", "documenten"],
  ])("finds by «%s»", async (zoek, found, other) => {
    const page = await read(`/opendata?zoek=${encodeURIComponent(zoek)}`);
    expect(page).toContain(`id="${found}"`);
    expect(page).not.toContain(`id="${other}"`);
  });

  it("says what is not there and why, also where nothing is found", async () => {
    const page = await read("/opendata?zoek=<script>");
    expect(page).not.toContain("<script>");
    expect(page).toContain("Geen van de");
    expect(page).toMatch(/De grens van sociale huur[\s\S]*?7 leveringen met als voorwaarde/);
  });

  it("names who gives it out, or says that nobody filled that in", async () => {
    expect(await read("/opendata")).toContain("Wie dit uitgeeft, is niet ingevuld");
    const uitgever = {
      ingevuld: true,
      naam: "Regio Voorbeeld",
      uri: "https://voorbeeld.nl/id/regio",
      contact: { naam: "Team data", email: "data@voorbeeld.nl" },
      adres: "https://wonen.voorbeeld.nl",
    };
    const filled = createApp(aSite({ uitgever }));
    expect(await read("/opendata", filled)).toMatch(
      /Regio Voorbeeld[\s\S]*?mailto:data@voorbeeld.nl/,
    );
    const ttl = await read("/v1/catalogus/dcat-ap-nl.ttl", filled);
    expect(ttl).toContain("<https://wonen.voorbeeld.nl/v1/catalogus> a dcat:Catalog");
    expect(ttl).toContain("dct:publisher <https://voorbeeld.nl/id/regio>");
    expect(ttl).toContain("vcard:hasEmail <mailto:data@voorbeeld.nl>");
    expect(await read("/v1/catalogus/dcat-ap-nl.ttl")).toContain('foaf:name "Niet ingevuld:');
  });
});
