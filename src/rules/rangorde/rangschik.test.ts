import { describe, expect, it } from "vitest";
import { meldingenVan, rangschik, volgordeVan, vraagRangorde } from "#test/rangorde.ts";
import { computeRangorde } from "./rangschik.ts";
import type { Rangordevraag } from "./vraag.ts";

const MEESTE = "volgorde: [{ hoogste: x }]";

describe("who takes part", () => {
  const yaml = `
toelating:
  alle:
    - { kenmerk: relatie, is: [kind, ouder] }
    - een-van:
        - { duur: wachttijd, minstens: 12 maanden }
        - { aandeel: huur, van: inkomen, meer-dan: 2/5 }
volgorde: [{ laagste: nummer }]`;
  const standOf = (kenmerken: Readonly<Record<string, string | number>>) =>
    rangschik(yaml, { A: { nummer: 1, ...kenmerken } }).kandidaten[0]?.toelating;

  it("is whoever meets the eis", () => {
    expect(standOf({ relatie: "kind", wachttijd: "12 maanden" })?.soort).toBe("toegelaten");
  });

  it("is told every eis that it fell on, with what was found and what had to be", () => {
    const stand = standOf({ relatie: "geen", wachttijd: "11 maanden", huur: 400, inkomen: 1000 });
    expect(stand).toEqual({
      soort: "niet-toegelaten",
      redenen: [
        {
          pad: "toelating.alle[0]",
          tekst: "relatie is «geen»; dat moet «kind» of «ouder» zijn",
        },
        {
          pad: "toelating.alle[1].een-van[0]",
          tekst: "wachttijd is 11 maanden; dat moet minstens 12 maanden zijn",
        },
        {
          pad: "toelating.alle[1].een-van[1]",
          tekst: "huur als deel van inkomen is 400 op 1.000 (0,4); dat moet meer dan 2/5 zijn",
        },
      ],
    });
  });

  it("F070 is under nader onderzoek while something is not known: neither admitted nor refused", () => {
    const outcome = rangschik(yaml, {
      A: { nummer: 1, relatie: "kind", huur: 400, inkomen: 1000 },
      B: { nummer: 2, relatie: "geen" },
      C: { nummer: 3, relatie: "kind", wachttijd: "12 maanden" },
    });
    const standen = outcome.kandidaten.map(({ toelating }) => toelating.soort);
    expect(standen).toEqual(["nader-onderzoek", "niet-toegelaten", "toegelaten"]);
    expect(volgordeVan(outcome)).toBe("C");
    // Of B nobody has to look anything up: it is out whatever its wachttijd.
    expect(meldingenVan(outcome)).toEqual(["onvolledig wachttijd van A"]);
  });

  it("falls out on what nobody filled in, where just that is asked", () => {
    const yaml = "toelating: { aanwezig: [advies] }\nvolgorde: [{ laagste: nummer }]";
    const [first, second] = rangschik(yaml, {
      A: { nummer: 1 },
      B: { nummer: 2, advies: 5 },
    }).kandidaten;
    expect(first?.toelating).toMatchObject({
      soort: "niet-toegelaten",
      redenen: [{ tekst: expect.stringMatching(/: nee$/), pad: "toelating" }],
    });
    expect(second?.toelating.soort).toBe("toegelaten");
  });

  it("falls out on what may not be", () => {
    const stand = rangschik(
      "toelating: { niet: { kenmerk: bezit, is: ja } }\nvolgorde: [{ laagste: nummer }]",
      { A: { nummer: 1, bezit: "ja" } },
    ).kandidaten[0]?.toelating;
    expect(stand).toMatchObject({
      redenen: [{ tekst: "bezit is «ja»; dat mag niet «ja» zijn", pad: "toelating.niet" }],
    });
  });
});

