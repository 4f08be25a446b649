import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Bevoegdheid } from "#domain/bevoegdheid.ts";
import { ORGANEN, ZEKERHEDEN } from "#domain/kop.ts";
import { asBlok, optionalText, parseBlok, textAt } from "./eigen-yaml.ts";

const BESTAND = "data/bevoegdheden.yaml";

/** Who decides on what, by the name that documents use. */
export function readBevoegdheden(root: string): ReadonlyMap<string, Bevoegdheid> {
  const blok = parseBlok(readFileSync(join(root, BESTAND), "utf8"), BESTAND);
  const all = asBlok(blok.bevoegdheden, `${BESTAND}: bevoegdheden`);
  return new Map(Object.keys(all).map((over) => [over, toBevoegdheid(over, all[over])]));
}

function toBevoegdheid(over: string, boom: Parameters<typeof asBlok>[0]): Bevoegdheid {
  const waar = `${BESTAND}: ${over}`;
  const blok = asBlok(boom, waar);
  const { organen } = blok;
  const naOverlegMet = optionalText(blok, "na-overleg-met");
  const toelichting = optionalText(blok, "toelichting");
  return {
    over,
    titel: textAt(blok, "titel", waar),
    organen: (Array.isArray(organen) ? organen : []).map((name) => oneOf(ORGANEN, name, waar)),
    zekerheid: oneOf(ZEKERHEDEN, blok.zekerheid, waar),
    bron: textAt(blok, "bron", waar),
    ...(naOverlegMet === undefined ? {} : { naOverlegMet }),
    ...(toelichting === undefined ? {} : { toelichting }),
  };
}

function oneOf<T extends string>(known: readonly T[], text: unknown, waar: string): T {
  const found = known.find((item) => item === text);
  if (found === undefined) throw new Error(`${waar}: «${String(text)}» is niet bekend.`);
  return found;
}
