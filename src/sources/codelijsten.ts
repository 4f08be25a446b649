import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { asBlok, optionalText, parseBlok, textAt } from "./eigen-yaml.ts";
import { createLazyMap } from "./lazy.ts";

/** The onderdelen into which a figure can be split. */
export type Codelijst = {
  readonly naam: string;
  /** As it stands after «over» in a step. */
  readonly meervoud: string;
  readonly titel: string;
  readonly bron: string;
  readonly toelichting?: string;
  /** Every gemeente is an onderdeel too. */
  readonly gemeenten: boolean;
  readonly codes: readonly Codeonderdeel[];
};

type Codeonderdeel = {
  readonly code: string;
  readonly titel: string;
  /** What else the list says of it: of a planologische status whether it is hard or zacht. */
  readonly velden: Readonly<Record<string, string>>;
};

/** The code lists by name; a file is read when its list is asked. */
export function readCodelijsten(root: string): ReadonlyMap<string, Codelijst> {
  const folder = join(root, "data/codelijsten");
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => name.slice(0, -".yaml".length))
    .sort();
  return createLazyMap(names, (naam) => {
    const bestand = `data/codelijsten/${naam}.yaml`;
    return toCodelijst(readFileSync(join(root, bestand), "utf8"), bestand);
  });
}

function toCodelijst(text: string, bestand: string): Codelijst {
  const blok = parseBlok(text, bestand);
  const toelichting = optionalText(blok, "toelichting");
  const codes = asBlok(blok.codes, `${bestand}: codes`);
  return {
    naam: textAt(blok, "naam", bestand),
    meervoud: textAt(blok, "meervoud", bestand),
    titel: textAt(blok, "titel", bestand),
    bron: textAt(blok, "bron", bestand),
    ...(toelichting === undefined ? {} : { toelichting }),
    gemeenten: optionalText(blok, "gemeenten") === "ja",
    codes: Object.keys(codes).map((code) => toOnderdeel(codes, code, bestand)),
  };
}

/** A title alone, or a block with a title and further fields. */
function toOnderdeel(codes: ReturnType<typeof asBlok>, code: string, bestand: string) {
  if (typeof codes[code] === "string") return { code, titel: codes[code], velden: {} };
  const waar = `${bestand}: codes.${code}`;
  const blok = asBlok(codes[code], waar);
  const { titel: _titel, ...rest } = blok;
  const velden = Object.fromEntries(
    Object.keys(rest).map((veld) => [veld, textAt(blok, veld, waar)]),
  );
  return { code, titel: textAt(blok, "titel", waar), velden };
}
