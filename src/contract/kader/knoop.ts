import type { Boom } from "#domain/boom.ts";
import type { Pad } from "./fout.ts";

export type { Boom } from "#domain/boom.ts";

/**
 * A document as it was written: text, lists and maps, each with its place in the file.
 *
 * Every scalar is text; keys keep the order of the file. `van` and `tot` count characters.
 */
export type Knoop = Tekst | Lijst | Kaart;

export type Tekst = Bereik & { readonly soort: "tekst"; readonly tekst: string };
type Lijst = Bereik & { readonly soort: "lijst"; readonly items: readonly Knoop[] };
type Kaart = Bereik & {
  readonly soort: "kaart";
  readonly velden: ReadonlyMap<string, Veld>;
};

/** A key with its place, and what stands behind it. */
export type Veld = Bereik & { readonly waarde: Knoop };

type Bereik = { readonly van: number; readonly tot: number };

/** A document without places whose maps keep the order of the file. */
export type Ordelijk = string | readonly Ordelijk[] | ReadonlyMap<string, Ordelijk>;

/** The tree as plain values; its maps have no prototype, so that no key is more than a key. */
export function toBoom(knoop: Knoop): Boom {
  if (knoop.soort === "tekst") return knoop.tekst;
  if (knoop.soort === "lijst") return knoop.items.map(toBoom);
  const map: Record<string, Boom> = Object.create(null);
  for (const [key, veld] of knoop.velden) map[key] = toBoom(veld.waarde);
  return map;
}

/** A tree that was not read from a file, so that nothing in it has a place. */
export function toKnoop(boom: Boom): Knoop {
  const nowhere = { van: 0, tot: 0 };
  if (typeof boom === "string") return { soort: "tekst", tekst: boom, ...nowhere };
  if (Array.isArray(boom)) return { soort: "lijst", items: boom.map(toKnoop), ...nowhere };
  const velden = Object.entries(boom).map(
    ([key, value]) => [key, { waarde: toKnoop(value), ...nowhere }] as const,
  );
  return { soort: "kaart", velden: new Map(velden), ...nowhere };
}

/** The tree as plain values with ordered maps; a key such as `2024` keeps its place. */
export function toOrdelijk(knoop: Knoop): Ordelijk {
  if (knoop.soort === "tekst") return knoop.tekst;
  if (knoop.soort === "lijst") return knoop.items.map(toOrdelijk);
  return new Map([...knoop.velden].map(([key, veld]) => [key, toOrdelijk(veld.waarde)]));
}

/**
 * Where a path leads in what was written.
 *
 * A path may be longer than the text where a short form was used (`opgave.aantal` for
 * `opgave: urgenten`) or where a key is missing; `pad` is the path as it stands in the file.
 */
export type Vindplaats = {
  readonly pad: Pad;
  /** What stands there; for a missing key the map it should be in. */
  readonly knoop: Knoop;
  readonly sleutel?: Veld;
  readonly ontbreekt: boolean;
};

/** Follows a path as far as the text goes. */
export function locate(boom: Knoop, pad: Pad): Vindplaats {
  let knoop = boom;
  let sleutel: Veld | undefined;
  const found: (string | number)[] = [];
  for (const part of asWritten(boom, pad)) {
    if (knoop.soort === "tekst") break;
    if (knoop.soort === "lijst") {
      // A name inside a list is a short form: `voor: [laag]` stands for `voor: { bij: [laag] }`.
      if (typeof part === "string") continue;
      const item: Knoop | undefined = knoop.items[part];
      if (!item) break;
      knoop = item;
      sleutel = undefined;
    } else {
      const veld: Veld | undefined = knoop.velden.get(String(part));
      if (!veld) return { pad: [...found, part], knoop, ...spread(sleutel), ontbreekt: true };
      knoop = veld.waarde;
      sleutel = veld;
    }
    found.push(part);
  }
  return { pad: found, knoop, ...spread(sleutel), ontbreekt: false };
}

/** A part of `gewogen` may hold its sleutel as a word or block of its own, beside its gewicht. */
function asWritten(boom: Knoop, pad: Pad): Pad {
  const written: (string | number)[] = [];
  let knoop: Knoop | undefined = boom;
  for (const part of pad) {
    const inner = innerSleutel(knoop, part);
    if (inner) written.push("sleutel");
    written.push(part);
    knoop = childOf(inner?.waarde ?? knoop, part);
  }
  return written;
}

function innerSleutel(knoop: Knoop | undefined, part: string | number): Veld | undefined {
  if (knoop?.soort !== "kaart" || knoop.velden.has(String(part))) return undefined;
  return knoop.velden.has("gewicht") ? knoop.velden.get("sleutel") : undefined;
}

function childOf(knoop: Knoop | undefined, part: string | number): Knoop | undefined {
  if (knoop?.soort === "kaart") return knoop.velden.get(String(part))?.waarde;
  return knoop?.soort === "lijst" && typeof part === "number" ? knoop.items[part] : undefined;
}

function spread(sleutel: Veld | undefined): { readonly sleutel?: Veld } {
  return sleutel ? { sleutel } : {};
}
