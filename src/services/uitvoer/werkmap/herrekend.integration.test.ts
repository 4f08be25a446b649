import { readXlsx, writeXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { toNumber } from "#domain/breuk.ts";
import type { Afronding, Afrondingsmethode, Standregel } from "#domain/verdeling.ts";
import { recalculate, SOFFICE } from "#test/recalculate.ts";
import { scenarioUitvoer, uitvoerVan } from "#test/uitvoer-gevallen.ts";
import type { Uitvoerblad } from "../uitvoerblad.ts";
import { toOds } from "./ods.ts";
import { maakWerkmap } from "./werkmap.ts";
import { toWriteOptions, toXlsx } from "./xlsx.ts";

const ADRES = "https://voorbeeld.nl/verdeling/verkennen?document=sleutel-inwoners";
const URGENTEN = "regio=drechtsteden&op=2026-01-01&cijfer.urgenten=420 tot 480";
const DRIE = `${URGENTEN}&naast=sleutel-sociale-huur&naast=sleutel-mutaties`;
const GRENS = "regio=mra&op=2026-01-01&cijfer.mutatiegraad=0,6%25";

/** Two gemeenten with exactly a half left over, and one place. */
const TIE = `regio=drechtsteden&op=2026-01-01&cijfer.urgenten=7&${[
  ...["GM0482=100", "GM0505=300", "GM0523=200", "GM0531=200", "GM0590=200", "GM0610=200"],
  "GM0642=200",
]
  .map((figure) => `cijfer.inwoners@${figure}`)
  .join("&")}`;

const REGIOS: readonly (readonly [string, string])[] = [
  ["sleutel-inwoners", DRIE],
  ["sleutel-inwoners", "regio=holland-rijnland&op=2026&cijfer.urgenten=333"],
  ["sleutel-inwoners", TIE],
  ...["omhoog", "omlaag", "rekenkundig", "geen", "dhondt"].map(
    (methode) =>
      ["sleutel-inwoners", `${URGENTEN}&wijzig.stappen[0].afronding=${methode}`] as const,
  ),
  ...["open", "anderen", "later", "compenseren"].map(
    (keuze) => ["urgenten-bovengrens", `${GRENS}&kies.wat-niet-past=${keuze}`] as const,
  ),
];

const map = (blad: Uitvoerblad) => maakWerkmap(blad, ADRES);

type Lezing = Awaited<ReturnType<typeof readXlsx>>;

/** Every number and answer in a workbook that is not the same in another, by sheet and cell. */
function differences(made: Lezing, again: Lezing): readonly string[] {
  return made.sheets.flatMap((sheet) => {
    const other = again.sheets.find(({ name }) => name === sheet.name);
    return sheet.rows.flatMap((row, r) =>
      row.flatMap((value, c) => {
        const now = other?.rows[r]?.[c] ?? null;
        return isSame(value, now) ? [] : [`${sheet.name} ${r + 1},${c + 1}: ${value} en ${now}`];
      }),
    );
  });
}

/** An answer that came from an ods is saved as xlsx with 1 for WAAR. */
function isSame(value: unknown, now: unknown): boolean {
  if (typeof now !== "number") return (value ?? "") === (now ?? "");
  if (typeof value === "boolean") return value === (now === 1);
  if (typeof value !== "number") return false;
  return Math.abs(value - now) <= 1e-9 * Math.max(1, Math.abs(value));
}

function formulasIn({ sheets }: Lezing): number {
  const cells = sheets.flatMap((sheet) => [...(sheet.cells?.values() ?? [])]);
  return cells.filter(({ formula }) => formula !== undefined).length;
}

/** What somebody types over a figure in the file, and the sheet on which the engine has it too. */
const WIJZIGINGEN: readonly {
  readonly document: string;
  readonly query: string;
  readonly cijfer: string;
  readonly wordt: number;
  readonly dan: string;
}[] = [
  {
    document: "sleutel-inwoners",
    query: "regio=drechtsteden&op=2026-01-01&cijfer.urgenten=450",
    cijfer: "urgenten",
    wordt: 517,
    dan: "cijfer.urgenten=517",
  },
  {
    document: "sleutel-inwoners",
    query: "regio=drechtsteden&op=2026-01-01&cijfer.urgenten=450",
    cijfer: "inwoners GM0505",
    wordt: 31_000,
    dan: "cijfer.urgenten=450&cijfer.inwoners@GM0505=31.000",
  },
  ...["sainte-lague", "dhondt"].map((methode) => ({
    document: "sleutel-inwoners",
    query: `regio=drechtsteden&op=2026-01-01&cijfer.urgenten=450&wijzig.stappen[0].afronding=${methode}`,
    cijfer: "urgenten",
    wordt: 517,
    dan: `cijfer.urgenten=517&wijzig.stappen[0].afronding=${methode}`,
  })),
  {
    document: "urgenten-bovengrens",
    query: `${GRENS}&kies.wat-niet-past=anderen`,
    cijfer: "mutatiegraad",
    wordt: 0.0075,
    dan: "cijfer.mutatiegraad=0,75%25&kies.wat-niet-past=anderen",
  },
  {
    document: "urgenten-bovengrens",
    query: "regio=mra&op=2026-01-01&cijfer.mutatiegraad=6%25&kies.wat-niet-past=open",
    cijfer: "mutatiegraad",
    wordt: 0.006,
    dan: "cijfer.mutatiegraad=0,6%25&kies.wat-niet-past=open",
  },
];

const STANDREGELS: readonly Standregel[] = [
  { soort: "kleinste-basis" },
  { soort: "volgorde", eenheden: ["GM0505", "GM0482"] },
  { soort: "volgorde", eenheden: ["GM0482", "GM0505"] },
];

const methode = (naam: Afrondingsmethode) => ({ soort: "vast", methode: naam }) as const;
const ANDEREN = `${GRENS}&kies.wat-niet-past=anderen`;

/** Every way of making whole that a spreadsheet does over, with bounds and without. */
const AFRONDINGEN: readonly {
  readonly wat: string;
  readonly document: string;
  readonly query: string;
  readonly afronding: Partial<Afronding>;
}[] = [
  ...(["sainte-lague", "dhondt", "adams", "huntington-hill"] as const).flatMap((naam) =>
    [
      { wat: naam, document: "sleutel-inwoners", query: URGENTEN },
      { wat: `${naam} binnen grenzen`, document: "urgenten-bovengrens", query: ANDEREN },
    ].map((geval) => ({ ...geval, afronding: { methode: methode(naam) } })),
  ),
  {
    wat: "tientallen",
    document: "sleutel-inwoners",
    query: URGENTEN,
    afronding: { veelvoud: 10n },
  },
  {
    wat: "vijftallen binnen grenzen, volgens D'Hondt",
    document: "urgenten-bovengrens",
    query: ANDEREN,
    afronding: { veelvoud: 5n, methode: methode("dhondt") },
  },
  {
    wat: "tekort naar één gemeente",
    document: "sleutel-inwoners",
    query: URGENTEN,
    afronding: { methode: methode("omlaag"), restant: "GM0505" },
  },
  {
    wat: "teveel bij de grootste, in vijftallen",
    document: "sleutel-inwoners",
    query: URGENTEN,
    afronding: { methode: methode("omhoog"), restant: "grootste", veelvoud: 5n },
  },
  {
    wat: "teveel bij de grootste, binnen grenzen",
    document: "urgenten-bovengrens",
    query: ANDEREN,
    afronding: { methode: methode("rekenkundig"), restant: "grootste" },
  },
];

const zonder = SOFFICE ? "" : " (overgeslagen: LibreOffice is er niet)";

describe.skipIf(!SOFFICE)(`worked out anew in LibreOffice${zonder}`, () => {
  const cases = [
    ...REGIOS.map(([naam, query]) => ({ naam, blad: uitvoerVan(naam, query) })),
    ...STANDREGELS.map((regel) => ({
      naam: `gelijke stand, ${regel.soort}`,
      blad: uitvoerVan("sleutel-inwoners", TIE, (stap) => ({ ...stap, gelijkeStanden: [regel] })),
    })),
    ...AFRONDINGEN.map(({ wat, document, query, afronding }) => ({
      naam: `afronden: ${wat}`,
      blad: uitvoerVan(document, query, (stap) => ({
        ...stap,
        afronding: { ...stap.afronding, ...afronding },
      })),
    })),
    {
      naam: "naar rato van de uitkomst van een ander blad",
      blad: uitvoerVan("sleutel-inwoners", DRIE, (stap) => ({
        ...stap,
        sleutel: { soort: "uitkomst-van", document: "sleutel-sociale-huur" },
      })),
    },
    ...oneOfEach(scenarioUitvoer()),
  ];
  const files: Record<string, Uint8Array> = {};
  let again: Readonly<Record<string, Uint8Array>> = {};

  beforeAll(async () => {
    for (const [i, { blad }] of cases.entries()) {
      files[`x${i}.xlsx`] = await toXlsx(map(blad));
      // What differs is how formulas are written: some of every kind are enough.
      if (i % 4 === 0) files[`o${i}.ods`] = await toOds(map(blad));
    }
    for (const [i, { document, query, cijfer, wordt }] of WIJZIGINGEN.entries()) {
      files[`e${i}.xlsx`] = await withFigure(uitvoerVan(document, query), cijfer, wordt);
    }
    again = await recalculate(files);
  }, 180_000);

  it("is the same in every cell, for the library and for real regions", async () => {
    expect(new Set(cases.map(({ blad }) => blad.kolommen[0].naam)).size).toBeGreaterThan(20);
    let formulas = 0;
    for (const [naam, bytes] of Object.entries(again)) {
      if (naam.startsWith("e")) continue;
      const i = Number(naam.slice(1).split(".")[0]);
      const made = await readXlsx(files[`x${i}.xlsx`] ?? new Uint8Array());
      formulas += formulasIn(made);
      expect(differences(made, await readXlsx(bytes)), `${naam} ${cases[i]?.naam}`).toEqual([]);
    }
    expect(formulas).toBeGreaterThan(5000);
  });

  it.each(WIJZIGINGEN.map((wijziging, i) => ({ ...wijziging, i })))(
    "follows $cijfer in $document when somebody changes it, as the engine does",
    async ({ document, query, dan, i }) => {
      const numbers = outcomeOf(document, `${query.split("&").slice(0, 2).join("&")}&${dan}`);
      const { sheets } = await readXlsx(again[`e${i}.xlsx`] ?? new Uint8Array());
      const rows = sheets.find(({ name }) => name === "Uitkomst")?.rows ?? [];
      const units = rows.slice(1, numbers.length + 1);
      expect(units.map((row) => [row[1], row[3]])).toEqual(numbers);
      const before = outcomeOf(document, query);
      const same = numbers.map(([, number], unit) => number === before[unit]?.[1]);
      expect(units.map((row) => row[10])).toEqual(same);
      expect(same).toContain(false);
      expect(rows[numbers.length + 4]?.[3]).toBe(true);
    },
  );
});

function outcomeOf(document: string, query: string) {
  return uitvoerVan(document, query).kolommen[0].rijen.map(({ eenheid, aantal }) => [
    eenheid.naam,
    aantal && toNumber(aantal.midden),
  ]);
}

/** The first scenario of every document, and all of those with a bound. */
function oneOfEach(all: ReturnType<typeof scenarioUitvoer>) {
  const seen = new Set<string>();
  return all.filter(({ blad, naam }) => {
    const document = blad.kolommen[0].naam;
    const known = seen.has(document);
    seen.add(document);
    return !known || naam.startsWith("urgenten-bovengrens");
  });
}

/** The file after somebody typed another number over one figure. */
async function withFigure(blad: Uitvoerblad, figure: string, value: number): Promise<Uint8Array> {
  const options = toWriteOptions(map(blad), ",");
  const [indicator, gebied] = figure.split(" ");
  const cells = options.sheets.find(({ name }) => name === "Cijfers")?.cells;
  const all = blad.cijfers.flatMap((cijfer, i) =>
    cijfer.indicator === indicator && (!gebied || cijfer.gebied === gebied) ? [i] : [],
  );
  if (all.length === 0 || !cells) throw new Error(`${figure} does not stand in the file`);
  for (const i of all) cells.set(`${i + 1},4`, { value });
  return writeXlsx(options);
}