describe("points", () => {
  const yaml = `
parameters: { grens: { eenheid: grenzen, zekerheid: onzeker, zet: regio } }
punten:
  band:
    - { als: { kenmerk: band, is: kind }, punten: 100 }
    - { als: { duur: weg, tussen: { van: 0 maanden, tot: 20 jaar, grenzen: grens } }, punten: 85 }
    - { als: { duur: weg, minder-dan: 30 jaar }, punten: 75 }
  wachten: { punten: 1, per: 1 maand, van: wacht }
volgorde: [{ hoogste: punten }]`;
  const tellingOf = (kenmerken: Readonly<Record<string, string>>) => {
    const [own] = rangschik(yaml, { A: kenmerken }, { op: "2026-07-01" }).kandidaten;
    return [own?.punten?.laag, own?.punten?.hoog].map((end) => end?.teller);
  };

  it.each([
    ["10 jaar", "24 maanden", 109n],
    ["21 jaar", "24 maanden", 99n],
    ["30 jaar", "24 maanden", 24n],
  ])(
    "F189 are added, and of a list the first that holds counts: %s and %s is %s",
    (weg, wacht, n) => {
      expect(tellingOf({ band: "geen", weg, wacht })).toEqual([n, n]);
    },
  );

  it.each([
    ["1 jaar", 12n],
    ["0 maanden", 0n],
    ["2024-07-01", 24n],
    ["2024-07-02", 23n],
    ["2026-01-31", 5n],
  ])("F190 count whole units: %s before 1 July 2026", (wacht, n) => {
    expect(tellingOf({ band: "geen", weg: "40 jaar", wacht })).toEqual([n, n]);
  });

  it("F189 hang on an empty parameter only on the exact limit", () => {
    const on = rangschik(yaml, { A: { band: "geen", weg: "20 jaar", wacht: "0 maanden" } });
    expect(meldingenVan(on)).toEqual(["onbepaald grens"]);
    expect(tellingOf({ band: "geen", weg: "20 jaar", wacht: "0 maanden" })).toEqual([75n, 85n]);
    const off = rangschik(yaml, { A: { band: "geen", weg: "19 jaar", wacht: "0 maanden" } });
    expect(meldingenVan(off)).toEqual([]);
  });

  it("may be laid side by side by one part of them", () => {
    const all = {
      A: { band: "geen", weg: "40 jaar", wacht: "200 maanden" },
      B: { band: "kind", weg: "40 jaar", wacht: "1 maand" },
    };
    expect(volgordeVan(rangschik(yaml, all))).toBe("A > B");
    const byPart = yaml.replace("hoogste: punten", "hoogste: punten.band");
    expect(volgordeVan(rangschik(byPart, all))).toBe("B > A");
  });

  it("that are not known leave the order alone where they cannot change it", () => {
    const outcome = rangschik(yaml, {
      A: { band: "geen", weg: "20 jaar", wacht: "0 maanden" },
      B: { band: "geen", weg: "40 jaar", wacht: "86 maanden" },
      C: { band: "geen", weg: "40 jaar", wacht: "80 maanden" },
    });
    expect(volgordeVan(outcome)).toBe("B > [A, C]?");
  });
});

