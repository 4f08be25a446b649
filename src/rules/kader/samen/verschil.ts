import type { Boom, Boompad } from "#domain/boom.ts";
import { at, isList, isMap, isSame, keysOf, type Plek } from "./boom.ts";

/** Something that two documents say otherwise; a side is absent where it does not stand there. */
export type Boomverschil = {
  readonly pad: Boompad;
  readonly was?: Boom;
  readonly wordt?: Boom;
};

/**
 * What differs between two documents, as deep as both go, in the order of the first.
 *
 * Lists of another length differ as a whole: nobody can say which of their items is the same one.
 */
export function diffBomen(was: Plek, wordt: Plek, pad: Boompad = []): readonly Boomverschil[] {
  if (isSame(was, wordt)) return [];
  if (isMap(was) && isMap(wordt)) {
    return keysOf(was, wordt).flatMap((key) =>
      diffBomen(at(was, key), at(wordt, key), [...pad, key]),
    );
  }
  if (isList(was) && isList(wordt) && was.length === wordt.length) {
    return was.flatMap((item, index) => diffBomen(item, wordt[index], [...pad, index]));
  }
  return [{ pad, ...side("was", was), ...side("wordt", wordt) }];
}

function side<K extends string>(name: K, plek: Plek): { readonly [key in K]?: Boom } {
  return plek === undefined ? {} : ({ [name]: plek } as { readonly [key in K]?: Boom });
}
