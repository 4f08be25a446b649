import { describe, expect, it } from "vitest";
import { breuk, formatBreuk } from "#domain/breuk.ts";
import { bibliotheekOp, createBibliotheek } from "#domain/document.ts";
import type { Ontheffingsbesluit } from "#domain/oordeel.ts";
import type { Toets } from "#domain/toets.ts";
import { eenToets, oordeelVan, toets } from "#test/toetsproef.ts";

const SOCIAAL = eenToets("eisen: { e: { aandeel: sociaal, van: woningen, minstens: 30 % } }");

function ofThousand(document: Toets, sociaal: number | string, bij = {}) {
  return oordeelVan(toets(document, { sociaal: { A: sociaal }, woningen: { A: 1000 } }, bij));
}

describe("a norm on homes", () => {
  it("F001 F002 names how many are short, against the total that there is", () => {
    const document = eenToets(`eisen:
  betaalbaar: { aandeel: betaalbaar, van: woningen, minstens: 2/3 }
  sociaal: { aandeel: sociaal, van: woningen, minstens: 30 % }`);
    const run = (betaalbaar: number, sociaal: number) => {
      const cijfers = {
        betaalbaar: { A: betaalbaar },
        sociaal: { A: sociaal },
        woningen: { A: 1000 },
      };
      const outcome = toets(document, cijfers);
      return ["betaalbaar", "sociaal"].map((eis) => {
        const { oordeel, gat } = oordeelVan(outcome, eis);
        return [oordeel, gat?.aantal];
      });
    };
    expect(run(667, 300)).toEqual([
      ["voldoet", undefined],
      ["voldoet", undefined],
    ]);
    expect(run(666, 299)).toEqual([
      ["voldoet-niet", 1n],
      ["voldoet-niet", 1n],
    ]);
  });

  it("F003 shows the share and gives no verdict at a level where it does not hold", () => {
    const document = eenToets(`eisen: { e: { aandeel: sociaal, van: woningen, minstens: 30 % } }
niveau: [regio]
niet-op-niveau: { plan: de norm geldt niet op projectniveau }`);
    const { oordeel, gat, opmerkingen, verslag } = ofThousand(document, 0, { niveau: "plan" });
    expect([oordeel, gat]).toEqual(["niet-van-toepassing", undefined]);
    expect(opmerkingen).toEqual(["de norm geldt niet op projectniveau"]);
    expect(verslag.vergelijking?.van?.waarde).toEqual(breuk(1000n));
    const wijk = ofThousand(document, 0, { niveau: "wijk" });
    expect([wijk.oordeel, ...wijk.opmerkingen]).toEqual([
      "niet-van-toepassing",
      "deze toets geldt per regio, niet per wijk",
    ]);
  });

  it("F005 counts middenhuur and betaalbare koop as the middle, and nothing else", () => {
    const document = eenToets(`afgeleid: { midden: middenhuur + koop }
eisen: { e: { aandeel: midden, van: woningen, minstens: 40 % } }`);
    const run = (koop: number) => {
      const cijfers = {
        middenhuur: { A: 250 },
        koop: { A: koop },
        sociaal: { A: 300 },
        woningen: { A: 1000 },
      };
      const { oordeel, gat } = oordeelVan(toets(document, cijfers));
      return [oordeel, gat?.aantal];
    };
    expect(run(150)).toEqual(["voldoet", undefined]);
    expect(run(149)).toEqual(["voldoet-niet", 1n]);
  });

  it("F007 is never broken by more than was asked", () => {
    const much = ofThousand(SOCIAAL, 550);
    expect([much.oordeel, ...much.opmerkingen]).toEqual(["voldoet", "boven-norm"]);
    expect(ofThousand(SOCIAAL, 300).opmerkingen).toEqual([]);
  });

  it("F014 leaves room inside a region as long as the whole holds", () => {
    const document = eenToets(`eisen: { e: { aandeel: sociaal, van: woningen, minstens: 30 % } }
niveau: [regio]`);
    const cijfers = { sociaal: { A: 200, B: 400 }, woningen: { A: 1000, B: 1000 } };
    expect(oordeelVan(toets(document, cijfers)).oordeel).toBe("voldoet");
    expect(
      oordeelVan(toets(document, { ...cijfers, sociaal: { A: 199, B: 400 } })).gat?.aantal,
    ).toBe(1n);
  });

  it("F018 says how many of a total it asks, rounded up", () => {
    const document = eenToets(`eisen:
  betaalbaar: { aandeel: betaalbaar, van: woningen, minstens: 2/3 }
  sociaal: { aandeel: sociaal, van: woningen, minstens: 30 % }
niveau: [nederland]`);
    const outcome = toets(document, { woningen: { "*": 100_000 } });
    const asked = ["betaalbaar", "sociaal"].map((eis) => oordeelVan(outcome, eis));
    expect(asked.map(({ verslag }) => verslag.vergelijking?.grenzen[0]?.nodig)).toEqual([
      66_667n,
      30_000n,
    ]);
    expect(asked.map(({ oordeel }) => oordeel)).toEqual(["onvolledig", "onvolledig"]);
  });
});

