import { describe, expect, it } from "vitest";
import { formatVanTot } from "#domain/notatie.ts";
import { aStukbron, textsOf } from "#test/stukken.ts";
import { makeStuk, type Stukvraag, writeStuk } from "./stukken.service.ts";
import type { Reactie, Stukbron } from "./werk.ts";

const DRECHTSTEDEN = "regio=drechtsteden&op=2026-01-01&cijfer.mutatiegraad=5%25+tot+6%25";
const KEYS = aStukbron(
  "urgenten-bovengrens",
  `${DRECHTSTEDEN}&cijfer.urgenten=420+tot+480&naast=sleutel-inwoners&naast=sleutel-sociale-huur`,
);
const TOO_MUCH = aStukbron("urgenten-bovengrens", `${DRECHTSTEDEN}&wijzig.opgave.aantal=700`);
const ARNHEM = "regio=arnhem-nijmegen&op=2026-01-01&cijfer.mutatiegraad=5%25";
const PATH = aStukbron(
  "gmr-urgenten",
  aStukbron("gmr-urgenten", ARNHEM)
    .blad.eenheden.map(({ id }, i) => `&cijfer.plaatsingen-urgenten@${id}=${20 + i}`)
    .reduce((query, part) => query + part, ARNHEM),
);

function paper(bron: Stukbron, vraag: Stukvraag) {
  const made = makeStuk(bron, vraag);
  if (!made.ok) throw new Error(made.fouten.join(" "));
  return made.stuk;
}

function textOf(bron: Stukbron, vraag: Stukvraag): string {
  return textsOf(paper(bron, vraag)).join("\n");
}

describe("the A4 of a gemeente", () => {
  const { delen } = paper(KEYS, { soort: "a4" });

  it("is one page for each gemeente, by alphabet", () => {
    expect(delen.map(({ titel }) => titel)).toEqual(KEYS.blad.eenheden.map(({ naam }) => naam));
    expect(delen.every(({ eenBladzijde }) => eenBladzijde)).toBe(true);
  });

  it("says what each key would give it, and nothing of what they give another", () => {
    const text = textOf(KEYS, { soort: "a4", gemeente: "GM0505" });
    for (const { rijen, titel } of KEYS.blad.kolommen) {
      const own = rijen.find(({ eenheid }) => eenheid.id === "GM0505")?.aantal;
      expect(own && text).toContain(`${titel} | `);
    }
    const own = KEYS.blad.kolommen[0].rijen.find(({ eenheid }) => eenheid.id === "GM0505");
    expect(text).toContain(`Onze bijdrage ${own?.aantal && formatVanTot(own.aantal)} huishoudens`);
    for (const { naam } of KEYS.blad.eenheden.filter(({ id }) => id !== "GM0505")) {
      expect(text).not.toContain(naam);
    }
  });

  it("F085 names what rests on its own supply already, unknown and not nought", () => {
    const text = textOf(KEYS, { soort: "a4", gemeente: "GM0505" });
    expect(text).toContain("Daar rust al op vergunninghouders onbekend · lokale urgenten onbekend");
    expect(text).toContain("(wat onbekend is, gaat daar nog af)");
  });

  it("says what each choice does for it where something does not fit, and prefers none", () => {
    const text = textOf(TOO_MUCH, { soort: "a4", gemeente: "GM0505" });
    expect(text).toContain("Dordrecht staat op de bovengrens.");
    expect(text).toMatch(/open laten \| .* \| [\d.]+ \| [\d.]+ \| alleen het besluit/);
    expect(text).toContain("Geen van de vijf gaat voor.");
  });

  it("shows its own path over the years", () => {
    const text = textOf(PATH, { soort: "a4", gemeente: "GM0202" });
    expect(text).toContain("gemeente | 2024 | 2025 | 2026 | 2027");
    expect(text).toMatch(/Arnhem \| [\d.]+ \| [\d.]+ \| [\d.]+ \| [\d.]+/);
    expect(text).not.toContain("Nijmegen |");
  });

  it("of a gemeente that is not on the sheet is refused", () => {
    expect(makeStuk(KEYS, { soort: "a4", gemeente: "GM0363" })).toEqual({
      ok: false,
      fouten: ["«GM0363» staat niet in dit rekenblad."],
    });
  });
});