describe("the order", () => {
  it("goes line by line, and equal is nobody's turn to be first", () => {
    const outcome = rangschik(
      "volgorde: [{ eerst: { kenmerk: regio, is: ja } }, { hoogste: x }, { laagste: y }]",
      {
        A: { regio: "nee", x: 9, y: 1 },
        B: { regio: "ja", x: 1, y: 2 },
        C: { regio: "ja", x: 2, y: 9 },
        D: { regio: "ja", x: 1, y: 2 },
        E: { regio: "ja", x: 1, y: 1 },
      },
    );
    expect(volgordeVan(outcome)).toBe("C > E > [B, D] > A");
    expect(meldingenVan(outcome)).toEqual(["besluit-nodig B D"]);
    expect(outcome.plaatsen.map(({ van, tot }) => `${van}-${tot}`)).toEqual([
      "1-1",
      "2-2",
      "3-4",
      "5-5",
    ]);
    expect(outcome.plaatsen[0]?.beslissing).toEqual({
      pad: "volgorde[1]",
      wat: "hoogste x",
      eigen: "2",
      volgende: "1",
    });
  });

  it("lays dates and terms side by side too", () => {
    const dates = { A: { d: "2024-03-02" }, B: { d: "2024-03-01" } };
    expect(volgordeVan(rangschik("volgorde: [{ laagste: d }]", dates))).toBe("B > A");
    const terms = { A: { d: "13 maanden" }, B: { d: "1 jaar" }, C: { d: "12 maanden" } };
    expect(volgordeVan(rangschik("volgorde: [{ hoogste: d }]", terms))).toBe("A > [B, C]");
  });

  it("does not lay weeks along months further than is certain", () => {
    const sure = { A: { d: "9 weken" }, B: { d: "2 maanden" } };
    expect(volgordeVan(rangschik("volgorde: [{ hoogste: d }]", sure))).toBe("A > B");
    const unsure = rangschik("volgorde: [{ hoogste: d }]", {
      A: { d: "60 dagen" },
      B: { d: "2 maanden" },
    });
    expect(volgordeVan(unsure)).toBe("[A, B]?");
    expect(meldingenVan(unsure)).toEqual(["onbepaald volgorde[0]"]);
  });

  it("does not lay a number along a date, or a date along a term", () => {
    const outcome = rangschik(MEESTE, {
      A: { x: 3 },
      B: { x: "2024-01-01" },
      C: { x: "2 maanden" },
    });
    expect(volgordeVan(outcome)).toBe("[A, B, C]?");
  });

  it("F222 never settles what is not known in silence", () => {
    const outcome = rangschik(MEESTE, { A: { x: 3 }, B: {}, C: { x: 1 } });
    expect(volgordeVan(outcome)).toBe("[A, B, C]?");
    expect(meldingenVan(outcome)).toEqual(["onvolledig x van B"]);
  });

  it("asks only for what matters", () => {
    const yaml = "volgorde: [{ eerst: { kenmerk: regio, is: ja } }, { hoogste: x }]";
    const outcome = rangschik(yaml, { A: { regio: "ja" }, B: { regio: "nee", x: 3 } });
    expect(volgordeVan(outcome)).toBe("A > B");
    expect(meldingenVan(outcome)).toEqual([]);
  });

  it("is settled where every way the unknown can turn out gives the same", () => {
    const yaml = "volgorde: [{ eerst: { kenmerk: regio, is: ja } }, { hoogste: x }]";
    const outcome = rangschik(yaml, { A: { regio: "ja", x: 5 }, B: { x: 3 } });
    expect(volgordeVan(outcome)).toBe("A > B");
  });

  it("is no tie yet where one may still turn out to go first", () => {
    const outcome = rangschik("volgorde: [{ eerst: { kenmerk: regio, is: ja } }]", {
      A: { regio: "ja" },
      B: {},
    });
    expect(outcome.plaatsen.map(({ stand }) => stand)).toEqual(["onbeslist"]);
    expect(meldingenVan(outcome)).toEqual(["onvolledig regio van B"]);
  });

  it("has nobody in it where there are no candidates", () => {
    const outcome = rangschik(MEESTE, {});
    expect([outcome.plaatsen, outcome.meldingen]).toEqual([[], []]);
  });

  it("is one decision where all are equal", () => {
    const outcome = rangschik(MEESTE, { A: { x: 1 }, B: { x: 1 }, C: { x: 1 } });
    expect(volgordeVan(outcome)).toBe("[A, B, C]");
    expect(meldingenVan(outcome)).toEqual(["besluit-nodig A B C"]);
  });

  it("has somebody who is named twice in it once", () => {
    const vraag = vraagRangorde(MEESTE, { A: { x: 1 }, B: { x: 2 } });
    const twice: Rangordevraag = {
      ...vraag,
      gebied: { ...vraag.gebied, eenheden: [...vraag.gebied.eenheden, { id: "A", naam: "A" }] },
    };
    expect(volgordeVan(computeRangorde(twice))).toBe("B > A");
  });
});

