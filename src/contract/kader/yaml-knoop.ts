import { isAlias, isScalar, isSeq, type Pair, type ParsedNode } from "yaml";
import { type Pad, quote } from "./fout.ts";
import type { Knoop, Veld } from "./knoop.ts";
import { DIEPSTE_NIVEAU, type Leesfout, tooDeep } from "./leesfout.ts";
import { kommaTekst } from "./scalar/getal.ts";

type Lezer = {
  readonly text: string;
  readonly fouten: Leesfout[];
  /** Stops the walk for good: what lies deeper is not read. */
  stop: boolean;
};

/** The tree of a parsed document, and everything in it that the language leaves out. */
export function readKnoop(
  contents: ParsedNode,
  text: string,
): { readonly knoop?: Knoop; readonly fouten: readonly Leesfout[] } {
  const lezer: Lezer = { text, fouten: [], stop: false };
  const knoop = visit(lezer, contents, [], 1);
  return lezer.stop ? { fouten: lezer.fouten } : { knoop, fouten: lezer.fouten };
}

function visit(lezer: Lezer, node: ParsedNode, pad: Pad, level: number): Knoop {
  const [van, tot] = node.range;
  if (isAlias(node)) {
    meld(lezer, van, pad, "Een verwijzing met «*» mag niet. Schrijf de waarde hier voluit.");
    return { soort: "tekst", tekst: "", van, tot };
  }
  checkProperties(lezer, node, pad);
  if (isScalar(node)) return visitText(lezer, String(node.value ?? ""), van, tot, pad);
  if (level > DIEPSTE_NIVEAU) {
    if (!lezer.stop) lezer.fouten.push(tooDeep(van, pad));
    lezer.stop = true;
    return { soort: "tekst", tekst: "", van, tot };
  }
  if (isSeq(node)) {
    const items = node.items.map((item, index) =>
      visit(lezer, asNode(item), [...pad, index], level + 1),
    );
    return { soort: "lijst", items, van, tot };
  }
  return { soort: "kaart", velden: visitMap(lezer, node.items, pad, level), van, tot };
}

/** In a parsed list every item is a node; a pair in a list is already a map of one. */
function asNode(item: unknown): ParsedNode {
  return item as ParsedNode;
}

function checkProperties(lezer: Lezer, node: ParsedNode, pad: Pad): void {
  const [van] = node.range;
  if ("anchor" in node && node.anchor) {
    meld(lezer, van, pad, `Een anker (${quote(`&${node.anchor}`)}) mag niet. Haal het weg.`);
  }
  if (node.tag) {
    meld(lezer, van, pad, "Een label met «!» mag niet. Haal het weg.");
  }
}

function visitText(lezer: Lezer, tekst: string, van: number, tot: number, pad: Pad): Knoop {
  if (tekst.trim() === "") {
    const naam = pad.at(-1);
    const wat = typeof naam === "string" ? `${quote(naam)} is leeg` : "Hier staat niets";
    meld(lezer, van, pad, `${wat}. Vul een waarde in, of haal de regel weg.`);
  }
  return { soort: "tekst", tekst, van, tot };
}

function visitMap(
  lezer: Lezer,
  items: readonly Pair<ParsedNode, ParsedNode | null>[],
  pad: Pad,
  level: number,
): ReadonlyMap<string, Veld> {
  const velden = new Map<string, Veld>();
  let previous: { readonly at: Pad; readonly veld: Veld } | undefined;
  for (const { key, value } of items) {
    const name = readKey(lezer, key, pad);
    if (name === undefined) continue;
    const [van, tot] = key.range;
    if (value === null && previous && isDecimalTail(lezer, previous, name, van)) continue;
    const at = [...pad, name];
    const waarde: Knoop = value
      ? visit(lezer, value, at, level + 1)
      : visitText(lezer, "", van, tot, at);
    const veld = { van, tot, waarde };
    if (velden.has(name)) {
      meld(lezer, van, at, `${quote(name)} staat hier twee keer. Haal er een weg.`);
    } else {
      velden.set(name, veld);
    }
    previous = { at, veld };
  }
  return velden;
}

function readKey(lezer: Lezer, key: ParsedNode, pad: Pad): string | undefined {
  if (!isScalar(key)) {
    meld(lezer, key.range[0], pad, "Een sleutel is één woord. Hier staat een lijst of een blok.");
    return undefined;
  }
  checkProperties(lezer, key, pad);
  const name = String(key.value ?? "");
  if (name === "<<") {
    meld(lezer, key.range[0], pad, "Samenvoegen met «<<» mag niet. Schrijf de regels hier voluit.");
    return undefined;
  }
  if (name.trim() === "") {
    meld(lezer, key.range[0], pad, "Hier ontbreekt een sleutel voor de dubbele punt.");
    return undefined;
  }
  return name;
}

/** `{ aantal: 1,5 }` reads as two keys; who wrote it meant a decimal comma. */
function isDecimalTail(
  lezer: Lezer,
  previous: { readonly at: Pad; readonly veld: Veld },
  name: string,
  van: number,
): boolean {
  const { waarde } = previous.veld;
  if (waarde.soort !== "tekst" || !/^-?\d+$/.test(waarde.tekst) || !/^\d+( ?%)?$/.test(name)) {
    return false;
  }
  if (lezer.text.slice(waarde.tot, van) !== ",") return false;
  const gevonden = `${waarde.tekst},${name}`;
  lezer.fouten.push({
    offset: waarde.van,
    pad: previous.at,
    tekst: kommaTekst(gevonden),
    gevonden,
  });
  return true;
}

function meld(lezer: Lezer, offset: number, pad: Pad, tekst: string): void {
  lezer.fouten.push({ offset, pad, tekst });
}
