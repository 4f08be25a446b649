import { type Blad, readBlad } from "#contract/rekenblad/blad.ts";
import { readIngevuld } from "#contract/rekenblad/ingevuld.ts";
import { applyWijzigingen } from "#contract/rekenblad/wijzigingen.ts";
import { documentnaam } from "#domain/document.ts";
import { RuleError } from "#domain/errors.ts";
import type { Verdeling } from "#domain/verdeling.ts";
import type { Basis } from "#services/basis.ts";
import { describeRuleError } from "#services/fouttekst.ts";
import type { Verdeelopdracht } from "#services/verdeling/opdracht.ts";

type Geweigerd = { readonly ok: false; readonly fouten: readonly string[] };

/** What the address of a sheet asks, with the text of its document before anything was changed. */
export type Adreslezing =
  | Geweigerd
  | {
      readonly ok: true;
      readonly blad: Blad;
      readonly opdracht: Verdeelopdracht;
      readonly tekst: string;
    };

const EERSTE_PEILDATUM = "2026-01-01";

/** Reads the address of a sheet; everything that is wrong with it comes back at once. */
export function readAdres(basis: Basis, query: URLSearchParams): Adreslezing {
  const naam = query.get("document") ?? "";
  const shipped = basis.bibliotheek.find(naam);
  if (shipped?.soort !== "verdeling") return refuse(`Er is geen verdeling «${naam}».`);
  const blad = readBlad(naam, query, basis.kennis.peildatum ?? EERSTE_PEILDATUM);
  const tekst = basis.tekstVan(documentnaam(shipped)) ?? "";
  const changed = withChanges(shipped, tekst, blad, basis);
  if (!changed.ok) return changed;
  const { document } = changed;
  const { cijfers, ingevuld, fouten } = readIngevuld(blad, document, basis);
  if (fouten.length > 0) return refuse(...fouten.map(({ veld, tekst }) => `${veld}: ${tekst}`));
  const { regio, op } = blad;
  return { ok: true, blad, opdracht: { document, regio, op, cijfers, ingevuld }, tekst };
}

/** Does work that carries out a sheet; what a rule refuses comes back in words. */
export function carryOut<T>(basis: Basis, op: string, work: () => T): T | Geweigerd {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    const naamVan = (id: string) => basis.gemeenten.findByCode(id, op)?.naam ?? id;
    return refuse(describeRuleError(error, naamVan));
  }
}

/** The document with what people changed on the sheet; the document that ships stays as it is. */
function withChanges(
  shipped: Verdeling,
  tekst: string,
  { wijzigingen }: Blad,
  { kennis }: Basis,
): Geweigerd | { readonly ok: true; readonly document: Verdeling } {
  if (wijzigingen.size === 0) return { ok: true, document: shipped };
  const read = applyWijzigingen(tekst, wijzigingen, kennis);
  if (!read.ok) return read;
  if (read.document.soort === "verdeling") return { ok: true, document: read.document };
  return refuse("Hier kan alleen een verdeling staan.");
}

function refuse(...fouten: readonly string[]): Geweigerd {
  return { ok: false, fouten };
}
