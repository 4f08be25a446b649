import type { Evaluatieverslag, Landing, Partijbesluit } from "#domain/kaderstand.ts";
import { quote } from "./fout.ts";
import type { Boom } from "./knoop.ts";
import { findNearest } from "./nearest.ts";
import { readDatum } from "./scalar/moment.ts";

/** What happened with a kader since it was written: facts, recorded by people. */
export type Kaderfeiten = {
  readonly geland: readonly Landing[];
  readonly verslagen: readonly Evaluatieverslag[];
  readonly besluiten: readonly Partijbesluit[];
};

export type Feitenlezing =
  | { readonly ok: true; readonly feiten: Kaderfeiten }
  | { readonly ok: false; readonly fouten: readonly string[] };

/** Per list: what must be there, what may be there, and which of these are days. */
const VELDEN = {
  geland: { moet: ["onderdeel", "op"], mag: ["eenheid", "instrument", "plaats"], dagen: ["op"] },
  verslagen: { moet: ["op"], mag: ["over"], dagen: ["op", "over"] },
  besluiten: {
    moet: ["wie", "op"],
    mag: ["status", "standpunt", "kanttekening", "haalbaarheid"],
    dagen: ["op"],
  },
} as const;

type Lijst = keyof typeof VELDEN;
const LIJSTEN: readonly Lijst[] = ["geland", "verslagen", "besluiten"];

/**
 * Reads the facts about a kader (docs/taal.md 2.8): what has landed, reports of evaluations, and
 * what parties decided. `unitOf` turns a written name into an id.
 *
 * An evaluation report may be its day alone.
 */
export function readKaderfeiten(
  boom: Readonly<Record<string, Boom>>,
  unitOf: (naam: string) => string,
): Feitenlezing {
  const fouten: string[] = [];
  for (const key of Object.keys(boom).filter((name) => !LIJSTEN.some((known) => known === name))) {
    const nearest = findNearest(key, LIJSTEN);
    const hint = nearest
      ? `Bedoelt u ${quote(nearest)}?`
      : `Hier kan staan: ${LIJSTEN.join(", ")}.`;
    fouten.push(`Onbekende sleutel ${quote(key)}. ${hint}`);
  }
  const read = (lijst: Lijst) => readLijst(lijst, boom[lijst], fouten);
  const feiten = {
    geland: read("geland").map((velden) => {
      const { onderdeel = "", op = "", eenheid, ...rest } = velden;
      return { onderdeel, op, ...rest, ...(eenheid ? { eenheid: unitOf(eenheid) } : {}) };
    }),
    verslagen: read("verslagen").map(({ op = "", ...rest }) => ({ op, ...rest })),
    besluiten: read("besluiten").map(({ wie = "", op = "", ...rest }) => ({ wie, op, ...rest })),
  };
  return fouten.length > 0 ? { ok: false, fouten } : { ok: true, feiten };
}

type Velden = Readonly<Record<string, string>>;

function readLijst(lijst: Lijst, boom: Boom | undefined, fouten: string[]): readonly Velden[] {
  if (boom === undefined) return [];
  if (!Array.isArray(boom)) {
    fouten.push(`${quote(lijst)} is een lijst. Zet elk feit op een eigen regel met een streepje.`);
    return [];
  }
  return boom.flatMap((item: Boom, index) => {
    const velden = toVelden(lijst, item);
    const place = `${lijst}[${index}]`;
    const wrong = velden ? checkVelden(lijst, velden) : ["Schrijf hier een blok met sleutels."];
    fouten.push(...wrong.map((text) => `${place}: ${text}`));
    return velden && wrong.length === 0 ? [velden] : [];
  });
}

function toVelden(lijst: Lijst, item: Boom): Velden | undefined {
  if (typeof item === "string") return lijst === "verslagen" ? { op: item } : undefined;
  if (Array.isArray(item)) return undefined;
  const texts = Object.entries(item).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return texts.length === Object.keys(item).length ? Object.fromEntries(texts) : undefined;
}

function checkVelden(lijst: Lijst, velden: Velden): readonly string[] {
  const { moet, mag, dagen } = VELDEN[lijst];
  const known: readonly string[] = [...moet, ...mag];
  const unknown = Object.keys(velden).filter((key) => !known.includes(key));
  return [
    ...unknown.map((key) => {
      const nearest = findNearest(key, known);
      return `Onbekende sleutel ${quote(key)}. ${nearest ? `Bedoelt u ${quote(nearest)}?` : `Hier kan staan: ${known.join(", ")}.`}`;
    }),
    ...moet.filter((key) => !velden[key]).map((key) => `Voeg ${quote(`${key}: …`)} toe.`),
    ...dagen.flatMap((key) => {
      const text = velden[key];
      const day = text === undefined ? undefined : readDatum(text);
      return day && !day.ok ? [day.tekst] : [];
    }),
  ];
}
