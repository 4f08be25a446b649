import { describe, expect, it } from "vitest";
import type { Kaderfeiten } from "#contract/kader/kaderfeiten.ts";
import { formatBreuk } from "#domain/breuk.ts";
import { createBibliotheek, type RegieDocument } from "#domain/document.ts";
import { NIETS_INGEVULD } from "#domain/invulling.ts";
import type { Kaderstand, Onderdeelstand } from "#domain/kaderstand.ts";
import type { Gebeurtenis } from "#domain/trajectstand.ts";
import { createCijferbron, type Waarneming } from "#domain/waarneming.ts";
import { basis } from "#test/basis.ts";
import { leesDocument, observe } from "#test/builders.ts";
import { runKaderstand } from "./kaderstand.service.ts";

const KOP = "bron: verzonnen\nstatus: voorbeeld\ntitel: Een proef\n";

const MONITORING =
  "monitoring: { wanneer: elk jaar, hoe: rapport, definities: landelijk, registraties: allen, uitvoering: kernteam, terugkoppeling: overleg }\n";

/** 100 a year by inwoners, settled against what was placed. */
const PLAATSEN = leesDocument(
  `soort: verdeling\nid: plaatsen\nonderwerp: aandachtsgroepen\nspoor: 1\n${KOP}geldig-van: 2024-01-01\nopgave: { aantal: 100, eenheid: woningen, periode: jaar }\nstappen: [{ over: gemeenten, sleutel: { naar-rato-van: inwoners } }]\nvereffening: { werkelijk: gerealiseerde-woningen }\n`,
);

const HOOGSTENS = leesDocument(
  `soort: verdeling\nid: hoogstens\nonderwerp: urgenten\nspoor: 2\n${KOP}opgave: { aantal: 100, eenheid: huishoudens, periode: jaar, als: maximum, uit: vrijkomende-sociale-huurwoningen }\nstappen: [{ over: gemeenten, sleutel: { naar-rato-van: inwoners } }]\n`,
);

const TOETS = leesDocument(
  `soort: toets\nid: norm\nonderwerp: woningbouw\n${KOP}geldig-tot: 2026-12-31\neisen: { sociaal: { aandeel: sociale-huur, van: woningen, minstens: 30 % } }\nniveau: [gemeente]\n`,
);

type Proef = {
  readonly op?: string;
  readonly onderdelen: string;
  readonly rest?: string;
  readonly partijen?: string;
  readonly cijfers?: readonly Waarneming[];
  readonly feiten?: Partial<Kaderfeiten>;
  readonly documenten?: readonly RegieDocument[];
  readonly gebeurtenissen?: ReadonlyMap<string, readonly Gebeurtenis[]>;
};

const INWONERS = observe("inwoners", { A: 60_000, B: 40_000 });

function stand(proef: Proef): Kaderstand {
  const {
    op = "2026-07-01",
    onderdelen,
    rest = MONITORING,
    partijen = "[{ wie: gemeenten }]",
  } = proef;
  const document = leesDocument(
    `soort: kader\nid: proef\nonderwerp: samenwerking\n${KOP}partijen: ${partijen}\nonderdelen: { ${onderdelen} }\n${rest}`,
  );
  if (document.soort !== "kader") throw new Error("geen kader");
  return runKaderstand({
    geland: [],
    verslagen: [],
    besluiten: [],
    ...proef.feiten,
    document,
    gebied: {
      id: "*",
      titel: "de proef",
      eenheden: ["B", "A"].map((id) => ({ id, naam: id })),
      deelregios: {},
      onzeker: [],
    },
    cijfers: createCijferbron([...INWONERS, ...(proef.cijfers ?? [])]),
    bibliotheek: createBibliotheek([PLAATSEN, HOOGSTENS, TOETS, ...(proef.documenten ?? [])]),
    op,
    ingevuld: { eigen: NIETS_INGEVULD, onderdelen: new Map() },
    gebeurtenissen: proef.gebeurtenissen ?? new Map(),
    provincies: [],
  });
}

function first({ onderdelen }: Kaderstand): Onderdeelstand {
  const [part] = onderdelen;
  if (!part) throw new Error("geen onderdeel");
  return part;
}

/** `A 2026 op-koers 30 van 60, gevraagd 29.5` */
function rows(part: Onderdeelstand): readonly string[] {
  return part.metingen.map(({ naam, wat, voortgang }) => `${naam} ${wat} ${voortgang}`);
}

