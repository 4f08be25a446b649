import type { VerdelingUitkomst } from "#domain/uitkomst.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import {
  compareVerdelingen,
  computeVerdeling,
  type Verdelingsvraag,
  type Vergelijking,
} from "#rules/verdeling/index.ts";
import type { Basis } from "#services/basis.ts";
import { findVerdeling, toVraag, type Verdeelopdracht } from "./opdracht.ts";

/** One key in a table: the document with its outcome, and how it stands to the first. */
export type Kolom = {
  readonly document: Verdeling;
  readonly uitkomst: VerdelingUitkomst;
  /** Absent for the first. */
  readonly vergelijking?: Vergelijking;
};

/** Keys side by side over the same units, on the same figures; none of them comes first. */
export type Verdeeltabel = {
  readonly vraag: Verdelingsvraag;
  readonly kolommen: readonly [Kolom, ...Kolom[]];
};

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
  const { vraag } = lezing;
  const columns = others.flatMap((other) =>
    "document" in other ? [besideColumn(vraag, other.document)] : [],
  );
  const first: Kolom = { document: vraag.document, uitkomst: computeVerdeling(vraag) };
  return { ok: true, tabel: { vraag, kolommen: [first, ...columns] } };
}

/** Parameters of the other document keep their own values: what was filled in is of the first. */
function besideColumn(vraag: Verdelingsvraag, document: Verdeling): Kolom {
  const shared = Object.entries(vraag.ingevuld.parameters).filter(
    ([naam]) => naam in document.parameters,
  );
  const other: Verdelingsvraag = {
    ...vraag,
    document,
    ingevuld: { ...vraag.ingevuld, parameters: Object.fromEntries(shared) },
  };
  return {
    document,
    uitkomst: computeVerdeling(other),
    vergelijking: compareVerdelingen(vraag, document),
  };
}