describe("a norm that depends on the stock", () => {
  const document =
    eenToets(`parameters: { drempel: { eenheid: deel, zekerheid: onzeker, zet: minister } }
eisen:
  e:
    als: { aandeel: daeb, van: voorraad, minder-dan: drempel }
    dan: { aandeel: sociaal, van: woningen, minstens: 30 % }
    anders: { aandeel: midden, van: woningen, minstens: 40 % }`);
  const run = (daeb: number, sociaal: number, midden: number, drempel?: string) => {
    const cijfers = {
      daeb: { A: daeb },
      voorraad: { A: 100 },
      sociaal: { A: sociaal },
      midden: { A: midden },
      woningen: { A: 1000 },
    };
    const parameters = drempel
      ? { drempel: { soort: "getal" as const, getal: breuk(27n, 100n), tekst: drempel } }
      : {};
    return toets(document, cijfers, { ingevuld: { parameters } });
  };

  it("F004 is open while nobody set the threshold, even where both branches would hold or fail", () => {
    for (const [sociaal, midden] of [
      [250, 300],
      [400, 400],
    ] as const) {
      const outcome = run(20, sociaal, midden);
      expect(oordeelVan(outcome).oordeel).toBe("onbepaald");
      expect(oordeelVan(outcome).onbepaald).toEqual(["drempel"]);
      expect(outcome.meldingen).toMatchObject([{ soort: "onbepaald", wat: "drempel" }]);
    }
  });

  it("F004 asks social homes below the threshold and the middle above it", () => {
    expect(oordeelVan(run(20, 299, 900, "27 %")).gat).toEqual({
      aantal: 1n,
      richting: "erbij",
      cijfer: "sociaal",
    });
    expect(oordeelVan(run(35, 0, 399, "27 %")).gat).toEqual({
      aantal: 1n,
      richting: "erbij",
      cijfer: "midden",
    });
  });
});

describe("the years that gemeenten get", () => {
  const yaml = (start: string, totDan = "") => `parameters: { start: { eenheid: datum, ${start} } }
eisen: { e: { aandeel: sociaal, van: woningen, minstens: 30 % } }
overgang: { start: start, duur: 10 jaar${totDan} }`;
  const document = eenToets(yaml("waarde: 2027-01-01"));
  const op = (day: string, sociaal = 100) => ofThousand(document, sociaal, { op: day }).oordeel;

  it("F010 are a path until the last day, and a hard check on the day after", () => {
    expect([op("2030-01-01"), op("2037-01-01"), op("2037-01-02")]).toEqual([
      "ingroeipad",
      "ingroeipad",
      "voldoet-niet",
    ]);
    expect([op("2030-01-01", 300), op("2037-01-02", 300)]).toEqual(["voldoet", "voldoet"]);
    const { overgang } = toets(document, {}, { op: "2030-12-30", eenhedenVan: [] });
    expect(overgang?.nog).toEqual({ jaren: 6, maanden: 0, dagen: 2 });
  });

  it("F010 without a start are named only where they matter", () => {
    const open = eenToets(yaml("zekerheid: onzeker"));
    const short = ofThousand(open, 299, { op: "2030-01-01" });
    expect([short.oordeel, short.onbepaald, short.gat?.aantal]).toEqual([
      "onbepaald",
      ["start"],
      1n,
    ]);
    expect(ofThousand(open, 300, { op: "2030-01-01" }).oordeel).toBe("voldoet");
  });

  it("may mean that nothing is asked before the end", () => {
    const later = eenToets(yaml("waarde: 2027-01-01", ", tot-dan: niet-toetsen"));
    const on = (day: string) => ofThousand(later, 100, { op: day }).oordeel;
    expect([on("2030-01-01"), on("2037-01-02")]).toEqual(["niet-van-toepassing", "voldoet-niet"]);
  });
});

