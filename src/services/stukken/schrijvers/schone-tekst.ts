import type { Stuk } from "../stuk.ts";

/** Signs that nobody sees: control, marks that turn the direction of text, halves of signs. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}]/gu;

/** A text on one line, of signs that can be seen; what people typed can hold anything. */
export function cleanText(text: string): string {
  return text.replaceAll(/\s+/gu, " ").replace(UNSEEN, "").normalize("NFC");
}

/** The paper with each of its texts changed; the kinds of its blocks stay what they are. */
export function mapTeksten(stuk: Stuk, change: (text: string) => string): Stuk {
  const walk = (value: unknown, key = ""): unknown => {
    if (typeof value === "string") return AS_IT_IS.has(key) ? value : change(value);
    if (Array.isArray(value)) return value.map((item) => walk(item, key));
    if (typeof value !== "object" || value === null || value instanceof Date) return value;
    return Object.fromEntries(Object.entries(value).map(([own, part]) => [own, walk(part, own)]));
  };
  return walk(stuk) as Stuk;
}

const AS_IT_IS: ReadonlySet<string> = new Set(["soort", "svg"]);
