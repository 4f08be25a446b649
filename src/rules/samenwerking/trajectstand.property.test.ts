import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Rekengebied } from "#domain/gebied.ts";
import type { Parameterwaarde } from "#domain/kop.ts";
import { addDuur } from "#domain/peildatum.ts";
import type { Traject, Trajectstap } from "#domain/traject.ts";
import type { Gebeurtenis, Trajectstand } from "#domain/trajectstand.ts";
import { createCijferbron, GEHEEL, type Waarneming } from "#domain/waarneming.ts";
import { basis } from "#test/basis.ts";
import { listBetrokkenen } from "./eenheden.ts";
import { wegenVan } from "./stapvolgorde.ts";
import { computeTrajectstand } from "./trajectstand.ts";
import type { Trajectvraag } from "./trajectvraag.ts";

const { bibliotheek } = basis;
const trajecten = bibliotheek.list().filter((item): item is Traject => item.soort === "traject");

/** Two of everything is enough to forget one. */
const GEBIED: Rekengebied = {
  id: "r",
  titel: "een regio",
  eenheden: [
    { id: "GM0001", naam: "Aa", deelregio: "noord", provincie: "PV01" },
    { id: "GM0002", naam: "Bee", deelregio: "zuid", provincie: "PV02" },
  ],
  deelregios: { noord: "Noord", zuid: "Zuid" },
  onzeker: [],
};
const PROVINCIES = [
  { code: "PV01", naam: "Een" },
  { code: "PV02", naam: "Twee" },
];
const EERSTE_DAG = "2025-09-01";

function dag(number: number): string {
  return addDuur(EERSTE_DAG, { aantal: number, maat: "dagen" });
}

/** A real run; every figure that a gate may ask has one number, every term one length. */
function vraagOver(
  document: Traject,
  gebeurtenissen: readonly Gebeurtenis[],
  op: string,
  achterstand?: bigint,
): Trajectvraag {
  const figures: readonly Waarneming[] =
    achterstand === undefined
      ? []
      : ["achterstand-taakstelling", "afgeronde-werkpakketten"].map((indicator) => ({
          indicator,
          cel: [],
          gebied: GEHEEL,
          bron: "proef",
          inhoud: { soort: "getal", waarde: { teller: achterstand, noemer: 1n } },
        }));
  return {
    document,
    gebied: GEBIED,
    provincies: PROVINCIES,
    cijfers: createCijferbron(figures),
    bibliotheek,
    ingevuld: { parameters: filled(document) },
    gebeurtenissen,
    op,
    begin: EERSTE_DAG,
  };
}

function filled({ parameters }: Traject): Readonly<Record<string, Parameterwaarde>> {
  const values: Readonly<Record<string, Parameterwaarde>> = {
    duur: { soort: "duur", duur: { aantal: 3, maat: "weken" } },
    datum: { soort: "datum", datum: "2026-01-15" },
  };
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([naam, { eenheid }]) => {
      const value = values[eenheid];
      return value ? [[naam, value]] : [];
    }),
  );
}

type Actie = Omit<Gebeurtenis, "op" | "klaar"> & { readonly isKlaar?: boolean };

/** Everything that anybody could do or say, competent or not. */
function actiesIn(document: Traject): readonly Actie[] {
  return document.stappen.flatMap((stap) => [
    { stap: stap.naam, voor: {}, isKlaar: true, reden: "het is goed zo" },
    ...stap.bewijs.flatMap(({ stuk, voorElk, aantal = 1 }) =>
      voorAlle(voorElk).flatMap((voor) =>
        Array.from({ length: aantal }, () => ({ stap: stap.naam, stuk, voor })),
      ),
    ),
    ...voorAlle(stap.besluit?.voorElk).flatMap((voor) =>
      ["ps", "gs", "raad", "college"].map((orgaan) => ({ stap: stap.naam, orgaan, voor })),
    ),
    ...wegenVan(stap, document).map(({ naar, door = "gs" }) => ({
      stap: stap.naam,
      naar,
      orgaan: door,
      voor: {},
    })),
  ]);
}

