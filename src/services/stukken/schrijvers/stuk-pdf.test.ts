import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aStukbron } from "#test/stukken.ts";
import type { Blok, Stuk } from "../stuk.ts";
import { makeStuk } from "../stukken.service.ts";
import { writePdf } from "./stuk-pdf.ts";
import { compileTypst } from "./typst.ts";

const poppler = spawnSync("pdfinfo", ["-v"]).error === undefined;
const withPoppler = it.skipIf(!poppler);

async function pdfOf(stuk: Stuk): Promise<Uint8Array> {
  const made = await writePdf(stuk);
  if (made.soort !== "pdf") throw new Error(JSON.stringify(made));
  return made.bytes;
}

/** What a program of poppler says of a PDF. */
function ask(
  program: "pdfinfo" | "pdftotext",
  options: readonly string[],
  pdf: Uint8Array,
): string {
  const folder = mkdtempSync(join(tmpdir(), "stuk-"));
  const file = join(folder, "stuk.pdf");
  writeFileSync(file, pdf);
  const out = program === "pdftotext" ? ["-"] : [];
  try {
    return execFileSync(program, [...options, file, ...out], { encoding: "utf8", stdio: "pipe" });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function aStuk(blokken: readonly Blok[], eenBladzijde = false): Stuk {
  return {
    titel: "Proef",
    stand: "Ambtelijk concept, niet bestuurlijk besproken",
    voet: { tekst: "Peildatum", adres: "voorbeeld.nl", bladzijde: "bladzijde {n} van {m}" },
    delen: [{ titel: "Proef", eenBladzijde, blokken }],
    gemaaktOp: new Date("2026-01-01T00:00:00Z"),
  };
}

function longTable(rows: number): Blok {
  return {
    soort: "tabel",
    bijschrift: "Een lange tabel",
    kolommen: [
      { titel: "gemeente", getal: false, breedte: 2 },
      { titel: "aantal", getal: true, breedte: 1 },
    ],
    groepen: [
      {
        titel: "deelregio",
        rijen: Array.from({ length: rows }, (_, i) => ({
          cellen: [{ tekst: `rij ${i}` }, { tekst: `${i}`, onder: `${i}–${i + 1}` }],
        })),
      },
    ],
    voet: [{ cellen: [{ tekst: "samen" }, { tekst: "1.250" }] }],
  };
}

describe("a paper as PDF", () => {
  withPoppler(
    "has title, language, headings, and tables with heads that a reader finds",
    async () => {
      const bron = aStukbron(
        "urgenten-bovengrens",
        "regio=drechtsteden&op=2026-01-01&cijfer.mutatiegraad=5%25+tot+6%25&naast=sleutel-inwoners",
      );
      const made = makeStuk(bron, { soort: "oplegger" });
      if (!made.ok) throw new Error(made.fouten.join());
      const pdf = await pdfOf(made.stuk);
      expect(ask("pdfinfo", [], pdf)).toMatch(/Title: +Oplegger: [\s\S]*Tagged: +yes/);
      const bytes = Buffer.from(pdf).toString("latin1");
      expect(bytes).toContain("/Lang");
      expect(bytes).toMatch(/pdfuaid:part>1</);
      const tree = ask("pdfinfo", ["-struct-text"], pdf);
      expect(tree).toMatch(/H1 .*\n +"Oplegger: /);
      expect(tree).toMatch(/H2 .*\n +"Gevraagd besluit"/);
      expect(tree).toMatch(/Table [\s\S]*Caption[\s\S]*THead[\s\S]*TH [\s\S]*Scope \/Column/);
      const text = ask("pdftotext", ["-layout"], pdf);
      const pages = text.split("\f").filter((page) => page.trim() !== "");
      for (const [i, page] of pages.entries()) {
        expect(page.replaceAll(/\s+/g, " ")).toMatch(
          /ambtelijk concept, niet bestuurlijk\s.*besproken/,
        );
        expect(page).toContain(`bladzijde ${i + 1} van ${pages.length}`);
        expect(page).toContain("Peildatum 1 januari 2026");
      }
    },
  );

  it("is the same to the byte for the same paper", async () => {
    const stuk = aStuk([longTable(3)]);
    const [first, second] = await Promise.all([pdfOf(stuk), pdfOf(stuk)]);
    expect(Buffer.compare(Buffer.from(first), Buffer.from(second))).toBe(0);
  });

  withPoppler("shows what people wrote as it is, and runs none of it", async () => {
    const tekst = '#panic("x") *vet* $a^2$ @ref <label> \\ #image("/etc/passwd") "citaat" {n}';
    const pdf = await pdfOf(aStuk([{ soort: "alinea", tekst }]));
    expect(ask("pdftotext", [], pdf).replaceAll(/\s+/g, " ")).toContain(tekst);
  });

  withPoppler(
    "stands for any text that people type, with a box for a sign without a shape",
    async () => {
      const tekst = "Fryslân, Łódź, Ελλάς, \u202eomgekeerd\u0000\u0007 😀 漢字 \ud800 eind";
      const pdf = await pdfOf(aStuk([{ soort: "alinea", tekst }]));
      const text = ask("pdftotext", [], pdf).replaceAll(/\s+/g, " ");
      expect(text).toContain("Fryslân, Łódź, Ελλάς, omgekeerd □ □□ eind");
    },
  );

  withPoppler("repeats the head of a table on each page and cuts no row in two", async () => {
    const text = ask("pdftotext", ["-layout"], await pdfOf(aStuk([longTable(90)])));
    const pages = text.split("\f").filter((page) => page.trim() !== "");
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) {
      expect(page).toMatch(/gemeente +aantal/);
      const rows = [...page.matchAll(/rij (\d+)/g)].map(([, i]) => Number(i));
      for (const i of rows) expect(page).toContain(`${i}–${i + 1}`);
    }
  });

  withPoppler("that must fit on one page is set smaller until it does", async () => {
    const pages = async (eenBladzijde: boolean) =>
      /Pages: +(\d+)/.exec(
        ask("pdfinfo", [], await pdfOf(aStuk([longTable(26), longTable(2)], eenBladzijde))),
      )?.[1];
    expect(await pages(false)).toBe("2");
    expect(await pages(true)).toBe("1");
  });
});

describe("a picture in a PDF", () => {
  withPoppler("is a figure with words of its own, in the order of the paper", async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="20" height="10" fill="#0b5563"/></svg>';
    const beeld = {
      soort: "beeld",
      svg,
      beschrijving: "Een staaf",
      breedte: 20,
      hoogte: 10,
    } as const;
    const pdf = await pdfOf(aStuk([beeld, { soort: "alinea", tekst: "Erna" }]));
    expect(ask("pdfinfo", ["-struct"], pdf)).toContain("Figure");
  });
});

describe("setting a paper", () => {
  const opdracht = { stuk: "{}", lettertypen: [], gemaaktOp: 0 };

  it("gives up at the deadline and answers, whatever the thread still does", async () => {
    const sjabloon = '#for i in range(5000000) { let x = "a" * 10 }';
    const made = await compileTypst({ ...opdracht, sjabloon }, 300);
    expect(made).toEqual({ soort: "te-lang", seconden: 0.3 });
  });

  it("tells what is wrong in a template, and does not end the server", async () => {
    const made = await compileTypst({ ...opdracht, sjabloon: "#nergens" });
    expect(made).toMatchObject({ soort: "fout" });
  });
});
