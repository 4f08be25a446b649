import fc from "fast-check";
import { expect, it } from "vitest";
import { breuk } from "#domain/breuk.ts";
import type { Waarneming, WaarnemingInhoud } from "#domain/waarneming.ts";
import {
  findWaarnemingen,
  type Gebied,
  type Levering,
  type LeveringRegel,
  listGebieden,
  listLeveringen,
  replaceGebieden,
  replaceLevering,
} from "#storage/cijfers.repository.ts";
import { describeDatabases } from "#test/database.ts";

const INWONERS: Levering = {
  id: "inwoners-2025-01-01",
  indicator: "inwoners",
  moment: "2025-01-01",
  bron: "CBS, tabel 1; «proef»",
  peildatum: "2025-01-01",
  betrouwbaarheid: "gemeten",
  status: "vast",
};

function getal(teller: number, noemer = 1): WaarnemingInhoud {
  return { soort: "getal", waarde: breuk(teller, noemer) };
}

function regel(gebied: string, inhoud: WaarnemingInhoud): LeveringRegel {
  return { cel: [], gebied, inhoud };
}

const exact = fc
  .tuple(
    fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
    fc.bigInt({ min: 1n, max: 10n ** 20n }),
  )
  .map(([teller, noemer]) => breuk(teller, noemer));

const word = fc.string({ unit: "grapheme" }).filter((text) => !text.includes("\u0000"));

const inhoud: fc.Arbitrary<WaarnemingInhoud> = fc.oneof(
  fc.record(
    { soort: fc.constant("getal" as const), waarde: exact, laag: exact, hoog: exact },
    { requiredKeys: ["soort", "waarde"] },
  ),
  fc.record({ soort: fc.constant("kenmerk" as const), code: word }),
  fc.record({
    soort: fc.constant("duur" as const),
    duur: fc.record({
      aantal: fc.nat(),
      maat: fc.constantFrom("dagen", "weken", "maanden", "jaar"),
    }),
  }),
  fc.record({ soort: fc.constant("datum" as const), datum: fc.constant("2026-02-28") }),
  fc.constant({ soort: "onbekend" as const }),
);

