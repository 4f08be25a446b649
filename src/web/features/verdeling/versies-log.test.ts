import { describe, expect, it } from "vitest";
import type { Namen } from "./namen.ts";
import { bladOf, listVeranderingen, padInWoorden, waardeInWoorden } from "./versies-log.ts";

const NAMEN: Namen = {
  cijfer: (naam) => (naam === "inwoners" ? "Inwoners" : naam),
  eenheid: (id) => (id === "GM0505" ? "Dordrecht" : id),
  maat: () => "",
  zeg: (tekst) => tekst,
};
const BEFORE = "document=een&regio=drechtsteden&op=2026-01-01&cijfer.urgenten=450";

describe("what was changed on a sheet", () => {
  it("notes a figure, a choice and a place in the document, each from and to", () => {
    const after = `${BEFORE.replace("450", "500")}&kies.wat-niet-past=later&wijzig.stappen[0].sleutel=inwoners`;
    expect(listVeranderingen(bladOf(BEFORE), bladOf(after))).toEqual([
      { pad: "cijfer.urgenten", van: "450", naar: "500" },
      { pad: "kies.wat-niet-past", naar: "later" },
      { pad: "stappen[0].sleutel", naar: "inwoners" },
    ]);
  });

  it("notes what was taken away again, and not whose row stands on top", () => {
    const bare = bladOf("document=een&regio=drechtsteden&op=2026-01-01&eigen=GM0505");
    expect(listVeranderingen(bladOf(BEFORE), bare)).toEqual([
      { pad: "cijfer.urgenten", van: "450" },
    ]);
  });

  it.each([
    ["cijfer.inwoners@GM0505", "Inwoners, Dordrecht"],
    ["kies.wat-niet-past", "keuze «wat niet past»"],
    ["stappen[0].sleutel", "stap 1, sleutel"],
    ["opgave.aantal", "opgave, aantal"],
    ["op", "de cijfers van"],
  ])("says %s as people do", (pad, words) => {
    expect(padInWoorden(pad, NAMEN)).toBe(words);
  });

  it("says a value as people do, and that there was none", () => {
    expect(waardeInWoorden("op", "2026-01-01")).toBe("1 januari 2026");
    expect(waardeInWoorden("opgave.aantal", "420..480")).toBe("420 tot 480");
    expect(waardeInWoorden("stappen[0].sleutel", "sociale-huur")).toBe("sociale huur");
    expect(waardeInWoorden("cijfer.urgenten", undefined)).toBe("niet ingevuld");
    expect(waardeInWoorden("naast", undefined)).toBe("geen");
    expect(waardeInWoorden("ronde", "c1ca3acd")).toBe("een eigen");
  });
});