const ADDS = "wonen: { spoor: 1, document: plaatsen@1, landt-in: woondeal }";

describe("how a verdeling goes", () => {
  it("is in gevaar while the term runs and the figure is behind the days that it covers", () => {
    const cijfers = observe("gerealiseerde-woningen", { A: 30, B: 19 }, "2026-H1");
    const part = first(stand({ onderdelen: ADDS, cijfers }));
    // 181 of 365 days: A was to have 29.75 of 60, B 19.84 of 40.
    expect(rows(part)).toEqual(expect.arrayContaining(["A 2026 op-koers", "B 2026 in-gevaar"]));
    const b = part.metingen.find(({ naam, wat }) => naam === "B" && wat === "2026");
    expect(b?.gevraagd && formatBreuk(b.gevraagd)).toBe("1448/73");
    expect(b?.totEnMet).toBe("2026-06-30");
    expect(part.voortgang).toBe("in-gevaar");
  });

  it("adds up parts of a year that follow each other, and stops at a gap", () => {
    const cijfers = [
      ...observe("gerealiseerde-woningen", { A: 20, B: 20 }, "2026-Q1"),
      ...observe("gerealiseerde-woningen", { A: 20 }, "2026-Q2"),
      ...observe("gerealiseerde-woningen", { B: 20 }, "2026-Q3"),
    ];
    const part = first(stand({ op: "2026-10-15", onderdelen: ADDS, cijfers }));
    const done = part.metingen
      .filter(({ wat }) => wat === "2026")
      .map(({ naam, gedaan, totEnMet }) => `${naam} ${gedaan && formatBreuk(gedaan)} ${totEnMet}`);
    expect(done).toEqual(["A 40 2026-06-30", "B 20 2026-03-31"]);
  });

  it("is gemist only once the term has ended and the figure of all of it falls short", () => {
    const half = observe("gerealiseerde-woningen", { A: 10, B: 10 }, "2025-H1");
    const whole = observe("gerealiseerde-woningen", { A: 59, B: 40 }, "2025");
    const at = (cijfers: readonly Waarneming[]) =>
      rows(first(stand({ onderdelen: ADDS, cijfers }))).filter((row) => row.includes("2025"));
    expect(at(whole)).toEqual(["A 2025 gemist", "B 2025 op-koers"]);
    expect(at(half)).toEqual(["A 2025 in-gevaar", "B 2025 in-gevaar"]);
    expect(at([])).toEqual(["A 2025 niet-te-beoordelen", "B 2025 niet-te-beoordelen"]);
  });

  it("names the figure that lacks, of whom, and never says gemist of it", () => {
    const part = first(stand({ op: "2040-01-01", onderdelen: ADDS }));
    expect(part.voortgang).toBe("niet-te-beoordelen");
    expect(part.waarom).toEqual(["«gerealiseerde-woningen» ontbreekt"]);
    expect(part.ontbreekt).toContainEqual({
      cijfer: "gerealiseerde-woningen",
      van: "A",
      moment: "2040",
    });
  });

  it("asks nothing of the time before it was agreed", () => {
    const early = leesDocument(
      `soort: verdeling\nid: nieuw\nonderwerp: aandachtsgroepen\nspoor: 1\n${KOP}geldig-van: 2026-03-01\nopgave: { aantal: 100, eenheid: woningen, periode: jaar }\nstappen: [{ over: gemeenten, sleutel: gelijk }]\nvereffening: { werkelijk: gerealiseerde-woningen }\n`,
    );
    const part = first(
      stand({ onderdelen: "wonen: { spoor: 1, document: nieuw@1 }", documenten: [early] }),
    );
    expect(new Set(part.metingen.map(({ wat }) => wat))).toEqual(new Set(["2026"]));
    const before = first(
      stand({
        op: "2026-02-01",
        onderdelen: "wonen: { spoor: 1, document: nieuw@1 }",
        documenten: [early],
      }),
    );
    expect([before.loopt, before.waarom]).toEqual([
      "loopt-niet",
      ["«nieuw» geldt pas vanaf 1 maart 2026"],
    ]);
  });

  it("does not run where its document is not there in that version, while the others do", () => {
    const cijfers = observe("gerealiseerde-woningen", { A: 60, B: 40 }, "2026-H1");
    const onderdelen = `weg: { spoor: 1, document: plaatsen@7 }, ${ADDS}`;
    const [weg, wonen] = stand({ onderdelen, cijfers }).onderdelen;
    expect([weg?.loopt, weg?.voortgang]).toEqual(["loopt-niet", "niet-te-beoordelen"]);
    expect(weg?.waarom.join()).toContain("plaatsen@7");
    expect(wonen && rows(wonen)).toEqual(expect.arrayContaining(["A 2026 op-koers"]));
  });

  it("puts gemeenten on the alphabet, whatever they did", () => {
    const cijfers = observe("gerealiseerde-woningen", { A: 0, B: 100 }, "2026-H1");
    const part = first(stand({ onderdelen: ADDS, cijfers }));
    expect(part.metingen.map(({ naam }) => naam)).toEqual(["A", "A", "B", "B"]);
  });

  it("of a maximum is in gevaar from one too many on, and not when it is just full", () => {
    const cijfers = observe("plaatsingen-urgenten", { A: 60, B: 41 }, "2026-H1");
    const onderdelen = "urgenten: { spoor: 2, document: hoogstens@1 }";
    expect(rows(first(stand({ onderdelen, cijfers })))).toEqual([
      "A 2026 op-koers",
      "B 2026 in-gevaar",
    ]);
  });

  it("F094 adds the contributions of gemeenten up to the task of the region", () => {
    const cijfers = observe("gerealiseerde-woningen", { A: 30, B: 20 }, "2026-H1");
    const { metingen } = first(stand({ onderdelen: ADDS, cijfers }));
    const agreed = metingen.filter(({ wat }) => wat === "2026");
    expect(agreed.map(({ afgesproken }) => afgesproken && formatBreuk(afgesproken))).toEqual([
      "60",
      "40",
    ]);
  });
});

