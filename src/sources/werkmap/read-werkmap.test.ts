import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { codeOf, makeOds, rijenOf, tekst } from "#test/werkmap.ts";
import { readWerkmap } from "./read-werkmap.ts";

const TIMEOUT = 60_000;
const bytesOf = (inhoud: string) => new TextEncoder().encode(inhoud);
const CSV = bytesOf("gemeente;aantal\nGM0363;12");
const ROWS = [
  [tekst("gemeente"), tekst("aantal")],
  [tekst("GM0363"), tekst("12")],
];

test(
  "een bestand wordt in een worker gelezen, en komt daar heel uit",
  async () => {
    const lezing = await readWerkmap(CSV, "plannen.csv");
    expect(lezing).toEqual({
      ok: true,
      opmerkingen: [],
      werkmap: { bladen: [{ naam: "plannen", rijen: ROWS }] },
    });
  },
  TIMEOUT,
);

test(
  "een weigering komt uit de worker zoals zij is",
  async () => {
    const filled =
      '<table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/>';
    const bytes = makeOds(
      `<table:table-row table:number-rows-repeated="1048576">${filled}</table:table-row>`,
    );
    expect(codeOf(await readWerkmap(bytes, "groot.ods"))).toBe("te-veel-cellen");
  },
  TIMEOUT,
);

test(
  "wie de tijd niet haalt wordt gestopt, en de volgende wordt gewoon gelezen",
  async () => {
    const slow = await readWerkmap(CSV, "traag.csv", { grenzen: { seconden: 0.001 } });
    expect(codeOf(slow)).toBe("te-traag");
    expect(slow).toMatchObject({ fouten: [{ tekst: expect.stringContaining("0,001 seconden") }] });
    expect(rijenOf(await readWerkmap(CSV, "plannen.csv"))).toEqual(ROWS);
  },
  TIMEOUT,
);

test(
  "wie te veel geheugen vraagt wordt gestopt, en het programma loopt door",
  async () => {
    // As many cells as are read, each with a text of its own: more than so small a worker can hold.
    const rows = Array.from({ length: 400_000 }, (_, i) => `gemeente ${i};aantal ${i}\n`);
    const bytes = bytesOf(rows.join(""));
    const lezing = await readWerkmap(bytes, "groot.csv", { grenzen: { geheugen: 24 } });
    expect(codeOf(lezing)).toBe("te-veel-geheugen");
  },
  TIMEOUT,
);

test(
  "wie komt als er al veel wachten, hoort dat meteen",
  async () => {
    const all = Array.from({ length: 40 }, () =>
      readWerkmap(CSV, "druk.csv", { grenzen: { seconden: 0.001 } }),
    );
    const codes = (await Promise.all(all)).map(codeOf);
    expect(codes.filter((code) => code === "te-druk")).toHaveLength(18);
    expect(codes.filter((code) => code === "te-traag")).toHaveLength(22);
  },
  TIMEOUT,
);

test(
  "de worker loopt ook zoals hij wordt gebouwd",
  async () => {
    mkdirSync("node_modules/.woonregie-werkmap", { recursive: true });
    const outdir = mkdtempSync(join(process.cwd(), "node_modules/.woonregie-werkmap/"));
    try {
      await build({
        entryPoints: {
          lezer: "src/sources/werkmap/read-werkmap.ts",
          "werkmap-werker": "src/sources/werkmap/werker.ts",
        },
        outdir,
        bundle: true,
        splitting: true,
        platform: "node",
        format: "esm",
        packages: "external",
        logLevel: "error",
      });
      const url = pathToFileURL(join(outdir, "lezer.js")).href;
      const built: typeof import("./read-werkmap.ts") = await import(/* @vite-ignore */ url);
      expect(rijenOf(await built.readWerkmap(CSV, "plannen.csv"))).toEqual(ROWS);
    } finally {
      rmSync(outdir, { recursive: true });
    }
  },
  TIMEOUT,
);
