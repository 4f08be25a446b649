import { buffer } from "node:stream/consumers";
import { writeOds } from "hucre/ods";
import { fromBufferPromise } from "yauzl";
import { packZip, type Zipdeel } from "../zip.ts";
import type { Werkblad } from "./cellen.ts";
import type { Werkmap } from "./werkmap.ts";
import { LANG, toWriteOptions } from "./xlsx.ts";

/**
 * The workbook as an ods file in ODF 1.3; the same workbook gives the same bytes.
 *
 * What hucre leaves out or writes otherwise is mended afterwards: ADR 0023 says what and why.
 */
export async function toOds(werkmap: Werkmap): Promise<Uint8Array> {
  const written = await writeOds(toWriteOptions(werkmap, ";"));
  const delen = await unpack(Buffer.from(written));
  const needed = delen.filter(({ naam }) => naam !== EMPTY_SETTINGS);
  return packZip(
    needed.map(({ naam, inhoud }) => {
      if (!naam.endsWith(".xml")) return { naam, inhoud };
      const xml = mend(Buffer.from(inhoud).toString("utf8"));
      const own = naam === "content.xml" ? withWrap(withWidths(xml, werkmap.bladen)) : xml;
      return { naam, inhoud: Buffer.from(own, "utf8") };
    }),
  );
}

/** The schema asks that settings set something; these set nothing, and may be left out. */
const EMPTY_SETTINGS = "settings.xml";

/** The version that is declared, who wrote the file, and that a row without cells is one empty cell. */
function mend(xml: string): string {
  return xml
    .replaceAll("<table:table-row></table:table-row>", EMPTY_ROW)
    .replaceAll("<table:table-row/>", EMPTY_ROW)
    .replace(
      '<manifest:file-entry manifest:full-path="settings.xml" manifest:media-type="text/xml"/>',
      "",
    )
    .replaceAll('office:version="1.2"', 'office:version="1.3"')
    .replaceAll('manifest:version="1.2"', 'manifest:version="1.3"')
    .replace(
      /<meta:generator>[^<]*<\/meta:generator>/u,
      "<meta:generator>Woonregie</meta:generator>",
    );
}

const EMPTY_ROW = "<table:table-row><table:table-cell/></table:table-row>";

/** So that a check shows WAAR or ONWAAR, where a reader would else show 1 or 0. */
const OORDEEL =
  '<number:boolean-style style:name="Noordeel"><number:boolean/></number:boolean-style><style:style style:name="oordeel" style:family="table-cell" style:data-style-name="Noordeel"/>';

const COLUMNS = /<table:table-column(?: table:number-columns-repeated="(\d+)")?\/>/u;
/** A character of the font that readers use where a file names none. */
const CM_PER_CHARACTER = 0.22;

/** A long text wraps, which hucre has no word for: its style is known by its ink. */
function withWrap(xml: string): string {
  const ink = `<style:text-properties fo:color="#${LANG}"/>`;
  const wrap = '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>';
  return xml.replaceAll(ink, wrap + ink);
}

/** A column each of its own width, where hucre writes them all alike; words wrap inside it. */
function withWidths(xml: string, bladen: readonly Werkblad[]): string {
  const widths = new Set(bladen.flatMap(({ breedtes }) => breedtes));
  const styles = [...widths].map(
    (width) =>
      `<style:style style:name="co${width}" style:family="table-column"><style:table-column-properties style:column-width="${(width * CM_PER_CHARACTER).toFixed(2)}cm"/></style:style>`,
  );
  const [before = "", ...tables] = xml.split(/(?=<table:table )/u);
  const sized = tables.map((table, i) => {
    const breedtes = bladen[i]?.breedtes ?? [];
    return table.replace(COLUMNS, (_, repeated: string | undefined) => {
      const count = Number(repeated ?? 1);
      return Array.from({ length: count }, (_item, kolom) => {
        const width = breedtes[kolom];
        return width === undefined
          ? "<table:table-column/>"
          : `<table:table-column table:style-name="co${width}"/>`;
      }).join("");
    });
  });
  const automatic =
    /<office:automatic-styles\/>|<office:automatic-styles><\/office:automatic-styles>/u;
  const filled = `<office:automatic-styles>${styles.join("")}${OORDEEL}`;
  const head = automatic.test(before)
    ? before.replace(automatic, `${filled}</office:automatic-styles>`)
    : before.replace("<office:automatic-styles>", filled);
  return (head + sized.join("")).replaceAll(
    'office:value-type="boolean"',
    'table:style-name="oordeel" office:value-type="boolean"',
  );
}

async function unpack(bytes: Buffer): Promise<readonly Zipdeel[]> {
  const zip = await fromBufferPromise(bytes);
  const delen: Zipdeel[] = [];
  for await (const entry of zip.eachEntry()) {
    const stream = await zip.openReadStreamPromise(entry);
    delen.push({ naam: entry.fileName, inhoud: await buffer(stream) });
  }
  return delen;
}
