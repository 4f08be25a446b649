/** A document as values alone: text, lists and maps, without the place where each was written. */
export type Boom = string | readonly Boom[] | { readonly [key: string]: Boom };

/** Keys and places in lists, from the root of a document to something in it. */
export type Boompad = readonly (string | number)[];

/** A path as people say it: items of a list are counted from 1. */
export function describePad(pad: Boompad): string {
  return pad
    .map((part) => (typeof part === "number" ? ` ${part + 1}` : `, ${part.replaceAll("-", " ")}`))
    .join("")
    .replace(/^, /, "");
}
