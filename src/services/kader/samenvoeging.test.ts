import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import type { Boom } from "#domain/boom.ts";
import { isSameBoom, voegSamen } from "#rules/kader/index.ts";
import { voegTekstenSamen } from "./samenvoeging.ts";
import { schrijfBoom } from "./schrijf-boom.ts";
import { compareTeksten, readBoom } from "./tekstverschil.ts";

const WAS = `soort: verdeling
id: mijn # van ons
versie: 3
titel: 'Naar inwoners' # nog kiezen
spoor: 2

# de opgave
opgave: { aantal: urgenten, uit: vrijkomende-woningen }
stappen:
  - over: gemeenten # alle
    sleutel: { naar-rato-van: inwoners }
    voorwaarden:
      - hoogstens: 300 # per jaar
`;

describe("two texts of one document", () => {
  it("keep the comments, order and quotes of both where each changed something else", () => {
    const ander = WAS.replace("'Naar inwoners'", "'Ieder naar grootte'").replace(
      "spoor: 2",
      "spoor: 2\ntoelichting: |\n  Besproken in mei.\n  Nog open: de grens.",
    );
    const mijn = WAS.replace("300 # per jaar", "250 # per jaar, ons voorstel");
    const samen = voegTekstenSamen({ was: WAS, ander, mijn, versie: 4 });
    expect(samen?.keuzes).toEqual([]);
    expect(samen?.overgenomen.map(({ plaats, van }) => [plaats, van])).toEqual([
      ["titel", "ander"],
      ["toelichting", "ander"],
      ["stappen 1, voorwaarden 1, hoogstens", "mijn"],
    ]);
    expect(samen?.schrijf(new Map())).toEqual({
      netjes: true,
      tekst: mijn
        .replace("versie: 3", "versie: 4")
        .replace("'Naar inwoners'", "'Ieder naar grootte'")
        .replace(
          "spoor: 2",
          "spoor: 2\ntoelichting: |\n  Besproken in mei.\n  Nog open: de grens.",
        ),
    });
  });

  it("ask one choice for each place that both changed, and are mine or theirs there as chosen", () => {
    const ander = WAS.replace("300 #", "350 #").replace("spoor: 2\n", "");
    const mijn = WAS.replace("300 #", "250 #").replace("inwoners }", "woningvoorraad }");
    const samen = voegTekstenSamen({ was: WAS, ander, mijn, versie: 4 });
    expect(samen?.keuzes).toEqual([
      {
        naam: '["stappen",0,"voorwaarden",0,"hoogstens"]',
        plaats: "stappen 1, voorwaarden 1, hoogstens",
        ...{ was: "300", ander: "350", mijn: "250" },
      },
    ]);
    const naam = samen?.keuzes[0]?.naam ?? "";
    const mine = samen?.schrijf(new Map([[naam, "mijn"]]));
    const theirs = samen?.schrijf(new Map([[naam, "ander"]]));
    expect(mine).toEqual({
      netjes: true,
      tekst: mijn.replace("versie: 3", "versie: 4").replace("spoor: 2\n", ""),
    });
    expect(compareTeksten(mine?.tekst ?? "", theirs?.tekst ?? "")).toEqual([
      { plaats: "stappen 1, voorwaarden 1, hoogstens", was: "250", wordt: "350" },
    ]);
  });

  it("keep what each wrote behind a value, also where the other's text is the one that stays", () => {
    const ander = WAS.replace("'Naar inwoners' # nog kiezen", "'Ieder' # besproken in mei");
    const mijn = WAS.replace("spoor: 2", "spoor: 1 # ons voorstel").replace(
      "id: mijn # van ons",
      "id: mijn # van ons allen",
    );
    const samen = voegTekstenSamen({ was: WAS, ander, mijn, versie: 4 })?.schrijf(new Map());
    expect(samen).toEqual({
      netjes: true,
      tekst: mijn
        .replace("versie: 3", "versie: 4")
        .replace("'Naar inwoners' # nog kiezen", "'Ieder' # besproken in mei"),
    });
  });

  it("say which comments stay behind, and never lay one at a value that its writer did not choose", () => {
    const ander = WAS.replace("300 # per jaar", "350 # afgesproken in mei").replace(
      "stappen:",
      "# de grens is nog open\nstappen:",
    );
    const mijn = WAS.replace("300 # per jaar", "250 # per jaar").replace("# alle", "");
    const samen = voegTekstenSamen({ was: WAS, ander, mijn, versie: 4 });
    const naam = samen?.keuzes[0]?.naam ?? "";
    const mine = samen?.schrijf(new Map([[naam, "mijn"]]));
    expect(mine?.tekst).toContain("hoogstens: 250 # per jaar");
    expect(mine?.kwijt).toEqual(["# de grens is nog open", "# afgesproken in mei"]);
    const theirs = samen?.schrijf(new Map([[naam, "ander"]]));
    expect(theirs?.tekst).toContain("hoogstens: 350 # afgesproken in mei");
    expect(theirs?.kwijt).toEqual(["# de grens is nog open"]);
  });

  it("are compared whole where there was nothing before", () => {
    const samen = voegTekstenSamen({
      ander: "id: a\ntitel: een\n",
      mijn: "id: a\ntitel: twee\n",
      versie: 2,
    });
    expect(samen?.keuzes).toEqual([
      { naam: '["titel"]', plaats: "titel", ander: "een", mijn: "twee" },
    ]);
  });

  it("are not put together where one cannot be read", () => {
    const drie = { was: WAS, ander: WAS, mijn: "titel: [", versie: 4 };
    expect(voegTekstenSamen(drie)).toBeUndefined();
  });
});

const key = fc.constantFrom("titel", "bron", "stappen", "grens");
const word = fc.constantFrom("een", "420..480", "30%", "ja: nee", "# geen", "twee\nregels", "'x'");
const part: fc.Arbitrary<Boom> = fc.letrec<{ boom: Boom }>((tie) => ({
  boom: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    word,
    fc.array(tie("boom"), { minLength: 1, maxLength: 3 }),
    fc.dictionary(key, tie("boom"), { minKeys: 1, maxKeys: 4 }),
  ),
})).boom;
const document = fc
  .dictionary(key, part, { maxKeys: 4 })
  .map((rest): Boom => ({ id: "proef", ...rest }));

describe("a document that is written out", () => {
  it("always reads as what was wanted, whatever it is written from", () => {
    fc.assert(
      fc.property(document, document, document, (was, one, two) => {
        const [ander, mijn] = [stringify(one), stringify(two)];
        for (const kant of ["ander", "mijn"] as const) {
          const wanted = voegSamen(was, one, two).kies(() => kant);
          const { tekst } = schrijfBoom(wanted, [mijn, ander]);
          expect(isSameBoom(readBoom(tekst) ?? "", wanted)).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("is the writer's own text to the letter where nothing differs", () => {
    fc.assert(
      fc.property(document, (one) => {
        const tekst = `# van ons\n${stringify(one)}`;
        expect(schrijfBoom(one, [tekst, tekst])).toEqual({ tekst, netjes: true });
      }),
      { numRuns: 25 },
    );
  });
});