describe("how a toets goes", () => {
  const cijfers = [
    ...observe("woningen", { A: 100, B: 100 }),
    ...observe("sociale-huur", { A: 29, B: "onbekend" }),
  ];
  const onderdelen = "norm: { spoor: 1, document: norm@1 }";

  it("is in gevaar while there is time, and never gemist where a figure lacks", () => {
    const part = first(stand({ onderdelen, cijfers }));
    expect(rows(part)).toEqual(["A sociaal in-gevaar", "B sociaal niet-te-beoordelen"]);
    expect(part.waarom).toContain("ontbreekt: sociale-huur van B");
  });

  it("does not run outside its days", () => {
    const part = first(stand({ op: "2027-01-01", onderdelen, cijfers }));
    expect(part.waarom).toEqual(["«norm» gold tot en met 31 december 2026"]);
  });

  it("tells a version that is not there, with the one that is", () => {
    const part = first(stand({ onderdelen: "norm: { spoor: 1, document: norm@4 }" }));
    expect(part.waarom).toEqual(["het document «norm@4» is er niet; er is wel norm@1"]);
  });
});

describe("landing", () => {
  const onderdelen =
    "wonen: { spoor: 1, document: plaatsen@1, landt-in: { instrument: vhp, voor-elk: gemeente, uiterlijk: 2026-06-30 } }";

  it("F209 is not geborgd after its day, and late only then", () => {
    const geland = [
      { onderdeel: "wonen", eenheid: "A", plaats: "hoofdstuk 2", op: "2026-05-01" },
      { onderdeel: "wonen", eenheid: "B", plaats: "hoofdstuk 4", op: "2026-08-01" },
    ];
    const late = stand({ onderdelen, feiten: { geland } });
    expect(late.teLaat).toEqual(["landing van wonen bij B"]);
    expect(first(late).landing?.geborgd).toBe(false);
    expect(stand({ op: "2026-06-30", onderdelen, feiten: { geland } }).teLaat).toEqual([]);
    const all = stand({ op: "2026-09-01", onderdelen, feiten: { geland } });
    expect([all.teLaat, first(all).landing?.geborgd]).toEqual([[], true]);
  });

  it("F095 needs the place in the verordening: without it nothing has landed", () => {
    const geland = [{ onderdeel: "wonen", eenheid: "A", op: "2026-05-01" }];
    const { landing } = first(stand({ onderdelen, feiten: { geland } }));
    expect(landing?.regels.map((regel) => regel.stand)).toEqual(["te-laat", "te-laat"]);
    const found = [
      ...geland,
      { ...geland[0], onderdeel: "wonen", plaats: "artikel 3", op: "2026-06-01" },
    ];
    const [a] = first(stand({ onderdelen, feiten: { geland: found } })).landing?.regels ?? [];
    expect([a?.stand, a?.op]).toEqual(["geland", "2026-06-01"]);
  });

  it("F096 F209 says what lands nowhere, and care without a Wmo-beleidsplan", () => {
    const care = (instrument: string) =>
      stand({
        onderdelen: `zorg: { spoor: 3, niet-berekenbaar: begeleiding, eigenaar: gemeenten, landt-in: ${instrument} }, los: { spoor: 1, niet-berekenbaar: bouwen, eigenaar: gemeenten }`,
      }).ontbreekt;
    expect(care("inkoop")).toEqual(["landt-in van los", "wmo-beleidsplan van spoor 3"]);
    expect(care("wmo-beleidsplan")).toEqual(["landt-in van los"]);
  });

  it("F088 warns where a cap is not linked to prestatieafspraken", () => {
    const cap = (more: string) =>
      stand({
        onderdelen: `deel: { spoor: 2, document: hoogstens@1, landt-in: huisvestingsverordening }${more}`,
      }).opmerkingen;
    expect(cap("")).toEqual([
      "«deel» begrenst hoeveel woningen naar urgenten gaan. De koppeling met de prestatieafspraken ontbreekt: laat het ook daarin landen.",
    ]);
    expect(cap(", ook: { spoor: 2, document: hoogstens@1, landt-in: prestatieafspraken }")).toEqual(
      [],
    );
  });
});