function voorAlle(as: string | undefined): readonly Gebeurtenis["voor"][] {
  if (as === undefined) return [{}];
  const who = listBetrokkenen(as, { gebied: GEBIED, provincies: PROVINCIES });
  return who?.map(({ id }) => ({ [as]: id })) ?? [{ [as]: "iemand" }];
}

function opDag({ isKlaar, ...actie }: Actie, op: string): Gebeurtenis {
  return isKlaar ? { ...actie, klaar: op } : { ...actie, op };
}

/** Whether all that the law asks of a step was ever said to be there, told from the events alone. */
function isBewezen(stap: Trajectstap, acties: readonly Actie[]): boolean {
  const own = acties.filter((actie) => actie.stap === stap.naam);
  const covers = (voor: Gebeurtenis["voor"], actie: Actie) =>
    Object.entries(voor).every(([as, id]) => actie.voor[as] === id);
  const evidence = stap.bewijs.every(
    ({ stuk, voorElk, aantal = 1, ofNa }) =>
      ofNa !== undefined ||
      voorAlle(voorElk).every(
        (voor) => own.filter((one) => one.stuk === stuk && covers(voor, one)).length >= aantal,
      ),
  );
  const { besluit } = stap;
  const decided =
    besluit === undefined ||
    voorAlle(besluit.voorElk).every((voor) =>
      own.some(
        (one) =>
          one.orgaan === besluit.orgaan &&
          one.stuk === undefined &&
          one.naar === undefined &&
          covers(voor, one),
      ),
    );
  return evidence && decided;
}

/** The steps of the law that were passed without what the law asks. */
function overtredingen(document: Traject, acties: readonly Actie[], stand: Trajectstand) {
  const passed = new Set(stand.bezoeken.map(({ stap }) => stap));
  return document.stappen
    .filter((stap) => stap.wettelijk !== undefined && passed.has(stap.naam))
    .filter((stap) => !isBewezen(stap, acties))
    .map(({ naam }) => naam);
}

function run(document: Traject, acties: readonly Actie[], achterstand?: bigint): Trajectstand {
  const events = acties.map((actie, i) => opDag(actie, dag(i)));
  return computeTrajectstand(vraagOver(document, events, dag(acties.length), achterstand));
}

const MOST_STATES = 120;