describe("every paper", () => {
  const asked: readonly Stukvraag[] = [{ soort: "a4" }, { soort: "oplegger" }, { soort: "nota" }];

  it.each(asked)(
    "of kind $soort has the sentence on top, and says at every page what it is worth",
    (vraag) => {
      const stuk = paper(KEYS, vraag);
      expect(stuk.stand).toContain("ambtelijk concept, niet bestuurlijk besproken");
      expect(stuk.voet.tekst).toContain("Peildatum 1 januari 2026");
      expect(stuk.voet.adres).toMatch(/^woonregie\.voorbeeld\.nl\/verdeling\/verkennen\?/);
      for (const { blokken } of stuk.delen) {
        const first = blokken.findIndex(({ soort }) => soort === "kop");
        const zin = blokken.findIndex(({ soort }) => soort === "zin");
        expect(zin >= 0 && zin < first).toBe(true);
        expect(blokken.at(-1)).toMatchObject({ soort: "verwijzing" });
      }
    },
  );

  it.each(asked)("of kind $soort has as many cells in a row as its table has columns", (vraag) => {
    for (const bron of [KEYS, TOO_MUCH, PATH]) {
      for (const blok of paper(bron, vraag).delen.flatMap(({ blokken }) => blokken)) {
        if (blok.soort !== "tabel") continue;
        const rows = [...blok.groepen.flatMap(({ rijen }) => rijen), ...blok.voet];
        for (const { cellen } of rows) expect(cellen).toHaveLength(blok.kolommen.length);
      }
    }
  });

  it.each(asked)(
    "F223 of kind $soort with a figure without source is for the own circle only",
    (vraag) => {
      const bron = { ...KEYS, zonderBron: ["Urgente huishoudens"] };
      expect(paper(bron, vraag).stand).toContain("zonder bron, alleen voor eigen gebruik");
      expect(textOf(bron, vraag)).toContain("zonder bron: Urgente huishoudens.");
      expect(paper(KEYS, vraag).stand).not.toContain("zonder bron");
    },
  );

  it("F093 says things as the region does; codes and names stay what they are", () => {
    const woorden = { bovengrens: "plafond", "evenwichtige-verdeling": "eerlijk deel" };
    const text = textOf({ ...TOO_MUCH, woorden }, { soort: "a4", gemeente: "GM0505" });
    expect(text).toContain("Dordrecht staat op de plafond.");
    expect(text).toContain("eerlijk deel van");
    expect(textOf(TOO_MUCH, { soort: "a4" })).toContain("bovengrens");
  });

  it("of what a bestuursorgaan decided carries no concept mark", () => {
    const blad = { ...KEYS.blad, status: "Vastgesteld", concept: false, voorbeeld: false };
    expect(paper({ ...KEYS, blad }, { soort: "nota" }).stand).toBe("Vastgesteld");
  });
});

describe("the paper of a kept version", () => {
  const versie = {
    naam: "werkgroep",
    nummer: 3,
    gemaaktOp: "2026-11-12T10:00:00Z",
    status: "klaar voor bespreking",
  };
  const herkomst = {
    soort: "versie",
    adres: "/verdeling/versies/v1",
    engineVersie: "1",
    hash: "9f2c41d0a7be55aa0000",
    versie,
  } as const;
  const stuk = paper(
    { ...KEYS, blad: { ...KEYS.blad, status: "Geldend", concept: false, herkomst } },
    { soort: "oplegger" },
  );

  it("says number, name, day and kenmerk at the foot, and where it is", () => {
    expect(stuk.voet).toMatchObject({
      tekst:
        "Peildatum 1 januari 2026 · versie 3 «werkgroep» van 12 november 2026 · kenmerk 9f2c41d0a7be55aa",
      adres: "woonregie.voorbeeld.nl/verdeling/versies/v1",
    });
    expect(stuk.gemaaktOp).toEqual(new Date(versie.gemaaktOp));
  });

  it("is a concept whatever its document is: nothing here was decided with it", () => {
    expect(stuk.stand).toBe(
      "Geldend · ambtelijk concept, niet bestuurlijk besproken · klaar voor bespreking",
    );
  });
});

