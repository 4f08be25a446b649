import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Begrip } from "#domain/begrip.ts";
import { parseLijst, textAt } from "./eigen-yaml.ts";

const BESTAND = "data/begrippen.yaml";

/** The words of the field, each with what it means here and who says so. */
export function readBegrippen(root: string): readonly Begrip[] {
  return parseLijst(readFileSync(join(root, BESTAND), "utf8"), BESTAND).map((blok) => ({
    begrip: textAt(blok, "begrip", BESTAND),
    betekenis: textAt(blok, "betekenis", BESTAND),
    bron: textAt(blok, "bron", BESTAND),
  }));
}
