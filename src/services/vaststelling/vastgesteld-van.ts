import type { RegieDocument } from "#domain/document.ts";
import type { Vaststelling } from "#domain/vaststelling.ts";
import type { Basis } from "#services/basis.ts";
import { hashOf } from "./vaststelbaar.ts";

/** What bodies adopted of exactly this text; of another text of the same name nothing. */
export function vastgesteldVan(
  basis: Basis,
  document: Pick<RegieDocument, "id" | "versie">,
): readonly Vaststelling[] {
  const { id, versie } = document;
  const named = basis.vaststellingen.filter(
    ({ wat }) => wat.soort === "document" && wat.id === id && wat.versie === versie,
  );
  if (named.length === 0) return [];
  const sha256 = hashOf(basis, document);
  return named.filter(({ kenmerk }) => kenmerk === sha256);
}
