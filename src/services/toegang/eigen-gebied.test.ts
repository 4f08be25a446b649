import { describe, expect, it } from "vitest";
import type { Mandaat } from "#domain/toegang.ts";
import { basis } from "#test/basis.ts";
import { aMandaat, aWie, ORGANISATIES } from "#test/toegang.ts";
import { listNietVanU } from "./eigen-gebied.ts";

const DAG = "2026-03-01";
const { dordrecht, zuidHolland, drechtsteden, corporatie, rijk } = ORGANISATIES;
const [DORDRECHT, ZWIJNDRECHT, ROTTERDAM, UTRECHT] = ["GM0505", "GM0642", "GM0599", "GM0344"];
const ALL = [DORDRECHT, ZWIJNDRECHT, ROTTERDAM, UTRECHT];

const whole = (codes: readonly string[]) => codes.map((gebied) => ({ gebied, cel: [] }));

function notOf(...namens: readonly Mandaat[]) {
  return listNietVanU(basis, aWie(...namens), "cijfers-inleveren", whole(ALL), DAG);
}

describe("figures of an area", () => {
  it("are for its gemeente, its provincie and its region to put in, and for the Rijk", () => {
    const [zwijndrecht, rotterdam, utrecht] = ["Zwijndrecht", "Rotterdam", "Utrecht"];
    expect(notOf(aMandaat(dordrecht, "ambtelijk"))).toEqual([zwijndrecht, rotterdam, utrecht]);
    expect(notOf(aMandaat(drechtsteden, "kernteam"))).toEqual([rotterdam, utrecht]);
    expect(notOf(aMandaat(zuidHolland, "ambtelijk"))).toEqual([utrecht]);
    expect(notOf(aMandaat(rijk, "ambtelijk"))).toEqual([]);
    expect(notOf(aMandaat(dordrecht, "raad"))).toHaveLength(4);
  });

  it("are for a corporatie where they are of the corporatie itself, and of nobody else", () => {
    const wie = aWie(aMandaat(corporatie, "medewerker"));
    const ask = (...cel: readonly string[]) =>
      listNietVanU(basis, wie, "cijfers-inleveren", [{ gebied: DORDRECHT, cel }], DAG);
    expect(ask("corporatie De Proef")).toEqual([]);
    expect(ask("sociale-huur", "de-proef")).toEqual([]);
    expect(ask("de-andere")).toEqual(["Dordrecht"]);
    expect(ask("proef")).toEqual(["Dordrecht"]);
    expect(ask("")).toEqual(["Dordrecht"]);
    expect(notOf(aMandaat(corporatie, "medewerker"))).toHaveLength(ALL.length);
  });

  it("of a gemeente that went up in another are for that other", () => {
    const merged = { ...dordrecht, gebied: "GM1982" };
    const wie = aWie(aMandaat(merged, "ambtelijk"));
    // Boxmeer, Grave and others are Land van Cuijk since 2022.
    expect(listNietVanU(basis, wie, "cijfers-inleveren", whole(["GM0756", "GM0786"]), DAG)).toEqual(
      [],
    );
    expect(listNietVanU(basis, wie, "cijfers-inleveren", whole(["GM0505"]), DAG)).toEqual([
      "Dordrecht",
    ]);
  });

  it("of the country are for whoever may everywhere", () => {
    const land = (wie: ReturnType<typeof aWie>) =>
      listNietVanU(basis, wie, "cijfers-inleveren", whole(["nederland"]), DAG).length;
    expect(land(aWie(aMandaat(zuidHolland, "ambtelijk")))).toBe(1);
    expect(land(aWie(aMandaat(rijk, "ambtelijk")))).toBe(0);
  });
});
