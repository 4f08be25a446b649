import type { ErrorCode, YAMLError } from "yaml";
import type { Plaats } from "./fout.ts";
import type { Knoop } from "./knoop.ts";
import { HOOGSTE_GROOTTE, type Leesfout, MEESTE_FOUTEN, tooDeep } from "./leesfout.ts";
import { createPlaats } from "./plaats.ts";
import { parseYaml } from "./yaml-document.ts";
import { yamlTekst } from "./yaml-fout.ts";
import { readKnoop } from "./yaml-knoop.ts";

/** A file as it was written, with its tree; what an editor changes. */
export type Brontekst = {
  readonly tekst: string;
  readonly boom: Knoop;
  readonly plaats: (offset: number) => Plaats;
};

export type Lezing = {
  readonly fouten: readonly Leesfout[];
  readonly plaats: (offset: number) => Plaats;
  /** Absent where the text cannot be read as one tree at all. */
  readonly bron?: Brontekst;
};

/**
 * Reads YAML 1.2 with every scalar as text, and refuses what the language leaves out.
 *
 * Refused: more than 1,000,000 bytes (before reading), more than 30 levels, a second document,
 * anchors, aliases, tags, merge keys, directives, tabs, a key twice, an empty value, a key that
 * is not text, signs that nobody sees. Never throws.
 */
export function readBrontekst(text: string): Lezing {
  const plaats = createPlaats(text);
  const refused = refuseUnread(text);
  if (refused) return { fouten: [refused], plaats };
  // Same length, so that every place stays what it is while one tab is reported once.
  const document = parseYaml(text.replaceAll("\t", " "));
  const syntax = document.errors.filter((error) => !HANDLED_ELSEWHERE.has(error.code));
  const outside = [
    ...findTabs(text),
    ...findDirectives(text),
    ...findHidden(text),
    ...(document.second === undefined ? [] : [tweede(document.second)]),
  ];
  if (syntax.length > 0) {
    // A tab in the indentation breaks what follows; that is one mistake, not two.
    const told = text.includes("\t") ? [] : firstPerLine(syntax, plaats);
    return { fouten: [...outside, ...told.map((error) => toLeesfout(error, text))], plaats };
  }
  if (!document.contents) return { fouten: [...outside, leeg()], plaats };
  const { knoop, fouten } = readKnoop(document.contents, text);
  const found = [...outside, ...fouten].sort((a, b) => a.offset - b.offset);
  return knoop
    ? { fouten: found, plaats, bron: { tekst: text, boom: knoop, plaats } }
    : { fouten: found, plaats };
}

function tweede(offset: number): Leesfout {
  const tekst =
    "Hier begint een tweede document. Een bestand heeft één document: zet dit deel in een eigen bestand.";
  return { offset, pad: [], tekst };
}

function leeg(): Leesfout {
  const tekst = "Het bestand is leeg. Een document begint met «soort», «id» en «titel».";
  return { offset: 0, pad: [], tekst };
}

/** What would cost too much to read, or take the parser too deep. */
function refuseUnread(text: string): Leesfout | undefined {
  const size = text.length > HOOGSTE_GROOTTE ? text.length : new TextEncoder().encode(text).length;
  if (size > HOOGSTE_GROOTTE) {
    const tekst =
      "Het bestand is groter dan 1 MB (1.000.000 bytes). Splits het in meer documenten, of zet de cijfers in een cijferbestand.";
    return { offset: 0, pad: [], tekst };
  }
  const deep = /(?:[[{]\s*(?:[^\s{}[\],:#]+:\s+)?){40}|(?:[-?] +){40}/.exec(text);
  return deep ? tooDeep(deep.index, []) : undefined;
}

function findTabs(text: string): Leesfout[] {
  const tabs = text.matchAll(/^[^\t\n]*(\t)/gm);
  return [...tabs].map((match) => ({
    offset: match.index + match[0].length - 1,
    pad: [],
    tekst: "Hier staat een tab. Vervang de tab door spaties.",
  }));
}

function findDirectives(text: string): Leesfout[] {
  const match = /^\uFEFF?(?:[ \t]*(?:#.*)?\r?\n)*(%.*)/.exec(text);
  if (!match?.[1]) return [];
  const tekst = "Een regel die met «%» begint, mag hier niet. Haal de regel weg.";
  return [{ offset: match[0].length - match[1].length, pad: [], tekst, gevonden: match[1] }];
}

// What turns the direction of reading, takes no room, or is no sign at all.
const ONZICHTBAAR = /(?!^\ufeff)(?![\t\n\r])[\p{Cc}\p{Cf}]/gu;

/** What a person reads must be what runs. */
function findHidden(text: string): Leesfout[] {
  return [...text.matchAll(ONZICHTBAAR)].slice(0, MEESTE_FOUTEN).map(({ index, 0: sign }) => {
    const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    const tekst = `Hier staat een teken dat niemand ziet (U+${code}). Haal het weg: wat er staat moet te lezen zijn.`;
    return { offset: index, pad: [], tekst };
  });
}

/** One wrong sign makes a parser stumble on; only its first word on a line helps. */
function firstPerLine(
  errors: readonly YAMLError[],
  plaats: (offset: number) => Plaats,
): readonly YAMLError[] {
  const seen = new Set<number>();
  return errors.filter((error) => {
    const { regel } = plaats(error.pos[0]);
    if (seen.has(regel)) return false;
    seen.add(regel);
    return true;
  });
}

const HANDLED_ELSEWHERE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "TAG_RESOLVE_FAILED",
  "BAD_DIRECTIVE",
  "NON_STRING_KEY",
  "DUPLICATE_KEY",
  "BAD_ALIAS",
  "ALIAS_PROPS",
  "MULTIPLE_ANCHORS",
  "MULTIPLE_TAGS",
  "BAD_COLLECTION_TYPE",
]);

function toLeesfout(error: YAMLError, text: string): Leesfout {
  const [offset] = error.pos;
  if (error.code === "RESOURCE_EXHAUSTION") return tooDeep(offset, []);
  const gevonden = text.slice(offset, error.pos[1]).split("\n")[0]?.trim() ?? "";
  const fout = { offset, pad: [], tekst: yamlTekst(error, gevonden, text) };
  return gevonden === "" ? fout : { ...fout, gevonden };
}
