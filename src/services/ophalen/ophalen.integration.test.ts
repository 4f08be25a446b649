import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Ophaalvraag } from "#contract/ophalen/ophaalvraag.ts";
import { formatBreuk } from "#domain/breuk.ts";
import { readEigen } from "#services/eigen.ts";
import { readGrenzen } from "#sources/kaarten-bestand.ts";
import { addEigen, readMeegeleverd } from "#sources/meegeleverd.ts";
import type { Ophaler } from "#sources/ophalen/ophaler.ts";
import { findWaarnemingen, listLeveringen } from "#storage/cijfers.repository.ts";
import {
  beginOphaaltaak,
  bevrijdHangend,
  createOphaaltaak,
  findOphaaltaak,
  listWachtend,
  type Ophaaltaak,
  vraagStop,
  zetKlaar,
} from "#storage/ophaaltaak.repository.ts";
import { readStand } from "#storage/stand.repository.ts";
import type { Connection } from "#storage/transaction.ts";
import {
  type Cbsrij,
  cbsTekst,
  pdokFeatures,
  zetCbs,
  zetPdok,
  zetWoningbouwkaart,
} from "#test/bronantwoorden.ts";
import {
  afgebroken,
  type Bronserver,
  json,
  omDeBeurt,
  reusachtig,
  startBronserver,
  status,
  stuurDoor,
  webpagina,
} from "#test/bronserver.ts";
import { describeDatabases } from "#test/database.ts";
import { doe, eenGrond, haalOp, KLEIN_LAND } from "#test/ophalen.ts";
import { zetTerug } from "./terugzetten.service.ts";
import type { Cijferuitkomst, Kaartuitkomst } from "./uitkomst.ts";

let server: Bronserver;
beforeAll(async () => {
  server = await startBronserver();
});
afterAll(() => server.sluit());

const OBSERVATIONS = "/cbs/81955NED/Observations";

const VOORRAAD: Extract<Ophaalvraag, { soort: "cbs" }> = {
  soort: "cbs",
  tabel: "81955NED",
  maat: "M000001",
  indicator: "woningvoorraad",
  niveaus: ["gemeente"],
  perioden: ["2024JJ00"],
  dimensies: {},
  stand: "begin",
};

function rij(gebied: string, waarde: string | null, attribuut?: string): Cbsrij {
  return { gebied, periode: "2024JJ00", waarde, ...(attribuut ? { attribuut } : {}) };
}

const GOED = [rij("GM0505", "56000"), rij("GM0484", "49000"), rij("GM0995", "34500")];

const cijfers = (taak: Ophaaltaak) => taak.uitkomst as Cijferuitkomst;

async function kept(db: Connection, indicator = "woningvoorraad") {
  const found = await findWaarnemingen(db, { indicatoren: [indicator] });
  return Object.fromEntries(
    found.map(({ gebied, moment, inhoud }) => [
      `${gebied} ${moment}`,
      inhoud.soort === "getal" ? formatBreuk(inhoud.waarde) : inhoud.soort,
    ]),
  );
}

