import { describe, expect, it } from "vitest";
import { createApp } from "#api/app.tsx";
import { breuk } from "#domain/breuk.ts";
import type { Cijferlevering } from "#domain/levering.ts";
import { createCijferbron, type Waarneming } from "#domain/waarneming.ts";
import { aSite, basis } from "#test/api-proef.ts";
import { licentieVan } from "./cijfers.ts";
import type { Dataset } from "./dataset.ts";
import { CC_BY, EUPL, findLicentie, strengste } from "./licentie.ts";
import { measure, writeDataset } from "./schrijven.ts";

describe("a licence that was written down", () => {
  it.each([
    ["CC BY 4.0", "CC BY 4.0"],
    ["cc-by-4.0", "CC BY 4.0"],
    ["CC0 1.0", "CC0 1.0"],
    ["EUPL-1.2", "EUPL-1.2"],
  ])("«%s» is one that lets others use it", (tekst, naam) => {
    expect(findLicentie(tekst)?.naam).toBe(naam);
  });

  it.each([
    undefined,
    "",
    "feit uit een openbaar stuk",
    "CC BY-NC 4.0",
    "CC BY-ND 4.0",
    "CC BY 3.0",
    "alle rechten voorbehouden",
  ])("«%s» is none", (tekst) => {
    expect(findLicentie(tekst)).toBeUndefined();
  });

  it("of parts that go together is the one that asks most", () => {
    const cc0 = findLicentie("CC0");
    if (!cc0) throw new Error("CC0 is known");
    expect(strengste([cc0, CC_BY, cc0])).toBe(CC_BY);
    expect(strengste([EUPL, CC_BY])).toBe(EUPL);
    expect(strengste([])).toBeUndefined();
  });
});

describe("under what terms a figure may be passed on", () => {
  const levering = (own: Partial<Cijferlevering>): Cijferlevering => ({
    ...{ indicator: "inwoners", moment: "2025", bron: "a", datum: "2025-01-01" },
    ...own,
  });
  const cijfer = (own: Partial<Waarneming>): Waarneming => ({
    ...{ indicator: "inwoners", cel: [], gebied: "GM0505", moment: "2025", bron: "a" },
    inhoud: { soort: "getal", waarde: breuk(1) },
    ...own,
  });
  const open = levering({ licentie: "CC BY 4.0" });

  it("is what its own delivery says, and not what another of the same indicator says", () => {
    expect(licentieVan(cijfer({}), [open])).toBe(CC_BY);
    expect(licentieVan(cijfer({ bron: "b" }), [open])).toBeUndefined();
    expect(licentieVan(cijfer({ moment: "2024" }), [open])).toBeUndefined();
    expect(licentieVan(cijfer({}), [levering({})])).toBeUndefined();
  });

  it("is not known where a delivery of the same name says nothing", () => {
    expect(licentieVan(cijfer({}), [open, levering({})])).toBeUndefined();
  });

  it("is, of a sum over gemeenten, known only where every delivery of that moment says it", () => {
    const som = cijfer({ gebied: "PV28", bron: "a; b" });
    const other = levering({ bron: "b", licentie: "CC0" });
    expect(licentieVan(som, [open, other])).toBe(CC_BY);
    expect(licentieVan(som, [open, levering({ bron: "b" })])).toBeUndefined();
    expect(licentieVan(som, [])).toBeUndefined();
  });
});

const DATASET: Dataset = {
  id: "proef",
  soort: "cijfers",
  titel: "Proef",
  omschrijving: "Een proef.",
  trefwoorden: [],
  makers: ["CBS"],
  bronnen: ["CBS"],
  licentie: CC_BY,
  kolommen: [
    { naam: "naam", soort: "tekst", uitleg: "" },
    { naam: "waarde", soort: "getal", uitleg: "" },
    { naam: "lang", soort: "tekst", uitleg: "", alleenJson: true },
  ],
  rijen: () => [
    { naam: "=1+1", waarde: "-5", lang: "a\nb" },
    { naam: '@SOM("x")', waarde: "1/3" },
    { naam: "+31, toestel 5" },
    { naam: "-\ttab", waarde: "178" },
    { naam: "twee\nregels", waarde: "0.585" },
    { naam: "\n=1" },
    { naam: "'s-Gravenhage", waarde: "1" },
  ],
};

describe("the rows of a dataset", () => {
  const written = (formaat: "csv" | "json") => [...writeDataset(DATASET, formaat)].join("");

  it("are csv of which no text is a formula, and every number is as it was", () => {
    expect(written("csv")).toBe(
      [
        "naam,waarde",
        "'=1+1,-5",
        '"\'@SOM(""x"")",1/3',
        '"\'+31, toestel 5",',
        "'-\ttab,178",
        '"twee\nregels",0.585',
        '"\'\n=1",',
        "'s-Gravenhage,1",
        "",
      ].join("\r\n"),
    );
  });

  it("are JSON in which what is not known is not there", () => {
    const { rijen, licentie } = JSON.parse(written("json"));
    expect(rijen[0]).toEqual({ naam: "=1+1", waarde: "-5", lang: "a\nb" });
    expect(rijen[2]).toEqual({ naam: "+31, toestel 5" });
    expect(licentie.naam).toBe("CC BY 4.0");
  });

  it("come in pieces, and are measured without being held as a whole", () => {
    const rijen = () =>
      Array.from({ length: 20_000 }, (_, i) => ({ naam: "x".repeat(20), waarde: `${i}` }));
    const pieces = [...writeDataset({ ...DATASET, rijen }, "csv")];
    expect(pieces.length).toBeGreaterThan(5);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(100_000);
    const { bytes, rijen: counted } = measure({ ...DATASET, rijen }, "csv");
    expect([bytes, counted]).toEqual([pieces.join("").length, 20_000]);
  });
});

describe("figures that an installation read in itself", () => {
  function siteWith(licentie?: string) {
    const own: Waarneming = {
      ...{
        indicator: "bezit",
        cel: [],
        gebied: "GM0505",
        moment: "2026-01-01",
        bron: "eigen lijst",
      },
      inhoud: { soort: "getal", waarde: breuk(12_345) },
    };
    const bron = createCijferbron([own]);
    const levering = { indicator: "bezit", bron: "eigen lijst", datum: "2026-11-30" };
    return createApp(
      aSite({
        basis: {
          ...basis,
          cijfers: {
            find: (naam, gebied) => [
              ...bron.find(naam, gebied),
              ...basis.cijfers.find(naam, gebied),
            ],
          },
          leveringen: () => [
            { ...levering, ...(licentie ? { licentie } : {}) },
            ...basis.leveringen(),
          ],
        },
      }),
    );
  }

  it("are open data only under a licence, and otherwise told not to be", async () => {
    const address = "/v1/datasets/cijfers-bezit/gegevens.csv";
    const open = await siteWith("CC BY 4.0").request(address);
    expect([open.status, await open.text()]).toEqual([200, expect.stringContaining("12345")]);
    expect(open.headers.get("Last-Modified")).toBe("Mon, 30 Nov 2026 00:00:00 GMT");

    const closed = siteWith();
    expect((await closed.request(address)).status).toBe(404);
    expect(await (await closed.request("/v1/catalogus")).text()).not.toContain("bezit");
    expect(await (await closed.request("/opendata")).text()).toContain(
      "1 levering met als voorwaarde «niets»",
    );
  });
});
