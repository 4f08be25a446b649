import { describe, expect, it } from "vitest";
import { createApp } from "#api/app.tsx";
import { breuk } from "#domain/breuk.ts";
import type { Indicator } from "#domain/indicator.ts";
import { createCijferbron, type Waarneming } from "#domain/waarneming.ts";
import { isGroepscijfer } from "#rules/cijfers/kleine-aantallen.ts";
import { PAKKET } from "#services/pakket/onderdelen.ts";
import { aSite, basis } from "#test/api-proef.ts";

const [DORDRECHT, ALPHEN, LELYSTAD] = ["GM0505", "GM0484", "GM0995"];
const ZUID_HOLLAND = "PV28";

/** Every figure that is told of a group per gemeente, in each of its cells that a page asks for. */
const GROEPSCIJFERS = basis.bibliotheek
  .list()
  .filter((document): document is Indicator => document.soort === "indicator")
  .filter((document) => isGroepscijfer(document) && document.niveau.includes("gemeente"))
  .flatMap(({ id, uitsplitsing }) =>
    uitsplitsing.length === 0 ? [{ id, cel: [] }] : cellsOf(id).map((cel) => ({ id, cel })),
  );

function cellsOf(id: string): readonly (readonly string[])[] {
  const asked = PAKKET.flatMap(({ kolommen }) => kolommen);
  const own = asked.filter(({ indicator }) => indicator === id).map(({ cel }) => cel);
  return own.length > 0 ? own : [["studenten"]];
}

/**
 * A country where every gemeente has figures of every group: large ones, but for two of Zuid-Holland.
 *
 * The two sum to the same in every such country, so that no sum that may be shown tells them apart.
 */
function siteWith(dordrecht: number) {
  const small = new Map([
    [DORDRECHT, dordrecht],
    [ALPHEN, 10 - dordrecht],
  ]);
  const planted = basis.gemeenten.list("2026-01-01").flatMap(({ code }) =>
    GROEPSCIJFERS.map(({ id, cel }): Waarneming => {
      const inhoud = { soort: "getal", waarde: breuk(small.get(code) ?? 25) } as const;
      return { indicator: id, cel, gebied: code, moment: "2025", inhoud, bron: "geplant" };
    }),
  );
  const own = createCijferbron(planted);
  const names = new Set(GROEPSCIJFERS.map(({ id }) => id));
  const cijfers = {
    find: (indicator: string, gebied: string) =>
      names.has(indicator) ? own.find(indicator, gebied) : basis.cijfers.find(indicator, gebied),
  };
  // Delivered under a licence, so that nothing but the rule keeps them out of the open data.
  const leveringen = () => [
    ...basis.leveringen(),
    ...[...names].map((indicator) => {
      const levering = { indicator, moment: "2025", bron: "geplant", datum: "2025-12-31" };
      return { ...levering, licentie: "CC BY 4.0" };
    }),
  ];
  const kleinste = createApp(aSite({ basis: { ...basis, cijfers, leveringen } }));
  return async (address: string) => {
    const answer = await kleinste.request(address);
    return { status: answer.status, text: await answer.text() };
  };
}

const RUN = "regio=drechtsteden&op=2026-01-01";
const BY_GROUP = `${RUN}&wijzig.stappen[0].sleutel.naar-rato-van=plaatsingen-urgenten&cijfer.urgenten=400`;

/**
 * For each page and each question of the API the addresses that show most of what it can.
 *
 * What only shows what stands in the database, or a file, shows no figure that was delivered.
 */
