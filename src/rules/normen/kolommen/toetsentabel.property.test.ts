import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Breuk, breuk } from "#domain/breuk.ts";
import { createBibliotheek } from "#domain/document.ts";
import type { Eis, EisOnderwerp, Vergelijking } from "#domain/eis.ts";
import { NIETS_INGEVULD } from "#domain/invulling.ts";
import type { Toets } from "#domain/toets.ts";
import type { Verwijzing, Waarde } from "#domain/waarde.ts";
import { createCijferbron, type Waarneming } from "#domain/waarneming.ts";
import { geschud, inOrder } from "#test/arbitraries.ts";
import { leesDocument } from "#test/builders.ts";
import { computeToets } from "../toets.ts";
import { createJsKern } from "./kern-js.ts";
import { createToetsentabel, type Gevraagd, type Toetsentabelvraag } from "./toetsentabel.ts";

const MOMENTEN = ["2024-12-31", "2025-12-31"];
const CIJFERS = ["aa", "bb", "cc", "dd"];

const basis = leesDocument(`soort: toets
id: proef
titel: Een proef
onderwerp: algemeen
bron: verzonnen voor een proef
status: voorbeeld
parameters:
  bekend: { eenheid: deel, waarde: 2/3 }
  leeg: { eenheid: deel, zekerheid: onzeker }
  groeit: { eenheid: deel, ingroeipad: { van: 10 %, naar: 30 %, vanaf: 2024, doel: 2026, verloop: lineair } }
  einden: { eenheid: grenzen, zekerheid: onzeker }
afgeleid: { samen: aa + bb, deel: aa / bb }
niveau: [gemeente]
eisen: { e: { aantal: aa, minstens: 1 } }
`) as Toets;

const getal: fc.Arbitrary<Breuk> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -2, max: 6 }).map((n) => breuk(n)) },
  { weight: 1, arbitrary: fc.constantFrom(breuk(1, 3), breuk(2, 3), breuk(-1, 2)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(breuk(2n ** 53n - 1n), breuk(2n ** 53n), breuk(1n, 10n ** 17n)),
  },
);

const verwijzing: fc.Arbitrary<Verwijzing> = fc
  .tuple(
    fc.constantFrom(...CIJFERS, "samen", "deel", "bekend", "leeg", "groeit"),
    fc.constantFrom(undefined, undefined, undefined, "regio" as const),
  )
  .map(([naam, van]) => ({ naam, pad: [], ...(van ? { van } : {}) }));

const waarde: fc.Arbitrary<Waarde> = fc.oneof(
  getal.map((n): Waarde => ({ soort: "getal", getal: n, tekst: "" })),
  verwijzing.map((v): Waarde => ({ soort: "verwijzing", verwijzing: v })),
  fc.tuple(getal, verwijzing).map(
    ([n, van]): Waarde => ({
      soort: "deel-van",
      deel: { soort: "getal", getal: n, tekst: "" },
      van,
    }),
  ),
  fc
    .tuple(fc.constantFrom("bekend", "leeg", "aa"), verwijzing)
    .map(([naam, van]): Waarde => ({ soort: "deel-van", deel: { soort: "parameter", naam }, van })),
);

const onderwerp: fc.Arbitrary<EisOnderwerp> = fc.oneof(
  waarde.map((van): EisOnderwerp => ({ soort: "aantal", van })),
  fc
    .tuple(verwijzing, verwijzing)
    .map(([teller, noemer]): EisOnderwerp => ({ soort: "aandeel", teller, noemer })),
  verwijzing.map((wat): EisOnderwerp => ({ soort: "som", wat, over: "gemeenten" })),
  fc.constant<EisOnderwerp>({ soort: "kenmerk", naam: "kleur" }),
);

const vergelijking: fc.Arbitrary<Vergelijking> = fc.oneof(
  fc
    .tuple(fc.constantFrom("minstens", "hoogstens", "meer-dan", "minder-dan", "gelijk-aan"), waarde)
    .map(([soort, w]) => ({ soort, waarde: w }) as Vergelijking),
  fc.tuple(waarde, waarde, fc.constantFrom("beide", "van", "tot", "geen", "einden")).map(
    ([van, tot, g]): Vergelijking => ({
      soort: "tussen",
      van,
      tot,
      grenzen:
        g === "einden" ? { soort: "parameter", naam: g } : { soort: "vast", grenzen: g as "van" },
    }),
  ),
  fc.constant<Vergelijking>({ soort: "is", codes: ["rood"] }),
);

