import { describe, expect, it } from "vitest";
import type { Mandaat } from "#domain/toegang.ts";
import { basis } from "#test/basis.ts";
import { aMandaat, aWie, ORGANISATIES } from "#test/toegang.ts";
import { listNietVanU } from "./eigen-gebied.ts";

const DAG = "2026-03-01";
const { dordrecht, zuidHolland, drechtsteden, corporatie, rijk } = ORGANISATIES;
const [DORDRECHT, ZWIJNDRECHT, ROTTERDAM, UTRECHT] = ["GM0505", "GM0642", "GM0599", "GM0344"];
const ALL = [DORDRECHT, ZWIJNDRECHT, ROTTERDAM, UTRECHT];

function notOf(...namens: readonly Mandaat[]) {
  return listNietVanU(basis, aWie(...namens), "cijfers-inleveren", ALL, DAG);
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

  it("are for a corporatie where they are of the corporatie itself", () => {
    expect(notOf(aMandaat(corporatie, "medewerker"))).toEqual([]);
  });

  it("of a gemeente that went up in another are for that other", () => {
    const merged = { ...dordrecht, gebied: "GM1982" };
    const wie = aWie(aMandaat(merged, "ambtelijk"));
    // Boxmeer, Grave and others are Land van Cuijk since 2022.
    expect(listNietVanU(basis, wie, "cijfers-inleveren", ["GM0756", "GM0786"], DAG)).toEqual([]);
    expect(listNietVanU(basis, wie, "cijfers-inleveren", ["GM0505"], DAG)).toEqual(["Dordrecht"]);
  });

  it("of the country are for whoever may everywhere", () => {
    const land = (wie: ReturnType<typeof aWie>) =>
      listNietVanU(basis, wie, "cijfers-inleveren", ["nederland"], DAG).length;
    expect(land(aWie(aMandaat(zuidHolland, "ambtelijk")))).toBe(1);
    expect(land(aWie(aMandaat(rijk, "ambtelijk")))).toBe(0);
  });
});
