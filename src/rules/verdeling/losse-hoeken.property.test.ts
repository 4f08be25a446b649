import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breuk, isZero, NUL } from "#domain/breuk.ts";
import { createLezer } from "#rules/cijfers/lezer.ts";
import { MIDDEN, plekVan } from "#rules/cijfers/rekenvraag.ts";
import { type Cijfer, eenVerdeling } from "#test/builders.ts";
import { hoekenFor, runHoek } from "./hoeken.ts";
import type { Hoekuitkomst } from "./hoekuitkomst.ts";
import { createLosseHoek } from "./losse-hoeken.ts";
import type { Verdelingsvraag } from "./stapcontext.ts";
import { runVerdeling } from "./verdeel.ts";

fc.configureGlobal({ numRuns: 30 });

/** A figure that may be zero, exact, or known between two ends. */
const cijfer: fc.Arbitrary<Cijfer> = fc.oneof(
  fc.bigInt(0n, 40n),
  fc
    .tuple(fc.bigInt(0n, 40n), fc.bigInt(0n, 12n))
    .map(([van, breed]) => ({ van, tot: van + breed })),
);

const NAMEN = ["A", "B", "C", "D", "E"];
const figures = (units: number) =>
  fc
    .array(cijfer, { minLength: units, maxLength: units })
    .map((list) => Object.fromEntries(list.map((item, i) => [NAMEN[i] ?? "", item])));

const OPGAVEN = [
  "{ aantal: te-bouwen, eenheid: woningen }",
  "{ aantal: { van: 10, tot: 13 }, eenheid: woningen }",
  "{ aantal: 30 % van plannen, eenheid: woningen }",
  "{ aantal: te-bouwen, eenheid: woningen, per: segment, is: { huur: 40 %, koop: rest } }",
];
const SLEUTELS = [
  "{ naar-rato-van: inwoners }",
  "{ naar-rato-van: ruimte }",
  "gelijk",
  "{ gewogen: [{ gewicht: 60 %, naar-rato-van: inwoners }, { gewicht: 40 %, naar-rato-van: woningen }] }",
  "{ gewogen: [{ gewicht: zwaar, naar-rato-van: inwoners }, { gewicht: licht, sleutel: gelijk }] }",
];

const proef = fc
  .integer({ min: 1, max: 4 })
  .chain((units) =>
    fc.record({
      inwoners: figures(units),
      woningen: figures(units),
      plannen: figures(units),
      teBouwen: cijfer,
      opgave: fc.constantFrom(...OPGAVEN),
      sleutel: fc.constantFrom(...SLEUTELS),
      zwaar: fc.constantFrom("0.5", "{ van: 0.25, tot: 0.75 }"),
    }),
  )
  .map(({ inwoners, woningen, plannen, teBouwen, opgave, sleutel, zwaar }) =>
    eenVerdeling(`
      parameters:
        zwaar: { eenheid: deel, waarde: ${zwaar} }
        licht: { eenheid: deel, waarde: 0.5 }
      afgeleid: { ruimte: inwoners * woningen }
      opgave: ${opgave}
      stappen: [{ over: gemeenten, sleutel: ${sleutel}, afronding: geen }]`)
      .over(...Object.keys(inwoners))
      .met("inwoners", inwoners)
      .met("woningen", woningen)
      .met("plannen", plannen)
      .metGeheel("te-bouwen", teBouwen),
  );

const ONDERDELEN = [undefined, "", "huur", "koop"];

const GRENZEN = [
  "{ hoogstens: 50 % van woningen }",
  "{ hoogstens: 6.5 }",
  "{ minstens: 20 % van woningen }",
  "{ minstens: vloer }",
  "{ precies: 2.5, voor: { bij: [B] } }",
  "{ hoogstens: { per: segment, is: { huur: 4, rest: plannen } } }",
  "{ hoogstens: krap, voor: { behalve: [A] } }",
];
const KEUZES = [
  "",
  "wat-niet-past: open",
  "wat-niet-past: anderen",
  "wat-niet-past: { keuze: extra-aanbod, hoe: bouwen, eigenaar: de raad }",
];

const begrensd = fc
  .integer({ min: 1, max: 4 })
  .chain((units) =>
    fc.record({
      inwoners: figures(units),
      woningen: figures(units),
      plannen: figures(units),
      teBouwen: cijfer,
      opgave: fc.constantFrom(...OPGAVEN),
      sleutel: fc.constantFrom(...SLEUTELS.slice(0, 3)),
      grenzen: fc.subarray(GRENZEN, { minLength: 1, maxLength: 3 }),
      keuze: fc.constantFrom(...KEUZES),
      afronding: fc.constantFrom("geen", "grootste-rest", "omhoog", "sainte-lague"),
      deler: fc.constantFrom("2", "{ van: 1, tot: 3 }", "{ van: 0, tot: 2 }"),
    }),
  )
  .map(({ inwoners, woningen, plannen, teBouwen, ...how }) =>
    eenVerdeling(`
      parameters:
        vloer: { eenheid: aantal, waarde: { van: 1, tot: 2 } }
        zwaar: { eenheid: deel, waarde: ${how.deler} }
      afgeleid: { ruimte: inwoners * woningen, krap: woningen / zwaar }
      opgave: ${how.opgave}
      stappen:
        - over: gemeenten
          sleutel: ${how.sleutel}
          voorwaarden: [${how.grenzen.join(", ")}]
          ${how.grenzen.some((regel) => !regel.includes("minstens")) ? how.keuze : ""}
          afronding: ${how.afronding}`)
      .over(...Object.keys(inwoners))
      .met("inwoners", inwoners)
      .met("woningen", woningen)
      .met("plannen", plannen)
      .metGeheel("te-bouwen", teBouwen),
  );