const ADRESSEN: Readonly<Record<string, readonly string[]>> = {
  "/": ["/"],
  "/programmering": ["/programmering"],
  "/zorg": ["/zorg"],
  "/samenwerking": ["/samenwerking"],
  "/toezicht": ["/toezicht"],
  "/transferpunt": ["/transferpunt"],
  "/documenten": ["/documenten"],
  "/documenten/:naam": [
    `/documenten/sleutel-inwoners?${RUN}&naast=sleutel-sociale-huur`,
    `/documenten/sleutel-inwoners?${BY_GROUP}`,
    "/documenten/plaatsingen-urgenten",
  ],
  "/regios": ["/regios"],
  "/regios/:naam": ["/regios/drechtsteden", "/regios/holland-rijnland"],
  "/cijfers": ["/cijfers"],
  "/opendata": ["/opendata"],
  "/herindelingen": [
    "/herindelingen",
    "/herindelingen?gebeurtenis=2027-01-01-GM0402&alsof=ja&indicator=plaatsingen-urgenten",
    "/herindelingen?gebeurtenis=2022-01-01-GM1980&indicator=plaatsingen-urgenten",
  ],
  "/regios/:naam/naast": ["/regios/drechtsteden/naast?andere=holland-rijnland"],
  "/zoeken": [
    "/zoeken?q=plaatsingen+urgenten+Dordrecht",
    "/zoeken?q=vrijkomende+woningen+urgenten+Dordrecht",
    "/zoeken?q=Alphen",
  ],
  "/wat-wij-niet-weten": ["/wat-wij-niet-weten"],
  "/indicatoren/:id": ["/indicatoren/plaatsingen-urgenten"],
  "/reeksen": [
    "/reeksen?regio=drechtsteden&gerealiseerd=plaatsingen-urgenten&raming=uitstroom-naar-herkomst&doel=900",
    `/reeksen?regio=${ZUID_HOLLAND}&gerealiseerd=plaatsingen-urgenten`,
  ],
  "/v1/herindelingen": ["/v1/herindelingen"],
  "/gemeenten": ["/gemeenten"],
  "/gemeenten/:code": [DORDRECHT, ALPHEN, "GM0482", LELYSTAD].map((code) => `/gemeenten/${code}`),
  // Of a figure of a group nothing that was delivered is shown, however large.
  "/gemeenten/:code/cijfers/:indicator": [DORDRECHT, ALPHEN, LELYSTAD].map(
    (code) => `/gemeenten/${code}/cijfers/plaatsingen-urgenten`,
  ),
  "/verdeling": [`/verdeling?${RUN}&onderwerp=urgenten&spoor=2`],
  "/verdeling/verkennen": [`/verdeling/verkennen?${RUN}&document=sleutel-inwoners`],
  "/uitleg": [
    `/uitleg?${RUN}&document=sleutel-inwoners&gemeente=${DORDRECHT}`,
    `/uitleg?${BY_GROUP}&document=sleutel-inwoners&gemeente=${DORDRECHT}`,
  ],
  "/verdeling/uitvoer/:bestand": [
    // All of it is made of one value: a file of each kind shows what that holds.
    "rekenblad.ods",
    "cijfers.csv",
    "kaart.svg",
    "gebied.geojson",
  ].flatMap((bestand) => [
    `/verdeling/uitvoer/${bestand}?${RUN}&document=sleutel-inwoners&naast=sleutel-sociale-huur&cijfer.urgenten=400`,
    `/verdeling/uitvoer/${bestand}?${BY_GROUP}&document=sleutel-inwoners`,
  ]),
  "/pakket": [
    `/pakket?${RUN}`,
    `/pakket?${RUN}&eigen=${DORDRECHT}`,
    `/pakket?regio=${ZUID_HOLLAND}`,
  ],
  "/pakket/erbij": [`/pakket/erbij?${RUN}&wat=azc-plekken&hoeveel=80&waarvan=${DORDRECHT}`],
  "/v1/waarnemingen": [
    `/v1/waarnemingen?gebied=${DORDRECHT}&perPagina=1000`,
    `/v1/waarnemingen?gebied=${ZUID_HOLLAND}&perPagina=1000`,
    "/v1/waarnemingen?indicator=plaatsingen-urgenten&perPagina=1000",
  ],
  "/v1/datasets": ["/v1/datasets"],
  "/v1/datasets/:id": ["/v1/datasets/cijfers-plaatsingen-urgenten"],
  "/v1/datasets/:id/gegevens.csv": ["/v1/datasets/cijfers-plaatsingen-urgenten/gegevens.csv"],
  "/v1/datasets/:id/gegevens.json": ["/v1/datasets/cijfers-plaatsingen-urgenten/gegevens.json"],
  "/v1/catalogus": ["/v1/catalogus"],
  "/v1/catalogus/dcat-ap-nl.ttl": ["/v1/catalogus/dcat-ap-nl.ttl"],
  "/v1/catalogus/dcat-ap-nl.jsonld": ["/v1/catalogus/dcat-ap-nl.jsonld"],
  "/verdeling/uitvoer/stukken/:naam": [
    `/verdeling/uitvoer/stukken/nota.pdf?${RUN}&document=sleutel-inwoners`,
    `/verdeling/uitvoer/stukken/a4.pdf?${BY_GROUP}&document=sleutel-inwoners`,
  ],
  "/v1/rekenbladen": [
    `/v1/rekenbladen?${RUN}&document=sleutel-inwoners`,
    `/v1/rekenbladen?${BY_GROUP}&document=sleutel-inwoners`,
  ],
};

