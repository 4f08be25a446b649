import type { z } from "zod";
import type { Invulling } from "#domain/invulling.ts";
import type { Kop, Parameterwaarde } from "#domain/kop.ts";
import type { WatNietPast } from "#domain/verdeling.ts";
import { quote } from "./fout.ts";
import type { Boom } from "./knoop.ts";
import { findNearest } from "./nearest.ts";
import { parameter } from "./schema/parameter.ts";
import { sleutel } from "./schema/sleutel.ts";
import { watNietPast } from "./schema/stap.ts";
import { bandwaarde } from "./schema/waarde.ts";

/** What a person filled in, read by the grammar; or why it cannot be used, each thing by name. */
export type Invullezing =
  | { readonly ok: true; readonly invulling: Invulling }
  | { readonly ok: false; readonly fouten: readonly string[] };

/** The names that can be filled in beside the parameters of a document. */
export const VASTE_INVULLINGEN = ["sleutel", "behoefte", "wat-niet-past", "gelijke-standen"] as const;

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
  const vast: { -readonly [K in keyof Omit<Invulling, "parameters">]: Invulling[K] } = {};
  for (const [naam, boom] of Object.entries(gegeven)) {
    const own = document.parameters[naam];
    if (own) {
      const read = parse(naam, parameter, { eenheid: own.eenheid, waarde: boom }, fouten);
      if (read?.waarde) parameters[naam] = read.waarde;
    } else if (naam === "sleutel") setIf(vast, "sleutel", parse(naam, sleutel, boom, fouten));
    else if (naam === "behoefte") setIf(vast, "behoefte", parse(naam, bandwaarde, boom, fouten));
    else if (naam === "wat-niet-past") {
      const read: WatNietPast | undefined = parse(naam, watNietPast, boom, fouten);
      setIf(vast, "watNietPast", read);
    } else if (naam === "gelijke-standen" && Array.isArray(boom)) {
      vast.gelijkeStanden = boom.filter((item): item is string => typeof item === "string");
    } else fouten.push(unknownName(naam, document));
  }
  if (fouten.length > 0) return { ok: false, fouten };
  return { ok: true, invulling: { parameters, ...vast } };
}

function setIf<T extends object, K extends keyof T>(target: T, key: K, value: T[K] | undefined) {
  if (value !== undefined) target[key] = value;
}

function parse<T>(
  naam: string,
  schema: z.ZodType<T>,
  boom: Boom,
  fouten: string[],
): T | undefined {
  const read = schema.safeParse(boom);
  if (read.success) return read.data;
  fouten.push(...read.error.issues.map(({ message }) => `${quote(naam)}: ${message}`));
  return undefined;
}

function unknownName(naam: string, { parameters }: Pick<Kop, "parameters">): string {
  const known = [...Object.keys(parameters), ...VASTE_INVULLINGEN];
  const nearest = findNearest(naam, known);
  const hint = nearest ? ` Bedoelt u ${quote(nearest)}?` : "";
  return `${quote(naam)} kan in dit document niet worden ingevuld.${hint}`;
}
