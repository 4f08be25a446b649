import { describe, expect, it } from "vitest";
import type { Rekengebied } from "#domain/gebied.ts";
import type { Traject } from "#domain/traject.ts";
import type { Gebeurtenis, Trajectstand } from "#domain/trajectstand.ts";
import { createCijferbron } from "#domain/waarneming.ts";
import { leesDocument } from "#test/builders.ts";
import { computeTrajectstand } from "./trajectstand.ts";
import type { Trajectvraag } from "./trajectvraag.ts";

const KOP =
  "soort: traject\nid: proef\ntitel: Een proef\nonderwerp: indeling\nbron: b\nstatus: voorbeeld\nvoor: iets\n";

function traject(yaml: string): Traject {
  const document = leesDocument(`${KOP}${yaml}`);
  if (document.soort !== "traject") throw new Error("geen traject");
  return document;
}

const GEMEENTEN = [1, 2, 3, 4, 5, 6, 7].map((n) => ({
  id: `GM000${n}`,
  naam: `Plaats ${n}`,
  provincie: n < 5 ? "PV27" : "PV24",
  deelregio: n < 4 ? "noord" : "zuid",
}));
const GEBIED: Rekengebied = {
  id: "r",
  titel: "de regio",
  eenheden: GEMEENTEN,
  deelregios: { noord: "Noord", zuid: "Zuid" },
  onzeker: [],
};

type Extra = Partial<Pick<Trajectvraag, "op" | "begin" | "termijnenwet" | "proef" | "gebied">>;

function stand(
  document: Traject,
  gebeurtenissen: readonly (Omit<Gebeurtenis, "voor"> & { readonly [as: string]: unknown })[],
  extra: Extra = {},
): Trajectstand {
  const axes = ["gemeente", "provincie", "deelregio", "laag"];
  return computeTrajectstand({
    document,
    gebied: GEBIED,
    provincies: [
      { code: "PV24", naam: "Flevoland" },
      { code: "PV27", naam: "Noord-Holland" },
    ],
    cijfers: createCijferbron([]),
    bibliotheek: { find: () => undefined, list: () => [] },
    ingevuld: { parameters: {} },
    gebeurtenissen: gebeurtenissen.map((item) => ({
      ...(Object.fromEntries(Object.entries(item).filter(([key]) => !axes.includes(key))) as Omit<
        Gebeurtenis,
        "voor"
      >),
      voor: Object.fromEntries(
        Object.entries(item).flatMap(([key, value]) =>
          axes.includes(key) ? [[key, String(value)] as const] : [],
        ),
      ),
    })),
    ...extra,
  });
}

function refusals({ meldingen }: Trajectstand): readonly string[] {
  return meldingen.flatMap((melding) => (melding.soort === "geweigerd" ? [melding.reden] : []));
}

function teksten(gebreken: Trajectstand["blokkade"]): readonly string[] {
  return gebreken.map(({ tekst }) => tekst);
}

const BESLUIT = traject(`parameters:
  inwerkingtreding: { eenheid: datum, zekerheid: onzeker, zet: minister }
  wet: { eenheid: datum, waarde: 2026-07-01 }
stappen:
  - { naam: advies, titel: Het advies, trekker: kernteam, bewijs: [{ stuk: advies, voor-elk: deelregio }] }
  - { naam: overleg, titel: Overleg, trekker: provincie, wettelijk: de wet, bewijs: [{ stuk: overleg, voor-elk: gemeente }] }
  - { naam: besluit, titel: Het besluit, trekker: provincie, wettelijk: de wet, besluit: { orgaan: ps, voor-elk: provincie } }
vergrendeld: { tot: wet, wat: de wet moet gelden }
na-afloop: [{ taak: verwerk de regio, voor-elk: gemeente, landt-in: vhp, binnen: 3 maanden }]
`);

const OVERLEG = GEMEENTEN.map(({ id }) => ({
  stap: "overleg",
  stuk: "overleg",
  gemeente: id,
  op: "2026-02-01",
}));
const ADVIES = ["noord", "zuid"].map((deelregio) => ({
  stap: "advies",
  stuk: "advies",
  deelregio,
  op: "2026-01-10",
}));
const PS = (provincie: string, op: string) => ({ stap: "besluit", orgaan: "ps", provincie, op });