describe.each(trajecten.map((document) => [document.id, document] as const))(
  "%s",
  (_, document) => {
    const acties = actiesIn(document);
    const keuze = fc.integer({ min: 0, max: acties.length - 1 });
    const gekozen = (numbers: readonly number[]) => numbers.flatMap((i) => acties[i] ?? []);
    const feiten = fc.constantFrom(undefined, 0n, 4n);

    it("lets nobody past a step of the law without what it asks, searched breadth first", () => {
      const seen = new Set<string>();
      const open: (readonly Actie[])[] = [[]];
      for (let taken = open.shift(); taken && seen.size < MOST_STATES; taken = open.shift()) {
        for (const actie of acties) {
          const next = [...taken, actie];
          const stand = run(document, next, 4n);
          expect(overtredingen(document, next, stand)).toEqual([]);
          const key = JSON.stringify([stand.stap, stand.stappen.map(({ gebrek }) => gebrek)]);
          if (!seen.has(key)) open.push(next);
          seen.add(key);
        }
      }
      expect(seen.size).toBeGreaterThan(1);
    });

    it("lets nobody past a step of the law when all but one thing happened, in any order", () => {
      fc.assert(
        fc.property(fc.shuffledSubarray([...acties.keys()]), feiten, (order, achterstand) => {
          const taken = gekozen(order);
          expect(overtredingen(document, taken, run(document, taken, achterstand))).toEqual([]);
        }),
        { numRuns: 60 },
      );
    });

    it("is not passed without any single thing that the law asks, when all else happened", () => {
      const wettelijk = document.stappen.filter((stap) => stap.wettelijk !== undefined);
      for (const left of acties.keys()) {
        const taken = acties.filter((_actie, i) => i !== left);
        const stand = run(document, taken, 4n);
        const lacking = wettelijk.filter((stap) => !isBewezen(stap, taken));
        const ended = stand.bezoeken.flatMap(({ stap, tot }) => (tot === undefined ? [] : [stap]));
        expect(ended.filter((naam) => lacking.some((stap) => stap.naam === naam))).toEqual([]);
      }
    });

    const lijst = fc.array(fc.tuple(keuze, fc.integer({ min: 0, max: 200 })), { maxLength: 14 });
    const events = (list: readonly (readonly [number, number])[]) =>
      list.flatMap(([i, day]) => {
        const actie = acties[i];
        return actie ? [opDag(actie, dag(day))] : [];
      });

    it("never takes back that a step was late when a later day is asked", () => {
      fc.assert(
        fc.property(lijst, fc.nat(220), fc.nat(60), feiten, (list, first, more, achterstand) => {
          const late = (day: number) =>
            computeTrajectstand(
              vraagOver(document, events(list), dag(day), achterstand),
            ).teLaat.map(({ stap }) => stap);
          expect(late(first + more)).toEqual(expect.arrayContaining(late(first)));
        }),
        { numRuns: 60 },
      );
    });

    it("gives the same state for the same events in another order", () => {
      const pair = lijst.chain((list) =>
        fc.tuple(
          fc.constant(list),
          fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
        ),
      );
      fc.assert(
        fc.property(pair, ([list, other]) => {
          const [a, b] = [list, other].map((some) =>
            computeTrajectstand(vraagOver(document, events(some), dag(220), 4n)),
          );
          expect(b).toEqual(a);
        }),
        { numRuns: 60 },
      );
    });

    const [eerste] = document.stappen;
    const onzin: readonly Gebeurtenis[] = [
      { stap: "bestaat-niet", klaar: dag(3), voor: {} },
      { stap: eerste?.naam ?? "", stuk: "bestaat-niet", op: dag(3), voor: {} },
      { stap: eerste?.naam ?? "", orgaan: "corporatie", op: dag(3), voor: {} },
      { stap: eerste?.naam ?? "", naar: "bestaat-niet", orgaan: "gs", op: dag(3), voor: {} },
      { stap: eerste?.naam ?? "", klaar: dag(3), naar: "einde", voor: {} },
      { stap: eerste?.naam ?? "", klaar: dag(221), voor: {} },
      { stap: eerste?.naam ?? "", klaar: "2025-08-31", voor: {} },
      { stap: eerste?.naam ?? "", genodigde: "corporatie", voor: {} },
      {
        stap: eerste?.naam ?? "",
        genodigde: "corporatie",
        op: dag(3),
        voor: { gemeente: "GM9999" },
      },
    ];

    it("refuses what cannot be, by name, and carries out nothing of it", () => {
      fc.assert(
        fc.property(lijst, fc.constantFrom(...onzin), (list, wrong) => {
          const good = events(list);
          const [before, after] = [good, [wrong, ...good]].map((some) =>
            computeTrajectstand(vraagOver(document, some, dag(220), 4n)),
          );
          expect({ ...after, meldingen: [] }).toEqual({ ...before, meldingen: [] });
          const told = after?.meldingen.filter(({ soort }) => soort === "geweigerd") ?? [];
          expect(told.length).toBe(
            1 + (before?.meldingen.filter(({ soort }) => soort === "geweigerd").length ?? 0),
          );
          expect(told.map((melding) => ("reden" in melding ? melding.reden : "")).join()).toContain(
            `«${wrong.stap}`,
          );
        }),
        { numRuns: 60 },
      );
    });
  },
);
