import type { Boom } from "#domain/boom.ts";

type Kaart = { readonly [key: string]: Boom };

/** What may stand at a path: something, or nothing. */
export type Plek = Boom | undefined;

/** Whether something is a map: neither a text nor a list. */
export function isMap(plek: Plek): plek is Kaart {
  return typeof plek === "object" && !Array.isArray(plek);
}

/** Whether something is a list. */
export function isList(plek: Plek): plek is readonly Boom[] {
  return Array.isArray(plek);
}

/** Whether two say the same; in which order keys were written says nothing. */
export function isSame(a: Plek, b: Plek): boolean {
  if (isList(a) && isList(b)) {
    return a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  }
  if (isMap(a) && isMap(b)) {
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length &&
      keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]))
    );
  }
  return a === b;
}

/** The keys of several maps, each once, in the order in which they first stand. */
export function keysOf(...maps: readonly Kaart[]): readonly string[] {
  return [...new Set(maps.flatMap((map) => Object.keys(map)))];
}

/** What stands under a key of its own; what every object has is no key. */
export function at(map: Kaart, key: string): Plek {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
