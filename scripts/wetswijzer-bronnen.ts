import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { parse } from "yaml";
import { loadScenarios } from "#contract/kader/scenarios.ts";
import { commandFor } from "#services/kader/uitvoering.ts";
import type { Documentbestand } from "#sources/documenten.ts";
import { readMeegeleverd } from "#sources/meegeleverd.ts";

/** A place in a piece that something here rests on. */
export type Bronplaats = {
  readonly stuk: string;
  readonly plaats: string;
  /** Only where the writer gave it. */
  readonly stand?: string;
};

/** A document or a file with a rule, with all it names as its source. */
export type Vindplaats = {
  /** From the project's folder. */
  readonly pad: string;
  readonly naam: string;
  /** Soort of the document; `regel` for code, `codelijst` or `bevoegdheid` for what documents use. */
  readonly soort: string;
  readonly bronnen: readonly Bronplaats[];
  readonly bewijs: Bewijs;
  /** The line that carries a document out. */
  readonly opdracht?: string;
};

type Bewijs = {
  readonly pad?: string;
  readonly aantal: number;
  /** Rows of the list of functions that the proofs name. */
  readonly rijen: readonly string[];
};

const root = join(import.meta.dirname, "..");

/** Everything that names a source: documents, code lists and rules, in the order of their paths. */
export function collectVindplaatsen(): readonly Vindplaats[] {
  return [...documenten(), ...codelijsten(), ...bevoegdheden(), ...regels()];
}

function documenten(): readonly Vindplaats[] {
  const meegeleverd = readMeegeleverd(root);
  return meegeleverd.documenten.bestanden.map((bestand) => {
    const tree = parse(bestand.tekst(), { schema: "failsafe" });
    const read = bestand.lees();
    const opdracht = read.ok ? commandFor(read.document) : undefined;
    return {
      pad: bestand.pad,
      naam: tree.versie === undefined ? bestand.id : `${bestand.id}@${tree.versie}`,
      soort: String(tree.soort),
      // Of an indeling the head only: each member has a source of its own.
      bronnen: distinct(findBronnen(tree.soort === "indeling" ? { bron: tree.bron } : tree)),
      bewijs: proofsOf(bestand, meegeleverd),
      ...(opdracht === undefined ? {} : { opdracht }),
    };
  });
}

function proofsOf(
  { scenarios: pad }: Documentbestand,
  { kennis }: ReturnType<typeof readMeegeleverd>,
): Bewijs {
  if (pad === undefined) return { aantal: 0, rijen: [] };
  const found = loadScenarios(read(pad), { bestand: pad, kennis });
  const scenarios = found.ok ? found.scenarios : [];
  return {
    pad,
    aantal: scenarios.length,
    rijen: rowsIn(scenarios.map(({ naam }) => naam).join(" ")),
  };
}

function codelijsten(): readonly Vindplaats[] {
  const folder = "data/codelijsten";
  return readdirSync(join(root, folder)).map((file) => ({
    pad: `${folder}/${file}`,
    naam: basename(file, ".yaml"),
    soort: "codelijst",
    bronnen: distinct(findBronnen(parse(read(`${folder}/${file}`), { schema: "failsafe" }))),
    bewijs: { aantal: 0, rijen: [] },
  }));
}

/** Which body decides on what, each with the law or piece that says so. */
function bevoegdheden(): readonly Vindplaats[] {
  const pad = "data/bevoegdheden.yaml";
  const { bevoegdheden: all } = parse(read(pad), { schema: "failsafe" });
  return Object.entries(all).map(([naam, tree]) => ({
    pad,
    naam,
    soort: "bevoegdheid",
    bronnen: distinct(findBronnen(tree)),
    bewijs: testsBeside("src/sources/bevoegdheden.ts"),
  }));
}

/** `bron` wherever it stands, and the article of a step that the law makes a must. */
function findBronnen(tree: unknown): readonly Bronplaats[] {
  if (Array.isArray(tree)) return tree.flatMap(findBronnen);
  if (typeof tree !== "object" || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) => {
    if (key === "bron") return [toBronplaats(value)];
    if (key === "wettelijk") return [toBronplaats(value), ...findBronnen(value)];
    return findBronnen(value);
  });
}

/** Official journals are known by year and number: "Stb. 2026, 157". */
const MET_NUMMER = /^(Stb\.|Stcrt\.|Staatsblad|Staatscourant|Gemeenteblad|Gmb\.?) \d{4}$/;

/** Text stands for the piece; what follows its first comma is the place in it. */
function toBronplaats(bron: string | Readonly<Record<string, string>>): Bronplaats {
  const { stuk = "", plaats = "", stand } = typeof bron === "string" ? { stuk: bron } : bron;
  const [first = "", ...rest] = stuk.split(/[,;] /);
  const number = MET_NUMMER.test(first) ? rest.splice(0, 1) : [];
  const place = [...rest, plaats].filter((part) => part !== "").join(", ");
  const name = [first, ...number].join(", ");
  return { stuk: name, plaats: place, ...(stand === undefined ? {} : { stand }) };
}

function regels(): readonly Vindplaats[] {
  return readdirSync(join(root, "src/rules"), { recursive: true, encoding: "utf8" })
    .map((name) => `src/rules/${name.replaceAll("\\", "/")}`)
    .filter((pad) => pad.endsWith(".ts") && !pad.endsWith(".test.ts"))
    .sort()
    .map((pad) => toRegel(pad))
    .filter(({ bronnen }) => bronnen.length > 0);
}

function toRegel(pad: string): Vindplaats {
  const text = read(pad);
  const see = [...text.matchAll(/@see ((?:.|\n \* (?!@))*?)(?=\n \* @|\n \*\/|\n|\*\/)/g)];
  const values = [...text.matchAll(/regeling: "([^"]+)",\s*artikel: "([^"]+)"/g)];
  return {
    pad,
    naam: basename(pad),
    soort: "regel",
    bronnen: distinct([
      ...see.map(([, source = ""]) => toSource(source)),
      ...values.map(([, stuk = "", plaats = ""]) => ({ stuk, plaats })),
    ]),
    bewijs: testsBeside(pad),
  };
}

function toSource(source: string): Bronplaats {
  const text = source.replace(/\s*\n \* /g, " ").trim();
  return { stuk: text.replace(/\.$/, ""), plaats: "" };
}

/** The tests in the same folder that carry the name of the rule. */
function testsBeside(pad: string): Bewijs {
  const stem = basename(pad, ".ts");
  const tests = readdirSync(join(root, dirname(pad)))
    .filter((name) => name.startsWith(`${stem}.`) && name.endsWith(".test.ts"))
    .map((name) => `${dirname(pad)}/${name}`);
  const first = tests.find((test) => existsSync(join(root, test)));
  return {
    aantal: tests.length,
    rijen: rowsIn(tests.map(read).join(" ")),
    ...(first === undefined ? {} : { pad: first }),
  };
}

function rowsIn(text: string): readonly string[] {
  return [...new Set(text.match(/\bF\d{3}\b/g))].sort();
}

function distinct(bronnen: readonly Bronplaats[]): readonly Bronplaats[] {
  return [...new Map(bronnen.map((bron) => [JSON.stringify(bron), bron])).values()];
}

function read(pad: string): string {
  return readFileSync(join(root, pad), "utf8");
}
