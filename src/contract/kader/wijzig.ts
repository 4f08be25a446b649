import { type Brontekst, type Lezing, readBrontekst } from "./brontekst.ts";
import { type Pad, parsePad, quote } from "./fout.ts";
import type { Knoop, Ordelijk, Veld } from "./knoop.ts";
import { firstKeyOf } from "./korte-vorm.ts";
import type { Leesfout } from "./leesfout.ts";
import { type Laadopties, type Laadresultaat, loadBron } from "./load.ts";
import { toFouten } from "./plaats-fouten.ts";

/** Key path (`stappen[0].voorwaarden`, `eisen.sociaal.minstens`) → what stands there instead. */
export type Wijziging = ReadonlyMap<string, Ordelijk>;

/**
 * Reads the document as it would be with other values on the given paths.
 *
 * What is wrong in a new value is told at the place it would take. A changed `id` need not match
 * the file.
 */
export function applyWijzig(text: string, wijzig: Wijziging, options: Laadopties): Laadresultaat {
  return applyWijzigTo(readBrontekst(text), wijzig, options);
}

/** The same for a file whose text was read before; that reading stays as it is. */
export function applyWijzigTo(
  { bron, fouten, plaats }: Lezing,
  wijzig: Wijziging,
  options: Laadopties,
): Laadresultaat {
  if (!bron) {
    return { ok: false, fouten: toFouten(fouten, plaats, options.bestand), opmerkingen: [] };
  }
  const refused: Leesfout[] = [];
  let { boom } = bron;
  for (const [path, value] of wijzig) {
    const pad = parsePad(path);
    const changed = pad ? replaceAt(boom, pad, value) : undefined;
    if (changed) boom = changed;
    else refused.push(refuse(path));
  }
  const changedBron: Brontekst = { ...bron, boom };
  const id = wijzig.get("id");
  const bestand = typeof id === "string" ? rename(options.bestand, id) : options.bestand;
  return loadBron(changedBron, [...fouten, ...refused], { ...options, bestand });
}

function refuse(path: string): Leesfout {
  const tekst = `Op het pad ${quote(path)} kan niets staan. Kijk het pad na, bijvoorbeeld «stappen[0].sleutel».`;
  return { offset: 0, pad: [], tekst, gevonden: path };
}

function rename(bestand: string, id: string): string {
  return bestand.replace(/[^/\\]+(\.ya?ml)$/, `${id}$1`);
}

/** The tree with another value at a path; undefined where the path leads nowhere. */
export function replaceAt(boom: Knoop, pad: Pad, value: Ordelijk): Knoop | undefined {
  return replace(boom, pad, [], value);
}

function replace(at: Knoop, pad: Pad, seen: Pad, value: Ordelijk): Knoop | undefined {
  const [part, ...rest] = pad;
  if (part === undefined) return toKnoop(value, at);
  const block = typeof part === "string" ? asKaart(at, seen) : at;
  if (block.soort === "lijst" && typeof part === "number") {
    const item = block.items[part] ?? (part === block.items.length ? leeg(at) : undefined);
    const changed = item && replace(item, rest, [...seen, part], value);
    return changed && { ...block, items: block.items.toSpliced(part, 1, changed) };
  }
  if (block.soort !== "kaart" || typeof part !== "string") return undefined;
  const veld: Veld = block.velden.get(part) ?? { van: at.van, tot: at.van, waarde: leeg(at) };
  const changed = replace(veld.waarde, rest, [...seen, part], value);
  if (!changed) return undefined;
  return { ...block, velden: new Map(block.velden).set(part, { ...veld, waarde: changed }) };
}

/** A block that was written short is written out before a key beside the first is set. */
function asKaart(at: Knoop, seen: Pad): Knoop {
  if (at.soort === "kaart") return at;
  const first = firstKeyOf(seen.at(-1));
  if (at.soort === "tekst" && at.tekst === "") return { ...at, soort: "kaart", velden: new Map() };
  if (first === undefined) return at;
  const { van, tot } = at;
  return { soort: "kaart", velden: new Map([[first, { van, tot, waarde: at }]]), van, tot };
}

function leeg({ van }: Knoop): Knoop {
  return { soort: "tekst", tekst: "", van, tot: van };
}

/** A new value, all of it in the place of what it replaces. */
function toKnoop(value: Ordelijk, { van, tot }: Knoop): Knoop {
  const inside = (part: Ordelijk): Knoop => toKnoop(part, { soort: "tekst", tekst: "", van, tot });
  if (typeof value === "string") return { soort: "tekst", tekst: value, van, tot };
  if (!isMap(value)) return { soort: "lijst", items: value.map(inside), van, tot };
  const velden = [...value].map(
    ([key, part]) => [key, { van, tot, waarde: inside(part) }] as const,
  );
  return { soort: "kaart", velden: new Map(velden), van, tot };
}

function isMap(value: Ordelijk): value is ReadonlyMap<string, Ordelijk> {
  return value instanceof Map;
}
