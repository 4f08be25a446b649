import { type Brontekst, readBrontekst } from "#contract/kader/brontekst.ts";
import { formatFout } from "#contract/kader/fout.ts";
import type { Knoop, Veld } from "#contract/kader/knoop.ts";
import { toFouten } from "#contract/kader/plaats-fouten.ts";
import { readCsv } from "./csv-file.ts";
import {
  type FigureInput,
  type FigureReading,
  toValueInput,
  type ValueInput,
} from "./figure-input.ts";

/**
 * Reads figures from the text of a file: csv as a spreadsheet saves it, or yaml in the words of a
 * scenario (`cijfers: { urgenten: 450, inwoners: { GM0505 Dordrecht: 122847 } }`).
 */
export function readFigureFile(text: string, file: string): FigureReading {
  return /\.ya?ml$/i.test(file) ? readYaml(text, file) : readCsv(text, file);
}

function readYaml(text: string, file: string): FigureReading {
  const { bron, fouten, plaats } = readBrontekst(text);
  if (!bron || fouten.length > 0) {
    return { figures: [], fouten: toFouten(fouten, plaats, file).map(formatFout) };
  }
  const figures = fieldOf(bron.boom, "cijfers")?.waarde;
  if (figures?.soort !== "kaart") {
    const example = "cijfers:\n    urgenten: 450\n    inwoners: { GM0505 Dordrecht: 122847 }";
    return {
      figures: [],
      fouten: [`${file}\n  Het blok «cijfers» ontbreekt. Schrijf zo:\n  ${example}`],
    };
  }
  const reading = { bron, file, ...commonIn(bron.boom), fouten: [] as string[] };
  const found = [...figures.velden].flatMap(([name, field]) => readField(name, field, reading));
  return { figures: found, fouten: reading.fouten };
}

type Reading = {
  readonly bron: Brontekst;
  readonly file: string;
  readonly source: string;
  readonly moment?: string;
  readonly fouten: string[];
};

/** What holds for all figures of the file: where they come from, and of when they are. */
function commonIn(boom: Knoop): { readonly source: string; readonly moment?: string } {
  const moment = textOf(fieldOf(boom, "moment")?.waarde);
  const source = textOf(fieldOf(boom, "bron")?.waarde);
  return { source: source ?? "uw cijferbestand", ...(moment ? { moment } : {}) };
}

function readField(name: string, field: Veld, reading: Reading): readonly FigureInput[] {
  const { waarde } = field;
  if (waarde.soort === "kaart" && !isRange(waarde)) {
    return [...waarde.velden].flatMap(([unit, below]) => readUnit(name, unit, below, reading));
  }
  return observe(name, undefined, waarde, reading);
}

/** A map inside a unit is a split: `woningen: { GM0505: { sociale-huur: 30 } }`. */
function readUnit(
  name: string,
  unit: string,
  field: Veld,
  reading: Reading,
): readonly FigureInput[] {
  const { waarde } = field;
  if (waarde.soort === "kaart" && !isRange(waarde)) {
    return [...waarde.velden].flatMap(([cell, below]) =>
      readUnit(`${name}.${cell}`, unit, below, reading),
    );
  }
  return observe(name, unit, waarde, reading);
}

function observe(
  name: string,
  unit: string | undefined,
  knoop: Knoop,
  { bron, file, source, moment, fouten }: Reading,
): readonly FigureInput[] {
  const { regel, kolom } = bron.plaats(knoop.van);
  const place = `${file}:${regel}:${kolom}  ${unit === undefined ? name : `${name}.${unit}`}`;
  const value = inputFrom(knoop);
  if (!value) {
    fouten.push(`${place}\n  Hier staat geen getal. Schrijf 450, 5 % of { van: 420, tot: 480 }.`);
    return [];
  }
  return [
    {
      place,
      name,
      value,
      source,
      ...(unit === undefined ? {} : { unit }),
      ...(moment ? { moment } : {}),
    },
  ];
}

function inputFrom(knoop: Knoop): ValueInput | undefined {
  if (knoop.soort === "tekst") return toValueInput(knoop.tekst);
  if (!isRange(knoop)) return undefined;
  const [low, high] = ["van", "tot"].map((key) => textOf(fieldOf(knoop, key)?.waarde));
  return low !== undefined && high !== undefined ? { kind: "range", low, high } : undefined;
}

function isRange(knoop: Knoop): boolean {
  return knoop.soort === "kaart" && knoop.velden.has("van") && knoop.velden.has("tot");
}

function fieldOf(knoop: Knoop, key: string): Veld | undefined {
  return knoop.soort === "kaart" ? knoop.velden.get(key) : undefined;
}

function textOf(knoop: Knoop | undefined): string | undefined {
  return knoop?.soort === "tekst" ? knoop.tekst : undefined;
}