describe("a decision of the law", () => {
  it("F045 waits for the overleg with every gemeente, and names who is missing", () => {
    const state = stand(BESLUIT, [...ADVIES, ...OVERLEG.slice(1), PS("PV27", "2026-03-01")]);
    expect(state.stap).toBe("overleg");
    expect(state.status).toBe("geblokkeerd");
    expect(teksten(state.blokkade)).toEqual(["overleg van GM0001 Plaats 1"]);
    expect(refusals(state).join()).toContain("moet van de wet (de wet)");
  });

  it("F046 waits for the other province", () => {
    const state = stand(BESLUIT, [...ADVIES, ...OVERLEG, PS("PV27", "2026-03-01")]);
    expect(teksten(state.blokkade)).toEqual(["besluit van PV24 Flevoland"]);
    expect(state.aanZet).toEqual(["ps van PV24 Flevoland"]);
  });

  it("F044 F225 is not taken by another body, and nothing changes", () => {
    const wrong = { stap: "besluit", orgaan: "gs", provincie: "PV27", op: "2026-03-01" };
    const state = stand(BESLUIT, [...ADVIES, ...OVERLEG, wrong]);
    expect(refusals(state)).toEqual(["«besluit, gs, PV27, 1 maart 2026»: bevoegd is PS, niet GS."]);
    expect(teksten(state.blokkade)).toHaveLength(2);
  });

  it("F047 takes effect on the day of the law where that is later", () => {
    const both = [...ADVIES, ...OVERLEG, PS("PV27", "2026-03-01"), PS("PV24", "2026-03-10")];
    expect(stand(BESLUIT, both).vergrendeld).toMatchObject({
      besloten: "2026-03-10",
      werktVanaf: "2026-07-01",
    });
    const late = [...ADVIES, ...OVERLEG, PS("PV27", "2026-03-01"), PS("PV24", "2026-09-10")];
    expect(stand(BESLUIT, late).vergrendeld?.werktVanaf).toBe("2026-09-10");
  });

  it("F047 does not take effect while nobody knows the day of the law", () => {
    const open: Traject = {
      ...BESLUIT,
      vergrendeld: {
        wat: "de wet moet gelden",
        tot: { soort: "verwijzing", verwijzing: { naam: "inwerkingtreding", pad: [] } },
      },
    };
    const state = stand(open, [...ADVIES, ...OVERLEG, PS("PV27", "2026-03-01")]);
    expect(state.vergrendeld?.werktVanaf).toBeUndefined();
    expect(state.meldingen).toContainEqual(
      expect.objectContaining({ soort: "onbepaald", wat: "inwerkingtreding" }),
    );
  });

  it("F066 gives every one of seven gemeenten its task, with the day", () => {
    const both = [...ADVIES, ...OVERLEG, PS("PV27", "2026-03-01"), PS("PV24", "2026-11-30")];
    const { stap, taken } = stand(BESLUIT, both);
    expect(stap).toBe("einde");
    expect(taken).toHaveLength(7);
    // From 30 November three months run to the last of February.
    expect(taken[0]).toEqual({
      taak: "verwerk de regio",
      eenheid: "GM0001 Plaats 1",
      landtIn: "vhp",
      uiterlijk: "2027-02-28",
    });
  });

  it("is not passed because nobody was there to ask", () => {
    const nobody = { ...GEBIED, eenheden: [], deelregios: {} };
    const state = stand(BESLUIT, [{ stap: "advies", klaar: "2026-01-10" }], { gebied: nobody });
    expect(teksten(state.blokkade)).toEqual(["overleg van elke gemeente"]);
  });
});