describe("ranks", () => {
  const yaml = `
volgorde:
  - treden:
      - { naam: op de locatie, als: { kenmerk: locatie, is: ja } }
      - { naam: familie, als: { kenmerk: familie, is: ja } }
      - { open: en zo verder }
  - hoogste: x`;

  it("F194 leave those in the open one to people, behind the others and whatever comes after", () => {
    const outcome = rangschik(yaml, {
      A: { locatie: "nee", familie: "nee", x: 9 },
      B: { locatie: "nee", familie: "ja", x: 1 },
      C: { locatie: "ja", familie: "nee", x: 1 },
      D: { locatie: "nee", familie: "nee", x: 1 },
      E: { locatie: "nee", familie: "ja", x: 2 },
    });
    expect(volgordeVan(outcome)).toBe("C > E > B > [A, D]");
    expect(outcome.meldingen).toEqual([
      {
        soort: "besluit-nodig",
        wat: "open-trede",
        kandidaten: ["A", "D"],
        waarom: "Het document laat deze trede open: en zo verder.",
      },
    ]);
  });

  it("take people's own order for the open one, when they decided", () => {
    const outcome = rangschik(
      yaml,
      { A: { locatie: "nee", familie: "nee" }, D: { locatie: "nee", familie: "nee" } },
      { ingevuld: { gelijkeStanden: ["D", "A"] } },
    );
    expect(volgordeVan(outcome)).toBe("D > A");
    expect(outcome.plaatsen[0]?.beslecht).toBe("besluit van mensen");
  });

  it("put behind all others whoever is in none", () => {
    const closed = "volgorde: [{ treden: [{ naam: a, als: { kenmerk: k, is: ja } }] }]";
    expect(volgordeVan(rangschik(closed, { A: { k: "nee" }, B: { k: "ja" } }))).toBe("B > A");
  });
});