describe("the oplegger", () => {
  it("asks what the sheet knows, and leaves the rest to people", () => {
    const text = textOf(TOO_MUCH, { soort: "oplegger" });
    expect(text).toMatch(
      /Te kiezen wat er gebeurt met de [\d.]+( tot [\d.]+)? huishoudens per jaar/,
    );
    for (const heading of ["Gevraagd besluit", "Context", "Alternatieven", "Gevolgen"]) {
      expect(text).toContain(heading);
    }
    expect(text).toContain("Kanttekeningen van gemeenten");
    expect(text).toContain("Wat niet is besloten\nDe verdeling zelf.");
    expect(text).toContain("Overleg in te vullen");
  });

  it("F212 shows what gemeenten said beside the numbers", () => {
    const own = { cijfer: "Inwoners", waarde: "120.000", bron: "telling" };
    const reacties = new Map<string, readonly Reactie[]>([
      ["GM0505", [{ ...own, soort: "gecorrigeerd" }]],
      ["GM0482", [{ soort: "niet gereageerd" }]],
    ]);
    const text = textOf({ ...KEYS, reacties }, { soort: "oplegger" });
    expect(text).toContain("Dordrecht\nVolgens de gemeente zelf: Inwoners 120.000 (telling).");
    expect(text).toContain("Alblasserdam\nDe gemeente heeft haar cijfers nog niet nagekeken.");
  });

  it("names no key as the better one, and keeps rows by alphabet", () => {
    const text = textOf(KEYS, { soort: "oplegger" });
    expect(text).toContain("Geen van de sleutels gaat voor.");
    expect(text.indexOf("Alblasserdam |")).toBeLessThan(text.indexOf("Dordrecht |"));
    expect(text.indexOf("Dordrecht |")).toBeLessThan(text.indexOf("Zwijndrecht |"));
  });
});

describe("the nota", () => {
  const text = textOf(KEYS, { soort: "nota" });

  it("F226 gives the account of the totals: key, base, rounding and result", () => {
    expect(text).toContain("De hele verdeling: 450 huishoudens");
    expect(text).toMatch(/naar rato van inwoners; de basis van allen samen is: [\d.]+/);
    expect(text).toContain("afgerond: grootste rest");
  });

  it("gives each figure with its source, day and certainty", () => {
    expect(text).toMatch(/Inwoners \| 7 gemeenten \| .* \| 1 januari 20\d\d \| CBS.* \| gemeten/);
    expect(text).toContain("ingevuld op deze pagina, niet nagegaan");
  });

  it("says with which words and which core it was made, and where the sheet is", () => {
    expect(text).toMatch(
      /Gerekend met rekenkern .+ Woorden: sjabloon versie 1 van 30 november 2026\./,
    );
    expect(text).toContain("https://woonregie.voorbeeld.nl/verdeling/verkennen?");
  });
});

describe("writing a paper", () => {
  it("gives a PDF or a Word file of the same paper", async () => {
    const stuk = paper(KEYS, { soort: "a4", gemeente: "GM0505" });
    const starts = await Promise.all(
      (["pdf", "docx"] as const).map(async (vorm) => {
        const made = await writeStuk(stuk, vorm);
        return made.ok ? Buffer.from(made.bytes).subarray(0, 4).toString("latin1") : made.fout;
      }),
    );
    expect(starts).toEqual(["%PDF", "PK\u0003\u0004"]);
  });
});
