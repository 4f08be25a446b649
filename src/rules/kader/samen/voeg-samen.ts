import type { Boom, Boompad } from "#domain/boom.ts";
import { at, isList, isMap, isSame, keysOf, type Plek } from "./boom.ts";

/** One of the two who changed the same document. */
export type Kant = "ander" | "mijn";

/** A place that both changed, each otherwise; absent is: it does not stand there. */
export type Botsing = {
  readonly pad: Boompad;
  readonly was?: Boom;
  readonly ander?: Boom;
  readonly mijn?: Boom;
};

/** A place that one of them changed, or both in the same way. */
export type Overgenomen = {
  readonly pad: Boompad;
  readonly was?: Boom;
  readonly wordt?: Boom;
  readonly van: Kant | "beiden";
};

/** Two changes of one document put together, but for what people must choose. */
export type Samenvoeging = {
  readonly botsingen: readonly Botsing[];
  readonly overgenomen: readonly Overgenomen[];
  /** All of it, with each place that both changed as is chosen. */
  readonly kies: (keuze: (pad: Boompad) => Kant) => Boom;
};

type Drie = { readonly was: Plek; readonly ander: Plek; readonly mijn: Plek };

/**
 * Puts together what two people made of the same document.
 *
 * What only one changed is taken over; where both changed the same place otherwise, nothing is
 * chosen. Only what one of the three says is ever in the outcome.
 */
export function voegSamen(was: Boom, ander: Boom, mijn: Boom): Samenvoeging {
  const drie = { was, ander, mijn };
  const { botsingen, overgenomen } = compare(drie, []);
  // The root stands in all three, so that there is always something there.
  return { botsingen, overgenomen, kies: (keuze) => build(drie, [], keuze) ?? mijn };
}

type Gevonden = Pick<Samenvoeging, "botsingen" | "overgenomen">;

const NIETS: Gevonden = { botsingen: [], overgenomen: [] };

function compare(drie: Drie, pad: Boompad): Gevonden {
  const { was, ander, mijn } = drie;
  if (isSame(was, ander) && isSame(was, mijn)) return NIETS;
  const parts = partsOf(drie);
  if (parts) {
    const found = parts.map(([key, part]) => compare(part, [...pad, key]));
    return {
      botsingen: found.flatMap(({ botsingen }) => botsingen),
      overgenomen: found.flatMap(({ overgenomen }) => overgenomen),
    };
  }
  const van = whoChanged(drie);
  if (van === undefined) {
    const botsing = { pad, ...known("was", was), ...known("ander", ander), ...known("mijn", mijn) };
    return { botsingen: [botsing], overgenomen: [] };
  }
  const wordt = van === "ander" ? ander : mijn;
  const taken = { pad, van, ...known("was", was), ...known("wordt", wordt) };
  return { botsingen: [], overgenomen: [taken] };
}

function build(drie: Drie, pad: Boompad, keuze: (pad: Boompad) => Kant): Plek {
  const parts = partsOf(drie);
  if (!parts) {
    const van = whoChanged(drie) ?? keuze(pad);
    return van === "ander" ? drie.ander : drie.mijn;
  }
  const built = parts.map(([key, part]) => [key, build(part, [...pad, key], keuze)] as const);
  if (isList(drie.mijn)) return built.flatMap(([, part]) => (part === undefined ? [] : [part]));
  return Object.fromEntries(
    built.flatMap(([key, part]) => (part === undefined ? [] : [[String(key), part] as const])),
  );
}

/** Deeper where all three have parts that can be told to be the same one. */
function partsOf({
  was,
  ander,
  mijn,
}: Drie): readonly (readonly [string | number, Drie])[] | undefined {
  if (isMap(was) && isMap(ander) && isMap(mijn)) {
    return keysOf(ander, mijn, was).map((key) => [
      key,
      { was: at(was, key), ander: at(ander, key), mijn: at(mijn, key) },
    ]);
  }
  if (!isList(was) || !isList(ander) || !isList(mijn)) return undefined;
  if (was.length !== ander.length || was.length !== mijn.length) return undefined;
  return mijn.map((item, index) => [index, { was: was[index], ander: ander[index], mijn: item }]);
}

/** Undefined where both changed it, and not in the same way. */
function whoChanged({ was, ander, mijn }: Drie): Overgenomen["van"] | undefined {
  if (isSame(ander, mijn)) return "beiden";
  if (isSame(was, ander)) return "mijn";
  return isSame(was, mijn) ? "ander" : undefined;
}

function known<K extends string>(name: K, plek: Plek): { readonly [key in K]?: Boom } {
  return plek === undefined ? {} : ({ [name]: plek } as { readonly [key in K]?: Boom });
}