describeDatabases("fetching figures of CBS", (database) => {
  it(
    "keeps them as a delivery with source, licence and day, exact to the last digit",
    database.alone(async (db) => {
      const grond = eenGrond(db, server);
      zetCbs(server, {
        rijen: [rij("GM0505", "93750.123456789012345"), rij("GM0484", "4.9E4"), rij("GM0995", "0")],
        eenheid: "x 1 000",
      });
      const taak = await haalOp(grond, VOORRAAD);
      expect(taak.fout).toBeUndefined();
      expect(await kept(db)).toEqual({
        "GM0505 2024-01-01": "93750123.456789012345",
        "GM0484 2024-01-01": "49000000",
        "GM0995 2024-01-01": "0",
      });
      const [levering] = await listLeveringen(db);
      expect(levering).toMatchObject({
        id: "bron/cbs/81955NED/M000001/woningvoorraad/gemeente/2024-01-01",
        bron: "CBS StatLine, 81955NED, maat M000001 «Beginstand voorraad», 2024JJ00",
        ...{ licentie: "CC BY 4.0", peildatum: "2024-01-01", status: "vast" },
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        toelichting: "Opgehaald bij CBS op 30 november 2026.",
      });
    }),
  );

  it(
    "leaves unknown what CBS does not know or keeps secret: never nought, and with the reason",
    database.alone(async (db) => {
      const grond = eenGrond(db, server);
      zetCbs(server, {
        rijen: [rij("GM0505", null, "Confidential"), rij("GM0484", null), rij("GM9999", "5")],
      });
      const taak = await haalOp(grond, VOORRAAD);
      expect(await kept(db)).toEqual({
        "GM0505 2024-01-01": "onbekend",
        "GM0484 2024-01-01": "onbekend",
      });
      const found = await findWaarnemingen(db, { indicatoren: ["woningvoorraad"] });
      expect(found.map(({ opmerking }) => opmerking).toSorted()).toEqual([
        "CBS geeft geen getal, en zegt niet waarom",
        "CBS houdt dit cijfer geheim",
      ]);
      expect(cijfers(taak).leveringen[0]).toMatchObject({
        ...{ getallen: 0, onbekend: 2, ontbreekt: ["GM0995"], buiten: ["GM9999"] },
      });
    }),
  );

  it(
    "F118 takes in a series per gemeente, provincie and Nederland, and flags a year that is missing",
    database.alone(async (db) => {
      const grond = eenGrond(db, server);
      const inYear = (gebied: string, periode: string, waarde: string | null) => ({
        ...{ gebied, periode, waarde },
      });
      zetCbs(server, {
        perioden: [
          ["2021JJ00", "Definitief"],
          ["2022JJ00", "Definitief"],
          ["2023JJ00", "Voorlopig"],
        ],
        rijen: [
          ...KLEIN_LAND.map(({ code }) => inYear(code, "2021JJ00", "5")),
          inYear("GM0505", "2023JJ00", "7"),
          ...["PV24", "PV28"].map((code) => inYear(code, "2021JJ00", "9")),
          ...["2021JJ00", "2023JJ00"].map((year) => inYear("NL01", year, "20")),
        ],
      });
      const taak = await haalOp(grond, {
        ...VOORRAAD,
        niveaus: ["gemeente", "provincie", "nederland"],
        perioden: ["2021JJ00", "2022JJ00", "2023JJ00"],
      });
      expect(taak.fout).toBeUndefined();
      const { leveringen, leeg } = cijfers(taak);
      expect(leeg).toEqual([
        { niveau: "gemeente", periode: "2022JJ00" },
        { niveau: "provincie", periode: "2022JJ00" },
        { niveau: "provincie", periode: "2023JJ00" },
        { niveau: "nederland", periode: "2022JJ00" },
      ]);
      const told = leveringen.map(({ niveau, moment, status, getallen, ontbreekt }) =>
        [niveau, moment, status, getallen, ontbreekt.join("+")].join(" "),
      );
      expect(told).toEqual([
        "gemeente 2021-01-01 vast 3 ",
        "gemeente 2023-01-01 voorlopig 1 GM0484+GM0995",
        "provincie 2021-01-01 vast 2 ",
        "nederland 2021-01-01 vast 1 ",
        "nederland 2023-01-01 voorlopig 1 ",
      ]);
      const all = await kept(db);
      expect(all["nederland 2023-01-01"]).toBe("20");
      expect(Object.keys(all).filter((key) => key.includes("2022"))).toEqual([]);
    }),
  );

  const REAL = "../shared/data/woningvoorraad-2012-2020/cbs_woningvoorraad_gemeenten_2012-2020.csv";
  it.skipIf(!existsSync(REAL))(
    "takes in nine real years of CBS whole, also of gemeenten that are gone (skipped without the export)",
    database.alone(async (db) => {
      const grond = eenGrond(db, server, { gemeenten: readMeegeleverd().gemeenten });
      const [, ...lines] = readFileSync(REAL, "utf8").trim().split(/\r?\n/);
      const cells = lines.map((line) => line.split(";"));
      const digits = (text = "") => (/^-?\d+$/.test(text) ? text : null);
      const rijen = cells.map(([, , gebied = "", periode = "", beginstand]) => {
        const waarde = digits(beginstand);
        const attribuut = waarde === null ? "Impossible" : "None";
        return { gebied, periode, waarde, attribuut };
      });
      const perioden = [...new Set(rijen.map(({ periode }) => periode))];
      zetCbs(server, {
        ...{ rijen, perBlad: 1000, perioden: perioden.map((code) => [code, "Definitief"]) },
        dimensies: { Gebruiksfunctie: [["A045364", "Woning"]] },
      });
      const dimensies = { Gebruiksfunctie: "A045364" };
      const taak = await haalOp(grond, { ...VOORRAAD, perioden, dimensies });
      expect(taak.fout).toBeUndefined();
      const { leveringen, leeg } = cijfers(taak);
      expect(leeg).toEqual([]);
      expect(leveringen.map(({ nagekeken, buiten }) => [nagekeken, buiten])).toEqual(
        perioden.map(() => [false, []]),
      );
      const all = await kept(db);
      for (const { gebied, periode, waarde } of rijen) {
        expect(all[`${gebied} ${periode.slice(0, 4)}-01-01`]).toBe(waarde ?? "onbekend");
      }
    }),
  );

  it(
    "F019 F031 takes in a yearly series of what happened, and keeps the gap in it a gap",
    database.alone(async (db) => {
      const grond = eenGrond(db, server);
      const built = (jaar: number, waarde: string) => ({
        ...{ gebied: "GM0505", periode: `${jaar}JJ00`, waarde },
      });
      zetCbs(server, {
        perioden: [2022, 2023, 2024, 2025].map((jaar) => [`${jaar}JJ00`, "Definitief"]),
        rijen: [built(2022, "610"), built(2023, "590"), built(2025, "640")],
        dimensies: { Gebruiksfunctie: [["A045364", "Woning"]] },
      });
      const { stand: _, ...zonderStand } = VOORRAAD;
      const taak = await haalOp(grond, {
        ...zonderStand,
        indicator: "nieuwbouw",
        perioden: [2022, 2023, 2024, 2025].map((jaar) => `${jaar}JJ00`),
        dimensies: { Gebruiksfunctie: "A045364" },
      });
      expect(taak.fout).toBeUndefined();
      expect(await kept(db, "nieuwbouw")).toEqual({
        "GM0505 2022": "610",
        "GM0505 2023": "590",
        "GM0505 2025": "640",
      });
      expect(cijfers(taak).leeg).toEqual([{ niveau: "gemeente", periode: "2024JJ00" }]);
    }),
  );

  it(
    "tells what changed since the last time, and puts it back as it was",
    database.alone(async (db) => {
      const grond = eenGrond(db, server);
      zetCbs(server, { rijen: GOED });
      const first = await haalOp(grond, VOORRAAD);
      expect(cijfers(first).leveringen[0]).toMatchObject({ nieuw: 3, gewijzigd: 0, gelijk: 0 });
      const before = await kept(db);
      zetCbs(server, {
        rijen: [rij("GM0505", "56100"), rij("GM0484", null, "Missing"), rij("GM0995", "34500")],
      });
      const second = await haalOp(grond, VOORRAAD);
      expect(cijfers(second).leveringen[0]).toMatchObject({
        ...{ nieuw: 0, gewijzigd: 1, verdwenen: 1, gelijk: 1 },
        voorbeelden: [
          { gebied: "GM0505", was: "56000", wordt: "56100" },
          { gebied: "GM0484", was: "49000" },
        ],
      });
      expect(await zetTerug(grond, first.id)).toBe("al-veranderd");
      expect(await zetTerug(grond, second.id)).toBe("teruggezet");
      expect(await kept(db)).toEqual(before);
      expect(await zetTerug(grond, second.id)).toBe("niets-te-doen");
      expect(await zetTerug(grond, first.id)).toBe("teruggezet");
      expect(await listLeveringen(db)).toEqual([]);
    }),
  );

  it(
    "F224 shows no figure before and after where it counts people of a group",
    database.alone(async (db) => {
      const grond = eenGrond(db, server);
      const { stand: _, ...zonderStand } = VOORRAAD;
      const vraag = { ...zonderStand, indicator: "plaatsingen-urgenten" };
      zetCbs(server, { rijen: [rij("GM0505", "7")] });
      await haalOp(grond, vraag);
      zetCbs(server, { rijen: [rij("GM0505", "3")] });
      const taak = await haalOp(grond, vraag);
      expect(cijfers(taak).leveringen[0]).toMatchObject({ gewijzigd: 1, voorbeelden: [] });
      expect(JSON.stringify(taak)).not.toMatch(/"(?:was|wordt)"/);
    }),
  );

  it(
    "leaves figures alone that are still the same",
    database.alone(async (db) => {
      const grond = eenGrond(db, server);
      zetCbs(server, { rijen: GOED });
      await haalOp(grond, VOORRAAD);
      const stand = await readStand(db);
      const again = await haalOp(grond, VOORRAAD);
      expect(cijfers(again).leveringen[0]).toMatchObject({ gelijk: 3, nieuw: 0 });
      expect(await readStand(db)).toBe(stand);
      expect(await zetTerug(grond, again.id)).toBe("niets-te-doen");
    }),
  );

  it.each<readonly [string, () => void, string]>([
    [
      "an attribute nobody knows",
      () => zetCbs(server, { rijen: [rij("GM0505", "1", "Embargo")] }),
      "«Embargo»; wij verwachten een van None, Provisional",
    ],
    [
      "a number as text",
      () => zetCbs(server, { rijen: [rij("GM0505", '"56000"')] }),
      "«Value» staat «56000»; wij verwachten een getal",
    ],
    [
      "two figures for one gemeente",
      () => zetCbs(server, { rijen: [...GOED, rij("GM0505", "1")] }),
      "GM0505 in 2024JJ00 staat «56000 (None) en 1 (None)»; wij verwachten één cijfer",
    ],
    [
      "a number where there can be none",
      () => zetCbs(server, { rijen: [rij("GM0505", "0", "Impossible")] }),
      "wij verwachten geen getal",
    ],
    [
      "a unit nobody knows",
      () => zetCbs(server, { rijen: GOED, eenheid: "mln kWh" }),
      "de eenheid van M000001 staat «mln kWh»",
    ],
    [
      "a unit of something else",
      () => zetCbs(server, { rijen: GOED, eenheid: "%" }),
      "«Beginstand voorraad» telt CBS in «%», en «Woningvoorraad» staat hier in woningen",
    ],
    [
      "a dimension of which nothing was chosen",
      () => zetCbs(server, { rijen: GOED, dimensies: { Gebruiksfunctie: [["A1", "Woning"]] } }),
      "Kies daarvan één onderdeel: A1 (Woning)",
    ],
    [
      "another shape",
      () => server.zet(OBSERVATIONS, json({ "@odata.context": "x", values: [] })),
      "«value» staat niets; wij verwachten een lijst",
    ],
    [
      "rows of another measure",
      () => server.zet(OBSERVATIONS, json(cbsTekst([{ Measure: "M999999" }], "x"))),
      "«Measure» staat «M999999»; wij verwachten M000001",
    ],
    ["a web page", () => server.zet(OBSERVATIONS, webpagina), "een webpagina"],
    [
      "no JSON",
      () => server.zet(OBSERVATIONS, json("{oeps")),
      "staat «{oeps»; wij verwachten JSON",
    ],
    ["half an answer", () => server.zet(OBSERVATIONS, afgebroken), "brak halverwege af"],
    ["a disturbance", () => server.zet(OBSERVATIONS, status(500)), "een storing (500)"],
    [
      "a way inside",
      () => server.zet(OBSERVATIONS, stuurDoor("http://169.254.169.254/")),
      "vaste lijst",
    ],
    [
      "a next page elsewhere",
      () => server.zet(OBSERVATIONS, json(cbsTekst([], "x", "https://elders.example/2"))),
      "verwijst naar «elders.example»",
    ],
    [
      "a next page that was there before",
      () =>
        server.zet(OBSERVATIONS, json(cbsTekst([], "x", `${server.origin}${OBSERVATIONS}?a=1`))),
      "een bladzijde die al is opgehaald",
    ],
    ["much too much", () => server.zet(OBSERVATIONS, reusachtig(6)), "groter dan 5 MB"],
  ])("keeps nothing of %s, and says what is wrong", async (_, set, tekst) => {
    await database.alone(async (db) => {
      const grond = eenGrond(db, server);
      zetCbs(server, { rijen: GOED });
      set();
      const taak = await haalOp(grond, VOORRAAD);
      expect(taak.stand).toBe("mislukt");
      expect(taak.fout).toContain(tekst);
      expect(await listLeveringen(db)).toEqual([]);
    })();
  });

  it(
    "asks the source anew after an answer that was not good: it may have been mended",
    database.alone(async (db) => {
      const grond = eenGrond(db, server);
      const id = randomUUID();
      await createOphaaltaak(db, { id, vraag: VOORRAAD });
      zetCbs(server, { rijen: [...GOED, rij("GM0505", "1")], perBlad: 2 });
      expect((await doe(grond, id)).fout).toContain("één cijfer");
      zetCbs(server, { rijen: GOED, perBlad: 2 });
      await zetKlaar(db, id);
      expect((await doe(grond, id)).stand).toBe("klaar");
    }),
  );

  it(
    "goes before what ships for the same moment, and leaves what ships where the source knows nothing",
    database.alone(async (db) => {
      const grond = eenGrond(db, server);
      zetCbs(server, { rijen: [rij("GM0505", "1234"), rij("GM0484", null, "Missing")] });
      await haalOp(grond, VOORRAAD);
      const shipped = readMeegeleverd();
      const { cijfers: both } = addEigen(shipped, await readEigen(db));
      const at = (gebied: string) =>
        both
          .find("woningvoorraad", gebied)
          .filter(({ moment }) => moment === "2024-01-01")
          .map(({ inhoud }) =>
            inhoud.soort === "getal" ? formatBreuk(inhoud.waarde) : "onbekend",
          );
      expect(at("GM0505")).toEqual(["1234"]);
      expect(at("GM0484")).toHaveLength(2);
      expect(at("GM0484")).toContain("onbekend");
    }),
  );

  it(
    "counts a row once that came twice",
    database.alone(async (db) => {
      const grond = eenGrond(db, server);
      zetCbs(server, { rijen: [...GOED, rij("GM0505", "56000")] });
      const taak = await haalOp(grond, VOORRAAD);
      expect(Object.keys(await kept(db))).toHaveLength(3);
      expect(cijfers(taak).meldingen.join()).toContain("meer dan eens");
    }),
  );

  it(
    "goes on where it was stopped: pages that came in are not fetched again",
    database.alone(async (db) => {
      const grond = eenGrond(db, server, { volharding: { pogingen: 1 } });
      zetCbs(server, { rijen: GOED, perBlad: 1 });
      const pages = () =>
        server.gevraagd().filter((asked) => asked.startsWith(OBSERVATIONS)).length;
      const id = randomUUID();
      await createOphaaltaak(db, { id, vraag: VOORRAAD });
      // Stopped by a person after the second page came in.
      let seen = 0;
      const stopping = {
        ...grond,
        ophaler: {
          haal: async (...asked: Parameters<typeof grond.ophaler.haal>) => {
            if (asked[0].pathname === OBSERVATIONS && ++seen === 3) await vraagStop(db, id);
            return grond.ophaler.haal(...asked);
          },
        },
      };
      const from = pages();
      expect((await doe(stopping, id)).stand).toBe("gestopt");
      expect(await listLeveringen(db)).toEqual([]);
      const stoppedAfter = pages() - from;
      expect(await zetKlaar(db, id)).toBe(true);
      expect((await doe(grond, id)).stand).toBe("klaar");
      expect(pages() - from).toBe(3);
      expect(stoppedAfter).toBe(3);
      expect(Object.keys(await kept(db))).toHaveLength(3);
    }),
  );

  it(
    "leaves what was stopped stopped, and puts the rest back in line, where their server is gone",
    database.alone(async (db) => {
      const [gestopt, bezig, eigen] = [randomUUID(), randomUUID(), randomUUID()];
      const [dood, levend] = [randomUUID(), randomUUID()];
      for (const id of [gestopt, bezig, eigen]) await createOphaaltaak(db, { id, vraag: VOORRAAD });
      for (const id of [gestopt, bezig]) await beginOphaaltaak(db, id, dood);
      await beginOphaaltaak(db, eigen, levend);
      await vraagStop(db, gestopt);
      await bevrijdHangend(db, levend, 60);
      expect(await listWachtend(db)).toEqual([]);
      await bevrijdHangend(db, levend, 0);
      expect(await listWachtend(db)).toEqual([bezig]);
      expect((await findOphaaltaak(db, gestopt))?.stand).toBe("gestopt");
      expect((await findOphaaltaak(db, eigen))?.stand).toBe("bezig");
    }),
  );

  it(
    "is put back in line where the program itself ends, and then goes on",
    database.alone(async (db) => {
      const grond = eenGrond(db, server);
      zetCbs(server, { rijen: GOED, perBlad: 2 });
      const end = new AbortController();
      server.zet(
        OBSERVATIONS,
        omDeBeurt((_, response) => {
          response.writeHead(200, { "Content-Type": "application/json" });
          end.abort();
        }),
      );
      const id = randomUUID();
      await createOphaaltaak(db, { id, vraag: VOORRAAD });
      expect((await doe(grond, id, end.signal)).stand).toBe("wacht");
      zetCbs(server, { rijen: GOED, perBlad: 2 });
      expect((await doe(grond, id)).stand).toBe("klaar");
    }),
  );

  it(
    "is put back in line where the database went away under it, however long that takes",
    database.alone(async (db) => {
      zetCbs(server, { rijen: GOED, perBlad: 2 });
      let away = 0;
      const losing = db.withPlugin({
        transformQuery: ({ node }) => {
          if (Date.now() < away && node.kind === "UpdateQueryNode") throw databaseEnded();
          return node;
        },
        transformResult: async ({ result }) => result,
      });
      const grond = eenGrond(losing, server);
      const ophaler: Ophaler = {
        haal: async () => {
          away = Date.now() + 1_200;
          throw databaseEnded();
        },
      };
      const id = randomUUID();
      await createOphaaltaak(db, { id, vraag: VOORRAAD });
      expect((await doe({ ...grond, ophaler }, id)).stand).toBe("wacht");
      expect(Date.now()).toBeGreaterThanOrEqual(away);
      expect((await doe(grond, id)).stand).toBe("klaar");
      expect(Object.keys(await kept(db))).toHaveLength(3);
    }),
  );
});

