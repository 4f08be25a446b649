import { layBeside, type Verdeeltabel } from "#rules/verdeling/index.ts";
import type { Basis } from "#services/basis.ts";
import { findVerdeling, toVraag, type Verdeelopdracht } from "./opdracht.ts";

export type { Kolom, Verdeeltabel } from "#rules/verdeling/index.ts";

export type Tabellezing =
  | { readonly ok: true; readonly tabel: Verdeeltabel }
  | { readonly ok: false; readonly fouten: readonly string[] };

/**
 * Carries out a verdeling, with others laid beside it on the same region and figures.
 *
 * What is wrong with the question comes back all at once; what people must decide, or what is
 * missing, is in the outcome of each key.
 */
export function computeTabel(
  basis: Basis,
  opdracht: Verdeelopdracht,
  naast: readonly string[],
): Tabellezing {
  const lezing = toVraag(basis, opdracht);
  const others = naast.map((naam) => findVerdeling(basis, naam, opdracht.op));
  const fouten = [
    ...(lezing.ok ? [] : lezing.fouten),
    ...others.flatMap((other) => ("fout" in other ? [other.fout] : [])),
  ];
  if (!lezing.ok || fouten.length > 0) return { ok: false, fouten };
  const beside = others.flatMap((other) => ("document" in other ? [other.document] : []));
  return { ok: true, tabel: layBeside(lezing.vraag, beside) };
}
