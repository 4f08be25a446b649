import { readBrontekst } from "#contract/kader/brontekst.ts";
import { parsePad } from "#contract/kader/fout.ts";
import { readInvulling } from "#contract/kader/invulling.ts";
import { type Knoop, locate } from "#contract/kader/knoop.ts";
import type { Blad } from "#contract/rekenblad/blad.ts";
import { readIngevuld } from "#contract/rekenblad/ingevuld.ts";
import { applyWijzigingen } from "#contract/rekenblad/wijzigingen.ts";
import { createBibliotheek } from "#domain/document.ts";
import type { Rekenblad } from "#domain/rekenblad.ts";
import type { Wijziging } from "./bladvraag.ts";

/** A mistake at the field where it was made; without one it is about the whole. */
export type Veldfout = { readonly veld?: string; readonly tekst: string };

export type Gelezen =
  | { readonly ok: true; readonly wijziging: Required<Wijziging> }
  | { readonly ok: false; readonly fouten: readonly Veldfout[] };

/**
 * Reads what people typed on a sheet, with the loader that server and command line use.
 *
 * Loaded when it is first needed: the grammar is most of the weight of the app.
 */
export function readWijziging(blad: Blad, data: Rekenblad): Gelezen {
  const [first] = data.sleutels;
  if (!first) throw new Error("a sheet has at least one key");
  const changed = applyWijzigingen(first.tekst, blad.wijzigingen);
  if (!changed.ok) return { ok: false, fouten: changed.fouten.map((tekst) => ({ tekst })) };
  const { document } = changed;
  if (document.soort !== "verdeling") {
    return { ok: false, fouten: [{ tekst: "Hier kan alleen een verdeling staan." }] };
  }
  const bibliotheek = createBibliotheek([document, ...data.documenten]);
  const { cijfers, ingevuld, fouten } = readIngevuld(blad, document, { bibliotheek });
  if (fouten.length > 0) return { ok: false, fouten };
  const read = readInvulling(ingevuld, document);
  if (!read.ok) return { ok: false, fouten: read.fouten.map((tekst) => ({ tekst })) };
  return { ok: true, wijziging: { document, ingevuld: read.invulling, cijfers } };
}

/** What stands at a key path, as the language writes it; a band as `420..480`. */
export function readAt(tekst: string, pad: string): string | undefined {
  const path = parsePad(pad);
  const { bron } = readBrontekst(tekst);
  if (!path || !bron) return undefined;
  const found = locate(bron.boom, path);
  return found.ontbreekt ? undefined : asText(found.knoop);
}

function asText(knoop: Knoop): string | undefined {
  if (knoop.soort === "tekst") return knoop.tekst;
  if (knoop.soort === "lijst") return undefined;
  const [van, tot] = [knoop.velden.get("van")?.waarde, knoop.velden.get("tot")?.waarde];
  return van?.soort === "tekst" && tot?.soort === "tekst"
    ? `${van.tekst}..${tot.tekst}`
    : undefined;
}
