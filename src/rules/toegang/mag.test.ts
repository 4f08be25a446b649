import { describe, expect, it } from "vitest";
import type { Bevoegdheid } from "#domain/bevoegdheid.ts";
import type { Orgaan } from "#domain/kop.ts";
import {
  OPENBAAR,
  type Organisatiesoort,
  ROLLEN_VAN,
  type Rol,
  SOORTNAMEN,
} from "#domain/toegang.ts";
import { aMandaat, aWie, IN_DORDRECHT, ORGANISATIES } from "#test/toegang.ts";
import { BEVOEGDHEDEN, HANDELINGEN, type Handeling } from "./bevoegdheden.ts";
import { mag } from "./mag.ts";

const DAG = "2026-03-01";
const { dordrecht, zwijndrecht, zuidHolland, drechtsteden, corporatie, loket, bureau, rijk } =
  ORGANISATIES;

function decidedBy(over: string, ...organen: readonly Orgaan[]): Bevoegdheid {
  return { over, titel: `een ${over}`, organen, zekerheid: "vast", bron: "proef" };
}

const VERORDENING = decidedBy("huisvestingsverordening", "raad");
const WONINGBOUWREGIO = decidedBy("woningbouwregio", "ps");
const WONINGMARKTREGIO = decidedBy("woningmarktregio", "gs");

describe("who may establish", () => {
  const inDordrecht = (bevoegdheid: Bevoegdheid) => ({ gebieden: IN_DORDRECHT, bevoegdheid });

  it.each([
    ["PS a woningbouwregio", zuidHolland, "provinciale-staten", WONINGBOUWREGIO],
    ["GS a woningmarktregio", zuidHolland, "gedeputeerde-staten", WONINGMARKTREGIO],
    ["a raad a huisvestingsverordening", dordrecht, "raad", VERORDENING],
    ["a minister an ontheffing", rijk, "minister", decidedBy("ontheffing", "gs", "minister")],
  ] as const)("F225 is %s", (_, organisatie, rol, bevoegdheid) => {
    const mandaat = aMandaat(organisatie, rol);
    expect(mag(aWie(mandaat), "vaststellen", inDordrecht(bevoegdheid), DAG)).toEqual({
      mag: true,
      namens: mandaat,
    });
  });

  it.each([
    ["a corporatie a region", corporatie, "medewerker", WONINGBOUWREGIO, /^U mag niet/],
    ["GS a verordening", zuidHolland, "gedeputeerde-staten", VERORDENING, /gaat: de raad/],
    ["GS a woningbouwregio", zuidHolland, "gedeputeerde-staten", WONINGBOUWREGIO, /gaat: PS/],
    ["a college a verordening", dordrecht, "college", VERORDENING, /gaat: de raad/],
    ["an officer anything", dordrecht, "ambtelijk", VERORDENING, /^U mag niet/],
    ["the raad of elsewhere", zwijndrecht, "raad", VERORDENING, /ander gebied/],
    ["the kernteam of the region", drechtsteden, "kernteam", WONINGMARKTREGIO, /^U mag niet/],
    ["a beheerder", dordrecht, "beheerder", VERORDENING, /^U mag niet/],
  ] as const)("F225 is not %s", (_, organisatie, rol, bevoegdheid, waarom) => {
    const wie = aWie(aMandaat(organisatie, rol));
    expect(mag(wie, "vaststellen", inDordrecht(bevoegdheid), DAG)).toEqual({
      mag: false,
      waarom: expect.stringMatching(waarom),
    });
  });

  it("is nobody where it is not known who decides", () => {
    const wie = aWie(aMandaat(dordrecht, "raad"), aMandaat(rijk, "minister"));
    expect(mag(wie, "vaststellen", { gebieden: IN_DORDRECHT }, DAG).mag).toBe(false);
  });
});

describe("a mandate", () => {
  const term = { van: "2026-01-01", tot: "2026-06-30" };
  const mandaat = aMandaat(dordrecht, "ambtelijk", term);
  const ask = (dag: string) =>
    mag({ ...aWie(), nietVandaag: [mandaat] }, "cijfers-inleveren", { gebieden: ["GM0505"] }, dag);

  it("F143 counts from its first day up to and including its last", () => {
    expect(ask("2026-01-01")).toEqual({ mag: true, namens: mandaat });
    expect(ask("2026-06-30")).toEqual({ mag: true, namens: mandaat });
  });

  it("F143 is refused the day before and the day after, and says from and until when", () => {
    expect(ask("2025-12-31")).toEqual({
      mag: false,
      waarom:
        "Uw mandaat als ambtelijk van gemeente Dordrecht begint op 1 januari 2026. Op 31 december 2025 geldt het nog niet.",
    });
    expect(ask("2026-07-01")).toEqual({
      mag: false,
      waarom:
        "Uw mandaat als ambtelijk van gemeente Dordrecht liep tot en met 30 juni 2026. Op 1 juli 2026 geldt het niet meer.",
    });
  });

  it("ends with the body it is for: a bureau has a last day", () => {
    const wie = aWie(aMandaat(bureau, "medewerker"));
    expect(mag(wie, "documenten-bewaren", {}, "2026-06-30").mag).toBe(true);
    expect(mag(wie, "documenten-bewaren", {}, "2026-07-01")).toEqual({
      mag: false,
      waarom: expect.stringContaining("liep tot en met 30 juni 2026"),
    });
  });

  it("of each of several gemeenten lets one officer act for all of them, and for no other", () => {
    const wie = aWie(aMandaat(dordrecht, "ambtelijk"), aMandaat(zwijndrecht, "ambtelijk"));
    const for_ = (code: string) => mag(wie, "cijfers-inleveren", { gebieden: [code] }, DAG);
    expect(for_("GM0505")).toMatchObject({ mag: true, namens: { organisatie: dordrecht } });
    expect(for_("GM0642")).toMatchObject({ mag: true, namens: { organisatie: zwijndrecht } });
    expect(for_("GM0599").mag).toBe(false);
  });
});