describeDatabases("the figures", ({ alone }) => {
  it(
    "come back exactly as they were delivered",
    alone(async (tx) => {
      const waarneming = fc.record(
        { cel: fc.array(word, { maxLength: 3 }), inhoud, moment: word, opmerking: word },
        { requiredKeys: ["cel", "inhoud"] },
      );
      await fc.assert(
        fc.asyncProperty(fc.array(waarneming, { maxLength: 8 }), async (delivered) => {
          const regels = delivered.map((rest, index) => ({ ...rest, gebied: `GM${index}` }));
          const { moment: _, ...timeless } = INWONERS;
          await replaceLevering(tx, timeless, regels);
          const found = await findWaarnemingen(tx, { indicatoren: ["inwoners"] });
          const { indicator, bron, betrouwbaarheid, status } = INWONERS;
          expect(found).toEqual(
            regels.map((regel) => ({ indicator, bron, betrouwbaarheid, status, ...regel })),
          );
        }),
        { numRuns: 30 },
      );
    }),
  );

  it(
    "of a new delivery take the place of the old one, and of no other",
    alone(async (tx) => {
      const ouder = { ...INWONERS, id: "inwoners-2024-01-01", moment: "2024-01-01" };
      await replaceLevering(tx, ouder, [regel("GM0505", getal(1))]);
      await replaceLevering(tx, INWONERS, [regel("GM0505", getal(2)), regel("GM0523", getal(3))]);
      await replaceLevering(tx, INWONERS, [regel("GM0505", getal(4))]);

      const found = await findWaarnemingen(tx, { indicatoren: ["inwoners"] });
      expect(found.map(({ moment, inhoud }) => [moment, inhoud])).toEqual([
        ["2024-01-01", getal(1)],
        ["2025-01-01", getal(4)],
      ]);
      const listed = await listLeveringen(tx);
      expect(listed).toEqual([
        { ...ouder, waarnemingen: 1, ingelezenOp: expect.stringMatching(/^\d{4}-.*Z$/) },
        { ...INWONERS, waarnemingen: 1, ingelezenOp: expect.any(String) },
      ]);
    }),
  );

  it(
    "are found for the indicatoren and gebieden that are asked for",
    alone(async (tx) => {
      const delen: Levering = { ...INWONERS, id: "koop-aandeel-2025", indicator: "koop-aandeel" };
      const gebieden = ["GM0505", "GM0523", "*"];
      await replaceLevering(
        tx,
        INWONERS,
        gebieden.map((code) => regel(code, getal(7))),
      );
      await replaceLevering(
        tx,
        delen,
        gebieden.map((code) => regel(code, getal(1, 3))),
      );

      const found = await findWaarnemingen(tx, {
        indicatoren: ["koop-aandeel", "onbekend"],
        gebieden: ["GM0523", "GM9999"],
      });
      const expected: Waarneming = {
        indicator: "koop-aandeel",
        cel: [],
        gebied: "GM0523",
        moment: "2025-01-01",
        inhoud: getal(1, 3),
        bron: INWONERS.bron,
        betrouwbaarheid: "gemeten",
        status: "vast",
      };
      expect(found).toEqual([expected]);
      expect(await findWaarnemingen(tx, { indicatoren: [] })).toEqual([]);
      expect(await findWaarnemingen(tx, { indicatoren: ["inwoners"], gebieden: [] })).toEqual([]);
    }),
  );

  it(
    "of a delivery that is larger than one gulp are all there",
    alone(async (tx) => {
      const regels = Array.from({ length: 5001 }, (_, index) => regel(`X${index}`, getal(index)));
      await replaceLevering(tx, INWONERS, regels);
      expect(await findWaarnemingen(tx, { indicatoren: ["inwoners"] })).toHaveLength(5001);
    }),
  );
});

describeDatabases("a delivery", ({ db, alone }) => {
  it("that tells one figure twice changes nothing", async () => {
    await replaceLevering(db(), INWONERS, [regel("GM0505", getal(1))]);
    const twice = [regel("GM0523", getal(1)), regel("GM0505", getal(2)), regel("GM0505", getal(3))];
    await expect(replaceLevering(db(), INWONERS, twice)).rejects.toThrow("unique");
    const found = await findWaarnemingen(db(), { indicatoren: ["inwoners"] });
    expect(found.map(({ gebied, inhoud }) => [gebied, inhoud])).toEqual([["GM0505", getal(1)]]);
  });

  it(
    "never turns what is missing into zero (F222)",
    alone(async (tx) => {
      const gaps = { ...INWONERS, id: "huishoudens-2025", indicator: "huishoudens" };
      await replaceLevering(tx, gaps, [regel("GM0363", { soort: "onbekend" })]);
      const found = await findWaarnemingen(tx, { indicatoren: ["huishoudens"] });
      expect(found.map(({ inhoud }) => inhoud)).toEqual([{ soort: "onbekend" }]);
    }),
  );
});

describeDatabases("the gebieden", ({ aloneAsOwner }) => {
  it(
    "come back with their days, and one code may have had two names",
    aloneAsOwner(async (tx) => {
      const gebieden: Gebied[] = [
        { code: "GM0001", soort: "gemeente", naam: "Oud", provincie: "PV20", tot: "2023-12-31" },
        {
          code: "GM0001",
          soort: "gemeente",
          naam: "Nieuw",
          sinds: "2024-01-01",
          lon: 5.25,
          lat: 52.1,
        },
        { code: "PV20", soort: "provincie", naam: "Groningen" },
      ];
      await replaceGebieden(tx, [{ code: "GM9999", soort: "gemeente", naam: "Weg" }]);
      await replaceGebieden(tx, gebieden);
      expect(await listGebieden(tx, "gemeente")).toEqual(gebieden.slice(0, 2));
      expect(await listGebieden(tx, "provincie")).toEqual(gebieden.slice(2));
    }),
  );
});