describe("a decision that sets another limit", () => {
  const document = eenToets(`eisen: { e: { aandeel: sociaal, van: woningen, minstens: 30 % } }
ontheffing: { door: [gs, minister], op: [e], vraagt: [motivering, termijn] }`);
  const besluit = (change: Partial<Ontheffingsbesluit> = {}): Ontheffingsbesluit => ({
    eis: "e",
    orgaan: "gs",
    ondergrens: breuk(1n, 5n),
    stukken: ["motivering", "termijn"],
    ...change,
  });
  const run = (sociaal: number, change: Partial<Ontheffingsbesluit> = {}, op = "2030-01-01") =>
    toets(
      document,
      { sociaal: { A: sociaal }, woningen: { A: 1000 } },
      { op, besluiten: [besluit(change)] },
    );

  it("F009 holds at 20 % and not below it", () => {
    const [met, not] = [oordeelVan(run(200)), oordeelVan(run(199))];
    expect([met.oordeel, met.opmerkingen]).toEqual(["voldoet", ["met-ontheffing"]]);
    expect([not.oordeel, not.gat?.aantal]).toEqual(["voldoet-niet", 1n]);
    expect(oordeelVan(run(300)).opmerkingen).toEqual([]);
  });

  it("F009 says which of the asked pieces are not there", () => {
    expect(oordeelVan(run(200, { stukken: [] })).opmerkingen).toEqual([
      "met-ontheffing",
      "bij de ontheffing ontbreekt: motivering, termijn",
    ]);
  });

  it("F009 counts only in its term, and only for whom it was given", () => {
    const term = { van: "2029-01-01", tot: "2030-12-31" };
    const on = (day: string) => oordeelVan(run(200, term, day)).oordeel;
    expect([on("2028-12-31"), on("2029-01-01"), on("2030-12-31"), on("2031-01-01")]).toEqual([
      "voldoet-niet",
      "voldoet",
      "voldoet",
      "voldoet-niet",
    ]);
    expect(oordeelVan(run(200, { eenheid: "B" })).oordeel).toBe("voldoet-niet");
  });

  it.each([
    [{ orgaan: "raad" }, "bevoegd is gs of minister, niet raad"],
    [{ eis: "anders" }, "van «anders» kan geen ontheffing worden gegeven"],
  ])("F009 is refused when it is not theirs to give: %o", (change, reden) => {
    const outcome = run(200, change);
    expect(outcome.meldingen).toMatchObject([{ soort: "geweigerd", reden }]);
    expect(oordeelVan(outcome).oordeel).toBe("voldoet-niet");
  });
});

describe("homes that lie fixed in a contract", () => {
  it("F011 count, and are not offered to change", () => {
    const document = eenToets(`eisen: { e: { aandeel: sociaal, van: woningen, minstens: 30 % } }
niveau: [regio]
vastgelegd: { kenmerk: gecontracteerd, is: ja }`);
    const cijfers = { sociaal: { P: 0, Q: 200 }, woningen: { P: 400, Q: 600 } };
    const told = oordeelVan(toets(document, { ...cijfers, gecontracteerd: { P: "ja", Q: "nee" } }));
    expect([told.oordeel, told.gat?.aantal]).toEqual(["voldoet-niet", 100n]);
    const { totaal, vast, aanpasbaar } = told.vastgelegd ?? {};
    expect([totaal, vast, aanpasbaar].map((n) => n && formatBreuk(n))).toEqual([
      "1000",
      "400",
      "600",
    ]);
    expect(oordeelVan(toets(document, cijfers)).vastgelegd).toBeUndefined();
  });
});