const eis: fc.Arbitrary<Eis> = fc.letrec<{ eis: Eis }>((tie) => ({
  eis: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc
      .tuple(onderwerp, vergelijking)
      .map(([o, v]): Eis => ({ soort: "vergelijking", onderwerp: o, vergelijking: v })),
    fc
      .array(verwijzing, { minLength: 1, maxLength: 2 })
      .map((wat): Eis => ({ soort: "aanwezig", wat })),
    fc
      .tuple(
        fc.constantFrom("alle" as const, "een-van" as const),
        fc.array(tie("eis"), { minLength: 1, maxLength: 3 }),
      )
      .map(([soort, eisen]): Eis => ({ soort, eisen })),
    tie("eis").map((e): Eis => ({ soort: "niet", eis: e })),
    fc
      .tuple(tie("eis"), tie("eis"), fc.option(tie("eis"), { nil: undefined }))
      .map(
        ([als, dan, anders]): Eis => ({ soort: "als", als, dan, ...(anders ? { anders } : {}) }),
      ),
    tie("eis").map((geldt): Eis => ({ soort: "voor-elk", as: "gemeenten", geldt })),
  ),
})).eis;

type Cel = { readonly cijfer: string; readonly gemeente: string; readonly jaar: number };

/** A figure, an explicit unknown, or nothing at all. */
const inhoud = fc.oneof(
  { weight: 6, arbitrary: getal },
  { weight: 1, arbitrary: fc.constant("onbekend" as const) },
  { weight: 1, arbitrary: fc.constant(undefined) },
);

function waarnemingOf(
  { cijfer, gemeente, jaar }: Cel,
  wat: Breuk | "onbekend" | undefined,
): readonly Waarneming[] {
  if (wat === undefined) return [];
  return [
    {
      indicator: cijfer,
      gebied: gemeente,
      cel: [],
      moment: `${2024 + jaar}-01-01`,
      bron: "proef",
      inhoud: wat === "onbekend" ? { soort: "onbekend" } : { soort: "getal", waarde: wat },
    },
  ];
}

const GEMEENTEN = ["A", "B", "C"];
const CELLEN: readonly Cel[] = CIJFERS.flatMap((cijfer) =>
  GEMEENTEN.flatMap((gemeente) => [0, 1].map((jaar) => ({ cijfer, gemeente, jaar }))),
);

const cijfers = fc
  .tuple(
    ...CELLEN.map(() => inhoud),
    ...GEMEENTEN.map(() => fc.constantFrom("rood", "geel", undefined)),
  )
  .map((drawn): readonly Waarneming[] => [
    ...CELLEN.flatMap((cel, i) => waarnemingOf(cel, drawn[i] as Breuk | "onbekend" | undefined)),
    ...GEMEENTEN.flatMap((gebied, i): Waarneming[] => {
      const code = drawn[CELLEN.length + i] as string | undefined;
      if (!code) return [];
      return [
        { indicator: "kleur", gebied, cel: [], bron: "proef", inhoud: { soort: "kenmerk", code } },
      ];
    }),
  ]);

const eisen = fc.array(eis, { minLength: 1, maxLength: 4 });

function vraagOver(
  list: readonly Eis[],
  waarnemingen: readonly Waarneming[],
  gemeenten: readonly string[] = GEMEENTEN,
  asked: Pick<Gevraagd, "toepassing" | "leden"> = {},
): Toetsentabelvraag {
  const document = { ...basis, eisen: Object.fromEntries(list.map((e, i) => [`e${i}`, e])) };
  return {
    toetsen: [{ document, ingevuld: NIETS_INGEVULD, ...asked }],
    gebied: {
      id: "proef",
      titel: "de proef",
      eenheden: gemeenten.map((id) => ({ id, naam: id })),
      deelregios: {},
      onzeker: [],
    },
    cijfers: createCijferbron(waarnemingen),
    bibliotheek: createBibliotheek([document]),
    momenten: MOMENTEN,
  };
}

/** Per norm, moment and gemeente, as the table has it. */
function tabelOf(vraag: Toetsentabelvraag, tabel = createToetsentabel(vraag)): readonly string[] {
  return tabel.normen.flatMap((_, norm) =>
    MOMENTEN.flatMap((_moment, jaar) =>
      vraag.gebied.eenheden.map(
        ({ id }, i) => `${norm} ${jaar} ${id} ${tabel.verdict(norm, i, jaar)}`,
      ),
    ),
  );
}

const KERN = { ja: "voldoet", nee: "voldoet-niet", onbekend: "onbekend" } as const;

/** The same by carrying out the toets once a moment, in fractions. */
function stukVoorStuk({ toetsen, momenten, ...rest }: Toetsentabelvraag): readonly string[] {
  return toetsen.flatMap(({ document, ingevuld }) =>
    Object.keys(document.eisen).flatMap((_, norm) =>
      momenten.flatMap((op, jaar) =>
        computeToets({
          ...rest,
          document,
          ingevuld,
          op,
          niveau: "gemeente",
          uitleg: [],
          besluiten: [],
        }).eenheden.map(({ id, oordelen }) => {
          const oordeel = KERN[oordelen[norm]?.verslag.waarheid ?? "onbekend"];
          return `${norm} ${jaar} ${id} ${oordeel}`;
        }),
      ),
    ),
  );
}

