import type { VerdelingUitkomst } from "#domain/uitkomst.ts";
import { computeVerdeling } from "#rules/verdeling/index.ts";
import type { BevriezingInhoud } from "#storage/bevriezing-hash.ts";
import { readBevroren } from "./bevriezing.service.ts";
import { toCanoniek } from "./canoniek.ts";

/** The outcome of a frozen run as values, only where running it again gives the same bytes. */
export function recomputeUitkomst(
  inhoud: BevriezingInhoud,
):
  | { readonly soort: "gelijk"; readonly uitkomst: VerdelingUitkomst }
  | { readonly soort: "anders" } {
  const vraag = readBevroren(inhoud);
  if ("fouten" in vraag) return { soort: "anders" };
  const uitkomst = computeVerdeling(vraag);
  return toCanoniek(uitkomst) === inhoud.uitkomst
    ? { soort: "gelijk", uitkomst }
    : { soort: "anders" };
}