describe("apply or explain", () => {
  const document = eenToets(`eisen: { e: { aandeel: sociaal, van: woningen, minstens: 30 % } }
beginsel: pas-toe-of-leg-uit`);

  it("F160 has three outcomes and never blocks", () => {
    const explain = (tekst: string) => ofThousand(document, 299, { uitleg: [{ eis: "e", tekst }] });
    expect(ofThousand(document, 300).oordeel).toBe("voldoet");
    expect(explain("geen lift in het blok")).toMatchObject({
      oordeel: "afgeweken-met-uitleg",
      uitleg: "geen lift in het blok",
    });
    expect(explain(" ").oordeel).toBe("uitleg-ontbreekt");
  });
});

describe("a document that asks more than the norm", () => {
  const norm = eenToets(
    `eisen: { e: { aandeel: sociaal, van: woningen, minstens: 30 % } }
strenger-door: [raad]`,
    { id: "norm" },
  );
  const asking = (limit: string, orgaan = "ps") =>
    eenToets(
      `eisen: { e: { aandeel: sociaal, van: woningen, ${limit} } }
aanvulling-op: norm@1
orgaan: ${orgaan}`,
      { id: "provincie" },
    );
  const cijfers = { sociaal: { A: 320 }, woningen: { A: 1000 } };
  const run = (document: Toets) => toets(document, cijfers, { naast: [norm] });

  it("F008 collides by name, with both limits, and both verdicts stand", () => {
    const outcome = run(asking("minstens: 35 %"));
    expect(outcome.botsingen).toMatchObject([
      {
        eis: "norm@1#e",
        hoe: "strenger",
        eigen: { document: "provincie@1", grens: "minstens 35%", orgaan: "ps" },
        norm: { document: "norm@1", grens: "minstens 30%", status: "voorbeeld" },
      },
    ]);
    expect(oordeelVan(outcome).oordeel).toBe("voldoet-niet");
    expect(outcome.norm && oordeelVan(outcome.norm).oordeel).toBe("voldoet");
  });

  it.each([
    ["minstens: 30 %", []],
    ["minstens: 3/10", []],
    ["minstens: 25 %", []],
    ["meer-dan: 30 %", ["strenger"]],
    ["hoogstens: 40 %", ["anders"]],
  ])("F008 asks «%s» and collides so: %o", (limit, expected) => {
    expect(run(asking(limit)).botsingen.map(({ hoe }) => hoe)).toEqual(expected);
  });

  it("F008 does not collide when it is one that may ask more", () => {
    expect(run(asking("minstens: 35 %", "raad")).botsingen).toEqual([]);
  });
});

