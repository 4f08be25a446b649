import { readBrontekst } from "#contract/kader/brontekst.ts";
import { type Boom, toBoom } from "#contract/kader/knoop.ts";

type Blok = Readonly<Record<string, Boom>>;

/**
 * Reads one of our own data files: a block of keys, every scalar as text.
 *
 * @throws Error that names file and line where the text is no such block.
 */
export function parseBlok(text: string, bestand: string): Blok {
  return asBlok(parseBoom(text, bestand), bestand);
}

function parseBoom(text: string, bestand: string): Boom | undefined {
  const { bron, fouten, plaats } = readBrontekst(text);
  const [first] = fouten;
  if (first) throw new Error(`${bestand}:${plaats(first.offset).regel}  ${first.tekst}`);
  return bron ? toBoom(bron.boom) : undefined;
}

/**
 * The same for a file that is a list of such blocks.
 *
 * @throws Error that names file and line where the text is no such list.
 */
export function parseLijst(text: string, bestand: string): readonly Blok[] {
  const boom = parseBoom(text, bestand);
  if (!Array.isArray(boom)) throw new Error(`${bestand}: hier hoort een lijst.`);
  return boom.map((item: Boom) => asBlok(item, bestand));
}

/** @throws Error where what stands there is no block of keys. */
export function asBlok(boom: Boom | undefined, waar: string): Blok {
  if (typeof boom === "object" && !Array.isArray(boom)) return boom as Blok;
  throw new Error(`${waar}: hier hoort een blok met sleutels.`);
}

/** @throws Error where the key is missing or holds no text. */
export function textAt(blok: Blok, key: string, waar: string): string {
  const value = blok[key];
  if (typeof value === "string") return value;
  throw new Error(`${waar}: de sleutel «${key}» ontbreekt.`);
}

/** The text of a key that may be left out. */
export function optionalText(blok: Blok, key: string): string | undefined {
  const value = blok[key];
  return typeof value === "string" ? value : undefined;
}
