import { readBrontekst } from "./brontekst.ts";
import { parsePad } from "./fout.ts";
import { locate } from "./knoop.ts";

/**
 * Finds the line of a key path in the writer's text, as the part of an address behind the page of
 * that document; undefined where the text cannot be read.
 */
export function createRegelvinder(tekst: string): (pad: string) => string | undefined {
  const { bron } = readBrontekst(tekst);
  if (!bron) return () => undefined;
  return (pad) => {
    const { sleutel, knoop } = locate(bron.boom, parsePad(pad) ?? []);
    const { regel } = bron.plaats((sleutel ?? knoop).van);
    return `#regel-${regel}`;
  };
}
