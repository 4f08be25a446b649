import type { Kandidaatopgave } from "#services/rangorde/kandidaten.ts";
import { readLines } from "../figures/csv-file.ts";

export type CandidateReading = {
  readonly kandidaten: readonly Kandidaatopgave[];
  readonly fouten: readonly string[];
};

/** What the first column of a file may be called. */
const WHO = ["kandidaat", "naam", "wie", "nummer", "gemeente", "code"];

/**
 * Candidates from csv as a spreadsheet saves it: one row each, the first column who it is, every
 * other column a kenmerk. An empty cell is something nobody knows.
 *
 * Between cells a semicolon, and then 1,5 is one and a half; or a comma, and then it is 1.5.
 */
export function readCandidateFile(text: string, file: string): CandidateReading {
  const clean = text.replace(/^\uFEFF/u, "");
  const separator = (clean.split(/\r?\n/u, 1)[0] ?? "").includes(";") ? ";" : ",";
  const { lines, broken } = readLines(clean, separator);
  if (broken !== undefined) {
    const tekst =
      "Hier staat een los aanhalingsteken. Zet de hele cel tussen aanhalingstekens, of haal het weg.";
    return { kandidaten: [], fouten: [`${file}:${broken}\n  ${tekst}`] };
  }
  const [header, ...rows] = lines;
  const names = header?.cells.map(asKenmerk) ?? [];
  const wrong = wrongHeader(names, file);
  if (wrong.length > 0) return { kandidaten: [], fouten: wrong };
  const fouten: string[] = [];
  const kandidaten = rows.flatMap(({ number, cells }) => {
    const plek = `${file}:${number}`;
    const naam = cells[0]?.trim() ?? "";
    if (cells.length !== names.length) {
      fouten.push(
        `${plek}\n  Deze regel heeft ${cells.length} cellen; het moeten er ${names.length} zijn, zoals in de kop.`,
      );
      return [];
    }
    if (naam === "") {
      fouten.push(`${plek}\n  De eerste cel is leeg. Zet daar wie het is: een naam of een nummer.`);
      return [];
    }
    const values = names.slice(1).map((name, i) => {
      const cell = cells[i + 1] ?? "";
      return [name, separator === ";" ? withPoint(cell) : cell] as const;
    });
    return [{ plek, naam, kenmerken: Object.fromEntries(values) }];
  });
  return { kandidaten, fouten };
}

function wrongHeader(names: readonly string[], file: string): readonly string[] {
  const [who = ""] = names;
  if (!WHO.includes(who)) {
    const wanted = "Zet in de eerste regel eerst «kandidaat», en daarna per kolom een kenmerk.";
    return [`${file}:1\n  De eerste kolom heet ${who ? `«${who}»` : "nergens naar"}. ${wanted}`];
  }
  const twice = names.filter((name, i) => names.indexOf(name) !== i);
  const empty = names.includes("");
  return [
    ...[...new Set(twice.filter(Boolean))].map(
      (name) => `${file}:1\n  De kolom «${name}» staat er twee keer. Haal er een weg.`,
    ),
    ...(empty ? [`${file}:1\n  Een kolom heeft geen naam. Zet er een kenmerk boven.`] : []),
  ];
}

function asKenmerk(cell: string): string {
  return cell.trim().toLowerCase().replace(/\s+/g, "-");
}

/** 1,5 as the language writes it; only where it can be nothing else. */
function withPoint(text: string): string {
  return /^\s*-?\d+,\d+\s*%?\s*$/.test(text) ? text.replace(",", ".") : text;
}

/** Reads `Kim: relatie=kind, inschrijfduur=24 maanden`, as often as given. */
export function readCandidateOptions(values: readonly string[]): CandidateReading {
  const fouten: string[] = [];
  const kandidaten = values.flatMap((value) => {
    const plek = `--kandidaat "${value}"`;
    const [, naam = "", rest = ""] = /^([^:]+):(.*)$/s.exec(value) ?? [];
    const pairs = rest
      .split(",")
      .filter((part) => part.trim() !== "")
      .map((part) => /^\s*([^=]+?)\s*=\s*(.*)$/s.exec(part));
    if (naam.trim() === "" || pairs.includes(null)) {
      const example = '--kandidaat "Kim: relatie=kind, inschrijfduur=24 maanden"';
      fouten.push(`${plek}\n  Schrijf «naam: kenmerk=waarde, kenmerk=waarde», zoals ${example}.`);
      return [];
    }
    const kenmerken = Object.fromEntries(
      pairs.map((match) => [asKenmerk(match?.[1] ?? ""), match?.[2]?.trim() ?? ""]),
    );
    return [{ plek, naam: naam.trim(), kenmerken }];
  });
  return { kandidaten, fouten };
}
