import { describe, expect, it } from "vitest";
import { aStukbron } from "#test/stukken.ts";
import { partsOf } from "#test/zip-delen.ts";
import { makeStuk } from "../stukken.service.ts";
import { writeDocx } from "./stuk-docx.ts";

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

const bron = aStukbron(
  "urgenten-bovengrens",
  "regio=drechtsteden&op=2026-01-01&cijfer.mutatiegraad=5%25+tot+6%25&naast=sleutel-inwoners",
);

async function wordOf(soort: "a4" | "oplegger") {
  const made = makeStuk(bron, { soort });
  if (!made.ok) throw new Error(made.fouten.join());
  return { stuk: made.stuk, parts: await partsOf(await writeDocx(made.stuk)) };
}

describe("a paper as Word document", () => {
  it("has title, Dutch, real headings, and tables whose head row repeats and whose rows hold", async () => {
    const { stuk, parts } = await wordOf("oplegger");
    expect(parts.get("docProps/core.xml")).toContain(`<dc:title>${stuk.titel}</dc:title>`);
    expect(parts.get("word/styles.xml")).toContain('w:lang w:val="nl-NL"');
    const body = parts.get("word/document.xml") ?? "";
    const blokken = stuk.delen.flatMap((deel) => deel.blokken);
    const count = (pattern: RegExp) => [...body.matchAll(pattern)].length;
    expect(count(/w:pStyle w:val="Heading1"/g)).toBe(stuk.delen.length);
    expect(count(/w:pStyle w:val="Heading2"/g)).toBe(
      blokken.filter((blok) => blok.soort === "kop" && blok.niveau === 2).length,
    );
    const tables = blokken.filter(({ soort }) => soort === "tabel");
    expect(count(/<w:tblHeader\/>/g)).toBe(tables.length);
    expect(count(/<w:cantSplit\/>/g)).toBe(count(/<w:tr>/g));
  });

  it("says on every page what it is worth, where it is from and which page it is", async () => {
    const { stuk, parts } = await wordOf("oplegger");
    expect(parts.get("word/header1.xml")).toContain(stuk.stand);
    const foot = parts.get("word/footer1.xml") ?? "";
    expect(foot).toContain("Peildatum 1 januari 2026");
    expect(foot).toMatch(/PAGE[\s\S]*NUMPAGES/);
  });

  it("holds every text of the paper, so that it and the PDF never differ", async () => {
    const { stuk, parts } = await wordOf("a4");
    const body = parts.get("word/document.xml") ?? "";
    const texts: string[] = [];
    JSON.stringify(stuk.delen, (key, value: unknown) => {
      if (typeof value === "string" && !["soort", "adres"].includes(key)) texts.push(value);
      return value;
    });
    expect(texts.length).toBeGreaterThan(200);
    const missing = texts.filter((text) => !body.includes(escapeXml(text)));
    expect(missing).toEqual([]);
    expect([...body.matchAll(/<w:pageBreakBefore\/>/g)]).toHaveLength(stuk.delen.length - 1);
  });

  it("has pictures of the outcome in the nota, each told in words for who does not see it", async () => {
    const bars = aStukbron(
      "sleutel-inwoners",
      "regio=drechtsteden&op=2026-01-01&cijfer.urgenten=9",
    );
    const made = makeStuk(bars, { soort: "nota" });
    if (!made.ok) throw new Error(made.fouten.join());
    const parts = await partsOf(await writeDocx(made.stuk));
    expect(parts.get("word/document.xml")).toMatch(
      /descr="Staafdiagram van [^"]+ in 7 gemeenten\."/,
    );
    expect([...parts.keys()].filter((naam) => naam.endsWith(".png"))).toHaveLength(1);
  });

  it("is whole whatever people typed: signs that XML does not allow are left out", async () => {
    const made = makeStuk(bron, { soort: "nota" });
    if (!made.ok) throw new Error(made.fouten.join());
    const titel = "a\u0000b\ud800<c>&\u202ed";
    const stuk = { ...made.stuk, delen: [{ titel, eenBladzijde: false, blokken: [] }] };
    const body = (await partsOf(await writeDocx(stuk))).get("word/document.xml");
    expect(body).toContain("ab&lt;c&gt;&amp;d");
  });
});
