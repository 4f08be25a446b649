import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

/** A fenced block of a page: what stands behind the fence, its text, and the quote below it. */
export type Blok = {
  /** `docs/taal.md:12` */
  readonly plaats: string;
  /** `yaml`, or `yaml fout`. */
  readonly soort: string;
  readonly tekst: string;
  /** The lines starting with `>` right below it, as one line; empty where there are none. */
  readonly citaat: string;
};

/** Every page of the project, by its path from the project's folder. */
export function listPages(): readonly string[] {
  const top = readdirSync(root).filter((name) => name.endsWith(".md"));
  const below = ["docs", "data", "kaders", "test", "bench"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md"))
      .map((name) => `${folder}/${name.replaceAll("\\", "/")}`),
  );
  return [...top, ...below].sort();
}

export function readPage(page: string): string {
  return readFileSync(join(root, page), "utf8");
}

/** The fenced blocks of a page, in order. */
export function blocksOf(page: string): readonly Blok[] {
  const lines = readPage(page).split("\n");
  const fences = lines.flatMap((line, index) => (line.startsWith("```") ? [index] : []));
  return fences.flatMap((start, order) => {
    const end = fences[order + 1];
    if (order % 2 === 1 || end === undefined) return [];
    return [
      {
        plaats: `${page}:${start + 1}`,
        soort: lines[start]?.slice(3).trim() ?? "",
        tekst: `${lines.slice(start + 1, end).join("\n")}\n`,
        citaat: quoteBelow(lines, end + 1),
      },
    ];
  });
}

function quoteBelow(lines: readonly string[], from: number): string {
  const rest = lines.slice(from);
  const start = rest.findIndex((line) => line.trim() !== "");
  const end = rest.findIndex((line, index) => index >= start && !line.startsWith(">"));
  const quote = start < 0 ? [] : rest.slice(start, end < 0 ? rest.length : end);
  return quote.map((line) => line.replace(/^> ?/, "")).join(" ");
}

/** The targets of the links and pictures of a page, outside its blocks. */
export function linksOf(page: string): readonly string[] {
  const prose = readPage(page)
    .replace(/^```[\s\S]*?^```/gm, "")
    .replace(/`[^`\n]*`/g, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
}

/** The anchors of a page: its headings as the host of the repository names them. */
export function anchorsOf(page: string): ReadonlySet<string> {
  const prose = readPage(page).replace(/^```[\s\S]*?^```/gm, "");
  const headings = [...prose.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => heading);
  return new Set(headings.map(toAnchor));
}

function toAnchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-");
}