describe("a table of toetsen", () => {
  it("has no verdict where a document gives none per gemeente", () => {
    const document = { ...basis, niveau: ["regio"] };
    const vraag = { ...vraagOver([], []), toetsen: [{ document, ingevuld: NIETS_INGEVULD }] };
    const lines = tabelOf(vraag);
    expect(lines.filter((line) => !line.endsWith("niet-van-toepassing"))).toEqual([]);
    expect(lines).toHaveLength(MOMENTEN.length * GEMEENTEN.length);
  });

  it("has the verdicts that computeToets gives one by one, of any eis over any figures", () => {
    fc.assert(
      fc.property(eisen, cijfers, (list, known) => {
        const vraag = vraagOver(list, known);
        expect(tabelOf(vraag)).toEqual(stukVoorStuk(vraag));
      }),
      { numRuns: 300 },
    );
  });

  it("has the same verdicts without WebAssembly", () => {
    fc.assert(
      fc.property(eisen, cijfers, (list, known) => {
        const vraag = vraagOver(list, known);
        expect(tabelOf(vraag, createToetsentabel(vraag, createJsKern))).toEqual(tabelOf(vraag));
      }),
    );
  });

  it("does not look at the order of the gemeenten", () => {
    fc.assert(
      fc.property(eisen, cijfers, geschud(fc.constant(GEMEENTEN)), (list, known, { order }) => {
        const one = tabelOf(vraagOver(list, known)).toSorted();
        const other = tabelOf(vraagOver(list, known, inOrder(GEMEENTEN, order))).toSorted();
        expect(other).toEqual(one);
      }),
    );
  });

  it("is after a change what it is when made anew, counts and all", () => {
    fc.assert(
      fc.property(
        eisen,
        cijfers,
        fc.array(fc.tuple(fc.constantFrom(...CELLEN), inhoud), { minLength: 1, maxLength: 4 }),
        (list, known, changes) => {
          const [toepassing] = list;
          const asked = toepassing ? { toepassing } : {};
          const vraag = vraagOver(list, known, GEMEENTEN, asked);
          const tabel = createToetsentabel(vraag);
          let now = known;
          for (const [cel, wat] of changes) {
            const moment = `${2024 + cel.jaar}-01-01`;
            const others = now.filter(
              (item) =>
                item.indicator !== cel.cijfer ||
                item.gebied !== cel.gemeente ||
                item.moment !== moment,
            );
            now = [...others, ...waarnemingOf(cel, wat)];
            tabel.change(cel.cijfer, cel.gemeente, createCijferbron(now));
          }
          const fresh = vraagOver(list, now, GEMEENTEN, asked);
          const anew = createToetsentabel(fresh);
          expect(tabelOf(vraag, tabel)).toEqual(tabelOf(fresh, anew));
          const counts = (one: typeof anew) => one.normen.map((_, norm) => one.counts(norm));
          expect(counts(tabel)).toEqual(counts(anew));
          tabel.evaluate();
          expect(counts(tabel)).toEqual(counts(anew));
        },
      ),
    );
  });

  it("applies where its toepassing holds and its gebied reaches, and is open where that is", () => {
    fc.assert(
      fc.property(eis, eis, cijfers, (asked, toepassing, known) => {
        const [own, applies] = [asked, toepassing].map((one) => tabelOf(vraagOver([one], known)));
        const leden = new Set(["A", "C"]);
        const together = tabelOf(vraagOver([asked], known, GEMEENTEN, { toepassing, leden }));
        const expected = (own ?? []).map((line, i) => {
          const [place, verdict] = [line.slice(0, "0 0 A".length), line.slice("0 0 A ".length)];
          const first = applies?.[i]?.slice("0 0 A ".length);
          if (place.endsWith("B") || first === "voldoet-niet")
            return `${place} niet-van-toepassing`;
          return `${place} ${first === "voldoet" ? verdict : "onbekend"}`;
        });
        expect(together).toEqual(expected);
      }),
    );
  });

  it("never says that a comparison is met of a figure that is missing", () => {
    fc.assert(
      fc.property(vergelijking, (v) => {
        const asked: Eis = {
          soort: "vergelijking",
          onderwerp: {
            soort: "aantal",
            van: { soort: "verwijzing", verwijzing: { naam: "aa", pad: [] } },
          },
          vergelijking: v,
        };
        const answers = tabelOf(vraagOver([asked, { soort: "niet", eis: asked }], []));
        expect(answers.filter((line) => !line.endsWith("onbekend"))).toEqual([]);
      }),
    );
  });
});
