import { describe, expect, it } from "vitest";
import { createApp } from "#api/app.tsx";
import { breuk } from "#domain/breuk.ts";
import { createCijferbron, type Waarneming } from "#domain/waarneming.ts";
import { aSite, basis } from "#test/api-proef.ts";

const geplant = [
  ["GM0398", 57_000],
  ["GM0416", 28_000],
].map(
  ([gebied, getal]): Waarneming => ({
    indicator: "inwoners",
    gebied: String(gebied),
    cel: [],
    moment: "2019-01-01",
    inhoud: { soort: "getal", waarde: breuk(Number(getal)) },
    bron: "een oude levering",
  }),
);

function siteWith(own: readonly Waarneming[] = []) {
  const extra = createCijferbron(own);
  const cijfers = {
    find: (indicator: string, gebied: string) => [
      ...extra.find(indicator, gebied),
      ...basis.cijfers.find(indicator, gebied),
    ],
  };
  const app = createApp(aSite({ basis: { ...basis, cijfers } }));
  return async (address: string) => {
    const answer = await app.request(address);
    return { status: answer.status, text: (await answer.text()).replaceAll(/\s+/g, " ") };
  };
}

describe("the page of herindelingen", () => {
  it("lists what is known by date, the announced apart with its source", async () => {
    const { text } = await siteWith()("/herindelingen");
    expect(text).toMatch(/Aangekondigd[\s\S]*1 januari 2027[\s\S]*Wijdemeren[\s\S]*Hilversum/);
    expect(text).toMatch(/Doorgevoerd[\s\S]*1 januari 2023[\s\S]*1 januari 2022/);
    expect(text).toContain("aanneming niet gezien");
  });

  it("lays a figure in the old gemeenten beside the new, with equal totals and how it came about", async () => {
    const { text } = await siteWith(geplant)("/herindelingen?gebeurtenis=2022-01-01-GM1980");
    expect(text).toContain("Heerhugowaard: 57.000");
    expect(text).toContain("samen 85.000");
    expect(text).toContain("Dijk en Waard: 85.000");
    expect(text).toContain("som van Heerhugowaard en Langedijk, herindeling 1 januari 2022, exact");
    expect(text).toContain("zo geleverd: samengevoegd na 2021");
  });

  it("shows an announced one as it is now, and as if it were there only where that is asked", async () => {
    const ask = siteWith();
    const now = await ask("/herindelingen?gebeurtenis=2027-01-01-GM0402");
    expect(now.text).toContain("nergens toegepast");
    expect(now.text).not.toContain("in de nieuwe");
    const asIf = await ask("/herindelingen?gebeurtenis=2027-01-01-GM0402&alsof=ja");
    expect(asIf.text).toContain(
      "som van Hilversum en Wijdemeren, herindeling 1 januari 2027, exact",
    );
    const elders = await ask("/gemeenten/GM0402");
    expect(elders.text).not.toContain("som van");
  });

  it("says of a figure of which nothing is known that it is unknown, and of a wrong name where to look", async () => {
    const ask = siteWith();
    const leeg = await ask("/herindelingen?gebeurtenis=2022-01-01-GM1980&indicator=azc-plekken");
    expect(leeg.text).toContain("Onbekend is niet nul");
    const fout = await ask("/herindelingen?gebeurtenis=2022-01-01-GM9999");
    expect([fout.status, fout.text.includes("Kijk op /herindelingen")]).toEqual([404, true]);
    const cijfer = await ask("/herindelingen?gebeurtenis=2022-01-01-GM1980&indicator=geluk");
    expect(cijfer.text).toContain("Er is geen cijfer «geluk»");
  });
});
