import type { Boom } from "#contract/kader/knoop.ts";
import { findNearest } from "#contract/kader/nearest.ts";
import { isDatum } from "#domain/peildatum.ts";
import { asBlok, optionalText, parseBlok } from "#sources/eigen-yaml.ts";
import type { Eigensjabloon } from "#sources/sjablonen.ts";

/** The words that papers are made with, of which version, and whether a region changed some. */
export type Sjabloon = {
  readonly versie: string;
  readonly datum: string;
  /** The date of the installation's own words; absent where it has none. */
  readonly eigen?: string;
  readonly teksten: ReadonlyMap<string, string>;
};

export type Sjabloonlezing =
  | { readonly ok: true; readonly sjabloon: Sjabloon }
  | { readonly ok: false; readonly fouten: readonly string[] };

/**
 * The shipped words, with those of the installation over them.
 *
 * Its file may only hold texts that exist, each with the same places to fill in; everything that
 * is otherwise comes back at once.
 *
 * @throws Error where the shipped file itself is wrong.
 */
export function readSjabloon(tekst: string, eigen?: Eigensjabloon): Sjabloonlezing {
  const blok = parseBlok(tekst, "data/sjablonen/stukken.yaml");
  const shipped = textsOf(asBlok(blok.teksten, "teksten"));
  const versie = optionalText(blok, "versie") ?? "";
  const datum = optionalText(blok, "datum") ?? "";
  if (!eigen) return { ok: true, sjabloon: { versie, datum, teksten: shipped } };
  const own = readBlok(eigen);
  if ("fout" in own) return { ok: false, fouten: [own.fout] };
  const fouten = [...refuseHead(own.blok, versie), ...refuseTexts(own.blok.teksten, shipped)].map(
    (fout) => `${eigen.bestand}: ${fout}`,
  );
  if (fouten.length > 0) return { ok: false, fouten };
  const teksten = new Map([...shipped, ...textsOf(asBlok(own.blok.teksten, "teksten"))]);
  const eigenDatum = optionalText(own.blok, "datum") ?? "";
  return { ok: true, sjabloon: { versie, datum, eigen: eigenDatum, teksten } };
}

type Blok = ReturnType<typeof parseBlok>;

function readBlok({ bestand, tekst }: Eigensjabloon): { blok: Blok } | { fout: string } {
  if (tekst.trim() === "") return { fout: `${bestand}: hier staat niets, of meer dan 200 kB.` };
  try {
    return { blok: parseBlok(tekst, bestand) };
  } catch (error) {
    return { fout: error instanceof Error ? error.message : String(error) };
  }
}

function textsOf(blok: Blok): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(blok).flatMap(([key, value]) =>
      typeof value === "string" ? [[key, value] as const] : [],
    ),
  );
}

const HEAD = ["sjabloon", "voor-versie", "datum", "teksten"];

function refuseHead(blok: Blok, versie: string): readonly string[] {
  const missing = HEAD.filter((key) => !(key in blok));
  const unknown = Object.keys(blok).filter((key) => !HEAD.includes(key));
  const soort = optionalText(blok, "sjabloon");
  const voor = optionalText(blok, "voor-versie");
  const datum = optionalText(blok, "datum");
  return [
    ...missing.map((key) => `de sleutel «${key}» ontbreekt.`),
    ...unknown.map((key) => `«${key}» is niet bekend.${hint(key, HEAD)}`),
    ...(soort !== undefined && soort !== "stukken"
      ? [`hier staat sjabloon «${soort}»; schrijf «stukken».`]
      : []),
    ...(voor !== undefined && voor !== versie
      ? [
          `deze woorden horen bij versie ${voor}, en dit programma heeft versie ${versie}. Kijk ze na en schrijf voor-versie: ${versie}.`,
        ]
      : []),
    ...(datum !== undefined && !isDatum(datum)
      ? [`«${datum}» is geen datum. Schrijf bijvoorbeeld 2026-12-01.`]
      : []),
  ];
}

function refuseTexts(
  teksten: Boom | undefined,
  shipped: ReadonlyMap<string, string>,
): readonly string[] {
  if (teksten === undefined) return [];
  if (typeof teksten !== "object" || Array.isArray(teksten)) {
    return ["onder «teksten» hoort per regel een naam en een tekst."];
  }
  return Object.entries(teksten).flatMap(([key, value]) => refuseText(key, value, shipped));
}

const LONGEST = 2_000;

function refuseText(
  key: string,
  value: unknown,
  shipped: ReadonlyMap<string, string>,
): readonly string[] {
  const ours = shipped.get(key);
  if (ours === undefined) {
    return [`er is geen tekst «${key}».${hint(key, shipped.keys())}`];
  }
  if (typeof value !== "string" || value.trim() === "" || value.length > LONGEST) {
    return [`bij «${key}» hoort een tekst van hoogstens ${LONGEST} tekens.`];
  }
  const [asked, given] = [placesIn(ours), placesIn(value)];
  const missing = [...asked].filter((place) => !given.has(place));
  const extra = [...given].filter((place) => !asked.has(place));
  return [
    ...missing.map((place) => `in «${key}» ontbreekt ${place}; daar vult het programma iets in.`),
    ...extra.map((place) => `in «${key}» staat ${place}; dat kan daar niet worden ingevuld.`),
  ];
}

function hint(word: string, known: Iterable<string>): string {
  const nearest = findNearest(word, known);
  return nearest ? ` Bedoelt u «${nearest}»?` : "";
}

const PLACE = /\{[a-z]+\}/g;

function placesIn(text: string): ReadonlySet<string> {
  return new Set(text.match(PLACE));
}

/** Says a text of the template, with what is filled in. */
export type Zeg = (key: string, velden?: Readonly<Record<string, string>>) => string;

/** @throws Error where there is no such text, or a place stays empty: a mistake of ours. */
export function createZeg({ teksten }: Pick<Sjabloon, "teksten">): Zeg {
  return (key, velden = {}) => {
    const text = teksten.get(key);
    if (text === undefined) throw new Error(`no text ${key} in the template`);
    return text.replace(PLACE, (place) => {
      const value = velden[place.slice(1, -1)];
      if (value === undefined) throw new Error(`${key}: nothing to fill in at ${place}`);
      return value;
    });
  };
}
