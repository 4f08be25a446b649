import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breuk, formatBreuk } from "#domain/breuk.ts";
import type { Herkomst } from "#domain/inlevering.ts";
import { bovenMeegeleverd, type Kandidaat, watTelt } from "./wat-telt.ts";

const CBS: Herkomst = { soort: "meegeleverd" };
const van = (id: string, afzender = id): Herkomst => ({ soort: "inlevering", id, afzender });

function cijfer(herkomst: Herkomst, getal: number, volgnummer?: number): Kandidaat {
  return {
    herkomst,
    waarneming: {
      ...{ indicator: "inwoners", cel: [], gebied: "GM0505", moment: "2026-01-01" },
      inhoud: { soort: "getal", waarde: breuk(getal) },
      bron: herkomst.soort,
    },
    ...(volgnummer === undefined ? {} : { volgnummer }),
  };
}

const getallen = (tellend: ReturnType<typeof watTelt>) =>
  tellend
    .map(({ waarneming: { inhoud } }) =>
      inhoud.soort === "getal" ? formatBreuk(inhoud.waarde) : inhoud.soort,
    )
    .toSorted();

const boven = (inlevering: string, wie: string) => ({
  ...{ inlevering, indicator: "inwoners", moment: "2026-01-01" },
  boven: wie,
});

describe("which delivered figure counts", () => {
  it("of one sender is the last that was taken over, whatever it is called in capitals", () => {
    const both = [cijfer(van("a", "Regio"), 1, 1), cijfer(van("b", " regio "), 2, 2)];
    expect(getallen(watTelt(both, []))).toEqual(["2"]);
  });

  it("of two senders is both, until a person says which goes first", () => {
    const both = [cijfer(van("a"), 1, 1), cijfer(van("b"), 2, 2)];
    expect(getallen(watTelt(both, []))).toEqual(["1", "2"]);
    expect(getallen(watTelt(both, [boven("b", "inlevering/a")]))).toEqual(["2"]);
    expect(getallen(watTelt(both, [boven("a", "inlevering/b")]))).toEqual(["1"]);
  });

  it("goes before what ships only for the moment that was chosen", () => {
    const both = [cijfer(CBS, 1), cijfer(van("a"), 2, 1)];
    const ander = { ...boven("a", "meegeleverd"), moment: "2025-01-01" };
    expect(getallen(watTelt(both, [ander]))).toEqual(["1", "2"]);
    expect(getallen(watTelt(both, [boven("a", "meegeleverd")]))).toEqual(["2"]);
    const tellend = watTelt(both, [boven("a", "meegeleverd")]);
    expect(bovenMeegeleverd(tellend, [boven("a", "meegeleverd")])).toHaveLength(1);
    expect(bovenMeegeleverd(tellend, [ander])).toEqual([]);
  });

  it("comes back as it was where the one that went before it is undone", () => {
    const [een, ander] = [cijfer(van("a"), 1, 1), cijfer(van("b"), 2, 2)];
    expect(getallen(watTelt([een], [boven("b", "inlevering/a")]))).toEqual(["1"]);
    expect(getallen(watTelt([een, ander], [boven("b", "inlevering/a")]))).toEqual(["2"]);
  });

  it("does not look at the order in which the figures are given", () => {
    const all = [
      cijfer(CBS, 1),
      cijfer(van("a", "x"), 2, 1),
      cijfer(van("b", "x"), 3, 3),
      cijfer(van("c", "y"), 4, 2),
    ];
    const said = [boven("b", "meegeleverd"), boven("c", "inlevering/a")];
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 4 }), (order) => {
        expect(getallen(watTelt(order, said))).toEqual(getallen(watTelt(all, said)));
      }),
    );
  });
});
