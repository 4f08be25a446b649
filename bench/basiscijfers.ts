import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { loadDocument } from "#contract/kader/load.ts";
import { type Breuk, parseBreuk } from "#domain/breuk.ts";
import { type Bibliotheek, createBibliotheek } from "#domain/document.ts";
import type { Rekengebied } from "#domain/gebied.ts";
import { type Cijferbron, createCijferbron, type Waarneming } from "#domain/waarneming.ts";
import { cell, readCsv } from "../scripts/csv-table.ts";

const root = join(import.meta.dirname, "..");

/** The real figures that the product ships, as a run wants them. */
export type Basis = {
  readonly nederland: Rekengebied;
  readonly metropool: Rekengebied;
  readonly cijfers: Cijferbron;
  readonly bibliotheek: Bibliotheek;
  /** Whole numbers per gemeente, in the order of `nederland`. */
  readonly heel: (bestand: string) => readonly number[];
};

/** Reads the base figures, the gemeenten and the indicators from the checkout. */
export function readBasis(): Basis {
  const gemeenten = readCsv(join(root, "data/gebieden/gemeenten.csv")).filter(
    (row) => cell(row, "tot") === "" && cell(row, "sinds") <= "2024-01-01",
  );
  const nederland: Rekengebied = {
    id: "nederland",
    titel: "Nederland",
    eenheden: gemeenten.map((row) => ({ id: cell(row, "code"), naam: cell(row, "naam") })),
    deelregios: {},
    onzeker: [],
  };
  const members = new Set(
    readFileSync(join(root, "kaders/indelingen/mra.yaml"), "utf8").match(/GM\d{4}/gu) ?? [],
  );
  const metropool: Rekengebied = {
    ...nederland,
    id: "mra",
    titel: "Metropoolregio Amsterdam",
    eenheden: nederland.eenheden.filter(({ id }) => members.has(id)),
  };
  const heel = (bestand: string) => {
    const byCode = new Map(readFigures(bestand).map(({ gebied, waarde }) => [gebied, waarde]));
    return nederland.eenheden.map(({ id }) => Number(byCode.get(id)?.teller ?? 0n));
  };
  return { nederland, metropool, cijfers: readLeveringen(), bibliotheek: readIndicatoren(), heel };
}

type Levering = { readonly bestand: string; readonly indicator: string; readonly moment: string };

function readLeveringen(): Cijferbron {
  const text = readFileSync(join(root, "data/cijfers/leveringen.yaml"), "utf8");
  const { leveringen } = parse(text, { schema: "failsafe" }) as { leveringen: readonly Levering[] };
  return createCijferbron(
    leveringen.flatMap(({ bestand, indicator, moment }) =>
      readFigures(bestand).map(
        ({ gebied, waarde }): Waarneming => ({
          indicator,
          cel: [],
          gebied,
          moment,
          inhoud: { soort: "getal", waarde },
          bron: bestand,
        }),
      ),
    ),
  );
}

function readFigures(bestand: string): readonly { gebied: string; waarde: Breuk }[] {
  return readCsv(join(root, "data/cijfers", bestand)).flatMap((row) => {
    const waarde = parseBreuk(cell(row, "waarde"));
    return waarde ? [{ gebied: cell(row, "gebied"), waarde }] : [];
  });
}

function readIndicatoren(): Bibliotheek {
  const folder = join(root, "kaders/cijfers");
  const files = readdirSync(folder).filter((name) => !name.includes(".scenarios."));
  return createBibliotheek(
    files.flatMap((bestand) => {
      const read = loadDocument(readFileSync(join(folder, bestand), "utf8"), { bestand });
      return read.ok ? [read.document] : [];
    }),
  );
}
