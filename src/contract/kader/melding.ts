import type { z } from "zod";
import { listWords } from "#domain/notatie.ts";
import { formatPad, type Pad, quote } from "./fout.ts";
import { type Knoop, locate } from "./knoop.ts";
import { findNearest } from "./nearest.ts";

/** Something wrong at a path; `bij` says whether it points at the key or at what stands behind. */
export type Bevinding = {
  readonly pad: Pad;
  readonly bij: "sleutel" | "waarde";
  readonly tekst: string;
  readonly gevonden?: string;
  /** The key that was probably meant, where an unknown one was found. */
  readonly bedoeld?: string;
};

type Issue = z.core.$ZodIssue;

/** Findings without those of a rule that misses a key which is there with a wrong letter. */
export function withoutMisspelt(found: readonly Bevinding[]): readonly Bevinding[] {
  const misspelt = new Set(
    found.flatMap(({ pad, bedoeld }) => {
      if (bedoeld === undefined) return [];
      const block = pad.slice(0, -1);
      return [...(block.length > 0 ? [formatPad(block)] : []), formatPad([...block, bedoeld])];
    }),
  );
  if (misspelt.size === 0) return found;
  return found.filter(({ pad, bedoeld }) => bedoeld !== undefined || !misspelt.has(formatPad(pad)));
}

/** What a schema found, in sentences, one or more per issue. */
export function toBevindingen(
  issues: readonly Issue[],
  boom: Knoop,
  outer: Pad = [],
): readonly Bevinding[] {
  return issues.flatMap((issue) => toBevinding(issue, boom, [...outer, ...keys(issue.path)]));
}

function keys(path: readonly PropertyKey[]): Pad {
  return path.map((part) => (typeof part === "number" ? part : String(part)));
}

function toBevinding(issue: Issue, boom: Knoop, pad: Pad): readonly Bevinding[] {
  if (issue.code === "unrecognized_keys") {
    const known = issue.message.split(" ");
    const told = issue.keys.slice(0, MEESTE_SLEUTELS).map((key) => unknownKey(key, known, pad));
    const more = issue.keys.length - told.length;
    return more > 0 ? [...told, moreKeys(more, pad)] : told;
  }
  const place = locate(boom, pad);
  if (place.ontbreekt && issue.code !== "custom") return [missing(pad)];
  const found = place.knoop.soort === "tekst" ? { gevonden: place.knoop.tekst } : {};
  if (issue.code === "invalid_union") return fromUnion(issue, boom, pad);
  const bij = issue.code === "custom" ? placeOf(issue.params) : "waarde";
  return [{ pad, bij, tekst: wording(issue, place.knoop, pad), ...found }];
}

function placeOf(params: Readonly<Record<string, unknown>> | undefined): "sleutel" | "waarde" {
  return params?.bij === "sleutel" ? "sleutel" : "waarde";
}

/** A block with more unknown keys than this is not misspelt but something else. */
const MEESTE_SLEUTELS = 100;

function moreKeys(more: number, pad: Pad): Bevinding {
  const tekst = `Dit blok heeft nog ${more} onbekende sleutels. Kijk of het op de goede plek staat.`;
  return { pad, bij: "sleutel", tekst };
}

function unknownKey(key: string, known: readonly string[], pad: Pad): Bevinding {
  const nearest = findNearest(key, known);
  const hint = nearest ? `Bedoelt u ${quote(nearest)}?` : `Hier kan staan: ${known.join(", ")}.`;
  const tekst = `Onbekende sleutel ${quote(key)}. ${hint}`;
  const bedoeld = nearest === undefined ? {} : { bedoeld: nearest };
  return { pad: [...pad, key], bij: "sleutel", tekst, gevonden: key, ...bedoeld };
}

function missing(pad: Pad): Bevinding {
  const key = String(pad.at(-1) ?? "");
  return { pad, bij: "sleutel", tekst: `${quote(key)} ontbreekt. Voeg ${quote(`${key}: …`)} toe.` };
}