/** What PostgreSQL says to whoever is connected while it is ended. */
function databaseEnded(): Error {
  const error = new Error("terminating connection due to administrator command");
  return Object.assign(error, { code: "57P01" });
}

describeDatabases("fetching borders of PDOK", (database) => {
  it(
    "puts them where the map reads them, and moves the number that says so",
    database.alone(async (db) => {
      const grond = eenGrond(db, server);
      zetPdok(server, { gemeenten: KLEIN_LAND, jaar: 2025, perBlad: 2 });
      const stand = await readStand(db);
      const taak = await haalOp(grond, { soort: "pdok", jaar: 2025 });
      expect(taak.fout).toBeUndefined();
      expect(taak.uitkomst).toMatchObject({ aantal: 3, vervangen: false, meldingen: [] });
      const read = readGrenzen(grond.kaartenmap, 2025);
      expect(read).toMatchObject({ ok: true, grenzen: { jaar: 2025, graden: true } });
      expect(read?.ok && [...read.grenzen.ringen.keys()].toSorted()).toEqual(
        KLEIN_LAND.map(({ code }) => code).toSorted(),
      );
      const text = readFileSync(join(grond.kaartenmap, "gemeenten-2025.geojson"), "utf8");
      expect(JSON.parse(text)).toMatchObject({
        features: [{ properties: { statcode: "GM0505", statnaam: "Dordrecht" } }, {}, {}],
      });
      expect(await readStand(db)).not.toBe(stand);
      grond.weg();
    }),
  );

  it(
    "puts back what stood there before",
    database.alone(async (db) => {
      const grond = eenGrond(db, server);
      const file = join(grond.kaartenmap, "gemeenten-2025.geojson");
      zetPdok(server, { gemeenten: KLEIN_LAND, jaar: 2025 });
      const first = await haalOp(grond, { soort: "pdok", jaar: 2025 });
      const before = readFileSync(file, "utf8");
      zetPdok(server, { gemeenten: [...KLEIN_LAND].reverse(), jaar: 2025 });
      const second = await haalOp(grond, { soort: "pdok", jaar: 2025 });
      expect(second.uitkomst).toMatchObject({ vervangen: true });
      expect(await zetTerug(grond, first.id)).toBe("al-veranderd");
      expect(await zetTerug(grond, second.id)).toBe("teruggezet");
      expect(readFileSync(file, "utf8")).toBe(before);
      expect(await zetTerug(grond, first.id)).toBe("teruggezet");
      expect(existsSync(file)).toBe(false);
      grond.weg();
    }),
  );

  it(
    "takes the year before where the source does not have the newest yet, only where that was asked",
    database.alone(async (db) => {
      const grond = eenGrond(db, server);
      zetPdok(server, { gemeenten: KLEIN_LAND, jaar: 2025 });
      const fails = await haalOp(grond, { soort: "pdok", jaar: 2026 });
      expect(fails.fout).toContain("geen gemeentegrenzen van 2026");
      const taak = await haalOp(grond, { soort: "pdok", jaar: 2026, ofEerder: true });
      expect(taak.uitkomst).toMatchObject({ jaar: 2025 });
      grond.weg();
    }),
  );

  const ITEMS = "/pdok/collections/gemeente_gegeneraliseerd/items";
  const page = (features: readonly unknown[], links: readonly unknown[] = []) =>
    json({ type: "FeatureCollection", features, links }, "application/geo+json");
  const all = pdokFeatures({ gemeenten: KLEIN_LAND, jaar: 2025 });

  it.each<readonly [string, () => void, string]>([
    [
      "a gemeente too few",
      () => server.zet(ITEMS, page(all.slice(1))),
      "ontbreken 1 gemeenten: GM0505 (Dordrecht)",
    ],
    [
      "a gemeente too many",
      () =>
        zetPdok(server, { gemeenten: [...KLEIN_LAND, { code: "GM9999", naam: "X" }], jaar: 2025 }),
      "1 te veel: GM9999",
    ],
    [
      "a gemeente twice",
      () => server.zet(ITEMS, page([...all, ...all.slice(0, 1)])),
      "Meer dan eens: GM0505",
    ],
    [
      "borders of another year",
      () => server.zet(ITEMS, page(pdokFeatures({ gemeenten: KLEIN_LAND, jaar: 2019 }))),
      "«jaarcode» van GM0505 staat «2019»; wij verwachten 2025",
    ],
    [
      "metres where degrees belong",
      () =>
        server.zet(
          ITEMS,
          page([
            {
              ...all[0],
              geometry: {
                type: "Polygon",
                coordinates: [
                  [
                    [105000, 425000],
                    [106000, 425000],
                    [106000, 426000],
                    [105000, 425000],
                  ],
                ],
              },
            },
          ]),
        ),
      "in graden (CRS84)",
    ],
    [
      "points where borders belong",
      () =>
        server.zet(ITEMS, page([{ ...all[0], geometry: { type: "Point", coordinates: [5, 52] } }])),
      "«features.0.geometry.type»",
    ],
    [
      "a next page elsewhere",
      () => server.zet(ITEMS, page(all, [{ rel: "next", href: "https://elders.example/" }])),
      "verwijst naar «elders.example»",
    ],
    [
      "pages in a circle",
      () => server.zet(ITEMS, page(all, [{ rel: "next", href: `${ITEMS}?f=json` }])),
      "al is opgehaald",
    ],
  ])("leaves the map as it is for %s", async (_, set, tekst) => {
    await database.alone(async (db) => {
      const grond = eenGrond(db, server);
      set();
      const taak = await haalOp(grond, { soort: "pdok", jaar: 2025 });
      expect(taak.fout).toContain(tekst);
      expect(readGrenzen(grond.kaartenmap, 2025)).toBeUndefined();
      grond.weg();
    })();
  });
});