describe("a power of another body", () => {
  const given = {
    ...{ id: "x", over: "urgentieverklaring", gever: dordrecht, aan: loket.id },
    ...{ van: "2026-01-01", stuk: "besluit 12" },
  };
  const wie = aWie(aMandaat(loket, "medewerker"));
  const ask = (dag: string, bestuursmandaten = [given]) =>
    mag(wie, "urgentieverklaring-afgeven", { gebieden: IN_DORDRECHT, bestuursmandaten }, dag);

  it("F143 lets one loket issue for a gemeente from the first day of the mandate", () => {
    expect(ask("2026-01-01").mag).toBe(true);
  });

  it("F143 refuses the day before, and says from when", () => {
    expect(ask("2025-12-31")).toEqual({
      mag: false,
      waarom:
        "Het bestuursmandaat van gemeente Dordrecht aan Het Loket begint op 1 januari 2026. Op 31 december 2025 geldt het nog niet.",
    });
  });

  it("F143 holds up to and including its last day, and says until when the day after", () => {
    const ends = [{ ...given, tot: "2026-06-30" }];
    expect(ask("2026-06-30", ends).mag).toBe(true);
    expect(ask("2026-07-01", ends)).toEqual({
      mag: false,
      waarom:
        "Het bestuursmandaat van gemeente Dordrecht aan Het Loket liep tot en met 30 juni 2026. Op 1 juli 2026 geldt het niet meer.",
    });
  });

  it("holds only for the gemeente that gave it, and for what it was given for", () => {
    expect(ask(DAG, [{ ...given, gever: zwijndrecht as typeof dordrecht }]).mag).toBe(false);
    expect(ask(DAG, [{ ...given, over: "cijfers" }]).mag).toBe(false);
    expect(ask(DAG, [{ ...given, aan: corporatie.id }]).mag).toBe(false);
  });
});

describe("the table of powers", () => {
  const handelingen = Object.keys(HANDELINGEN) as Handeling[];
  const soorten = Object.keys(SOORTNAMEN) as Organisatiesoort[];

  it("gives the public nothing, wherever it is asked", () => {
    for (const handeling of handelingen) {
      expect(mag(OPENBAAR, handeling, "ergens", DAG)).toEqual({
        mag: false,
        waarom: expect.stringContaining("Meld u aan"),
      });
    }
  });

  it("gives each role of each sort of body exactly what its lines say", () => {
    for (const handeling of handelingen) {
      for (const soort of soorten) {
        for (const rol of ROLLEN_VAN[soort]) {
          const organisatie = { id: "x", soort, naam: "proef" };
          const listed = BEVOEGDHEDEN.some(
            (regel) =>
              regel.handeling === handeling && regel.soort === soort && regel.rollen.includes(rol),
          );
          const { mag: may } = mag(aWie(aMandaat(organisatie, rol)), handeling, "ergens", DAG);
          expect(may, `${handeling} ${soort} ${rol}`).toBe(listed);
        }
      }
    }
  });

  it("names only roles that the body knows, and somebody for everything that can be done", () => {
    const strange = BEVOEGDHEDEN.filter(({ soort, rollen }) =>
      rollen.some((rol: Rol) => !ROLLEN_VAN[soort].includes(rol)),
    );
    expect(strange).toEqual([]);
    for (const handeling of handelingen) {
      expect(BEVOEGDHEDEN.some((regel) => regel.handeling === handeling)).toBe(true);
    }
  });

  it("lets a beheerder manage the own organisation and no other", () => {
    const wie = aWie(aMandaat(dordrecht, "beheerder"));
    expect(mag(wie, "personen-beheren", { organisatie: dordrecht.id }, DAG).mag).toBe(true);
    expect(mag(wie, "personen-beheren", { organisatie: zwijndrecht.id }, DAG)).toEqual({
      mag: false,
      waarom: "U handelt voor gemeente Dordrecht, en dit is van een andere organisatie.",
    });
  });

  it("says who may, and for whom the asker acts, where the role is another one", () => {
    const answer = mag(aWie(aMandaat(corporatie, "medewerker")), "cijfers-nakijken", {}, DAG);
    expect(answer).toEqual({
      mag: false,
      waarom:
        "U mag niet: op de cijfers over het eigen gebied reageren in een correctieronde. Wie dat mag: gemeente (college, ambtelijk). U handelt voor corporatie De Proef (medewerker).",
    });
  });
});
