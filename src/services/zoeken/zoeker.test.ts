import { describe, expect, it } from "vitest";
import { toOpenbareBasis } from "#services/cijfers/openbare-cijfers.ts";
import { createZinmaker } from "#services/kader/zin.ts";
import { basis } from "#test/basis.ts";
import { createZoeker } from "./zoeker.ts";

const zoek = createZoeker(toOpenbareBasis(basis), createZinmaker(basis));
const names = (dingen: readonly { readonly naam: string }[]) => dingen.map(({ naam }) => naam);

describe("searching what ships", () => {
  it.each([
    ["Dordrecht", "Dordrecht"],
    ["dordr", "Dordrecht"],
    ["GM0505", "Dordrecht"],
    ["sudwest", "Súdwest-Fryslân"],
    ["den haag", "'s-Gravenhage"],
  ])("finds a gemeente by «%s»", (vraag, naam) => {
    const { gemeenten } = zoek(vraag);
    expect(names(gemeenten.dingen)[0]).toBe(naam);
    expect(gemeenten.lijktOp).toBe(false);
  });

  it("finds what comes near only where nothing has the words, and says so", () => {
    const { gemeenten } = zoek("dordrect");
    expect(gemeenten).toMatchObject({ dingen: [{ naam: "Dordrecht" }], lijktOp: true });
    const { regios, documenten } = zoek("drechtsteden");
    expect(regios.dingen[0]?.titel).toBe("Drechtsteden");
    expect([regios.lijktOp, documenten.lijktOp]).toEqual([false, false]);
    expect(zoek("drechtsteden").gemeenten).toEqual({ dingen: [], lijktOp: false });
  });

  it("wants every word", () => {
    const some = zoek("urgenten").documenten.dingen;
    const fewer = zoek("urgenten kwart").documenten.dingen;
    expect(fewer.length).toBeGreaterThan(0);
    expect(fewer.length).toBeLessThan(some.length);
    expect(some).toEqual(expect.arrayContaining([...fewer]));
    expect(zoek("urgenten zzzz").documenten.dingen).toEqual([]);
  });

  it("gives each region the name that finds it and no other", () => {
    for (const { adresnaam, titel } of zoek("provincies").regios.dingen) {
      const found = basis.gebied(adresnaam, "2026-01-01");
      expect(found).toMatchObject({ soort: "gevonden", gebied: { titel } });
    }
  });

  it("shows a document once, in its newest version", () => {
    const found = zoek("sleutel").documenten.dingen.map(({ id }) => id);
    expect(found.length).toBeGreaterThan(3);
    expect(new Set(found).size).toBe(found.length);
  });

  it.each(["inwoners Dordrecht", "Dordrecht inwoners", "het aantal inwoners van DORDRECHT"])(
    "answers «%s» with the figure itself",
    (vraag) => {
      const { cijfers } = zoek(vraag);
      expect(cijfers?.gemeente.code).toBe("GM0505");
      expect(cijfers?.regels[0]?.indicator.id).toBe("inwoners");
      expect(cijfers?.regels[0]?.geleverd[0]?.waarneming.bron).toContain("CBS");
    },
  );

  it("answers no figure where the gemeente or the figure is not named", () => {
    expect(zoek("inwoners").cijfers).toBeUndefined();
    expect(zoek("Dordrecht").cijfers).toBeUndefined();
    expect(zoek("zzzz Dordrecht").cijfers).toBeUndefined();
  });
});