/** A union is over text, list or map: what was written says which of these was meant. */
function fromUnion(
  issue: Extract<Issue, { code: "invalid_union" }>,
  boom: Knoop,
  pad: Pad,
): readonly Bevinding[] {
  const branches: readonly (readonly Issue[])[] = issue.errors;
  const meant = branches.find((branch) => !branch.some(isOtherForm));
  const forms = branches.flatMap((branch) => branch.filter(isOtherForm).flatMap(formsOf));
  if (meant) return withForms(toBevindingen(meant, boom, pad), meant, forms);
  const { knoop } = locate(boom, pad);
  return [{ pad, bij: "waarde", tekst: wrongForm(knoop, [...new Set(forms)], pad) }];
}

/** Who wrote a word that cannot stand there may have to write something longer. */
function withForms(
  found: readonly Bevinding[],
  [issue]: readonly Issue[],
  forms: readonly string[],
): readonly Bevinding[] {
  if (issue?.code !== "invalid_value" || issue.path.length > 0) return found;
  const others = [...new Set(forms.map((form) => VORMEN[form] ?? form))];
  const hint = others.length > 0 ? ` Of schrijf hier ${listWords(others, "of")}.` : "";
  return found.map((item) => ({ ...item, tekst: `${item.tekst}${hint}` }));
}

function isOtherForm(issue: Issue): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === "invalid_type") return true;
  if (issue.code === "invalid_value") return typeof issue.input !== "string";
  return issue.code === "invalid_union" && issue.errors.every((branch) => branch.some(isOtherForm));
}

function formsOf(issue: Issue): readonly string[] {
  if (issue.code === "invalid_type") return [issue.expected];
  if (issue.code === "invalid_value") return ["string"];
  if (issue.code !== "invalid_union") return [];
  return issue.errors.flatMap((branch) => branch.filter(isOtherForm).flatMap(formsOf));
}

function wording(issue: Issue, knoop: Knoop, pad: Pad): string {
  if (issue.code === "custom") return issue.message;
  if (issue.code === "invalid_type") return wrongForm(knoop, [issue.expected], pad);
  if (issue.code === "invalid_value") return wrongWord(issue.values.map(String), knoop, pad);
  if (issue.code === "too_small") {
    return `${subject(pad)} is een lege lijst. Zet er ten minste één in, of haal de regel weg.`;
  }
  return `${subject(pad)} kan hier zo niet staan. Kijk in de handleiding hoe het wel kan.`;
}

function wrongWord(values: readonly string[], knoop: Knoop, pad: Pad): string {
  if (knoop.soort !== "tekst") return wrongForm(knoop, ["string"], pad);
  const nearest = findNearest(knoop.tekst, values);
  const hint = nearest ? ` Bedoelt u ${quote(nearest)}?` : "";
  return `${quote(knoop.tekst)} kan hier niet. Kies ${listWords(values, "of")}.${hint}`;
}

const VORMEN: Readonly<Record<string, string>> = {
  string: "één waarde",
  array: "een lijst",
  object: "een blok met sleutels",
  record: "een blok met sleutels",
};

const GEVONDEN: Readonly<Record<Knoop["soort"], string>> = {
  tekst: "één waarde",
  lijst: "een lijst",
  kaart: "een blok met sleutels",
};

function wrongForm(knoop: Knoop, expected: readonly string[], pad: Pad): string {
  const wanted = listWords([...new Set(expected.map((form) => VORMEN[form] ?? form))], "of");
  const example = expected.includes("array") ? listExample(knoop) : "";
  return `${subject(pad)} is ${wanted}, maar hier staat ${GEVONDEN[knoop.soort]}.${example}`;
}

function listExample(knoop: Knoop): string {
  return knoop.soort === "tekst"
    ? ` Schrijf [${knoop.tekst}].`
    : " Zet een streepje (-) voor elk deel.";
}

function subject(pad: Pad): string {
  const last = pad.at(-1);
  if (last === undefined) return "Een document";
  return typeof last === "number" ? "Dit deel van de lijst" : quote(last);
}
