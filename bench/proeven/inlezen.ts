import { readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { type CellValue, readOds, readXlsx, writeOds, writeXlsx } from "hucre";
import type { Werkmaplezing } from "#domain/werkmap.ts";
import { parseWerkmap } from "#sources/werkmap/parse-werkmap.ts";
import { readWerkmap } from "#sources/werkmap/read-werkmap.ts";
import { asyncLoper, measure } from "../meting.ts";
import { createToeval } from "../toeval.ts";
import type { Proefverslag } from "../verslag.ts";

const ROWS = 100_000;
/** One read takes seconds: that says as much in three rounds as forty short calls in seven. */
const ROUNDS = 3;

/** The kinds of file that people send. */
export const BESTANDEN = ["csv", "xlsx", "ods"] as const;
export type Bestand = (typeof BESTANDEN)[number];

type Rij = readonly CellValue[];

/** A file of 100,000 figures, beside a bare read of the same file by a library alone. */
export async function runInlezen(soort: Bestand): Promise<Proefverslag> {
  const folder = await mkdtemp(join(tmpdir(), "woonregie-inlezen-"));
  const path = join(folder, `cijfers.${soort}`);
  try {
    const rows = makeRows();
    writeFileSync(path, await WRITE[soort](rows));
    return await compare(soort, path, rows);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function compare(soort: Bestand, path: string, rows: readonly Rij[]): Promise<Proefverslag> {
  const bytes = readFileSync(path);
  const metingen = await measure(
    [
      asyncLoper(BARE[soort].naam, () => BARE[soort].read(readFileSync(path))),
      asyncLoper("Woonregie, in dezelfde draad", () => parseWerkmap(readFileSync(path), path)),
      asyncLoper("Woonregie, in een eigen draad", () => readWerkmap(readFileSync(path), path)),
    ],
    ROUNDS,
  );
  const busy = await askingThreadBusy(() => readWerkmap(bytes, path));
  const same = countSame(await readWerkmap(bytes, path), rows);
  const worker = metingen[2];
  return {
    titel: `${whole.format(ROWS)} rijen inlezen uit ${soort}`,
    invoer: `${whole.format(Math.round(bytes.length / 1000))} kB, gemaakt: acht kolommen met codes, namen, jaren en getallen. De eerste regel is kaal lezen: het bestand van schijf en een bibliotheek die het ontleedt, zonder grenzen, zonder eigen draad en zonder te letten op wat er aan het bestand mankeert. Het starten van de draad telt mee.`,
    metingen,
    vergelijking: [
      `${whole.format(same)} van ${whole.format(ROWS * WIDTH)} cellen gelijk aan wat erin ging`,
      `de draad die erom vraagt staat zelf ${whole.format(Math.round(busy))} ms stil`,
    ],
    doelen: [
      {
        tekst: "hoogstens drie keer kaal lezen",
        gehaald: (worker?.verhouding?.midden ?? Number.POSITIVE_INFINITY) <= 3,
      },
      { tekst: "de draad die erom vraagt staat hoogstens 250 ms stil", gehaald: busy <= 250 },
    ],
    klopt: same === ROWS * WIDTH,
  };
}

const whole = new Intl.NumberFormat("nl-NL");
const WIDTH = 8;

function makeRows(): readonly Rij[] {
  const chance = createToeval(100_000);
  return Array.from({ length: ROWS }, (_, i) => {
    const midden = Math.round(chance() * 1e6) / 10;
    const code = `GM${`${i % 342}`.padStart(4, "0")}`;
    const jaar = 2000 + (i % 25);
    return [
      code,
      `Gemeente ${i % 342}`,
      "woningvoorraad",
      jaar,
      midden,
      midden - 1,
      midden + 1,
      "geteld",
    ];
  });
}

const sheets = (rows: readonly Rij[]) => ({
  sheets: [{ name: "Cijfers", rows: rows.map((row) => [...row]) }],
});

const WRITE: { readonly [B in Bestand]: (rows: readonly Rij[]) => Promise<string | Uint8Array> } = {
  csv: async (rows) => rows.map((row) => row.join(";")).join("\r\n"),
  xlsx: (rows) => writeXlsx(sheets(rows)),
  ods: (rows) => writeOds(sheets(rows)),
};

const BARE: {
  readonly [B in Bestand]: {
    readonly naam: string;
    readonly read: (bytes: Uint8Array) => Promise<unknown>;
  };
} = {
  csv: { naam: "csv-parse alleen", read: async (bytes) => parse(bytes, { delimiter: ";" }) },
  xlsx: { naam: "hucre alleen", read: (bytes) => readXlsx(bytes, { readStyles: true }) },
  ods: { naam: "hucre alleen", read: (bytes) => readOds(bytes, { readStyles: true }) },
};

async function askingThreadBusy(work: () => Promise<unknown>): Promise<number> {
  const before = performance.eventLoopUtilization();
  await work();
  return performance.eventLoopUtilization(before).active;
}

/** Cells that say what went in; the text of a csv is read as the figure it is. */
function countSame(lezing: Werkmaplezing, rows: readonly Rij[]): number {
  const read = lezing.ok ? (lezing.werkmap.bladen[0]?.rijen ?? []) : [];
  let same = 0;
  for (const [i, row] of rows.entries()) {
    for (const [k, value] of row.entries()) {
      const cel = read[i]?.[k];
      const found = cel?.soort === "getal" ? cel.getal : cel?.soort === "tekst" ? cel.tekst : null;
      if (`${found}` === `${value}`) same += 1;
    }
  }
  return same;
}
