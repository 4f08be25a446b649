import { readBrontekst } from "#contract/kader/brontekst.ts";
import { quote } from "#contract/kader/fout.ts";
import { type Boom, toBoom } from "#contract/kader/knoop.ts";
import { isNaam } from "#contract/kader/scalar/naam.ts";
import type { Gemeentelijst } from "#domain/gebied.ts";
import { toValueInput } from "./figure-input.ts";
import { findGemeente } from "./find-unit.ts";

export type FilledIn = {
  readonly ingevuld: Readonly<Record<string, Boom>>;
  readonly fouten: readonly string[];
};

/**
 * What people fill in on the line, in the form that the grammar reads: `drempel=29%`,
 * `wat-niet-past=open`, `wat-niet-past.hoe=…`, `sleutel=inwoners`, `behoefte=60..80`.
 *
 * A value that starts with `{` or `[` is read as a piece of a document.
 */
export function readFilledIn(
  values: readonly string[],
  gemeenten: Gemeentelijst,
  day: string,
): FilledIn {
  const ingevuld: Record<string, Boom> = {};
  const fouten: string[] = [];
  for (const value of values) {
    const match = /^([^=.]+)(?:\.([^=]+))?=(.+)$/s.exec(value);
    const [, name = "", part, text = ""] = match ?? [];
    if (!match) {
      fouten.push(`--vul ${value}\n  Schrijf «naam=waarde», bijvoorbeeld «wat-niet-past=open».`);
    } else if (name in ingevuld && part === undefined && typeof ingevuld[name] === "string") {
      fouten.push(`--vul ${value}\n  ${quote(name)} is al ingevuld. Haal er een weg.`);
    } else {
      const read = readValue(name, text.trim(), gemeenten, day);
      if ("fout" in read) fouten.push(`--vul ${value}\n  ${read.fout}`);
      else ingevuld[name] = merge(ingevuld[name], part, name, read.boom);
    }
  }
  return { ingevuld, fouten };
}

type Read = { readonly boom: Boom } | { readonly fout: string };

function readValue(name: string, text: string, gemeenten: Gemeentelijst, day: string): Read {
  if (/^[{[]/.test(text)) return readPiece(text);
  if (name === "gelijke-standen") return readOrder(text, gemeenten, day);
  if (name === "sleutel" && text !== "gelijk") return { boom: { "naar-rato-van": text } };
  const value = toValueInput(text);
  return { boom: value.kind === "range" ? { van: value.low, tot: value.high } : value.text };
}

function readPiece(text: string): Read {
  const { bron, fouten } = readBrontekst(text);
  if (bron && fouten.length === 0) return { boom: toBoom(bron.boom) };
  return { fout: fouten[0]?.tekst ?? "Dit kan niet worden gelezen." };
}

/**
 * The order in which people settled an equal claim: gemeenten by name or by code, and whatever else
 * was level (a segment, a corporatie) by its id.
 */
function readOrder(text: string, gemeenten: Gemeentelijst, day: string): Read {
  const names = text.split(",").map((name) => name.trim());
  const found = names.map((name) => {
    const unit = findGemeente(name, gemeenten, day);
    return "fout" in unit && isNaam(name) ? { id: name } : unit;
  });
  const wrong = found.flatMap((unit) => ("fout" in unit ? [unit.fout] : []));
  if (wrong.length > 0) return { fout: wrong.join(" ") };
  return { boom: found.flatMap((unit) => ("id" in unit ? [unit.id] : [])) };
}

/** `wat-niet-past=extra-aanbod` and `wat-niet-past.hoe=…` are one block, in either order. */
function merge(before: Boom | undefined, part: string | undefined, name: string, boom: Boom): Boom {
  const first = name === "wat-niet-past" ? "keuze" : "waarde";
  const block: { readonly [key: string]: Boom } =
    before === undefined || Array.isArray(before)
      ? {}
      : typeof before === "string"
        ? { [first]: before }
        : (before as { readonly [key: string]: Boom });
  if (part !== undefined) return { ...block, [part]: boom };
  return Object.keys(block).length > 0 ? { ...block, [first]: boom } : boom;
}
