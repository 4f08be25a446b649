import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { createApp } from "#api/app.tsx";
import { UITVOERSOORTEN } from "#contract/rekenblad/uitvoer.ts";
import { aSite } from "#test/api-proef.ts";

const app = createApp(aSite());
const VRAAG =
  "document=sleutel-inwoners&regio=drechtsteden&op=2026-01-01&cijfer.urgenten=420+tot+480&naast=sleutel-sociale-huur";

const ask = (bestand: string, query = VRAAG, headers: Record<string, string> = {}) =>
  app.request(`/verdeling/uitvoer/${bestand}?${query}`, { headers });

describe("a sheet as a file, by its address", () => {
  it.each(UITVOERSOORTEN.map(({ naam, type }) => [naam, type]))(
    "is there as %s, under a name that says what and when",
    async (naam, type) => {
      const answer = await ask(naam);
      expect(answer.status).toBe(200);
      expect(answer.headers.get("Content-Type")).toBe(type);
      const [wat = "", ext = ""] = naam.split(".");
      const part = wat === "rekenblad" ? "" : `-${wat}`;
      expect(answer.headers.get("Content-Disposition")).toBe(
        `attachment; filename="woonregie-drechtsteden-urgenten-2026-01-01${part}.${ext}"`,
      );
      expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(500);
    },
  );

  it("is the same bytes every time, so that a file can be laid beside another", async () => {
    for (const naam of ["kaart.png", "rekenblad.ods"]) {
      const [one, other] = [await ask(naam), await ask(naam)];
      const bytes = Buffer.from(await one.arrayBuffer());
      expect(bytes.equals(Buffer.from(await other.arrayBuffer()))).toBe(true);
    }
  });

  it("names the address of the view, and carries its changes", async () => {
    const query = `${VRAAG}&wijzig.stappen[0].afronding=omhoog`;
    const answer = await ask("rekenblad.xlsx", query);
    const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()));
    const text = sheets[0]?.rows.flat().join("\n") ?? "";
    expect(text).toContain("http://localhost/verdeling/verkennen?regio=drechtsteden");
    expect(text).toContain("wijzig.stappen");
    expect(text).toContain("Eigen rekenblad");
  });

  it("says in words what keeps it from being made, to people and to programs", async () => {
    const page = await ask("rekenblad.ods", "document=sleutel-inwoners&regio=nergens");
    expect(page.status).toBe(400);
    expect(await page.text()).toContain("Er is geen regio «nergens»");
    const data = await ask("rekenblad.ods", "document=niets&regio=drechtsteden", {
      Accept: "application/json",
    });
    expect(data.headers.get("Content-Type")).toContain("application/problem+json");
    expect((await ask("rekenblad.exe")).status).toBe(404);
  });

  it("writes csv as a Dutch spreadsheet opens it, and no text in it is a formula", async () => {
    const text = await (await ask("uitkomst.csv")).text();
    expect(text.split("\r\n")[0]).toContain("code;gemeente;deelregio;");
    expect(text).toMatch(/GM0505;Dordrecht;;[^\n]*\d/);
    const figures = await (await ask("cijfers.csv")).text();
    expect(figures).toMatch(/inwoners;GM0505;Dordrecht;2025-01-01;\d+;;;personen;"?CBS/);
    expect(figures).not.toMatch(/(^|;)[=+@]/m);
  });

  it("draws text as text, with what it is and where it came from around it", async () => {
    for (const naam of ["tabel.svg", "staven.svg", "kaart.svg"]) {
      const svg = await (await ask(naam)).text();
      expect(svg).toMatch(/<title id="titel">[^<]+Drechtsteden[^<]+<\/title>/);
      expect(svg).toContain('<desc id="beschrijving">');
      expect(svg).toMatch(/<text[^>]*>Voorbeeld, door niemand besloten: ambtelijk concept/);
      expect(svg).toMatch(/<text[^>]*>[^<]*Dordrecht/);
      expect(svg).toMatch(/<text[^>]*>Bronnen: /);
      expect(svg).toContain("http://localhost/verdeling/verkennen");
      expect(svg).not.toMatch(/<script|onload|href=/);
    }
  });

  it("gives the outcome per gemeente as GeoJSON, and says that the cells are no borders", async () => {
    const read = JSON.parse(await (await ask("gebied.geojson")).text());
    expect(read.type).toBe("FeatureCollection");
    expect(read.features).toHaveLength(7);
    const dordrecht = read.features.find(({ id }: { id: string }) => id === "GM0505");
    expect(dordrecht.properties).toMatchObject({ naam: "Dordrecht", grens: "schematisch" });
    expect(dordrecht.properties["sleutel-inwoners@1 aantal"]).toBe(185);
    expect(dordrecht.properties["sleutel-inwoners@1 laag"]).toBeLessThan(185);
    const [ring] = dordrecht.geometry.coordinates.flat(
      dordrecht.geometry.type === "Polygon" ? 0 : 1,
    );
    const [lengte, breedte] = ring[0];
    expect(lengte).toBeGreaterThan(4.4);
    expect(lengte).toBeLessThan(5);
    expect(breedte).toBeGreaterThan(51.6);
    expect(breedte).toBeLessThan(51.95);
    expect(ring.at(-1)).toEqual(ring[0]);
    const unknown = await ask("gebied.geojson", "document=sleutel-inwoners&regio=drechtsteden");
    const [first] = JSON.parse(await unknown.text()).features;
    expect(first.properties["sleutel-inwoners@1 aantal"]).toBeNull();
  });

  it("draws at twice its size as a plaatje", async () => {
    const svg = await (await ask("tabel.svg")).text();
    const width = Number(/width="(\d+)"/.exec(svg)?.[1]);
    const png = Buffer.from(await (await ask("tabel.png")).arrayBuffer());
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.readUInt32BE(16)).toBe(2 * width);
  });
});