describe("what is not known", () => {
  it("of one unit does not hide the others", () => {
    const cijfers = {
      sociaal: { A: 300, B: "onbekend", C: 299 },
      woningen: { A: 1000, B: 1000, C: 1000 },
    };
    const outcome = toets(SOCIAAL, cijfers);
    expect(outcome.eenheden.map(({ oordelen }) => oordelen[0]?.oordeel)).toEqual([
      "voldoet",
      "onvolledig",
      "voldoet-niet",
    ]);
    expect(outcome.meldingen).toEqual([
      { soort: "onvolledig", ontbreekt: [{ cijfer: "sociaal", van: "B" }] },
    ]);
  });

  it("F124 is itself the answer to whether something was filled in", () => {
    const document = eenToets("eisen: { e: { aanwezig: [ruimte, besluit] } }");
    const { oordeel, opmerkingen } = oordeelVan(
      toets(document, { ruimte: { A: "onbekend" }, besluit: { A: 3 } }),
    );
    expect([oordeel, opmerkingen]).toEqual(["voldoet-niet", ["ruimte ontbreekt"]]);
  });

  it("is not asked in a branch that does not count", () => {
    const document = eenToets(`eisen:
  e:
    als: { kenmerk: soort, is: nieuw }
    dan: { aandeel: sociaal, van: woningen, minstens: 30 % }
    anders: { aantal: nergens, minstens: 1 }`);
    const outcome = toets(document, {
      soort: { A: "nieuw" },
      sociaal: { A: 30 },
      woningen: { A: 100 },
    });
    expect([oordeelVan(outcome).oordeel, outcome.meldingen]).toEqual(["voldoet", []]);
  });

  it("of who belongs to the whole leaves the whole open", () => {
    const document = eenToets(`eisen: { e: { aandeel: sociaal, van: woningen, minstens: 30 % } }
niveau: [regio, gemeente]`);
    const cijfers = { sociaal: { A: 300 }, woningen: { A: 1000 } };
    const at = (niveau: string) =>
      oordeelVan(toets(document, cijfers, { niveau, onzeker: ["B"] })).oordeel;
    expect([at("regio"), at("gemeente")]).toEqual(["onbepaald", "voldoet"]);
  });
});

describe("homes planned and homes built", () => {
  const document = eenToets(`eisen: { e: { aandeel: sociaal, van: woningen, minstens: 30 % } }
meet-op: [programmering, realisatie]`);

  it("each get their own verdict, by the cell of their fase", () => {
    const split = { A: { programmering: 300, realisatie: 10 } };
    const all = { A: { programmering: 1000, realisatie: 100 } };
    const [unit] = toets(document, { sociaal: split, woningen: all }).eenheden;
    expect(unit?.oordelen.map(({ fase, oordeel, gat }) => [fase, oordeel, gat?.aantal])).toEqual([
      ["programmering", "voldoet", undefined],
      ["realisatie", "voldoet-niet", 20n],
    ]);
  });

  it("that nobody told apart say so, unless it was said what the figures are about", () => {
    const cijfers = { sociaal: { A: 300 }, woningen: { A: 1000 } };
    const remark = "de cijfers zijn niet gesplitst naar fase";
    expect(
      toets(document, cijfers).eenheden[0]?.oordelen.map(({ opmerkingen }) => opmerkingen),
    ).toEqual([[remark], [remark]]);
    const said = toets(document, cijfers, { fase: "programmering" }).eenheden[0]?.oordelen;
    expect(said?.map(({ fase, opmerkingen }) => [fase, opmerkingen])).toEqual([
      ["programmering", []],
    ]);
  });
});

describe("the years over which is measured", () => {
  const document = eenToets(`parameters: { periode: { eenheid: periode, zekerheid: onzeker } }
eisen: { e: { aantal: bouw, minstens: 10 } }
meetperiode: periode`);
  const bouw = eenToets("eisen: { e: { aantal: x, minstens: 1 } }");

  it("must be set by people before there is a verdict", () => {
    const open = toets(document, { bouw: { A: 12 } });
    expect([oordeelVan(open).oordeel, oordeelVan(open).onbepaald]).toEqual([
      "onbepaald",
      ["periode"],
    ]);
    const parameters = { periode: { soort: "woord" as const, woord: "2026" } };
    const set = toets(document, { bouw: { A: 12 } }, { ingevuld: { parameters } });
    expect([oordeelVan(set).oordeel, set.meetperiode]).toEqual(["voldoet", "2026"]);
    expect(oordeelVan(toets(bouw, { x: { A: 1 } })).oordeel).toBe("voldoet");
  });
});

