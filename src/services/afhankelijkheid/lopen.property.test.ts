import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Wijziging } from "#domain/afhankelijkheid.ts";
import { breuk } from "#domain/breuk.ts";
import { type Bibliotheek, documentnaam, type RegieDocument } from "#domain/document.ts";
import type { Cijferbron, Waarneming } from "#domain/waarneming.ts";
import { createRegister } from "#rules/kader/index.ts";
import { toCanoniek } from "#services/kader/canoniek.ts";
import { basis } from "#test/basis.ts";
import { type Gelopen, type Loop, rerunAffected, runLoop, type Wereld, wereldOp } from "./lopen.ts";

const OP = "2026-07-01";
const REGIOS = ["drechtsteden", "bevelanden"];
const LEVELS = ["gemeente"];

/** Every shipped document that is carried out over a region, for two regions. */
const lopen: readonly Loop[] = basis.bibliotheek
  .list()
  .filter(({ soort }) => ["verdeling", "toets", "traject", "kader"].includes(soort))
  .flatMap((document) => REGIOS.flatMap((regio) => loopsOf(document, regio)));

function loopsOf(document: RegieDocument, regio: string): readonly Loop[] {
  const naam = documentnaam(document);
  const own = { naam: `${naam} ${regio}`, document: naam, regio };
  if (document.soort !== "toets") return [own];
  return LEVELS.map((niveau) => ({ ...own, naam: `${own.naam} ${niveau}`, niveau }));
}

/**
 * What ships, with a made-up figure of 2025 wherever a gemeente has none: else most runs would end
 * at what is missing, and prove little.
 */
function filledIn(base: Cijferbron): Cijferbron {
  return {
    find: (indicator, gebied) => {
      const found = base.find(indicator, gebied);
      if (found.length > 0 || !gebied.startsWith("GM") || indicator === "regenval") return found;
      const waarde = breuk(
        BigInt(
          [...`${indicator}${gebied}`].reduce((n, c) => (n * 31 + c.charCodeAt(0)) % 997, 7) + 1,
        ),
      );
      return [
        {
          indicator,
          gebied,
          cel: [],
          moment: "2025",
          bron: "proef",
          inhoud: { soort: "getal", waarde },
        },
      ];
    },
  };
}

function worldOn(op: string): Wereld {
  const world = wereldOp(basis, op);
  return { ...world, cijfers: filledIn(world.cijfers) };
}

const wereld = worldOn(OP);
const start: readonly Gelopen[] = lopen.map((loop) => runLoop(loop, wereld));

/** The outcomes as text; the day on which each was made is not part of what it says. */
function outcomes(gelopen: readonly Gelopen[]): readonly string[] {
  return gelopen.map(({ naam, uitkomst }) => `${naam} ${toCanoniek(withoutDay(uitkomst))}`);
}

function withoutDay(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDay);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== "op");
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutDay(inner)]));
}

function full(world: Wereld): readonly string[] {
  return outcomes(lopen.map((loop) => runLoop(loop, world)));
}

/** Figures that some run asked for, delivered or not. */
const asked = [
  ...new Set(start.flatMap(({ leunt }) => leunt.cijfers.map((c) => `${c.indicator} ${c.gebied}`))),
].sort();

const figure = fc.record({
  key: fc.constantFrom(...asked),
  moment: fc.constantFrom(undefined, "2025", "2026-01-01", "2026-06-30", "2027-01-01"),
  value: fc.option(fc.bigInt(0n, 100_000n)),
});

type Figure = {
  readonly key: string;
  readonly moment: string | undefined;
  readonly value: bigint | null;
};

function withFigure(base: Cijferbron, { key, moment, value }: Figure): Cijferbron {
  const [indicator = "", gebied = ""] = key.split(" ");
  const own: Waarneming = {
    indicator,
    gebied,
    cel: [],
    bron: "proef",
    inhoud: value === null ? { soort: "onbekend" } : { soort: "getal", waarde: breuk(value) },
    ...(moment === undefined ? {} : { moment }),
  };
  return {
    find: (naam, waar) => {
      const found = base.find(naam, waar);
      return naam === indicator && waar === gebied ? [own, ...found] : found;
    },
  };
}

/** Documents that a run may lean on, each with a change that a figure or number can feel. */
const editable = basis.bibliotheek
  .list()
  .filter(({ soort }) => soort !== "indeling" && soort !== "rangorde");

