import { readBrontekst } from "#contract/kader/brontekst.ts";
import { toBoom } from "#contract/kader/knoop.ts";
import { type Boom, describePad } from "#domain/boom.ts";
import { diffBomen } from "#rules/kader/index.ts";

/** One place where two texts of a document say something else, in words. */
export type Tekstverschil = {
  /** `stappen 1, sleutel`: the keys as they are written, items counted from 1. */
  readonly plaats: string;
  readonly was?: string;
  readonly wordt?: string;
};

/**
 * What two texts say otherwise, by place; what is the same is left out, and so are comments and
 * ways of writing. Undefined where one of them cannot be read.
 */
export function compareTeksten(was: string, wordt: string): readonly Tekstverschil[] | undefined {
  const [before, after] = [readBoom(was), readBoom(wordt)];
  if (before === undefined || after === undefined) return undefined;
  return diffBomen(before, after)
    .filter(({ pad }) => !(pad.length === 1 && pad[0] === "versie"))
    .map(({ pad, ...sides }) => ({
      plaats: describePad(pad),
      ...(sides.was === undefined ? {} : { was: describeBoom(sides.was) }),
      ...(sides.wordt === undefined ? {} : { wordt: describeBoom(sides.wordt) }),
    }));
}

/** A text as a tree; undefined where it cannot be read as one. */
export function readBoom(tekst: string): Boom | undefined {
  const { bron, fouten } = readBrontekst(tekst);
  return bron && fouten.length === 0 ? toBoom(bron.boom) : undefined;
}

/** What stands at a place, on one line. */
export function describeBoom(boom: Boom): string {
  if (typeof boom === "string") return boom;
  if (isList(boom)) return boom.map(nested).join("; ");
  return Object.entries(boom)
    .map(([key, part]) => `${key.replaceAll("-", " ")}: ${nested(part)}`)
    .join("; ");
}

function nested(boom: Boom): string {
  return typeof boom === "string" ? boom : `(${describeBoom(boom)})`;
}

function isList(boom: Exclude<Boom, string>): boom is readonly Boom[] {
  return Array.isArray(boom);
}