describe("a step that is no must", () => {
  it("F064 lets people go on with a reason, and says what lacked", () => {
    const state = stand(BESLUIT, [
      ...ADVIES.slice(1),
      { stap: "advies", klaar: "2026-01-20", reden: "Noord volgt later" },
    ]);
    expect(state.stap).toBe("overleg");
    expect(state.opmerkingen).toEqual([
      "«Het advies» (advies) ging verder zonder advies van Noord. Reden: Noord volgt later.",
    ]);
  });

  it("is said to be passed over when something later happened", () => {
    const late = traject(`stappen:
  - { naam: a, titel: A, trekker: x, bewijs: [stuk] }
  - { naam: b, titel: B, trekker: x, bewijs: [stuk] }
  - { naam: c, titel: C, trekker: x, besluit: { orgaan: raad } }
`);
    const state = stand(late, [{ stap: "c", orgaan: "raad", op: "2026-01-10" }]);
    expect(state.stap).toBe("einde");
    expect(state.stappen.map(({ status }) => status)).toEqual([
      "overgeslagen",
      "overgeslagen",
      "klaar",
    ]);
    expect(state.opmerkingen.join()).toContain("Voorbijgegaan aan «A» (a) en «B» (b)");
  });

  it("keeps what came in early until its turn", () => {
    const early = { stap: "overleg", stuk: "overleg", gemeente: "GM0001", op: "2026-01-01" };
    const state = stand(BESLUIT, [early, ...ADVIES]);
    expect(state.stap).toBe("overleg");
    expect(teksten(state.blokkade)).toHaveLength(6);
  });
});

describe("F144 a step that must come first", () => {
  const VERORDENING = traject(`stappen:
  - { naam: ontwerp, titel: Ontwerp, trekker: gemeenten, bewijs: [ontwerp] }
  - { naam: terinzage, titel: Ter inzage, trekker: gemeenten, wettelijk: de wet, bewijs: [terinzagelegging] }
  - { naam: vaststelling, titel: Vaststelling, trekker: raad, wettelijk: de wet, besluit: { orgaan: raad } }
`);

  it.each([
    ["deciding", { stap: "vaststelling", orgaan: "raad", op: "2026-03-01" }],
    ["calling it done", { stap: "terinzage", klaar: "2026-03-01" }],
    ["calling the next done", { stap: "vaststelling", klaar: "2026-03-01" }],
    ["going on", { stap: "terinzage", naar: "vaststelling", orgaan: "raad", op: "2026-03-01" }],
  ])("is not passed by %s", (_, gebeurtenis) => {
    const ontwerp = { stap: "ontwerp", stuk: "ontwerp", op: "2026-01-01" };
    const state = stand(VERORDENING, [ontwerp, gebeurtenis]);
    expect(state.stap).toBe("terinzage");
    expect(refusals(state)).toHaveLength(1);
  });
});

