/**
 * Values of the domain as JSON and back: whole numbers and fractions stay exact.
 *
 * No number is written as a decimal, so that what a browser reckons is what a server reckons. A
 * whole number is `{ "$": "12" }`: no name in a document begins with that sign.
 */
export function toRekenjson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "bigint" ? { $: part.toString() } : part,
  );
}

/** @throws SyntaxError where the text is no JSON. */
export function parseRekenjson(text: string): unknown {
  return JSON.parse(text, (_, part: unknown) => (isWhole(part) ? BigInt(part.$) : part));
}

function isWhole(part: unknown): part is { readonly $: string } {
  return typeof part === "object" && part !== null && "$" in part && typeof part.$ === "string";
}
