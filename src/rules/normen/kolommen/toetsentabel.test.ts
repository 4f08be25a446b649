import { describe, expect, it } from "vitest";
import { breuk } from "#domain/breuk.ts";
import type { Invulling } from "#domain/invulling.ts";
import type { Toets } from "#domain/toets.ts";
import { createCijferbron, type Waarneming } from "#domain/waarneming.ts";
import { basis } from "#test/basis.ts";
import { computeToets } from "../toets.ts";
import { createToetsentabel, type Toetsentabelvraag } from "./toetsentabel.ts";

const momenten = ["2023-12-31", "2025-12-31"];
const toetsen = basis.bibliotheek
  .list()
  .filter((document): document is Toets => document.soort === "toets");

const drempel: Invulling = {
  parameters: {
    "drempel-daeb-aandeel": { soort: "getal", getal: breuk(30, 100), tekst: "30 %" },
  },
};

/** What somebody filled in: a programme of a hundred homes per segment, and homes of corporaties. */
function ingevuldeCijfers(gebied: string, i: number): readonly Waarneming[] {
  const woningen = [
    ["sociale-huur", i % 60],
    ["middenhuur", 25],
    ["betaalbare-koop", (i % 3) * 10],
  ];
  const observe = (indicator: string, moment: string, aantal: number, cel: string[] = []) => ({
    ...{ indicator, gebied, cel, moment, bron: "verzonnen voor een proef" },
    inhoud: { soort: "getal" as const, waarde: breuk(aantal) },
  });
  return [
    ...woningen.map(([cel, aantal]) => observe("woningen", "2024", Number(aantal), [`${cel}`])),
    observe("woningen", "2024", 100),
    observe("daeb-woningen", "2024-01-01", 100 * i),
  ];
}

function vraagOver(documents: readonly Toets[], ingevuld: Invulling): Toetsentabelvraag {
  const gebied = basis.nederland("2024-12-31");
  const extra = createCijferbron(gebied.eenheden.flatMap(({ id }, i) => ingevuldeCijfers(id, i)));
  return {
    toetsen: documents.map((document) => ({
      document,
      ingevuld: {
        parameters: Object.fromEntries(
          Object.entries(ingevuld.parameters).filter(([naam]) => naam in document.parameters),
        ),
      },
    })),
    gebied,
    bibliotheek: basis.bibliotheek,
    cijfers: { find: (naam, id) => [...basis.cijfers.find(naam, id), ...extra.find(naam, id)] },
    momenten,
  };
}

const KERN = { ja: "voldoet", nee: "voldoet-niet", onbekend: "onbekend" } as const;

/** Per moment and gemeente and norm, as carried out one by one. */
function stukVoorStuk({ toetsen: asked, ...rest }: Toetsentabelvraag): readonly string[] {
  return asked.flatMap(({ document, ingevuld }) =>
    rest.momenten.flatMap((op, jaar) =>
      computeToets({
        ...rest,
        document,
        ingevuld,
        op,
        niveau: "gemeente",
        uitleg: [],
        besluiten: [],
      }).eenheden.flatMap(({ id, oordelen }) =>
        oordelen.map(({ eis, fase, oordeel, verslag }) => {
          const word = oordeel === "niet-van-toepassing" ? oordeel : KERN[verslag.waarheid];
          return [document.id, eis, fase ?? "", jaar, id, word].join(" ");
        }),
      ),
    ),
  );
}

function tabelOf(vraag: Toetsentabelvraag): readonly string[] {
  const tabel = createToetsentabel(vraag);
  return tabel.normen.flatMap(({ document, eis, fase }, norm) =>
    momenten.flatMap((_, jaar) =>
      vraag.gebied.eenheden.map(({ id }, i) => {
        const place = [document.split("@")[0], eis, fase ?? "", jaar, id];
        return [...place, tabel.verdict(norm, i, jaar)].join(" ");
      }),
    ),
  );
}

describe("a table of the toetsen that ship with the product", { timeout: 60_000 }, () => {
  it("has the verdicts of each of them, over all gemeenten and the figures that ship too", () => {
    const perGemeente = toetsen.filter(({ niveau }) => niveau.includes("gemeente"));
    const vraag = vraagOver(perGemeente, drempel);
    const found = tabelOf(vraag).toSorted();
    expect(found).toEqual(stukVoorStuk(vraag).toSorted());
    const said = new Set(found.map((line) => line.split(" ").at(-1)));
    expect(said).toEqual(new Set(["voldoet", "voldoet-niet", "onbekend"]));
  });

  it("has none where the threshold of the lagging segment is not filled in, in any gemeente", () => {
    const gemeente = toetsen.filter(({ id }) => id === "wvrv-gemeente");
    const tabel = createToetsentabel(vraagOver(gemeente, { parameters: {} }));
    expect(tabel.counts(0)).toMatchObject({ onbekend: 342 * momenten.length });
  });

  it("says of those for a region or a plan that they do not apply to a gemeente", () => {
    const others = toetsen.filter(({ niveau }) => !niveau.includes("gemeente"));
    const tabel = createToetsentabel(vraagOver(others, { parameters: {} }));
    expect(tabel.normen.length).toBeGreaterThan(5);
    for (const norm of tabel.normen.keys()) {
      expect(tabel.counts(norm)["niet-van-toepassing"]).toBe(342 * momenten.length);
    }
  });
});
