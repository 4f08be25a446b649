import { describe, expect, it } from "vitest";
import type { Rekenblad } from "#domain/rekenblad.ts";
import { createNaamverberger } from "./naamverberger.ts";

const blad: Rekenblad = {
  op: "2026-01-01",
  gebied: {
    id: "proef",
    titel: "Proef",
    eenheden: [
      { id: "GM0417", naam: "Laren (NH.)" },
      { id: "GM0384", naam: "Diemen" },
      { id: "GM0437", naam: "Ouder-Amstel" },
    ],
    deelregios: {},
    onzeker: [],
  },
  sleutels: [],
  documenten: [],
  waarnemingen: [],
  ingevuld: { parameters: {} },
  mogelijk: { sleutels: [], regios: [] },
};

describe("taking names out of a text", () => {
  const hide = createNaamverberger(blad);

  it("takes out names, what stands between brackets behind them, and codes", () => {
    expect(hide("Raad van Laren, GM0384 en Laren (NH.); Ouder-Amstel niet.")).toBe(
      "Raad van een gemeente, een gemeente en een gemeente; een gemeente niet.",
    );
  });

  it("leaves words alone in which a name only happens to stand", () => {
    expect(hide("Diemense en Oud-Diemenaren")).toBe("Diemense en Oud-Diemenaren");
  });
});
