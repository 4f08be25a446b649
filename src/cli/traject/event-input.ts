import { readBrontekst } from "#contract/kader/brontekst.ts";
import { formatFout } from "#contract/kader/fout.ts";
import type { Knoop } from "#contract/kader/knoop.ts";
import { toFouten } from "#contract/kader/plaats-fouten.ts";
import { readLines } from "../figures/csv-file.ts";

/** An event as somebody gave it, with where it stands for a message. */
export type EventInput = {
  readonly plek: string;
  readonly velden: Readonly<Record<string, string>>;
};

export type EventReading = {
  readonly events: readonly EventInput[];
  readonly fouten: readonly string[];
};

/** Reads `stap=advies, stuk=nota, op=2026-03-01`; a comma inside a value is part of it. */
export function readEventOptions(values: readonly string[]): EventReading {
  const read = values.map((value) => {
    const plek = `--gebeurtenis ${value}`;
    const parts = value.split(/[,;]\s*(?=[a-z-]+\s*=)/u);
    const pairs = parts.map((part) => /^\s*([a-z-]+)\s*=\s*(.+?)\s*$/su.exec(part));
    if (pairs.includes(null)) return `${plek}\n  Schrijf «stap=…, stuk=…, op=2026-03-01».`;
    const velden = pairs.flatMap((pair) => (pair ? [[pair[1] ?? "", pair[2] ?? ""] as const] : []));
    return { plek, velden: Object.fromEntries(velden) };
  });
  return {
    events: read.flatMap((item) => (typeof item === "string" ? [] : [item])),
    fouten: read.flatMap((item) => (typeof item === "string" ? [item] : [])),
  };
}

/** Reads events from a file: yaml with a list `gebeurtenissen`, or csv with their keys as columns. */
export function readEventFile(text: string, file: string): EventReading {
  return /\.ya?ml$/i.test(file) ? readYaml(text, file) : readCsv(text, file);
}

function readYaml(text: string, file: string): EventReading {
  const { bron, fouten, plaats } = readBrontekst(text);
  if (!bron || fouten.length > 0) {
    return { events: [], fouten: toFouten(fouten, plaats, file).map(formatFout) };
  }
  const list =
    bron.boom.soort === "kaart" ? bron.boom.velden.get("gebeurtenissen")?.waarde : undefined;
  if (list?.soort !== "lijst") {
    const example = "gebeurtenissen:\n    - { stap: advies, stuk: nota, op: 2026-03-01 }";
    return {
      events: [],
      fouten: [`${file}\n  De lijst «gebeurtenissen» ontbreekt. Schrijf zo:\n  ${example}`],
    };
  }
  const wrong: string[] = [];
  const events = list.items.flatMap((item): readonly EventInput[] => {
    const { regel } = bron.plaats(item.van);
    const velden = textsIn(item);
    if (velden) return [{ plek: `${file}:${regel}`, velden }];
    wrong.push(
      `${file}:${regel}\n  Een gebeurtenis is een blok met woorden: { stap: advies, op: 2026-03-01 }.`,
    );
    return [];
  });
  return { events, fouten: wrong };
}

function textsIn(item: Knoop): Readonly<Record<string, string>> | undefined {
  if (item.soort !== "kaart") return undefined;
  const pairs = [...item.velden].map(([key, { waarde }]) =>
    waarde.soort === "tekst" ? ([key, waarde.tekst] as const) : undefined,
  );
  if (pairs.includes(undefined)) return undefined;
  return Object.fromEntries(pairs.flatMap((pair) => (pair ? [pair] : [])));
}

function readCsv(text: string, file: string): EventReading {
  const clean = text.replace(/^\uFEFF/u, "");
  const separator = (clean.split(/\r?\n/u, 1)[0] ?? "").includes(";") ? ";" : ",";
  const { lines, broken } = readLines(clean, separator);
  if (broken !== undefined) {
    const tekst = "Hier staat een los aanhalingsteken. Zet de hele cel tussen aanhalingstekens.";
    return { events: [], fouten: [`${file}:${broken}\n  ${tekst}`] };
  }
  const [header, ...rows] = lines;
  const names = header?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  if (!names.includes("stap")) {
    return {
      events: [],
      fouten: [`${file}:1\n  De kolom «stap» ontbreekt. Schrijf haar in de eerste regel.`],
    };
  }
  const wrong = rows
    .filter(({ cells }) => cells.length !== names.length)
    .map(
      ({ number, cells }) =>
        `${file}:${number}\n  Deze regel heeft ${cells.length} cellen; het moeten er ${names.length} zijn, zoals in de kop.`,
    );
  const events = rows.map(({ number, cells }) => {
    const filled = names.flatMap((name, i) => {
      const value = cells[i]?.trim();
      return value ? [[name, value] as const] : [];
    });
    return { plek: `${file}:${number}`, velden: Object.fromEntries(filled) };
  });
  return { events, fouten: wrong };
}
