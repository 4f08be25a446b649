import { describe, expect, it } from "vitest";
import { createApp } from "#api/app.tsx";
import { breuk } from "#domain/breuk.ts";
import { createCijferbron, type Waarneming } from "#domain/waarneming.ts";
import { toOpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import { aSite, asProgram, basis } from "#test/api-proef.ts";

const GELDERLAND = basis.gemeenten
  .list("2026-01-01")
  .filter(({ provincie }) => provincie === "PV25");
const FLEVOLAND = basis.gemeenten
  .list("2026-01-01")
  .filter(({ provincie }) => provincie === "PV24");

const ARNHEM = "GM0202";
const SMALL = 7;
const [first, ...others] = GELDERLAND.map(({ code }) => code);
const TOTAL = SMALL + 40 * others.length;

function figure(gebied: string, waarde: number): Waarneming {
  const inhoud = { soort: "getal", waarde: breuk(waarde) } as const;
  return { indicator: "urgenten", cel: [], gebied, moment: "2026", inhoud, bron: "proef" };
}

/** One gemeente of Gelderland has a small number; every one of Flevoland a large one. */
const figures = [
  figure(first ?? "", SMALL),
  ...others.map((code) => figure(code, 40)),
  ...FLEVOLAND.map(({ code }) => figure(code, 25)),
  figure("nederland", TOTAL + 25 * FLEVOLAND.length),
  figure("drechtsteden", 90),
];
const delivered = createCijferbron(figures);
const own = {
  ...basis,
  cijfers: {
    find: (indicator: string, gebied: string) =>
      indicator === "urgenten"
        ? delivered.find(indicator, gebied)
        : basis.cijfers.find(indicator, gebied),
  },
};
const ask = asProgram(createApp(aSite({ basis: own })));

async function list(query: string) {
  const answer = await ask(`/v1/waarnemingen?indicator=urgenten&perPagina=1000${query}`);
  const { items } = (await answer.json()) as {
    readonly items: readonly {
      readonly gebied: string;
      readonly inhoud: { readonly waarde: string };
    }[];
  };
  return items.map(({ gebied, inhoud }) => [gebied, inhoud.waarde]);
}

describe("small counts of a group over the API", () => {
  it("F224 are there per gemeente only where all of a provincie are large, else as a sum", async () => {
    const open = FLEVOLAND.map(({ code }) => [code, "25"]);
    expect(await list("")).toEqual([...open, ["PV25", `${TOTAL}`]]);
  });

  it("F224 are the same whatever somebody filters", async () => {
    expect(await list(`&gebied=${others[0]}`)).toEqual([]);
    expect(await list(`&gebied=${first}&moment=2026`)).toEqual([]);
    expect(await list("&gebied=nederland")).toEqual([]);
  });

  it("F224 are not in what is worked out: the figure is told as missing, and is not nought", async () => {
    const { cijfers } = toOpenbareBasis(own);
    expect(cijfers.find("urgenten", first ?? "")).toEqual([]);
    const question = { document: "sleutel-inwoners", regio: "arnhem-nijmegen" };
    const answer = await ask("/v1/verdelingen", { json: question });
    const text = await answer.text();
    const [melding] = JSON.parse(text).kolommen[0].uitkomst.meldingen;
    const missing = melding.ontbreekt.map(({ van }: { readonly van: string }) => van);
    expect([melding.soort, missing]).toEqual(["onvolledig", expect.arrayContaining([ARNHEM])]);
    expect(text).not.toContain('"proef"');
  });

  it("what somebody fills in is theirs to see", async () => {
    const question = { document: "sleutel-inwoners", regio: "arnhem-nijmegen" };
    const json = { ...question, cijfers: { urgenten: "8" } };
    const answer = await ask("/v1/verdelingen", { json });
    const { kolommen } = JSON.parse(await answer.text());
    expect(kolommen[0].uitkomst.opgave.aantal.midden).toBe("8");
  });
});
