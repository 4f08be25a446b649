import { type Breuk, formatBreuk } from "#domain/breuk.ts";

/**
 * JSON with one form for every value: keys sorted, fractions as exact text, nothing that is absent.
 *
 * The same value gives the same bytes on every machine, so that a hash over it means something.
 */
export function toCanoniek(value: unknown): string {
  return JSON.stringify(toPlain(value));
}

/** The same as values that JSON knows. */
export function toPlain(value: unknown): unknown {
  if (typeof value === "bigint") return value.toString();
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(toPlain);
  if (isBreuk(value)) return formatBreuk(value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, toPlain(item)]));
}

function isBreuk(value: object): value is Breuk {
  return "teller" in value && "noemer" in value && typeof value.teller === "bigint";
}
