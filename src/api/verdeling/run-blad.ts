import { RuleError } from "#domain/errors.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import type { Basis } from "#services/basis.ts";
import { describeRuleError } from "#services/fouttekst.ts";
import { computeTabel, type Verdeeltabel } from "#services/verdeling/verdeling.service.ts";
import type { Blad } from "./blad.ts";
import { readIngevuld, type Veldfout } from "./ingevuld.ts";

/** What came of a rekenblad: a table, or everything that keeps it from being worked out. */
export type Bladuitkomst =
  | { readonly ok: true; readonly tabel: Verdeeltabel }
  | { readonly ok: false; readonly fouten: readonly (Veldfout | { readonly tekst: string })[] };

/** More keys than fit on a page help nobody, and each takes its time. */
const MOST_KEYS = 6;

/** Works out a rekenblad; what people typed wrong, and what a rule refuses, comes back in words. */
export function runBlad(blad: Blad, document: Verdeling, basis: Basis): Bladuitkomst {
  const { cijfers, ingevuld, fouten } = readIngevuld(blad, document, basis);
  if (fouten.length > 0) return { ok: false, fouten };
  if (blad.naast.length >= MOST_KEYS) {
    return { ok: false, fouten: [{ tekst: `Leg er hoogstens ${MOST_KEYS - 1} sleutels naast.` }] };
  }
  const { regio, op, naast } = blad;
  try {
    const read = computeTabel(basis, { document, regio, op, cijfers, ingevuld }, naast);
    if (read.ok) return read;
    return { ok: false, fouten: read.fouten.map((tekst) => ({ tekst })) };
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    const naamVan = (id: string) => basis.gemeenten.findByCode(id, op)?.naam ?? id;
    return { ok: false, fouten: [{ tekst: describeRuleError(error, naamVan) }] };
  }
}
