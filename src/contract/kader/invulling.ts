import type { z } from "zod";
import type { Invulling } from "#domain/invulling.ts";
import type { Kop, Parameterwaarde } from "#domain/kop.ts";
import { quote } from "./fout.ts";
import { type Boom, toKnoop } from "./knoop.ts";
import { toBevindingen, withoutMisspelt } from "./melding.ts";
import { findNearest } from "./nearest.ts";
import { eenheden } from "./schema/eenheid.ts";
import { parameter } from "./schema/parameter.ts";
import { sleutel } from "./schema/sleutel.ts";
import { watNietPast } from "./schema/stap.ts";
import { bandwaarde } from "./schema/waarde.ts";

/** What a person filled in, read by the grammar; or why it cannot be used, each thing by name. */
export type Invullezing =
  | { readonly ok: true; readonly invulling: Invulling }
  | { readonly ok: false; readonly fouten: readonly string[] };

/** The names that can be filled in beside the parameters of a document. */
const FIXED = {
  sleutel: (boom: Boom, fouten: string[]) =>
    spread("sleutel", parse("sleutel", sleutel, boom, fouten)),
  behoefte: (boom: Boom, fouten: string[]) =>
    spread("behoefte", parse("behoefte", bandwaarde, boom, fouten)),
  "wat-niet-past": (boom: Boom, fouten: string[]) =>
    spread("watNietPast", parse("wat-niet-past", watNietPast, boom, fouten)),
  "gelijke-standen": (boom: Boom, fouten: string[]) =>
    spread("gelijkeStanden", parse("gelijke-standen", units, boom, fouten)),
} as const;

const units: z.ZodType<readonly string[]> = eenheden.transform((list) => list.map(({ id }) => id));

/**
 * Reads what a person fills in for a run of this document: its parameters, the sleutel nobody
 * agreed yet, the need, what does not fit, or the order that settles an equal claim.
 */
export function readInvulling(
  gegeven: Readonly<Record<string, Boom>>,
  document: Pick<Kop, "parameters">,
): Invullezing {
  const fouten: string[] = [];
  const parameters: Record<string, Parameterwaarde> = {};
  let fixed: Omit<Invulling, "parameters"> = {};
  for (const [naam, boom] of Object.entries(gegeven)) {
    const own = document.parameters[naam];
    if (own) {
      const read = parse(naam, parameter, { eenheid: own.eenheid, waarde: boom }, fouten);
      if (read?.waarde) parameters[naam] = read.waarde;
    } else if (isFixed(naam)) fixed = { ...fixed, ...FIXED[naam](boom, fouten) };
    else fouten.push(unknownName(naam, document));
  }
  if (fouten.length > 0) return { ok: false, fouten };
  return { ok: true, invulling: { parameters, ...fixed } };
}

function isFixed(naam: string): naam is keyof typeof FIXED {
  return Object.hasOwn(FIXED, naam);
}

function spread<K extends keyof Invulling>(
  key: K,
  value: Invulling[K] | undefined,
): Partial<Invulling> {
  return value === undefined ? {} : { [key]: value };
}

function parse<T>(naam: string, schema: z.ZodType<T>, boom: Boom, fouten: string[]): T | undefined {
  const read = schema.safeParse(boom, { reportInput: true });
  if (read.success) return read.data;
  // In the words that a document with the same mistake gets.
  const found = toBevindingen(read.error.issues, toKnoop({ [naam]: boom }), [naam]);
  for (const { tekst } of withoutMisspelt(found)) {
    fouten.push(tekst.startsWith(quote(naam)) ? tekst : `${quote(naam)}: ${tekst}`);
  }
  return undefined;
}

function unknownName(naam: string, { parameters }: Pick<Kop, "parameters">): string {
  const known = [...Object.keys(parameters), ...Object.keys(FIXED)];
  const nearest = findNearest(naam, known);
  const open = Object.keys(parameters);
  const list = open.length > 0 ? ` Wel: ${open.join(", ")}.` : "";
  const hint = nearest ? ` Bedoelt u ${quote(nearest)}?` : list;
  return `${quote(naam)} kan in dit document niet worden ingevuld.${hint}`;
}