describe("a tie", () => {
  const loot = `${MEESTE}\ngelijke-standen: { loting-door: college }`;
  const equal = { A: { x: 1 }, B: { x: 1 }, C: { x: 2 } };
  const lot = (door: string, ...volgorde: readonly string[]) => ({
    door,
    op: "2026-03-01",
    volgorde,
  });

  it("waits for the lot that the document asks, and says who draws", () => {
    const outcome = rangschik(loot, equal);
    expect(volgordeVan(outcome)).toBe("C > [A, B]");
    expect(outcome.meldingen[0]).toMatchObject({
      wat: "loting",
      kandidaten: ["A", "B"],
      waarom: "Zij staan gelijk. Het college loot; leg vast wie, wanneer en wat eruit kwam.",
    });
  });

  it("is settled by a lot that was recorded", () => {
    const outcome = rangschik(loot, equal, { lotingen: [lot("college", "B", "A")] });
    expect(volgordeVan(outcome)).toBe("C > B > A");
    expect(outcome.plaatsen[1]?.beslecht).toBe("loting door het college op 1 maart 2026");
    expect(outcome.meldingen).toEqual([]);
  });

  it.each([
    [
      "by another body",
      loot,
      lot("raad", "B", "A"),
      "de loting is door de raad, en moet door het college zijn",
    ],
    [
      "of somebody else",
      loot,
      lot("college", "B", "A", "Z"),
      "in de loting, maar geen kandidaat: Z",
    ],
    ["nobody asked for", MEESTE, lot("college", "B", "A"), "dit document laat niet loten"],
  ])("refuses a lot %s", (_, yaml, given, reden) => {
    const outcome = rangschik(yaml, equal, { lotingen: [given] });
    expect(meldingenVan(outcome)[0]).toBe(`geweigerd ${reden}`);
    expect(volgordeVan(outcome)).toBe("C > [A, B]");
  });

  it("stays where the lot leaves somebody out", () => {
    const three = { A: { x: 1 }, B: { x: 1 }, C: { x: 1 } };
    const outcome = rangschik(loot, three, { lotingen: [lot("college", "B", "A")] });
    expect(volgordeVan(outcome)).toBe("[A, B, C]");
  });

  it("is settled by the order in which people decided, where the document says no more", () => {
    const outcome = rangschik(MEESTE, equal, { ingevuld: { gelijkeStanden: ["B", "A"] } });
    expect(volgordeVan(outcome)).toBe("C > B > A");
    expect(outcome.plaatsen[1]?.beslecht).toBe("besluit van mensen");
  });

  it("in an open rank is for people, also where the document has lots drawn", () => {
    const open = `volgorde: [{ treden: [{ open: nader te bepalen }] }]\ngelijke-standen: { loting-door: college }`;
    const drawn = rangschik(open, equal, { lotingen: [lot("college", "B", "A", "C")] });
    expect(drawn.plaatsen[0]?.beslecht).toBeUndefined();
    const decided = rangschik(open, equal, { ingevuld: { gelijkeStanden: ["B", "A", "C"] } });
    expect(volgordeVan(decided)).toBe("B > A > C");
  });

  it("is not people's to settle where the document has them draw", () => {
    const outcome = rangschik(loot, equal, { ingevuld: { gelijkeStanden: ["B", "A"] } });
    expect(volgordeVan(outcome)).toBe("C > [A, B]");
  });

  it("goes by the further order of the document", () => {
    const yaml = `${MEESTE}\ngelijke-standen: { volgorde: [{ laagste: y }] }`;
    const outcome = rangschik(yaml, { A: { x: 1, y: 2 }, B: { x: 1, y: 1 }, C: { x: 2 } });
    expect(volgordeVan(outcome)).toBe("C > B > A");
    expect(outcome.plaatsen[1]?.beslissing?.pad).toBe("gelijke-standen.volgorde[0]");
  });

  it("is told apart from what is not known beside it", () => {
    const outcome = rangschik(MEESTE, { A: { x: 1 }, B: { x: 1 }, C: {} });
    expect(volgordeVan(outcome)).toBe("[A, B, C]?");
    expect(meldingenVan(outcome)).toEqual(["besluit-nodig A B", "onvolledig x van C"]);
  });
});

describe("a term", () => {
  const yaml = `${MEESTE}
termijn:
  woning: { binnen: 6 maanden, na: klaar, anders: gesprek-met-de-regio }`;
  const termOf = (kenmerken: Readonly<Record<string, string>>, op?: string) =>
    rangschik(yaml, { A: { x: 1, ...kenmerken } }, op === undefined ? {} : { op }).kandidaten[0]
      ?.termijnen[0];

  it("F137 is due so many calendar months after its start", () => {
    const running = termOf({ klaar: "2026-01-15" }, "2026-07-15");
    expect(running).toMatchObject({ stand: "loopt", uiterlijk: "2026-07-15" });
    expect(termOf({ klaar: "2025-08-31" })?.uiterlijk).toBe("2026-02-28");
  });

  it("is late by days, and then says what follows", () => {
    expect(termOf({ klaar: "2026-01-15" }, "2026-07-18")).toMatchObject({
      stand: "te-laat",
      dagenTeLaat: 3,
      anders: "gesprek-met-de-regio",
    });
    expect(termOf({ klaar: "2026-01-15", woning: "2026-07-16" }, "2027-01-01")).toMatchObject({
      stand: "te-laat",
      dagenTeLaat: 1,
    });
  });

  it("is kept when it was done in time, however long ago", () => {
    const kept = termOf({ klaar: "2026-01-15", woning: "2026-07-15" }, "2030-01-01");
    expect(kept?.stand).toBe("op-tijd");
    expect(kept).not.toHaveProperty("anders");
  });

  it("is not known without its start, and says so", () => {
    const outcome = rangschik(yaml, { A: { x: 1 } });
    expect(outcome.kandidaten[0]?.termijnen[0]?.stand).toBe("onbekend");
    expect(meldingenVan(outcome)).toEqual(["onvolledig klaar van A"]);
  });
});