describe("looking back", () => {
  const onderdelen = "los: { spoor: 4, niet-berekenbaar: overleg, eigenaar: regio }";
  const dates = `${MONITORING}evaluatie: [2026-01-01, 2027-01-01]\n`;

  it("F116 signals an evaluation that passed without a report", () => {
    expect(stand({ onderdelen, rest: dates }).teLaat).toEqual(["evaluatie 2026-01-01"]);
    expect(stand({ op: "2026-01-01", onderdelen, rest: dates }).teLaat).toEqual([]);
    const held = stand({ onderdelen, rest: dates, feiten: { verslagen: [{ op: "2026-02-01" }] } });
    expect(held.teLaat).toEqual([]);
    expect(held.evaluaties.map((item) => item.stand)).toEqual(["gehouden", "komt"]);
  });

  it("F116 counts one report for one evaluation, the first that waits", () => {
    const op = "2027-03-01";
    const one = stand({
      op,
      onderdelen,
      rest: dates,
      feiten: { verslagen: [{ op: "2027-02-01" }] },
    });
    expect(one.teLaat).toEqual(["evaluatie 2027-01-01"]);
    const named = [{ op: "2027-02-01", over: "2027-01-01" }];
    const other = stand({ op, onderdelen, rest: dates, feiten: { verslagen: named } });
    expect(other.teLaat).toEqual(["evaluatie 2026-01-01"]);
  });

  it("repeats from the first day of the kader, on the last day of a short month", () => {
    const rest = `${MONITORING}geldig-van: 2025-08-31\nevaluatie: { elke: 6 maanden }\n`;
    const days = stand({ onderdelen, rest }).evaluaties.map(({ dag }) => dag);
    expect(days).toEqual(["2026-02-28", "2026-08-31"]);
    const open = stand({ onderdelen, rest: `${MONITORING}evaluatie: { elke: 6 maanden }\n` });
    expect(open.meldingen).toMatchObject([{ soort: "onbepaald", wat: "geldig-van" }]);
  });

  it("F113 is niet-actief without all six fields, and names those that lack", () => {
    const rest = "monitoring: { wanneer: elk jaar, hoe: rapport }\n";
    const { status, blokkade } = stand({ onderdelen, rest });
    expect(status).toBe("niet-actief");
    expect(blokkade).toEqual([
      "monitoring.definities",
      "monitoring.registraties",
      "monitoring.uitvoering",
      "monitoring.terugkoppeling",
    ]);
    expect(stand({ onderdelen }).status).toBe("actief");
  });

  it.each([
    ["2025-12-31", "nog-niet-van-kracht"],
    ["2026-01-01", "actief"],
    ["2026-12-31", "actief"],
    ["2027-01-01", "vervallen"],
  ])("on %s is %s", (op, status) => {
    const rest = `${MONITORING}geldig-van: 2026-01-01\ngeldig-tot: 2026-12-31\n`;
    expect(stand({ op, onderdelen, rest }).status).toBe(status);
  });

  it("says what follows when it is not kept only where something is gemist", () => {
    const cijfers = observe("gerealiseerde-woningen", { A: 0, B: 100 }, "2025");
    const rest = `${MONITORING}naleving: { vereffening: plaatsen@1 }\n`;
    const because = (given: readonly Waarneming[]) =>
      stand({ onderdelen: ADDS, rest, cijfers: given }).naleving?.aanleiding;
    expect([because(cijfers), because([])]).toEqual([["wonen"], []]);
  });
});

