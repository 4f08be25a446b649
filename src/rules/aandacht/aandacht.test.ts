import { describe, expect, it } from "vitest";
import {
  type Aandachtsfeit,
  type Aandachtsregel,
  MELDINGSOORTEN,
  type Meldingkeuze,
  type Meldingsoort,
  WAAROM_ALTIJD,
} from "#domain/aandacht.ts";
import { aMandaat, aWie, ORGANISATIES } from "#test/toegang.ts";
import { deelIn, keuzenVoor, keuzeVoor } from "./indelen.ts";
import { vraagtAandacht } from "./vraagt.ts";

const VANDAAG = "2026-11-30";
const NIEMAND = aWie();

function feit(soort: Aandachtsfeit["soort"], own: Partial<Aandachtsfeit> = {}): Aandachtsfeit {
  return { soort, id: "1", titel: "titel", wie: "wie", sinds: "2026-11-20", ...own };
}

const ask = (...feiten: readonly Aandachtsfeit[]) => vraagtAandacht(NIEMAND, feiten, VANDAAG);

describe("what asks for attention", () => {
  it("is nothing on an empty day", () => {
    expect(ask()).toEqual([]);
    expect(vraagtAandacht(aWie(aMandaat(ORGANISATIES.dordrecht, "college")), [], VANDAAG)).toEqual(
      [],
    );
  });

  it.each([
    ["ronde", "ronde", "Reageer", "ronde"],
    ["opmerking", "opmerking", "Lees", "opmerking"],
    ["antwoord", "antwoord", "Lees", "opmerking"],
    ["levering", "levering", "Ga verder", "levering"],
    ["versie gedeeld", "gedeeld", "Bekijk", "versie"],
    ["document gedeeld", "gedeeld", "Bekijk", "document"],
    ["taak", "taak", "Bekijk waarom", "taak"],
    ["webhook", "webhook", "Bekijk waarom", "webhooks"],
    ["zonder mandaat", "zonder-mandaat", "Bekijk wie", "organisatie"],
  ] as const)("says of «%s» what, since when, and the one thing to do", (soort, as, doe, doel) => {
    expect(ask(feit(soort))).toMatchObject([
      { soort: as, doe, doel: { soort: doel, id: "1" }, sinds: "2026-11-20" },
    ]);
  });

  it("names the day by which a gemeente is asked to react, and no day where none was named", () => {
    const [met, zonder] = [ask(feit("ronde", { uiterlijk: "2026-12-10" })), ask(feit("ronde"))];
    expect(met).toMatchObject([{ wat: "Kijk de cijfers over wie na", uiterlijk: "2026-12-10" }]);
    expect(zonder[0]).not.toHaveProperty("uiterlijk");
  });

  it.each(["versie verloopt", "sleutel", "bureau"] as const)(
    "tells of «%s» from thirty days before its last day, through that day, and not after",
    (soort) => {
      const told = (uiterlijk: string) => ask(feit(soort, { uiterlijk })).length;
      expect(["2026-11-29", "2026-11-30", "2026-12-30", "2026-12-31"].map(told)).toEqual([
        0, 1, 1, 0,
      ]);
    },
  );

  it("tells of a mandate by its own end, or by that of its body where that comes first", () => {
    const { dordrecht, bureau } = ORGANISATIES;
    const own = aMandaat(dordrecht, "ambtelijk", { tot: "2026-12-15" });
    const withBody = aMandaat({ ...bureau, tot: "2026-12-01" }, "medewerker", {
      tot: "2027-06-30",
    });
    const openEnd = aMandaat(dordrecht, "college");
    const wie = aWie(own, withBody, openEnd);
    expect(vraagtAandacht(wie, [], VANDAAG)).toMatchObject([
      {
        soort: "mandaat",
        uiterlijk: "2026-12-15",
        wat: "Uw mandaat voor gemeente Dordrecht eindigt",
      },
      { soort: "mandaat", uiterlijk: "2026-12-01" },
    ]);
  });

  it("counts accounts without a mandate, and names nobody", () => {
    const wat = (titel: string) => ask(feit("zonder mandaat", { titel }))[0]?.wat;
    expect([wat("1"), wat("3")]).toEqual([
      "1 account heeft geen mandaat meer",
      "3 accounts hebben geen mandaat meer",
    ]);
  });

  it("calls a source by its name, and one that it does not know as it stands", () => {
    const over = (titel: string) => ask(feit("taak", { titel })).map((regel) => regel.over);
    expect([over("pdok"), over("iets")]).toEqual([["gemeentegrenzen van PDOK"], ["iets"]]);
  });
});

function line(soort: Meldingsoort, own: Partial<Aandachtsregel> = {}): Aandachtsregel {
  const doel = { soort: "account", id: "1" } as const;
  return { soort, wat: "wat", over: "over", sinds: "2026-11-20", doe: "doe", doel, ...own };
}

const chosen = (...all: readonly (readonly [Meldingsoort, Meldingkeuze])[]) => new Map(all);

describe("where a line comes", () => {
  it("is on the first page for whoever chose nothing", () => {
    const all = MELDINGSOORTEN.map((soort) => line(soort));
    expect(deelIn(all, chosen(), VANDAAG).meteen).toHaveLength(all.length);
  });

  it("is nowhere for what somebody does not want to see, and only for what has no day", () => {
    for (const soort of MELDINGSOORTEN) {
      const { meteen } = deelIn([line(soort)], chosen([soort, "niet"]), VANDAAG);
      expect(meteen.length, soort).toBe(WAAROM_ALTIJD[soort] === undefined ? 0 : 1);
      expect(keuzenVoor(soort).includes("niet"), soort).toBe(WAAROM_ALTIJD[soort] === undefined);
    }
    expect(keuzeVoor(chosen(["ronde", "niet"]), "ronde")).toBe("meteen");
  });

  it("is in the daily list as it was when the day began", () => {
    const keuzes = chosen(["gedeeld", "dagoverzicht"]);
    const regels = [line("gedeeld"), line("gedeeld", { sinds: VANDAAG, over: "later" })];
    expect(deelIn(regels, keuzes, VANDAAG)).toEqual({ meteen: [], dagoverzicht: [regels[0]] });
    expect(deelIn(regels, keuzes, "2026-12-01").dagoverzicht).toHaveLength(2);
  });

  it("is first what has a day, soonest first, and then what is newest", () => {
    const regels = [
      line("gedeeld", { sinds: "2026-11-01", over: "oud" }),
      line("ronde", { uiterlijk: "2026-12-20", over: "later" }),
      line("gedeeld", { sinds: "2026-11-29", over: "nieuw" }),
      line("ronde", { uiterlijk: "2026-12-05", over: "eerst" }),
    ];
    const order = deelIn(regels, chosen(), VANDAAG).meteen.map(({ over }) => over);
    expect(order).toEqual(["eerst", "later", "nieuw", "oud"]);
  });
});