describe("a corner that is not gone through step by step", () => {
  it("has for every unit and onderdeel exactly what the steps give it", () => {
    let compared = 0;
    fc.assert(
      fc.property(proef, (asked) => {
        const vraag = asked.vraag();
        const run = tryRun(() => runVerdeling(vraag));
        fc.pre(run !== undefined && run.loop.kern.meldingen.length === 0);
        expect(createLosseHoek(vraag, createLezer(vraag))).toBeDefined();
        for (const { fast, slow } of bothWays(vraag)) {
          expect(fast).toEqual(slow);
          compared += 1;
        }
      }),
    );
    expect(compared).toBeGreaterThan(100);
  });

  it("has within bounds exactly what the steps give it, whatever is chosen for what does not fit", () => {
    const seen = { open: 0, full: 0, none: 0 };
    fc.assert(
      fc.property(begrensd, (asked) => {
        const vraag = asked.vraag();
        const run = tryRun(() => runVerdeling(vraag));
        fc.pre(run !== undefined);
        for (const { fast, slow } of bothWays(vraag)) {
          expect(fast).toEqual(slow);
          seen[fast ? (isZero(fast[0] ?? NUL) ? "full" : "open") : "none"] += 1;
        }
      }),
      { numRuns: 100 },
    );
    expect(Math.min(seen.open, seen.full, seen.none)).toBeGreaterThan(20);
  });

  it("has no outcome where the parts of the opgave are more than there is to divide", () => {
    const uitkomst = eenVerdeling(`
      opgave:
        aantal: { van: 10, tot: 14 }
        eenheid: woningen
        per: segment
        is: { huur: sociaal, koop: rest }
      stappen: [{ over: gemeenten, sleutel: { naar-rato-van: inwoners }, afronding: geen }]`)
      .met("inwoners", { A: 1, B: 1 })
      .metGeheel("sociaal", 11)
      .verdeel();
    // With 10 there is no way to divide 11 of it, and that says nothing of how little A can get.
    expect(uitkomst.eenheden[0]?.aantal).toEqual({
      laag: breuk(6),
      midden: breuk(6),
      hoog: breuk(7),
    });
  });

  it("is left to the steps once a figure turned out to be missing", () => {
    const vraag = eenVerdeling(`
      opgave: { aantal: 10, eenheid: woningen }
      stappen:
        - over: gemeenten
          sleutel: { naar-rato-van: inwoners }
          voorwaarden: [{ hoogstens: 8 }]
          wat-niet-past: open`)
      .met("inwoners", { A: 9, B: 1 })
      .vraag();
    const lezer = createLezer(vraag);
    const los = createLosseHoek(vraag, lezer);
    expect(los?.(MIDDEN)).toMatchObject({ openTotaal: breuk(1) });
    lezer.getal({ naam: "woningen", pad: [] }, plekVan(["A"]), MIDDEN);
    expect(los?.(MIDDEN)).toBeUndefined();
    expect(runHoek(vraag, () => undefined, lezer, MIDDEN)).toBeUndefined();
  });

  it("is not made for a bound that hangs on others, a second step or another key", () => {
    const kinds = [
      "stappen: [{ over: gemeenten, sleutel: gelijk, voorwaarden: [{ hoogstens: 30 % van inwoners van regio }] }]",
      "stappen: [{ over: gemeenten, sleutel: gelijk, voorwaarden: [{ minstens: evenredig aan inwoners }] }]",
      "stappen: [{ over: gemeenten, sleutel: gelijk, voorwaarden: [{ minstens: 1, voor: { waar: { aantal: inwoners, minstens: 2 } } }] }]",
      "stappen: [{ over: gemeenten, sleutel: gelijk }, { voorwaarden: [{ minstens: 1 }] }]",
      "stappen: [{ over: gemeenten, sleutel: { omgekeerd-naar-rato-van: inwoners } }]",
    ];
    for (const kind of kinds) {
      const vraag = eenVerdeling(`
        opgave: { aantal: 10, eenheid: woningen }
        ${kind}`)
        .met("inwoners", { A: 1, B: 2 })
        .vraag();
      expect(createLosseHoek(vraag, createLezer(vraag))).toBeUndefined();
    }
  });
});

/** All numbers of every corner that has a short way, and the same step by step. */
function bothWays(vraag: Verdelingsvraag) {
  const lezer = createLezer(vraag);
  const los = createLosseHoek(vraag, lezer);
  // Corners share a reader, so that what is missing in one is missing in those that follow.
  const step = createLezer(vraag);
  const ids = vraag.gebied.eenheden.map(({ id }) => id);
  const ruimte = {
    eenheden: new Set(ids),
    metCellen: new Set<string>(),
    totaal: true,
    parameters: ["zwaar"],
  };
  const numbers = (corner: Hoekuitkomst | undefined) =>
    corner && [
      corner.openTotaal,
      ...ids.flatMap((id) => ONDERDELEN.map((onderdeel) => corner.at([id], onderdeel))),
    ];
  return [undefined, ...ids]
    .flatMap((id) => hoekenFor(id === undefined ? [] : [id], ruimte))
    .flatMap((hoek) => {
      const found = los?.(hoek);
      const slow = numbers(runHoek(vraag, () => undefined, step, hoek));
      if (!found) return [];
      return [{ fast: found === "geen" ? undefined : numbers(found), slow }];
    });
}

/** Undefined where the figures make no sense, such as all weights zero. */
function tryRun<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