describe("a term", () => {
  const TERMIJN = (binnen: string, wettelijk = "") =>
    traject(`stappen:
  - { naam: begin, titel: Begin, trekker: x, bewijs: [stuk] }
  - { naam: slot, titel: Slot, trekker: x${wettelijk}, bewijs: [stuk], termijn: { binnen: ${binnen}, na: begin } }
`);

  it.each([
    ["1 maanden", "2026-01-31", "2026-02-28"],
    ["1 maanden", "2028-01-31", "2028-02-29"],
    ["10 weken", "2026-01-05", "2026-03-16"],
    ["3 maanden", "2026-11-30", "2027-02-28"],
    ["60 dagen", "2027-12-31", "2028-02-29"],
    ["1 jaar", "2028-02-29", "2029-02-28"],
  ])("of %s from %s runs to %s", (binnen, begin, last) => {
    const state = stand(TERMIJN(binnen), [{ stap: "begin", stuk: "stuk", op: begin }]);
    expect(state.stappen[1]?.termijn?.uiterlijk).toBe(last);
  });

  it("F179 is late from the day after, by days, and stays late when it is done", () => {
    const begin = { stap: "begin", stuk: "stuk", op: "2026-01-05" };
    const late = (op: string, done?: string) =>
      stand(
        TERMIJN("10 weken"),
        done === undefined ? [begin] : [begin, { stap: "slot", stuk: "stuk", op: done }],
        { op },
      ).teLaat;
    expect(late("2026-03-16")).toEqual([]);
    expect(late("2026-03-18")).toEqual([{ stap: "slot", uiterlijk: "2026-03-16", dagen: 2 }]);
    expect(late("2026-12-31", "2026-03-17")).toEqual([
      { stap: "slot", uiterlijk: "2026-03-16", dagen: 1 },
    ]);
    expect(late("2026-12-31", "2026-03-16")).toEqual([]);
  });

  // 24 October 2026 and ten weeks is 2 January 2027, a Saturday.
  const BEGIN = [{ stap: "begin", stuk: "stuk", op: "2026-10-24" }];
  it.each([
    [
      "moves where the run says so",
      ", wettelijk: de wet",
      true,
      "2027-01-04",
      "verlengd van 2027-01-02",
    ],
    ["stays where the run says no", ", wettelijk: de wet", false, "2027-01-02", "niet verlengd"],
    [
      "stays where nobody says, and tells it",
      ", wettelijk: de wet",
      undefined,
      "2027-01-02",
      "dan wordt het 2027-01-04",
    ],
    ["stays where it is not of the law", "", true, "2027-01-02", ""],
  ])("%s", (_, wettelijk, termijnenwet, last, text) => {
    const extra = termijnenwet === undefined ? {} : { termijnenwet };
    const { stappen } = stand(TERMIJN("10 weken", wettelijk), BEGIN, extra);
    expect(stappen[1]?.termijn?.uiterlijk).toBe(last);
    expect(stappen[1]?.termijn?.toelichting ?? "").toContain(text);
  });

  it("F041 is still to be set where nobody set its day, and nothing is late by it", () => {
    const open =
      traject(`parameters: { uiterste-dag: { eenheid: datum, zekerheid: onzeker, zet: wetgever } }
stappen: [{ naam: a, titel: A, trekker: x, bewijs: [vhp], termijn: { uiterlijk: uiterste-dag } }]
`);
    const state = stand(open, [], { op: "2030-01-01" });
    expect(state.stappen[0]?.termijn).toEqual({ onbepaald: "uiterste-dag" });
    expect(state.teLaat).toEqual([]);
    expect(state.meldingen).toEqual([
      expect.objectContaining({ soort: "onbepaald", wat: "uiterste-dag" }),
    ]);
  });

  it("may pass unanswered, from the day after", () => {
    const reactie = traject(`stappen:
  - { naam: begin, titel: Begin, trekker: x, bewijs: [stuk] }
  - { naam: slot, titel: Slot, trekker: x, bewijs: [{ stuk: reactie, voor-elk: gemeente, of-na: 6 weken }] }
`);
    const at = (op: string) =>
      stand(reactie, [{ stap: "begin", stuk: "stuk", op: "2026-01-05" }], { op }).stap;
    expect(at("2026-02-16")).toBe("slot");
    expect(at("2026-02-17")).toBe("einde");
  });
});

describe("an event that cannot be", () => {
  it.each([
    ["an unknown step", { stap: "advis", klaar: "2026-01-10" }, "er is geen stap «advis»"],
    ["an unknown stuk", { stap: "advies", stuk: "nota", op: "2026-01-10" }, "vraagt geen «nota»"],
    ["no day", { stap: "advies", stuk: "advies", deelregio: "noord" }, "op welke dag"],
    ["a day to come", { stap: "advies", klaar: "2027-01-01" }, "na 2026-06-01"],
    ["a day before it began", { stap: "advies", klaar: "2024-01-01" }, "voor 2025-01-01"],
    ["nobody's", { stap: "advies", stuk: "advies", op: "2026-01-10" }, "van welke deelregio"],
    [
      "a stranger's",
      { stap: "advies", stuk: "advies", deelregio: "oost", op: "2026-01-10" },
      "«oost» hoort niet bij",
    ],
    [
      "two things",
      { stap: "advies", stuk: "advies", naar: "overleg", op: "2026-01-10" },
      "twee dingen tegelijk",
    ],
    ["nothing", { stap: "advies", op: "2026-01-10" }, "er staat niet wat er gebeurde"],
    [
      "a way that is not there",
      { stap: "advies", naar: "besluit", op: "2026-01-10" },
      "wel naar: overleg",
    ],
  ])("is told by name: %s", (_, gebeurtenis, text) => {
    const state = stand(BESLUIT, [gebeurtenis], { op: "2026-06-01", begin: "2025-01-01" });
    expect(refusals(state)).toEqual([expect.stringContaining(text)]);
    expect(refusals(state)[0]).toContain(`«${gebeurtenis.stap}`);
    expect(state.stap).toBe("advies");
  });

  it("is told where it came twice", () => {
    const [noord] = ADVIES;
    const state = stand(BESLUIT, noord ? [noord, noord] : []);
    expect(refusals(state)).toEqual([expect.stringContaining("dit stuk is er al")]);
  });
});
