import type { RegieDocument } from "#domain/document.ts";
import { type Lezing, readBrontekst } from "../kader/brontekst.ts";
import type { Kennis } from "../kader/kennis.ts";
import type { Ordelijk } from "../kader/knoop.ts";
import { applyWijzigTo } from "../kader/wijzig.ts";

export type Gewijzigd =
  | { readonly ok: true; readonly document: RegieDocument }
  | { readonly ok: false; readonly fouten: readonly string[] };

/**
 * A document with other values in it, as people set them on a sheet; the writer's file stays as it is.
 *
 * `420..480` is a band. All mistakes come at once, in the loader's own words.
 */
export function applyWijzigingen(
  tekst: string,
  wijzigingen: ReadonlyMap<string, string>,
  kennis: Kennis = {},
): Gewijzigd {
  const trees = new Map([...wijzigingen].map(([pad, value]) => [pad, toTree(value)] as const));
  const read = applyWijzigTo(readOnce(tekst), trees, { bestand: "dit rekenblad", kennis });
  if (read.ok) return { ok: true, document: read.document };
  const fouten = read.fouten.map((fout) => (fout.pad ? `${fout.pad}: ${fout.tekst}` : fout.tekst));
  return { ok: false, fouten };
}

/** The file that was read last: on a sheet the same one is changed again and again. */
let last: { readonly tekst: string; readonly lezing: Lezing } | undefined;

function readOnce(tekst: string): Lezing {
  if (last?.tekst !== tekst) last = { tekst, lezing: readBrontekst(tekst) };
  return last.lezing;
}

function toTree(value: string): Ordelijk {
  const [van, tot, ...more] = value.split("..");
  if (van === undefined || tot === undefined || more.length > 0) return value;
  return new Map([
    ["van", van.trim()],
    ["tot", tot.trim()],
  ]);
}