describe("parties", () => {
  const onderdelen =
    "los: { spoor: 4, niet-berekenbaar: overleg, eigenaar: regio, binding: bindend }";
  const partijen =
    "[{ wie: A, rol: ondertekenaar, status: ondertekend }, { wie: B, rol: ondertekenaar, status: college, kanttekening: wij hebben weinig sociale huur }, { wie: zorg, rol: betrokken, status: ondertekend }]";

  it("F219 binds no further than all who are to sign have signed", () => {
    const now = stand({ onderdelen, partijen });
    expect(first(now).binding).toEqual({ gezegd: "bindend", telt: "vrijblijvend", wachtOp: ["B"] });
    const besluiten = [{ wie: "B", op: "2026-06-01", status: "ondertekend" }];
    const signed = stand({ onderdelen, partijen, feiten: { besluiten } });
    expect(first(signed).binding).toEqual({ gezegd: "bindend", telt: "bindend", wachtOp: [] });
    const later = [{ wie: "B", op: "2026-08-01", status: "ondertekend" }];
    expect(first(stand({ onderdelen, partijen, feiten: { besluiten: later } })).binding?.telt).toBe(
      "vrijblijvend",
    );
  });

  it("binds only who is to sign and did: who is absent is not bound", () => {
    expect(stand({ onderdelen, partijen }).partijen.map(({ gebonden }) => gebonden)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it("F207 F212 tells on a day where each stands, with its kanttekening beside the decision", () => {
    const besluiten = ["A", "B"].map((wie, i) => ({
      wie,
      op: `2025-09-1${i}`,
      standpunt: "richting-onderschreven",
    }));
    const on = (op: string) =>
      stand({ op, onderdelen, partijen, feiten: { besluiten } }).partijen.map(
        ({ standpunt, kanttekening }) => [standpunt, kanttekening],
      );
    const remark = "wij hebben weinig sociale huur";
    expect(on("2025-09-10").slice(0, 2)).toEqual([
      ["richting-onderschreven", undefined],
      [undefined, remark],
    ]);
    expect(on("2025-09-18").slice(0, 2)).toEqual([
      ["richting-onderschreven", undefined],
      ["richting-onderschreven", remark],
    ]);
  });

  it("F211 refuses definitief until it is in view what that takes", () => {
    const definite = { wie: "A", op: "2026-06-01", standpunt: "definitief" };
    const refused = stand({ onderdelen, partijen, feiten: { besluiten: [definite] } });
    expect(refused.partijen[0]?.standpunt).toBe("onder-voorbehoud");
    expect(refused.meldingen).toMatchObject([
      { soort: "geweigerd", regel: "partijen[0].standpunt" },
    ]);
    const besluiten = [{ ...definite, haalbaarheid: "notitie over geld en mensen" }];
    const shown = stand({ onderdelen, partijen, feiten: { besluiten } });
    expect([shown.partijen[0]?.standpunt, shown.meldingen]).toEqual(["definitief", []]);
  });

  it("F125 counts 27 parties, and remarks on any other number", () => {
    const many = (count: number) =>
      `[${Array.from({ length: count }, (_, i) => `{ wie: partij-${i + 1}, soort: gemeente }`).join(", ")}]`;
    const rest = `${MONITORING}aantal-partijen: 27\n`;
    const remarks = (count: number) =>
      stand({ onderdelen, rest, partijen: many(count) }).opmerkingen.filter((text) =>
        text.includes("partijen"),
      );
    expect(remarks(27)).toEqual([]);
    expect(remarks(26)).toEqual([
      "Er staan 26 partijen in de lijst; het zijn er 27. Kijk na wie ontbreekt of te veel is.",
    ]);
  });
});

describe("sporen", () => {
  const onderdelen = [
    "een: { spoor: 1, reikwijdte: verbetering, thema: vitale wijken, niet-berekenbaar: x, eigenaar: regio }",
    "twee: { spoor: 2, reikwijdte: vernieuwing, thema: toewijzing, niet-berekenbaar: x, eigenaar: regio }",
    "drie: { spoor: 3, reikwijdte: transformatie, thema: toewijzing, niet-berekenbaar: x, eigenaar: regio }",
    ...["procesorganisatie", "monitoring", "evaluatie", "kennis"].map(
      (naam) =>
        `${naam}: { spoor: 4, deelonderwerp: ${naam}, niet-berekenbaar: x, eigenaar: regio }`,
    ),
  ].join(", ");

  it("F098 may each have a reach of their own", () => {
    const { sporen } = stand({ onderdelen });
    expect(sporen.slice(0, 3).map(({ spoor, reikwijdten }) => [spoor, reikwijdten])).toEqual([
      [1, ["verbetering"]],
      [2, ["vernieuwing"]],
      [3, ["transformatie"]],
    ]);
  });

  it("F097 tells which of the six deelonderwerpen of cooperation have an agreement", () => {
    const { deelonderwerpen, opmerkingen } = stand({ onderdelen });
    expect(deelonderwerpen.filter(({ gedekt }) => gedekt)).toHaveLength(4);
    expect(opmerkingen).toEqual([
      "Over samenwerking zijn er afspraken bij 4 van de 6 deelonderwerpen. Nog niets over: financiën, naleving.",
    ]);
  });

  it("F123 the kader of the GMR has four themes, each with an agreement at least", () => {
    const document = basis.bibliotheek.find("gmr-aandachtsgroepen");
    if (document?.soort !== "kader") throw new Error("geen kader");
    const themas = new Set(Object.values(document.onderdelen).map(({ thema = "" }) => thema));
    expect([...themas].toSorted()).toEqual([
      "ouderen",
      "taart vergroten",
      "toewijzing",
      "vitale wijken",
    ]);
  });

  it("F123 groups onderdelen by theme", () => {
    expect(stand({ onderdelen }).themas).toEqual([
      { thema: "vitale wijken", onderdelen: ["een"] },
      { thema: "toewijzing", onderdelen: ["twee", "drie"] },
    ]);
  });

  it("leaves what cannot be computed to who judges it, and says where nobody does", () => {
    const judged =
      "a: { spoor: 4, niet-berekenbaar: x, eigenaar: regio, beoordeeld-door: het overleg }";
    const part = first(stand({ onderdelen: judged }));
    expect([part.voortgang, part.waarom]).toEqual([
      "niet-te-beoordelen",
      ["niet te berekenen; het overleg beoordeelt het"],
    ]);
    expect(first(stand({ onderdelen })).waarom).toEqual([
      "niet te berekenen; wie het beoordeelt, is niet afgesproken (eigenaar: regio)",
    ]);
  });
});

describe("how a traject goes", () => {
  const traject = leesDocument(
    `soort: traject\nid: gang\nonderwerp: samenwerking\n${KOP}voor: een besluit\nstappen:\n  - { naam: voorstel, titel: het voorstel, trekker: regio, bewijs: [voorstel], termijn: { uiterlijk: 2026-03-31 } }\n  - { naam: besluit, titel: het besluit, trekker: regio, bewijs: [besluitstuk], termijn: { uiterlijk: 2026-06-30 } }\n`,
  );
  const proposal = { stap: "voorstel", stuk: "voorstel", op: "2026-03-01", voor: {} };
  const decision = { stap: "besluit", stuk: "besluitstuk", op: "2026-06-01", voor: {} };

  it.each([
    ["2026-03-15", [proposal], "op-koers"],
    ["2026-03-31", [{ ...proposal, stuk: "iets" }], "op-koers"],
    ["2026-04-01", [{ ...proposal, stuk: "iets" }], "in-gevaar"],
    ["2026-07-01", [proposal], "gemist"],
    ["2026-07-01", [proposal, decision], "op-koers"],
    ["2026-07-01", [], "niet-te-beoordelen"],
    ["2026-07-01", [{ ...proposal, op: "2026-08-01" }], "niet-te-beoordelen"],
  ])("on %s", (op, gebeurtenissen, voortgang) => {
    const proef = { op, onderdelen: "gang: { spoor: 4, document: gang@1 }", documenten: [traject] };
    const part = first(stand({ ...proef, gebeurtenissen: new Map([["gang", gebeurtenissen]]) }));
    expect(part.voortgang).toBe(voortgang);
  });
});
