import { describe, expect, it } from "vitest";
import { formatBreuk } from "#domain/breuk.ts";
import type { Waarneming } from "#domain/waarneming.ts";
import { overlay } from "#rules/cijfers/eigen-cijfers.ts";
import { recompute, toBevriezing } from "#services/kader/bevriezing.service.ts";
import { readCijfers } from "#services/scenario/gegevens.ts";
import { basis } from "#test/basis.ts";
import { findVerdeling, toVraag, type Verdeelopdracht } from "./opdracht.ts";
import { computeTabel } from "./verdeling.service.ts";

function opdracht(document: string, op: string, extra: Partial<Verdeelopdracht> = {}) {
  const found = findVerdeling(basis, document, op);
  if ("fout" in found) throw new Error(found.fout);
  const cijfers = readCijfers(new Map([["vrijkomende-sociale-huurwoningen", "1000"]]));
  const own = { document: found.document, regio: "drechtsteden", op, cijfers, ingevuld: {} };
  return { ...own, ...extra };
}

function totalOf(asked: Verdeelopdracht): string {
  const read = computeTabel(basis, asked, []);
  if (!read.ok) throw new Error(read.fouten.join(" "));
  const { opgave } = read.tabel.kolommen[0].uitkomst;
  return opgave ? formatBreuk(opgave.aantal.midden) : "niets";
}

describe("a question to a verdeling", () => {
  it("F220 gets the rule of its own date, and both outcomes can be made again", () => {
    const then = opdracht("deel-voor-urgenten", "2026-06-01");
    const later = opdracht("deel-voor-urgenten", "2027-06-01");
    expect([totalOf(then), totalOf(later)]).toEqual(["250", "300"]);
    for (const asked of [then, later]) {
      const read = toVraag(basis, asked);
      if (!read.ok) throw new Error(read.fouten.join(" "));
      const { id, versie } = asked.document;
      const tekst = basis.tekstVan(`${id}@${versie}`) ?? "";
      const frozen = toBevriezing({
        vraag: read.vraag,
        tekst,
        tekstVan: basis.tekstVan,
        ingevuld: {},
      });
      expect(frozen.document.versie).toBe(versie);
      expect(recompute(frozen).soort).toBe("gelijk");
    }
  });

  it("takes a figure of one's own in the place of the delivered one of that moment", () => {
    const own = { ...basis.cijfers.find("inwoners", "GM0505")[0], bron: "door u ingevuld" };
    const before = basis.cijfers.find("inwoners", "GM0505");
    const found = overlay([own as Waarneming], basis.cijfers).find("inwoners", "GM0505");
    const sameMoment = found.filter(({ moment }) => moment === own.moment);
    expect(sameMoment.map(({ bron }) => bron)).toEqual(["door u ingevuld"]);
    expect(found).toHaveLength(before.length);
  });

  it("is refused with everything that is wrong with it at once", () => {
    const asked = opdracht("deel-voor-urgenten", "2026-06-01", {
      regio: "drechtstede",
      op: "volgend jaar",
      ingevuld: { "deel-urgente": "20 %" },
    });
    const read = toVraag(basis, asked);
    expect(read.ok ? [] : read.fouten).toEqual([
      expect.stringContaining("«volgend jaar» is geen datum of periode"),
      "Er is geen regio «drechtstede». Bedoelt u «drechtsteden»?",
      "«deel-urgente» kan in dit document niet worden ingevuld. Bedoelt u «deel-urgenten»?",
    ]);
  });

  it("takes what somebody fills in before what was delivered", () => {
    const cijfers = readCijfers(
      new Map<string, string | Map<string, string>>([
        ["vrijkomende-sociale-huurwoningen", "1000"],
        ["inwoners", new Map([["GM0505 Dordrecht", "0"]])],
      ]),
    );
    const read = computeTabel(basis, opdracht("deel-voor-urgenten", "2027-06-01", { cijfers }), []);
    if (!read.ok) throw new Error(read.fouten.join(" "));
    const rows = read.tabel.kolommen[0].uitkomst.eenheden;
    const dordrecht = rows.find(({ id }) => id === "GM0505");
    expect(dordrecht && formatBreuk(dordrecht.aantal.midden)).toBe("0");
  });

  it("never lays a verdeling of another spoor beside it", () => {
    const read = computeTabel(basis, opdracht("deel-voor-urgenten", "2027-06-01"), [
      "bijdrage-aandachtsgroepen",
    ]);
    if (!read.ok) throw new Error(read.fouten.join(" "));
    expect(read.tabel.kolommen[1]?.vergelijking?.melding).toMatchObject({
      soort: "geweigerd",
      reden: "spoor 2 en spoor 1 horen niet in één tabel",
    });
  });
});
