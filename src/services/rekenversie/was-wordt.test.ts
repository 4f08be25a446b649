import { describe, expect, it } from "vitest";
import { readBladopdracht } from "#api/v1/bladopdracht.ts";
import { GRENZEN } from "#api/v1/grenzen.ts";
import { readBlad } from "#contract/rekenblad/blad.ts";
import { recompute } from "#services/kader/bevriezing.service.ts";
import type { VersieInhoud } from "#storage/rekenversie.repository.ts";
import { basis } from "#test/basis.ts";
import { freezeBlad } from "./bevries-blad.ts";
import { readBevrorenBlad } from "./bevroren-blad.ts";
import { compareVersies } from "./was-wordt.ts";

const REGIO = "regio=drechtsteden&op=2026-01-01";
const SHEET = `document=urgenten-bovengrens&${REGIO}&cijfer.mutatiegraad=5%25&kies.wat-niet-past=open`;
const CHANGED = `${SHEET}&wijzig.opgave.aantal=500&naast=sleutel-inwoners`;
const ELSEWHERE = `${SHEET}&alternatief=mra`;

function versie(adres: string): VersieInhoud {
  const query = new URLSearchParams(adres);
  const blad = readBlad(query.get("document") ?? "", query, "2026-01-01");
  const frozen = freezeBlad(basis, blad, readBladopdracht(blad, basis, GRENZEN), {});
  if (!frozen.ok) throw new Error(frozen.fouten.join(" "));
  return { naam: "proef", adres, ...frozen };
}

function compare(was: VersieInhoud, wordt: VersieInhoud) {
  const compared = compareVersies(basis, was, wordt);
  if (!compared.ok) throw new Error(compared.fouten.join(" "));
  return compared.sleutels;
}

describe("a version", () => {
  it.each([SHEET, CHANGED, ELSEWHERE])("is reckoned again to the byte: %s", (adres) => {
    const { bevriezingen } = versie(adres);
    for (const frozen of bevriezingen) expect(recompute(frozen)).toMatchObject({ soort: "gelijk" });
  });

  it("over two regions gives the sheet of each", () => {
    const inhoud = versie(ELSEWHERE);
    const titles = [false, true].map((other) => {
      const read = readBevrorenBlad(inhoud, other);
      return read.ok ? read.blad.gebied.id : read.fouten;
    });
    expect(titles).toEqual(["drechtsteden", "mra"]);
    expect(readBevrorenBlad(versie(SHEET), true)).toMatchObject({ ok: false });
  });
});

describe("was and wordt", () => {
  it("of a version and itself differ in nothing", () => {
    const inhoud = versie(CHANGED);
    const sleutels = compare(inhoud, inhoud);
    expect(sleutels).toHaveLength(2);
    for (const { eenheden, document, keuzes, cijfers } of sleutels) {
      expect([document.verschillen, keuzes, cijfers]).toEqual([[], [], []]);
      for (const { was, wordt, overlapt } of eenheden)
        expect([was, overlapt]).toEqual([wordt, true]);
    }
  });

  it("lay no numbers side by side that count different things", () => {
    const homes = versie(`document=bijdrage-aandachtsgroepen&${REGIO}`);
    const [sleutel] = compare(versie(SHEET), homes);
    expect(sleutel?.eenheden).toEqual([]);
    expect(sleutel).not.toHaveProperty("eenheid");
    expect(sleutel?.document.verschillen.length).toBeGreaterThan(0);
  });
});
