import { describe, expect, it } from "vitest";
import { createApp } from "#api/app.tsx";
import { breuk } from "#domain/breuk.ts";
import { createBibliotheek, type RegieDocument } from "#domain/document.ts";
import { createCijferbron, type Waarneming } from "#domain/waarneming.ts";
import { aSite, basis } from "#test/api-proef.ts";
import { leesDocument } from "#test/builders.ts";

function cijfer(
  indicator: string,
  gebied: string,
  moment: string,
  getal: number,
  cel: readonly string[] = [],
): Waarneming {
  const inhoud = { soort: "getal", waarde: breuk(getal) } as const;
  return { indicator, gebied, cel, moment, inhoud, bron: "geplant" };
}

function siteWith(own: readonly Waarneming[] = [], extra: readonly RegieDocument[] = []) {
  const planted = createCijferbron(own);
  const cijfers = {
    find: (indicator: string, gebied: string) => [
      ...planted.find(indicator, gebied),
      ...basis.cijfers.find(indicator, gebied),
    ],
  };
  const bibliotheek =
    extra.length === 0
      ? basis.bibliotheek
      : createBibliotheek([...basis.bibliotheek.list(), ...extra]);
  const app = createApp(aSite({ basis: { ...basis, cijfers, bibliotheek } }));
  return async (address: string) => {
    const answer = await app.request(address);
    const text = (await answer.text()).replaceAll(/\s+/g, " ");
    return {
      status: answer.status,
      text,
      words: text.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " "),
    };
  };
}

describe("a region beside another", () => {
  it("F051 says who is in both and who is not, with how sure each member is", async () => {
    const { words } = await siteWith()(
      "/regios/drechtsteden/naast?andere=corop-2024%401%23corop-zuidoost-zuid-holland",
    );
    expect(words).toContain("gemeenten in beide");
    expect(words).toMatch(/Gorinchem niet vast/);
    expect(words).toMatch(/Dordrecht aanname vast/);
  });

  it("F106 asks to bring an agreement in line where the gemeenten differ, and not where they do not", async () => {
    const ask = siteWith();
    const other = await ask("/regios/drechtsteden/naast?andere=holland-rijnland");
    expect(other.words).toContain("Af te stemmen");
    const same = await ask("/regios/drechtsteden/naast?andere=drechtsteden");
    expect(same.words).toContain("Dezelfde gemeenten");
    expect(same.words).not.toContain("Af te stemmen");
  });

  it("F051 says which sets do not ship, and how they come in", async () => {
    const { words } = await siteWith()("/regios/drechtsteden/naast");
    expect(words).toMatch(/Wmo, de zorgkantoren, jeugdhulp en arbeidsmarkt komen niet mee/);
    const fout = await siteWith()("/regios/drechtsteden/naast?andere=nergens");
    expect(fout.words).toContain("Er is geen regio «nergens»");
  });
});

describe("years of what was realised", () => {
  const jaren = [
    ["2022", 30_000],
    ["2023", 20_000],
    ["2024", 10_000],
  ] as const;
  const reeks = jaren.map(([jaar, getal]) =>
    cijfer("zorggeschikte-woningen", "nederland", jaar, getal),
  );

  it("F019 tell how far they are on the way to 290.000, and how many are still needed", async () => {
    const { words } = await siteWith(reeks)(
      "/reeksen?gerealiseerd=zorggeschikte-woningen&doel=290.000",
    );
    expect(words).toContain("60.000 van 290.000, dat is 20,7%. Er zijn er nog 230.000 nodig.");
  });

  it("F031 stand beside a forecast with its teruggang, and a year that lacks stays empty", async () => {
    const raming = [
      ["2023", 88_000],
      ["2024", 79_000],
      ["2025", 90_000],
    ] as const;
    const ask = siteWith([
      ...raming.map(([jaar, getal]) => cijfer("woningbouwprogramma", "nederland", jaar, getal)),
      cijfer("nieuwbouw", "nederland", "2022", 70_000),
    ]);
    const { words } = await ask("/reeksen?gerealiseerd=nieuwbouw&raming=woningbouwprogramma");
    expect(words).toContain("teruggang 2024 (verwacht)");
    expect(words).toMatch(/2023 88\.000 onbekend/);
  });

  it("F019 are not given where the target is no number", async () => {
    const { words } = await siteWith(reeks)("/reeksen?doel=veel");
    expect(words).toContain("«veel» is geen getal. Schrijf het doel als 290.000.");
  });
});

describe("what is known of a figure", () => {
  it("F118 flags a year that lacks per level, and does not show it as nought", async () => {
    const own = [
      cijfer("nieuwbouw", "GM0505", "2021", 5),
      cijfer("nieuwbouw", "PV28", "2022", 9_000),
    ];
    const { words } = await siteWith(own)("/indicatoren/nieuwbouw");
    expect(words).toMatch(/2024 alle 342 ontbreekt ontbreekt/);
    expect(words).toMatch(/2023 ontbreekt ontbreekt ontbreekt/);
    expect(words).toMatch(/2022 ontbreekt 1 van 12 ontbreekt/);
    expect(words).toMatch(/2021 1 van 342 ontbreekt ontbreekt/);
  });

  it("F114 warns on the page of a figure with a definition of its own: which, what differs, and what follows", async () => {
    const eigen = leesDocument(`soort: indicator
id: eigen-statushouders
titel: Statushouders volgens onze regio
onderwerp: vergunninghouders
bron: eigen proef
status: voorbeeld
eenheid: personen
niveau: [gemeente]
meetmoment: peildatum
definitie: { landelijk: gehuisveste-vergunninghouders, wijkt-af: telt nareizigers niet }
`);
    const ask = siteWith([], [eigen]);
    const { words } = await ask("/indicatoren/eigen-statushouders");
    expect(words).toContain("Eigen telling, anders dan de landelijke");
    expect(words).toMatch(
      /Wat hier anders is: telt nareizigers niet\. Deze cijfers zijn niet op te tellen/,
    );
    const landelijk = await ask("/indicatoren/gehuisveste-vergunninghouders");
    expect(landelijk.words).not.toContain("Eigen telling");
  });

  it("F115 lists a group without any source as something to improve, and no longer once it has one", async () => {
    const before = await siteWith()("/wat-wij-niet-weten");
    const place = (text: string, groep: string) => text.indexOf(`id="groep-${groep}"`);
    const known = "Een deel is bekend";
    expect(place(before.text, "arbeidsmigranten")).toBeGreaterThan(0);
    expect(before.text).not.toContain(known);
    const own = [cijfer("arbeidsmigranten", "GM0505", "2024", 400)];
    const after = await siteWith(own)("/wat-wij-niet-weten");
    expect(place(after.text, "arbeidsmigranten")).toBeGreaterThan(after.text.indexOf(known));
    expect(place(after.text, "studenten")).toBeLessThan(after.text.indexOf(known));
  });
});