describeDatabases("fetching the Nationale Woningbouwkaart", (database) => {
  const plan = (code: string, naam: string, woondeal: string | null, netto: unknown) => ({
    ...{
      gemeente_code: code,
      gemeente_naam: naam,
      provincie_naam: "x",
      peilmoment: "1 oktober 2025",
    },
    ...{ woondeal_regio: woondeal, Netto: netto, "Hard totaal": 10, "Zacht totaal": null },
  });
  const regio = (naam: string, netto: number) => ({
    ...{ woondeal_regio: naam, peilmoment: "1 oktober 2025", Netto: netto },
    ...{ "Hard totaal": 20, "Zacht totaal": 30 },
  });
  const GEMEENTE = [
    plan("GM0505", "Dordrecht", "Drechtsteden", 1200),
    plan("0484", "Alphen aan den Rijn", "Drechtsteden", "800"),
    plan("GM0995", "Lelystad", null, 0),
  ];
  const VRAAG = { soort: "woningbouwkaart" } as const;

  it(
    "keeps the totals per gemeente and woondealregio; what is not there is unknown",
    database.alone(async (db) => {
      const grond = eenGrond(db, server, {
        regios: () => [
          {
            ...{ indeling: "drechtsteden@1", naam: "drechtsteden", titel: "Drechtsteden" },
            gemeenten: ["GM0505", "GM0590"],
          },
        ],
      });
      zetWoningbouwkaart(server, { gemeente: GEMEENTE, woondeal: [regio("Drechtsteden", 2100)] });
      const taak = await haalOp(grond, VRAAG);
      expect(taak.fout).toBeUndefined();
      expect(await kept(db, "plancapaciteit-netto")).toEqual({
        "GM0505 2025-10-01": "1200",
        "GM0484 2025-10-01": "800",
        "GM0995 2025-10-01": "0",
        "woondealregio/Drechtsteden 2025-10-01": "2100",
      });
      expect((await kept(db, "plancapaciteit-zacht"))["GM0505 2025-10-01"]).toBe("onbekend");
      const [levering] = await listLeveringen(db);
      expect(levering?.licentie).toBeUndefined();
      expect(levering?.toelichting).toContain("De bron noemt geen licentie");
      const { sommen, woondealregios } = taak.uitkomst as Kaartuitkomst;
      expect(sommen).toEqual([{ naam: "Drechtsteden", som: "2000", totaal: "2100" }]);
      expect(woondealregios).toEqual([
        { naam: "Drechtsteden", gemeenten: ["GM0505", "GM0484"], alleenBron: [], alleenHier: [] },
      ]);
    }),
  );

  it(
    "lays woondealregio's beside the region of ours that is most like them, and changes none",
    database.alone(async (db) => {
      const ours = (naam: string, gemeenten: readonly string[]) => ({
        ...{ indeling: `${naam}@1`, naam, titel: naam, gemeenten },
      });
      const grond = eenGrond(db, server, {
        regios: () => [
          ours("ver-weg", ["GM0995"]),
          ours("drechtsteden", ["GM0505", "GM0484", "GM0590"]),
        ],
      });
      zetWoningbouwkaart(server, { gemeente: GEMEENTE, woondeal: [regio("Drechtsteden", 2000)] });
      const { woondealregios } = (await haalOp(grond, VRAAG)).uitkomst as Kaartuitkomst;
      expect(woondealregios).toMatchObject([
        { lijktOp: "drechtsteden@1#drechtsteden", alleenBron: [], alleenHier: ["GM0590"] },
      ]);
    }),
  );

  it(
    "asks a person for the day where the source does not write one",
    database.alone(async (db) => {
      const grond = eenGrond(db, server);
      const vaag = GEMEENTE.map((row) => ({ ...row, peilmoment: "najaar 2025" }));
      zetWoningbouwkaart(server, { gemeente: vaag, woondeal: [regio("Drechtsteden", 1)] });
      expect((await haalOp(grond, VRAAG)).fout).toContain("«najaar 2025»; dat is geen dag");
      const taak = await haalOp(grond, { ...VRAAG, moment: "2025-10-01" });
      expect(taak.stand).toBe("klaar");
    }),
  );

  it.each<readonly [string, readonly object[], string]>([
    [
      "a field less",
      [{ gemeente_code: "GM0505", gemeente_naam: "D", peilmoment: "2025-10-01" }],
      "«Netto»",
    ],
    ["a word for a number", [plan("GM0505", "D", null, "veel")], "«Netto» staat «veel»"],
    ["another code", [plan("NL.IMBAG.0505", "D", null, 1)], "wij verwachten GM0363"],
    [
      "a gemeente twice",
      [plan("GM0505", "D", null, 1), plan("0505", "D", null, 2)],
      "GM0505 twee keer",
    ],
  ])("keeps nothing of an answer with %s", async (_, gemeente, tekst) => {
    await database.alone(async (db) => {
      const grond = eenGrond(db, server);
      zetWoningbouwkaart(server, {
        gemeente: gemeente as Record<string, unknown>[],
        woondeal: [regio("Drechtsteden", 1)],
      });
      const taak = await haalOp(grond, VRAAG);
      expect(taak.fout).toContain(tekst);
      expect(await listLeveringen(db)).toEqual([]);
    })();
  });
});