function edited(document: RegieDocument): RegieDocument {
  if (document.soort === "indicator") return { ...document, optelbaar: !document.optelbaar };
  if (document.soort === "verdeling") return { ...document, stappen: document.stappen.slice(0, 1) };
  return { ...document, geldigTot: "2026-01-01" };
}

function withDocument(base: Bibliotheek, changed: RegieDocument): Bibliotheek {
  const naam = documentnaam(changed);
  return {
    find: (asked_) => {
      const found = base.find(asked_);
      return found && documentnaam(found) === naam ? changed : found;
    },
    list: () => base.list().map((one) => (documentnaam(one) === naam ? changed : one)),
  };
}

describe("running again only what a change touches", { timeout: 120_000 }, () => {
  it("gives what running everything gives, after any edits of figures", () => {
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1, maxLength: 3 }), (edits) => {
        let gelopen = start;
        let world = wereld;
        for (const edit of edits) {
          const [indicator = "", gebied = ""] = edit.key.split(" ");
          world = { ...world, cijfers: withFigure(world.cijfers, edit) };
          const wijziging: Wijziging = { soort: "cijfer", indicator, gebied };
          gelopen = rerunAffected(gelopen, wijziging, world).gelopen;
        }
        expect(outcomes(gelopen)).toEqual(full(world));
      }),
      { numRuns: 3 },
    );
  });

  it("gives what running everything gives, after any edit of a document", () => {
    fc.assert(
      fc.property(fc.constantFrom(...editable), (document) => {
        const world = {
          ...wereld,
          bibliotheek: withDocument(wereld.bibliotheek, edited(document)),
        };
        const wijziging: Wijziging = { soort: "document", document: documentnaam(document) };
        expect(outcomes(rerunAffected(start, wijziging, world).gelopen)).toEqual(full(world));
      }),
      { numRuns: 3 },
    );
  });

  it("gives what running everything gives, whatever day it becomes", () => {
    const days = fc
      .date({ min: new Date("2021-01-01"), max: new Date("2039-12-31"), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, (tot) => {
        const world = worldOn(tot);
        const wijziging: Wijziging = { soort: "dag", van: OP, tot };
        expect(outcomes(rerunAffected(start, wijziging, world).gelopen)).toEqual(full(world));
      }),
      { numRuns: 4, examples: [["2026-07-02"], ["2026-12-31"], ["2026-01-01"]] },
    );
  });
});

describe("running again", () => {
  it("touches nothing where no run asked for the figure", () => {
    const wijziging: Wijziging = { soort: "cijfer", indicator: "regenval", gebied: "GM0505" };
    const { gelopen, opnieuw } = rerunAffected(start, wijziging, wereld);
    expect(opnieuw).toEqual([]);
    expect(gelopen.every((run, i) => run === start[i])).toBe(true);
  });

  it("touches only runs over the region of the figure, and leaves the others as they are", () => {
    const wijziging: Wijziging = { soort: "cijfer", indicator: "inwoners", gebied: "GM0505" };
    const { gelopen, opnieuw } = rerunAffected(start, wijziging, wereld);
    expect(opnieuw).toContain("sleutel-inwoners@1 drechtsteden");
    expect(opnieuw).not.toContain("sleutel-inwoners@1 bevelanden");
    expect(opnieuw).not.toContain("sleutel-sociale-huur@1 drechtsteden");
    const names = new Set(opnieuw);
    const kept = gelopen.filter(({ naam }, i) => !names.has(naam) && gelopen[i] === start[i]);
    expect(kept).toHaveLength(start.length - opnieuw.length);
  });

  it("tells missing figures too: what was not there is what a run waits for", () => {
    const loop = lopen.find(({ naam }) => naam === "gmr-urgenten@1 drechtsteden");
    const run = loop && runLoop(loop, wereldOp(basis, OP));
    const missing = run?.leunt.cijfers.filter(({ gevonden }) => !gevonden);
    expect(missing).toContainEqual({
      indicator: "vrijkomende-sociale-huurwoningen",
      gebied: "GM0505",
      gevonden: false,
    });
    const register = createRegister(start);
    const delivered: Wijziging = {
      soort: "cijfer",
      indicator: "vrijkomende-sociale-huurwoningen",
      gebied: "GM0505",
    };
    expect(register.affectedBy(delivered)).toContain("gmr-aandachtsgroepen@1 drechtsteden");
  });
});
