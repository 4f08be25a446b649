import { describe, expect, it } from "vitest";
import type { Vaststelling } from "#domain/vaststelling.ts";
import { makeStuk } from "#services/stukken/stukken.service.ts";
import type { Stukbron } from "#services/stukken/werk.ts";
import { aStukbron } from "#test/stukken.ts";
import { withVaststelling } from "./met-vaststelling.ts";

const BRON = aStukbron(
  "sleutel-inwoners",
  "regio=drechtsteden&op=2026-01-01&cijfer.urgenten=450&cijfer.mutatiegraad=5%25",
);
const VERSIE = {
  ...{ id: "v", nummer: 1, naam: "proef", gemaaktOp: "2026-11-12T00:00:00.000Z" },
  status: "klaar voor bespreking",
};
const KEPT = { ...BRON.blad, herkomst: { ...BRON.blad.herkomst, versie: VERSIE } };
const BESLUIT: Vaststelling = {
  ...{ id: "1", wat: { soort: "versie", id: "v" }, kenmerk: "0".repeat(64), over: "vhp" },
  ...{ orgaan: "college", vanWie: "gemeente Dordrecht", organisatie: "2", datum: "2026-11-12" },
  stuk: { titel: "Collegebesluit", kenmerk: "B-2026-7", link: "https://voorbeeld.nl/b" },
};
const ENDED = { datum: "2026-12-01", stuk: BESLUIT.stuk };

function standOf(blad: Stukbron["blad"]): string {
  const made = makeStuk({ ...BRON, blad }, { soort: "oplegger" });
  return made.ok ? made.stuk.stand : made.fouten.join(" ");
}

describe("a kept version that a body adopted", () => {
  it("says by whom and when on every page, and that nothing of it is a concept", () => {
    const adopted = withVaststelling(KEPT, [BESLUIT]);
    expect(standOf(KEPT)).toMatch(/ambtelijk concept.*klaar voor bespreking/i);
    const stand = standOf(adopted);
    expect(stand).toContain(
      "Vastgesteld door het college van de gemeente Dordrecht op 12 november",
    );
    expect(stand).not.toMatch(/concept|bespreking/);
    expect(adopted.concept).toBe(false);
    expect(adopted.kanttekeningen.at(-1)).toBe("Het besluit: Collegebesluit (B-2026-7).");
  });

  it("is a concept again once another decision ended that, and where nobody decided", () => {
    expect(withVaststelling(KEPT, [{ ...BESLUIT, ingetrokken: ENDED }])).toEqual(KEPT);
    expect(withVaststelling(KEPT, [])).toBe(KEPT);
  });
});