/**
 * Where no figure of a gemeente can stand: files, words, shapes, and what a secret link opens.
 *
 * What a delivery holds is for who delivered it; beside it stands no figure of a group that others
 * delivered, and whoever it is shared with sees none of a group at all. Tests of deliveries look at
 * that.
 *
 * A fund (`/fondsen`) holds money, and no people.
 *
 * What was fetched (`/bronnen`) stands in the database: that it holds no figure of a group is
 * proved where it is made, in `src/services/ophalen`.
 *
 * The change log (`/geschiedenis`) tells each body of its own work alone: a correction that it sent.
 */
const ZONDER_CIJFERS: readonly string[] = [
  ...words(
    "/",
    `stijl favicon scherm gezondheid gereed toegankelijkheid privacy security .well-known bronnen
    ogc geschiedenis wie-mag-wat aanmelden afgemeld account dagoverzicht opmerkingen organisaties fondsen vaststellingen demo-aanbieder
    inleveringen`,
  ),
  ...words("/documenten/", "nieuw eigen inlezen :naam{"),
  ...words("/documenten/:naam/", "bewerken delen geschiedenis overnemen vaststellen versies weg"),
  ...words("/verdeling/uitvoer/", "versies/ bevroren/"),
  ...words("/verdeling/", "versies bevroren/ reeksen/ correcties/ woordenlijsten/"),
  ...words(
    "/v1/",
    `openapi gebieden indelingen kaarten indicatoren documenten taalgegevens verdelingen/ versie
    correctierondes woordenlijsten fondsen wijzigingen inleveringen opmerkingen vaststellingen`,
  ),
];

function words(before: string, list: string): readonly string[] {
  return list.split(/\s+/).map((word) => before + word);
}

describe("small counts of a group, on every page and in every answer", () => {
  it("F224 are looked for at every address that there is", () => {
    const known = createApp(aSite())
      .routes.filter(({ method }) => method === "GET")
      .map(({ path }) => path);
    const without = known.filter(
      (path) => !(path in ADRESSEN) && !ZONDER_CIJFERS.some((begin) => path.startsWith(begin)),
    );
    expect(without).toEqual([]);
  });

  it("F224 change nothing that anybody sees", { timeout: 90_000 }, async () => {
    const [one, other] = [siteWith(7), siteWith(3)];
    for (const address of Object.values(ADRESSEN).flat()) {
      const [here, there] = [await one(address), await other(address)];
      expect(here.status, address).toBeLessThan(400);
      expect(here, address).toEqual(there);
    }
  });

  it("F224 are told as held back, and not as something that nobody delivered", async () => {
    const ask = siteWith(7);
    const { text } = await ask(`/gemeenten/${DORDRECHT}`);
    expect(text).toMatch(/Te klein om te tonen[\s\S]*id="plaatsingen-urgenten"[\s\S]*Onbekend/);
    expect(text).not.toContain("geplant");
    const pakket = await ask(`/pakket?${RUN}`);
    expect(pakket.text).toContain("alleen per regio");
  });

  it("F224 are given out as open data only where they may be seen", async () => {
    const ask = siteWith(7);
    const { text } = await ask("/v1/datasets/cijfers-plaatsingen-urgenten/gegevens.csv");
    expect(text).toMatch(new RegExp(`${LELYSTAD},Lelystad,2025,25,`));
    expect(text).toMatch(new RegExp(`${ZUID_HOLLAND},Zuid-Holland,2025,\\d+,`));
    expect(text).not.toContain(DORDRECHT);
    expect(text).not.toContain("GM0599");
  });

  it("F224 leave the figures of a provincie open where all of them are large", async () => {
    const { text } = await siteWith(7)(`/gemeenten/${LELYSTAD}`);
    expect(text).toMatch(/id="plaatsingen-urgenten"[\s\S]*?25[\s\S]*?geplant/);
  });
});
