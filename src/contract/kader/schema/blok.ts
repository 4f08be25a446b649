import { z } from "zod";
import type { Pad } from "../fout.ts";
import type { Gelezen } from "../scalar/gelezen.ts";
import { readNaam } from "../scalar/naam.ts";

/** Reports something a single key cannot know, by default at the block itself. */
export type Meld = (
  tekst: string,
  plek?: { readonly pad?: Pad; readonly bij?: "sleutel" | "waarde" },
) => void;

/** What was read of a block's keys; a key that is wrong may hold anything. */
export type Gevonden = Readonly<Record<string, unknown>>;

/** Looks at a block as a whole; it also runs where one of the keys is wrong. */
export type Controle = (gevonden: Gevonden, meld: Meld) => void;

type Camel<S extends string> = S extends `${infer A}-${infer B}`
  ? `${A}${Capitalize<Camel<B>>}`
  : S;
type CamelKeys<T> = { [K in keyof T as K extends string ? Camel<K> : never]: T[K] };

/**
 * A block with exactly these kebab-case keys, read into camelCase.
 *
 * The message for an unknown key holds the known ones, for whoever words it.
 */
export function blok<S extends z.core.$ZodShape>(shape: S, controle?: Controle) {
  const keys = Object.keys(shape);
  const object = z.strictObject(withCheapAbsence(shape), {
    error: (issue) => (issue.code === "unrecognized_keys" ? keys.join(" ") : undefined),
  });
  const checked = controle ? object.superRefine(runControle(controle), ALTIJD) : object;
  const renames = keys.map((key) => [key, camel(key)] as const);
  return checked.transform((value) => {
    const source: Gevonden = value;
    const result: Record<string, unknown> = {};
    for (const [key, name] of renames) if (key in source) result[name] = source[key];
    return result as CamelKeys<z.output<z.ZodObject<S, z.core.$strict>>>;
  });
}

// exactOptional gives the types we want, but runs its inner schema on every absent key, which for a
// union builds messages that nobody reads. A YAML tree never holds undefined, so optional is equal.
function withCheapAbsence<S extends z.core.$ZodShape>(shape: S): S {
  const entries = Object.entries(shape).map(([key, schema]) => [
    key,
    schema instanceof z.ZodExactOptional ? z.optional(schema.def.innerType) : schema,
  ]);
  return Object.fromEntries(entries);
}

export const ALTIJD = { when: () => true };

function runControle(controle: Controle) {
  return (value: unknown, context: z.core.$RefinementCtx<unknown>): void => {
    if (!isGevonden(value)) return;
    controle(value, (tekst, plek = {}) => {
      context.addIssue({
        code: "custom",
        message: tekst,
        path: [...(plek.pad ?? [])],
        params: { bij: plek.bij ?? "sleutel" },
      });
    });
  };
}

export function isGevonden(value: unknown): value is Gevonden {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function camel(key: string): string {
  return key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** A block that may be written as the value of its first key alone. */
export function kort<T extends z.ZodType>(first: string, block: T) {
  return z.union([short(z.string(), first, block), block]);
}

/** The same where the first key holds a list of names. */
export function kortLijst<T extends z.ZodType>(first: string, block: T) {
  return z.union([short(z.array(z.string()), first, block), block]);
}

function short<T extends z.ZodType>(form: z.ZodType, first: string, block: T) {
  const target = block as z.ZodType<z.output<T>, Gevonden>;
  return form.transform((value): Gevonden => ({ [first]: value })).pipe(target);
}

/** A scalar with a small grammar of its own. */
export function scalar<T>(read: (text: string) => Gelezen<T>) {
  return z.string().transform((text, context): T => {
    const result = read(text);
    if (result.ok) return result.waarde;
    context.issues.push({ code: "custom", message: result.tekst, input: text });
    return z.NEVER;
  });
}

export const tekst = z.string();
export const naam = scalar(readNaam);

/** A schema whose map is looked at as a whole, also where one of its values is wrong. */
export function withControle<T extends z.ZodType>(schema: T, controle: Controle): T {
  return schema.superRefine(runControle(controle), ALTIJD);
}

/** A map from names to something; at least one. */
export function kaart<T extends z.ZodType>(waarde: T) {
  return withControle(z.record(z.string(), waarde), (gevonden, meld) => {
    const keys = Object.keys(gevonden);
    if (keys.length === 0) meld("Dit blok is leeg. Voeg ten minste één regel toe.");
    for (const key of keys) {
      const result = readNaam(key);
      if (!result.ok) meld(result.tekst, { pad: [key] });
    }
  });
}

/** A map whose keys are onderdelen, units, levels or years: whatever stands there. */
export function onderdelen<T extends z.ZodType>(waarde: T) {
  return z.record(z.string(), waarde);
}

/** A list of at least one. */
export function lijst<T extends z.ZodType>(item: T) {
  return z.array(item).min(1);
}

/** Those of the keys that are there. */
export function aanwezig(gevonden: Gevonden, keys: readonly string[]): readonly string[] {
  return keys.filter((key) => key in gevonden);
}
