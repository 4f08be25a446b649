import { type Invullezing, readInvulling } from "#contract/kader/invulling.ts";
import type { Boom, Ordelijk } from "#contract/kader/knoop.ts";
import { type Breuk, parseBreuk } from "#domain/breuk.ts";
import { isGemeentecode, type Rekeneenheid, type Rekengebied } from "#domain/gebied.ts";
import type { Kop } from "#domain/kop.ts";
import { isDatum, parseDuur } from "#domain/peildatum.ts";
import { GEHEEL, type Waarneming, type WaarnemingInhoud } from "#domain/waarneming.ts";

type Kaart = ReadonlyMap<string, Ordelijk>;

/** The source that a made-up figure names: a scenario says openly that it is one. */
const SCENARIO = "scenario";

/**
 * The figures of a scenario as waarnemingen without a moment: indicator → unit → number, or
 * deeper, where a map inside a map is a unit inside a unit.
 */
export function readCijfers(cijfers: Ordelijk | undefined): readonly Waarneming[] {
  if (!isKaart(cijfers)) return [];
  return [...cijfers].flatMap(([name, tree]) => {
    const [indicator = "", ...cel] = name.split(".");
    if (isLeaf(tree) || !isKaart(tree)) return [observe(indicator, cel, GEHEEL, tree)];
    return [...tree].flatMap(([unit, below]) => figuresOf(indicator, cel, unitId(unit), below));
  });
}

/** The kenmerken of candidates as waarnemingen: who → kenmerk → value. */
export function readKandidaten(kandidaten: Ordelijk | undefined): readonly Waarneming[] {
  if (!isKaart(kandidaten)) return [];
  return [...kandidaten].flatMap(([who, kenmerken]) =>
    isKaart(kenmerken)
      ? [...kenmerken].flatMap(([kenmerk, tree]) => figuresOf(kenmerk, [], unitId(who), tree))
      : [],
  );
}

function figuresOf(
  indicator: string,
  cel: readonly string[],
  gebied: string,
  tree: Ordelijk,
): readonly Waarneming[] {
  if (isLeaf(tree) || !isKaart(tree)) return [observe(indicator, cel, gebied, tree)];
  return [...tree].flatMap(([name, below]) =>
    figuresOf(indicator, [...cel, unitId(name)], gebied, below),
  );
}

/** A number, a word, or a band written as `{ van, tot }`. */
function isLeaf(tree: Ordelijk): boolean {
  if (typeof tree === "string") return true;
  return isKaart(tree) && tree.size === 2 && tree.has("van") && tree.has("tot");
}

function observe(
  indicator: string,
  cel: readonly string[],
  gebied: string,
  leaf: Ordelijk,
): Waarneming {
  return { indicator, cel, gebied, bron: SCENARIO, inhoud: inhoudOf(leaf) };
}

function inhoudOf(leaf: Ordelijk): WaarnemingInhoud {
  if (isKaart(leaf)) {
    const [laag, hoog] = [numberAt(leaf, "van"), numberAt(leaf, "tot")];
    const half: Breuk = { teller: 1n, noemer: 2n };
    return { soort: "getal", waarde: middle(laag, hoog, half), laag, hoog };
  }
  const text = String(leaf);
  if (text === "onbekend") return { soort: "onbekend" };
  const number = parseBreuk(text);
  if (number) return { soort: "getal", waarde: number };
  const duur = parseDuur(text);
  if (duur) return { soort: "duur", duur };
  return isDatum(text) ? { soort: "datum", datum: text } : { soort: "kenmerk", code: text };
}

function middle(laag: Breuk, hoog: Breuk, half: Breuk): Breuk {
  const teller = (laag.teller * hoog.noemer + hoog.teller * laag.noemer) * half.teller;
  return parseBreuk(`${teller}/${laag.noemer * hoog.noemer * half.noemer}`) ?? laag;
}

function numberAt(kaart: Kaart, key: string): Breuk {
  const number = parseBreuk(String(kaart.get(key) ?? ""));
  if (!number) throw new TypeError(`«${String(kaart.get(key))}» is geen getal (${key})`);
  return number;
}

/** Units of a made-up case: all that any figure names, in the order in which they are named. */
export function gebiedOf(waarnemingen: readonly Waarneming[]): Rekengebied {
  const ids = new Set(waarnemingen.map(({ gebied }) => gebied).filter((id) => id !== GEHEEL));
  const eenheden: readonly Rekeneenheid[] = [...ids].map((id) => ({ id, naam: id }));
  return { id: GEHEEL, titel: "het scenario", eenheden, deelregios: {}, onzeker: [] };
}

/** `GM0505 Dordrecht` is GM0505; any other name is itself. */
export function unitId(name: string): string {
  const [code = ""] = name.split(" ");
  return isGemeentecode(code) || /^PV\d{2}$/.test(code) ? code : name;
}

export function isKaart(tree: Ordelijk | undefined): tree is Kaart {
  return tree instanceof Map;
}

/** What the scenario fills in where the document leaves it to people. */
export function readIngevuld(
  tree: Ordelijk | undefined,
  document: Pick<Kop, "parameters">,
): Invullezing {
  const plain = isKaart(tree) ? (toPlain(tree) as Readonly<Record<string, Boom>>) : {};
  return readInvulling(plain, document);
}

/** Ordered maps as plain objects, for the schemas. */
export function toPlain(tree: Ordelijk): Boom {
  if (typeof tree === "string") return tree;
  if (isKaart(tree)) {
    return Object.fromEntries([...tree].map(([key, value]) => [key, toPlain(value)]));
  }
  return (tree as readonly Ordelijk[]).map(toPlain);
}
