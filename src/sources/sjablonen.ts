import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const BESTAND = "stukken.yaml";

/** The words of papers as an installation may lay them over ours; absent where it has none. */
export type Eigensjabloon = { readonly bestand: string; readonly tekst: string };

/** The words of papers that ship with the product. */
export function readSjabloontekst(root: string): string {
  return readFileSync(join(root, "data/sjablonen", BESTAND), "utf8");
}

/** What the installation put in its own folder; it is looked at anew each time. */
export function readEigenSjabloon(map: string): Eigensjabloon | undefined {
  const bestand = join(map, BESTAND);
  if (!existsSync(bestand)) return undefined;
  const { size } = statSync(bestand);
  return { bestand, tekst: size > MOST_BYTES ? "" : readFileSync(bestand, "utf8") };
}

/** More than ten times what ships. */
const MOST_BYTES = 200_000;
