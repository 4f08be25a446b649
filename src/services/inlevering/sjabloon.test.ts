import { describe, expect, it } from "vitest";
import { formatBreuk } from "#domain/breuk.ts";
import type { Inleverkop } from "#domain/inlevering.ts";
import type { Werkcel, Werkmap } from "#domain/werkmap.ts";
import { controleer, leesInlevering } from "#rules/cijfers/inlezen/controle.ts";
import { stelKoppelingVoor } from "#rules/cijfers/inlezen/voorstel.ts";
import { parseWerkmap } from "#sources/werkmap/parse-werkmap.ts";
import { WERKMAPVORMEN, type Werkmapvorm, writeWerkmap } from "#sources/werkmapschrijver.ts";
import { achterElkaar } from "#test/achter-elkaar.ts";
import { basis } from "#test/basis.ts";
import { createInleeskennis } from "./inleeskennis.ts";
import { sjabloonFor } from "./sjabloon.ts";
import { toOpmerkingenlijst } from "./verslag.ts";

const kennis = createInleeskennis(basis, []);
const KOP: Inleverkop = { afzender: "Drechtsteden", bron: "eigen telling" };

function formulier(cijfer: string, moment: string): Werkmap {
  const made = sjabloonFor(basis, { cijfer, gebied: "drechtsteden", moment });
  if ("fout" in made) throw new Error(made.fout);
  return made.werkmap;
}

/** The form with a number typed in every row. */
function ingevuld(werkmap: Werkmap): Werkmap {
  const [blad] = werkmap.bladen;
  const kolom = blad?.rijen[0]?.findIndex((cel) => cel.soort === "tekst" && cel.tekst === "waarde");
  const rijen = (blad?.rijen ?? []).map((rij, nummer) =>
    rij.map(
      (cel, i): Werkcel => (nummer > 0 && i === kolom ? { soort: "getal", getal: nummer } : cel),
    ),
  );
  return { bladen: [{ naam: "Cijfers", rijen }] };
}

async function teruggelezen(werkmap: Werkmap, vorm: Werkmapvorm) {
  const lezing = await parseWerkmap(await writeWerkmap(werkmap, vorm), `formulier.${vorm}`);
  if (!lezing.ok) throw new Error(JSON.stringify(lezing.fouten));
  const [blad] = lezing.werkmap.bladen;
  if (!blad) throw new Error("it has a sheet");
  const { koppeling, onzeker } = stelKoppelingVoor(blad, kennis);
  const gelezen = achterElkaar(
    leesInlevering({
      werkmap: lezing.werkmap,
      koppelingen: [koppeling],
      verbeteringen: [],
      kop: KOP,
      kennis,
    }),
  );
  return { onzeker, ...achterElkaar(controleer(gelezen, [])) };
}

describe("an empty form", () => {
  it.each(
    WERKMAPVORMEN.flatMap((vorm) => [
      [vorm, "inwoners", "2026-01-01"] as const,
      [vorm, "nieuwbouw", "2025"] as const,
      [vorm, "woonbehoefte-aandachtsgroepen", "2026"] as const,
    ]),
  )("as %s for %s is read back without a question, and exactly", async (vorm, cijfer, moment) => {
    const form = ingevuld(formulier(cijfer, moment));
    const { onzeker, vragen, bevindingen, cijfers } = await teruggelezen(form, vorm);
    expect([[...onzeker], vragen, bevindingen]).toEqual([[], [], []]);
    const read = cijfers.map(({ waarneming: { inhoud } }) =>
      inhoud.soort === "getal" ? formatBreuk(inhoud.waarde) : inhoud.soort,
    );
    expect(read).toEqual((form.bladen[0]?.rijen ?? []).slice(1).map((_, i) => `${i + 1}`));
    expect(new Set(cijfers.map(({ waarneming }) => waarneming.indicator))).toEqual(
      new Set([cijfer]),
    );
    expect(new Set(cijfers.map(({ waarneming }) => waarneming.moment))).toEqual(new Set([moment]));
  });

  it("that nobody filled in brings nothing, and no fault", async () => {
    const leeg = await teruggelezen(formulier("inwoners", "2026-01-01"), "ods");
    expect([leeg.cijfers, leeg.bevindingen]).toEqual([[], []]);
  });

  it("is not made for a figure that is told of something else, or of a moment that does not fit", () => {
    const vraag = { gebied: "", moment: undefined };
    expect(sjabloonFor(basis, { ...vraag, cijfer: "bezit" })).toHaveProperty("fout");
    const dag = { cijfer: "nieuwbouw", gebied: "", moment: "2026-01-01" };
    expect(sjabloonFor(basis, dag)).toEqual({ fout: expect.stringContaining("een periode") });
  });
});

describe("a list of remarks", () => {
  it("computes nothing in the spreadsheet of who opens it", async () => {
    const lijst = toOpmerkingenlijst([
      {
        ...{ id: "1", ernst: "fout", code: "getal-onleesbaar", tekst: "Dit is geen getal." },
        waar: { blad: "Blad1", rij: 1, kolom: 1 },
        gevonden: '=HYPERLINK("http://x")',
        voorstellen: [],
      },
    ]);
    const csv = new TextDecoder().decode(await writeWerkmap(lijst, "csv"));
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
    for (const vorm of ["xlsx", "ods"] as const) {
      const lezing = await parseWerkmap(await writeWerkmap(lijst, vorm), `lijst.${vorm}`);
      const cel = lezing.ok ? lezing.werkmap.bladen[0]?.rijen[1]?.[3] : undefined;
      expect(cel).toEqual({ soort: "tekst", tekst: '=HYPERLINK("http://x")' });
    }
  });
});
