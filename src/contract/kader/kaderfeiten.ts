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

type Velden = Readonly<Record<string, string>>;

/** Events of onderdelen that are a traject, as they were written, by onderdeel. */
export type Gemeld = ReadonlyMap<string, readonly Velden[]>;

export type Feitenlezing =
  | { readonly ok: true; readonly feiten: Kaderfeiten; readonly gemeld: Gemeld }
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
const GEBEURTENISSEN = "gebeurtenissen";
const SLEUTELS: readonly string[] = [...LIJSTEN, GEBEURTENISSEN];

/**
 * Reads the facts about a kader (docs/taal.md 2.8): what has landed, reports of evaluations,
 * what parties decided, and the events of a traject. `unitOf` turns a written name into an id.
 *
 * An evaluation report may be its day alone.
 */
export function readKaderfeiten(
  boom: Readonly<Record<string, Boom>>,
  unitOf: (naam: string) => string,
): Feitenlezing {
  const fouten: string[] = [];
  for (const key of Object.keys(boom).filter((name) => !SLEUTELS.includes(name))) {
    const nearest = findNearest(key, SLEUTELS);
    const hint = nearest
      ? `Bedoelt u ${quote(nearest)}?`
      : `Hier kan staan: ${SLEUTELS.join(", ")}.`;
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
  const gemeld = readGemeld(boom[GEBEURTENISSEN], fouten);
  return fouten.length > 0 ? { ok: false, fouten } : { ok: true, feiten, gemeld };
}

/** `gebeurtenissen: { besluitvorming: [{ stap, orgaan, op }] }`; what they say is read by the traject. */
function readGemeld(boom: Boom | undefined, fouten: string[]): Gemeld {
  if (boom === undefined) return new Map();
  if (typeof boom === "string" || Array.isArray(boom)) {
    fouten.push(`${quote(GEBEURTENISSEN)} noemt per onderdeel een lijst van gebeurtenissen.`);
    return new Map();
  }
  const entries = Object.entries(boom).map(([naam, list]) => {
    const items = Array.isArray(list) ? list : [list];
    const velden = items.map((item: Boom) => toVelden(GEBEURTENISSEN, item));
    if (velden.includes(undefined)) {
      fouten.push(`${GEBEURTENISSEN}.${naam}: schrijf elke gebeurtenis als een blok met sleutels.`);
    }
    return [naam, velden.filter((item) => item !== undefined)] as const;
  });
  return new Map(entries);
}

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

function toVelden(lijst: string, item: Boom): Velden | undefined {
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