describe("rules that change", () => {
  it("F220 give two outcomes on two dates, on the same figures", () => {
    const version = (versie: number, van: string, limit: string) =>
      eenToets(`versie: ${versie}
geldig-van: ${van}
eisen: { e: { aandeel: sociaal, van: woningen, minstens: ${limit} } }`);
    const both = createBibliotheek([
      version(1, "2026-01-01", "30 %"),
      version(2, "2028-01-01", "35 %"),
    ]);
    const on = (op: string) => {
      const found = bibliotheekOp(both, op).find("proef");
      if (found?.soort !== "toets") throw new Error("geen toets");
      const outcome = toets(found, { sociaal: { A: 320 }, woningen: { A: 1000 } }, { op });
      return [outcome.document, oordeelVan(outcome).oordeel];
    };
    expect(on("2027-06-01")).toEqual(["proef@1", "voldoet"]);
    expect(on("2028-06-01")).toEqual(["proef@2", "voldoet-niet"]);
  });
});

describe("a figure that is rough", () => {
  it("leaves the verdict on its middle, and says where the margin reaches over the limit", () => {
    const run = (van: number, tot: number, woningen: number) => {
      const { oordeel, opmerkingen } = oordeelVan(
        toets(SOCIAAL, { sociaal: { A: { van, tot } }, woningen: { A: woningen } }),
      );
      return [oordeel, opmerkingen.includes("binnen de onzekerheid van de cijfers")];
    };
    expect(run(280, 330, 1000)).toEqual(["voldoet", true]);
    expect(run(270, 310, 1000)).toEqual(["voldoet-niet", true]);
    expect(run(300, 330, 1000)).toEqual(["voldoet", false]);
    expect(run(200, 299, 1000)).toEqual(["voldoet-niet", false]);
  });
});

describe("a number short", () => {
  const gat = (eis: string, cijfers: Readonly<Record<string, number>>) => {
    const kaart = Object.fromEntries(
      Object.entries(cijfers).map(([naam, getal]) => [naam, { A: getal }]),
    );
    return oordeelVan(toets(eenToets(`eisen: { e: ${eis} }`), kaart)).gat;
  };

  it.each([
    ["{ aantal: x, minstens: 7/2 }", 1, 3n, "erbij"],
    ["{ aantal: x, meer-dan: 3 }", 1, 3n, "erbij"],
    ["{ aantal: x, hoogstens: 5/2 }", 4, 2n, "eraf"],
    ["{ aantal: x, minder-dan: 3 }", 4, 2n, "eraf"],
    ["{ aantal: x, gelijk-aan: 3 }", 5, 2n, "eraf"],
    ["{ aantal: x, tussen: { van: 3, tot: 5, grenzen: tot } }", 1, 3n, "erbij"],
    ["{ niet: { aantal: x, minstens: 3 } }", 5, 3n, "eraf"],
    ["{ alle: [{ aantal: x, minstens: 3 }, { aantal: x, minstens: 6 }] }", 1, 5n, "erbij"],
    ["{ een-van: [{ aantal: x, minstens: 9 }, { aantal: x, minstens: 4 }] }", 1, 3n, "erbij"],
  ])("of %s at %i is %s %s", (eis, x, aantal, richting) => {
    expect(gat(eis, { x })).toMatchObject({ aantal, richting });
  });

  it("is not there where no single figure mends it; each part has its own", () => {
    const alle = "{ alle: [{ aantal: x, minstens: 3 }, { aantal: y, minstens: 3 }] }";
    expect(gat(alle, { x: 1, y: 1 })).toBeUndefined();
    expect(gat(alle, { x: 1, y: 3 })).toMatchObject({ aantal: 2n, cijfer: "x" });
    expect(gat("{ aantal: x, minder-dan: 0 }", { x: 2 })).toBeUndefined();
    expect(gat("{ aantal: x, gelijk-aan: 5/2 }", { x: 1 })).toBeUndefined();
  });

  it("asks the condition again with the number moved", () => {
    const eis =
      "{ als: { aantal: x, minder-dan: 5 }, dan: { aantal: x, minstens: 10 }, anders: { aantal: x, minstens: 6 } }";
    expect(gat(eis, { x: 1 })).toBeUndefined();
    expect(gat(eis, { x: 5 })).toMatchObject({ aantal: 1n });
  });
});
