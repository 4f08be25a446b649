import { RuleError } from "#domain/errors.ts";
import { describeRuleError } from "#services/fouttekst.ts";
import { computeTabel, type Verdeeltabel } from "#services/verdeling/verdeling.service.ts";
import { UsageError } from "../usage-error.ts";
import type { Request } from "./read-request.ts";

/** @throws UsageError where the question cannot be asked, or a figure makes no sense. */
export function computeRequest(request: Request): Verdeeltabel {
  const { basis, gebied, document, regio, op, cijfers, ingevuld, verloop, naast } = request;
  const naamVan = (id: string) => gebied.eenheden.find((eenheid) => eenheid.id === id)?.naam ?? id;
  try {
    const opdracht = { document, regio, op, cijfers, ingevuld, ...(verloop ? { verloop } : {}) };
    const read = computeTabel(basis, opdracht, naast);
    if (read.ok) return read.tabel;
    throw new UsageError(read.fouten);
  } catch (error) {
    // Here it is known how the units are called.
    if (error instanceof RuleError) throw new UsageError([describeRuleError(error, naamVan)]);
    throw error;
  }
}
